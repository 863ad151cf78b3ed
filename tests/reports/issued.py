"""Versions of a report as rows, in any state, without the way that leads there; and a file that was really signed."""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from hashlib import sha256
from types import SimpleNamespace

from django.core.files.base import ContentFile

from reports.document.build import build
from reports.document.frozen import freeze
from reports.document.source import Signing
from reports.models import FINAL, Report, SigningWay, State
from reports.printing.pdf import render_pdf
from reports.signing.field import add_field
from reports.signing.keys.opening import certificate_of, open_key
from reports.signing.sign import sign
from tests.make_cycle import NOTHING_FOR_THE_PEN, make_cycle, make_followup, make_source
from tests.reports.signing.authority import NOW, PASSPHRASE, Authority

WIB = timezone(timedelta(hours=7))
CODE = "ABCD-EFGH-JKMN-PQRS-TUVW"
SIGNER = {"holder": "Sri Contoh", "issuer": "Otoritas Uji", "is_demo": False}


def make_signing(code=CODE, way="here", version=1, **changes):
    url = f"https://skm.example.go.id/verifikasi/{code}/"
    values = {"number": "", "dated": date(2026, 1, 9), "prepared_at": datetime(2026, 1, 9, 9, 30, tzinfo=WIB)}
    values |= NOTHING_FOR_THE_PEN | changes
    return Signing(way=way, version=version, code=code, url=url, demo=False, **values)


def make_document(code=CODE, cycle=None, **changes):
    """A document without photos."""
    cycle = cycle or make_cycle(followup=make_followup((), ()))
    return build(make_source(cycle, signing=make_signing(code, **changes)))


@cache
def files():
    """``prepared``, ``signed`` and the key that signed: made once for all tests of a run."""
    authority = Authority()
    key = open_key(authority.container(), PASSPHRASE)
    prepared = add_field(render_pdf(make_document()))
    signed = sign(prepared, key, at=NOW, reason="Persetujuan", location="Contoh")
    own = certificate_of(key)
    return SimpleNamespace(prepared=prepared, signed=signed, key=key, certificate=own, root=authority.pem)


def make_report(followup, user, state=State.SIGNED, *, code=CODE, content=b"%PDF-1.7 berkas", **changes):
    """A version whose file says ``content``; a way by hand has it as its scan."""
    way, version = changes.get("way", SigningWay.HERE), changes.get("version", 1)
    document = changes.pop("document", None) or make_document(code, way=str(way), version=version)
    report = Report(
        followup=followup,
        state=state,
        code=code,
        document=freeze(document),
        prepared_sha256=sha256(b"prepared" + content).hexdigest(),
        prepared_at=NOW,
        prepared_by=user,
        **({"way": way, "version": version, "dated": date(2026, 1, 9)} | changes),
    )
    if state in FINAL:
        _sign(report, user, content)
    report.save()
    return report


def _sign(report, user, content):
    which = "scan" if report.way == SigningWay.BY_HAND else "signed"
    getattr(report, f"{which}_file" if which == "signed" else "scan").save(
        f"{which}-{report.code}.pdf", ContentFile(content), save=False
    )
    setattr(report, f"{which}_sha256", sha256(content).hexdigest())
    report.signed_at, report.signed_by = NOW + timedelta(hours=1), user
    report.signer = SIGNER if which == "signed" else None
    if report.state == State.WITHDRAWN:
        report.withdrawn_at = datetime(2026, 2, 3, 4, tzinfo=UTC)
        report.withdrawn_reason = report.withdrawn_reason or "Angka pada Tabel 2.1 keliru."

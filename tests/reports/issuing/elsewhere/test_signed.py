"""A report that another service signed: by whom and with what it may be signed, and what has to be declared."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.files.uploadedfile import SimpleUploadedFile

from offices.declining import Declined
from offices.models import AuditEvent
from reports.issuing import Declared, accept_signed
from reports.issuing.elsewhere.receiving import kept_of
from reports.issuing.elsewhere.signed import arrived
from reports.issuing.keeping import read
from reports.models import State
from tests.mass import sampled
from tests.reports.issuing.elsewhere import elsewhere
from tests.reports.issuing.elsewhere.elsewhere import HONEST
from tests.reports.issuing.issuing import HOLDER, again, authority, demo_mark, known_outside, make_prepared, small_pdf
from tests.reports.issuing.test_views import PAGE, text_of
from tests.reports.signing.authority import certificate, name, rsa_key
from tests.reports.signing.foreign import asn1, signed_by

pytestmark = pytest.mark.usefixtures("own_media")

NOW = datetime.now(UTC).replace(microsecond=0)
REASON = "Sertifikat diterbitkan BSrE; salinannya ada pada arsip satuan kerja."
DECLARED = Declared(unknown_issuer=True, reason=REASON)


@pytest.fixture
def waiting(survey, people):
    return make_prepared(survey, people, "elsewhere")


@cache
def issued(holder=HOLDER, **options):
    return authority().issue(holder, **options)


def own_root():
    key = rsa_key(2048)
    return key, certificate(name(HOLDER), key.public_key(), name(HOLDER), key, ca=True)


def by_sha1():
    """A certificate as issuers gave it ten years ago; no library makes one any more."""
    key = rsa_key(2048)
    made = asn1(certificate(name(HOLDER), key.public_key(), name("Otoritas Lama"), key))
    for algorithm in (made["signature_algorithm"], made["tbs_certificate"]["signature"]):
        algorithm["algorithm"] = "sha1_rsa"
    return key, x509.load_der_x509_certificate(made.dump(force=True))


def last_event():
    return AuditEvent.objects.order_by("pk").last()


def accepted(waiting, people, content, declared=DECLARED):
    return accept_signed(waiting, people.secretary, content, declared)


def refused(waiting, people, content, match, declared=DECLARED):
    events = AuditEvent.objects.count()
    with pytest.raises(Declined, match=match):
        accepted(waiting, people, content, declared)
    assert (again(waiting).state, AuditEvent.objects.count()) == (State.PREPARED, events)


UNFIT = {
    "of an authority": (lambda: issued(ca=True, usages=("digital_signature", "key_cert_sign")), "milik penerbit"),
    "an authority of one's own": (own_root, "milik penerbit"),
    "for encryption": (lambda: issued(usages=("key_encipherment",)), "tidak diperuntukkan"),
    "ended": (lambda: issued(end=NOW - timedelta(days=1)), "sudah habis"),
    "not yet begun": (lambda: issued(start=NOW + timedelta(days=2)), "baru berlaku mulai"),
    "a short key": (lambda: issued(key=rsa_key(1024)), "terlalu lemah"),
    "signed by SHA-1": (by_sha1, "SHA-?1"),
    "of somebody else": (lambda: issued("Budi Santoso"), "atas nama Budi Santoso"),
    "of the demonstration": (lambda: issued(extensions=(demo_mark(),)), "[Cc]ontoh|CONTOH"),
}


@pytest.mark.parametrize("case", sampled(UNFIT, every=5))
def test_elsewhere_asks_of_a_certificate_what_here_asks(waiting, people, case):
    make, match = UNFIT[case]
    refused(waiting, people, signed_by(small_pdf(), *make()), match)


def test_a_signature_by_sha1_is_refused(waiting, people):
    refused(waiting, people, signed_by(small_pdf(), *issued(key=rsa_key(2048)), digest="sha1"), "SHA-1")


def test_a_signature_older_than_the_file_is_refused(waiting, people):
    type(waiting).objects.filter(pk=waiting.pk).update(prepared_at=NOW + timedelta(days=2))
    refused(waiting, people, signed_by(small_pdf(), *issued()), "lebih awal")


def test_another_name_is_taken_with_a_statement(waiting, people):
    content = signed_by(small_pdf(), *issued("Budi Santoso"))
    known_outside(people.secretary, waiting.followup.survey.office, content)
    report = accepted(waiting, people, content, Declared(other_holder=True, unknown_issuer=True, reason=REASON))
    assert (report.signer["holder"], report.signer["other_holder"]) == ("Budi Santoso", True)
    assert last_event().after["other_holder"] is True


def test_an_unknown_issuer_is_named_and_asks_for_a_reason(waiting, people):
    content = signed_by(small_pdf(), *issued())
    refused(waiting, people, content, "Otoritas Uji, tidak terdaftar di portal ini", Declared())
    refused(waiting, people, content, "Alasan belum diisi", Declared(unknown_issuer=True, reason=" "))
    known_outside(people.secretary, waiting.followup.survey.office, content)
    report = accepted(waiting, people, content)
    assert (report.signer["reason"], report.signer["trusted"]) == (REASON, False)
    assert last_event().after["reason"] == REASON


def test_a_registered_issuer_asks_for_no_reason(waiting, people, settings, tmp_path):
    bundle = tmp_path / "dikenal.pem"
    bundle.write_bytes(authority().root.public_bytes(Encoding.PEM))
    settings.SIGNING_TRUST = str(bundle)
    report = accepted(waiting, people, signed_by(small_pdf(), *issued()), Declared())
    assert (report.signer["trusted"], report.signer["reason"]) == (True, "")


def ticked(response):
    boxes = re.findall(r'<input type="checkbox"[^>]*>', response.content.decode())
    return {re.search(r'name="(\w+)"', box)[1] for box in boxes if "checked" in box}


@pytest.mark.prove
def test_nothing_typed_is_lost_when_a_file_is_refused(as_user, survey, people, waiting):
    content = signed_by(small_pdf(), *issued("Budi Santoso"))
    file = SimpleUploadedFile("ttd.pdf", content, "application/pdf")
    client = as_user(people.secretary)
    asked = client.get(PAGE).content.decode()
    assert "lajur kosong 20 mm" in asked
    sent = {"file": file, "unknown_issuer": "on", "issuer_reason": REASON}
    response = client.post(f"{PAGE}unggah/", sent)
    assert response.status_code == 422
    assert "atas nama Budi Santoso" in text_of(response)
    assert REASON in text_of(response)
    assert ticked(response) == {"unknown_issuer"}
    file.seek(0)
    known_outside(people.secretary, survey.office, content)
    assert client.post(f"{PAGE}unggah/", sent | {"other_holder": "on"}).status_code == 302
    assert read(again(waiting).signed_file, again(waiting).signed_sha256) == content


@pytest.mark.parametrize(
    ("case", "said", "unsaid"),
    sampled(
        [
            ("an invisible field of its own", "di luar portal", "menulis ulang"),
            ("a code in the strip of every page", "menulis ulang", "tetap memenuhi"),
            ("saved anew with care", "tetap memenuhi PDF/A-3a", "tidak lagi memenuhi"),
            ("a line end from transit", "baris kosong", "menulis ulang"),
        ],
        every=2,
    ),
)
def test_how_it_came_back_is_told_to_the_office_and_to_everybody(waiting, people, as_user, client, case, said, unsaid):
    signer = arrived(elsewhere.waiting(), HONEST[case](), DECLARED)
    type(waiting).objects.filter(pk=waiting.pk).update(
        state=State.SIGNED,
        signed_sha256="0" * 64,
        signed_at=NOW,
        signed_by=people.secretary,
        signer=kept_of(signer),
    )
    inside, outside = as_user(people.secretary).get(PAGE), client.get(f"/verifikasi/{waiting.code}/")
    for page in map(text_of, (inside, outside)):
        assert said in page
        assert unsaid not in page
    assert f"diterima dengan alasan: {REASON}" in text_of(inside)
    assert REASON not in text_of(outside)

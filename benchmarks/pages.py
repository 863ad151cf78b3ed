"""What a page costs: its queries with 3 plans and with 30, and its size as it is sent, without photos.

Run with ``python -m benchmarks.pages``; exit status 1 if a *must* is missed. The portal is one of its own in a
folder: two offices with the example case cut to 3 plans and repeated to 30, each read by an admin of its own.
"""

import copy
import gzip
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test import Client

    from surveys.models import Survey

EXAMPLE = Path(__file__).parents[1] / "tests" / "data" / "ngawi-2025-s1.cycle.json"
FEW, MANY = 3, 30
MUST_QUERIES, MUST_KB = 34, 100
PAGES = {
    "home": "/",
    "cycle_readiness": "/beranda/kesiapan/{cycle}/",
    "cycle_list": "/skm/",
    "office_profile": "/satuan-kerja/{code}/",
    "office_appearance": "/satuan-kerja/{code}/tampilan/",
    "office_pictures": "/satuan-kerja/{code}/gambar/",
    "office_units": "/satuan-kerja/{code}/unit/",
    "people": "/satuan-kerja/{code}/pengguna/",
    "person_new": "/satuan-kerja/{code}/pengguna/baru/",
    "audit_trail": "/riwayat/{code}/",
    "survey_new": "/satuan-kerja/{code}/siklus-baru/",
    "survey": "/skm/{cycle}/",
    "priorities": "/skm/{cycle}/prioritas/",
    "plan_table": "/rtl/{cycle}/",
    "plan_new": "/rtl/{cycle}/baru/",
    "plan_edit": "/rtl/{cycle}/{plan}/ubah/",
    "realisations": "/rtl/{cycle}/realisasi/",
    "realisation": "/rtl/{cycle}/{plan}/",
    "evidence": "/bukti-dukung/{cycle}/",
    "evidence_place": "/bukti-dukung/{cycle}/rtl/{plan}/",
    "upkeep": "/pemeliharaan/{cycle}/",
    "upkeep_new": "/pemeliharaan/{cycle}/baru/",
    "texts": "/laporan/{cycle}/teks/",
    "text": "/laporan/{cycle}/teks/4.penutup/",
    "report": "/laporan/{cycle}/",
    "findings": "/pemeriksaan/{cycle}/",
    "findings_beside": "/pemeriksaan/{cycle}/halaman/plan_table/",
    "report_pdf": "/laporan/{cycle}/pdf/",
    "signing": "/laporan/{cycle}/tanda-tangan/",
    "reader_notes": "/laporan/{cycle}/catatan/",
    "versions_compare": "/laporan/{cycle}/bandingkan/",
    "handovers": "/laporan/{cycle}/penyampaian/",
    "texts_takeover": "/laporan/{cycle}/teks/ambil/",
    "signing_key": "/akun/kunci/",
    "verification": "/verifikasi/",
    "account": "/akun/",
}
OF_WHO_SIGNS = {"signing_key"}
STATIC = re.compile(r'(?:<link rel="stylesheet"\s+href|<script src)="/static/([^"]+)"')

Json = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """A figure, and the most that it may be (None: only told)."""

    name: str
    value: float
    must: float | None = None

    @property
    def missed(self) -> bool:
        return self.must is not None and self.value > self.must


@dataclass(frozen=True)
class Page:
    """A page as it was answered: queries, and kB of itself and of the styles and scripts that it asks for."""

    queries: int
    kb: float
    static_kb: float


def cycle_of(code: str, plans: int) -> Json:
    """The example in an office of its own, its plans cut or repeated to ``plans`` in equal parts."""
    data: Json = json.loads(EXAMPLE.read_text("utf-8"))
    data["office"] |= {"code": code, "parent": None}
    priorities = data["followup"]["priorities"]
    for priority in priorities:
        own = priority["plans"]
        priority["plans"] = [copy.deepcopy(own[n % len(own)]) for n in range(plans // len(priorities))]
        for number, plan in enumerate(priority["plans"]):
            plan["programme"] += f" tahap {number + 1}"
    return data


def office_with(code: str, plans: int, folder: Path) -> "Survey":
    """Load such an office; its cycle."""
    from django.core.management import call_command

    from surveys.models import Survey

    file = folder / f"{code}.json"
    file.write_text(json.dumps(cycle_of(code, plans), ensure_ascii=False))
    call_command("load_cycle", str(file), placeholder_photos=True, stdout=io.StringIO())
    return Survey.objects.select_related("office").get(office__code=code)


def client_in(survey: "Survey", name: str) -> "Client":
    """Somebody who may see the page of that name: an admin, and who signs where only these may."""
    from django.test import Client

    from offices.models import Membership, Role, User

    role = Role.SECRETARY if name in OF_WHO_SIGNS else Role.ADMIN
    user, _made = User.objects.get_or_create(
        username=f"{role.value}-{survey.office.code}", defaults={"name": role.label}
    )
    Membership.objects.get_or_create(user=user, office=survey.office, role=role)
    client = Client()
    client.force_login(user)
    return client


def page_of(client: "Client", survey: "Survey", address: str) -> Page:
    """Ask for a page twice, so that the second answer shows what it costs each time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from followups.models import ActionPlan

    plan = ActionPlan.objects.filter(priority__followup__survey=survey).order_by("pk")[0]
    code = survey.office.code
    where = address.format(code=code, cycle=f"{code}/{survey.period}", plan=plan.pk)
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(where)
    if answer.status_code != 200:
        raise RuntimeError(f"{where} was answered with {answer.status_code}")
    return Page(len(caught), sent_kb(answer.content), static_kb(answer.content.decode()))


def static_kb(page: str) -> float:
    """kB of the styles and scripts that a page asks for, as they are sent; not of the fonts."""
    from django.contrib.staticfiles import finders

    return sum(sent_kb(Path(str(finders.find(name))).read_bytes()) for name in sorted(set(STATIC.findall(page))))


def sent_kb(content: bytes) -> float:
    return len(gzip.compress(content, mtime=0)) / 1000


def measured(folder: Path) -> Iterator[Line]:
    """For each page: queries with 30 plans, how many more these are than with 3, and kB with styles and scripts."""
    few, many = office_with("9003", FEW, folder), office_with("9030", MANY, folder)
    for name, address in PAGES.items():
        small = page_of(client_in(few, name), few, address)
        large = page_of(client_in(many, name), many, address)
        yield Line(f"{name}_queries", large.queries, MUST_QUERIES)
        yield Line(f"{name}_queries_more_with_{MANY}", large.queries - small.queries, 0)
        yield Line(f"{name}_kb", large.kb + large.static_kb, MUST_KB)


def set_up(folder: Path) -> None:
    """A portal of its own."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "skm_portal.settings",
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
        "ALLOWED_HOSTS": "testserver",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable")


def main() -> int:
    """Print one line per figure: name, measured, must, verdict. Returns the exit status."""
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        set_up(Path(name))
        print(f"{'name':38}{'measured':>10}{'must':>8}  verdict")
        for line in measured(Path(name)):
            missed += line.missed
            must = "-" if line.must is None else f"<={line.must:g}"
            verdict = "-" if line.must is None else "MISSED" if line.missed else "ok"
            print(f"{line.name:38}{line.value:>10.1f}{must:>8}  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

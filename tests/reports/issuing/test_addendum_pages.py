"""The pages that a Laporan Penyelesaian RTL shares with the follow-up report: its draft as a PDF, and where it went."""

import re
from datetime import date
from html import unescape

import pytest

from followups.models import ActionPlan, EvidencePhoto, Review
from offices.models import AuditEvent
from reports.issuing import prepare, sign_here
from reports.issuing.wish import Wish
from reports.models import Handover, Job, JobKind, JobState, Report, ReportKind, State
from reports.work.jobs import run_job
from tests.conftest import just_confirmed
from tests.reports.addendum.owed import carried, done, open_plans, with_signed_report
from tests.reports.issuing.issuing import AGREED, PASSPHRASE, again, give_key, made

pytestmark = pytest.mark.usefixtures("own_media")
BASE = "/laporan/3521/2025-S1/"
OWN = f"{BASE}penyelesaian/"
ADDENDUM = ReportKind.ADDENDUM
SENT = {"version": "1", "kind": "sent", "party": "KPU Provinsi"}


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date.today(), tick=True)


@pytest.fixture
def settled(survey, people):
    """A signed report of one open RTL, which is done since."""
    with_signed_report(survey, people)
    return done(carried(people, open_plans(survey).get()), people)


@pytest.fixture
def prepared(survey, people, settled):
    return made(prepare(survey, people.admin, Wish(way="here", dated=date.today()), ADDENDUM))


@pytest.fixture
def signed(prepared, people):
    give_key(people.secretary)
    return sign_here(prepared, people.secretary, PASSPHRASE, AGREED)


def flat(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def day():
    return date.today().strftime("%d-%m-%Y")


# --- the draft as a PDF


def test_its_draft_is_made_as_a_pdf_of_its_own(as_user, people, settled):
    client = as_user(people.admin)
    assert f'href="{OWN}pdf/"' in client.get(f"{OWN}tanda-tangan/").content.decode()
    assert "Laporan Penyelesaian RTL sebagai PDF" in flat(client.get(f"{OWN}pdf/"))
    assert client.post(f"{OWN}pdf/").url == f"{OWN}pdf/"
    job = Job.objects.get()
    assert (job.kind, job.report_kind, job.state) == (JobKind.DRAFT_PDF, ADDENDUM, JobState.QUEUED)
    assert f'data-hx-get="{OWN}pdf/?pekerjaan={job.pk}"' in client.get(f"{OWN}pdf/").content.decode()
    assert client.get(f"{BASE}pdf/?pekerjaan={job.pk}").status_code == 404
    run_job(job.pk)
    assert "PDF siap" in flat(client.get(f"{OWN}pdf/"))
    file = client.get(f"{OWN}pdf/berkas/?lihat=1")
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    assert 'filename="Laporan-Penyelesaian-RTL-3521-2025-S1-draf.pdf"' in file.headers["Content-Disposition"]
    assert client.get(f"{BASE}pdf/berkas/").url == f"{BASE}pdf/"


def test_while_there_is_nothing_to_say_there_is_no_draft_of_it(as_user, people, settled):
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.PENDING, reviewed_by=None)
    client = as_user(people.admin)
    for answer in (client.get(f"{OWN}pdf/"), client.post(f"{OWN}pdf/"), client.get(f"{OWN}pdf/berkas/")):
        assert answer.url == f"{OWN}tanda-tangan/"
    assert not Job.objects.exists()
    assert "mintakan persetujuan" in flat(client.get(f"{OWN}tanda-tangan/"))


def test_a_draft_whose_ground_is_gone_meanwhile_says_so(as_user, people, settled):
    client = as_user(people.admin)
    client.post(f"{OWN}pdf/")
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.PENDING, reviewed_by=None)
    run_job(Job.objects.get().pk)
    job = Job.objects.get()
    assert job.state == JobState.FAILED and "Belum ada RTL dari Tabel 4.1" in job.error


def test_a_draft_of_it_goes_when_one_of_its_photos_is_covered(as_user, people, settled):
    client = as_user(people.admin)
    client.post(f"{OWN}pdf/")
    run_job(Job.objects.get().pk)
    photo = EvidencePhoto.objects.get(uses__group__plan=settled)
    page = f"/bukti-dukung/3521/2025-S2/foto/{photo.pk}/ubah/"
    client.post(page, {"cara": "samarkan", "kotak": "10,10,100,100"})
    assert EvidencePhoto.objects.get(pk=photo.pk).sha256 != photo.sha256
    assert not Job.objects.exists()


# --- handing on


def test_it_is_handed_on_by_itself(as_user, people, survey, signed):
    client = as_user(people.admin)
    assert f'href="{OWN}penyampaian/"' in client.get(f"{OWN}tanda-tangan/").content.decode()
    assert "Penyampaian Laporan Penyelesaian RTL" in flat(client.get(f"{OWN}penyampaian/"))
    assert client.post(f"{OWN}penyampaian/", SENT | {"happened_on": day()}).url == f"{OWN}penyampaian/"
    row = Handover.objects.get()
    assert row.report == again(signed)
    assert "KPU Provinsi" in flat(client.get(f"{OWN}penyampaian/"))
    assert "KPU Provinsi" in flat(client.get(f"{OWN}tanda-tangan/"))
    for page in (f"{BASE}penyampaian/", f"{BASE}tanda-tangan/"):
        assert "Belum ada penyampaian yang dicatat." in flat(client.get(page))
    event = AuditEvent.objects.get(action="handover.record")
    assert event.after["report_kind"] == "Laporan Penyelesaian RTL"
    assert client.post(f"{BASE}penyampaian/{row.pk}/hapus/").url == f"{OWN}penyampaian/"
    assert not Handover.objects.exists()


def test_before_it_is_signed_nothing_is_handed_on(as_user, people, prepared):
    client = as_user(people.admin)
    assert "Penyampaian dicatat setelah laporan ditandatangani." in flat(client.get(f"{OWN}penyampaian/"))
    assert client.post(f"{OWN}penyampaian/", SENT | {"happened_on": day()}).status_code == 422
    assert not Handover.objects.exists()


def test_one_that_came_back_is_opened_again_for_that_reason(as_user, people, signed):
    client = as_user(people.secretary)
    back = {"version": "1", "kind": "returned", "party": "KPU Provinsi", "note": "Foto keliru.", "happened_on": day()}
    client.post(f"{OWN}penyampaian/", back)
    just_confirmed(client, people.secretary)
    assert "Laporan penyelesaian dikembalikan oleh KPU Provinsi" in flat(client.get("/"))
    answer = client.post(f"{BASE}penyampaian/{Handover.objects.get().pk}/perbaiki/", follow=True)
    assert answer.redirect_chain[-1][0] == f"{OWN}tanda-tangan/"
    assert "Versi baru dibuka. Versi lama tetap berlaku" in flat(answer)
    opened = Report.objects.get(kind=ADDENDUM, state=State.DRAFT)
    assert (opened.version, opened.reason) == (2, "Dikembalikan oleh KPU Provinsi: Foto keliru.")


def test_home_asks_for_its_handing_on_until_it_was_sent(as_user, people, signed):
    asked = "Laporan penyelesaian belum disampaikan"
    page = as_user(people.admin).get("/")
    assert asked in flat(page) and f'href="{OWN}tanda-tangan/"' in page.content.decode()
    client = as_user(people.admin)
    client.post(f"{OWN}penyampaian/", SENT | {"happened_on": day()})
    assert asked not in flat(client.get("/"))

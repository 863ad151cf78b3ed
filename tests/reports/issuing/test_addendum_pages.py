"""The pages that a Laporan Penyelesaian RTL shares with the follow-up report: its draft as a PDF, parafs and
notes before it is signed, and where it went.
"""

import re
from datetime import date
from html import unescape

import pytest

from followups.models import ActionPlan, EvidencePhoto, Review
from offices.declining import Declined
from offices.models import AuditEvent, Office
from offices.trail.entries import unknown_names
from reports.issuing import prepare, reopen, sign_here, withdraw
from reports.issuing.wish import Wish
from reports.models import Handover, Job, JobKind, JobState, Paraf, ReaderNote, Report, ReportKind, State
from reports.paraf.parafs import check_parafs, state_of
from reports.reading.notes import write_note
from reports.reading.versions import current
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


def test_its_concept_for_word_is_made_beside_its_pdf(as_user, people, settled):
    client = as_user(people.admin)
    word = f"{OWN}pdf/?bentuk=word"
    assert f'href="{word}"' in client.get(f"{OWN}pdf/").content.decode()
    assert client.post(word).url == word
    run_job(Job.objects.get(kind=JobKind.DRAFT_WORD, report_kind=ADDENDUM).pk)
    assert "Konsep Word siap" in flat(client.get(word))
    file = client.get(f"{OWN}pdf/berkas/?bentuk=word")
    assert b"".join(file.streaming_content).startswith(b"PK")
    assert 'filename="Laporan-Penyelesaian-RTL-3521-2025-S1-konsep.docx"' in file.headers["Content-Disposition"]


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


def test_the_trail_tells_which_draft_was_asked_for_and_downloaded(as_user, people, settled):
    client = as_user(people.admin)
    for page in (f"{OWN}pdf/?bentuk=word", f"{BASE}pdf/"):
        client.post(page)
    word, pdf = AuditEvent.objects.filter(action="report.request_pdf").order_by("pk")
    assert word.after["draft"] == "Laporan-Penyelesaian-RTL-3521-2025-S1-konsep.docx"
    assert pdf.after["draft"] == "Laporan-TL-SKM-3521-2025-S1-draf.pdf"
    assert not unknown_names(word)
    assert "Meminta draf laporan" in flat(client.get("/riwayat/3521/"))


def test_one_that_an_earlier_release_prepared_is_shown_although_nothing_is_settled_now(
    as_user, people, prepared, settled
):
    Office.objects.update(paraf="required")
    Report.objects.filter(pk=prepared.pk).update(draft_digest="")
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.PENDING, reviewed_by=None)
    assert as_user(people.secretary).get(f"{OWN}tanda-tangan/").status_code == 200


def test_one_whose_report_was_withdrawn_is_only_taken_back(as_user, people, survey, prepared):
    client = as_user(people.secretary)
    give_key(people.secretary)
    page = client.get(f"{OWN}tanda-tangan/").content.decode()
    assert 'id="tandatangani"' in page
    withdraw(current(survey), people.admin, "Angka keliru.")
    for person in (people.secretary, people.admin):
        page = as_user(person).get(f"{OWN}tanda-tangan/").content.decode()
        assert "Laporan yang dilengkapi tidak berlaku lagi" in page
        assert 'id="tandatangani"' not in page
    assert "Kembalikan menjadi draf" in page


def test_who_signs_is_told_of_notes_that_are_open(as_user, people, prepared):
    give_key(people.secretary)
    client = as_user(people.secretary)
    assert "belum diselesaikan" not in flat(client.get(f"{OWN}tanda-tangan/"))
    write_note(prepared.followup.survey, people.secretary, "tabel-2", "Periksa bulannya.", ADDENDUM)
    assert "Masih ada 1 catatan pembaca yang belum diselesaikan." in flat(client.get(f"{OWN}tanda-tangan/"))


def test_a_draft_of_it_goes_when_one_of_its_photos_is_covered(as_user, people, settled):
    client = as_user(people.admin)
    client.post(f"{OWN}pdf/")
    run_job(Job.objects.get().pk)
    photo = EvidencePhoto.objects.get(uses__group__plan=settled)
    page = f"/bukti-dukung/3521/2025-S2/foto/{photo.pk}/ubah/"
    client.post(page, {"cara": "samarkan", "kotak": "10,10,100,100"})
    assert EvidencePhoto.objects.get(pk=photo.pk).sha256 != photo.sha256
    assert not Job.objects.exists()


# --- paraf


def agree(client, survey):
    return client.post(f"{OWN}paraf/", {"putusan": "setuju", "state": state_of(survey, ADDENDUM)})


def test_a_head_reads_its_draft_and_gives_a_paraf_of_its_own(as_user, people, survey, settled):
    assert f'href="{OWN}paraf/"' in as_user(people.head).get(f"{OWN}tanda-tangan/").content.decode()
    client = as_user(people.head)
    page = client.get(f"{OWN}paraf/")
    assert "Paraf draf Laporan Penyelesaian RTL" in flat(page) and "Realisasi RTL Semula dan Sekarang" in flat(page)
    assert f'href="{OWN}pdf/?tepi=lebar"' in page.content.decode()
    assert agree(client, survey).url == f"{OWN}paraf/"
    assert [(row.kind, row.given_by, row.agrees) for row in Paraf.objects.all()] == [(ADDENDUM, people.head, True)]
    sheet = flat(client.get(f"{OWN}paraf/lembar/"))
    assert "Laporan Penyelesaian RTL Komisi Pemilihan Umum Kabupaten Ngawi" in sheet and "Kasubbag" in sheet
    event = AuditEvent.objects.get(action="paraf.give")
    assert event.after["report_kind"] == "Laporan Penyelesaian RTL"


def test_a_paraf_holds_until_the_report_says_something_else(as_user, people, survey, settled, time_machine):
    agree(as_user(people.head), survey)
    Office.objects.update(paraf="required")
    survey.office.refresh_from_db()
    time_machine.shift(3 * 86400)
    check_parafs(survey, ADDENDUM)
    ActionPlan.objects.filter(pk=settled.pk).update(description="Lain sekali.")
    with pytest.raises(Declined, match="Paraf belum lengkap: Kasubbag"):
        check_parafs(survey, ADDENDUM)


def test_where_every_paraf_is_wanted_it_is_not_signed_without_them(as_user, people, survey, prepared):
    Office.objects.update(paraf="required")
    give_key(people.secretary)
    with pytest.raises(Declined, match="Paraf belum lengkap: Kasubbag"):
        sign_here(again(prepared), people.secretary, PASSPHRASE, AGREED)
    assert "Laporan penyelesaian menunggu paraf" in flat(as_user(people.head).get("/"))
    agree(as_user(people.head), survey)
    assert "Laporan penyelesaian menunggu paraf" not in flat(as_user(people.head).get("/"))
    assert sign_here(again(prepared), people.secretary, PASSPHRASE, AGREED).state == State.SIGNED


def test_a_paraf_for_the_report_is_none_for_what_completes_it(people, survey, settled):
    Paraf.objects.create(
        followup=settled.continues.priority.followup,
        given_by=people.head,
        given_at=settled.priority.followup.survey.office.small_since or "2026-01-09T00:00Z",
        agrees=True,
        digest=state_of(survey, ADDENDUM),
    )
    Office.objects.update(paraf="required")
    survey.office.refresh_from_db()
    with pytest.raises(Declined, match="Paraf belum lengkap"):
        check_parafs(survey, ADDENDUM)


def test_while_there_is_nothing_to_say_nobody_is_asked_to_read_it(as_user, people, settled):
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.PENDING, reviewed_by=None)
    client = as_user(people.head)
    assert client.get(f"{OWN}paraf/").url == client.get(f"{OWN}paraf/lembar/").url == f"{OWN}tanda-tangan/"
    assert "Baca draf dan paraf" not in flat(client.get(f"{OWN}tanda-tangan/"))


def test_an_office_that_uses_no_paraf_has_none_for_it_either(as_user, people, settled):
    Office.objects.update(paraf="off")
    client = as_user(people.head)
    assert client.get(f"{OWN}paraf/").status_code == 404
    assert f'href="{OWN}paraf/"' not in client.get(f"{OWN}tanda-tangan/").content.decode()


# --- notes


def test_what_is_to_be_mended_is_noted_at_its_own_parts(as_user, people, survey, settled):
    client = as_user(people.head)
    page = client.get(f"{OWN}paraf/").content.decode()
    assert '<option value="tabel-2">' in page and '<option value="bab-2">' not in page
    note = {"putusan": "catatan", "state": state_of(survey, ADDENDUM), "part": "tabel-2", "text": "Sebut loketnya."}
    assert client.post(f"{OWN}paraf/", note | {"part": "bab-2"}).status_code == 422
    assert client.post(f"{OWN}paraf/", note).status_code == 302
    row = ReaderNote.objects.get()
    assert (row.kind, row.part) == (ADDENDUM, "tabel-2")
    admin = as_user(people.admin)
    for page in (f"{OWN}catatan/", f"{OWN}tanda-tangan/", f"{OWN}paraf/"):
        assert "Sebut loketnya." in flat(admin.get(page)), page
    for page in (f"{BASE}catatan/", f"{BASE}tanda-tangan/", f"{BASE}paraf/"):
        assert "Sebut loketnya." not in flat(admin.get(page)), page
    assert f"{OWN}catatan/#catatan-{row.pk}" in admin.get("/").content.decode()
    assert admin.post(f"{BASE}catatan/{row.pk}/selesai/").url == f"{OWN}catatan/"
    assert "Selesai: Admin" in flat(admin.get(f"{OWN}catatan/"))


def test_who_signs_writes_one_while_it_is_a_draft_and_not_once_it_is_signed(as_user, people, survey, signed):
    client = as_user(people.secretary)
    note = {"part": "penutup", "text": "Periksa tanggalnya."}
    assert client.post(f"{OWN}catatan/", note).status_code == 422
    assert client.post(f"{OWN}paraf/", {"putusan": "setuju", "state": "x"}).status_code == 422
    reopen(signed, people.secretary, "Foto keliru.")
    assert client.post(f"{OWN}catatan/", note).url == f"{OWN}catatan/"
    assert ReaderNote.objects.get().kind == ADDENDUM


# --- two versions


def test_its_versions_are_compared_by_what_they_say(as_user, people, survey, settled, signed):
    compare = f"{OWN}bandingkan/"
    client = as_user(people.secretary)
    assert compare not in client.get(f"{OWN}tanda-tangan/").content.decode()
    reopen(signed, people.secretary, "Uraian keliru.")
    assert f'href="{compare}"' in client.get(f"{OWN}tanda-tangan/").content.decode()
    ActionPlan.objects.filter(pk=settled.pk).update(description="Loket ditata.\nJadwal dicetak.")
    page = client.get(compare)
    assert (page.context["before"], page.context["after"]) == ("1", "draf")
    assert "<del>dipasang.</del>" in page.content.decode() and "<ins>dicetak.</ins>" in page.content.decode()
    assert "Tabel 2 nomor 1: Program 2" in flat(page)
    made(prepare(survey, people.admin, Wish(way="here", dated=date.today()), ADDENDUM))
    second = client.get(compare, {"lama": "1", "baru": "2"})
    assert "<ins>dicetak.</ins>" in second.content.decode()
    assert client.get(compare, {"lama": "3"}).status_code == 404


def test_while_there_is_no_version_and_nothing_to_say_there_is_nothing_to_compare(as_user, people, settled):
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.PENDING, reviewed_by=None)
    assert as_user(people.staff).get(f"{OWN}bandingkan/").url == f"{OWN}tanda-tangan/"


def test_one_that_cannot_be_read_any_more_says_so(as_user, people, signed):
    Report.objects.filter(pk=signed.pk).update(document={"schema": 99})
    page = flat(as_user(people.staff).get(f"{OWN}bandingkan/", {"lama": "1", "baru": "draf"}))
    assert "bandingkan berkas PDF-nya" in page


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

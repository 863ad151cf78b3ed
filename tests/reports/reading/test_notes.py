"""The reader's notes: who signs leaves them, who mends sees them at home and says that it is done."""

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent, Role
from reports.models import PARTS, ReaderNote, ReportKind
from surveys.models import Lock
from tests.conftest import make_survey, make_user

NOTES = "/laporan/3521/2025-S1/catatan/"
REPORT = "/laporan/3521/2025-S1/"
WORDS = "Uraian RTL 1 a belum menyebut tempatnya."


@pytest.fixture
def note(people, survey):
    followup = FollowUp.objects.get(survey=survey)
    return ReaderNote.objects.create(followup=followup, part="bab-3", text=WORDS, written_by=people.secretary)


def test_a_note_is_written_beside_the_preview(as_user, people, survey):
    client = as_user(people.secretary)
    assert f'action="{NOTES}"' in client.get(REPORT).content.decode()
    answer = client.post(NOTES, {"part": "bab-3", "text": WORDS, "kembali": REPORT})
    assert (answer.status_code, answer.url) == (302, REPORT)
    page = client.get(REPORT).content.decode()
    assert WORDS in page and "Bab III Realisasi" in page
    assert "Catatan tersimpan dan terlihat oleh admin." in page
    event = AuditEvent.objects.get(action="remark.write")
    assert event.after == {"part": "Bab III Realisasi Rencana Tindak Lanjut", "text": WORDS}


def test_a_note_needs_words_and_a_part(as_user, people, survey):
    answer = as_user(people.secretary).post(NOTES, {"part": "bab-9", "text": " "})
    assert answer.status_code == 422
    assert not ReaderNote.objects.exists()


def test_the_admin_sees_it_at_home_and_on_the_report_and_marks_it_as_done(as_user, people, note):
    client = as_user(people.admin)
    home = client.get("/").content.decode()
    assert WORDS in home and f'href="{NOTES}#catatan-{note.pk}"' in home
    assert WORDS in client.get(REPORT).content.decode()
    client.post(f"{NOTES}{note.pk}/selesai/")
    note.refresh_from_db()
    assert note.done_by == people.admin and note.done_at
    assert WORDS not in client.get("/").content.decode()
    assert "Selesai: Admin" in client.get(NOTES).content.decode()


def test_it_is_not_waiting_for_who_wrote_it(as_user, people, note):
    assert WORDS not in as_user(people.secretary).get("/").content.decode()


def test_it_is_nobody_elses_business(as_user, people, note):
    for person in (people.staff, people.head, people.stranger):
        assert WORDS not in as_user(person).get("/").content.decode()


def test_the_office_reads_it_on_the_report_and_who_is_above_it_does_not(as_user, people, note):
    for page in (REPORT, NOTES):
        assert WORDS in as_user(people.staff).get(page).content.decode()
        assert WORDS not in as_user(people.supervisor).get(page).content.decode()


def test_a_note_is_finished_once(as_user, people, note):
    client = as_user(people.admin)
    client.post(f"{NOTES}{note.pk}/selesai/")
    page = client.post(f"{NOTES}{note.pk}/selesai/", follow=True).content.decode()
    assert "sudah ditandai selesai" in page
    assert AuditEvent.objects.filter(action="remark.done").count() == 1


def test_only_its_writer_takes_an_open_note_back(as_user, people, note, ngawi):
    other = make_user("sekretaris.lain", Role.SECRETARY, ngawi)
    as_user(other).post(f"{NOTES}{note.pk}/hapus/")
    assert ReaderNote.objects.filter(pk=note.pk).exists()
    as_user(people.secretary).post(f"{NOTES}{note.pk}/hapus/")
    assert not ReaderNote.objects.exists()
    assert AuditEvent.objects.get(action="remark.delete").before["text"] == WORDS


def test_what_is_done_stays(as_user, people, note):
    as_user(people.admin).post(f"{NOTES}{note.pk}/selesai/")
    as_user(people.secretary).post(f"{NOTES}{note.pk}/hapus/")
    assert ReaderNote.objects.exists()


@pytest.mark.parametrize(("lock", "written"), [(Lock.PREPARED, True), (Lock.SIGNED, False)])
def test_notes_are_for_what_is_not_signed_yet(as_user, people, survey, lock, written):
    survey.lock = lock
    survey.save()
    answer = as_user(people.secretary).post(NOTES, {"part": "bab-3", "text": WORDS})
    assert ReaderNote.objects.exists() == written
    assert answer.status_code == (302 if written else 422)
    assert written or "sudah ditandatangani" in answer.content.decode()


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_a_form_leads_nowhere_but_back_into_the_portal(as_user, people, survey, page):
    answer = as_user(people.secretary).post(NOTES, {"part": "bab-3", "text": WORDS, "kembali": page})
    assert answer.url == NOTES


def test_a_note_is_text_on_every_page(as_user, people, note):
    ReaderNote.objects.update(text="<script>alert(1)</script>")
    client = as_user(people.admin)
    for page in ("/", REPORT, NOTES):
        assert "<script>alert" not in client.get(page).content.decode()


def noted(followup, person, part="bab-3", **changes):
    return ReaderNote.objects.create(followup=followup, part=part, text=WORDS, written_by=person, **changes)


def test_open_notes_stand_before_those_that_are_done_and_each_leads_to_its_part(as_user, people, note):
    done = noted(note.followup, people.head, "sampul", done_by=people.admin, done_at="2025-12-01T00:00Z")
    preface = noted(note.followup, people.secretary, "kata_pengantar")
    shown = as_user(people.admin).get(NOTES).context["notes"]
    assert {row.note.pk: row.anchor for row in shown.open} == {note.pk: "bab-3", preface.pk: "bagian-kata_pengantar"}
    assert [(row.note.pk, row.anchor) for row in shown.done] == [(done.pk, "isi")]


@pytest.mark.parametrize(
    ("who", "finishes", "deletes", "writes"),
    [
        ("admin", True, False, True),
        ("secretary", True, True, True),
        ("head", False, False, True),
        ("staff", False, False, False),
    ],
)
def test_each_is_offered_only_what_is_theirs_to_do(as_user, people, note, who, finishes, deletes, writes):
    shown = as_user(getattr(people, who)).get(NOTES).context["notes"]
    (row,) = shown.open
    assert (row.may_finish, row.may_delete, shown.may_write) == (finishes, deletes, writes)


def test_of_a_note_that_is_done_nothing_is_left_to_do(as_user, people, note):
    as_user(people.admin).post(f"{NOTES}{note.pk}/selesai/")
    (row,) = as_user(people.secretary).get(NOTES).context["notes"].done
    assert (row.may_finish, row.may_delete) == (False, False)


def test_who_writes_notes_and_edits_no_texts_does_not_say_that_they_are_mended(as_user, people, note):
    assert as_user(people.head).post(f"{NOTES}{note.pk}/selesai/").status_code == 403
    assert as_user(people.stranger).post(f"{NOTES}{note.pk}/selesai/").status_code == 404
    note.refresh_from_db()
    assert note.done_at is None


def test_a_note_is_found_in_its_own_cycle_only(as_user, people, note):
    make_survey(note.followup.survey.office, "2025-S2")
    elsewhere = NOTES.replace("2025-S1", "2025-S2")
    client = as_user(people.secretary)
    assert [client.post(f"{elsewhere}{note.pk}/{verb}/").status_code for verb in ("selesai", "hapus")] == [404, 404]
    assert client.get(elsewhere).context["notes"].open == ()
    assert ReaderNote.objects.filter(done_at=None).exists()


def test_a_note_on_one_report_of_a_cycle_does_not_stand_at_another(as_user, people, note):
    client = as_user(people.secretary)
    other = "/laporan/3521/2025-S1/survei/catatan/"
    part = PARTS[ReportKind.SURVEY][-1].value
    assert client.post(other, {"part": part, "text": "Bagan responden belum ada."}).url == other
    assert [row.note.text for row in client.get(other).context["notes"].open] == ["Bagan responden belum ada."]
    assert [row.note.pk for row in client.get(NOTES).context["notes"].open] == [note.pk]
    written = ReaderNote.objects.exclude(pk=note.pk).get()
    assert client.post(f"{NOTES}{written.pk}/hapus/").url == other, "back to the notes of its own report"


def test_who_is_too_late_keeps_what_was_typed_and_nothing_is_in_the_trail(as_user, people, survey):
    """Somebody signed while it was written: the words are still there to be copied."""
    survey.lock = Lock.SIGNED
    survey.save()
    client = as_user(people.secretary)
    said = client.post(NOTES, {"part": "bab-3", "text": WORDS}).content.decode()
    assert WORDS in said and "catatan dapat ditulis lagi setelah versi baru dibuka" in said
    assert client.get(NOTES).context["notes"].obstacle
    assert not AuditEvent.objects.filter(action="remark.write").exists()


def test_a_note_that_somebody_took_back_meanwhile_is_told_of(as_user, people, note):
    other = noted(note.followup, people.head)
    client = as_user(people.secretary)
    said = client.post(f"{NOTES}{other.pk}/hapus/", follow=True).content.decode()
    assert "Hanya catatan Anda sendiri yang belum selesai yang dapat dihapus." in said
    assert "Catatan dihapus." not in said
    assert "Catatan dihapus." in client.post(f"{NOTES}{note.pk}/hapus/", follow=True).content.decode()

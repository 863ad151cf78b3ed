"""What an office writes of its letters: kept for each version, offered again, told in the trail."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from followups.models import FollowUp
from offices.models import AuditEvent
from offices.trail.entries import unknown_names
from reports.letters.own import kept_letter, version_of
from reports.letters.standard import NAMES, LetterKind, standard_texts
from reports.letters.wording import Own
from reports.models import LETTER_KINDS, OwnLetter, Report, State
from surveys.models import Lock, Survey
from tests.conftest import make_survey
from tests.reports.issued import make_report
from tests.reports.letters.test_letters import words_in

PAGE = "/laporan/3521/2025-S1/surat/"
LETTER, NOTE, COVER = LetterKind.LETTER, LetterKind.NOTE, LetterKind.COVER


@pytest.fixture(autouse=True)
def _in_january(time_machine):
    time_machine.move_to("2026-01-20 09:00+07:00")


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def write(admin, kind, page=PAGE, **changed):
    """What the form of a letter sends, with what somebody typed otherwise."""
    form = admin.get(f"{page}{kind}/").context["form"]
    shown = {bound.html_name: bound.value() or "" for bound in form}
    shown["dated"] = shown["dated"] and shown["dated"].strftime("%d-%m-%Y")
    return admin.post(f"{page}{kind}/", shown | changed)


def printed(admin, kind, page=PAGE):
    return words_in(admin.get(f"{page}{kind}.docx"))


def test_rows_know_the_same_kinds_as_the_words():
    assert set(LETTER_KINDS) == set(LetterKind) == set(NAMES)


def test_number_and_day_are_recorded_after_the_report_is_signed(admin, people, survey):
    make_report(FollowUp.objects.get(survey=survey), people.secretary, number="12/LTL/2026")
    Survey.objects.update(lock=Lock.SIGNED)
    assert "belum bernomor" in admin.get(PAGE).content.decode()
    assert write(admin, LETTER, number=" 5/SD/2026 ", dated="12-1-2026").url == PAGE
    row = OwnLetter.objects.get()
    assert (row.number, row.dated, row.texts, row.version) == ("5/SD/2026", date(2026, 1, 12), {}, 1)
    page = admin.get(PAGE).content.decode()
    assert "nomor 5/SD/2026" in page and "tanggal 12 Januari 2026" in page
    said = printed(admin, LETTER)
    assert "5/SD/2026" in said and "Ngawi, 12 Januari 2026" in said
    event = AuditEvent.objects.get(action="letter.number")
    assert event.before == {"letter": "Surat Dinas", "version": 1, "number": "", "dated": None}
    assert event.after == {"letter": "Surat Dinas", "version": 1, "number": "5/SD/2026", "dated": "2026-01-12"}


def test_own_texts_are_printed_and_only_what_was_changed_is_kept_and_told(admin):
    write(admin, NOTE, sender="Kepala Subbagian KUL", sender_name="Agus Contoh", nature="Segera", copies="Arsip.")
    said = printed(admin, NOTE)
    assert all(words in said for words in ("Kepala Subbagian KUL", "Agus Contoh", "Segera", "Arsip.", "mohon perkenan"))
    own = {"sender": "Kepala Subbagian KUL", "sender_name": "Agus Contoh", "nature": "Segera", "copies": "Arsip."}
    assert OwnLetter.objects.get().texts == own
    event = AuditEvent.objects.get(action="letter.write")
    assert event.after["nature"] == "Segera" and event.before["nature"] == "Biasa"
    assert "subject" not in event.after and "body" not in event.after
    assert unknown_names(event) == set()


def test_what_is_saved_unchanged_leaves_no_trace(admin):
    assert write(admin, LETTER).status_code == 302
    assert not OwnLetter.objects.exists()
    assert not AuditEvent.objects.filter(action__startswith="letter.").exists()


def test_an_empty_body_is_the_standard_one_and_an_empty_subject_is_left_to_the_pen(admin):
    write(admin, LETTER, body="Kami sampaikan {{ laporan }}.", subject="")
    assert "Kami sampaikan Laporan Tindak Lanjut SKM" in printed(admin, LETTER)
    assert OwnLetter.objects.get().texts == {"body": "Kami sampaikan {{ laporan }}.", "subject": ""}
    write(admin, LETTER, body=" ")
    assert "bersama ini disampaikan Laporan Tindak Lanjut SKM" in printed(admin, LETTER)
    assert OwnLetter.objects.get().texts == {"subject": ""}


@pytest.mark.parametrize(
    ("kind", "changed", "says"),
    [
        (LETTER, {"body": "{{ laporn }}"}, "Yang paling mendekati: {{ laporan }}."),
        (LETTER, {"body": "Kami kirim {{ laporan\n}}."}, "Kurung kurawal dalam “Kami kirim {{ laporan” belum lengkap"),
        (COVER, {"items": "{{ xyzzy }}; 1"}, "Pilih dari daftar Data otomatis."),
        (LETTER, {"body": "{{ laporan }}\nNilai {{ ikm"}, "dalam “Nilai {{ ikm” belum lengkap"),
        (LETTER, {"subject": "Laporan { periode }"}, "dalam “Laporan { periode }” belum lengkap"),
        (LETTER, {"dated": "31-2-2026"}, "31-2-2026"),
        (LETTER, {"dated": "1-6-2026"}, "terlalu jauh"),
        (NOTE, {"sender_nip": "123"}, "NIP harus terdiri atas 18 angka"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(admin, kind, changed, says):
    answer = write(admin, kind, **({"number": "5/SD/2026"} | changed))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert says in page and "5/SD/2026" in page
    assert not OwnLetter.objects.exists()


@pytest.mark.parametrize(("kind", "status"), [(LETTER, 422), (COVER, 422), (NOTE, 302)])
def test_only_a_note_is_older_than_the_signed_report(admin, people, survey, kind, status):
    make_report(FollowUp.objects.get(survey=survey), people.secretary)  # of 9 January
    answer = write(admin, kind, dated="8-1-2026")
    assert answer.status_code == status
    assert ("Laporan yang dikirim bertanggal 9 Januari 2026" in answer.content.decode()) == (status == 422)
    assert write(admin, kind, dated="9-1-2026").status_code == 302


def test_a_nip_is_kept_by_its_digits_and_printed_as_one_reads_it(admin):
    write(admin, NOTE, sender_nip="NIP. 19830503 200902 1 002")
    assert OwnLetter.objects.get().texts == {"sender_nip": "198305032009021002"}
    assert "NIP. 19830503 200902 1 002" in printed(admin, NOTE)


def test_what_was_written_last_is_offered_for_the_next_period_but_not_its_number(admin, survey):
    write(admin, LETTER, number="5/SD/2026", dated="12-1-2026", nature="Penting", body="Terlampir {{ laporan }}.")
    make_survey(survey.office, "2025-S2")
    following = "/laporan/3521/2025-S2/surat/"
    page = admin.get(following).content.decode()
    assert "teks dari surat Semester I Tahun 2025" in page and "belum bernomor" in page
    assert "Teksnya diambil dari surat Semester I Tahun 2025" in admin.get(f"{following}{LETTER}/").content.decode()
    said = printed(admin, LETTER, following)
    assert "Penting" in said and "5/SD/2026" not in said
    assert "Terlampir Laporan Tindak Lanjut SKM" in said and "Semester II Tahun 2025" in said
    write(admin, LETTER, following, number="9/SD/2026")
    assert OwnLetter.objects.get(version=1, number="9/SD/2026").texts["nature"] == "Penting"
    assert "5/SD/2026" in printed(admin, LETTER)


def test_what_a_later_period_wrote_is_not_offered_to_an_earlier_one_nor_to_another_office(admin, survey, magetan):
    write(admin, LETTER, nature="Penting")
    assert kept_letter(make_survey(survey.office, "2024-S2"), LETTER).own == Own()
    assert kept_letter(make_survey(magetan, "2025-S2"), LETTER).own == Own()


@pytest.mark.parametrize(
    ("states", "note", "letter"),
    [
        ([], 1, 1),
        ([State.PREPARED], 1, 1),
        ([State.SIGNED], 1, 1),
        ([State.SIGNED, State.PREPARED], 2, 1),
        ([State.SUPERSEDED, State.SIGNED], 2, 2),
        ([State.WITHDRAWN], 2, 2),
    ],
)
def test_a_note_asks_to_sign_the_version_that_is_written_and_a_letter_carries_the_one_in_force(
    people, survey, states, note, letter
):
    followup = FollowUp.objects.get(survey=survey)
    for version, state in enumerate(states, 1):
        make_report(followup, people.secretary, state, code=f"CODE-{version}", version=version)
    assert (version_of(survey, NOTE), version_of(survey, LETTER), version_of(survey, COVER)) == (note, letter, letter)


def test_a_new_version_has_letters_of_its_own_and_those_of_before_stay_recorded(admin, people, survey):
    report = make_report(FollowUp.objects.get(survey=survey), people.secretary)
    write(admin, LETTER, number="5/SD/2026", nature="Penting")
    Report.objects.filter(pk=report.pk).update(state=State.SUPERSEDED)
    make_report(report.followup, people.secretary, code="CODE-2", version=2)
    kept = kept_letter(survey, LETTER)
    assert (kept.version, kept.own, kept.taken_from) == (2, Own(texts={"nature": "Penting"}), "versi 1")
    page = admin.get(PAGE).content.decode()
    assert "Surat Dinas versi 1, nomor 5/SD/2026" in " ".join(page.split())


def test_of_two_who_write_at_once_each_keeps_what_the_other_did_not_change(admin, as_user, people):
    opened = admin.get(f"{PAGE}{LETTER}/").context["form"]
    mine = {bound.html_name: bound.value() or "" for bound in opened}
    other = as_user(people.secretary)
    write(other, LETTER, nature="Segera")
    answer = as_user(people.admin).post(f"{PAGE}{LETTER}/", mine | {"number": "5/SD/2026"})
    told = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "Perubahan lain pada Sifat ikut dipertahankan." in told
    row = OwnLetter.objects.get()
    assert (row.number, row.texts) == ("5/SD/2026", {"nature": "Segera"})
    answer = as_user(people.admin).post(f"{PAGE}{LETTER}/", mine | {"nature": "Rahasia"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Rahasia" in page and "Segera" in page


def test_who_may_not_write_reads_and_is_offered_no_form(as_user, people, survey):
    for who in (people.staff, people.supervisor):
        reader = as_user(who)
        assert f"{PAGE}{LETTER}/" not in reader.get(PAGE).content.decode()
        assert reader.get(f"{PAGE}{LETTER}/").status_code == 403
    assert as_user(people.head).get(f"{PAGE}{NOTE}/").status_code == 200
    assert as_user(people.stranger).get(f"{PAGE}{NOTE}/").status_code == 404
    assert as_user(people.head).get(f"{PAGE}undangan/").status_code == 404


@pytest.mark.parametrize("kind", LetterKind)
def test_every_text_of_a_letter_is_asked_for_by_its_form(admin, kind):
    form = admin.get(f"{PAGE}{kind}/").context["form"]
    assert list(form.fields) == ["revision", "asal", "version", "number", "dated", *standard_texts(kind, "Kepala")]
    assert "{{ laporan }}" in admin.get(f"{PAGE}{kind}/").content.decode()


def test_cycles_that_end_on_one_day_share_no_letter(admin, survey):
    make_survey(survey.office, "2025-S2")
    year = make_survey(survey.office, "2025")
    write(admin, LETTER, "/laporan/3521/2025-S2/surat/", number="7/SD/2026", nature="Penting")
    kept = kept_letter(year, LETTER)
    assert (kept.own, kept.taken_from) == (Own(texts={"nature": "Penting"}), "Semester II Tahun 2025")
    write(admin, LETTER, "/laporan/3521/2025/surat/", number="8/SD/2026")
    assert sorted(OwnLetter.objects.values_list("number", flat=True)) == ["7/SD/2026", "8/SD/2026"]


def test_a_page_that_was_opened_for_another_version_gives_that_of_now_no_number_unasked(admin, people, survey):
    followup = FollowUp.objects.get(survey=survey)
    make_report(followup, people.secretary)
    shown = {bound.html_name: bound.value() or "" for bound in admin.get(f"{PAGE}{NOTE}/").context["form"]}
    make_report(followup, people.secretary, State.PREPARED, code="CODE-2", version=2)
    answer = admin.post(f"{PAGE}{NOTE}/", shown | {"number": "5/ND/2026"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Laporan kini versi 2" in page and "5/ND/2026" in page
    assert not OwnLetter.objects.exists()
    again = {bound.html_name: bound.value() or "" for bound in answer.context["form"]}
    assert admin.post(f"{PAGE}{NOTE}/", again).url == PAGE
    assert OwnLetter.objects.get().version == 2

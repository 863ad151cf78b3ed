"""What a text says against the data stands beside it while it is written, with a button that mends it."""

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from offices.zones import today_of
from reports.findings.answers import answer, case_now, findings_now
from reports.models import Narrative
from surveys.models import Lock, Survey
from tests.mass import sampled

SECTION = "/laporan/3521/2025-S1/teks/1.1/"
PREVIEW = f"{SECTION}pratinjau/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def write(text):
    return Narrative.objects.create(followup=FollowUp.objects.get(), section="1.1", text=text)


def flat(response):
    return " ".join(response.content.decode().split())


def test_an_own_text_is_shown_with_the_sentence_marked_and_a_button(admin):
    write("Survei selesai. IKM sebesar **86,50** menurut survei.")
    page = flat(admin.get(SECTION))
    assert "IKM sebesar <mark>86,50</mark> menurut survei." in page
    assert "sedangkan menurut data IKM adalah 87,36" in page
    assert "Ganti dengan <code>{{ ikm }}</code>" in page


def test_a_text_without_fault_and_a_standard_text_have_no_remarks(admin):
    assert "<mark>" not in flat(admin.get(SECTION))
    write("IKM sebesar {{ ikm }}.")
    page = flat(admin.get(SECTION))
    assert "<mark>" not in page
    assert "Catatan untuk teks ini" not in page


def test_what_is_typed_is_judged_in_the_preview(admin):
    typed = {"text": "Unsur Waktu Pelayanan memperoleh nilai 3,25.", "seen": ""}
    part = flat(admin.post(PREVIEW, typed, headers={"HX-Request": "true"}))
    assert "<mark>Waktu Pelayanan</mark>" in part
    assert "{{ unsur_waktu }}" in part
    assert "<html" not in part


def test_the_button_puts_the_placeholder_there_without_javascript(admin):
    typed = {"text": "Awal.\r\n\r\nIKM sebesar **86,50**.", "seen": ""}
    shown = admin.post(PREVIEW, typed).context["remarks"][0]
    page = admin.post(PREVIEW, typed | {"mend": shown.mend})
    assert ">\nAwal.\n\nIKM sebesar **{{ ikm }}**.</textarea>" in page.content.decode()
    assert "<strong>87,36</strong>" in page.content.decode()
    assert page.context["remarks"] == ()
    assert not Narrative.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("wish", sampled(["K40:0", "K99:6", "x", "K40"], every=2))
def test_a_wish_that_meets_no_remark_leaves_the_text_alone(admin, wish):
    page = admin.post(PREVIEW, {"text": "IKM sebesar 86,50.", "seen": "", "mend": wish}).content.decode()
    assert ">\nIKM sebesar 86,50.</textarea>" in page


def test_what_other_rules_say_of_the_text_stands_there_too(admin):
    page = flat(admin.post(PREVIEW, {"text": "Lihat Tabel 9.9.", "seen": ""}))
    assert "Teks menunjuk Tabel 9.9" in page


def test_who_only_reads_sees_the_remarks_without_buttons(as_user, people, survey):
    write("IKM sebesar 86,50.")
    page = flat(as_user(people.staff).get(SECTION))
    assert "<mark>86,50</mark>" in page
    assert "Ganti dengan" not in page


def test_a_locked_cycle_shows_no_button(admin):
    write("IKM sebesar 86,50.")
    Survey.objects.update(lock=Lock.SIGNED)
    assert "Ganti dengan" not in flat(admin.get(SECTION))


def test_an_unknown_placeholder_is_refused_with_the_nearest_known(admin):
    response = admin.post(SECTION, {"text": "IKM {{ imk }} dan {{ nilai waktu }}.", "seen": ""})
    assert response.status_code == 422
    assert "Yang paling mendekati: {{ ikm }}, {{ nilai_waktu }}." in response.content.decode()


def test_single_elements_have_placeholders(admin):
    part = admin.post(PREVIEW, {"text": "{{ unsur_waktu }} {{ nilai_waktu }} {{ mutu_waktu }}", "seen": ""})
    assert "Waktu Penyelesaian 3,25 B (Baik)" in flat(part)


def test_every_placeholder_is_offered_with_its_present_value(admin):
    page = flat(admin.get(SECTION))
    for typed, value in (
        ("ikm", "87,36"),
        ("nilai_waktu", "3,25"),
        ("daftar_unit", "Subbagian kul, Subbagian rendatin"),
    ):
        start = page.index(f'data-insert="{{{{ {typed} }}}}"')
        assert value in page[start : start + 400]


@pytest.mark.prove
def test_a_remark_that_was_answered_bears_its_reason_until_the_words_change(admin, people, survey):
    write("IKM sebesar 86,50.")
    found = findings_now(case_now(survey), today_of(survey.office), at_signing=True)
    (subject,) = [each.subject for each in found if each.id == "K40"]
    answer(survey, people.admin, [subject], "Angka dari rilis awal.")
    assert "Sudah dijelaskan: Angka dari rilis awal." in flat(admin.get(SECTION))
    Narrative.objects.update(text="Pendahuluan yang baru. IKM sebesar 86,50.")
    assert "Sudah dijelaskan" in flat(admin.get(SECTION))
    Narrative.objects.update(text="IKM sebesar 85,50.")
    assert "Sudah dijelaskan" not in flat(admin.get(SECTION))

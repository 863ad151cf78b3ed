"""What of a text agrees with the data becomes placeholders by one press; what the portal cannot check it names."""

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.models import Narrative
from surveys.models import ElementScore, Lock, Survey

SECTION = "/laporan/3521/2025-S1/teks/1.1/"
SETTLE = f"{SECTION}otomatis/"
UNDO = f"{SETTLE}urungkan/"
TYPED = "IKM sebesar **87,36**. Gedung dibuka pada 3 Maret 1987."
SETTLED = "IKM sebesar **{{ ikm }}**. Gedung dibuka pada 3 Maret 1987."
PRESS = "Simpan dan jadikan data otomatis"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def write(text):
    return Narrative.objects.create(followup=FollowUp.objects.get(), section="1.1", text=text)


def stored():
    return Narrative.objects.get().text


def flat(response):
    return " ".join(response.content.decode().split())


def test_a_press_keeps_what_is_printed_and_lets_it_follow_the_data(admin):
    write(TYPED)
    assert PRESS in flat(admin.get(SECTION))
    answer = admin.post(SETTLE, {"text": TYPED, "seen": TYPED})
    assert (answer.status_code, answer.url) == (302, f"{SECTION}#tersimpan")
    assert stored() == SETTLED
    page = flat(admin.get(SECTION))
    assert "1 angka atau nama dalam 1.1 Latar Belakang kini mengikuti data." in page
    assert "IKM sebesar <strong>87,36</strong>. Gedung" in page
    assert PRESS not in page
    ElementScore.objects.update(score="4.00")
    assert "IKM sebesar <strong>100,00</strong>. Gedung" in flat(admin.get(SECTION))


def test_it_is_one_event_that_tells_both_texts_and_pressing_twice_is_none_more(admin, people):
    write("Semula.")
    for _again in range(2):
        assert admin.post(SETTLE, {"text": TYPED, "seen": "Semula."}).status_code == 302
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.actor_id) == ("text.settle", people.admin.pk)
    assert (event.before, event.after) == ({"text": "Semula."}, {"text": SETTLED, "typed": TYPED})


def test_lines_as_a_browser_sends_them_are_put_right(admin):
    write("Awal.\n\nUnsur ini dibahas.")
    typed = "Awal.\r\n\r\n- IKM sebesar *87,36*;\r\n- IKM kami 87,36."
    admin.post(SETTLE, {"text": typed, "seen": "Awal.\r\n\r\nUnsur ini dibahas."})
    assert stored() == "Awal.\n\n- IKM sebesar *{{ ikm }}*;\n- IKM kami {{ ikm }}."


def test_it_can_be_undone_until_the_text_changes(admin):
    write("Semula.")
    admin.post(SETTLE, {"text": TYPED, "seen": "Semula."})
    assert UNDO in flat(admin.get(SECTION))
    assert admin.post(UNDO).url == SECTION
    assert stored() == TYPED
    assert UNDO not in flat(admin.get(SECTION))
    admin.post(SETTLE, {"text": TYPED, "seen": TYPED})
    admin.post(SECTION, {"text": f"{SETTLED} Baru.", "seen": SETTLED})
    assert UNDO not in flat(admin.get(SECTION))
    assert "Teks ini sudah diubah lagi sesudahnya" in flat(admin.post(UNDO, follow=True))
    assert stored() == f"{SETTLED} Baru."


def test_what_another_person_settled_is_not_ones_own_to_undo(admin, as_user, people):
    admin.post(SETTLE, {"text": TYPED, "seen": ""})
    secretary = as_user(people.secretary)
    assert UNDO not in flat(secretary.get(SECTION))
    secretary.post(UNDO)
    assert stored() == SETTLED


def test_a_text_that_changed_meanwhile_is_kept_and_so_is_what_was_typed(admin):
    write("Orang lain menulis ini.")
    answer = admin.post(SETTLE, {"text": TYPED, "seen": "Semula."})
    page = flat(answer)
    assert answer.status_code == 409
    assert "Teks ini disimpan lagi sejak Anda membukanya" in page
    assert "Orang lain menulis ini." in page
    assert f">{TYPED}</textarea>" in page.replace("> ", ">")
    assert stored() == "Orang lain menulis ini."
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "Tanpa angka apa pun.",
        "IKM sebesar 80,00.",  # contradicts the data
        "IKM sekitar 87.",  # agrees, but would be printed otherwise
        "IKM sebesar {{ ikm }}.",
        "Unsur terendah adalah Waktu Penyelesaian.",  # what follows speaks of this element, whichever is lowest then
    ],
)
def test_where_nothing_can_follow_the_data_nothing_is_offered_and_nothing_done(admin, text):
    write(text)
    assert PRESS not in flat(admin.get(SECTION))
    answer = admin.post(SETTLE, {"text": text, "seen": text})
    assert answer.status_code == 422
    assert "yang dapat dijadikan data otomatis" in flat(answer)
    assert f">{text}</textarea>" in flat(answer).replace("> ", ">")
    assert stored() == text


def test_what_is_typed_is_read_in_the_preview_before_it_is_saved(admin):
    part = flat(admin.post(f"{SECTION}pratinjau/", {"text": TYPED, "seen": ""}, headers={"HX-Request": "true"}))
    assert "1 angka atau nama sesuai data dan dapat mengikuti data" in part
    assert "<code>{{ ikm }}</code>" in part
    assert "1 angka dan nama tidak dapat diperiksa portal" in part
    assert '<a href="#id_text"><mark>3 Maret 1987</mark></a>' in part


def test_the_names_of_office_and_signatory_can_follow_the_data(admin, survey):
    survey.refresh_from_db()
    office, signatory = survey.office.name, survey.signatory_name
    admin.post(SETTLE, {"text": f"{office} menyusun laporan ini. {signatory} menandatanganinya.", "seen": ""})
    assert stored() == "{{ satker_lengkap }} menyusun laporan ini. {{ penandatangan }} menandatanganinya."


def test_a_score_follows_its_element_which_stays_named(admin):
    admin.post(SETTLE, {"text": "Unsur terendah adalah Waktu Penyelesaian dengan nilai 3,25.", "seen": ""})
    assert stored() == "Unsur terendah adalah Waktu Penyelesaian dengan nilai {{ nilai_waktu }}."


def test_who_only_reads_and_a_locked_cycle_are_offered_nothing_but_told_what_is_unchecked(as_user, people, survey):
    write(TYPED)
    page = flat(as_user(people.staff).get(SECTION))
    assert "1 angka dan nama tidak dapat diperiksa portal" in page
    assert PRESS not in page
    Survey.objects.update(lock=Lock.SIGNED)
    admin = as_user(people.admin)
    assert PRESS not in flat(admin.get(SECTION))
    assert admin.post(SETTLE, {"text": TYPED, "seen": TYPED}).status_code == 403
    assert stored() == TYPED

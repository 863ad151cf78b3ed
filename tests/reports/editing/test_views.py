"""Teks: every section with its standard text, its own text, a preview and the way back."""

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.models import Narrative
from surveys.models import Lock, Survey
from tests.mass import sampled

PAGE = "/laporan/3521/2025-S1/teks/"
CLOSING = f"{PAGE}4.penutup/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def own(survey):
    return Narrative.objects.create(followup=FollowUp.objects.get(), section="4.penutup", text="Teks kantor.")


def test_the_list_shows_every_section_and_which_is_the_offices_own(admin, own):
    page = admin.get(PAGE).content.decode()
    assert page.count("</li>") >= 15
    assert page.count("Ditulis sendiri") == 1
    assert "Teks kantor." in page
    assert "Dicetak pada akhir Bab IV, sesudah butir-butir kesimpulan" in page
    assert "Dicetak pada awal Bab IV, sebelum butir-butir kesimpulan" in page


def test_a_section_shows_its_standard_text_with_present_values_and_what_may_be_filled_in(admin):
    page = admin.get(f"{PAGE}1.1/").content.decode()
    assert "Indeks Kepuasan" in page
    assert "87,36" in page
    assert 'data-insert="{{ ikm }}"' in page
    assert "IKM yang dicetak:" in page
    assert 'data-insert="{{ dasar_hukum }}"' in page


@pytest.mark.parametrize("role", ["admin", "secretary"])
def test_an_own_text_is_written_and_printed(as_user, people, survey, role):
    client = as_user(getattr(people, role))
    typed = "IKM kami **{{ ikm }}**.\r\n\r\n- satu\r\n- dua"
    response = client.post(CLOSING, {"text": typed, "seen": ""})
    assert (response.status_code, response.url) == (302, f"{CLOSING}#tersimpan")
    assert Narrative.objects.get().text == "IKM kami **{{ ikm }}**.\n\n- satu\n- dua"
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.before) == ("text.write", {"text": ""})
    report = " ".join(client.get("/laporan/3521/2025-S1/").content.decode().split())
    assert "IKM kami <strong>87,36</strong>." in report


@pytest.mark.parametrize(
    ("typed", "reason"),
    sampled(
        [
            ("IKM {{ nilai_rahasia }}", "tidak dikenal: {{ nilai_rahasia }}"),
            ("Yaitu {{ uraian_rencana }} itu.", "harus berdiri sendiri sebagai satu paragraf: {{ uraian_rencana }}"),
            ("   ", "masih kosong"),
            ("x" * 20_001, "paling banyak 20000"),
        ],
        every=3,
    ),
)
def test_what_cannot_be_printed_is_refused_and_kept(admin, typed, reason):
    response = admin.post(CLOSING, {"text": typed, "seen": ""})
    assert response.status_code == 422
    page = response.content.decode()
    assert reason in page
    assert f">\n{typed}</textarea>" in page
    assert not Narrative.objects.exists()
    assert not AuditEvent.objects.exists()


def test_the_standard_text_itself_is_not_kept_as_an_own_one(admin):
    shown = admin.get(CLOSING).context["form"]["text"].value()
    response = admin.post(CLOSING, {"text": shown, "seen": ""})
    assert response.status_code == 422
    assert "sama dengan teks baku" in response.content.decode()


def test_a_preview_shows_present_values_and_saves_nothing(admin):
    typed = {"text": "IKM {{ ikm }} dan {{ apa }}.", "seen": ""}
    part = admin.post(f"{CLOSING}pratinjau/", typed, headers={"HX-Request": "true"}).content.decode()
    assert "IKM 87,36 dan {{ apa }}." in part
    assert "tidak dikenal: {{ apa }}" in part
    assert "<html" not in part
    whole = admin.post(f"{CLOSING}pratinjau/", typed).content.decode()
    assert "IKM 87,36 dan" in whole
    assert ">\nIKM {{ ikm }} dan {{ apa }}.</textarea>" in whole
    assert not Narrative.objects.exists()
    assert not AuditEvent.objects.exists()


def test_what_is_typed_is_text_on_the_page(admin):
    part = admin.post(f"{CLOSING}pratinjau/", {"text": "<script>alert(1)</script>", "seen": ""}).content.decode()
    assert "<script>alert" not in part


def test_back_to_the_standard_text(admin, own):
    assert "Kembali ke teks baku" in admin.get(CLOSING).content.decode()
    assert admin.post(f"{CLOSING}baku/").url == CLOSING
    assert not Narrative.objects.exists()
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.before, event.object_label) == ("text.restore", {"text": "Teks kantor."}, "Penutup")


def test_the_second_of_two_people_sees_both_versions(admin, own):
    response = admin.post(CLOSING, {"text": "Teks saya.", "seen": ""})
    assert response.status_code == 409
    page = response.content.decode()
    assert "disimpan lagi sejak Anda membukanya" in page
    assert "Teks kantor." in page
    assert "Teks saya." in page
    assert admin.post(CLOSING, {"text": "Teks saya.", "seen": "Teks kantor."}).status_code == 302


@pytest.mark.parametrize("verb", ["pratinjau/", "baku/"])
def test_who_had_to_log_in_first_comes_back_to_the_text(admin, own, verb):
    assert admin.get(f"{CLOSING}{verb}").url == CLOSING
    assert Narrative.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_section_that_there_is_not_is_not_found(admin):
    assert admin.get(f"{PAGE}9.9/").status_code == 404
    assert admin.post(f"{PAGE}9.9/baku/").status_code == 404


def test_others_of_the_office_read_and_are_told_why_they_cannot_write(as_user, people, own):
    for person in (people.staff, people.head, people.supervisor):
        client = as_user(person)
        page = client.get(CLOSING).content.decode()
        assert "Teks kantor." in page
        assert "Hanya Admin dan Sekretaris yang dapat mengubah teks laporan." in page
        assert "<textarea" not in page
        for verb in ("", "pratinjau/", "baku/"):
            assert client.post(f"{CLOSING}{verb}", {"text": "x", "seen": ""}).status_code == 403
    stranger = as_user(people.stranger)
    assert [stranger.get(address).status_code for address in (PAGE, CLOSING)] == [404, 404]
    assert stranger.post(CLOSING, {"text": "x", "seen": ""}).status_code == 404
    assert Narrative.objects.get().text == "Teks kantor."


def test_a_locked_cycle_is_not_changed(admin, own):
    Survey.objects.update(lock=Lock.SIGNED)
    assert "sudah ditandatangani" in admin.get(CLOSING).content.decode()
    assert admin.post(CLOSING, {"text": "Lain", "seen": "Teks kantor."}).status_code == 403
    assert admin.post(f"{CLOSING}baku/").status_code == 403
    assert Narrative.objects.get().text == "Teks kantor."


@pytest.mark.parametrize("address", [PAGE, CLOSING])
def test_a_page_costs_34_queries_at_most(admin, own, address, django_assert_max_num_queries):
    admin.get(address)  # the first visit notes the session, too
    with django_assert_max_num_queries(34):
        admin.get(address)


def test_a_refused_text_says_so_at_its_head_where_one_begins_to_read(admin):
    page = admin.post(CLOSING, {"text": "Nilainya {{ entah }}.", "seen": ""}).content.decode()
    summary = page.partition('role="alert"')[2]
    assert page.count('role="alert"') == 1
    assert "autofocus" in summary.partition(">")[0]
    assert 'href="#id_text"' in summary
    assert "Galat: Teks" in page

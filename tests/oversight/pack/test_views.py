"""The pages of the pack: who sees them, what they say, what the trail keeps, and the names that an office gives."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from followups.models import Paper, Publication
from offices.models import AuditEvent
from oversight.models import EvidenceName
from oversight.pack.chosen import names_for, names_from_above, save_names
from oversight.pack.lists import LISTS, PEKPPP, ZI
from oversight.pack.names import TWICE, WRONG
from oversight.pack.views import MOST_A_MINUTE, SAVED, TOO_MANY
from tests.conftest import make_survey
from tests.oversight.pack.opened import contents
from tests.oversight.pack.scene import make_paper

PAGE = "/satuan-kerja/3521/paket-bukti/"
NAMES = f"{PAGE}pekppp/nama/"
FILE = f"{PAGE}pekppp/2025/"
OF_MAGETAN = "/satuan-kerja/3520/paket-bukti/"


def text_of(answer):
    return " ".join(answer.content.decode().split())


def content_of(answer):
    return b"".join(answer.streaming_content)


@pytest.fixture
def without_pictures(evidence):
    """Nothing that has to be printed."""
    Publication.objects.all().delete()
    Paper.objects.filter(kind="survey_photo").delete()


def test_the_page_tells_what_goes_in_and_what_is_missing(as_user, evidence):
    page = text_of(as_user(evidence.people.staff).get(f"{PAGE}?tahun=2025"))
    assert "01_LAPORAN_SKM_SEMESTER_I_2025.pdf" in page
    assert "Publikasi Hasil SKM Semester I Tahun 2025, Media sosial: Instagram @kpu.ngawi" in page
    assert "Papan &lt;b&gt;pengumuman&lt;/b&gt; &amp; loket" in page
    assert "Menurut PermenPANRB 29/2022" in page
    papers = reverse("papers", args=("3521", "2025-S2"))
    assert f'<a href="{papers}">Laporan SKM Semester II Tahun 2025 belum ditandatangani' in page
    assert f'<a href="{reverse("publications", args=("3521", "2025-S1"))}">' in page


def test_the_size_is_told_beforehand(as_user, evidence):
    make_paper(evidence.first, "attendance", b"%PDF-1.7 " + bytes(3 * 2**20))
    page = text_of(as_user(evidence.people.admin).get(f"{PAGE}?tahun=2025&daftar=zi"))
    assert "11 berkas, sekitar 3,1 MB" in page


def test_each_link_of_what_is_missing_leads_to_a_page(as_user, evidence):
    client = as_user(evidence.people.admin)
    page = client.get(f"{PAGE}?tahun=2025").context["pack"]
    for told in {told for folder in page.folders for told in folder.lacking if told.page}:
        arguments = ("3521", told.period) if told.period else ("3521",)
        assert client.get(reverse(told.page, args=arguments)).status_code == 200, told


@pytest.mark.parametrize("who", ["staff", "head", "admin", "secretary"])
def test_people_of_the_office_have_it(as_user, evidence, without_pictures, who):
    answer = as_user(getattr(evidence.people, who)).get(FILE)
    assert answer.status_code == 200
    assert "1_8/02_NOTULEN_12_2025_SEMESTER_I_2025.pdf" in contents(content_of(answer))


@pytest.mark.parametrize(("who", "status"), [("supervisor", 403), ("stranger", 404), ("nobody", 404)])
@pytest.mark.parametrize("address", [PAGE, FILE, NAMES])
def test_others_do_not(as_user, evidence, who, status, address):
    """A supervisor reads no papers of a cycle, so none in a pack."""
    assert as_user(getattr(evidence.people, who)).get(address).status_code == status


def test_a_neighbour_gets_the_own_office_alone(as_user, evidence):
    answer = as_user(evidence.people.stranger).get(f"{OF_MAGETAN}pekppp/2025/")
    assert all(b"Ngawi" not in content for content in contents(content_of(answer)).values())
    assert as_user(evidence.people.admin).get(f"{OF_MAGETAN}pekppp/2025/").status_code == 404


def test_a_pack_is_sent_as_a_stream_under_its_name_and_kept_by_nobody(as_user, evidence, without_pictures):
    answer = as_user(evidence.people.admin).get(FILE)
    assert answer.streaming
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Paket-bukti-pekppp-3521-2025.zip"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_trail_tells_who_took_which_pack(as_user, evidence, without_pictures):
    as_user(evidence.people.head).get(FILE)
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.office_code, event.actor_id) == (
        "evidence_pack.download",
        "3521",
        evidence.people.head.pk,
    )
    assert event.after == {"recipient": PEKPPP.name, "year": 2025, "packed": 16, "lacking": 8}


def test_to_look_at_the_page_is_no_event(as_user, evidence):
    as_user(evidence.people.admin).get(PAGE)
    assert not AuditEvent.objects.filter(action__startswith="evidence_pack").exists()


def test_one_person_takes_so_many_in_a_minute_and_is_told(as_user, evidence, without_pictures):
    client = as_user(evidence.people.admin)
    answers = [client.get(FILE).status_code for _time in range(MOST_A_MINUTE + 1)]
    assert answers == [200] * MOST_A_MINUTE + [302]
    assert TOO_MANY in text_of(client.get(PAGE))
    assert AuditEvent.objects.filter(action="evidence_pack.download").count() == MOST_A_MINUTE


@pytest.mark.parametrize(
    "address",
    [
        *(f"{PAGE}?tahun={year}" for year in ("2025x", "", "²", "99999")),
        *(f"{PAGE}{end}" for end in ("?daftar=lain", "lain/2025/", "zi/1900/", "lain/nama/")),
    ],
)
def test_what_there_is_not_is_not_found(as_user, evidence, address):
    assert as_user(evidence.people.admin).get(address).status_code == 404


def test_years_go_back_to_the_first_survey(as_user, evidence):
    years = as_user(evidence.people.admin).get(PAGE).context["years"]
    assert years == [2026, 2025, 2024]


def test_surveys_of_others_offer_no_year_and_the_one_shown_is_offered(as_user, evidence):
    make_survey(evidence.magetan, "2019-S1")
    client = as_user(evidence.people.admin)
    assert client.get(PAGE).context["years"] == [2026, 2025, 2024]
    assert client.get(f"{PAGE}?tahun=2021").context["years"] == [2026, 2025, 2024, 2021]


def test_the_admin_names_folders_and_files(as_user, evidence, without_pictures):
    client = as_user(evidence.people.admin)
    answer = client.post(NAMES, {"folder-6": "Indikator 6", "file-minutes": "NOTULEN_RAPAT", "folder-7": "1_7"})
    assert answer.status_code == 302
    files = contents(content_of(client.get(FILE)))
    assert "Indikator 6/01_LAPORAN_SKM_SEMESTER_I_2025.pdf" in files
    assert "1_8/02_NOTULEN_RAPAT_12_2025_SEMESTER_I_2025.pdf" in files
    assert SAVED in text_of(client.get(PAGE))
    assert dict(EvidenceName.objects.values_list("key", "name")) == {
        "folder-6": "Indikator 6",
        "file-minutes": "NOTULEN_RAPAT",
    }
    assert names_for(evidence.ngawi, ZI) == {}


def test_a_name_that_is_emptied_is_the_usual_one_again(as_user, evidence):
    save_names(evidence.people.admin, evidence.ngawi, PEKPPP, {"folder-6": "Enam"})
    as_user(evidence.people.admin).post(NAMES, {"folder-6": ""})
    assert names_for(evidence.ngawi, PEKPPP) == {}


def test_names_of_one_list_and_one_office_leave_those_of_others(evidence):
    save_names(evidence.people.admin, evidence.ngawi, ZI, {"folder-a": "Satu"})
    save_names(evidence.people.admin, evidence.ngawi, PEKPPP, {"folder-6": "Enam"})
    save_names(evidence.people.admin, evidence.ngawi, PEKPPP, {"folder-7": "Tujuh"})
    assert names_for(evidence.ngawi, PEKPPP) == {"folder-7": "Tujuh"}
    assert names_for(evidence.ngawi, ZI) == {"folder-a": "Satu"}
    assert names_for(evidence.magetan, PEKPPP) == {}
    assert names_from_above(evidence.ngawi, PEKPPP) == {}


@pytest.mark.parametrize("name", ["../6", "a/b", "C:\\6", ".6", "6.", "<6>"])
def test_a_name_that_leads_elsewhere_is_refused_and_kept_in_the_form(as_user, evidence, name):
    answer = as_user(evidence.people.admin).post(NAMES, {"folder-6": name, "folder-7": "Tujuh"})
    assert answer.status_code == 422
    form = answer.context["form"]
    assert form.errors == {"folder-6": [WRONG]}
    assert (form["folder-6"].value(), form["folder-7"].value()) == (name, "Tujuh")
    assert not EvidenceName.objects.exists()


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"folder-6": "Bukti", "folder-8": "BUKTI"}, "folder-8"),
        ({"folder-7": "1_6"}, "folder-7"),
        ({"folder-6": "00_daftar_isi.html"}, "folder-6"),
    ],
)
def test_two_folders_of_one_name_are_refused(as_user, evidence, sent, wrong):
    answer = as_user(evidence.people.admin).post(NAMES, sent)
    assert answer.context["form"].errors == {wrong: [TWICE]}


@pytest.mark.parametrize("who", ["staff", "head", "secretary"])
def test_others_of_the_office_read_the_names_and_do_not_change_them(as_user, evidence, who):
    client = as_user(getattr(evidence.people, who))
    page = client.get(NAMES)
    assert "Simpan nama" not in text_of(page)
    assert "Hanya Admin yang dapat mengubah profil satuan kerja." in text_of(page)
    assert client.post(NAMES, {"folder-6": "x"}).status_code == 403


def test_the_trail_tells_what_was_named(evidence):
    save_names(evidence.people.admin, evidence.ngawi, PEKPPP, {"folder-6": "Enam"})
    save_names(evidence.people.admin, evidence.ngawi, PEKPPP, {"folder-6": "Enam"})
    (event,) = AuditEvent.objects.filter(action="evidence_pack.name")
    assert event.before == {"recipient": PEKPPP.name, "evidence_names": ""}
    assert event.after["evidence_names"] == "Indikator 6: pelaksanaan SKM sesuai peraturan: Enam"


def test_an_office_above_names_for_those_below_that_do_not(as_user, evidence):
    save_names(evidence.people.admin, evidence.province, PEKPPP, {"folder-6": "Enam", "folder-7": "Tujuh"})
    save_names(evidence.people.admin, evidence.ngawi, PEKPPP, {"folder-6": "IND_6"})
    assert names_for(evidence.ngawi, PEKPPP) == {"folder-6": "IND_6", "folder-7": "Tujuh"}
    assert names_for(evidence.magetan, PEKPPP) == {"folder-6": "Enam", "folder-7": "Tujuh"}
    assert names_from_above(evidence.province, PEKPPP) == {}
    page = text_of(as_user(evidence.people.admin).get(NAMES))
    assert "Bila kosong: Tujuh" in page


@pytest.mark.parametrize("recipient", LISTS)
def test_every_list_has_its_page_of_names(as_user, evidence, recipient):
    page = as_user(evidence.people.admin).get(f"{PAGE}{recipient}/nama/")
    assert LISTS[recipient].name in text_of(page)


def test_as_many_questions_for_many_cycles_as_for_few(as_user, evidence):
    client = as_user(evidence.people.admin)
    client.get(PAGE)
    asked = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{PAGE}?tahun=2025")
        asked.append(len(queries))
        make_paper(make_survey(evidence.ngawi, f"2024-B0{len(asked)}"), "attendance", b"%PDF-1.7 hadir")
    assert asked[0] == asked[1] <= 36

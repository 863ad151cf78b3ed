"""The page on which an office chooses how its reports look, and that of the office above."""

import re

import pytest

from offices.appearance.chosen import chosen_for, laid_down_by, save_choice
from offices.appearance.forms import OPEN
from offices.models import Office, ReportAppearance
from reports.document.gather import document_of

pytestmark = pytest.mark.django_db

PAGE = "/satuan-kerja/3521/tampilan/"
CHOSEN = {
    "paper": "F4",
    "font": "times",
    "size": "12",
    "margins": "even",
    "cover": "light",
    "colour": "maroon",
    "chapters": "apart",
    "statuses": "plain",
    "has_summary": "False",
    "has_publications": "False",
}


@pytest.fixture
def below_page(province):
    return f"/satuan-kerja/{province.code}/tampilan/di-bawah/"


def test_an_admin_chooses_and_the_next_report_looks_so(as_user, people, survey):
    client = as_user(people.admin)
    answer = client.post(PAGE, CHOSEN, follow=True)
    assert "Tampilan laporan tersimpan." in answer.content.decode()
    look = document_of(survey).office.appearance
    assert {name: str(getattr(look, name)) for name in CHOSEN} == CHOSEN
    form = client.get(PAGE).context["form"]
    assert {name: str(form.initial[name]) for name in CHOSEN} == CHOSEN


def test_only_what_differs_is_chosen_so_that_the_rest_follows_whoever_lays_it_down(as_user, people, ngawi):
    client = as_user(people.admin)
    shown = {name: str(value) for name, value in client.get(PAGE).context["form"].initial.items() if name in CHOSEN}
    client.post(PAGE, shown | {"colour": "maroon"})
    assert chosen_for(ngawi).own == {"colour": "maroon"}
    client.post(PAGE, shown)
    assert (chosen_for(ngawi).own, chosen_for(ngawi).appearance.colour) == ({}, "teal")


@pytest.mark.parametrize(("name", "typed"), [("paper", "A5"), ("colour", ""), ("size", "10.8"), ("has_summary", "x")])
def test_what_is_not_offered_is_refused_at_its_field_and_nothing_is_stored(as_user, people, ngawi, name, typed):
    answer = as_user(people.admin).post(PAGE, CHOSEN | {name: typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])
    assert not ReportAppearance.objects.exists()


def test_who_may_not_change_it_reads_it(as_user, people, ngawi):
    page = as_user(people.staff).get(PAGE).content.decode()
    assert "Hanya Admin yang dapat mengubah profil satuan kerja." in page
    assert "Simpan tampilan" not in page
    assert len(re.findall(r"<select[^>]* disabled", page)) == page.count("<select") == len(CHOSEN)
    assert as_user(people.staff).post(PAGE, CHOSEN).status_code == 403


def test_an_office_sees_who_laid_a_value_down_and_cannot_change_it(as_user, people, ngawi, province):
    save_choice(ngawi, people.admin, {"colour": "green"}, for_below=False)
    save_choice(province, people.supervisor, {"colour": "blue", "has_summary": True}, for_below=True)
    client = as_user(people.admin)
    page = client.get(PAGE).content.decode()
    assert f"Warna – {province.short_name}" in page and f"Ringkasan Eksekutif – {province.short_name}" in page
    client.post(PAGE, CHOSEN)
    chosen = chosen_for(ngawi)
    assert (chosen.appearance.colour, chosen.appearance.has_summary, chosen.appearance.paper) == ("blue", True, "F4")
    assert chosen.own["colour"] == "green"


def test_a_supervisor_lays_down_some_and_leaves_the_rest_open(as_user, people, ngawi, province, below_page):
    client = as_user(people.supervisor)
    assert f'href="{below_page}"' in client.get("/").content.decode()
    page = client.get(below_page).content.decode()
    assert ngawi.short_name in page and OPEN in page
    answer = client.post(below_page, {"paper": "F4", "has_summary": "False", "colour": ""}, follow=True)
    assert "Tampilan laporan satuan kerja di bawah tersimpan." in answer.content.decode()
    assert laid_down_by(province) == {"paper": "F4", "has_summary": False}
    client.post(below_page, {"paper": "", "has_summary": ""})
    assert laid_down_by(province) == {}


def test_who_does_not_supervise_lays_nothing_down(as_user, people, province, below_page):
    assert as_user(people.admin).get(below_page).status_code == 404
    assert as_user(people.supervisor).post("/satuan-kerja/3521/tampilan/di-bawah/", {}).status_code == 403


def test_what_another_saved_meanwhile_stays_beside_what_is_sent(as_user, people, ngawi, province, below_page):
    for person, page, office, opened_with in (
        (people.admin, PAGE, ngawi, CHOSEN | {"has_summary": "True"}),
        (people.supervisor, below_page, province, {"colour": "maroon", "has_summary": ""}),
    ):
        client = as_user(person)
        client.post(page, opened_with)
        opened = client.get(page).context["form"].initial
        client.post(page, opened_with | {"has_summary": "False"})
        sent = opened_with | {"colour": "blue", "revision": opened["revision"], "asal": opened["asal"]}
        answer = client.post(page, sent, follow=True)
        assert "Perubahan lain pada Ringkasan Eksekutif ikut dipertahankan." in answer.content.decode()
        row = ReportAppearance.objects.get(office=office)
        assert (row.colour, row.has_summary) == ("blue", False)


def test_two_who_change_the_same_value_are_asked(as_user, people, ngawi, province, below_page):
    for person, page, for_below in ((people.admin, PAGE, False), (people.supervisor, below_page, True)):
        client = as_user(person)
        opened = client.get(page).context["form"].initial
        sent = CHOSEN | {"revision": opened["revision"], "asal": opened["asal"]}
        office = Office.objects.get(code=page.split("/")[2])
        save_choice(office, person, {"colour": "grey"}, for_below=for_below)
        answer = client.post(page, sent)
        assert answer.status_code == 409
        assert [difference.label for difference in answer.context["differences"]] == ["Warna"]
        settled = client.post(page, dict(answer.context["carried"]) | {"pilihan": "saya"})
        assert settled.status_code == 302
        assert ReportAppearance.objects.get(office=office, for_below=for_below).colour == "maroon"

import re

import pytest
from django.urls import reverse

from offices.models import Office, ParafRule, Role
from surveys.models import Lock, Survey
from surveys.templatetags.cycle_frame import PLACES, places_for
from tests.cases import in_one_test

DATA = ["Survei", "Hasil", "Prioritas", "Rencana", "Realisasi", "Bukti dukung", "Pemeliharaan", "Berkas"]
FROM_ABOVE = ["Hasil", "Rencana", "Realisasi", "Bukti dukung"]
READ = [*FROM_ABOVE, "Berkas"]


def seen(*roles, lock=Lock.OPEN, tab="report", paraf=ParafRule.SHOWN):
    """Label of each place to the labels of its pages."""
    places = places_for(frozenset(roles), Survey(office=Office(paraf=paraf), lock=lock), tab)
    return {place.label: [each.label for each in place.tabs] for place in places}


@pytest.mark.parametrize(
    ("role", "data", "report", "signs"),
    [
        (Role.ADMIN, DATA, ["Laporan", "Teks", "Cek kelengkapan", "PDF"], True),
        (Role.SECRETARY, ["Survei", *READ], ["Laporan", "Teks", "Cek kelengkapan", "PDF"], True),
        (Role.HEAD, READ, ["Laporan", "Cek kelengkapan", "PDF"], True),
        (Role.STAFF, READ, ["Laporan", "Cek kelengkapan", "PDF"], False),
        (Role.SUPERVISOR, FROM_ABOVE, ["Laporan", "PDF"], False),
    ],
)
def test_a_role_sees_what_it_has_a_use_for(role, data, report, signs):
    places = seen(role)
    assert (places["Data"], places["Laporan"], "Tanda tangan" in places) == (data, report, signs)
    assert "Tanda tangan" in seen(role, lock=Lock.PREPARED)
    assert "Tanda tangan" in seen(role, lock=Lock.SIGNED)


def test_who_may_approve_gives_a_paraf_unless_the_office_uses_none():
    assert seen(Role.HEAD)["Tanda tangan"] == ["Paraf"]
    assert seen(Role.SECRETARY)["Tanda tangan"] == ["Tanda tangan", "Paraf"]
    assert seen(Role.SECRETARY, paraf=ParafRule.OFF)["Tanda tangan"] == ["Tanda tangan"]
    assert "Tanda tangan" not in seen(Role.HEAD, paraf=ParafRule.OFF)


def test_several_roles_see_what_any_of_them_sees():
    assert seen(Role.STAFF, Role.ADMIN) == seen(Role.ADMIN)


def test_the_page_that_is_open_stands_there_in_any_case():
    assert "Teks" in seen(Role.STAFF, tab="texts")["Laporan"]
    assert seen(Role.STAFF, tab="signing")["Tanda tangan"] == ["Tanda tangan"]


@in_one_test("tab", [tab.name for place in PLACES for tab in place.tabs])
def test_exactly_one_place_is_current(tab):
    current = [place for place in places_for(frozenset({Role.STAFF}), Survey(office=Office()), tab) if place.is_current]
    assert len(current) == 1
    assert tab in [each.name for each in current[0].tabs]


def test_every_page_of_a_cycle_has_an_address():
    for place in PLACES:
        for tab in place.tabs:
            assert reverse(tab.name, args=("3521", "2025-S1"))


def navigation(client, address):
    """Each list of the frame's navigation: its name, and its links with the current one starred."""
    page = client.get(address).content.decode()
    found = {}
    for name, part in re.findall(r'<nav aria-label="((?:Bagian siklus|Halaman)[^"]*)"(.*?)</nav>', page, re.DOTALL):
        links = re.findall(r"<a ([^>]*)>(.*?)</a>", part, re.DOTALL)
        texts = [
            (re.sub(r"<svg.*?</svg>|<span.*?</span>", "", text, flags=re.DOTALL).strip(), told) for told, text in links
        ]
        found[name] = [f"{text}*" if "aria-current" in told else text for text, told in texts]
    return found


def test_the_frame_shows_the_places_and_the_pages_of_the_one_that_is_open(as_user, people, survey):
    assert navigation(as_user(people.staff), "/rtl/3521/2025-S1/realisasi/") == {
        "Bagian siklus": ["Ikhtisar", "Data*", "Laporan", "Publikasi"],
        "Halaman Data": ["Hasil", "Rencana", "Realisasi*", "Bukti dukung", "Berkas"],
    }
    assert navigation(as_user(people.admin), "/laporan/3521/2025-S1/teks/") == {
        "Bagian siklus": ["Ikhtisar", "Data", "Laporan*", "Tanda tangan", "Publikasi"],
        "Halaman Laporan": ["Laporan", "Teks*", "Cek kelengkapan", "PDF"],
    }


def test_a_place_of_one_page_has_no_second_row(as_user, people, survey):
    assert navigation(as_user(people.admin), "/skm/3521/2025-S1/ikhtisar/") == {
        "Bagian siklus": ["Ikhtisar*", "Data", "Laporan", "Tanda tangan", "Publikasi"]
    }


def test_who_looks_on_from_above_sees_what_there_is_to_read(as_user, people, survey):
    assert navigation(as_user(people.supervisor), "/laporan/3521/2025-S1/")["Halaman Laporan"] == ["Laporan*", "PDF"]

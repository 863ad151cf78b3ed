"""Pemeliharaan in place: added on its page, put in order, pasted, and the last change undone."""

import re

import pytest

from followups.models import Upkeep
from followups.upkeep import care as upkeeping
from followups.upkeep.care import care_of
from offices.models import AuditEvent
from tests.followups.upkeep.test_views import PAGE, at, care, make_upkeep


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def rows(survey):
    return [make_upkeep(element, place) for place, element in enumerate(("biaya", "sarana", "pengaduan"), start=1)]


def offered(client):
    found = re.search(r'name="langkah" value="(\d+)"', client.get(PAGE).content.decode())
    return found[1] if found else ""


def undo(client):
    return client.post(f"{PAGE}urungkan/", {"langkah": offered(client)}, follow=True).content.decode()


def state():
    return [(row.pk, row.position, care_of(row)) for row in Upkeep.objects.order_by("position")]


CHANGES = {
    "words": lambda client, row: client.post(at(row, "ubah"), care(row)),
    "up": lambda client, row: client.post(at(row, "pindah"), {"direction": "up"}),
    "place": lambda client, row: client.post(at(row, "pindah"), {"place": "1"}),
    "gone": lambda client, row: client.post(at(row, "hapus")),
    "new": lambda client, row: client.post(f"{PAGE}baru/", care()),
    "pasted": lambda client, row: client.post(
        f"{PAGE}tempel/", {"pasted": "Unsur\tRencana\nSarana\tMerawat ruang", "baris": "1", "simpan": "1"}
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_as_it_was(admin, rows, change):
    before = state()
    CHANGES[change](admin, rows[1])
    assert state() != before
    assert "Perubahan terakhir Anda diurungkan." in undo(admin)
    assert state() == before
    assert AuditEvent.objects.count() == 2


def test_what_somebody_changed_meanwhile_is_left(admin, people, rows, survey):
    CHANGES["words"](admin, rows[1])
    row = Upkeep.objects.get(pk=rows[1].pk)
    other = upkeeping.Care("sarana", "Lain", "", False, ())
    upkeeping.change_upkeep(survey, people.secretary, row, other, row.revision)
    assert "pemeliharaan ini diubah lagi sesudahnya (terakhir oleh Sekretaris" in undo(admin)
    assert Upkeep.objects.get(pk=row.pk).plan == "Lain"


def test_one_is_added_in_place_and_the_next_one_is_asked_for(admin):
    response = admin.post(f"{PAGE}baru/", care(di_tabel="1", units="", activity=""))
    assert response.url == f"{PAGE}?baru"
    assert re.search(r"<details[^>]* open>", admin.get(response.url).content.decode())


def test_moved_in_place_the_list_comes_back_in_the_new_order(admin, rows):
    response = admin.post(at(rows[2], "pindah"), {"place": "1"}, headers={"HX-Request": "true"})
    order = re.findall(r'id="pemeliharaan-(\d+)"', response.content.decode())
    assert order == [str(rows[place].pk) for place in (2, 0, 1)]


def test_pasted_rows_say_what_is_not_understood(admin, survey):
    text = "Unsur\tRencana\tBentuk realisasi\tUnit\nSarana\tMerawat\tDirawat\tHumas\nEntah\tX\n\tY"
    page = admin.post(f"{PAGE}tempel/", {"pasted": "Rencana\tUnit\nY\tkul"}).content.decode()
    assert "Unsurnya tidak disebut" in page
    page = admin.post(f"{PAGE}tempel/", {"pasted": text}).content.decode()
    for said in ("“Humas” bukan nama unit", "Unsur “Entah” tidak dikenal", "1 dari 3 baris"):
        assert said in page
    assert not Upkeep.objects.exists()


def test_a_column_of_numbers_is_no_column_of_months(admin, survey):
    page = admin.post(f"{PAGE}tempel/", {"pasted": "No\tUnsur\tRencana\n1\tSarana\tMerawat\n7\tSarana\tJuli"})
    assert (page.status_code, "2 dari 2 baris" in page.content.decode()) == (200, True)


def test_a_pasted_text_that_the_form_would_not_take_is_not_taken_here(admin):
    long = "a" * 4001
    page = admin.post(f"{PAGE}tempel/", {"pasted": f"Sarana\t{long}\tMerawat"}).content.decode()
    assert "4.001 karakter; paling banyak 4.000" in page
    page = admin.post(f"{PAGE}tempel/", {"pasted": f"Sarana\tMerawat\t{long}\tKepala Desa"}).content.decode()
    assert "4.001 karakter; paling banyak 4.000" in page
    assert "“Kepala Desa” bukan nama unit" in page

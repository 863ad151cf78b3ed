"""The page on which rows are pasted: what it counts, by which names units are known, and that it stores once."""

from datetime import date

import pytest

from followups.models import Upkeep
from followups.pasting.page import NONE_TICKED, Pasted, PastedItem, PasteForm, unit_names
from followups.pasting.table import MOST_ROWS, NOTHING
from offices.models import AuditEvent, Unit
from offices.sending.key import FIELD

PASTE = "/pemeliharaan/3521/2025-S1/tempel/"
ROWS = "Unsur\tRencana\tPJ\nSarana\tMerawat ruang\tkul\nBiaya\tMengumumkan tarif\tSekretaris\nEntah\tApa saja\t"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def item(number, fault=""):
    return PastedItem(number, (("Unsur", "Sarana"), ("Rencana", "Merawat")), None, fault=fault)


def test_what_was_read_knows_its_heads_and_how_many_rows_can_be_stored():
    pasted = Pasted((item(1), item(2, "Unsurnya tidak disebut."), item(3)), ())
    assert (pasted.heads, pasted.readable) == (("Unsur", "Rencana"), 2)
    assert Pasted((item(1, "x"),), ()).readable == 0


@pytest.mark.parametrize("pasted", ["", "\n", "\t \n"])
def test_without_anything_pasted_it_is_said_what_to_do(admin, pasted):
    answer = admin.post(PASTE, {"pasted": pasted})
    assert (answer.status_code, NOTHING in answer.content.decode()) == (422, True)


def test_what_is_pasted_keeps_the_blanks_around_it():
    form = PasteForm({"pasted": "\tRencana\n1\tMerawat\t"})
    assert form.is_valid()
    assert form.cleaned_data["pasted"] == "\tRencana\n1\tMerawat\t"


def test_units_are_known_by_each_of_their_names_while_they_are_open(ngawi):
    Unit.objects.filter(office=ngawi, key="tekhum").update(closed_on=date(2025, 1, 1))
    assert set(unit_names(ngawi).values()) == {
        ("Subbag kul", "Subbagian kul", "kul"),
        ("Subbag rendatin", "Subbagian rendatin", "rendatin"),
    }


def test_a_unit_that_is_closed_is_written_down_as_somebody_else(admin, ngawi):
    Unit.objects.filter(office=ngawi, key="kul").update(closed_on=date(2025, 1, 1))
    page = admin.post(PASTE, {"pasted": ROWS}).content.decode()
    assert "“kul” bukan nama unit" in page


def test_an_empty_page_asks_for_rows_and_offers_nothing_to_store(admin):
    page = admin.get(PASTE).content.decode()
    assert "Tempel pemeliharaan dari spreadsheet" in page
    assert "Periksa tempelan" in page
    assert "Tambahkan yang dicentang" not in page


def test_of_rows_of_which_none_can_be_stored_no_button_is_shown(admin):
    answer = admin.post(PASTE, {"pasted": "Unsur\tRencana\nEntah\tApa saja"})
    page = answer.content.decode()
    assert (answer.status_code, "0 dari 1 baris dapat ditambahkan" in page) == (200, True)
    assert "Tambahkan yang dicentang" not in page
    assert "Perbaiki tempelan" in page


def test_what_is_ticked_is_stored_with_who_answers_and_told_in_the_trail(admin, ngawi):
    answer = admin.post(PASTE, {"pasted": ROWS, "simpan": "1", "baris": ["2", "1"]})
    assert answer.url == "/pemeliharaan/3521/2025-S1/"
    rows = Upkeep.objects.order_by("position")
    assert [(row.element.key, row.plan, row.others) for row in rows] == [
        ("sarana", "Merawat ruang", ""),
        ("biaya", "Mengumumkan tarif", "Sekretaris"),
    ]
    assert list(rows[0].units.all()) == [ngawi.units.get(key="kul")]
    events = AuditEvent.objects.order_by("pk")
    assert [(event.action, event.after["element"]) for event in events] == [
        ("upkeep.add", "sarana"),
        ("upkeep.add", "biaya"),
    ]
    assert events[1].after["all_units"] is False
    assert "2 pemeliharaan ditambahkan." in admin.get(answer.url).content.decode()


@pytest.mark.parametrize("ticked", [[], ["3"], ["0"], ["4"], ["satu"], ["-1"], ["1 "]])
def test_with_nothing_ticked_that_can_be_stored_everything_stays_on_the_page(admin, ticked):
    answer = admin.post(PASTE, {"pasted": ROWS, "simpan": "1", "baris": ticked})
    page = answer.content.decode()
    assert (answer.status_code, NONE_TICKED in page) == (422, True)
    assert "Mengumumkan tarif" in page
    assert "Unsur “Entah” tidak dikenal, sehingga baris ini tidak disimpan." in page
    assert not Upkeep.objects.exists()


def test_too_many_rows_are_refused_also_where_they_were_ticked(admin):
    pasted = "Unsur\tRencana\n" + "Sarana\tMerawat\n" * (MOST_ROWS + 1)
    answer = admin.post(PASTE, {"pasted": pasted, "simpan": "1", "baris": ["1"]})
    assert answer.status_code == 422
    assert f"Ada {MOST_ROWS + 1} baris. Tempel paling banyak {MOST_ROWS} baris sekaligus." in answer.content.decode()
    assert not Upkeep.objects.exists()


def test_who_sends_it_twice_adds_once(admin):
    sent = {"pasted": ROWS, "simpan": "1", "baris": ["1"], FIELD: "kunci"}
    assert [admin.post(PASTE, sent).status_code for _ in range(2)] == [302, 302]
    assert Upkeep.objects.count() == 1


def test_what_is_pasted_is_shown_as_text_and_never_as_a_page(admin):
    page = admin.post(PASTE, {"pasted": "Unsur\tRencana\tKolom <i>\nSarana\t<script>alert(1)</script>\tx"})
    assert "<script>alert(1)" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()
    assert "Kolom &lt;i&gt;" in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("staff", 403), ("head", 403), ("secretary", 403), ("supervisor", 403), ("stranger", 404), ("nobody", 404)],
)
def test_only_who_may_change_upkeep_pastes_it(as_user, people, survey, who, status):
    answer = as_user(getattr(people, who)).post(PASTE, {"pasted": ROWS, "simpan": "1", "baris": ["1"]})
    assert answer.status_code == status
    assert not Upkeep.objects.exists()

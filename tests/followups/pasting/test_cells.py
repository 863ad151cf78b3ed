"""What cells of other people's spreadsheets mean: months of the window, units, elements."""

import pytest

from followups.months import Month, months_between
from followups.pasting.cells import Names, Units, is_marked

NAMES = Names(
    window=months_between(Month(2025, 7), Month(2025, 12)),
    all_units="Seluruh Subbagian",
    units={
        1: ("Subbag KUL", "Subbagian Keuangan, Umum dan Logistik", "kul"),
        2: ("Subbag Rendatin", "Subbagian Perencanaan, Data dan Informasi", "rendatin"),
    },
    elements={"waktu": ("Waktu Penyelesaian",), "biaya": ("Biaya/Tarif",)},
)


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("Juli", [7]),
        ("Agustus 2025", [8]),
        ("Jul, Agu", [7, 8]),
        ("Juli dan Nopember", [7, 11]),
        ("Nov/Des", [11, 12]),
        ("Juli–September 2025", [7, 8, 9]),
        ("jul s.d. sep", [7, 8, 9]),
        ("November s/d Desember", [11, 12]),
        ("Juli sampai dengan September", [7, 8, 9]),
        ("7-9", [7, 8, 9]),
        ("2025-08", [8]),
        ("08/2025", [8]),
        ("Agu-25", [8]),
        ("7/8/2025", [8]),
        ("31/12/2025", [12]),
        ("01.09.2025", [9]),
        ("2025-07-09", [7]),
        ("1/7/2025 s.d. 30/9/2025", [7, 8, 9]),
        ("Juli\N{NO-BREAK SPACE}2025", [7]),
        ("TW III", [7, 8, 9]),
        ("Triwulan IV 2025", [10, 11, 12]),
        ("Semester II", [7, 8, 9, 10, 11, 12]),
        ("setiap bulan", [7, 8, 9, 10, 11, 12]),
        ("", []),
    ],
)
def test_months_as_offices_write_them(cell, months):
    found = NAMES.months_in(cell)
    assert ([month.number for month in found.months], found.outside, found.unknown) == (months, (), ())


@pytest.mark.parametrize(
    ("cell", "months", "outside", "unknown"),
    [
        ("Juni 2025", [], ("juni 2025",), ()),
        ("Desember 2025 - Januari 2026", [12], ("desember 2025 - januari 2026",), ()),
        ("TW I", [], ("tw i",), ()),
        ("Agustus, segera", [8], (), ("segera",)),
        ("13", [], (), ("13",)),
        ("Agustus 2026", [], ("agustus 2026",), ()),
    ],
)
def test_what_is_no_month_of_the_window_is_named(cell, months, outside, unknown):
    found = NAMES.months_in(cell)
    assert [month.number for month in found.months] == months
    assert (found.outside, found.unknown) == (outside, unknown)


def test_where_no_months_are_asked_for_a_cell_names_none():
    names = Names(window=())
    assert [names.months_in(cell).months for cell in ("7", "Juli", "setiap bulan")] == [(), (), ()]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("SUBBAG kul", Units(units=(1,))),
        ("kul, rendatin", Units(units=(1, 2))),
        ("Subbagian Keuangan, Umum dan Logistik", Units(units=(1,))),
        ("Perencanaan", Units(units=(2,))),
        ("Subbagian", Units(others=("Subbagian",))),
        ("Bidang Humas; kul", Units(units=(1,), others=("Bidang Humas",))),
        ("kul dan Kepala Desa", Units(units=(1,), others=("Kepala Desa",))),
        (
            "Siti Aminah, S.H.; Kepala Seksi Umum dan Aset",
            Units(others=("Siti Aminah, S.H.", "Kepala Seksi Umum dan Aset")),
        ),
        ("Seluruh unit; Kepala Desa", Units(all_units=True, others=("Kepala Desa",))),
        ("seluruh subbagian", Units(all_units=True)),
        ("Semua unit", Units(all_units=True)),
        ("", Units()),
    ],
)
def test_units_by_any_of_their_names(cell, units):
    assert NAMES.units_in(cell) == units


def test_where_there_are_no_units_all_of_the_office_answers_unless_somebody_is_named():
    undivided = Names(window=(), all_units="Seluruh satuan kerja")
    assert undivided.units_in("") == Units(all_units=True)
    assert undivided.units_in("Kasi Pelayanan") == Units(others=("Kasi Pelayanan",))


@pytest.mark.parametrize(
    ("cell", "key"),
    [("U3. Waktu Penyelesaian", "waktu"), ("3) waktu", "waktu"), ("Biaya / Tarif", ""), ("tarif", "biaya"), ("", "")],
)
def test_elements_with_or_without_their_number(cell, key):
    assert NAMES.element_in(cell) == key


@pytest.mark.parametrize(("cell", "marked"), [("v", True), ("√", True), ("1", True), ("", False), (" - ", False)])
def test_a_cell_beneath_a_month_is_marked_or_not(cell, marked):
    assert is_marked(cell) is marked

"""What cells of other people's spreadsheets mean: months of the window, units, elements."""

import pytest

from followups.months import Month, months_between
from followups.pasting.cells import Months, Names, Units, in_words, is_marked, kept_as_others

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
        ("-", []),
        (" – ", []),
        (".", []),
        ("Juli 25", [7]),
        ("Sept. 2025", [9]),
        ("juli'25", [7]),
        ("12/2025", [12]),
        ("7;8", [7, 8]),
        ("Agustus\nJuli", [7, 8]),
        ("Juli, Juli dan 7", [7]),
        ("Juli + Agustus & September", [7, 8, 9]),
        ("Jul/Agu/Sep", [7, 8, 9]),
        ("Juli hingga September", [7, 8, 9]),
        ("2025-07 - 2025-09", [7, 8, 9]),
        ("07/2025 s/d 09/2025", [7, 8, 9]),
        ("Juli—Juli", [7]),
        ("1-12-2025", [12]),
        ("q4", [10, 11, 12]),
        ("tw iii/tw iv", [7, 8, 9, 10, 11, 12]),
        ("Kuartal 3 tahun 2025", [7, 8, 9]),
        ("smt 2 2025", [7, 8, 9, 10, 11, 12]),
        ("TIAP BULAN", [7, 8, 9, 10, 11, 12]),
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
        ("0", [], (), ("0",)),
        ("13/2025", [], (), ("13/2025",)),
        ("2025", [], (), ("2025",)),
        ("TW 5", [], (), ("tw 5",)),
        ("Triwulan III dan IV", [7, 8, 9], (), ("iv",)),
        ("Juni - Juli", [7], ("juni - juli",), ()),
        ("Desember 2025 - Januari 2026, Juli", [7, 12], ("desember 2025 - januari 2026",), ()),
        ("September 2025 - Juli 2025", [], ("september 2025 - juli 2025",), ()),
        ("Januari 2024 - Maret 2024", [], ("januari 2024 - maret 2024",), ()),
        ("Januari 2030 - Maret 2030", [], ("januari 2030 - maret 2030",), ()),
        ("Mei 2025 - Juni 2025", [], ("mei 2025 - juni 2025",), ()),
        ("Januari 2026 - Mei 2026", [], ("januari 2026 - mei 2026",), ()),
        ("Juli 2025 - Juli 2026", [7, 8, 9, 10, 11, 12], ("juli 2025 - juli 2026",), ()),
        ("Semester II 2024", [], ("semester ii 2024",), ()),
    ],
)
def test_what_is_no_month_of_the_window_is_named(cell, months, outside, unknown):
    found = NAMES.months_in(cell)
    assert [month.number for month in found.months] == months
    assert (found.outside, found.unknown) == (outside, unknown)


def test_where_no_months_are_asked_for_a_cell_names_none():
    names = Names(window=())
    assert [names.months_in(cell).months for cell in ("7", "Juli", "setiap bulan")] == [(), (), ()]


def test_a_cell_that_names_millennia_is_read_as_quickly_as_any():
    """One paste may hold thousands of them; month by month they would keep the server for hours."""
    cell = ", ".join(["1/0001 - 12/9999"] * 2000)
    found = NAMES.months_in(cell)
    assert [month.number for month in found.months] == [7, 8, 9, 10, 11, 12]
    assert len(found.outside) == 2000


OVER_NEW_YEAR = Names(window=months_between(Month(2025, 10), Month(2026, 3)))


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("Oktober - Maret", ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]),
        ("November s.d. Februari", ["2025-11", "2025-12", "2026-01", "2026-02"]),
        ("Desember - Januari 2026", ["2025-12", "2026-01"]),
        ("Jan", ["2026-01"]),
        ("2", ["2026-02"]),
        ("TW I", ["2026-01", "2026-02", "2026-03"]),
        ("Semester I", ["2026-01", "2026-02", "2026-03"]),
    ],
)
def test_in_a_window_over_new_year_a_month_has_the_year_that_it_has_there(cell, months):
    found = OVER_NEW_YEAR.months_in(cell)
    assert ([str(month) for month in found.months], found.outside, found.unknown) == (months, (), ())


def test_in_a_window_of_more_than_a_year_a_month_without_a_year_is_the_first():
    names = Names(window=months_between(Month(2025, 7), Month(2026, 9)))
    assert names.months_in("Agustus").months == (Month(2025, 8),)
    assert names.months_in("Agustus 2026").months == (Month(2026, 8),)


def test_where_no_months_are_asked_for_a_run_of_them_is_outside():
    assert Names(window=()).months_in("7/2025 - 9/2025") == Months(outside=("7/2025 - 9/2025",))


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
        ("-", Units()),
        ("kul; –", Units(units=(1,))),
        ("kul\nrendatin", Units(units=(1, 2))),
        ("rendatin + kul & kul", Units(units=(1, 2))),
        ("kul;;rendatin;", Units(units=(1, 2))),
        ("Subbag KUL dan Semua unit", Units(all_units=True)),
        ("seluruh", Units(all_units=True)),
        ("SUBBAG\N{NO-BREAK SPACE}KUL", Units(units=(1,))),
    ],
)
def test_units_by_any_of_their_names(cell, units):
    assert NAMES.units_in(cell) == units


def test_where_there_are_no_units_all_of_the_office_answers_unless_somebody_is_named():
    undivided = Names(window=(), all_units="Seluruh satuan kerja")
    assert undivided.units_in("") == Units(all_units=True)
    assert undivided.units_in(" - ") == Units(all_units=True)
    assert undivided.units_in("Kasi Pelayanan") == Units(others=("Kasi Pelayanan",))


@pytest.mark.parametrize(
    ("units", "told"),
    [
        (Units(), ()),
        (Units(units=(1, 2)), ("Subbag KUL", "Subbag Rendatin")),
        (Units(all_units=True, others=("Kepala Desa",)), ("Seluruh Subbagian", "Kepala Desa")),
    ],
)
def test_who_answers_is_told_by_short_names_and_others_last(units, told):
    assert NAMES.told(units) == told


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("U3. Waktu Penyelesaian", "waktu"),
        ("3) waktu", "waktu"),
        ("u12) WAKTU PENYELESAIAN", "waktu"),
        ("- Biaya/Tarif", "biaya"),
        ("Biaya / Tarif", ""),
        ("tarif", "biaya"),
        ("i", ""),  # in the names of both
        ("9", ""),
        ("", ""),
    ],
)
def test_elements_with_or_without_their_number(cell, key):
    assert NAMES.element_in(cell) == key


@pytest.mark.parametrize(
    ("cell", "marked"),
    [
        *((cell, True) for cell in ("v", "√", "1", " x ", "ya", "10")),
        *((cell, False) for cell in ("", " - ", "–", "—", "0", "Tidak")),
    ],
)
def test_a_cell_beneath_a_month_is_marked_or_not(cell, marked):
    assert is_marked(cell) is marked


def test_what_was_not_understood_is_said_in_a_sentence_each_however_long_it_is():
    assert in_words("Bulan", ()) == kept_as_others(()) == ()
    assert in_words("Bulan", ["segera", "x" * 61]) == (
        "Bulan “segera” tidak dikenal, sehingga tidak disimpan.",
        f"Bulan “{'x' * 60}” tidak dikenal, sehingga tidak disimpan.",
    )
    assert kept_as_others(["y" * 61]) == (
        f"“{'y' * 60}” bukan nama unit, sehingga dicatat sebagai penanggung jawab lain.",
    )

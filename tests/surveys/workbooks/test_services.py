"""The column of services: names of services, and nothing that a respondent wrote in it of their own."""

import json

import pytest

from tests.surveys.workbooks.files import separated, xlsx
from tests.surveys.workbooks.layouts import NAMES
from tests.surveys.workbooks.test_reading import read

HEAD = ["No", "Jenis Layanan", *NAMES]


def rows_of(told):
    return [HEAD, *([number, name, *[3] * 9] for number, name in enumerate(told, start=1))]


def found_of(told):
    return read(("a.csv", separated(rows_of(told)), ""))


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ([f"konsultasi untuk Tono{n}" for n in range(26)], "26 isian berbeda dari 26 responden"),
        ([f"konsultasi untuk Tono{n}" for n in range(5)], "5 isian berbeda dari 5 responden"),
        ([f"konsultasi {n % 10}" for n in range(29)], "10 isian berbeda dari 29 responden"),
        ([f"konsultasi {n % 31}" for n in range(400)], "31 isian berbeda dari 400 responden"),
        (["KTP"] * 20 + ["telepon saya 0812 7770 0001"], "memuat nomor telepon"),
        (["KTP"] * 20 + ["atas NIK 3521010101000001"], "memuat NIK"),
        (["KTP"] * 20 + ["tono@contoh.id"], "memuat alamat surel"),
        (["KTP"] * 20 + ["saya datang karena " * 10], "lebih dari 120 huruf"),
    ],
    ids=["all differ", "few all differ", "a third differ", "too many", "telephone", "identity", "mail", "long"],
)
def test_what_people_wrote_freely_is_no_service_and_goes_nowhere(told, why):
    found = found_of(told)
    assert (found["respondents"], found["services"], found["dropped"]) == (len(told), {}, ["No", "Jenis Layanan"])
    assert any(why in note and "tidak dipakai sebagai jenis layanan" in note for note in found["notes"])
    assert not any(text.strip() in json.dumps(found) for text in set(told) - {"KTP"})


@pytest.mark.parametrize(
    "told",
    [
        ["KTP", "KK", "KTP"],
        ["KTP", "KK", "Akta", "Pindah"],
        [f"Layanan {n % 10}" for n in range(30)],
        [f"Layanan {n % 30}" for n in range(400)],
    ],
    ids=["two of three", "four of four", "ten of thirty", "thirty of many"],
)
def test_names_of_services_are_services(told):
    found = found_of(told)
    assert set(found["services"]) == set(told)
    assert not any("tidak dipakai" in note for note in found["notes"])


def test_where_one_column_is_free_the_next_that_names_services_is_taken():
    rows = [["No", "Jenis Layanan yang diterima", "Unit Layanan", *NAMES]]
    rows += [[n, f"konsultasi untuk Tono{n}", ("PPID", "JDIH")[n % 2], *[3] * 9] for n in range(8)]
    found = read(("a.csv", separated(rows), ""))
    assert found["services"] == {"PPID": 4, "JDIH": 4}
    assert "Jenis Layanan yang diterima" in found["dropped"]


def test_a_merged_cell_names_the_service_of_all_its_rows():
    told = ["PPID", None, None, "JDIH", None]
    found = read(("a.xlsx", xlsx(("A", rows_of(told)), merged=["B2:B4", "B5:B6"]), ""))
    assert found["services"] == {"PPID": 3, "JDIH": 2}
    assert not any("tanpa jenis layanan" in note for note in found["notes"])


def test_who_names_no_service_is_counted_aloud():
    found = found_of(["PPID", "", "", "JDIH", ""])
    assert (found["respondents"], found["services"]) == (5, {"PPID": 1, "JDIH": 1})
    assert "3 responden tanpa jenis layanan." in found["notes"]
    assert not any("tanpa jenis layanan" in note for note in found_of(["", "", ""])["notes"])

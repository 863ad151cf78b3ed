"""Open data as tables: one row for each thing, columns that docs/opendata.md explains, values that machines read."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from publishing.data.tables import TABLES, OfOffice, table_of
from publishing.data.writing import as_csv, as_json
from publishing.open.dataset import badge_of
from publishing.open.period import Behind, open_period
from reports.cycle.model import PriorityData
from tests.make_cycle import make_plan
from tests.publishing.results import document, service, signed_document

GUIDE = Path(__file__).parents[3] / "docs" / "opendata.md"
INSTRUMENT = "Permen PANRB 14/2017"
BEHIND = Behind(1, date(2026, 1, 9), "ABCD-EFGH", "Laporan Tindak Lanjut SKM")


def office(made=None, name="KPU Ngawi"):
    return OfOffice(
        "3521", name, ("35", "KPU Jawa Timur"), (open_period(made or signed_document(), BEHIND, {}, INSTRUMENT),)
    )


def rows(name, made=None):
    return list(csv.DictReader(io.StringIO(as_csv(table_of(name, [office(made)])))))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_begins_with_whose_it_is_and_ends_with_value_unit_and_year(name):
    table = table_of(name, [office()])
    assert table.columns[:3] == ("id", "kode_satuan_kerja", "nama_satuan_kerja")
    assert table.columns[-3:] == ("nilai", "satuan", "tahun")
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert [row[0] for row in table.rows] == list(range(1, len(table.rows) + 1))


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_explained(name):
    explained = set(re.findall(r"^\| `([\w]+)` \|", GUIDE.read_text("utf-8"), re.MULTILINE))
    assert [column for column in table_of(name, [office()]).columns if column not in explained] == []


def test_the_index_is_the_printed_one_with_a_point():
    (row,) = rows("indeks")
    assert (row["nilai"], row["satuan"], row["mutu"], row["tahun"]) == ("87.33", "indeks 25–100", "B", "2025")
    assert (row["survei_selesai"], row["tanggal_laporan"]) == ("2025-06-30", "2026-01-09")


def test_each_element_has_its_mean_and_its_value():
    found = {row["kode_unsur"]: row for row in rows("unsur")}
    assert (found["waktu"]["nilai_rata_rata"], found["waktu"]["nilai"]) == ("3.25", "81.25")
    assert len(found) == 9


def test_small_classes_stay_hidden():
    made = document(profile={"disability": {"no": 100, "physical": 4, "mental": 6}})
    found = {row["kode_kategori"]: (row["nilai"], row["keterangan"]) for row in rows("responden", made)}
    assert found["physical"] == ("", "disembunyikan")
    assert "4" not in {value for value, _note in found.values()}


def test_a_margin_that_would_show_through_is_left_out():
    assert rows("responden", document(profile={"age": {"17-25": 2, "26-34": 1}})) == []


def test_plans_say_whether_they_are_done():
    told = [(row["nomor"], row["kode_status"], row["nilai"]) for row in rows("tindak-lanjut")]
    assert told == [("1 a", "done", "1"), ("1 b", "done", "1"), ("2 a", "done", "1"), ("2 b", "in_progress", "0")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_of_a_spreadsheet_begins_like_a_formula_by_whatever_it_parts_cells(sign):
    hostile = f"{sign}A1+1; {sign}A2;{sign}A3"
    table = table_of("indeks", [office(name=hostile)])
    for separator in (",", ";"):
        cells = [cell.strip() for line in csv.reader(io.StringIO(as_csv(table)), delimiter=separator) for cell in line]
        assert not [cell for cell in cells if cell.startswith(sign)]


def test_what_a_spreadsheet_would_take_for_a_formula_is_a_text():
    made = document((PriorityData("waktu", None, (make_plan('=HYPERLINK("http://x")'), make_plan("A\nB, C"))),))
    told = [row["program"] for row in rows("tindak-lanjut", made)]
    assert told == ['\'=HYPERLINK("http://x")', "A B, C"]


def test_json_says_the_same_with_numbers():
    told = json.loads(as_json(table_of("indeks", [office()])))
    assert told["judul"] == "Indeks Kepuasan Masyarakat"
    assert told["data"][0]["nilai"] == 87.33
    assert told["kolom"] == list(told["data"][0])


def test_several_offices_stand_in_one_table():
    told = table_of("indeks", [office(), office(name="KPU Magetan")])
    assert [row[0] for row in told.rows] == [1, 2]


def test_there_is_no_other_table():
    with pytest.raises(KeyError):
        table_of("jawaban", [office()])


def test_a_report_without_an_index_has_nothing_to_show():
    assert open_period(document(scores={}), BEHIND, {}, INSTRUMENT) is None


def test_a_hidden_service_has_no_index():
    made = document(services=(service("Legalisir", 4), service("Perizinan", 50), service("Lain", 56)))
    told = {each.name: each.index for each in open_period(made, BEHIND, {}, INSTRUMENT).services}
    assert told["Legalisir"] is None
    assert Decimal(80) < told["Lain"] < 100


def test_a_badge_of_an_office_that_signed_nothing_says_so():
    assert badge_of("KPU Ngawi", None).words == "KPU Ngawi: IKM belum ada"

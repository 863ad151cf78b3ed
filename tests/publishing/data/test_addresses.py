"""Open data by its addresses: as the guide promises it, the same in both ways of writing, and not without end."""

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from offices.models import Office
from publishing.data import views
from publishing.data.tables import TABLES
from publishing.models import PublicFace
from tests.publishing.scene import CODES

GUIDE = (Path(__file__).parents[3] / "docs" / "opendata.md").read_text("utf-8")
DATA = "/publik/3521/data/"
OF_EVERY_TABLE = "Columns of every table"


def explained(section):
    """The columns that the guide names under a heading, in its order."""
    text = GUIDE.split(f"## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def as_rows(client, name, place=DATA):
    answer = client.get(f"{place}{name}.csv")
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8", "strict"))))


@pytest.mark.parametrize("name", TABLES)
def test_the_head_of_a_file_is_what_the_guide_says(client, published, name):
    head = client.get(f"{DATA}{name}.csv").content.decode().split("\n")[0].split(",")
    common = explained(OF_EVERY_TABLE)
    assert head[: len(common) - 3] == common[:-3]
    assert head[-3:] == common[-3:]
    own = [column for column in head if column not in common]
    said_elsewhere = {"kode_unsur", "nama_unsur", "mutu"}
    assert set(explained(name)) <= set(head)
    assert set(own) <= set(explained(name)) | said_elsewhere


@pytest.mark.parametrize("name", TABLES)
def test_both_files_say_the_same(client, published, name):
    told = json.loads(client.get(f"{DATA}{name}.json").content, parse_float=Decimal)
    rows = as_rows(client, name)
    assert len(rows) == len(told["data"]) > 0
    for row, other in zip(rows, told["data"], strict=True):
        assert list(row) == list(other) == told["kolom"]
        for column, cell in row.items():
            value = other[column]
            if isinstance(value, Decimal):
                assert Decimal(cell) == value
            else:
                assert cell == ("" if value is None else str(value))


def test_the_title_of_a_file_names_its_table(client, published):
    titles = {name: client.get(f"{DATA}{name}.json").json()["judul"] for name in TABLES}
    assert titles == {name: title for name, (title, _columns, _rows) in TABLES.items()}
    assert len(set(titles.values())) == len(TABLES)


def test_the_index_is_told_whole(client, published):
    (row,) = as_rows(client, "indeks")
    assert row == {
        "id": "1",
        "kode_satuan_kerja": "3521",
        "nama_satuan_kerja": "Komisi Pemilihan Umum Kabupaten Ngawi",
        "kode_induk": "35",
        "nama_induk": "Komisi Pemilihan Umum Provinsi Jawa Timur",
        "periode": "2025-S1",
        "nama_periode": "Semester I Tahun 2025",
        "mutu": "B",
        "kinerja": "Baik",
        "jumlah_responden": "110",
        "survei_mulai": "2025-01-02",
        "survei_selesai": "2025-06-30",
        "tanggal_laporan": "2026-01-09",
        "kode_verifikasi": CODES["open"],
        "nilai": "87.33",
        "satuan": "indeks 25–100",
        "tahun": "2025",
    }


def test_values_of_elements_are_their_means_times_25(client, published):
    rows = as_rows(client, "unsur")
    assert len(rows) == 9
    for row in rows:
        assert Decimal(row["nilai"]) == Decimal(row["nilai_rata_rata"]) * 25
        assert row["satuan"] == "indeks 25–100"
        assert row["mutu"] in {"A", "B", "C", "D"}


def test_the_mean_of_the_elements_is_the_index(client, published):
    rows = as_rows(client, "unsur")
    (index,) = as_rows(client, "indeks")
    mean = sum(Decimal(row["nilai"]) for row in rows) / len(rows)
    assert abs(mean - Decimal(index["nilai"])) <= Decimal("0.10")


def test_respondents_of_the_margins_that_are_exact_add_up(client, published):
    rows = as_rows(client, "responden")
    for margin in ("sex", "education"):
        assert sum(int(row["nilai"]) for row in rows if row["kode_kelompok"] == margin) == 110
    assert {row["satuan"] for row in rows} == {"orang"}
    assert {row["keterangan"] for row in rows} == {"", "disembunyikan"}
    assert all((row["nilai"] == "") == (row["keterangan"] == "disembunyikan") for row in rows)


def test_plans_are_told_in_the_order_and_with_the_numbers_of_the_report(client, published):
    rows = as_rows(client, "tindak-lanjut")
    assert [(row["nomor"], row["program"], row["kode_status"], row["status"], row["nilai"]) for row in rows] == [
        ("1 a", "Menambah loket", "done", "Sudah", "1"),
        ("1 b", "Aplikasi antrean", "in_progress", "Dalam proses", "0"),
    ]
    assert {row["nama_unsur"] for row in rows} == {"Waktu Penyelesaian"}


def test_a_name_that_is_a_formula_is_a_text_in_the_file(client, published):
    Office.objects.filter(pk=published.ngawi.pk).update(name="=1+1")
    (row,) = as_rows(client, "indeks")
    assert row["nama_satuan_kerja"] == "'=1+1"
    assert client.get(f"{DATA}indeks.json").json()["data"][0]["nama_satuan_kerja"] == "=1+1"


def test_an_office_with_none_above_has_empty_cells_there(client, published):
    Office.objects.filter(pk=published.ngawi.pk).update(parent=None)
    (row,) = as_rows(client, "indeks")
    assert (row["kode_induk"], row["nama_induk"]) == ("", "")
    assert as_rows(client, "indeks", "/publik/35/bawahan/") == []


def test_rows_of_several_offices_are_numbered_through_and_stand_by_code(client, published):
    PublicFace.objects.create(office=published.magetan)
    rows = as_rows(client, "unsur", "/publik/35/bawahan/")
    assert [row["id"] for row in rows] == [str(n) for n in range(1, 19)]
    assert [row["kode_satuan_kerja"] for row in rows] == ["3520"] * 9 + ["3521"] * 9


@pytest.mark.parametrize(
    "wrong",
    [
        "jawaban.csv",
        "saran.json",
        "indeks.xlsx",
        "indeks",
        "indeks.",
        ".csv",
        "INDEKS.csv",
        "indeks.CSV",
        "__class__.csv",
    ],
)
@pytest.mark.parametrize("place", [DATA, "/publik/35/bawahan/"])
def test_what_there_is_not_is_not_found(client, published, place, wrong):
    assert client.get(f"{place}{wrong}").status_code == 404


@pytest.mark.parametrize("address", [f"{DATA}indeks.csv", f"{DATA}unsur.json", "/publik/35/bawahan/indeks.csv"])
def test_who_asks_too_often_is_told_in_words_and_nobody_else_is_shown_that(client, published, monkeypatch, address):
    monkeypatch.setattr(views, "FILES_A_MINUTE", 1)
    assert client.get(address).status_code == 200
    refused = client.get(address)
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert refused["Cache-Control"] == "no-store"
    assert refused.content.decode() == views.TOO_OFTEN
    assert "ETag" not in refused.headers
    other = client.get(address, REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 200


def test_after_a_minute_one_may_ask_again(client, published, monkeypatch, time_machine):
    monkeypatch.setattr(views, "FILES_A_MINUTE", 1)
    time_machine.move_to("2026-03-01 08:00+07:00", tick=False)
    assert [client.get(f"{DATA}indeks.csv").status_code for _ in range(2)] == [200, 429]
    time_machine.shift(61)
    assert client.get(f"{DATA}indeks.csv").status_code == 200


def test_what_is_not_there_does_not_count_and_pages_are_not_counted_with_the_files(client, published, monkeypatch):
    monkeypatch.setattr(views, "FILES_A_MINUTE", 1)
    assert [client.get(f"{DATA}{wrong}").status_code for wrong in ("indeks.xls", "lain.csv")] == [404, 404]
    assert [client.get("/publik/3521/").status_code for _ in range(3)] == [200] * 3
    assert client.get(f"{DATA}indeks.csv").status_code == 200


def test_the_guide_says_how_often_one_may_ask():
    assert f"{views.FILES_A_MINUTE:,} times a minute" in GUIDE
    named = re.search(r"`NAMA` is (.+?)\. The", GUIDE)[1]
    assert set(re.findall(r"`([a-z-]+)`", named)) == set(TABLES)

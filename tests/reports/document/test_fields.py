"""Where fields are printed: each in one place of one report, with the head that stands there."""

import re

import pytest

from reports.document.build import build
from reports.document.fields import ANNEX, CHAPTERS, HEADS, PRINTED, TEXT, ElementAt, PlanAt, SectionAt, UpkeepAt
from reports.printing.html import print_html
from tests.make_cycle import make_source
from tests.reports.shapes import mixed


@pytest.fixture(scope="module")
def html():
    return print_html(build(make_source(mixed())))


def test_every_row_stands_in_a_known_chapter_and_is_called_something():
    assert {field.chapter for field in PRINTED} == set(CHAPTERS)
    nameless = {field.field.of for field in PRINTED if not field.name}
    assert nameless == {"priority", TEXT.field.of}


def test_no_two_rows_are_told_alike():
    seen = [
        (field.chapter, table, field.name, kind.__name__) for field in PRINTED for kind, table in field.tables.items()
    ]
    assert len(set(seen)) == len(seen)


def test_rows_are_told_by_their_numbers():
    assert PlanAt(2, "b").row == "2 b"
    assert UpkeepAt(3).row == "3"
    assert ElementAt(8, "sarana").row == "8"
    assert SectionAt("1.3", "1.3 Maksud dan Tujuan").row == ""


def test_heads_are_those_of_the_official_tables(html):
    heads = {
        number: re.findall(r"<th scope=\"col\"[^>]*>([^<]+)", table)
        for number, table in re.findall(r"<table class=\"tabel-(\d\d)\">(.*?)</thead>", html, re.DOTALL)
    }
    scores = ["Nilai Rata-Rata (NRR)", "Nilai Konversi", "Mutu Layanan"]
    assert heads["21"] == ["No", "Unsur Pelayanan", *scores]
    assert heads["22"][:3] == ["No", "Prioritas Unsur", "Program/Kegiatan"]
    assert heads["22"][-1] == "Penanggung Jawab"
    assert heads["31"] == [
        "No",
        "Rencana Tindak Lanjut",
        "Status Tindak Lanjut",
        "Deskripsi Realisasi Tindak Lanjut",
        "Dokumentasi Kegiatan",
        "Tantangan/Hambatan",
    ]
    assert heads["32"] == [
        *("No", "Unsur Pelayanan", *scores),
        *("Bentuk Realisasi Pemeliharaan", "Bukti Dukung", "Penanggung Jawab"),
    ]
    assert heads["41"] == [
        *("No", "RTL", "Strategi Penyelesaian", "Target Waktu Penyelesaian", "Penanggung Jawab"),
    ]


def test_the_annex_has_no_columns():
    names = {field.name for field in PRINTED if field.chapter == ANNEX}
    assert names.isdisjoint(HEADS.values())

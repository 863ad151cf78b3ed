"""What the templates of the report ask for: where lines end, what stays whole, which row is broken."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from reports.templatetags.report_document import (
    LINES_OF_A_PAGE,
    breakable,
    head,
    kept_whole,
    outgrows_a_page,
    qr_code,
)

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def whole(text):
    return f'<span class="utuh">{text}</span>'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Tabel 2.1", ["Tabel 2.1"]),
        ("Tabel 2.1.", ["Tabel 2.1"]),
        ("Gambar 1–3 dan Grafik 2.1", ["Gambar 1–3", "Grafik 2.1"]),
        ("Pasal 5, Bab 3, Nomor 12, Halaman 7", ["Pasal 5", "Bab 3", "Nomor 12", "Halaman 7"]),
        ("undang-undang", ["undang-undang"]),
        ("pada Juli–Desember 2025", ["Juli–Desember"]),
        ("Oktober 2025–Juni 2026", ["2025–Juni"]),
        ("Tabel satu", []),
        ("tabel 2.1", []),
        ("Lampiran 2", []),
        ("covid-19", []),
        ("a-b", []),
        ("a-baru", []),
    ],
)
def test_in_running_text_a_reference_a_doubled_word_and_a_span_stay_on_one_line(text, kept):
    written = kept_whole(text)
    assert [piece for piece in kept if whole(piece) in written] == kept
    assert written.count('class="utuh"') == len(kept)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("kata biasa", "kata biasa"),
        ("", ""),
        ("nama.orang@kpu.go.id", "nama.&#8203;orang@&#8203;kpu.&#8203;go.&#8203;id"),
        ("pertanggungjawabannya", "pertanggungjawabannya"),
        ("12.345.678.901", '<span class="utuh">12.345.678.901</span>'),
        ("1.234.567.890.123", '<span class="utuh rapat">1.234.567.890.123</span>'),
        ("x" * 101, f'<span class="tanpa-akhir">{"x" * 101}</span>'),
    ],
)
def test_a_cell_ends_its_lines_where_a_long_token_may_be_parted(text, written):
    assert breakable(text) == written


def test_a_word_too_long_for_any_dictionary_is_hyphened_by_ourselves():
    written = breakable("pertanggungjawabannyakepadapimpinannya")
    assert written.startswith('<span class="kata-panjang">')
    assert "&shy;" in written and "\N{SOFT HYPHEN}" not in written


def test_running_text_has_room_for_longer_tokens_than_a_cell():
    address = "kpu.go.id/berkas"
    assert "&#8203;" in breakable(address)
    assert kept_whole(address) == address


MARKUP = "<b>\"&'</b>"


@pytest.mark.parametrize("written", [breakable, kept_whole])
@pytest.mark.parametrize(
    "text",
    [MARKUP, f"Tabel 2.1 {MARKUP}", f"{'x' * 101}{MARKUP}", f"www.contoh.go.id/{MARKUP}", f"a{'bc' * 20}{MARKUP}"],
)
def test_what_people_typed_is_text_in_every_kind_of_piece(written, text):
    page = written(text)
    assert "<b>" not in page and '"&' not in page
    assert "&lt;" in page and "&amp;" in page


@pytest.mark.parametrize(
    ("cell", "characters", "grows"),
    [
        ("", 10, False),
        ("x" * 10 * (LINES_OF_A_PAGE - 1), 10, False),
        ("x" * (10 * LINES_OF_A_PAGE - 1), 10, False),
        ("x" * 10 * LINES_OF_A_PAGE, 10, True),
        (["satu"] * LINES_OF_A_PAGE, 10, False),
        (["satu"] * (LINES_OF_A_PAGE + 1), 10, True),
        (("x" * 10,) * (LINES_OF_A_PAGE // 2), 10, False),
        (("x" * 10,) * (LINES_OF_A_PAGE // 2 + 1), 10, True),
        ((), 10, False),
    ],
)
def test_a_row_is_broken_only_where_it_is_taller_than_a_page(cell, characters, grows):
    assert outgrows_a_page(cell, characters) is grows


def test_a_template_asks_for_a_photo_through_whoever_reads_the_page():
    class Links:
        def photo(self, picture):
            return f"/foto/{picture}?a=1&b=2"

    page = Template("{% load report_document %}{% photo_url gambar %}")
    assert page.render(Context({"links": Links(), "gambar": "loket"})) == "/foto/loket?a=1&amp;b=2"


def test_every_head_that_a_template_asks_for_is_a_word():
    asked = {
        found
        for path in TEMPLATES.rglob("*.html")
        for found in re.findall(r'{% head "([^"]+)" "(\w+)" %}', path.read_text())
    }
    assert ("Tabel 4.1", "strategy") in asked
    assert [place for place in asked if not head(*place).strip()] == []


def test_a_column_that_no_table_has_is_a_fault_and_not_an_empty_head():
    with pytest.raises(KeyError):
        head("realisasi", "tidak-ada")


def test_an_address_becomes_a_code_and_another_one_another():
    assert qr_code("https://skm.example.go.id/a") != qr_code("https://skm.example.go.id/b")
    assert qr_code("https://skm.example.go.id/a") == qr_code("https://skm.example.go.id/a")

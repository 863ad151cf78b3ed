"""On which page things stand until Word has counted: estimated from the sheet and from what is on it. Pure."""

import pytest
from docx.oxml.ns import qn

from reports.word.elements import UNCOUNTED, Setting, bookmarked, made, page_number, paragraph, run
from reports.word.pagination import number_pages
from reports.word.reading import Words

HEIGHT = 400  # points of a sheet that may be written on
WIDTH = 300
TWIPS, EMU = 20, 12700
LINE = 11 * 1.17 * 1.25 + 6  # of a paragraph of one line in the usual look


def sheet(width=WIDTH, height=HEIGHT):
    margins = dict.fromkeys(("left", "right", "top", "bottom"), 10 * TWIPS)
    size = made("w:pgSz", w=(width + 20) * TWIPS, h=(height + 20) * TWIPS)
    return made("w:sectPr", size, made("w:pgMar", **margins))


def line(text="teks", anchor="", style="", **setting):
    content = [run(Words(text))]
    return paragraph(bookmarked(content, anchor, 1) if anchor else content, Setting(style, **setting))


def picture(height):
    extent = made("wp:extent")
    extent.set("cy", str(height * EMU))
    return made("w:p", made("w:pPr"), made("w:r", made("w:drawing", extent)))


def table(*rows, heads=0):
    """Each row is a list of texts; the first ``heads`` of them are repeated on each page."""
    return made("w:tbl", *(_row(row, is_head=at < heads) for at, row in enumerate(rows)))


def _row(cells, *, is_head):
    width = WIDTH // len(cells) * TWIPS
    inside = [made("w:tc", made("w:tcPr", made("w:tcW", w=width)), cell) for cell in cells]
    return made("w:tr", made("w:trPr", *[made("w:tblHeader")] * is_head), *inside)


def pages(*elements, of, last=None):
    """The numbers that are written for these anchors, in a list at the front as the contents are."""
    contents = [paragraph(page_number(anchor), Setting("")) for anchor in of]
    body = made("w:body", *contents, *elements, sheet() if last is None else last)
    number_pages(body)
    return ["".join(text.text for text in each.iter(qn("w:t"))) for each in contents]


def test_what_is_on_the_first_page_is_on_page_one():
    assert pages(line(anchor="satu"), of=["satu"]) == ["1"]


def test_what_is_nowhere_stays_open():
    assert pages(line(anchor="satu"), of=["dua", "satu"]) == [UNCOUNTED, "1"]


def test_as_many_lines_as_fit_stand_on_a_page():
    """One of them is the line of the contents."""
    fit = int(HEIGHT // LINE)
    lines = [line() for _ in range(fit - 2)]
    assert pages(*lines, line(anchor="akhir"), of=["akhir"]) == ["1"]
    assert pages(*lines, line(), line(anchor="akhir"), of=["akhir"]) == ["2"]


def test_a_page_that_is_asked_for_is_begun_unless_it_just_was():
    assert pages(line(anchor="baru", new_page=True), of=["baru"]) == ["2"]
    turned = paragraph([], Setting(""))
    turned.pPr.append(sheet())
    assert pages(turned, line(anchor="baru", new_page=True), of=["baru"]) == ["2"]


def test_a_long_text_goes_on_over_as_many_pages_as_it_needs():
    words = "kata " * 2000
    (number,) = pages(line(words), line(anchor="sesudah"), of=["sesudah"])
    lines = len(words) * 11 * 0.55 / WIDTH
    assert int(number) == pytest.approx(lines * 11 * 1.17 * 1.25 / HEIGHT + 1, abs=1)
    assert int(number) > 5


def test_a_narrower_sheet_holds_less():
    words = "kata " * 500
    wide = pages(line(words), line(anchor="sesudah"), of=["sesudah"])
    narrow = pages(line(words), line(anchor="sesudah"), of=["sesudah"], last=sheet(width=WIDTH // 2))
    assert int(narrow[0]) > int(*wide)


def test_line_ends_take_lines_of_their_own():
    short = "\n".join(["a"] * 40)
    assert pages(line(short), line(anchor="sesudah"), of=["sesudah"]) == ["2"]
    assert pages(line("a" * 40), line(anchor="sesudah"), of=["sesudah"]) == ["1"]


def test_a_heading_goes_over_to_the_page_of_what_follows_it():
    """It would stand alone at the foot of the first: its own height has room there, what follows has not."""
    used = picture(HEIGHT - 90)
    assert pages(used, line(anchor="biasa"), of=["biasa"]) == ["1"]
    assert pages(used, line(anchor="judul", style="Heading2"), of=["judul"]) == ["2"]


def test_a_picture_takes_its_own_height():
    assert pages(picture(HEIGHT - 100), line(anchor="sesudah"), of=["sesudah"]) == ["1"]
    assert pages(picture(HEIGHT - 100), picture(200), line(anchor="sesudah"), of=["sesudah"]) == ["2"]


def test_a_row_goes_over_whole_and_the_head_takes_room_on_each_page():
    rows = [[line(f"baris {number}", anchor=f"baris-{number}")] for number in range(60)]
    anchors = [f"baris-{number}" for number in range(60)]
    without = [int(page) for page in pages(table(*rows), of=anchors[-1:])]
    head = [[line("\n".join("kepala"))]]
    rows = [[line(f"baris {number}", anchor=f"baris-{number}")] for number in range(60)]
    with_head = [int(page) for page in pages(table(*head, *rows, heads=1), of=anchors[-1:])]
    assert with_head > without


def test_a_row_is_as_high_as_its_highest_cell():
    high = line("\n".join(["a"] * 20))
    assert pages(table([line(), high]), line(anchor="sesudah"), of=["sesudah"]) == ["1"]
    rows = [[line(), line("\n".join(["a"] * 20))] for _ in range(2)]
    assert pages(table(*rows), line(anchor="sesudah"), of=["sesudah"]) == ["2"]


def test_sheets_of_another_size_begin_a_page_and_are_measured_by_their_own():
    turned = paragraph([], Setting(""))
    turned.pPr.append(sheet())
    assert pages(turned, line(anchor="lebar"), of=["lebar"]) == ["2"]
    lines = [line() for _ in range(30)]
    assert pages(turned, *lines, line(anchor="akhir"), of=["akhir"], last=sheet(height=4000)) == ["2"]


def test_the_first_place_of_a_name_counts():
    assert pages(line(anchor="satu"), line(anchor="satu", new_page=True), of=["satu"]) == ["1"]


def test_headings_one_behind_the_other_take_their_own_height_only():
    """What is asked for behind each is asked for once more by the next, and is not taken twice."""
    headings = [line(style="Heading2") for _ in range(9)]
    assert pages(*headings[:8], line(anchor="akhir", style="Heading2"), of=["akhir"]) == ["1"]
    headings = [line(style="Heading2") for _ in range(9)]
    assert pages(*headings, line(anchor="akhir", style="Heading2"), of=["akhir"]) == ["2"]


def test_what_stands_further_in_has_shorter_lines():
    words = "kata " * 300
    assert pages(line(words), line(anchor="akhir"), of=["akhir"]) < pages(
        line(words, style="TandaTangan"), line(anchor="akhir"), of=["akhir"]
    )

"""How full pages are, measured on the paper; and when a report is laid out once more, closer."""

import re
from types import SimpleNamespace

import pytest

from reports.document.build import build
from reports.printing.pages import MOST_PAGES, can_be_shorter
from reports.printing.pdf import BASE_URL, pdf_of, render_pdf
from tests.make_cycle import make_source
from tests.reports.document.documents import DEMO, INSTRUMENTS, parse_cycle
from tests.reports.printing.cases import stored_pictures
from tests.reports.printing.filling import TOO_EMPTY, filling_of, fillings, hollow
from tests.reports.printing.reading import Page, Printed, Text

MM = 72 / 25.4
PAGES_BEFORE, HOLLOW_BEFORE = {"demo": 29, "ordinary": 24}, {"ordinary": 10}
"""So many each had while every chapter began a page."""


def page_of(*lines, height=842):
    """A page with lines of 10 points at these distances from its upper edge, in millimetres."""
    texts = [Text(1, 85, height - at * MM, 100, 10, "kata", None) for at in lines]
    return Page(1, 595, height, texts, [])


@pytest.mark.parametrize(
    ("lines", "is_hollow"),
    [
        (range(32, 272, 6), False),
        (range(32, 140, 6), True),
        ((*range(32, 90, 6), *range(200, 272, 6)), True),
        (range(32, 210, 6), False),
        ((), True),
    ],
)
def test_what_is_empty_is_told_from_what_is_filled(lines, is_hollow):
    assert filling_of(page_of(*lines)).is_hollow is is_hollow


def demo():
    cycle = parse_cycle(DEMO.read_text(), INSTRUMENTS)
    return make_source(cycle, pictures=stored_pictures(cycle, [(1600, 1200)]))


@pytest.fixture(scope="module")
def printed_demo():
    return Printed(render_pdf(build(demo())))


def test_the_demonstration_has_few_hollow_pages_and_fewer_pages(printed_demo):
    pages = len(printed_demo.pages)
    assert len(hollow(printed_demo)) <= pages / 10, hollow(printed_demo)
    assert pages <= PAGES_BEFORE["demo"] - 4


def test_pictures_are_no_larger_than_they_were(printed_demo):
    sizes = [(box.right - box.left, box.top - box.bottom) for page in printed_demo.pages[2:-1] for box in page.pictures]
    assert len(sizes) == 25
    assert all(59 < width / MM <= 90 and 44 < height / MM <= 68 for width, height in sizes)


def test_nothing_is_printed_smaller_than_eight_points(printed_demo):
    sizes = {round(text.size, 1) for page in printed_demo.pages for text in page.texts}
    assert min(sizes) >= 8
    assert max(sizes) < 50


def test_no_head_of_a_column_is_hyphenated(printed_demo):
    heads = [text.text for head in printed_demo.root.find("TH") for text in printed_demo.texts_of(head)]
    assert "Penanggung" in heads and "dilaksanakan" in heads
    assert not [words for words in heads if "\N{HYPHEN}" in words]


def test_an_ordinary_report_has_fewer_pages_and_few_hollow_ones(report):
    printed = report("ordinary").printed
    assert len(hollow(printed)) <= HOLLOW_BEFORE["ordinary"] / 3, hollow(printed)
    assert len(printed.pages) < PAGES_BEFORE["ordinary"]
    assert pytest.approx(1 / 3) == TOO_EMPTY
    assert [each.page for each in fillings(printed)] == list(range(3, len(printed.pages)))


@pytest.mark.parametrize("name", ["one", "mixed", pytest.param("none_done", marks=pytest.mark.prove)])
def test_few_pages_of_a_report_of_another_shape_are_hollow(report, name):
    """One may be: of fewer than ten pages no tenth is whole."""
    printed = report(name).printed
    assert len(hollow(printed)) <= max(1, len(printed.pages) // 10), hollow(printed)


def pages_of_tables(printed):
    """The label of each table that has one, with the pages on which it stands."""
    found, label = {}, None
    for element in printed.root.find("P", "Table"):
        if element.role == "Table" and label:
            found[label] = element.pages()
        caption = re.match(r"Tabel \d\.\d(?= )", printed.text_of(element))
        label = caption[0] if element.role == "P" and caption else None
    return found


def test_where_a_table_runs_on_the_head_of_the_page_says_so_and_no_reader_hears_it(report):
    printed = report("ordinary").printed
    marked = {
        (text.text.removesuffix(" (lanjutan)"), page.number)
        for page in printed.pages
        for text in page.texts
        if text.text.endswith(" (lanjutan)")
    }
    assert marked == {(label, page) for label, pages in pages_of_tables(printed).items() for page in pages[1:]} != set()
    assert "(lanjutan)" not in printed.text_of(printed.root)


def test_no_row_of_a_table_of_scores_stands_alone_on_a_page(case_of_scores):
    """Tabel 2.1 pushed down line by line: wherever it is parted, two rows and more stand on each side."""
    assert sum(len(set(pages)) > 1 for pages in case_of_scores) > 3
    for pages in case_of_scores:
        counts = [pages.count(page) for page in sorted(set(pages))]
        assert min(counts) >= 2, pages


@pytest.fixture(scope="module")
def case_of_scores():
    """The page of each row of a table of nine rows and a sum, behind more and more lines."""
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(1, 10))
    rows += '<tr class="jumlah"><th>J</th></tr>'
    table = f'<div class="tabel-gulir"><table class="tabel-21"><tbody>{rows}</tbody></table></div>'
    found = []
    for lines in range(20, 29):
        texts = "".join(f"<p>Baris {line}</p>" for line in range(lines))
        page = (
            f'<html lang="id"><head><title>x</title><link rel="stylesheet" href="{BASE_URL}/static/css/page.css">'
            f'</head><body><article class="laporan"><section class="bab-isi">{texts}{table}</section></article>'
            "</body></html>"
        )
        printed = Printed(pdf_of(page, {}))
        found.append([row.page for row in printed.root.find("TR")][:-1])
    return found


def laid_out(*pages):
    """Pages as the renderer lays them out, each of (class of its last section, filled share)."""
    return [page_with(look, share) for look, share in pages]


def page_with(look, share):
    begins = "page" if look in {"kata-pengantar", "daftar-isi", "lampiran-sendiri", "sampul"} else "auto"
    section = SimpleNamespace(
        element_tag="section",
        element={"class": look},
        style={"break_before": begins},
        position_y=0,
        margin_height=lambda: share * 100,
    )
    article = SimpleNamespace(children=[section])
    html = SimpleNamespace(children=[SimpleNamespace(children=[article])])
    return SimpleNamespace(children=[html], content_box_y=lambda: 0, height=100)


BODY = [("daftar-isi", 1), *[("bab-isi", 1)] * 9]


@pytest.mark.parametrize(
    ("pages", "shorter"),
    [
        ([*BODY, ("bab-isi", 0.2), ("lampiran-sendiri", 1)], True),
        ([*BODY, ("bab-isi", 0.39)], True),
        ([*BODY, ("bab-isi", 0.6), ("lampiran-sendiri", 0.1)], False),
        ([*BODY, ("bab-isi", 1), ("lampiran", 0.1)], True),
        ([*BODY, ("bab-isi", 1), ("lampiran", 0.6)], False),
        ([("kata-pengantar", 1), ("bab-isi", 0.03), *BODY], True),
        ([("kata-pengantar", 0.04), *BODY], False),
        ([*BODY, ("bab-isi", 0.9), ("sampul", 0.02)], False),
        ([*BODY, *[("bab-isi", 1)] * MOST_PAGES, ("bab-isi", 0.1)], False),
    ],
)
def test_a_last_page_of_a_few_lines_is_worth_a_second_pass(pages, shorter):
    assert can_be_shorter(laid_out(*pages)) is shorter

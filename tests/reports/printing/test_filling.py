"""How full pages are, measured on the paper; and when a report is laid out once more, closer."""

from types import SimpleNamespace

import pytest

from reports.document.build import build
from reports.printing.pages import MOST_PAGES, can_be_shorter
from reports.printing.pdf import render_pdf
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


def test_an_ordinary_report_has_fewer_pages_and_few_hollow_ones(report):
    printed = report("ordinary").printed
    assert len(hollow(printed)) <= HOLLOW_BEFORE["ordinary"] / 3, hollow(printed)
    assert len(printed.pages) < PAGES_BEFORE["ordinary"]
    assert pytest.approx(1 / 3) == TOO_EMPTY
    assert [each.page for each in fillings(printed)] == list(range(3, len(printed.pages)))


def laid_out(*pages):
    """Pages as the renderer lays them out, each of (class of its last section, filled share)."""
    return [page_with(look, share) for look, share in pages]


def page_with(look, share):
    section = SimpleNamespace(
        element_tag="section", element={"class": look}, position_y=0, margin_height=lambda: share * 100
    )
    article = SimpleNamespace(children=[section])
    html = SimpleNamespace(children=[SimpleNamespace(children=[article])])
    box = SimpleNamespace(children=[html], content_box_y=lambda: 0, height=100)
    return SimpleNamespace(_page_box=box)


BODY = [("daftar-isi", 1), *[("bab-isi", 1)] * 9]


@pytest.mark.parametrize(
    ("pages", "shorter"),
    [
        ([*BODY, ("bab-isi", 0.2), ("lampiran", 1)], True),
        ([*BODY, ("bab-isi", 0.39)], True),
        ([*BODY, ("bab-isi", 0.6), ("lampiran", 0.1)], False),
        ([("kata-pengantar", 1), ("kata-pengantar", 0.03), *BODY], True),
        ([("kata-pengantar", 0.04), *BODY], False),
        ([("lampiran", 1), ("lampiran", 0.02)], False),
        ([*BODY, *[("bab-isi", 1)] * MOST_PAGES, ("bab-isi", 0.1)], False),
    ],
)
def test_a_last_page_of_a_few_lines_is_worth_a_second_pass(pages, shorter):
    assert can_be_shorter(laid_out(*pages)) is shorter

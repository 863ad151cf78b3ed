"""What stands at an edge: nothing crosses that of its cell, pages stand below one another, closer lines do not part."""

import re

import pytest

from reports.printing.pdf import pdf_of, static_file
from tests.reports.printing.reading import POINTS_PER_MM, Printed

RIGHT_MM = 20
PADDING = 3


def page_of(printed, words):
    return next(page for page in printed.pages[2:] if words in page.text and "DAFTAR ISI" not in page.text)


def test_a_whole_share_keeps_within_its_cell(report):
    page = page_of(report("one").printed, "RINGKASAN EKSEKUTIF")
    (share,) = [text for text in page.texts if text.text.strip() == "100%"]
    assert share.x + share.width <= page.width - RIGHT_MM * POINTS_PER_MM - PADDING


def test_the_pages_of_all_lists_end_on_one_line(report):
    (lists,) = [page for page in report("one").printed.pages if "DAFTAR ISI" in page.text]
    body = lists.within(28, 25)
    ends = {round(text.x + text.width, 1) for text in body if text.text.strip().isdigit()}
    assert max(ends) - min(ends) < 0.5
    assert abs(max(ends) - (lists.width - RIGHT_MM * POINTS_PER_MM)) < 0.5


@pytest.fixture(scope="module")
def height():
    """``height(html, closer=…)``: points from the first base line of a part of a report to the last."""
    sheets = "".join(static_file(f"css/{name}.css").decode() for name in ("document", "page"))
    sheets = re.sub(r"@font-face \{[^}]*\}", "", sheets)

    def of(html, *, closer):
        flag = " data-rapat" if closer else ""
        whole = (
            f'<html lang="id"{flag}><head><title>Uji</title><style>{sheets}</style></head>'
            f'<body class="laporan"><section>{html}</section></body></html>'
        )
        (page,) = Printed(pdf_of(whole, {})).pages
        lines = [text.y for text in page.within(25, 25)]
        return max(lines) - min(lines)

    return of


@pytest.mark.parametrize(
    "html",
    [
        '<div class="ttd"><p>Contoh, Januari 2026</p><p>Sekretaris,</p></div>',
        "<table><tr><td><p>Satu</p></td></tr><tr><td><p>Dua</p></td></tr></table>",
        "<table><tr><td><p>Satu</p><p>Dua</p></td></tr></table>",
        "<p>Satu</p><p>Dua</p>",
    ],
)
def test_what_is_laid_out_closer_is_nowhere_wider(height, html):
    assert height(html, closer=True) < height(html, closer=False)

"""How full the pages of a printed report are: measured by words and pictures, not by lines or colour."""

from dataclasses import dataclass
from itertools import groupby

HEAD_MM, FOOT_MM = 28, 25  # of the margins of page.css; of pages across, too
POINT = 72 / 25.4
GAP = 16 * POINT  # what parts two paragraphs, a heading or a row of pictures is no hole
TOO_EMPTY = 1 / 3


@dataclass(frozen=True)
class Filling:
    """One page: which share of its height no words and no picture fill."""

    page: int
    empty: float
    lines: int
    pictures: int

    @property
    def is_hollow(self):
        return self.empty > TOO_EMPTY


def fillings(printed, first=3):
    """Every page from the preface to the annex: covers and title page are composed, not filled."""
    return [filling_of(page) for page in printed.pages[first - 1 : -1]]


def filling_of(page):
    top, bottom = page.height - HEAD_MM * POINT, FOOT_MM * POINT
    texts = [text for text in page.texts if bottom - 6 * POINT <= text.y <= top]
    spans = [(text.y + text.size, text.y) for text in texts]
    spans += [(min(box.top, top), max(box.bottom, bottom)) for box in page.pictures]
    empty, reached = 0, top
    for upper, lower in sorted(spans, reverse=True):
        empty += reached - upper if reached - upper > GAP else 0
        reached = min(reached, lower)
    empty += reached - bottom if reached - bottom > GAP else 0
    lines = [y for y, _texts in groupby(sorted(round(text.y) for text in texts))]
    return Filling(page.number, max(0, empty) / (top - bottom), len(lines), len(page.pictures))


def hollow(printed):
    """The pages that are more than a third empty, as (page, share in percent)."""
    return [(each.page, round(each.empty * 100)) for each in fillings(printed) if each.is_hollow]

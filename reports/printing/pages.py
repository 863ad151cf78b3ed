"""Whether the last page of a part holds so little that closer lines would take it back. Works on pages laid out."""

from collections.abc import Iterator, Sequence
from typing import Any

COMPOSED = frozenset({"sampul", "sampul-belakang", "halaman-judul"})
"""Sections that are one sheet, whatever stands on it."""
GAINED = 0.045
"""The part of each page that is gained where lines stand closer (page.css, ``data-rapat``)."""
WORTH_IT = 0.4
"""The filled part of a last page up to which it is taken back: six lines and a place to sign."""
MOST_PAGES = 40
"""Of a report that is laid out a second time: in a longer one a page that is short does not count."""


def can_be_shorter(pages: Sequence[Any]) -> bool:
    """Whether laying the report out once more, closer, is worth it."""
    if len(pages) > MOST_PAGES or not all(map(_sections, pages)):  # a letter and a drawing have no sections
        return False
    return any(filled <= min(WORTH_IT, GAINED * whole) for whole, filled in _last_pages(pages))


def _last_pages(pages: Sequence[Any]) -> Iterator[tuple[int, float]]:
    """For each part of more than one page: how many pages are full, and the filled share of its last."""
    whole = 0
    for page, following in zip(pages, [*pages[1:], None], strict=True):
        last = _sections(page)[-1]
        if following is not None and not _begins_page(_sections(following)[0], last):
            whole += 1
            continue
        if whole and COMPOSED.isdisjoint(last.element.get("class", "").split()):
            yield whole, _filled(page, last)
        whole = 0


def _filled(page: Any, last: Any) -> float:
    return float((last.position_y + last.margin_height() - page.content_box_y()) / page.height)


def _sections(page: Any) -> list[Any]:
    """The sections of the report on a page: its html holds a body, that the article, and that the sections."""
    inside = page
    for _depth in ("html", "body", "article"):
        inside = next(iter(getattr(inside, "children", ())), None)
    return [child for child in getattr(inside, "children", ()) if child.element_tag == "section"]


def _begins_page(first: Any, before: Any) -> bool:
    """Whether a section is no continuation of the one before, and would begin a page wherever that ended."""
    return first.element is not before.element and bool(first.style["break_before"] == "page")

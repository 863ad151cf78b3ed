"""What PDFium makes of a file: whether its pages open, and whether two files show the same.

It runs inside the fence, and compares text, objects and picture page by page; words for search are in pages.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.places import Addition, Box, strip_of

LOCKED, BROKEN = "locked", "broken"
_PIXEL = 4  # bytes: blue, green, red and one that says nothing
_WHITE = b"\xff\xff\xff"
_EDGE = 1.5  # points: what smoothing draws beyond a box
_FORM = pypdfium2.raw.FPDF_PAGEOBJ_FORM


def opened(pdf: bytes) -> Any:
    """The file as PDFium reads it; raises pypdfium2.PdfiumError where it cannot."""
    return pypdfium2.PdfDocument(pdf)


def hindrance_to_reading(pdf: bytes) -> str:
    """LOCKED, BROKEN, the number of the first page that does not open, or nothing."""
    try:
        file = opened(pdf)
    except pypdfium2.PdfiumError as error:
        return LOCKED if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD else BROKEN
    if not len(file):
        return BROKEN
    return next((str(at + 1) for at in range(len(file)) if not _opens(file, at)), "")


def _opens(file: Any, at: int) -> bool:
    try:
        file[at].close()
    except pypdfium2.PdfiumError:
        return False
    return True


def check_drawn_alike(prepared: bytes, found: bytes, additions: Mapping[int, Addition]) -> None:
    """Raise DiffersError at the first page that shows something else.

    ``additions``: by number of a page, where something may stand that was not prepared; nothing else may differ.
    """
    try:
        before = opened(prepared)
        after = opened(found)
        if len(before) != len(after):
            raise DiffersError(Kind.IRREGULAR)
        for file in (before, after):
            file.init_forms()
        for at in range(len(before)):
            _DrawnPage(at + 1, before[at], after[at], additions.get(at + 1)).check()
    except pypdfium2.PdfiumError as error:
        raise DiffersError(Kind.UNREADABLE) from error


@dataclass(frozen=True, slots=True)
class _DrawnPage:
    """A page as it was prepared and as it came back, and where something may stand that was not prepared."""

    number: int
    before: Any
    after: Any
    addition: Addition | None

    @property
    def places(self) -> tuple[Box, ...]:
        return self.addition.places if self.addition else ()

    def check(self) -> None:
        if (self.before.get_size(), self.before.get_rotation()) != (self.after.get_size(), self.after.get_rotation()):
            raise DiffersError(Kind.SIZE, self.number)
        if not self._text_alike():
            raise DiffersError(Kind.TEXT, self.number)
        if self.addition and not self._objects_alike(self.addition):
            raise DiffersError(Kind.OBJECT, self.number)
        if kind := self._difference_seen():
            raise DiffersError(kind, self.number)
        self.before.close()
        self.after.close()

    def _text_alike(self) -> bool:
        """The same text; where something may be added, the same characters at the same places, others only there."""
        here = self.before.get_textpage()
        there = self.after.get_textpage()
        if here.get_text_range() == there.get_text_range():
            return True
        was = Counter(_characters(here))
        became = Counter(_characters(there))
        return not was - became and _all_within(became - was, self.places)

    def _objects_alike(self, addition: Addition) -> bool:
        """All things are still drawn where they were, others only where they may be; one form may stand for all."""
        was = _objects(self.before)
        became = _objects(self.after)
        if addition.in_form:
            forms = (item for item in became if item[0] == _FORM and not _all_within([item], addition.places))
            became.subtract(list(forms)[:1])
        elif was - became:
            return False
        return _all_within(became - was, addition.places)

    def _difference_seen(self) -> Kind | None:
        """Where two pictures differ, it is within the places, and nothing that was printed is covered."""
        here = _picture(self.before)
        there = _picture(self.after)
        if here == there:
            return None
        width, height = self.before.get_size()
        stride = len(here) // round(height)
        strip = strip_of(Box(0, 0, width, height))
        printed = [box for _character, box in _characters(self.before.get_textpage())]
        for row in range(len(here) // stride):
            was, became = here[row * stride : (row + 1) * stride], there[row * stride : (row + 1) * stride]
            if was == became:
                continue
            level = height - row - 0.5
            if kind := self._row_differs(was, became, level, strip=strip, printed=printed):
                return kind
        return None

    def _row_differs(self, was: bytes, became: bytes, level: float, *, strip: Box, printed: list[Box]) -> Kind | None:
        """Judge one row of pixels whose middle lies ``level`` points above the foot of the page."""
        free = [place for place in self.places if place.bottom - _EDGE <= level <= place.top + _EDGE]
        covered = [box for box in printed if box.bottom - _EDGE <= level <= box.top + _EDGE]
        for at in range(0, len(was), _PIXEL):
            if was[at : at + 3] == became[at : at + 3]:
                continue
            x = at // _PIXEL + 0.5
            place = next((each for each in free if each.left - _EDGE <= x <= each.right + _EDGE), None)
            if place is None:
                return Kind.PICTURE
            if place != strip and was[at : at + 3] != _WHITE:
                return Kind.COVERED
            if any(box.left <= x <= box.right for box in covered):
                return Kind.COVERED
        return None


def _characters(textpage: Any) -> Iterator[tuple[Any, Box]]:
    for at in range(textpage.count_chars()):
        character = textpage.get_text_range(at, 1)
        if character.strip():
            yield character, Box(*(round(number, 1) for number in textpage.get_charbox(at)))


def _objects(page: Any) -> Counter[tuple[Any, Box]]:
    """What kinds of things are drawn where."""
    boxes = ((each.type, each.get_bounds()) for each in page.get_objects(max_depth=1))
    return Counter((kind, Box(*(round(number, 1) for number in bounds))) for kind, bounds in boxes)


def _all_within(added: Iterable[tuple[Any, Box]], places: tuple[Box, ...]) -> bool:
    return all(any(place.holds(box) for place in places) for _what, box in added)


def _picture(page: Any) -> bytes:
    """One pixel a point, annotations and fields drawn."""
    bitmap = page.render(scale=1, draw_annots=True, may_draw_forms=True, prefer_bgrx=True)
    return bytes(bitmap.buffer)

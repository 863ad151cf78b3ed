"""What PDFium makes of a file: whether its pages open, and whether two files show the same.

It runs inside the fence, and compares text, objects and picture page by page; words for search are in pages.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
            _check_page(at + 1, before[at], after[at], additions.get(at + 1))
    except pypdfium2.PdfiumError as error:
        raise DiffersError(Kind.UNREADABLE) from error


def _check_page(number: int, before: Any, after: Any, addition: Addition | None) -> None:
    places = addition.places if addition else ()
    if (before.get_size(), before.get_rotation()) != (after.get_size(), after.get_rotation()):
        raise DiffersError(Kind.SIZE, number)
    if not _text_alike(before, after, places):
        raise DiffersError(Kind.TEXT, number)
    if addition and not _objects_alike(before, after, addition):
        raise DiffersError(Kind.OBJECT, number)
    if kind := _difference_seen(before, after, places):
        raise DiffersError(kind, number)
    before.close()
    after.close()


def _text_alike(before: Any, after: Any, places: tuple[Box, ...]) -> bool:
    """The same text; where something may be added, the same characters at the same places and others only there."""
    here = before.get_textpage()
    there = after.get_textpage()
    if here.get_text_range() == there.get_text_range():
        return True
    was = Counter(_characters(here))
    became = Counter(_characters(there))
    return not was - became and _all_within(became - was, places)


def _characters(textpage: Any) -> Iterator[tuple[Any, Box]]:
    for at in range(textpage.count_chars()):
        character = textpage.get_text_range(at, 1)
        if character.strip():
            yield character, Box(*(round(number, 1) for number in textpage.get_charbox(at)))


def _objects_alike(before: Any, after: Any, addition: Addition) -> bool:
    """All things are still drawn where they were, others only where that is allowed; one form may stand for all."""
    was = _objects(before)
    became = _objects(after)
    if addition.in_form:
        forms = (item for item in became if item[0] == _FORM and not _all_within([item], addition.places))
        became.subtract(list(forms)[:1])
    elif was - became:
        return False
    return _all_within(became - was, addition.places)


def _objects(page: Any) -> Counter[tuple[Any, Box]]:
    """What kinds of things are drawn where."""
    boxes = ((each.type, each.get_bounds()) for each in page.get_objects(max_depth=1))
    return Counter((kind, Box(*(round(number, 1) for number in bounds))) for kind, bounds in boxes)


def _all_within(added: Iterable[tuple[Any, Box]], places: tuple[Box, ...]) -> bool:
    return all(any(place.holds(box) for place in places) for _what, box in added)


def _difference_seen(before: Any, after: Any, places: tuple[Box, ...]) -> Kind | None:
    """Where two pictures differ, it is within the places, and nothing that was printed is covered."""
    here = _picture(before)
    there = _picture(after)
    if here == there:
        return None
    width, height = before.get_size()
    stride = len(here) // round(height)
    strip = strip_of(Box(0, 0, width, height))
    printed = [box for _character, box in _characters(before.get_textpage())]
    for row in range(len(here) // stride):
        was, became = here[row * stride : (row + 1) * stride], there[row * stride : (row + 1) * stride]
        if was == became:
            continue
        level = height - row - 0.5
        if kind := _row_differs(was, became, level, places=places, strip=strip, printed=printed):
            return kind
    return None


def _row_differs(
    was: bytes, became: bytes, level: float, *, places: tuple[Box, ...], strip: Box, printed: list[Box]
) -> Kind | None:
    """Judge one row of pixels whose middle lies ``level`` points above the foot of the page."""
    free = [place for place in places if place.bottom - _EDGE <= level <= place.top + _EDGE]
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


def _picture(page: Any) -> bytes:
    """One pixel a point, annotations and fields drawn."""
    bitmap = page.render(scale=1, draw_annots=True, may_draw_forms=True, prefer_bgrx=True)
    return bytes(bitmap.buffer)

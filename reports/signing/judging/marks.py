"""Where in an update's bytes the words of structure may stand: only where they count, and close to each other.

A program that repairs files looks for these words wherever they are, and for the end only near the end. Pure.
"""

import re

from reports.signing.judging.sections import XrefSection
from reports.signing.judging.values import BLANK, PdfObject, Stream, UnclearError

MOST_BLANKS_IN_END = 8
MOST_BLANKS_BETWEEN = 64  # between two objects
MOST_BETWEEN = 512  # bytes, with the lines in which programs name themselves
_FEW = BLANK + b"{1,%d}" % MOST_BLANKS_IN_END
END = rb"startxref" + _FEW + rb"(\d{1,10})" + _FEW + rb"%%EOF"
_OBJECT_LIKE = re.compile(rb"(?<!\d)\d++[\x00\s]++\d++[\x00\s]*+obj")
_OBJECT_BEHIND_REMARK = re.compile(rb"%[^\r\n]*+[\r\n][\x00\s]*+(?:\d++[\x00\s]*+)?obj")
_LONG_BLANK = re.compile(BLANK + b"{%d}" % (MOST_BLANKS_IN_END + 1))
_LONG_BLANK_BETWEEN = re.compile(BLANK + b"{%d}" % (MOST_BLANKS_BETWEEN + 1))
_HEAD_OF_STREAM = re.compile(rb".*?stream\r?\n", re.DOTALL)


def has_hidden_object(data: bytes) -> bool:
    """Whether something within looks like the beginning of an object, its words apart by blanks or remarks."""
    return bool(_OBJECT_LIKE.search(data) or _OBJECT_BEHIND_REMARK.search(data))


def check_words(update: bytes, offset: int, objects: list[PdfObject], section: XrefSection) -> None:
    """Raises UnclearError where a word of structure stands where it does not count; ``offset``: of the update."""
    starts = {found.start() + offset for found in _OBJECT_LIKE.finditer(update)}
    streams = sum(isinstance(each.value, Stream) for each in objects)
    expected = {
        b"endobj": len(objects),
        b"endstream": streams,
        b"trailer": int(section.table),
        b"xref": 1 + int(section.table),
        b"startxref": 1,
        b"%%EOF": 1,
        b"%PDF-": 0,
    }
    if starts != {each.start for each in objects} or _OBJECT_BEHIND_REMARK.search(update):
        raise UnclearError("an object where none counts")
    if any(update.count(word) != number for word, number in expected.items()):
        raise UnclearError("words of structure where they do not count")


def check_gap(pdf: bytes, start: int, end: int) -> None:
    """Between two objects."""
    if end - start > MOST_BETWEEN or _LONG_BLANK_BETWEEN.search(pdf, start, end):
        raise UnclearError("too far apart")


def check_closeness(pdf: bytes, start: int, section: XrefSection, end: int) -> None:
    """From the section's first byte to the end mark: programs look for all of it close together."""
    head = _HEAD_OF_STREAM.match(pdf, start, section.end) if not section.table else None
    parts = ((start, head.end() if head else section.end), (section.end, end))
    if end - section.end > MOST_BETWEEN or any(_LONG_BLANK.search(pdf, *part) for part in parts):
        raise UnclearError("an end too far apart")

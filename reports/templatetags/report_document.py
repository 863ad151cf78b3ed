"""What the templates of the report ask for that is not data: pictures, codes, which row must be broken."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from followups.qr import Code, code_of
from reports.document.chapters.annex import EvidenceGroup, Figure
from reports.document.chapters.figure_rows import printed_sizes
from reports.document.fields import HEADS
from reports.document.shapes import Picture
from reports.words.breaking import NARROW, SOFT_HYPHEN, Kind, TokenPart, pieces_of
from surveys.periods import MONTHS

register = template.Library()
_WHOLE = re.compile(
    r"\b((?:Tabel|Gambar|Grafik|Bab|Pasal|Nomor|Halaman) \d(?:[\d.–]*\d)?"
    rf"|\d{{1,3}} (?:{'|'.join(MONTHS)}|bulan|hari)"
    r"|[^\W\d_]{2,12}-[^\W\d_]{2,12}|\w{1,9}–\w{1,9})\b"
)
_LOOKS: dict[Kind, str] = {
    "endless": "tanpa-akhir",
    "number": "utuh",
    "number-tight": "utuh rapat",
    "number-tighter": "utuh lebih-rapat",
    "number-tightest": "utuh paling-rapat",
}
PIXELS_PER_MM = 96 / 25.4  # as style sheets count
LONG_IN_LINES = 29  # characters of a token that a line of running text can carry over
SOME_LINES = 240  # characters: three lines of the annex
LINES_OF_A_PAGE = 46  # of a table, below its head, on the smaller paper


@register.simple_tag(takes_context=True)
def photo_url(context: dict[str, Any], picture: Picture) -> str:
    """The address of a photo for whoever reads this page: the portal, the renderer or a folder."""
    return str(context["links"].photo(picture))


@register.simple_tag
def head(table: str, key: str) -> str:
    """What stands above the column of a field."""
    return HEADS[table, key]


@register.filter
def as_printed(row: tuple[Figure, ...], group: EvidenceGroup) -> list[tuple[Figure, int, int]]:
    """The figures of a row with the width and the height, in pixels of a page, that paper gives them."""
    sides = [(figure.picture.width, figure.picture.height) for figure in row]
    sizes = printed_sizes(sides, is_only=len(group.figures) == 1)
    return [
        (figure, round(across * PIXELS_PER_MM), round(down * PIXELS_PER_MM))
        for figure, (across, down) in zip(row, sizes, strict=True)
    ]


@register.filter
def qr_code(address: str) -> Code:
    """An address as a QR code."""
    return code_of(address)


@register.filter
def breakable(text: str, shortest: int = NARROW) -> SafeString:
    """A cell's text, with the places at which its long tokens may be parted; its words the renderer parts itself.

    To look for the syllables of four thousand characters takes it minutes.
    """
    return mark_safe("".join(_written(piece) for piece in pieces_of(text, shortest)))  # noqa: S308


@register.filter
def kept_whole(text: str) -> SafeString:
    """Running text in which stay on one line ``Tabel 2.1``, ``3 Mei``, ``2 bulan``, a doubled word, and a span.

    The hyphen of a doubled word would be lost.
    """
    pieces = enumerate(_WHOLE.split(text))
    written = (_span(piece, "utuh") if place % 2 else breakable(piece, LONG_IN_LINES) for place, piece in pieces)
    return mark_safe("".join(written))  # noqa: S308


def _written(piece: TokenPart) -> str:
    if piece.kind == "joint":
        return "&#8203;"
    if piece.kind == "word":
        return _span(piece.text, "kata-panjang").replace(SOFT_HYPHEN, "&shy;")
    return _span(piece.text, _LOOKS[piece.kind]) if piece.kind else escape(piece.text)


def _span(words: str, name: str) -> str:
    return format_html('<span class="{}">{}</span>', name, words)


@register.filter
def is_some_lines(paragraphs: Iterable[str]) -> bool:
    """Whether a text may end a page without looking lost there."""
    return sum(map(len, paragraphs)) >= SOME_LINES


@register.filter
def outgrows_a_page(cell: str | Iterable[str], characters: int) -> bool:
    """Whether a cell with so many characters to a line is taller than a page, so that its row has to be broken.

    All other rows are kept whole. The renderer would leave caption and head of a table behind where it is not told.
    """
    paragraphs = [cell] if isinstance(cell, str) else cell
    return sum(len(paragraph) // characters + 1 for paragraph in paragraphs) > LINES_OF_A_PAGE

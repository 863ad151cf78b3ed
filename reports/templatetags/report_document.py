"""What the templates of the report ask for that is not data: pictures, codes, which row must be broken."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from reports.document.fields import HEADS
from reports.document.shapes import Picture
from reports.printing.qr import Code, code_of

register = template.Library()
_ENDLESS = re.compile(r"(\S{30,})")
_WHOLE = re.compile(
    r"\b((?:Tabel|Gambar|Grafik|Bab|Pasal|Nomor|Halaman) \d(?:[\d.–]*\d)?|[^\W\d_]{2,12}-[^\W\d_]{2,12})\b"
)
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
def qr_code(address: str) -> Code:
    """An address as a QR code."""
    return code_of(address)


@register.filter
def endless_set_off(text: str) -> SafeString:
    """A cell's text whose endless words are marked: they are cut at the line's end, all others never are.

    To look for the syllables of four thousand characters takes the renderer minutes.
    """
    return _set_off(_ENDLESS, text, "kata-panjang")


@register.filter
def kept_whole(text: str) -> SafeString:
    """Running text in which ``Tabel 2.1`` stays on one line, and a doubled word too: a reader would lose its hyphen."""
    return _set_off(_WHOLE, text, "utuh")


def _set_off(pattern: re.Pattern[str], text: str, name: str) -> SafeString:
    pieces = enumerate(pattern.split(text))
    return mark_safe("".join(_span(piece, name) if place % 2 else escape(piece) for place, piece in pieces))  # noqa: S308


def _span(words: str, name: str) -> str:
    return format_html('<span class="{}">{}</span>', name, words)


@register.filter
def outgrows_a_page(cell: str | Iterable[str], characters: int) -> bool:
    """Whether a cell with so many characters to a line is taller than a page, so that its row has to be broken.

    All other rows are kept whole. The renderer would leave caption and head of a table behind where it is not told.
    """
    paragraphs = [cell] if isinstance(cell, str) else cell
    return sum(len(paragraph) // characters + 1 for paragraph in paragraphs) > LINES_OF_A_PAGE

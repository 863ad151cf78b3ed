"""What the templates of the report ask for that is not data: pictures, codes, which row must be broken."""

from collections.abc import Iterable
from typing import Any

from django import template

from reports.document.model import Picture
from reports.printing.qr import Code, code_of

register = template.Library()
LINES_OF_A_PAGE = 46  # of a table, below its head, on the smaller paper


@register.simple_tag(takes_context=True)
def photo_url(context: dict[str, Any], picture: Picture) -> str:
    """The address of a photo for whoever reads this page: the portal, the renderer or a folder."""
    return str(context["links"].photo(picture))


@register.filter
def qr_code(address: str) -> Code:
    """An address as a QR code."""
    return code_of(address)


@register.filter
def outgrows_a_page(cell: str | Iterable[str], characters: int) -> bool:
    """Whether a cell with so many characters to a line is taller than a page, so that its row has to be broken.

    All other rows are kept whole. The renderer would leave caption and head of a table behind where it is not told.
    """
    paragraphs = [cell] if isinstance(cell, str) else cell
    return sum(len(paragraph) // characters + 1 for paragraph in paragraphs) > LINES_OF_A_PAGE

"""Which pages of a prepared file the pen writes on: found by the names that the renderer gave to its places."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from reports.document.block import PREFACE_SIGNATURE, SIGNATURE
from reports.issuing.by_hand.composing import size_of_page

NUMBER = "nomor"
_WHAT = {NUMBER: "Nomor dokumen", PREFACE_SIGNATURE: "Tanda tangan Kata Pengantar", SIGNATURE: "Tanda tangan laporan"}


@dataclass(frozen=True, slots=True)
class PenPage:
    """A page that comes back signed. ``page``: its number in the file, from 1; ``what`` is written there."""

    page: int
    what: str


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """``pens``: the pages that somebody writes on; ``sizes``: width and height of every page, in points."""

    pens: tuple[PenPage, ...]
    sizes: tuple[tuple[float, float], ...]

    def what(self, page: int) -> str:
        """What is written on a page; of another one that it is a page of the report."""
        return next((pen.what for pen in self.pens if pen.page == page), "Halaman laporan")


def prepared_file(content: bytes, *, with_number: bool) -> PreparedFile:
    """``with_number``: whether the pen writes the number, too."""
    with pikepdf.open(BytesIO(content)) as pdf:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        named = pdf.Root.Names.Dests.Names
        places = {str(named[at]): pages[named[at + 1][0].objgen] for at in range(0, len(named), 2)}
        sizes = tuple(size_of_page(page) for page in pdf.pages)
    wanted = [name for name in _WHAT if name in places and (with_number or name != NUMBER)]
    found: dict[int, list[str]] = {}
    for name in wanted:
        found.setdefault(places[name], []).append(_WHAT[name])
    return PreparedFile(tuple(PenPage(page, " dan ".join(what)) for page, what in sorted(found.items())), sizes)

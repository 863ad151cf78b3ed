"""A page printed for the pack: of a photo, of a paper that is a picture, of an address where something can be read."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from threading import Lock

from django.template.loader import render_to_string

from oversight.pack.pieces import Piece
from reports.printing.pdf import pdf_of
from reports.words.glyphs import printable

_PICTURE = "/bukti/gambar.jpg"
_ONE_AT_A_TIME = Lock()
"""A page takes the processor for half a second: who asks for other pages of the portal meanwhile goes in between."""
_SHEETS = ("css/font-arial.css", "css/proof.css")


def proof_page(piece: Piece, office: str) -> bytes:
    """One page, by the same data the same bytes. Raises FileNotOursError where its picture cannot be read."""
    context = {
        "piece": piece,
        "office": office,
        "picture": _PICTURE if piece.file else "",
        "sheets": _SHEETS,
    }
    html = printable(render_to_string("oversight/pack/proof.html", context), escape)
    return pdf_of(html, {_PICTURE: piece.file.name} if piece.file else {})


@dataclass(slots=True)
class PrintedProofs:
    """Pages in a folder, each printed once though it lies in several folders of the pack."""

    office: str
    folder: Path
    _made: dict[Piece, Path] = field(default_factory=dict)

    def path_of(self, piece: Piece) -> Path:
        if piece not in self._made:
            path = self.folder / f"{len(self._made)}.pdf"
            with _ONE_AT_A_TIME:
                page = proof_page(piece, self.office)
            path.write_bytes(page)
            self._made[piece] = path
        return self._made[piece]

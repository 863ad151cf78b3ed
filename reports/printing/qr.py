"""An address as a QR code, drawn as one path; the one door of the QR library."""

from dataclasses import dataclass

import segno

QUIET = 4  # modules of margin on each side that ISO/IEC 18004 asks for


@dataclass(frozen=True, slots=True)
class Code:
    """``size``: modules on each side, the quiet zone included; ``path``: what is dark, for an SVG of that size."""

    size: int
    path: str


def code_of(text: str) -> Code:
    """The QR code of a text with error correction M, which a crease or a stamp at its edge does not spoil."""
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    runs = "".join(_runs(row, y + QUIET) for y, row in enumerate(matrix))
    return Code(len(matrix) + 2 * QUIET, runs)


def _runs(row: bytearray, y: int) -> str:
    """The dark stretches of one row, each as one rectangle."""
    found, start = [], None
    for x, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            found.append(f"M{start + QUIET} {y}h{x - start}v1h-{x - start}z")
            start = None
    return "".join(found)

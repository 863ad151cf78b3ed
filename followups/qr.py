"""An address as a QR code, drawn as one path; the one door of the QR library."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # modules of margin on each side that ISO/IEC 18004 asks for


@dataclass(frozen=True, slots=True)
class Code:
    """``size``: modules on each side, the quiet zone included; ``path``: what is dark, for an SVG of that size."""

    size: int
    path: str


def code_of(text: str) -> Code:
    """The QR code of a text with error correction M, which a crease or a stamp at its edge does not spoil.

    Each dark stretch of a row is one rectangle.
    """
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    stretches = []
    for y, row in enumerate(matrix, start=QUIET):
        x = QUIET
        for dark, cells in groupby(row):
            width = len(list(cells))
            if dark:
                stretches.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return Code(len(matrix) + 2 * QUIET, "".join(stretches))

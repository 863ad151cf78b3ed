"""How wide the columns of a table are: by the words in them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 3.5
"""Characters for which even a column of marks has room."""
_LONGEST_WORD = 16
_PARTED = re.compile(r"[ /]")
_PADDING = 1.7
_BARE = 1.2
_BOLD = 1.15
_GROWTH = 0.85


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's column, how many it spans, and its text; ``in_head``: it may take more lines than what it heads.

    ``is_bare``: its text has no room beside it, and is not bold.
    """

    column: int
    span: int
    text: str
    in_head: bool
    is_bare: bool = False


def shares_of(cells: Sequence[Cell], columns: int, characters: float) -> tuple[float, ...]:
    """The part that each column gets of a table's width, which has room for so many ``characters``.

    Each has room for its longest word; what is left goes by how much the columns hold, but twice the text need not be
    twice as wide.
    """
    least, held = [LEAST] * columns, [0] * columns
    for cell in cells:
        if cell.span == 1:
            longest = min(_LONGEST_WORD, max(map(len, _PARTED.split(cell.text))))
            needed = longest + _BARE if cell.is_bare else longest * (_BOLD if cell.in_head else 1) + _PADDING
            least[cell.column] = max(least[cell.column], needed)
            if not cell.in_head:
                held[cell.column] = max(held[cell.column], len(cell.text))
    wanted = [
        length**_GROWTH if length + _PADDING > narrowest else 0 for length, narrowest in zip(held, least, strict=True)
    ]
    room = max(0.0, characters - sum(least))
    total = sum(wanted) or 1
    wide = [narrowest + room * want / total for narrowest, want in zip(least, wanted, strict=True)]
    return tuple(width / sum(wide) for width in wide)

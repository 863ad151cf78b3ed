"""Where a long picture, such as a scrolled screenshot, is cut across into parts: between its lines of text. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from offices.declining import Declined

LONG = 2.2
"""How much taller than wide a picture is that is offered to be cut."""
FEWEST, MOST = 2, 6
LOWEST = 80
_EVEN = 12
"""The spread of grey within which a row is of one colour: what JPEG adds to it is less."""
_PART_SHAPE = 1.6
_AROUND = 0.3
UNCLEAR = "Tulis tempat setiap garis sebagai bilangan bulat dalam piksel, dari atas ke bawah."
THIN = f"Setiap bagian paling sedikit {LOWEST} piksel tingginya. Jauhkan garis-garisnya, lalu ulangi."


def is_long(width: int, height: int) -> bool:
    return height > LONG * width


def parts_for(width: int, height: int) -> int:
    """Into how many parts one would cut it first."""
    return min(max(round(height / width / _PART_SHAPE), FEWEST), MOST)


def proposed(spreads: Sequence[int], parts: int) -> list[int]:
    """Lines near equal heights, each in the middle of rows of one colour where there are such around.

    ``spreads``: for each row how far its lightest and darkest spot lie apart.
    """
    step = len(spreads) / parts
    return [_line_near(spreads, round(number * step), round(step * _AROUND)) for number in range(1, parts)]


def _line_near(spreads: Sequence[int], wanted: int, around: int) -> int:
    rows = range(max(wanted - around, 1), min(wanted + around, len(spreads) - 1) + 1)
    even = [row for row in rows if spreads[row] <= _EVEN]
    if not even:
        return min(rows, key=lambda row: (spreads[row], abs(row - wanted)))
    nearest = min(even, key=lambda row: abs(row - wanted))
    first = last = nearest
    while first - 1 in rows and spreads[first - 1] <= _EVEN:
        first -= 1
    while last + 1 in rows and spreads[last + 1] <= _EVEN:
        last += 1
    return (first + last) // 2


def lines_in(texts: Sequence[str], height: int) -> list[int]:
    """The lines that somebody typed; raises ``Declined`` where they do not make parts of a picture of that height."""
    if not FEWEST <= len(texts) + 1 <= MOST or not all(text.isdecimal() and len(text) < 6 for text in texts):
        raise Declined(UNCLEAR)
    lines = [int(text) for text in texts]
    if any(below - above < LOWEST for above, below in pairwise([0, *lines, height])):
        raise Declined(THIN)
    return lines

"""Which pictures of the annex stand side by side, and how large each is printed: rows of equal height. Pure.

Sizes are millimetres on a text 160 mm wide, which the narrower paper has.
"""

from collections.abc import Sequence
from math import sqrt

Sides = tuple[int, int]
"""Width and height of a picture in pixels."""
TEXT, GAP = 160.0, 4.0
UPRIGHT = 0.8
"""Width to height of what stands three abreast; of broader pictures there are two, or they would be too small."""
LARGEST_SHARED = (64.0, 64.0)
"""The room of a picture among others; the areas of a row are as large together as each would be in it."""
LARGEST_ALONE = (90.0, 67.5)
LARGEST_TALL, TALL = (64.0, 84.0), 0.62
LARGEST_WIDE, WIDE = (150.0, 68.0), 2.0
LEAST_SHARE, LEAST_WIDTH = 0.65, 15.0
"""Of its own area, and in millimetres, what a picture must keep beside others, or it stands in another row."""
PIXELS_PER_MM = 150 / 25.4
"""Below 150 dpi a picture shows its pixels: it is not printed larger than that."""


def row_lengths(pictures: Sequence[Sides]) -> tuple[int, ...]:
    """How many pictures each row has, in their order."""
    lengths: list[int] = []
    row: list[Sides] = []
    for sides in pictures:
        if row and _keep_together([*row, sides]):
            lengths[-1] += 1
            row.append(sides)
        else:
            lengths.append(1)
            row = [sides]
    return tuple(lengths)


def printed_sizes(row: Sequence[Sides], *, is_only: bool) -> tuple[tuple[float, float], ...]:
    """Width and height of each picture of a row; ``is_only``: its group has no other, so that it may be larger."""
    wished = _own_size(row[0], LARGEST_ALONE)[1] if is_only else _row_height(row)
    height = min(wished, *map(_sharpest, row))
    return tuple((height * _ratio(sides), height) for sides in row)


def _keep_together(row: Sequence[Sides]) -> bool:
    broadest = max(map(_ratio, row))
    if broadest >= WIDE or len(row) > (3 if broadest < UPRIGHT else 2):
        return False
    height = _row_height(row)
    is_seen = min(height, *map(_sharpest, row)) * min(map(_ratio, row)) >= LEAST_WIDTH
    return is_seen and all(height * height * _ratio(sides) >= LEAST_SHARE * _area(sides) for sides in row)


def _row_height(row: Sequence[Sides]) -> float:
    """The height at which the pictures cover together what each would cover by itself, as far as they fit."""
    wished = sqrt(sum(map(_area, row)) / sum(map(_ratio, row)))
    if len(row) == 1:
        return wished
    return min(wished, (TEXT / len(row) - GAP) / max(map(_ratio, row)))


def _area(sides: Sides) -> float:
    width, height = _own_size(sides)
    return width * height


def _own_size(sides: Sides, room: tuple[float, float] = LARGEST_SHARED) -> tuple[float, float]:
    ratio = _ratio(sides)
    if ratio >= WIDE:
        room = LARGEST_WIDE
    elif ratio < TALL:
        room = LARGEST_TALL
    across, down = room
    width = min(across, down * ratio)
    return width, width / ratio


def _ratio(sides: Sides) -> float:
    return sides[0] / sides[1]


def _sharpest(sides: Sides) -> float:
    """The height at which it has 150 pixels to an inch."""
    return sides[1] / PIXELS_PER_MM

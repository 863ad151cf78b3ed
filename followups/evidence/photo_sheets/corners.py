"""Where a sheet of paper lies in a picture, and how the picture is bent so that the sheet becomes a rectangle. Pure.

What it knows of a picture is how light each of its squares is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

THOUSAND = 1000
_LEAST = 0.2
"""The share of the picture that a sheet covers at least; less is something else that is light."""
_FILLED = 0.85
"""How near paper and the space between its corners are to each other: a sheet fills it, a heap of things does not."""
_TOUCHING = 0.985
_EVEN = 40
"""The distance of greys between paper and what it lies on that is needed to tell one from the other."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Corners:
    """The corners of a sheet, from top left clockwise, in thousandths of the picture's width and height."""

    points: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        return ";".join(f"{x},{y}" for x, y in self.points)

    @classmethod
    def of(cls, text: str) -> Self:
        """As ``str`` writes them. Raises ValueError for what is no quadrangle within the picture."""
        points = tuple((int(x), int(y)) for x, y in (pair.split(",") for pair in text.split(";")))
        if len(points) != 4 or not all(0 <= each <= THOUSAND for point in points for each in point):
            raise ValueError(text)
        if _area(points) < _LEAST * THOUSAND**2 / 4 or not _is_convex(points):
            raise ValueError(text)
        return cls(points)

    def within(self, width: int, height: int) -> tuple[Point, ...]:
        """In pixels of a picture of that size."""
        return tuple((x * width / THOUSAND, y * height / THOUSAND) for x, y in self.points)


def corners_of(greys: Sequence[int], width: int) -> Corners | None:
    """The corners of the sheet in a picture, or None where none is found, or nothing but paper is there.

    ``greys``: 0 (black) to 255, row by row, of a picture of a few hundred squares across, its letters blurred away.
    """
    height = len(greys) // width
    border = threshold(greys)
    if border is None:
        return None
    sheet = _largest([grey > border for grey in greys], width)
    points = _outermost(sheet, width)
    area = _area(points)
    is_sheet = len(sheet) >= _LEAST * len(greys) and _FILLED * area <= len(sheet) <= area / _FILLED
    if not is_sheet or area >= _TOUCHING * (width - 1) * (height - 1):
        return None
    return Corners(tuple((round(x * THOUSAND / (width - 1)), round(y * THOUSAND / (height - 1))) for x, y in points))


def threshold(greys: Sequence[int]) -> int | None:
    """The grey between dark and light that tells them apart best (Otsu 1979); None where all is much the same."""
    counts = [0] * 256
    for grey in greys:
        counts[grey] += 1
    whole = sum(grey * count for grey, count in enumerate(counts))
    best = (0.0, 0, 0.0)
    below = 0
    weight = 0
    for grey, count in enumerate(counts):
        below += count
        weight += grey * count
        above = len(greys) - below
        if not below or not above:
            continue
        distance = (whole - weight) / above - weight / below
        best = max(best, (below * above * distance**2, grey, distance))
    _spread, border, distance = best
    return border if distance >= _EVEN else None


def _largest(light: list[bool], width: int) -> list[int]:
    """The largest patch of light squares that touch one another, as their numbers."""
    largest: list[int] = []
    for start in range(len(light)):
        if light[start]:
            patch = _patch(light, width, start)
            largest = max(largest, patch, key=len)
    return largest


def _patch(light: list[bool], width: int, start: int) -> list[int]:
    """The patch around a square; its squares are not light any more."""
    light[start] = False
    patch = [start]
    for square in patch:  # which grows meanwhile
        column = square % width
        beside = (
            square - width,
            square + width,
            square - 1 if column else -1,
            square + 1 if column < width - 1 else -1,
        )
        for other in beside:
            if 0 <= other < len(light) and light[other]:
                light[other] = False
                patch.append(other)
    return patch


def _outermost(patch: Sequence[int], width: int) -> tuple[tuple[int, int], ...]:
    """Its squares farthest to the top left, top right, bottom right and bottom left."""
    points = [(square % width, square // width) for square in patch]
    return (
        min(points, key=lambda point: point[0] + point[1]),
        max(points, key=lambda point: point[0] - point[1]),
        max(points, key=lambda point: point[0] + point[1]),
        min(points, key=lambda point: point[0] - point[1]),
    )


def _area(points: Sequence[Point]) -> float:
    """Of the quadrangle between them (Gauss's trapezoid formula)."""
    around = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(x * below - right * y for (x, y), (right, below) in around)) / 2


def _is_convex(points: Sequence[Point]) -> bool:
    """Whether one turns the same way at each of its corners."""
    turns = []
    for number in range(len(points)):
        (ax, ay), (bx, by), (cx, cy) = (points[(number + step) % len(points)] for step in range(3))
        turns.append((bx - ax) * (cy - by) - (by - ay) * (cx - bx))
    return all(turn > 0 for turn in turns)


def perspective(corners: Sequence[Point], width: int, height: int) -> tuple[float, ...]:
    """The eight numbers a…h by which each point (x, y) of an upright rectangle is found in the picture, at

    ((ax + by + c) / (gx + hy + 1), (dx + ey + f) / (gx + hy + 1)). ``corners``: those of the rectangle, in the picture.
    """
    rows = []
    for (x, y), (u, v) in zip(((0, 0), (width, 0), (width, height), (0, height)), corners, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved([[float(value) for value in row] for row in rows])


def _solved(rows: list[list[float]]) -> tuple[float, ...]:
    """The unknowns of as many equations, each a row of factors and what they make (Gauss–Jordan)."""
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda number: abs(rows[number][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        rows[column] = [value / head for value in rows[column]]
        for number in range(size):
            if number != column:
                factor = rows[number][column]
                rows[number] = [value - factor * own for value, own in zip(rows[number], rows[column], strict=True)]
    return tuple(row[size] for row in rows)

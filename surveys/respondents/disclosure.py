"""Which counts of a table must not leave the office, so that nobody in it can be told from what is published. Pure.

A count of 1 to 4 people is hidden, and with it as many others as it takes that sums do not give it away. Zeros and
counts from 5 on may be shown. Margins that the regulation prescribes are exact.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count, product

from surveys.profiles import Margin

FEWEST = 5
"""A count below this, but of somebody, is not published."""
Cell = tuple[int, int]
Point = tuple[str, int]
TOTAL = -1
"""In place of a row or column: the sums of all rows, of all columns."""


def hidden_classes(counts: Sequence[int]) -> frozenset[int] | None:
    """The places of a plain margin that are hidden, where its sum is known; None where not even so it can be shown.

    A margin can be shown if what is hidden adds up to 5 people or more, or to none at all.
    """
    small = {at for at, count in enumerate(counts) if 0 < count < FEWEST}
    by_size = sorted((count, at) for at, count in enumerate(counts) if count >= FEWEST)
    hidden = set(small)
    while hidden:
        people = sum(counts[at] for at in hidden)
        follows = len(hidden) == 1 or people == len(hidden)
        if people >= FEWEST and not follows:
            break
        if not by_size:
            return None
        hidden.add(by_size.pop(0)[1])
    return frozenset(hidden)


def printed_counts(margin: Margin, counts: Mapping[str, int]) -> dict[str, int | None]:
    """By the key of its class how many are published of a margin, None where that is hidden.

    Empty where nobody was counted, or small counts would show through in any case.
    """
    hidden = frozenset() if margin.is_exact else hidden_classes(tuple(counts.values()))
    if hidden is None or not sum(counts.values()):
        return {}
    return {key: None if at in hidden else people for at, (key, people) in enumerate(counts.items())}


@dataclass
class _Network:
    """A table as flows from rows to columns, so that its sums are what enters each row and leaves each column.

    ``counts``: each cell, also the sums, which stand at TOTAL; ``hidden``: which are not published. A reader knows that
    hidden cells are of somebody.
    """

    counts: Mapping[Cell, int]
    hidden: set[Cell]

    def exposed(self) -> Cell | None:
        """A hidden cell for which what is published leaves one value only."""
        return next((cell for cell in sorted(self.hidden) if self._cost_around(cell, self.hidden) is None), None)

    def cover(self, cell: Cell) -> set[Cell]:
        """The fewest people whose cells have to be hidden, too, that this one does not follow from the rest."""
        usable = {other for other, count in self.counts.items() if TOTAL not in other and count} | self.hidden
        return self._cost_around(cell, usable) or set()

    def _cost_around(self, cell: Cell, usable: set[Cell]) -> set[Cell] | None:
        """The cells through which one more in a cell, or one less, can go around; None where it cannot."""
        tail, head = _ends(cell)
        more = self._cheapest(head, tail, usable - {cell})
        less = self._cheapest(tail, head, usable - {cell}) if self.counts[cell] > 1 else None
        return min((way for way in (more, less) if way), key=lambda way: way[0], default=(0, None))[1]

    def _cheapest(self, start: Point, goal: Point, usable: set[Cell]) -> tuple[int, set[Cell]] | None:
        """The way of a change from one point to another that hides the fewest people, and its cells."""
        number = count()
        queue: list[tuple[int, int, Point, tuple[Cell, ...]]] = [(0, next(number), start, ())]
        done: set[Point] = set()
        while queue:
            people, _number, point, way = heappop(queue)
            if point == goal:
                return people, set(way)
            if point in done:
                continue
            done.add(point)
            for cell in usable:
                tail, head = _ends(cell)
                if point == tail or (point == head and self.counts[cell] > 1):
                    cost = 0 if cell in self.hidden else self.counts[cell]
                    onward = head if point == tail else tail
                    heappush(queue, (people + cost, next(number), onward, (*way, cell)))
        return None


def _ends(cell: Cell) -> tuple[Point, Point]:
    """From which point to which a cell flows: from its row to its column, into the row, or out of the column."""
    row, column = cell
    if column == TOTAL:
        return ("all", 0), ("row", row)
    if row == TOTAL:
        return ("column", column), ("all", 1)
    return ("row", row), ("column", column)


def hidden_cells(
    table: Sequence[Sequence[int]], *, hidden_rows: Collection[int] = (), hidden_columns: Collection[int] = ()
) -> frozenset[Cell] | None:
    """The ``(row, column)`` that are hidden in a table of two margins; None where the table cannot be shown.

    ``hidden_rows`` and ``hidden_columns``: whose sums nobody publishes anywhere; all other sums count as known, and so
    does the sum of all. Whoever publishes a margin and a table of it hides the same classes in both.
    """
    rows = range(len(table))
    columns = range(len(table[0]) if table else 0)
    inner = list(product(rows, columns))
    counts = {(row, column): table[row][column] for row, column in inner}
    counts |= {(row, TOTAL): sum(table[row]) for row in rows}
    counts |= {(TOTAL, column): sum(table[row][column] for row in rows) for column in columns}
    sums = {(row, TOTAL) for row in hidden_rows} | {(TOTAL, column) for column in hidden_columns}
    network = _Network(counts, sums | {cell for cell in inner if 0 < counts[cell] < FEWEST})
    lines = [[(row, column) for column in columns] for row in rows]
    lines += [[(row, column) for row in rows] for column in columns]
    _fill(network, lines)
    while exposed := network.exposed():
        more = network.cover(exposed)
        if not more:
            return None
        network.hidden |= more
        _fill(network, lines)
    return frozenset(network.hidden & set(inner))


def _fill(network: _Network, lines: Sequence[Sequence[Cell]]) -> None:
    """Hide in each line until what is hidden of it is 5 people or more, or all that there are."""
    changed = True
    while changed:
        changed = False
        for line in lines:
            hidden = [cell for cell in line if cell in network.hidden]
            shown = [cell for cell in line if cell not in network.hidden and network.counts[cell]]
            if hidden and shown and sum(network.counts[cell] for cell in hidden) < FEWEST:
                network.hidden.add(min(shown, key=lambda cell: network.counts[cell]))
                changed = True

"""The order that people give to rows: units, services, priorities, plans, upkeep. Each has its ``position``, from 1."""

from collections.abc import Sequence
from typing import Any, Literal, Protocol, TypeVar, cast

from offices.declining import Declined

Direction = Literal["up", "down"]
STEP_ASIDE = 10_000


class Placed(Protocol):
    """A row of the database that has a place among others."""

    pk: int
    position: int


Ordered = TypeVar("Ordered", bound=Placed)


def move(rows: list[Ordered], pk: int, to: Direction | int) -> tuple[int, int]:
    """Let a row change places with its neighbour, or stand at a place (from 1); its place before and after.

    Beyond the ends it stays where it is. Declined where the row is gone.
    """
    here = next((index for index, row in enumerate(rows) if row.pk == pk), None)
    if here is None:
        raise Declined("Data ini sudah dihapus.")
    there = to - 1 if isinstance(to, int) else here + (1 if to == "down" else -1)
    if 0 <= there < len(rows) and there != here:
        rows.insert(there, rows.pop(here))
        number(rows)
        return here + 1, there + 1
    return here + 1, here + 1


def number(rows: Sequence[Ordered]) -> None:
    """Number rows in their order, in two steps: each place is unique at every moment."""
    step_aside(rows)
    _place(rows, 1)


def step_aside(rows: Sequence[Ordered]) -> None:
    """Make room: beyond every place, in the same order."""
    _place(rows, STEP_ASIDE)


def _place(rows: Sequence[Ordered], first: int) -> None:
    for position, row in enumerate(rows, start=first):
        row.position = position
    if rows:
        cast(Any, type(rows[0]))._default_manager.bulk_update(rows, ["position"])

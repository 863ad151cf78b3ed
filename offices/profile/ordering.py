"""The order that people give to rows: units, services, priorities, plans, upkeep. Each has its ``position``, from 1."""

from collections.abc import Sequence
from typing import Literal, Protocol, TypeVar

from offices.declining import Declined

Direction = Literal["up", "down"]
STEP_ASIDE = 10_000


class Placed(Protocol):
    """A row of the database that has a place among others."""

    pk: int
    position: int

    def save(self, *, update_fields: list[str]) -> None: ...


Ordered = TypeVar("Ordered", bound=Placed)


def move(rows: list[Ordered], pk: int, direction: Direction) -> tuple[int, int]:
    """Let a row of a list change places with its neighbour; its place (from 1) before and after.

    Declined where the row is gone.
    """
    here = next((index for index, row in enumerate(rows) if row.pk == pk), None)
    if here is None:
        raise Declined("Data ini sudah dihapus.")
    there = here + (1 if direction == "down" else -1)
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
        number(rows)
        return here + 1, there + 1
    return here + 1, here + 1


def number(rows: Sequence[Ordered]) -> None:
    """Number rows in their order, in two steps: each place is unique at every moment."""
    step_aside(rows)
    for position, row in enumerate(rows, start=1):
        row.position = position
        row.save(update_fields=["position"])


def step_aside(rows: Sequence[Ordered]) -> None:
    """Make room: beyond every place, in the same order."""
    for offset, row in enumerate(rows):
        row.position = STEP_ASIDE + offset
        row.save(update_fields=["position"])

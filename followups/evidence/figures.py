"""The numbers that photos bear as figures: counted through, each at its first use. Pure, nothing is stored.

Callers give the groups in the order in which the report prints them: plans by their table, then upkeep.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Figure:
    """Where a photo is printed: as Gambar ``number`` (from 1), in the group at index ``group`` (from 0)."""

    number: int
    group: int


def figures_of(groups: Iterable[Iterable[K]]) -> dict[K, Figure]:
    """Every photo (by whatever key it is known) with its figure, in the order of the figures."""
    figures: dict[K, Figure] = {}
    for index, photos in enumerate(groups):
        for photo in photos:
            figures.setdefault(photo, Figure(len(figures) + 1, index))
    return figures

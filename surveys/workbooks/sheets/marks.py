"""What only the XML of a workbook tells of a sheet, beside the values of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one sheet, rows and columns counted from 0.

    ``hidden``: rows; ``broken``: formulas without a value, with their error or nothing; ``merged``: first row and
    column, last row and column; ``percent``: cells that are shown as percentages, with what 1 % is of their value.
    """

    hidden: frozenset[int] = frozenset()
    broken: Mapping[Place, str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()
    percent: Mapping[Place, int] = field(default_factory=dict)


NO_MARKS = Marks()


def tag(name: str) -> str:
    """The name of an element or an attribute without its namespace."""
    return name.rpartition("}")[2]

"""A list of which one wants to see some rows: those that have words, and that belong to what was chosen. Pure.

Every list of the portal is narrowed this way, by parameters of its address; components/narrowing.html draws it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from offices.invisible import alike

Row = TypeVar("Row")
WORDS = "cari"


@dataclass(frozen=True, slots=True)
class Facet(Generic[Row]):
    """By what one chooses: ``keys_of`` tells to which of the ``choices`` (key, label) a row belongs."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    keys_of: Callable[[Row], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One facet as the page shows it, with what is chosen of it."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    chosen: str

    @property
    def chosen_label(self) -> str:
        return dict(self.choices).get(self.chosen, "")


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[Row]):
    """The rows that are shown, out of ``total``; ``what`` they are called."""

    rows: tuple[Row, ...]
    total: int
    what: str
    words: str
    choices: tuple[Choice, ...]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words) or any(choice.chosen for choice in self.choices)

    @property
    def told(self) -> str:
        """How many of how many."""
        if not self.is_narrowed:
            return f"{self.total} {self.what}"
        return f"{len(self.rows)} dari {self.total} {self.what}"

    @property
    def asked_for(self) -> str:
        """What was chosen, in words: for paper, on which no form stands."""
        chosen = [f"{choice.label}: {choice.chosen_label}" for choice in self.choices if choice.chosen]
        return " · ".join([*([f"Cari: {self.words}"] if self.words else []), *chosen])


def narrowed(
    asked: Mapping[str, str],
    rows: Iterable[Row],
    what: str,
    text_of: Callable[[Row], str],
    facets: Sequence[Facet[Row]] = (),
) -> Narrowed[Row]:
    """The rows that have every word that is asked for, and belong to each key that is; unknown keys ask nothing.

    A facet with fewer than two choices that rows belong to is not offered.
    """
    found = tuple(rows)
    offered = [_choice(facet, found, asked.get(facet.name, "")) for facet in facets]
    choices = tuple(choice for choice in offered if len(choice.choices) > 1)
    chosen = {choice.name: choice.chosen for choice in choices if choice.chosen}
    words = asked.get(WORDS, "").strip()[:100]
    wanted = alike(words).split()
    by_name = {facet.name: facet for facet in facets}
    shown = tuple(
        row
        for row in found
        if all(key in by_name[name].keys_of(row) for name, key in chosen.items())
        and all(word in alike(text_of(row)) for word in wanted)
    )
    return Narrowed(shown, len(found), what, words, choices)


def _choice(facet: Facet[Row], rows: Iterable[Row], asked: str) -> Choice:
    """Of a facet what rows belong to; what is asked for is chosen only if it is among that."""
    present = {key for row in rows for key in facet.keys_of(row)}
    keys = [(key, label) for key, label in facet.choices if key in present]
    return Choice(facet.name, facet.label, keys, asked if asked in dict(keys) else "")

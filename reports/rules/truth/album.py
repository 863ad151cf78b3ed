"""The figures of a report and what each of them shows, so that texts can be asked which one they mean. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reports.document.facts import Facts, PlanFact, UpkeepFact
from reports.rules.faults import Proven, evidence_of
from reports.rules.truth.tokens.stems import content_of, rarity

_OF_GROUP = 0.4
"""What a word of the whole group counts beside one of the caption."""


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo by its number, of whose proof it is, and the words of its caption and of its group."""

    number: int
    file: str
    caption: frozenset[str]
    group: frozenset[str]
    fact: Proven


@dataclass(frozen=True)
class Album:
    """All figures in the order of their numbers."""

    figures: tuple[ShownPhoto, ...]

    def of(self, fact: Proven | None) -> tuple[int, ...]:
        """The numbers of the figures that prove a plan or an upkeep."""
        return tuple(figure.number for figure in self.figures if figure.fact is fact)

    def numbered(self, number: int) -> ShownPhoto | None:
        return next((figure for figure in self.figures if figure.number == number), None)

    @cached_property
    def rare(self) -> Mapping[str, float]:
        groups = {figure.group: None for figure in self.figures}
        return {**rarity(groups), **rarity(figure.caption for figure in self.figures)}

    def likeness(self, words: frozenset[str], figure: ShownPhoto) -> float:
        """How much of these words a figure shows."""
        shown = sum(self.rare[word] for word in words & figure.caption)
        beside = sum(self.rare[word] for word in (words & figure.group) - figure.caption)
        return shown + _OF_GROUP * beside

    def likeness_of(self, words: frozenset[str], number: int) -> float:
        figure = self.numbered(number)
        return self.likeness(words, figure) if figure else 0

    def only_one_shows(self, words: frozenset[str], one: int, other: int) -> bool:
        """Whether all of some words stand in one caption, and none of them in another."""
        captions = {figure.number: figure.caption for figure in self.figures}
        return len(words) > 1 and words <= captions[one] and not words & captions[other]

    def shown_by(self, words: frozenset[str]) -> tuple[tuple[int, ...], float]:
        """The figures that are most like some words, and how much they are."""
        scores = {figure.number: self.likeness(words, figure) for figure in self.figures}
        most = max(scores.values(), default=0)
        return tuple(number for number, score in scores.items() if score == most), most


def proven_in(facts: Facts) -> tuple[Proven, ...]:
    """All that may have photos, in the order of the annex."""
    return (*facts.plans, *facts.upkeep)


def figure_numbers(facts: Facts) -> dict[str, int]:
    """The number of each photo's figure, by the photo's name: in the order of plans, then of upkeep."""
    numbers: dict[str, int] = {}
    for fact in proven_in(facts):
        for photo in evidence_of(fact).photos:
            numbers.setdefault(photo.file, len(numbers) + 1)
    return numbers


def album_of(facts: Facts, numbers: Mapping[str, int]) -> Album:
    """The figures of a report, whose numbers are given by the names of the photos."""
    figures = [
        ShownPhoto(numbers[photo.file], photo.file, content_of(photo.caption or ""), _group_words(fact), fact)
        for fact in proven_in(facts)
        for photo in evidence_of(fact).photos
        if photo.file in numbers
    ]
    return Album(tuple(sorted(figures, key=lambda figure: figure.number)))


def _group_words(fact: Proven) -> frozenset[str]:
    evidence = evidence_of(fact)
    captions = " ".join(photo.caption or "" for photo in evidence.photos)
    return content_of(f"{name_of(fact)} {captions}")


def name_of(fact: PlanFact | UpkeepFact) -> str:
    """What a plan or an upkeep is called in its own words."""
    if isinstance(fact, PlanFact):
        return fact.name
    return f"{fact.data.plan or ''} {fact.data.activity or ''}"

"""Who answered a survey, as bars on the page of its results: how many of each class, and what share of all. Pure.

Lengths are in units of the drawing: TRACK of them are everybody.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from surveys.ikm import round_half_up
from surveys.profiles import DISABILITY, MARGINS, Profile, in_order
from surveys.respondents.disclosure import hidden_classes
from surveys.typed_numbers import count_words, decimal_words

TRACK = 300


@dataclass(frozen=True, slots=True)
class ClassBar:
    """``count`` and ``share`` (percent) are words, both empty where they are hidden."""

    label: str
    count: str = ""
    share: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class MarginBars:
    """``total``: of how many people, in words. ``rows`` are empty where small counts would show through in any case."""

    label: str
    total: str
    rows: tuple[ClassBar, ...]
    track: int = TRACK

    @property
    def has_hidden(self) -> bool:
        return not all(row.count for row in self.rows) or not self.rows


def profile_bars(profile: Profile, *, in_office: bool) -> tuple[MarginBars, ...]:
    """A table of bars for each margin that was counted.

    ``in_office``: the reader is of the office itself. Kinds of disability are hidden from everybody here, for few
    people are known by them; ages only from others; what the regulation's sheet prints is shown.
    """
    shown = []
    for key, counts in in_order(profile).items():
        margin = MARGINS[key]
        classes = [(margin.classes[name], count) for name, count in counts.items()]
        is_open = margin.is_exact or (in_office and margin != DISABILITY)
        shown.append(margin_bars(margin.label, classes, () if is_open else hidden_classes(tuple(counts.values()))))
    return tuple(shown)


def service_bars(counts: Mapping[str, int], hidden: Collection[str]) -> MarginBars:
    """Respondents of each service, by its name; ``hidden``: of which nobody is told."""
    return margin_bars("Jenis layanan", tuple(counts.items()), [at for at, name in enumerate(counts) if name in hidden])


def margin_bars(label: str, classes: Sequence[tuple[str, int]], hidden: Collection[int] | None) -> MarginBars:
    """``classes``: label and count of each; ``hidden``: the places of those not shown, None for all."""
    total = sum(count for _name, count in classes)
    if hidden is None or not total:
        return MarginBars(label, count_words(total), ())
    rows = []
    for at, (name, count) in enumerate(classes):
        share = Fraction(count, total)
        width = max(2, int(share * TRACK)) if count else 0
        shown = ClassBar(name, count_words(count), f"{decimal_words(round_half_up(100 * share))}%", width)
        rows.append(ClassBar(name) if at in hidden else shown)
    return MarginBars(label, count_words(total), tuple(rows))

"""The scores of a survey as bars on one ruler, on which the grades begin where the instrument says. Pure.

Lengths are in units of the drawing: TRACK of them are the scale 25–100.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from surveys.ikm import Behind, Grade, converted, grade_of_score, places_of, round_half_up, to_places
from surveys.typed_numbers import count_words, decimal_words

TRACK = 300
LOWEST = Decimal(25)
HIGHEST = Decimal(100)
NARROWEST = 12
"""A band of fewer units has no room for its letter; its limit is told in words beside the drawing all the same."""


@dataclass(frozen=True, slots=True)
class BandDrawn:
    """One grade on the ruler; ``letter`` is empty where it does not fit."""

    x: int
    width: int
    middle: int
    letter: str


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """One element; ``score``, ``value`` (25–100) and ``grade`` are words, empty while it has no score.

    ``answers`` and ``error`` (of the score) are words too, empty where they are not known.
    """

    name: str
    score: str
    value: str
    grade: str
    answers: str
    error: str
    width: int
    is_priority: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """``limits``: where each grade begins, in words, from the highest down."""

    rows: tuple[ScoreBar, ...]
    bands: tuple[BandDrawn, ...]
    limits: tuple[str, ...]
    track: int = TRACK

    @property
    def counted(self) -> bool:
        return any(row.answers for row in self.rows)


def bars_of(
    elements: Sequence[tuple[str, str]],
    scores: Mapping[str, Decimal],
    grades: Sequence[Grade],
    priorities: Collection[str],
    behind: Mapping[str, Behind] | None = None,
) -> Bars:
    """``elements``: keys with names, in the questionnaire's order; ``scores`` (1–4) as far as there are some;
    ``behind``: what each rests on."""
    descending = sorted(grades, key=lambda grade: grade.lowest, reverse=True)
    places = places_of(scores.values())
    rows = []
    for key, name in elements:
        score = scores.get(key)
        known = (behind or {}).get(key, Behind(None, None))
        rows.append(
            ScoreBar(
                name=name,
                score="" if score is None else f"{to_places(Fraction(score), places):f}".replace(".", ","),
                value="" if score is None else decimal_words(converted(score)),
                grade="" if score is None else str(grade_of_score(score, grades)),
                answers="" if known.answers is None else count_words(known.answers),
                error="" if known.error is None else decimal_words(round_half_up(Fraction(known.error))),
                width=0 if score is None else max(2, along_scale(converted(score), TRACK)),
                is_priority=key in priorities,
            )
        )
    return Bars(
        tuple(rows), _bands(descending), tuple(f"{grade} mulai {decimal_words(grade.lowest)}" for grade in descending)
    )


def _bands(descending: Sequence[Grade]) -> tuple[BandDrawn, ...]:
    """From the left to the right."""
    ends = [TRACK, *(along_scale(grade.lowest, TRACK) for grade in descending)]
    bands = [
        BandDrawn(start, end - start, (start + end) // 2, grade.letter if end - start >= NARROWEST else "")
        for grade, end, start in zip(descending, ends, ends[1:], strict=False)
    ]
    return tuple(reversed(bands))


def along_scale(value: Decimal, length: int) -> int:
    """How far a value of 25–100 lies along a drawing of the scale that is so long."""
    return int((value - LOWEST) / (HIGHEST - LOWEST) * length)

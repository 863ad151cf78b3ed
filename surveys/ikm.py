"""The calculation of the index and its grades, exact and decimal. Pure; docs/ikm.md is its prose.

Scores are element means (NRR, 1–4), an index is on the scale 25–100 (PermenPANRB 14/2017).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

CENT = Decimal("0.01")
NO_ANSWER = "-"
"""In a text of scores that has one sign for each question."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade and the lowest index (25.00–100.00) that still earns it."""

    letter: str
    label: str
    lowest: Decimal

    def __str__(self) -> str:
        return f"{self.letter} ({self.label})"


@dataclass(frozen=True, slots=True)
class Behind:
    """What a mean rests on, as far as it is known: its answers, and its standard error in units of the mean."""

    answers: int | None
    error: Decimal | None


def round_half_up(number: Fraction, places: Decimal = CENT) -> Decimal:
    """An exact number as a decimal, halves rounded up: at the very end, and only there."""
    scaled = number / Fraction(places)
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return (whole * places).quantize(places)


def to_places(number: Fraction, places: int) -> Decimal:
    """An exact number with so many decimals, halves rounded up."""
    return round_half_up(number, Decimal(1).scaleb(-places))


def index_of(scores: Sequence[Decimal], weights: Sequence[int] = ()) -> Decimal:
    """The index (25.00–100.00) of the element means × 25: their plain mean, weight exactly 1/n, if no other is given.

    ``weights``: how many questions stand behind each, where the index is the mean of all questions. Raises ValueError
    without scores.
    """
    if not scores:
        raise ValueError("an index needs scores")
    return mean_index([Fraction(score) for score in scores], weights)


def weights_for(scores: Iterable[str], questions: Mapping[str, int]) -> tuple[int, ...]:
    """The weight of each element (by its key): its number of questions, or none at all where all count alike."""
    return tuple(questions[key] for key in scores) if questions else ()


def converted(score: Decimal) -> Decimal:
    """One element's score (1–4) on the scale of the index (25.00–100.00)."""
    return round_half_up(Fraction(score) * 25)


def places_of(scores: Iterable[Decimal]) -> int:
    """With how many decimals to print scores (1–4) beside each other: two, more only where two would hide something.

    So many that each × 25 gives the same converted value, hence the same grade, and that no two look the same.
    """
    different = set(scores)

    def tells(places: int) -> bool:
        shown = {to_places(Fraction(score), places): score for score in different}
        return len(shown) == len(different) and all(
            converted(short) == converted(score) for short, score in shown.items()
        )

    exact = max(2, *(-_exponent(score) for score in different), 2)
    return next((places for places in range(2, exact) if tells(places)), exact)


def grade_of(index: Decimal, grades: Sequence[Grade]) -> Grade:
    """The highest grade whose lower bound the index (25.00–100.00), rounded half up to cents, reaches."""
    rounded = round_half_up(Fraction(index))
    reached = [grade for grade in grades if grade.lowest <= rounded]
    if not reached:
        raise ValueError(f"{index} lies below every grade")
    return max(reached, key=lambda grade: grade.lowest)


def grade_of_score(score: Decimal, grades: Sequence[Grade]) -> Grade:
    """The grade of one element: by its score × 25, like the index."""
    return grade_of(converted(score), grades)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The indexes (25.00–100.00) that unrounded means could have given, both bounds included."""

    lowest: Decimal
    highest: Decimal

    def __contains__(self, index: object) -> bool:
        return isinstance(index, Decimal) and self.lowest <= index <= self.highest


def envelope_of(scores: Sequence[Decimal], weights: Sequence[int] = ()) -> Envelope:
    """How far the index may lie from the computed one, if each score was rounded to its printed places.

    A score of 3.27 stands for 3.265 up to 3.275; a mean cannot leave 1–4.
    """
    halves = [Fraction(1, 2 * 10 ** max(2, -_exponent(score))) for score in scores]
    low = [max(Fraction(1), Fraction(score) - half) for score, half in zip(scores, halves, strict=True)]
    high = [min(Fraction(4), Fraction(score) + half) for score, half in zip(scores, halves, strict=True)]
    return Envelope(mean_index(low, weights), mean_index(high, weights))


def mean_index(means: Sequence[Fraction], weights: Sequence[int] = ()) -> Decimal:
    """The index (25.00–100.00) of exact means (1–4); ``weights`` as in index_of."""
    counted = weights or [1] * len(means)
    total = sum((mean * weight for mean, weight in zip(means, counted, strict=True)), Fraction(0))
    return round_half_up(total * 25 / sum(counted))


def _exponent(score: Decimal) -> int:
    exponent = score.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class IndexResult:
    """The index to print, how it came about, and the grade that follows from it."""

    printed: Decimal
    computed: Decimal
    declared: Decimal | None
    envelope: Envelope
    grade: Grade

    @property
    def declared_is_explained(self) -> bool:
        """Whether rounding of the element means can explain the published index."""
        return self.declared is None or self.declared in self.envelope

    @property
    def differs(self) -> bool:
        """Whether the printed index is not the one that the printed scores give."""
        return self.printed != self.computed


def index_result(
    scores: Sequence[Decimal], declared: Decimal | None, grades: Sequence[Grade], weights: Sequence[int] = ()
) -> IndexResult:
    """Print the published index while rounding explains it, else the computed one; ``weights`` as in index_of."""
    computed = index_of(scores, weights)
    envelope = envelope_of(scores, weights)
    published = None if declared is None else round_half_up(Fraction(declared))
    printed = published if published is not None and published in envelope else computed
    return IndexResult(printed, computed, published, envelope, grade_of(printed, grades))


def ranked(scores: Mapping[str, Decimal]) -> tuple[tuple[str, int], ...]:
    """Element keys from the lowest score up, each with its rank.

    Ties share the lower rank (1, 2, 2, 4) and stand in the order of the mapping, the questionnaire's.
    """
    ascending = sorted(scores, key=lambda key: scores[key])
    return tuple((key, 1 + sum(other < scores[key] for other in scores.values())) for key in ascending)

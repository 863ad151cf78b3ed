"""How far means may be off because not everybody was asked: standard errors. Pure; docs/ikm.md is its prose."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from math import lcm
from operator import itemgetter

from surveys.ikm import NO_ANSWER

SIX = Decimal("0.000001")
_MANY_DIGITS = Context(prec=60, rounding=ROUND_HALF_UP)


def standard_error(rows: Sequence[str], weights: Mapping[int, Fraction]) -> Decimal | None:
    """The standard error of a sum of means of questions, each times its weight.

    ``rows``: one text for each respondent, one sign for each question: its score, or NO_ANSWER. ``weights``: place of
    a question to its weight. None where fewer than two people answered any of them, or nobody one of them.
    """
    places = tuple(weights)
    if not places:
        return None
    patterns = _patterns(rows, places)
    people = sum(patterns.values())
    off = [_off(patterns, at, weights[place]) for at, place in enumerate(places)]
    if people < 2 or not all(off):
        return None
    scale = lcm(*(value.denominator for values in off for value in values.values()))
    whole = [{sign: int(value * scale) for sign, value in values.items()} | {NO_ANSWER: 0} for values in off]
    squares = sum(
        count * sum(values[sign] for values, sign in zip(whole, pattern, strict=True)) ** 2
        for pattern, count in patterns.items()
    )
    variance = Fraction(squares * people, (people - 1) * scale**2)
    quotient = _MANY_DIGITS.divide(Decimal(variance.numerator), Decimal(variance.denominator))
    return _MANY_DIGITS.sqrt(quotient).quantize(SIX, ROUND_HALF_UP)


def _patterns(rows: Sequence[str], places: tuple[int, ...]) -> Counter[str]:
    """How many people answered these questions in which way; who answered none of them is left out."""
    if len(places) == 1:
        patterns = Counter(map(itemgetter(*places), rows))
    else:
        patterns = Counter(map("".join, map(itemgetter(*places), rows)))
    del patterns[NO_ANSWER * len(places)]
    return patterns


def _off(patterns: Mapping[str, int], at: int, weight: Fraction) -> dict[str, Fraction]:
    """By how much one person with each answer moves the sum; empty where nobody answered."""
    given: Counter[str] = Counter()
    for pattern, count in patterns.items():
        given[pattern[at]] += count
    del given[NO_ANSWER]
    answers = sum(given.values())
    if not answers:
        return {}
    mean = Fraction(sum(int(sign) * count for sign, count in given.items()), answers)
    return {sign: weight * (int(sign) - mean) / answers for sign in given}

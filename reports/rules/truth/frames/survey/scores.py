"""Scores of elements, on the scale of 4 and converted, and differences between two of them. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.document.facts import ElementFact
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import keys_at, subject_of
from reports.rules.truth.frames.survey.index import is_edge, is_on_scale
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.token import Token

LEAST, MOST = 1, 4


def is_score(number: Decimal | None) -> bool:
    return number is not None and LEAST <= number <= MOST


@hears("Δ (?: <X> | [^|XI<] ){0,16} [XI]")
def difference_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K42: the difference between two elements, or between the highest and the lowest."""
    at = match.end() - 1
    token = sentence.tokens[at]
    first, end = sentence.clause(at)
    named = keys_at(sentence, tuple(here for here in range(first, end) if sentence.types[here] == "E"))
    ends = {"t", "b"} <= set(sentence.types[first:end])
    own = sentence.where.element
    if len(named) == 1 and own and own not in named and "unsur ini" in sentence.text.lower():
        named = (own, *named)
    scores = [truth.facts.elements[key].score for key in named]
    if len(named) != 2 and ends and truth.scored:
        scores = [truth.scored[0][0], truth.scored[-1][0]]
    if len(scores) != 2 or scores[0] is None or scores[1] is None or token.number is None:
        return
    exact = abs(scores[0] - scores[1])
    converted = exact * 25
    if tells(token, exact) or tells(token, converted):
        yield Told(at, at, right=True)
        return
    value = written(exact if token.number <= MOST - LEAST else converted, token)
    yield Told(at, at, False, "K42", value, f"selisih kedua nilai itu adalah {value}")


@hears("(?P<names>E (?:[,&u]+ E)+) [^|EXN]{0,6} (?:= [^|EXN]{0,4})? (?P<values>[XN] (?:[,&n]+ [XN])+)")
def pairs_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K42: *A, B, dan C masing-masing 3,12, 3,25, dan 3,30*."""
    elements = [at for at in range(*match.span("names")) if sentence.types[at] == "E"]
    values = [at for at in range(*match.span("values")) if sentence.types[at] in "XN"]
    if len(elements) == len(values):
        for element, at in zip(elements, values, strict=True):
            yield from _judged(sentence, at, (sentence.tokens[element].key,), truth)


@hears("E < [.n:c]{0,3} (?P<value>X)")
def bracket_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K42: *Waktu Penyelesaian (3,12)*."""
    at = match.start("value")
    if is_score(sentence.tokens[at].number) or is_on_scale(sentence.tokens[at].number):
        yield from _judged(sentence, at, (sentence.tokens[match.start()].key,), truth)


@hears("X")
def score_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K42: a score or its conversion that the sentence gives to an element."""
    at = match.start()
    token = sentence.tokens[at]
    if not (is_score(token.number) or is_on_scale(token.number)) or is_edge(sentence, at, truth):
        return
    subject = subject_of(sentence, at)
    keys = subject.keys if subject else ()
    sure = subject is not None
    far = sentence.low(at - 1) in {"dari", "daripada"} and "X" in sentence.types[max(0, at - 8) : at]
    if far or sentence.left(at, "Δ", 2) >= 0:
        return
    if is_score(token.number) and not keys:
        keys = _end_told(sentence, at, truth)
        sure = True
    if keys:
        yield from _judged(sentence, at, keys, truth, sure=sure)


def _end_told(sentence: Scanned, at: int, truth: Truth) -> tuple[str, ...]:
    """Where no element is named, but the lowest or highest score is told."""
    end = sentence.left(at, "tb", 4)
    if end < 0 or sentence.left(at, "nu", 9) < 0 or sentence.left(at, "kj") >= 0:
        return ()
    if sentence.low(at - 1) in {"dari", "daripada"}:
        return ()
    ends = truth.facts.lowest if sentence.types[end] == "b" else truth.facts.highest
    return tuple(element.key for element in ends[:1])


def _judged(sentence: Scanned, at: int, keys: tuple[str, ...], truth: Truth, *, sure: bool = True) -> Iterator[Told]:
    token = sentence.tokens[at]
    elements = [truth.facts.elements[key] for key in keys]
    wrong = [element for element in elements if not _is_of(token, element, truth)]
    if any(element.score is None for element in elements) or (len(keys) > 1 and elements[-1] not in wrong):
        return
    if not wrong:
        yield Told(at, at, right=True, placeholder=f"nilai_{keys[0]}" if is_score(token.number) else "")
        return
    element = wrong[0]
    if is_score(token.number):
        value = written(element.score or 0, token)
        yield Told(
            at, at, False, "K42", value, f"nilai unsur {element.name} adalah {value}", f"nilai_{element.key}", sure
        )
        return
    value = written(truth.conversions[element.key], token)
    yield Told(at, at, False, "K42", value, f"nilai konversi unsur {element.name} adalah {value}", "", sure)


def _is_of(token: Token, element: ElementFact, truth: Truth) -> bool:
    if element.score is None:
        return False
    if is_score(token.number):
        return tells(token, element.score)
    return tells(token, truth.conversions[element.key]) or tells(token, element.score * 25)

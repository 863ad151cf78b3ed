"""The index: its value on the scale of 100 or of 4. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import subject_of
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.neighbours import owned_elsewhere
from reports.rules.truth.scanned import Scanned

LEAST = Decimal(25)
MOST = Decimal(100)
_EDGE = re.compile(r"\b(?:batas|ambang|interval|rentang|kisaran|skala|minimal|minimum)\b")
_RECOMPUTED = re.compile(r"\bhitung|dihitung|perhitungan|penghitungan")
_DISTANCE = 26


def is_edge(sentence: Scanned, at: int, truth: Truth) -> bool:
    """Whether a number is told as the edge of a grade: *batas bawah mutu A, yaitu 3,5324*."""
    number = sentence.tokens[at].number
    edges = {edge for grade in truth.grades for edge in (grade.lowest, grade.lowest - Decimal("0.01"))}
    of_scale = number is not None and (number in edges or number * 25 in edges)
    named = bool(_EDGE.search(sentence.text.lower())) or bool(set("Gg") & set(sentence.types[:at]))
    return of_scale and named and not sentence.tokens[at].bound


def is_on_scale(number: Decimal | None) -> bool:
    return number is not None and LEAST <= number <= MOST


@hears("n [^|EXNtb]{0,12} X")
def weighted_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K40: *nilai rata-rata tertimbang 3,30*."""
    words = {sentence.low(here) for here in range(match.start(), match.end())}
    if words & {"kesembilan", "seluruh", "semua", "tertimbang", "keseluruhan", "gabungan", "nrr tertimbang"}:
        yield from mean_told.judge(sentence, match, truth)


@hears("i [^|EuX]{0,7} X (?= [^|]*)")
def mean_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K40: the index on the scale of the elements: *nilai rata-rata tertimbang 3,30*."""
    at = match.end() - 1
    token = sentence.tokens[at]
    index = truth.facts.index
    if index is None or token.number is None or not 1 <= token.number <= 4:
        return
    exact = index.printed / 25
    if tells(token, exact) or tells(token, index.computed / 25):
        yield Told(at, at, right=True)
    elif not any(kind in "Etb" for kind in sentence.types[match.start() : at]):
        value = written(exact, token)
        yield Told(
            at, at, False, "K40", value, f"IKM adalah {written(index.printed, token)}, atau {value} pada skala 4"
        )


@hears("X")
def value_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K40: a number with decimals that the sentence gives to the index."""
    at = match.start()
    token = sentence.tokens[at]
    index = truth.facts.index
    if index is None or not is_on_scale(token.number) or is_edge(sentence, at, truth):
        return
    subject = subject_of(sentence, at)
    if subject is None:
        if not _is_of_survey(sentence, at):
            return
    elif subject.keys or (subject.at >= 0 and at - subject.at > _DISTANCE):
        return
    if tells(token, index.printed) or (tells(token, index.computed) and _RECOMPUTED.search(sentence.text.lower())):
        yield Told(at, at, right=True, placeholder="ikm")
        return
    if sentence.types[at - 1 : at] == "c" or sentence.left(at, "c", 3) >= 0 or owned_elsewhere(sentence, at, truth):
        return
    value = written(index.printed, token)
    yield Told(at, at, False, "K40", value, f"IKM adalah {value}", "ikm")


def _is_of_survey(sentence: Scanned, at: int) -> bool:
    """Whether a bare *nilai 82,57* must be the index: the survey is named, and nothing else is."""
    names_value = sentence.left(at, "n", 4) >= 0 or sentence.low(at - 1) in {"angka", "capaian", "perolehan"}
    if not names_value or sentence.where.element:
        return False
    if "i" in sentence.types and not set("Euw") & set(sentence.types):
        return True
    return bool(set("sz") & set(sentence.types)) and not set("EuwL") & set(sentence.types)


@hears("i [^|EuXNCvV]{0,6} N")
def whole_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K40: *IKM sebesar 83*."""
    at = match.end() - 1
    token = sentence.tokens[at]
    index = truth.facts.index
    if index is None or not is_on_scale(token.number) or not _says_value(sentence, match.start(), at):
        return
    if owned_elsewhere(sentence, at, truth):
        return
    following = sentence.types[at + 1 : at + 2]
    if following in set("rqxupEA%") or sentence.types[at + 1 : at + 3] == ".r" or token.number is None:
        return
    exact = index.printed
    right = tells(token, exact) or (not token.bound and abs(exact - token.number) < 1)
    value = written(exact, token)
    yield Told(at, at, right, "K40", value, f"IKM adalah {value}", "ikm")


def _says_value(sentence: Scanned, first: int, at: int) -> bool:
    words = {
        "sebesar",
        "adalah",
        "mencapai",
        "bernilai",
        "yaitu",
        "yakni",
        "=",
        ":",
        "angka",
        "menyentuh",
        "berada",
        "di",
    }
    return any(sentence.low(here) in words for here in range(first + 1, at)) or sentence.tokens[at].bound != ""

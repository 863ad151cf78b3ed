"""Words into scores: by the question's own labels first, else by a usual scale that knows all of them. Pure."""

import re
from collections.abc import Collection
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz, process

from surveys.instrument.form import Question
from surveys.workbooks.sheets.cells import MOST_KEPT, Cell, number_of, words

NEAR = 90
USUAL = (
    ("sangat tidak {}", "tidak {}", "{}", "sangat {}"),
    ("tidak {}", "kurang {}", "{}", "sangat {}"),
    ("sangat tidak {}", "kurang {}", "{}", "sangat {}"),
    ("tidak {}", "cukup {}", "{}", "sangat {}"),
)
STEMS = (
    "sesuai",
    "setuju",
    "puas",
    "baik",
    "mudah",
    "cepat",
    "kompeten",
    "mampu",
    "memadai",
    "sopan",
    "ramah",
    "jelas",
    "wajar",
)
_NUMBERED = re.compile(r"^\(?([1-4])\s*[).:=\-–]*\s+(?=\D)|\s*[(\[=]\s*([1-4])\s*[)\]]?$|^[a-d][).]\s+", re.ASCII)
MISSING = {"", "-", "–", "—", "0", "n/a", "na", "tidak diisi", "tidak menjawab", "kosong", "null"}
MISSING |= {"tidak berlaku", "tidak relevan", "not applicable"}
FREE = frozenset({"gratis", "n/a", "na", "nihil", "not applicable", "tidak ada", "tidak ada biaya", "tanpa biaya"})
FREE |= {"bebas biaya", "tidak dipungut biaya", "tidak berbayar", "tidak membayar", "tidak bayar", "tidak berlaku"}
"""What people answer about the cost of a service that costs nothing, unless their form has such an answer."""


class NoScaleError(ValueError):
    """The words of a column belong to no scale that is known; ``str`` is one of them."""


@lru_cache(MOST_KEPT)
def is_missing(cell: Cell) -> bool:
    return words(cell) in MISSING or number_of(cell) == 0


@lru_cache(MOST_KEPT)
def plain(cell: Cell) -> str:
    """An answer's words without the number or letter beside them."""
    return words(_NUMBERED.sub("", words(cell)).replace("&", "dan").replace(",", " "))


def free_words(question: Question) -> frozenset[str]:
    """Answers by which somebody says of this question on costs that there are none."""
    return FREE - {plain(word) for word in (*question.labels, *question.also)}


def scores_of(question: Question, answers: Collection[str]) -> dict[str, int]:
    """The score of each word (see plain) that answers a question. Raises NoScaleError."""
    own = {plain(label): score for score, label in enumerate(question.labels, 1)}
    own |= {plain(word): score for word, score in question.also.items()}
    unlike_own = [answer for answer in answers if _near(answer, own) is None]
    if not unlike_own:
        return {answer: own[str(_near(answer, own))] for answer in answers}
    for stem in STEMS:
        for scale in USUAL:
            known = {step.format(stem): score for score, step in enumerate(scale, 1)}
            if all(_near(answer, known) for answer in answers):
                return {answer: known[str(_near(answer, known))] for answer in answers}
    raise NoScaleError(unlike_own[0])


def _near(answer: str, known: dict[str, int]) -> str | None:
    """The known word that this is, in spite of a slip; never one that only lacks or adds a word."""
    if answer in known:
        return answer
    found = process.extractOne(answer, list(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    if found is None or len(found[0].split()) != len(answer.split()):
        return None
    return str(found[0])


@lru_cache(MOST_KEPT)
def number_score(cell: Cell) -> int | None:
    """A whole number from 1 to 4, also with its label beside it; None for anything else."""
    number = number_of(cell)
    if number is None:
        found = re.fullmatch(r"\(?([1-4])\s*[).:=\-–]*", words(cell), re.ASCII)
        number = Decimal(found[1]) if found else None
    if number is None or number != number.to_integral_value() or not 1 <= number <= 4:
        return None
    return int(number)

"""Words into scores: all words of one import belong to one scale, by the questions' own labels or a usual one. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    "sopan dan ramah",
    "sopan",
    "ramah",
    "jelas",
    "wajar",
)
STEPS = {step.format(stem): step.removesuffix("{}").strip() for scale in USUAL for step in scale for stem in STEMS}
"""Each word of the usual scales without what it is said of: *tidak*, *kurang*, nothing, *sangat*."""
INITIALS = {
    "".join(word[0] for word in step.format(stem).split()): step.removesuffix("{}").strip()
    for scale in USUAL
    for step in scale
    for stem in STEMS
    if " " not in stem
}
"""The same steps by their initials: *sb* for *sangat baik*."""
LOWS = tuple({step.removesuffix(" {}"): score for score, step in enumerate(scale[:2], 1)} for scale in USUAL)
LOWEST = {step for scale in LOWS for step in scale}
UNCLEAR = "tidak"
"""The only step that scores 1 in some usual scales and 2 in another."""
OWN: Mapping[str, int] = {}
STRANGE = 0
_NUMBERED = re.compile(r"^\(?([1-4])\s*[).:=\-–]*\s+(?=\D)|\s*[(\[=]\s*([1-4])\s*[)\]]?$|^[a-d][).]\s+", re.ASCII)
_REASON = re.compile(r"\s+karena\b.*", re.DOTALL)
MISSING = {"", "-", "–", "—", "0", "n/a", "na", "tidak diisi", "tidak menjawab", "kosong", "null"}
MISSING |= {"tidak berlaku", "tidak relevan", "not applicable"}
FREE = frozenset({"gratis", "n/a", "na", "nihil", "not applicable", "tidak ada", "tidak ada biaya", "tanpa biaya"})
FREE |= {"bebas biaya", "tidak dipungut biaya", "tidak berbayar", "tidak membayar", "tidak bayar", "tidak berlaku"}
"""What people answer about the cost of a service that costs nothing, unless their form has such an answer."""


@lru_cache(MOST_KEPT)
def is_missing(cell: Cell) -> bool:
    return words(cell) in MISSING or number_of(cell) == 0


@lru_cache(MOST_KEPT)
def plain(cell: Cell) -> str:
    """An answer's words without the number or letter beside them and the reason behind them (*karena …*)."""
    return words(_REASON.sub("", _NUMBERED.sub("", words(cell))).replace("&", "dan").replace(",", " "))


def free_words(question: Question) -> frozenset[str]:
    """Answers by which somebody says of this question on costs that there are none."""
    return FREE - {plain(word) for word in (*question.labels, *question.also)}


Said = Sequence[tuple[Question, Mapping[str, int]]]
"""How often each text answers a question, of all columns of all files."""


def lowest_steps(said: Said) -> set[str]:
    """Those of the lower steps of the usual scales that anybody used."""
    return {step for question, answers in said for _own, step in _known(question, answers).values() if step in LOWEST}


def possible_scales(said: Said, *, is_named: bool) -> Sequence[Mapping[str, int]]:
    """What the lower steps score (OWN: as the questions' labels have it); two where only a person can tell which.

    Where nobody used a step in one column, another tells the scale. ``is_named``: it is known for sure which
    questionnaire was used.
    """
    lows: Counter[str] = Counter()
    beside: set[int] = set()
    is_own = True
    is_telling = is_named
    for question, answers in said:
        for text, (own, step) in _known(question, answers).items():
            is_own = is_own and (own is not None or step not in LOWEST)
            is_telling = is_telling or (own is not None and step is None)
            if step in LOWEST:
                lows[step] += answers[text]
            if (
                step == UNCLEAR
                and (found := _NUMBERED.search(words(text)))
                and (number := int(found[1] or found[2] or 0))
            ):
                beside.add(min(number, 5 - number))
    is_unclear = set(lows) == {UNCLEAR}
    if is_own and (is_telling or not is_unclear):
        return [OWN]
    fitting = [scale for scale in LOWS if set(lows) <= set(scale)]
    if not fitting:
        return [max(LOWS, key=lambda scale: sum(lows[step] for step in scale))]
    if not is_unclear:
        return fitting[:1]
    readings = {scale[UNCLEAR]: scale for scale in reversed(fitting)}
    return [readings[score] for score in sorted(readings) if len(beside) != 1 or score in beside]


def scores_of(question: Question, answers: Mapping[str, int], scale: Mapping[str, int]) -> dict[str, int]:
    """The score of each answer (see plain) that is known; STRANGE where its word belongs to another scale."""
    scores = {}
    for text, (own, step) in _known(question, answers).items():
        score = own
        if scale and step in LOWEST:
            score = scale.get(step, STRANGE)
        elif score is None and step is not None:
            score = {"": 3, "sangat": 4}.get(step, STRANGE)
        if score is not None:
            scores[plain(text)] = score
    return scores


def _known(question: Question, answers: Collection[str]) -> dict[str, tuple[int | None, str | None]]:
    """What each text means: its score among the question's own words, and its step in the usual scales."""
    own = {plain(label): score for score, label in enumerate(question.labels, 1)}
    own |= {plain(word): score for word, score in question.also.items()}
    steps = STEPS | _initials(set(map(plain, answers)) - set(own))
    known = {}
    for text in answers:
        answer = plain(text)
        word = answer if answer in own or answer in steps else _near(answer, own) or _near(answer, STEPS) or ""
        known[text] = own.get(word), steps.get(word)
    return known


def _initials(answers: Iterable[str]) -> dict[str, str]:
    """The steps of what answers a column in initials of one scale: *SB, B, KB*, but not *A, B, C* or *B* alone."""
    found = {answer: INITIALS[answer] for answer in answers if answer in INITIALS}
    is_one_scale = len({answer[-1] for answer in found}) == 1 and max(map(len, found)) > 1
    return found if is_one_scale else {}


def _near(answer: str, known: Mapping[str, object]) -> str | None:
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
    number = None if isinstance(cell, str) and "%" in cell else number_of(cell)
    if number is None:
        found = re.fullmatch(r"\(?([1-4])\s*[).:=\-–]*", words(cell), re.ASCII)
        number = Decimal(found[1]) if found else None
    if number is None or number != number.to_integral_value() or not 1 <= number <= 4:
        return None
    return int(number)

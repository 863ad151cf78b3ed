"""Which plans a sentence names: by their whole name, its beginning, a part that is no other's, or nearly. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set

_WORD = re.compile(r"[\w/-]+")
_Places = Mapping[str, tuple[tuple[int, int], ...]]
_SMALL = word_set(
    "dan di pada bagi untuk yang tentang melalui dalam dengan ke dari serta atau kepada terhadap oleh para"
)
_NOT_A_NAME = re.compile(
    r"(?:(?:di|me[lmnr]|ber|ter)[a-z]{3,}|telah|sudah|belum|masih|akan|sedang|juga|ini|itu|tersebut|selesai|tuntas"
    r"|rampung|adalah|merupakan|menjadi|rencana|kegiatan|berada|agar|karena|sehingga|sebagai|secara|oleh|hanya|baru|ikut|\d+)"
)


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A plan as a sentence names it, from one character to another.

    ``begins``: with the first word of its name. ``strange``: words that stand in place of the name's own.
    """

    key: int
    start: int
    end: int
    begins: bool
    whole: bool
    strange: bool
    matched: int


@dataclass(frozen=True, slots=True)
class _Word:
    low: str
    start: int
    end: int


def mentions_in(sentence: Scanned, truth: Truth) -> tuple[PlanMention, ...]:
    """The plans that a sentence names, in its order; ``key`` is the plan's number among all."""
    return _mentions(sentence.text, tuple(fact.name.lower() for fact in truth.facts.plans))


@lru_cache(512)
def _mentions(text: str, names: tuple[str, ...]) -> tuple[PlanMention, ...]:
    words = [
        _Word(match[0].lower(), match.start(), match.end())
        for match in _WORD.finditer(text)
        if match[0].lower() not in _SMALL
    ]
    contents = _contents(names)
    places = _places(names)
    found: list[PlanMention] = []
    at = 0
    while at < len(words):
        best = _best(words, at, contents, places)
        if best:
            mention, at = best
            found.append(mention)
        else:
            at += 1
    return tuple(found)


@lru_cache(32)
def _contents(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word for word in _WORD.findall(name) if word not in _SMALL) for name in names)


@lru_cache(32)
def _places(names: tuple[str, ...]) -> _Places:
    """Where each word stands: number of the plan, place in its name."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for key, content in enumerate(_contents(names)):
        for place, word in enumerate(content):
            found[word] = (*found.get(word, ()), (key, place))
    return found


def _best(
    words: list[_Word],
    at: int,
    contents: tuple[tuple[str, ...], ...],
    places: Mapping[str, tuple[tuple[int, int], ...]],
) -> tuple[PlanMention, int] | None:
    """The plan that the words from a place name best, and the word behind; None where two are named as well."""
    runs = [(*_run(words, at, contents[key], place), key, place) for key, place in places.get(words[at].low, ())]
    runs = [run for run in runs if run[0] > 1]
    if not runs:
        return None
    runs.sort(reverse=True)
    matched, end, strange, key, place = runs[0]
    if len(runs) > 1 and runs[1][0] == matched and runs[1][3] != key:
        return None
    whole = matched == len(contents[key])
    return PlanMention(key, words[at].start, words[end - 1].end, place == 0, whole, strange, matched), end


def _run(words: list[_Word], at: int, content: tuple[str, ...], place: int) -> tuple[int, int, bool]:
    """How many words of a name are told from a place on, where they end, and whether strange ones stand among them."""
    matched, here, there, strange = 0, at, place, False
    while here < len(words) and there < len(content):
        if words[here].low == content[there]:
            matched, here, there = matched + 1, here + 1, there + 1
            continue
        if place == 0 and matched > 1 and here + 1 < len(words) and words[here + 1].low == content[there]:
            here += 1
            continue
        skipped = next((step for step in (1, 2) if _goes_on(words, here + step, content, there + 1)), 0)
        if skipped and place == 0 and not strange:
            strange, here, there = True, here + skipped, there + 1
            continue
        is_last = there == len(content) - 1 and place == 0 and matched >= max(3, there)
        if is_last and not strange and not _NOT_A_NAME.fullmatch(words[here].low):
            return matched, here + 1, True
        break
    return matched, here, strange


def _goes_on(words: list[_Word], here: int, content: tuple[str, ...], there: int) -> bool:
    return here < len(words) and there < len(content) and words[here].low == content[there]

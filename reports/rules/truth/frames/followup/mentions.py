"""Which plans a sentence names: by their whole name, its beginning, a part that is no other's, or nearly. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import stem
from reports.rules.words import word_set

_WORD = re.compile(r"[\w/-]+|[:;()“”\"]")
_Places = Mapping[str, tuple[tuple[int, int], ...]]
_SMALL = word_set(
    "dan di pada bagi untuk yang tentang melalui dalam dengan ke dari serta atau kepada terhadap oleh para"
)
_OF = word_set("di pada bagi untuk dalam ke dari oleh kepada tentang")
"""What begins a qualification; where the name has none, words behind it are no part of the name."""
_NOT_A_NAME = re.compile(
    r"(?:(?!disiplin|digital|dinas|direk|diskusi)(?:di|me[lmnr]|ber|ter)[a-z]{3,}|telah|sudah|belum|masih|akan|sedang|juga|ini|itu|tersebut|selesai|tuntas"
    r"|rampung|adalah|merupakan|menjadi|rencana|kegiatan|berada|agar|karena|sehingga|sebagai|secara|oleh|hanya|baru|ikut"
    r"|maupun|beserta|bersama|atau|sampai|hingga|sedangkan|yaitu|yakni|ialah|pun|kini|lama|baru|gelombang|lainnya|lain|\W|\d+)"
)


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A plan as a sentence names it, from one character to another.

    ``begins``: with the first word of its name, ``head`` as it is written. ``strange``: words that stand in place of
    the name's own. ``is_part``: of two things that the name joins, only the first is told.
    """

    key: int
    start: int
    end: int
    begins: bool
    whole: bool
    strange: bool
    matched: int
    head: str
    is_part: bool

    @property
    def acts(self) -> bool:
        """Whether the name is told as a deed: *menyediakan pojok baca*."""
        return self.begins and self.head.startswith(("me", "di"))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text or name, and the small word before it."""

    low: str
    stem: str
    small: str
    start: int
    end: int


def mentions_in(sentence: Scanned, truth: Truth) -> tuple[PlanMention, ...]:
    """The plans that a sentence names, in its order; ``key`` is the plan's number among all."""
    return _mentions(sentence.text, tuple(fact.name.lower() for fact in truth.facts.plans))


@lru_cache(512)
def _mentions(text: str, names: tuple[str, ...]) -> tuple[PlanMention, ...]:
    words = _words_of(text.lower())
    places = _places(names)
    found: list[PlanMention] = []
    at = 0
    while at < len(words):
        if best := _best(words, at, names, places):
            mention, at = best
            found.append(mention)
        else:
            at += 1
    return tuple(found)


@lru_cache(512)
def _words_of(low: str) -> tuple[_Word, ...]:
    found = []
    small = ""
    for match in _WORD.finditer(low):
        if match[0] in _SMALL:
            small = match[0]
        else:
            found.append(_Word(match[0], stem(match[0]), small, match.start(), match.end()))
            small = ""
    return tuple(found)


@lru_cache(32)
def _places(names: tuple[str, ...]) -> _Places:
    """Where each word stands: number of the plan, place in its name."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for key, name in enumerate(names):
        for place, word in enumerate(_words_of(name)):
            found[word.stem] = (*found.get(word.stem, ()), (key, place))
    return found


def _best(words: tuple[_Word, ...], at: int, names: tuple[str, ...], places: _Places) -> tuple[PlanMention, int] | None:
    """The plan that the words from a place name best, and the word behind; None where two are named as well."""
    runs = [
        (*_run(words, at, _words_of(names[key]), place), key, place) for key, place in places.get(words[at].stem, ())
    ]
    runs = sorted((run for run in runs if run[0] > 1), reverse=True)
    if not runs or (len(runs) > 1 and runs[1][0] == runs[0][0] and runs[1][3] != runs[0][3]):
        return None
    matched, end, strange, key, place = runs[0]
    content = _words_of(names[key])
    rest = content[place + matched :] if place == 0 and not strange else ()
    is_part = bool(rest) and any(word.small in {"dan", "serta"} for word in rest)
    whole = matched == len(content)
    mention = PlanMention(
        key, words[at].start, words[end - 1].end, place == 0, whole, strange, matched, words[at].low, is_part
    )
    return mention, end


def _run(words: tuple[_Word, ...], at: int, content: tuple[_Word, ...], place: int) -> tuple[int, int, bool]:
    """How many words of a name are told from a place on, where they end, and whether strange ones stand among them."""
    matched, here, there, strange = 0, at, place, False
    while here < len(words) and there < len(content):
        if words[here].stem == content[there].stem:
            matched, here, there = matched + 1, here + 1, there + 1
            continue
        if place or strange or not _may_stand(words[here], content[there]):
            break
        if matched > 1 and _goes_on(words, here + 1, content, there):
            here += 1
            continue
        skipped = next((step for step in (1, 2) if _goes_on(words, here + step, content, there + 1)), 0)
        if skipped == 2 and not _may_stand(words[here + 1], content[there]):
            break
        if skipped:
            strange, here, there = True, here + skipped, there + 1
            continue
        if there == len(content) - 1 and matched >= max(3, there):
            return matched, here + 1, True
        break
    return matched, here, strange


def _may_stand(word: _Word, own: _Word) -> bool:
    """Whether a word may stand in place of a name's own: no verb, mark or number, and no qualification begins there."""
    return not _NOT_A_NAME.fullmatch(word.low) and not (word.small in _OF and word.small != own.small)


def _goes_on(words: tuple[_Word, ...], here: int, content: tuple[_Word, ...], there: int) -> bool:
    return here < len(words) and there < len(content) and words[here].stem == content[there].stem

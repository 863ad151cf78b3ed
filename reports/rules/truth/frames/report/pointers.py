"""Where a sentence points at figures, tables or chapters of the report, and what it says to stand there. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set

OF_ANOTHER_PAPER = re.compile(
    r"^[^.!?\n]{0,60}?\b(?:peraturan|undang-undang|permenpan\w*|permen\w*|pkpu|keputusan|pedoman|buku|lampiran [IVX]+|"
    r"laporan (?:hasil )?(?:skm|survei|kinerja)|renstra|rencana strategis|renja|lakip|lkjip|dokumen|kuesioner|sop|"
    r"standar pelayanan|surat)\b",
    re.IGNORECASE,
)
_UNTIL = word_set("- – — s.d. s.d s/d sd sampai hingga") | {"sampai dengan"}
_PASSED = word_set("dengan nomor") | _UNTIL
_AND = frozenset(",&") | {"."}
_LED_BY = word_set(
    "pada dalam di dari lihat melihat oleh dengan ke yakni yaitu ialah adalah ( : berupa melalui menurut vide cf"
)
_LEADING = word_set(
    "pada dalam lihat dilihat pula dapat disajikan tersaji tercantum termuat tampak terlihat ditampilkan dimuat dibaca "
    "melihat berikut yakni yaitu sebagaimana juga dirinci tersendiri disampaikan diuraikan dituangkan"
)
_LONGEST_RUN = 40


@dataclass(frozen=True, slots=True)
class Pointer:
    """Tokens from ``first`` to ``last`` that point at things of one ``kind`` (*gambar*) by their ``numbers``."""

    kind: str
    first: int
    last: int
    numbers: tuple[str, ...]


def pointers_in(sentence: Scanned) -> Iterator[Pointer]:
    """Every run of references of a sentence: *Gambar 4*, *Gambar 4 s.d. 6*, *Tabel 2.1 dan Tabel 2.2*."""
    at = sentence.types.find("Z")
    while at >= 0:
        pointer = _run(sentence, at)
        yield pointer
        at = sentence.types.find("Z", pointer.last + 1)


def _run(sentence: Scanned, first: int) -> Pointer:
    kind, _blank, number = sentence.tokens[first].key.partition(" ")
    numbers = [number]
    last = here = first
    until = False
    while (here := here + 1) < len(sentence.types):
        word = sentence.low(here)
        following = _number(sentence, here, kind)
        if following:
            numbers += _between(numbers[-1], following) if until else [following]
            last, until = here, False
        elif word in _PASSED:
            until = until or word in _UNTIL
        elif sentence.types[here] not in _AND or word not in {",", "&", "dan", "serta"}:
            break
    return Pointer(kind, first, last, tuple(numbers))


def _number(sentence: Scanned, at: int, kind: str) -> str:
    token = sentence.tokens[at]
    if token.kind == "Z" and token.key.startswith(kind):
        return token.key.partition(" ")[2]
    before = sentence.low(at - 1)
    return sentence.low(at) if kind == "gambar" and token.kind == "N" and before not in {",", kind} else ""


def _between(start: str, end: str) -> list[str]:
    if not (start.isdecimal() and end.isdecimal()) or not 0 <= int(end) - int(start) < _LONGEST_RUN:
        return [end]
    return [str(number) for number in range(int(start) + 1, int(end) + 1)]


def said_of(sentence: Scanned, pointer: Pointer) -> tuple[str, ...]:
    """What may say what stands where a pointer leads, the likeliest first: words before it, words behind it."""
    before = _before(sentence, pointer)
    ends = [end for end in (sentence.types.find(kind, pointer.last + 1) for kind in "Z|") if end >= 0]
    behind = _words(sentence, pointer.last + 1, min(ends, default=len(sentence.types)) - 1)
    led = not pointer.first or sentence.low(pointer.first - 1) in _LED_BY
    found = (*before, behind) if led and pointer.first else (behind, *before)
    return tuple(words for words in found if words)


def _before(sentence: Scanned, pointer: Pointer) -> tuple[str, ...]:
    """From a joint of clauses or else from the pointer before it."""
    start = sentence.types.rfind("Z", 0, pointer.first) + 1
    if start and sentence.low(start) == "(":
        start = sentence.types.find(">", start) + 1 or start
    joint = sentence.types.rfind("|", start, pointer.first)
    found = dict.fromkeys(_words(sentence, max(first, start), pointer.first - 1) for first in (joint + 1, start))
    return tuple(
        words
        for words in found
        if any(len(word) > 3 and word not in _LEADING for word in re.findall(r"[a-z-]+", words))
    )


def _words(sentence: Scanned, first: int, last: int) -> str:
    return sentence.words(first, last).lower() if first <= last else ""


def leads_elsewhere(sentence: Scanned, pointer: Pointer) -> bool:
    """Whether a pointer leads into another paper than this report."""
    return bool(OF_ANOTHER_PAPER.match(sentence.text[sentence.tokens[pointer.last].end :]))

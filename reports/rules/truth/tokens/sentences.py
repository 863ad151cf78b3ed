"""An office's own text as it will be read: sentences with values put in, and the way back to what was typed. Pure.

A value that a placeholder gave is right by construction, so no claim is made of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.rules.truth.tokens.shortened import SHORTENED, full_word

_MARKS = re.compile(
    rf"(?P<short>{SHORTENED})"
    r"|\{\{\s*(?P<name>[^{}]*?)\s*\}\}|\*+|\N{NO-BREAK SPACE}|(?m:^[ \t]*(?:[-+]|\d{1,3}[.)])[ \t]+)"
    r"|(?<!\n)\n(?![ \t\r]*\n)|\r"
)
ITEM = "\n\n\x1e"
_INSTEAD = {"\N{NO-BREAK SPACE}": " ", "\n": " "}
"""A line that goes on goes on; before an item of a list a sentence ends."""
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[ \t]*\n[ \t\n]*|(?<=[.!?])[\"”’)]*[ \t]+(?=[\"“(]?[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(,])(?:jl|jln|no|nomor|kec|kab|kel|ds|dr|drs|dra|drg|apt|smt|sem|th|ir|hj|prof|dll|dsb|dkk|hlm|telp|sdr|bpk|st|sh|se|sp|tgl"
    r"|s\.?d|a\.?n|u\.?p|u\.?b|[ms]\.\w+|(?<!mutu )(?<!ategori )(?<!edikat )(?<!layanan )(?<!nilai )[a-z])\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or line of a list: ``text`` as read, ``low`` the same in small letters, place for place.

    ``before`` is the sentence before it in the same paragraph, ``lead`` what announced the list that it is an item
    of, both in small letters; ``paragraph`` counts from 0; ``key`` is that of the section; ``words`` are its words.
    """

    key: str
    text: str
    low: str
    start: int
    paragraph: int
    before: str
    lead: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadText:
    """A section's own text, read. ``pieces``: (place in ``text``, place as typed, its length there, if a value)."""

    key: str
    typed: str
    text: str
    pieces: tuple[tuple[int, int, int, bool], ...]
    passages: frozenset[str]
    sentences: tuple[Sentence, ...]

    def typed_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of ``text`` stands as typed; None where a placeholder gave any of it."""
        places = [piece[0] for piece in self.pieces]
        first = bisect_right(places, start) - 1
        last = bisect_right(places, max(start, end - 1)) - 1
        if any(piece[3] for piece in self.pieces[first : last + 1]):
            return None
        return self._typed_place(first, start, is_end=False), self._typed_place(last, end, is_end=True)

    def _typed_place(self, piece: int, place: int, *, is_end: bool) -> int:
        """Where a place of ``text`` stands as typed; the whole word where a shortened one was written out."""
        start, typed, length, _value = self.pieces[piece]
        behind = self.pieces[piece + 1][0] if piece + 1 < len(self.pieces) else len(self.text)
        if behind - start != length:
            return typed + length if is_end else typed
        return typed + place - start


def read(key: str, typed: str, values: Mapping[str, str], passages: frozenset[str]) -> ReadText:
    """Read a text: marks and list numbers away, values in; ``passages`` stand for paragraphs of their own."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    used = set()
    place = 0
    at = 0

    def put(text: str, where: int, length: int, *, value: bool) -> None:
        nonlocal place
        if text:
            pieces.append((place, where, length, value))
            parts.append(text)
            place += len(text)

    for match in _MARKS.finditer(typed):
        put(typed[at : match.start()], at, match.start() - at, value=False)
        name = match["name"]
        at = match.end()
        if match["short"]:
            put(full_word(match[0], typed[: match.start()]), match.start(), len(match[0]), value=False)
        elif name in passages:
            used.add(name)
        elif name is not None:
            put(values.get(name, match[0]), match.start(), len(match[0]), value=True)
        elif instead := _INSTEAD.get(match[0], "" if match[0][0] in "*\r" else ITEM):
            put(instead, match.start(), len(match[0]), value=False)
    put(typed[at:], at, len(typed) - at, value=False)
    text = "".join(parts)
    return ReadText(key, typed, text, tuple(pieces), frozenset(used), tuple(_sentences(key, text)))


def _sentences(key: str, text: str) -> Iterator[Sentence]:
    low = text.lower()
    if len(low) != len(text):  # place for place: the few letters that grow longer stay as they are
        low = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
    start = 0
    paragraph = 0
    before = ""
    lead = ""
    for end, following, new_paragraph in _breaks(text, low):
        words = low[start:end]
        if words.strip():
            is_item = words.startswith("\x1e") or bool(before and lead)
            announced = lead if is_item else ""
            yield Sentence(
                key, text[start:end], words, start, paragraph, before, announced, frozenset(_WORD.findall(words))
            )
            lead = words if words.rstrip().endswith(":") else lead if is_item else ""
            before = words
        if new_paragraph:
            paragraph = paragraph + 1
            before = ""
        start = following


def _breaks(text: str, low: str) -> Iterator[tuple[int, int, bool]]:
    """Ends of sentences: where one ends, where the next begins, and whether a paragraph ended."""
    for match in _BREAK.finditer(text):
        newline = "\n" in match[0]
        if newline or not _ABBREVIATION.search(low, max(0, match.start() - 20), match.start()):
            yield match.start(), match.end(), newline
    yield len(text), len(text), True

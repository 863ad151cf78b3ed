"""Which lines of a text are items of lists: as one types them, and as Word, WhatsApp and a PDF leave them. Pure.

A number is never changed: where one is left out or begins anew, a list of its own begins with it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

DEEPEST = 3
_TAB, _FAR_IN = 4, 2
"""Blanks before a line by which it belongs to the item above."""
_KEYCAP = re.compile(r"^(\s*)(?:([0-9])\ufe0f?\u20e3|\N{KEYCAP TEN})\ufe0f?\s*", re.MULTILINE)
"""A number as messengers draw it on a key."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_BULLETS = {
    **dict.fromkeys("-*+", "-"),
    **dict.fromkeys("–—‒―", "–"),
    **dict.fromkeys("•●∙·⦁\uf0b7\uf06c", "•"),
    **dict.fromkeys("○◦⁃‣\uf06f\uf0a1", "○"),
    **dict.fromkeys("§Ø", "■"),
    **dict.fromkeys("■▪◆❖►▶➢➤\uf0a7\uf076\uf06e\uf075\uf0a8", "■"),
}
_SIGNS = "✓✔☑✅✗✘❌→➔➜➡\uf0fc\uf0fe\uf0fb\uf0fd\uf0d8\uf0e0\uf0f0\uf0e8"
_NEEDS_BLANK = "-*+–—‒―·§Ø"
_CLOSE = re.compile(r"((?:\d{1,3}|[a-z])\.|[-–—‒―·§Ø]|\*(?!.*\*))([^\W\d_].*)", re.DOTALL)
"""A mark right before a word; it is one only beside a line of the same list."""
_BULLET = re.compile(rf"([{re.escape(''.join(_BULLETS))}])\ufe0f?(\s*)(\S.*)", re.DOTALL)
_LETTER_O = re.compile(r"o\t\s*(\S.*)", re.DOTALL)
_SIGN = re.compile(rf"[{_SIGNS}]\ufe0f?\s*\S.*", re.DOTALL)
_NUMBER = re.compile(r"(\(?)(\d{1,3})(?:(\.)\s+|(\))\s*)(\S.*)", re.DOTALL | re.ASCII)
_LETTER = re.compile(r"(\(?)([a-z]|[A-Z])([.)])\s+(\S.*)", re.DOTALL)
_ROMAN = re.compile(r"(\(?)(x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))([.)])\s+(\S.*)", re.DOTALL)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
Marks = Literal["", "a", "A", "i", "I", "own"]


@dataclass(frozen=True, slots=True)
class Marker:
    """What makes a line an item: the ``family`` that all items of its list share, and its number, 0 for a bullet.

    ``marks``: letters or Roman numbers by their first; ``own`` where each item keeps a sign of its own.
    """

    family: str
    number: int
    text: str
    marks: Marks = ""

    @property
    def kind(self) -> Literal["ul", "ol"]:
        return "ol" if self.number else "ul"

    @property
    def is_lettered(self) -> bool:
        return self.marks in {"a", "A", "i", "I"}


@dataclass(slots=True)
class TypedBlock:
    """A paragraph (one text) or a run of items (one text each), so far read. Items stand in ``depth`` other lists."""

    kind: Literal["p", "ul", "ol"]
    texts: list[str]
    start: int = 1
    marks: Marks = ""
    depth: int = 0


@dataclass(slots=True)
class _Open:
    """A list that may go on: where its items stand, and the number of the last one as it was typed and as it counts."""

    family: str
    indent: int
    depth: int
    first: int
    typed: int
    piece: TypedBlock

    def goes_on_with(self, marker: Marker, indent: int) -> bool:
        follows = marker.number in {0, self.typed + 1} or marker.number == self.typed == self.first
        is_next = marker.number == self.typed + 1  # wherever it stands: no list within begins with the next number
        return marker.family == self.family and follows and (is_next or indent <= self.indent + 1)


@dataclass(slots=True)
class _Reader:
    pieces: list[TypedBlock] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    gap: bool = True

    def item(self, marker: Marker, indent: int) -> None:
        while self.open and indent < self.open[-1].indent - 1:
            self.open.pop()
        goes_on = [each for each in self.open if each.goes_on_with(marker, indent)]
        if goes_on:
            del self.open[self.open.index(goes_on[-1]) + 1 :]
            self._add(self.open[-1], marker)
        else:
            self._begin(marker, indent)

    def _add(self, known: _Open, marker: Marker) -> None:
        known.typed = marker.number
        if self.pieces[-1] is known.piece:
            known.piece.texts.append(marker.text)
        else:
            known.piece = self._piece(marker, known.depth)

    def _begin(self, marker: Marker, indent: int) -> None:
        above = self.open[-1] if self.open else None
        beside = above is not None and (self.gap or marker.marks == "own" or above.family == marker.family)
        if above and beside and indent <= above.indent + 1:
            depth = above.depth if above.family == marker.family else 0
            self.open = self.open[: -1 if above.family == marker.family else 0]
        else:
            depth = min(above.depth + 1, DEEPEST) if above else 0
        piece = self._piece(marker, depth)
        self.open.append(_Open(marker.family, indent, depth, marker.number, marker.number, piece))

    def _piece(self, marker: Marker, depth: int) -> TypedBlock:
        self.pieces.append(TypedBlock(marker.kind, [marker.text], marker.number or 1, marker.marks, depth))
        return self.pieces[-1]

    def line(self, text: str, indent: int) -> None:
        """A line that is no item: it goes on with what stands above, or begins a paragraph."""
        goes_on = text[0].islower() or text[0].isdigit() or text[0] in "(,;"  # as a text that was broken into lines
        within_item = bool(self.open) and (indent >= _FAR_IN or (not self.gap and goes_on))
        if within_item or (not self.open and not self.gap and self.pieces):
            self.pieces[-1].texts[-1] += f"\n{text}"
        else:
            self.open.clear()
            self.pieces.append(TypedBlock("p", [text]))


def pieces_of(text: str) -> list[TypedBlock]:
    """The paragraphs and lists of a text, each item with what stands behind its mark."""
    plain = _KEYCAP.sub(lambda found: f"{found[1]}{found[2] or 10}. ", text)
    typed = _LINE_END.split(plain)
    lines = _Lines(typed, [line.strip() for line in typed])
    markers = lines.markers()
    reader = _Reader()
    for bare, marker, indent in zip(lines.bare, markers, lines.indents(markers), strict=True):
        if not bare:
            reader.gap = True
            continue
        if marker:
            reader.item(marker, indent)
        else:
            reader.line(bare, indent)
        reader.gap = False
    return reader.pieces


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a text; ``bare``: without the blanks around them."""

    lines: Sequence[str]
    bare: Sequence[str]

    def markers(self) -> list[Marker | None]:
        """The marker of each line that is an item. Letters are Roman numbers where one of them has two."""
        apart = self._apart()
        is_roman = any(len(found[2]) > 1 for line in apart if (found := _ROMAN.fullmatch(line)))
        return list(self._certain([(is_roman and _roman(line)) or _marker(line) for line in apart]))

    def _apart(self) -> list[str]:
        """The lines, with a blank behind each mark that was typed without one (``1.Satu``, ``-satu``)."""
        apart = [f"{found[1]} {found[2]}" if (found := _CLOSE.fullmatch(line)) else line for line in self.bare]
        items = [(place, _marker(line)) for place, line in enumerate(apart) if line]
        beside = {
            place
            for (one, above), (other, below) in pairwise(items)
            if _follows(above, below)
            for place in (one, other)
        }
        return [line if place in beside else self.bare[place] for place, line in enumerate(apart)]

    def _certain(self, markers: Sequence[Marker | None]) -> Iterator[Marker | None]:
        """Leave out what only looks like an item: a number or letter that begins no list and stands in none.

        A capital letter alone is rather somebody's initial.
        """
        counts = Counter(marker.family for marker in markers if marker)
        for place, marker in enumerate(markers):
            first = place == 0 or not self.bare[place - 1]
            alone = marker is not None and counts[marker.family] == 1
            if marker is None or (alone and marker.marks == "A"):
                yield None
            else:
                yield marker if marker.number <= 1 or not alone or (first and not marker.is_lettered) else None

    def indents(self, markers: Sequence[Marker | None]) -> list[int]:
        """Blanks before each line.

        A form takes those before the first one away: its item stands where its list stands.
        """
        indents = [len(line[: len(line) - len(line.lstrip())].expandtabs(_TAB)) for line in self.lines]
        first = markers[0]
        others = [(indent, marker) for indent, marker in zip(indents[1:], markers[1:], strict=True) if marker]
        if first and others and not indents[0] and not first.text.endswith(":"):
            nearest, follower = min(others, key=lambda other: other[0])
            if _follows(first, follower):
                indents[0] = nearest
        return indents


def _follows(one: Marker | None, other: Marker | None) -> bool:
    """Whether the other is the next item of the same list; a list may have one number for all."""
    if one is None or other is None or one.family != other.family:
        return False
    return other.number in {one.number, one.number + 1}


def _roman(line: str) -> Marker | None:
    found = _ROMAN.fullmatch(line)
    if not found or not found[2]:
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in found[2].lower()]
    number = sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
    first: Marks = "i" if found[2].islower() else "I"
    return Marker(f"{found[1]}{first}{found[3]}", number, found[4], first)


def _marker(line: str) -> Marker | None:
    """What a line would be as an item."""
    if (found := _BULLET.fullmatch(line)) and (found[2] or found[1] not in _NEEDS_BLANK):
        return Marker(_BULLETS[found[1]], 0, found[3])
    if found := _LETTER_O.fullmatch(line):
        return Marker("○", 0, found[1])
    if _SIGN.fullmatch(line):
        return Marker("sign", 0, line, "own")
    if (found := _NUMBER.fullmatch(line)) and int(found[2]):
        return Marker(f"{found[1]}1{found[3] or found[4]}", int(found[2]), found[5])
    if found := _LETTER.fullmatch(line):
        first: Marks = "a" if found[2].islower() else "A"
        return Marker(f"{found[1]}{first}{found[3]}", ord(found[2].lower()) - ord("a") + 1, found[4], first)
    return None

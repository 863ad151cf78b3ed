"""From the words of a sentence to its tokens: times, names, grades and numbers, each with its value. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reports.rules.truth.tokens import dates, numbers
from reports.rules.truth.tokens.atoms import Atom
from reports.rules.truth.tokens.dates import time_at
from reports.rules.truth.tokens.numbers import fraction_at, number_at, ordinal_of
from reports.rules.truth.tokens.token import Moment, Token, When
from reports.rules.truth.tokens.words import DURATIONS, MEASURES, NUMBERED, RANKED, Lexicon

_LEAST_YEAR = 1945
_RANGE = frozenset(("-", "–", "—", "hingga", "sampai", "s.d.", "s.d", "s/d", "sd"))
_COUNTED = frozenset("rqxupa")
_JOINED = re.compile(r"(\d{1,3})/((?:19|20)\d{2})")
_LAW = re.compile(r"permen|uu|undang-undang|pp|perpres|peraturan|panrb")
_REFERENCES = frozenset(("gambar", "tabel", "bab", "halaman", "grafik", "lampiran"))
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_STARTS = frozenset((*dates.STARTS, *numbers.STARTS, *_REFERENCES, "nomor", "no"))
_SHORTENED = frozenset(("no", "nip", "rp", "tgl", "hlm"))


def tokens_of(text: str, atoms: Sequence[Atom], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens of a sentence, whose atoms are those of the same text in small letters."""
    return tuple(_Scanner(text, atoms, lexicon).tokens())


class _Scanner:
    """One walk over the atoms of a sentence."""

    def __init__(self, text: str, atoms: Sequence[Atom], lexicon: Lexicon) -> None:
        self.text = text
        self.atoms = atoms
        self.lexicon = lexicon
        self.bound = ""

    def tokens(self) -> Iterator[Token]:
        at = 0
        since_bound = 0
        while at < len(self.atoms):
            token, end = self._token(at)
            if token.kind == "≈":
                self.bound, since_bound = token.key, 0
                token = replace(token, kind=".")
            elif self.bound and token.number is not None and token.kind in "NXCFI":
                token = replace(token, bound=self.bound)
                self.bound = ""
            elif since_bound > 1 or token.kind == "|":
                self.bound = ""
            since_bound += 1
            yield token
            at = end

    def _token(self, at: int) -> tuple[Token, int]:
        named = self.lexicon.find(self.atoms, at)
        word = self.atoms[at].low
        if word not in _STARTS and not any(letter.isdecimal() for letter in word):
            return self._grade(at, named) or self._phrase(at, named) or (self._made(".", at, at + 1), at + 1)
        return (
            self._reference(at)
            or self._law(at)
            or self._time(at)
            or self._grade(at, named)
            or self._phrase(at, named)
            or self._number(at)
            or (self._made(".", at, at + 1), at + 1)
        )

    def _made(
        self, kind: str, at: int, end: int, values: Mapping[str, int | str] | None = None, when: When | None = None
    ) -> Token:
        told = values or {}
        places = told.get("places", 0)
        return Token(
            kind,
            self.atoms[at].start,
            self.atoms[end - 1].end,
            places=places if isinstance(places, int) else 0,
            key=str(told.get("key", "")),
            when=when,
        )

    def _low(self, at: int) -> str:
        return self.atoms[at].low if 0 <= at < len(self.atoms) else ""

    def _before(self, at: int) -> str:
        """The word before a place, passing over a full stop that shortens it."""
        if self._low(at - 1) in {".", ":", "("} and self._low(at - 2) in _SHORTENED | NUMBERED:
            return self._low(at - 2)
        return self._low(at - 1)

    def _reference(self, at: int) -> tuple[Token, int] | None:
        word = self._low(at)
        if word not in _REFERENCES:
            return None
        following = self._low(at + 1)
        number = _ROMAN.get(following, following)
        if not number.replace(".", "").isdecimal() or self._low(at + 2) == "dimensi":
            return None
        return self._made("Z", at, at + 2, {"key": f"{word} {number}"}), at + 2

    def _law(self, at: int) -> tuple[Token, int] | None:
        """``Nomor 14 Tahun 2017``; another number of a paper, a room, a telephone."""
        if joined := _JOINED.fullmatch(self._low(at)):
            if not _LAW.search("".join(atom.low for atom in self.atoms[max(0, at - 3) : at])):
                return None
            year = Moment(int(joined[2]), 1)
            return replace(self._made("L", at, at + 1, when=When(year, year)), number=Decimal(joined[1])), at + 1
        if self._low(at) not in {"nomor", "no"}:
            return None
        here = at + 2 if self._low(at + 1) in {".", ":"} else at + 1
        found = number_at(self.atoms, here) if here < len(self.atoms) and self._low(here)[0].isdecimal() else None
        if found and self._low(found[2]) in {"tahun", "th", "thn"} and (time := time_at(self.atoms, found[2])):
            token = self._made("L", at, time.end, when=time.when)
            return replace(token, number=found[0]), time.end
        return None

    def _time(self, at: int) -> tuple[Token, int] | None:
        time = time_at(self.atoms, at)
        if time is None or self._before(at) in NUMBERED:
            return None
        if time.kind == "Y" and self._low(at).isdecimal():
            following = self.lexicon.find(self.atoms, time.end) if time.end < len(self.atoms) else None
            if (following and following[0] in _COUNTED) or (time.when.first.year or 0) < _LEAST_YEAR:
                return None
        return self._made(time.kind, at, time.end, when=time.when), time.end

    def _phrase(self, at: int, named: tuple[str, str, int] | None) -> tuple[Token, int] | None:
        if named is None:
            return None
        kind, key, end = named
        return self._made(kind, at, end, {"key": key}), end

    def _grade(self, at: int, label: tuple[str, str, int] | None) -> tuple[Token, int] | None:
        """``B (Baik)``, ``Baik (B)``, a letter alone; a word alone is found as a phrase."""
        letter = self._letter(at)
        if letter:
            end = self._label_behind(at + 1, letter)
            return self._made("G", at, end, {"key": letter}), end
        if label and label[0] == "g" and self._low(label[2]) in {"(", "/", ","}:
            inner = self._letter(label[2] + 1)
            if inner == label[1]:
                end = label[2] + 2 + (self._low(label[2] + 2) == ")")
                return self._made("G", at, end, {"key": inner}), end
        return None

    def _letter(self, at: int) -> str:
        if not 0 <= at < len(self.atoms):
            return ""
        atom = self.atoms[at]
        written = self.text[atom.start : atom.end]
        return written if written in {"A", "B", "C", "D"} else ""

    def _label_behind(self, at: int, letter: str) -> int:
        """The end of a letter's own word where that follows, in brackets or behind a joint; else where it began."""
        here = at
        while self._low(here) in {"(", "/", "–", "-", "atau", "dengan", "kategori", "predikat", "“", '"', "kinerja"}:
            here += 1
        label = self.lexicon.find(self.atoms, here) if here > at and here < len(self.atoms) else None
        if label and label[0] == "g" and label[1] == letter:
            end = label[2]
            return end + (self._low(end) == ")" and self._low(at) == "(")
        return at

    def _number(self, at: int) -> tuple[Token, int] | None:
        if fraction := fraction_at(self.atoms, at):
            value, end = fraction
            return replace(self._made("F", at, end), number=value), end
        ordinal = ordinal_of(self._low(at))
        if ordinal is not None:
            token = self._made("k", at, at + 1)
            return replace(token, number=Decimal(ordinal)), at + 1
        found = number_at(self.atoms, at)
        if found is None:
            return self._strange(at)
        value, places, end = found
        kind, key, end = self._kind_of(at, places, end)
        token = self._made(kind, at, end, {"places": places, "key": key})
        return replace(token, number=value), end

    def _strange(self, at: int) -> tuple[Token, int] | None:
        """A number that counts nothing: of a document, a telephone, a staff member."""
        word = self._low(at)
        return (self._made("d", at, at + 1), at + 1) if any(letter.isdecimal() for letter in word) else None

    def _kind_of(self, at: int, places: int, end: int) -> tuple[str, str, int]:
        """The letter and key of a number by what stands around it, and its end with its unit."""
        before = self._before(at)
        following = self._low(end)
        if (before in RANKED or (before == "no" and following in {"tertinggi", "terendah"})) and not places:
            return "k", "", end
        if before in {"usia", "umur"} and (band := self._band(before, end)):
            return band
        if before in NUMBERED:
            return "d", before, end
        if before in {"rp", "idr"} or following in MEASURES:
            return "A", following, end
        return self._with_unit(at, places, end) or self._band(before, end) or ("X" if places else "N", "", end)

    def _with_unit(self, at: int, places: int, end: int) -> tuple[str, str, int] | None:
        """A number with per cent, points or a duration behind it; an index may be told in points, too."""
        following = self._low(end)
        if following in {"%", "persen", "prosen", "persennya"}:
            return "C", "", end + 1
        if following in {"poin", "point"}:
            is_index = places and len(self._low(at).partition(",")[0]) > 1
            return "X" if is_index else "I", "", end + 1
        if following in DURATIONS:
            return "A" if places else "H", DURATIONS[following], end + 1
        if following == "tahun" and not self._low(end + 1).isdecimal():
            return "A", following, end
        return None

    def _band(self, before: str, end: int) -> tuple[str, str, int] | None:
        """*76,61–88,30*, *antara 76,61 dan 88,30*."""
        following = self._low(end)
        between = before == "antara" and following == "dan"
        if (between or following in _RANGE) and end + 1 < len(self.atoms):
            last = number_at(self.atoms, end + 1 + (self._low(end + 1) == "dengan"))
            return ("B", "", last[2]) if last else None
        return None

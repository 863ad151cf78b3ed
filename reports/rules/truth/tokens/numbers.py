"""Numbers as Indonesian texts write them: digits, words up to 999.999, decimals and fractions in words. Pure."""

import re
from collections.abc import Sequence
from decimal import Decimal

from reports.rules.truth.tokens.atoms import Atom

_ONES = {
    word: value
    for value, word in enumerate("nol satu dua tiga empat lima enam tujuh delapan sembilan".split())  # noqa: SIM905
}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "selusin": 12}
_SCALES = {"belas": 1, "puluh": 10, "ratus": 100}
_PARTS = {"pertiga": 3, "perempat": 4, "perlima": 5, "perenam": 6, "persepuluh": 10}
_FRACTIONS = {
    "separuh": Decimal("0.5"),
    "setengah": Decimal("0.5"),
    "sepertiga": Decimal(1) / 3,
    "seperempat": Decimal("0.25"),
    "seperlima": Decimal("0.2"),
}
_COLLECTIVES = {f"ke{word}": value for word, value in _ONES.items() if value > 1} | {
    "pertama": 1,
    "kesatu": 1,
    "kesepuluh": 10,
    "kesebelas": 11,
    "keduabelas": 12,
}
_ORDINAL = re.compile(r"ke-?\s?(\d{1,3})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMAL = re.compile(r"(\d{1,9})[.,](\d{1,6})")
STARTS = frozenset((*_ONES, *_WHOLE, *_FRACTIONS, *_COLLECTIVES))
"""Words that may begin a number; a digit may, too."""

Found = tuple[Decimal, int, int]
"""A value, its decimals as written, and the place of the first atom behind it."""


def number_at(atoms: Sequence[Atom], at: int) -> Found | None:
    """The number that begins at a place; ``7 (tujuh)`` is told once."""
    found = _digits(atoms, at) or _words(atoms, at)
    if found is None:
        return None
    value, places, end = found
    if end + 2 < len(atoms) and atoms[end].low == "(":
        again = _digits(atoms, end + 1) or _words(atoms, end + 1)
        if again and again[0] == value and again[2] < len(atoms) and atoms[again[2]].low == ")":
            return value, places, again[2] + 1
    return value, places, end


def _digits(atoms: Sequence[Atom], at: int) -> Found | None:
    text = atoms[at].low
    if not text[0].isdecimal():
        return None
    if text.isdecimal():
        value = Decimal(text)
        end = at + 1
        if end < len(atoms) and atoms[end].low == "ribu":
            return value * 1000, 0, end + 1
        return value, 0, end
    if _THOUSANDS.fullmatch(text) and not text.startswith("0"):
        return Decimal(text.replace(".", "")), 0, at + 1
    if match := _DECIMAL.fullmatch(text):
        return Decimal(f"{match[1]}.{match[2]}"), len(match[2]), at + 1
    return None


def _words(atoms: Sequence[Atom], at: int) -> Found | None:
    """``dua ratus lima belas``, ``delapan puluh dua koma lima tujuh``."""
    value, end = whole_words(atoms, at)
    if end == at:
        return None
    if end + 1 < len(atoms) and atoms[end].low == "koma" and atoms[end + 1].low in _ONES:
        digits, behind = _decimals(atoms, end + 1)
        return Decimal(f"{value}.{digits}"), len(digits), behind
    return Decimal(value), 0, end


def _decimals(atoms: Sequence[Atom], at: int) -> tuple[str, int]:
    """Decimals in words, digit by digit or as a number: ``lima tujuh``, ``lima puluh tujuh``."""
    whole, end = whole_words(atoms, at)
    if whole > 9:
        return str(whole), end
    digits = ""
    while at < len(atoms) and atoms[at].low in _ONES:
        digits += str(_ONES[atoms[at].low])
        at += 1
    return digits, at


def whole_words(atoms: Sequence[Atom], at: int) -> tuple[int, int]:
    """The value of number words from a place, and where they end; nothing is at the place where that is the same."""
    total, group, end = 0, 0, at
    while end < len(atoms):
        word = atoms[end].low
        following = atoms[end + 1].low if end + 1 < len(atoms) else ""
        if word == "ribu" and group:
            total, group, end = total + group * 1000, 0, end + 1
        elif word in _WHOLE and group % max(_WHOLE[word], 100) == 0 and not (word == "seribu" and (total or group)):
            group, end = group + _WHOLE[word], end + 1
        elif word in _ONES and following in _SCALES:
            step = 10 + _ONES[word] if following == "belas" else _ONES[word] * _SCALES[following]
            group, end = group + step, end + 2
        elif word in _ONES and group % 10 == 0:
            group, end = group + _ONES[word], end + 1
            if following != "ribu":
                break
        else:
            break
    return total + group, end


def fraction_at(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """``separuh``, ``dua pertiga``, ``tiga perempat``."""
    word = atoms[at].low.removesuffix("nya")
    if word in _FRACTIONS:
        return _FRACTIONS[word], at + 1
    following = atoms[at + 1].low.removesuffix("nya") if at + 1 < len(atoms) else ""
    if word in _ONES and following in _PARTS:
        return Decimal(_ONES[word]) / _PARTS[following], at + 2
    return None


def ordinal_of(word: str) -> int | None:
    """``kedua``, ``pertama``, ``ke-3``."""
    if match := _ORDINAL.fullmatch(word):
        return int(match[1])
    return _COLLECTIVES.get(word)

"""Whole numbers as Indonesian texts write them: digits, words up to ninety-nine, or both. Pure."""

import re

_ONES = "satu dua tiga empat lima enam tujuh delapan sembilan".split()  # noqa: SIM905
_ONE = "|".join(_ONES)
WORD = rf"(?:(?:{_ONE}) puluh(?: (?:{_ONE}))?|sepuluh|sebelas|(?:{_ONE}) belas|{_ONE})"
COUNT = rf"(?<![\w.,])(?:(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?![\d.,]*\d|\w)|{WORD}\b)(?: ?\((?:\d+|{WORD})\))?"
"""A whole number, perhaps told twice: ``7``, ``tujuh``, ``7 (tujuh)``, ``tujuh (7)``."""


def whole(text: str) -> int:
    """The value of a COUNT."""
    first = re.split(r" ?\(", text.strip(), maxsplit=1)[0]
    return int(first.replace(".", "")) if first[0].isdigit() else word_value(first)


def word_value(words: str) -> int:
    """``dua puluh tiga`` as 23."""
    if words == "sepuluh":
        return 10
    if words == "sebelas":
        return 11
    parts = words.split()
    value = _ONES.index(parts[0]) + 1
    if "belas" in parts:
        return value + 10
    if "puluh" in parts:
        return value * 10 + (_ONES.index(parts[2]) + 1 if len(parts) == 3 else 0)
    return value

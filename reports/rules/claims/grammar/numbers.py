"""Numbers as Indonesian texts write them: digits with a decimal comma, words up to ninety-nine, or both. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_ONES = "satu dua tiga empat lima enam tujuh delapan sembilan".split()  # noqa: SIM905
_ONE = "|".join(_ONES)
WORD = rf"(?:(?:{_ONE}) puluh(?: (?:{_ONE}))?|sepuluh|sebelas|(?:{_ONE}) belas|{_ONE})"
COUNT = rf"(?<![\w.,])(?:(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)(?![\d.,]*\d|\w)|{WORD}\b)(?: ?\((?:\d+|{WORD})\))?"
"""A whole number, perhaps told twice: ``7``, ``tujuh``, ``7 (tujuh)``, ``tujuh (7)``."""

_DECIMAL = re.compile(r"(?<![\w.,/])(\d+)([.,])(\d{1,4})(?![\d%]|[.,]\d|\w)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with decimals and where it stands."""

    value: Decimal
    places: int
    start: int
    end: int

    def tells(self, exact: Decimal) -> bool:
        """Whether this is the exact number, as far as it was written out: rounded half up, or cut."""
        step = Decimal(1).scaleb(-self.places)
        if self.places < 2:
            return abs(self.value - exact) < step
        return self.value == exact.quantize(step, rounding="ROUND_HALF_UP")


def decimals(low: str) -> Iterator[Number]:
    """Every number with decimals of a text that is no percentage; ``3.275`` may be thousands, so it is none."""
    for match in _DECIMAL.finditer(low):
        thousands = match[2] == "." and len(match[3]) == 3
        percent = re.match(r"\s?(?:%|persen)", low[match.end() :])
        if not thousands and not percent:
            yield Number(Decimal(f"{match[1]}.{match[3]}"), len(match[3]), *match.span())


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

"""Numbers as people write them, read exactly; where that cannot be, the reason why. Pure.

Both comma and point part the decimals of a score: no score has thousands.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from offices.invisible import narrowed

MOST_PLACES = 6
_NUMBER = re.compile(r"[+]?(\d+)(?:[.,](\d+))?[.,]?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,']\d{3})+", re.ASCII)
_PARTS_OF_PEOPLE = re.compile(r"\d+[.,]\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+", re.ASCII)
_NO_CENTS = re.compile(r"[.,]0{1,2}$")
_PEOPLE = re.compile(r"(?:orang|org|responden|jiwa|penerima layanan)\.?$")
_ABOUT = re.compile(r"^(?:±|\+/-|~|≈|n[=:])")
_PERCENT = re.compile(r"(?:%|persen)?(?:\([a-d]\))?$", re.IGNORECASE)
"""What may stand behind an index and says nothing new: that it is of a hundred, and its grade."""
_MINUS = re.compile(r"^[-−–]\s*\d")


class NumberUnclearError(ValueError):
    """What was typed is no such number; the text says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of number with decimals: its bounds, and what to write; ``in_percent``: a % behind it says nothing new."""

    lowest: Decimal
    highest: Decimal
    advice: str
    in_percent: bool = False


SCORE = Kind(Decimal(1), Decimal(4), "Tulis nilai 1,00 sampai 4,00, misalnya 3,27.")
INDEX = Kind(Decimal(25), Decimal(100), "Tulis IKM antara 25,00 dan 100,00, misalnya 87,36.", in_percent=True)


def decimal_words(number: Decimal) -> str:
    """A number as one types it: decimal comma, at least two decimals, no zeros beyond (``3,27``, ``3,275``)."""
    places = max(2, -int(number.normalize().as_tuple().exponent))
    return f"{number:.{places}f}".replace(".", ",")


def count_words(number: int) -> str:
    """A number of people as one types it: ``12.500``."""
    return f"{number:,}".replace(",", ".")


def decimal_of(typed: str, kind: Kind) -> Decimal:
    """``3,27``, ``3.3`` or ``4``, rounded half up to six decimals; NumberUnclearError says which of several causes."""
    text = "".join(narrowed(typed).split())
    if kind.in_percent:
        text = _PERCENT.sub("", text, count=1)
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise NumberUnclearError(f"{_cause(text)} {kind.advice}")
    number = Decimal(f"{found[1]}.{found[2]}" if found[2] else found[1])
    if not kind.lowest <= number <= kind.highest:
        raise NumberUnclearError(f"{_outside(number, kind)} {kind.advice}")
    if -int(number.as_tuple().exponent) <= MOST_PLACES:
        return number
    return number.quantize(Decimal(1).scaleb(-MOST_PLACES), rounding=ROUND_HALF_UP)


def _cause(text: str) -> str:
    if "%" in text:
        return "Hapus tanda %: nilai ini bukan persen."
    if _MINUS.match(text):
        return "Nilai ini tidak dapat negatif."
    if re.fullmatch(r"[\d.,]+", text, re.ASCII) and sum(map(text.count, ".,")) > 1:
        return "Isian ini memuat lebih dari satu koma atau titik."
    return "Isian ini bukan angka; hapus huruf dan tanda lain."


def _outside(number: Decimal, kind: Kind) -> str:
    """That a number lies outside, and what it may have been meant for."""
    side = "kurang dari" if number < kind.lowest else "lebih dari"
    bound = kind.lowest if number < kind.lowest else kind.highest
    shown = f"{number:f}".replace(".", ",")
    shown = shown if len(shown) <= 12 else f"{shown[:12]}…"
    return f"{shown} {side} {decimal_words(bound)}.{_meant(number, kind)}"


def _meant(number: Decimal, kind: Kind) -> str:
    places = len(str(int(number))) - len(str(int(kind.lowest)))
    shifted = number.scaleb(-places) if number == int(number) and places > 1 else Decimal(0)
    if kind.lowest <= shifted <= kind.highest:
        return f" Mungkin komanya tertinggal: {decimal_words(shifted)}."
    if kind is SCORE and 25 <= number <= 100:
        return " Mungkin ini nilai konversi: bagi dahulu dengan 25."
    if kind is INDEX and 1 <= number <= 4:
        return " Mungkin ini nilai rata-rata 1–4: kalikan dahulu dengan 25."
    return ""


def count_of(typed: str, most: int) -> int:
    """A number of people: ``1250``, ``1.250``, ``1 250``, ``1.250 orang``; NumberUnclearError says what is wrong."""
    text = _ABOUT.sub("", _PEOPLE.sub("", "".join(narrowed(typed).casefold().split())))
    whole = _NO_CENTS.sub("", text)
    digits = re.sub(r"\D", "", whole) if _GROUPED.fullmatch(whole) else whole
    if not re.fullmatch(r"\d+", digits, re.ASCII):
        raise NumberUnclearError(f"{_cause_of_count(text)} Tulis bilangan bulat, misalnya 110 atau 1.250.")
    if len(digits) > 18 or int(digits) > most:
        raise NumberUnclearError("Bilangan ini terlalu besar. Periksa kembali angkanya.")
    return int(digits)


def _cause_of_count(text: str) -> str:
    if _MINUS.match(text):
        return "Jumlah orang tidak dapat negatif."
    if _PARTS_OF_PEOPLE.fullmatch(text):
        return "Orang dihitung utuh, tanpa desimal."
    if re.fullmatch(r"[\d.,']+", text, re.ASCII):
        return "Titik ribuannya tidak pada tempatnya."
    return "Isian ini bukan angka; hapus huruf dan tanda lain."

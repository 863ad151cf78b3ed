"""How numbers, dates, months and lists are written in formal Indonesian. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from followups.months import Month
from surveys.periods import MONTHS

SHORT_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()  # noqa: SIM905
_WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()  # noqa: SIM905
LARGEST_WORD = len(_WORDS) - 1
_INNER_JOINT = re.compile(r",|;|\bdan\b|\bserta\b|&", re.IGNORECASE)


def decimal_text(number: Decimal, places: int = 2) -> str:
    """``3.275`` as ``3,28``: halves up, decimal comma, thousands point."""
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{rounded:,.{places}f}".translate(str.maketrans(",.", ".,"))


def integer_text(number: int) -> str:
    """``12500`` as ``12.500``."""
    return f"{number:,}".replace(",", ".")


def count_word(number: int) -> str:
    """Counts up to ten in words, as prose has them; larger ones in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else integer_text(number)


def ordinal_word(number: int) -> str:
    """``ketiga``, ``ke-12``."""
    return f"ke{count_word(number)}" if number <= LARGEST_WORD else f"ke-{number}"


def count_of(part: int, total: int) -> str:
    """``dua dari empat``; in digits where one of the two would need them."""
    return f"{count_word(part)} dari {count_word(total)}" if total <= LARGEST_WORD else f"{part} dari {total}"


def date_text(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_text(month: Month) -> str:
    return f"{MONTHS[month.number - 1]} {month.year}"


def short_month(month: Month) -> str:
    return SHORT_MONTHS[month.number - 1]


def date_range(start: date, end: date) -> str:
    """``1–30 Juni 2025``, ``1 Mei–30 Juni 2025``: what both ends share is said once."""
    if start == end:
        return date_text(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_text(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]}–{date_text(end)}"
    return f"{date_text(start)}–{date_text(end)}"


def month_range(start: Month, end: Month) -> str:
    """``Juli–Desember 2025``; one month alone; both years where they differ."""
    if start == end:
        return month_text(start)
    if start.year == end.year:
        return f"{MONTHS[start.number - 1]}–{month_text(end)}"
    return f"{month_text(start)}–{month_text(end)}"


def months_text(months: Iterable[Month]) -> str:
    """Months with runs drawn together: ``Juli dan September–Oktober 2025``; a year that all share is said once."""
    ordered = enumerate(sorted(set(months)))
    by_distance = groupby(ordered, key=lambda pair: 12 * pair[1].year + pair[1].number - pair[0])
    runs = [[month for _, month in run] for _, run in by_distance]
    one_year = len({month.year for run in runs for month in run}) == 1
    ranges = [month_range(run[0], run[-1]) for run in runs]
    if one_year:
        ranges[:-1] = [text.removesuffix(f" {runs[0][0].year}") for text in ranges[:-1]]
    return join_list(ranges)


def number_runs(numbers: Iterable[int]) -> tuple[str, ...]:
    """Figure numbers with runs drawn together: ``1–3`` and ``7``."""
    return tuple(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs_of(numbers))


def runs_of(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers in their order, parted where one is missing."""
    ordered = enumerate(sorted(set(numbers)))
    return [[number for _, number in run] for _, run in groupby(ordered, key=lambda pair: pair[1] - pair[0])]


def join_list(items: Sequence[str]) -> str:
    """``a``, ``a dan b``, ``a, b, dan c``; items that hold such joints themselves are parted by semicolons."""
    return "".join(joint + item for joint, item in zip(joints(items), items, strict=True))


def joints(items: Sequence[str]) -> tuple[str, ...]:
    """What stands before each item of such a list: nothing, a mark, a word."""
    inner = any(_INNER_JOINT.search(item) for item in items)
    mark, word = ("; ", "serta ") if inner else (", ", "dan ")
    last = f" {word}" if len(items) == 2 else f"{mark}{word}"
    return ("", *([mark] * (len(items) - 2)), last)[: len(items)]


def begun_large(text: str) -> str:
    """The text with a capital first letter, and no other letter changed."""
    return text[:1].upper() + text[1:]


def sentence_begun(text: str) -> str:
    """The text as a sentence begins: with a capital, and a figure, with which none begins, behind *Sebanyak*."""
    return f"Sebanyak {text}" if text[:1].isdecimal() else begun_large(text)


def listed(items: Sequence[str]) -> list[str]:
    """The items of a list that goes on with its sentence, each with what it ends in."""
    ends = ([";"] * (len(items) - 2) + ["; dan"] * (len(items) > 1) + ["."]) if items else []
    return [f"{item}{end}" for item, end in zip(items, ends, strict=True)]


def sentence_end(text: str) -> str:
    """The text with a full stop, unless it closes with a mark of its own."""
    stripped = text.rstrip()
    return stripped if stripped.endswith((".", "!", "?", "…", ":", ";")) else f"{stripped}."


def paragraphs_of(text: str) -> tuple[str, ...]:
    """What a person typed, line by line, without the empty lines."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())

"""What a cell that was pasted from a spreadsheet means: months of a window, units, an element. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from followups.months import Month, months_between
from offices.invisible import alike

NAMES = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agust", "agus", "agu", "agt", "ags", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_NUMBERS = {name: number for number, names in enumerate(NAMES, start=1) for name in names}
_NAME = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ONE = rf"(?:({_NAME})\.?[ '-]*(\d{{4}}|\d\d)?|(\d{{4}})-(\d\d?)|(\d\d?)/(\d{{4}})|(\d\d?))"
_MONTH = re.compile(_ONE)
_RUN = re.compile(rf"{_ONE} ?(?:-|–|—|s\.? ?d\.?|s/d|sampai(?: dengan)?|hingga) ?{_ONE}")
_DAY = re.compile(r"(?<!\d)(?:(\d{4})-(\d\d?)-\d\d?|\d\d?[/.-](\d\d?)[/.-](\d{4}))(?!\d)")
_PART_OF_YEAR = re.compile(r"(triwulan|tw|kuartal|q|semester|smt) ?-?(iv|iii|ii|i|[1-4])(?: (?:tahun )?(\d{4}))?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ALWAYS = {"setiap bulan", "tiap bulan", "semua bulan", "seluruh bulan"}
_BETWEEN = re.compile(r"[,;\n+&]|\bdan\b|/(?!d\b)(?!\d{4})")
_LISTED = re.compile(r"[,/+&]|\bdan\b")
Key = TypeVar("Key")
_NOT = {"", "-", "–", "—", "0", "tidak"}
EVERYBODY = {"semua", "semua unit", "seluruh unit", "seluruh"}


@dataclass(frozen=True, slots=True)
class Months:
    """The months that a cell names, those of them that are outside the window, and what is no month."""

    months: tuple[Month, ...] = ()
    outside: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Units:
    """The units that a cell names, by key, or all of them; ``others``: what names none, a post or a person."""

    all_units: bool = False
    units: tuple[int, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What cells are held against. ``units``: by key all names of each; ``elements``: likewise."""

    window: tuple[Month, ...]
    all_units: str = ""
    units: Mapping[int, Sequence[str]] = field(default_factory=dict)
    elements: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def months_in(self, cell: str) -> Months:
        """``Juli–September 2025``, ``Jul, Agu``, ``TW III``; a month without a year is the one of the window."""
        text = _DAY.sub(_month_of_day, cell.lower().replace("\N{NO-BREAK SPACE}", " ")).strip()
        if text in _ALWAYS:
            return Months(self.window)
        months: set[Month] = set()
        outside: list[str] = []
        unknown: list[str] = []
        for part in filter(_says_something, (each.strip(" .") for each in _BETWEEN.split(text))):
            found = self._run(part)
            if found is None:
                unknown.append(part)
                continue
            inside = [month for month in found if month in self.window]
            months.update(inside)
            if len(inside) < len(found) or not found:
                outside.append(part)
        return Months(tuple(sorted(months)), tuple(outside), tuple(unknown))

    def _run(self, part: str) -> Sequence[Month] | None:
        """The months from one to another, one month, or a part of a year; None where it is none of them."""
        if found := _RUN.fullmatch(part):
            last = self._month(found.groups()[7:])
            first = self._month(found.groups()[:7], last)
            if first and last:
                return self._between(first, last)
        if found := _MONTH.fullmatch(part):
            month = self._month(found.groups())
            return [month] if month else None
        if found := _PART_OF_YEAR.fullmatch(part):
            return self._part_of_year(*found.groups())
        return None

    def _between(self, first: Month, last: Month) -> Sequence[Month]:
        """The months from one to another; of the millennia that a cell may name no more than one outside the window."""
        if not self.window:
            return ()
        earliest = self.window[0].plus(-1)
        latest = self.window[-1].plus(1)
        return months_between(max(first, earliest), min(last, latest))

    def _month(self, parts: Sequence[str | None], last: Month | None = None) -> Month | None:
        name, year, iso_year, iso_month, number, number_year, bare = parts
        month = _NUMBERS[name] if name else int(iso_month or number or bare or 0)
        told = year or iso_year or number_year
        if not 1 <= month <= 12:
            return None
        if told:
            return Month(int(told) + (2000 if len(told) == 2 else 0), month)
        if last:
            return Month(last.year - (month > last.number), month)
        same = [each for each in self.window if each.number == month]
        return same[0] if same else self._in_first_year(month)

    def _in_first_year(self, number: int) -> Month | None:
        """A month outside the window; None where there is no window, so that no year is known."""
        return Month(self.window[0].year, number) if self.window else None

    def _part_of_year(self, kind: str, number: str, year: str | None) -> Sequence[Month]:
        length = 6 if kind.startswith("s") else 3
        place = _ROMAN.get(number) or int(number)
        chosen = range((place - 1) * length + 1, place * length + 1)
        if year:
            return [Month(int(year), month) for month in chosen]
        return [month for month in self.window if month.number in chosen]

    def units_in(self, cell: str) -> Units:
        """All units together, or those named, by a name, a short one, or words that are in the name of one alone.

        What names none is a post or a person. ``Budi, S.H.`` and ``Kepala Seksi Umum dan Aset`` are one each, unless a
        unit stands among their words. In an office without units all of it answers where nobody is named.
        """
        everybody = {alike(self.all_units), *EVERYBODY}
        found: set[int] = set()
        others: list[str] = []
        is_all = not self.units and not _says_something(cell)
        for part in self._parts_of(cell):
            unit = self._named(part, self.units)
            if alike(part) in everybody:
                is_all = True
            elif unit is not None:
                found.add(unit)
            else:
                others.append(part)
        return Units(is_all, () if is_all else tuple(sorted(found)), tuple(others))

    def _parts_of(self, cell: str) -> Iterable[str]:
        """What stands between semicolons and in lines; split further only where that finds a unit."""
        for part in filter(_says_something, (each.strip() for each in re.split(r"[;\n]", cell))):
            pieces = [piece for each in _LISTED.split(part) if (piece := each.strip())]
            is_listed = self._named(part, self.units) is None and any(
                self._named(piece, self.units) is not None for piece in pieces
            )
            yield from pieces if is_listed else [part]

    def told(self, units: Units) -> tuple[str, ...]:
        """Who answers, by the short names of units."""
        named = [self.all_units] if units.all_units else [self.units[unit][0] for unit in units.units]
        return (*named, *units.others)

    def element_in(self, cell: str) -> str:
        """The key of the element that a cell names; empty where it names none."""
        return self._named(re.sub(r"^\W*(?:u?\d+)?[.)\s]*", "", cell, flags=re.IGNORECASE), self.elements) or ""

    def is_name(self, cell: str) -> bool:
        """Whether a cell is, as a whole, the name of a unit or of an element."""
        groups = (*self.units.values(), *self.elements.values())
        return alike(cell) in {alike(name) for names in groups for name in names}

    @staticmethod
    def _named(text: str, named: Mapping[Key, Sequence[str]]) -> Key | None:
        wanted = alike(text)
        for key, names in named.items():
            if wanted in {alike(name) for name in names}:
                return key
        holding = [key for key, names in named.items() if wanted and any(wanted in alike(name) for name in names)]
        return holding[0] if len(holding) == 1 else None


def _says_something(part: str) -> bool:
    """Whether there is more than the dash by which one says that there is nothing."""
    return any(character.isalnum() for character in alike(part))


def _month_of_day(found: re.Match[str]) -> str:
    """The month in which a day lies (``31/12/2025``, ``2025-12-31``)."""
    year, month, number, number_year = found.groups()
    return f"{year or number_year}-{month or number}"


def is_marked(cell: str) -> bool:
    """Whether a cell beneath the name of a month says that something is planned for it."""
    return cell.strip().lower() not in _NOT


def kept_as_others(others: Iterable[str]) -> tuple[str, ...]:
    """That these are kept as posts or persons, a sentence for each."""
    return tuple(f"“{each[:60]}” bukan nama unit, sehingga dicatat sebagai penanggung jawab lain." for each in others)


def in_words(what: str, unknown: Iterable[str]) -> tuple[str, ...]:
    """That something was not understood and is therefore not kept, a sentence for each."""
    return tuple(f"{what} “{each[:60]}” tidak dikenal, sehingga tidak disimpan." for each in unknown)

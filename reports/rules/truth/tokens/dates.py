"""Days, months, quarters, semesters, years and their ranges, as texts write them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.rules.truth.tokens.atoms import Atom
from reports.rules.truth.tokens.numbers import whole_words
from reports.rules.truth.tokens.token import Moment, When
from surveys.periods import MONTHS, PeriodKind

_MONTHS = (
    {month.lower(): number for number, month in enumerate(MONTHS, 1)}
    | {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
    | {"agu": 8, "agt": 8, "agust": 8, "sept": 9, "pebruari": 2, "peb": 2, "nopember": 11, "nop": 11}
)
_PARTS = {
    word: number
    for number, words in enumerate(("i 1 pertama satu", "ii 2 kedua dua", "iii 3 ketiga tiga", "iv 4 keempat empat"), 1)
    for word in words.split()
}
_KINDS = {
    **dict.fromkeys(("semester", "sem", "smt", "paruh"), PeriodKind.SEMESTER),
    **dict.fromkeys(("triwulan", "tribulan", "tw", "kuartal", "caturwulan"), PeriodKind.QUARTER),
}
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_TO = frozenset(("-", "–", "—", "hingga", "sampai", "s.d.", "s.d", "s/d", "sd", "s/d."))
_BETWEEN = frozenset(("antara", "diantara"))
_BESIDE = frozenset(("dengan", "tanggal", "bulan", "akhir", "awal", "pertengahan", "pada", "tgl", "hari"))
_BEFORE_YEAR = frozenset(("tahun", "th", "thn", "/", ",", "t.a", "ta"))

STARTS = frozenset((*_MONTHS, *_KINDS, *_BEFORE_YEAR))
"""Words that may begin a time; a digit may, too."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that begins at some atom: its letter, its value, and the place of the first atom behind it."""

    kind: str
    when: When
    end: int


def time_at(atoms: Sequence[Atom], at: int) -> Dated | None:
    """The time that begins at a place: a range where two are joined."""
    single = _period(atoms, at) or _numeric_range(atoms, at)
    if single:
        return single
    first = _moment(atoms, at) or _bare_day(atoms, at)
    if first is None:
        return None
    moment, end = first
    joint = _joint(atoms, end)
    if not joint and end < len(atoms) and atoms[end].low == "dan" and _is_between(atoms, at):
        joint = end + 1
    following = _moment(atoms, joint) if joint else None
    if following:
        last, behind = following
        if moment.month == 0:
            moment = Moment(last.year, last.month, moment.day)
        return Dated("R", When(moment.in_year(last.year), last), behind)
    if moment.month == 0:
        return None
    return Dated("D" if moment.day else "M", When(moment, moment), end)


def _is_between(atoms: Sequence[Atom], at: int) -> bool:
    """Whether *antara* opens a range whose ends *dan* joins: *antara bulan Juli dan November*."""
    before = at - 2 if at and atoms[at - 1].low in _BESIDE else at - 1
    return before >= 0 and atoms[before].low in _BETWEEN


def _joint(atoms: Sequence[Atom], at: int) -> int:
    """The place behind the words that join two ends of a range, or 0."""
    if at >= len(atoms) or atoms[at].low not in _TO:
        return 0
    at += 1
    while at < len(atoms) and atoms[at].low in _BESIDE:
        at += 1
    return at


def _moment(atoms: Sequence[Atom], at: int) -> tuple[Moment, int] | None:
    """A day with its month, or a month; with its year where that follows."""
    day = None
    if at < len(atoms) and atoms[at].low.isdecimal() and len(atoms[at].low) <= 2:
        day = int(atoms[at].low)
        at += 1
        if not 1 <= day <= 31:
            return None
        if at < len(atoms) and atoms[at].low in {"bulan", "-"}:
            at += 1
    elif at < len(atoms) and (spelled := whole_words(atoms, at))[1] > at:
        day, at = spelled
        if not 1 <= day <= 31:
            return None
    if at >= len(atoms) or atoms[at].low not in _MONTHS:
        return None
    month = _MONTHS[atoms[at].low]
    if day is None and len(atoms[at].low) == 3 and month != 5 and not _next_is_year(atoms, at + 1):
        return None
    year, end = _year(atoms, at + 1)
    return Moment(year, month, day), end


def _next_is_year(atoms: Sequence[Atom], at: int) -> bool:
    return _year(atoms, at)[0] is not None or (at < len(atoms) and atoms[at].low in _TO)


def _bare_day(atoms: Sequence[Atom], at: int) -> tuple[Moment, int] | None:
    """The first end of ``2–30 Mei``, whose month comes later: told as month 0."""
    text = atoms[at].low
    if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31 and _joint(atoms, at + 1):
        return Moment(None, 0, int(text)), at + 1
    return None


def _year(atoms: Sequence[Atom], at: int) -> tuple[int | None, int]:
    """The year that stands at a place, perhaps behind *tahun*, and the place behind it."""
    here = at
    while here < len(atoms) and here < at + 2 and (atoms[here].low in _BEFORE_YEAR or atoms[here].low == "-"):
        here += 1
    if here < len(atoms) and _YEAR.fullmatch(atoms[here].low):
        return int(atoms[here].low), here + 1
    if here < len(atoms) and atoms[here].low == "dua" and (spelled := whole_words(atoms, here))[0] // 100 == 20:
        return spelled
    return None, at


def _numeric_range(atoms: Sequence[Atom], at: int) -> Dated | None:
    """``20-01-2025 s.d. 28-03-2025``, or one such day."""
    first = _numeric(atoms, at)
    joint = _joint(atoms, first.end) if first else 0
    last = _numeric(atoms, joint) if joint and joint < len(atoms) else None
    return Dated("R", When(first.when.first, last.when.last), last.end) if first and last else first


def _numeric(atoms: Sequence[Atom], at: int) -> Dated | None:
    """``20/10/2025``, ``20-10-2025``."""
    text = "".join(atom.low for atom in atoms[at : at + 5])
    match = _NUMERIC.match(atoms[at].low) or (_NUMERIC.match(text) if atoms[at].low.isdecimal() else None)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    end = at
    length = 0
    while length < match.end():
        length += len(atoms[end].low)
        end += 1
    moment = Moment(int(match[3]), int(match[2]), int(match[1]))
    return Dated("D", When(moment, moment), end)


def _period(atoms: Sequence[Atom], at: int) -> Dated | None:
    """A quarter or semester, with its year where that follows; a year behind *tahun*."""
    kind = _KINDS.get(atoms[at].low)
    if kind is None:
        return _whole_year(atoms, at)
    here = at + 1
    if here < len(atoms) and atoms[here].low == ".":
        here += 1
    text = atoms[here].low if here < len(atoms) else ""
    part, slash, joined = text.partition("/")
    number = _PARTS.get(part)
    if number is None or number > kind.in_a_year:
        return None
    year, end = (int(joined), here + 1) if slash and _YEAR.fullmatch(joined) else _year(atoms, here + 1)
    letter = "S" if kind is PeriodKind.SEMESTER else "Q"
    first = Moment(year, (number - 1) * kind + 1)
    return Dated(letter, When(first, Moment(year, number * kind), kind), end)


def _whole_year(atoms: Sequence[Atom], at: int) -> Dated | None:
    word = atoms[at].low
    year, end = _year(atoms, at)
    if year is None or not (_YEAR.fullmatch(word) or word in {"tahun", "th", "thn", "ta"}):
        return None
    joined = end + 1 < len(atoms) and atoms[end].low in {"-", "–", "—", "/"}
    if joined and _YEAR.fullmatch(atoms[end + 1].low):
        last = int(atoms[end + 1].low)
        return Dated("R", When(Moment(year, 1), Moment(last, 12)), end + 2)
    return Dated("Y", When(Moment(year, 1), Moment(year, 12), PeriodKind.YEAR), end)

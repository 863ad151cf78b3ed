"""Typed readers of JSON values that know their path: a wrong value is noted as a fault and reading goes on.

Nothing here knows what a cycle is; parse.py does.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from followups.months import Month
from offices.invisible import visible
from reports.cycle.faults import CycleFault, listed, quoted, refusal
from surveys.periods import FIRST_YEAR, Period, PeriodKind

T = TypeVar("T")
CODE = re.compile(r"[A-Za-z0-9._-]{1,32}", re.ASCII)
CODE_SHAPE = "1–32 huruf, angka, titik, garis bawah, atau tanda hubung"
LONGEST_LIST = 2_000
LONGEST_INTEGER = 18
END_OF_TIME = 9999
"""No day and no month stands in this year: what comes a month after it is in no calendar."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_.-]{1,60}", re.ASCII)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Absent(Enum):
    """Why there is no value: its key is not there, or what should hold it was already found faulty."""

    MISSING = 1
    REPORTED = 2


@dataclass(frozen=True, slots=True)
class Unfit:
    """A number that a cycle file never holds: with decimals, an exponent, NaN, or too many digits."""

    text: str


class Object(dict[str, object]):
    """A JSON object that remembers which keys stood in it more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.repeated = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]


@dataclass(slots=True)
class FaultList:
    """The faults found so far, in the order of reading."""

    found: list[CycleFault] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)

    def add(self, path: str, message: str) -> None:
        self.found.append(CycleFault(path, message))
        self.paths.add(path)


def read_json(text: str | bytes) -> object:
    """The value of a JSON text, exact; CycleFaults if it is not UTF-8 or not JSON."""
    try:
        return json.loads(
            _decoded(text),
            object_pairs_hook=Object,
            parse_int=_integer,
            parse_float=Unfit,
            parse_constant=Unfit,
        )
    except json.JSONDecodeError as error:
        where = f"baris {error.lineno}, kolom {error.colno}"
        raise refusal("", f"bukan JSON yang sah ({where})") from None
    except RecursionError:
        raise refusal("", "JSON bersarang terlalu dalam") from None


def _decoded(text: str | bytes) -> str:
    try:
        decoded = text if isinstance(text, str) else text.decode()
    except UnicodeDecodeError as error:
        raise refusal("", f"bukan teks UTF-8 (byte ke-{error.start + 1})") from None
    return decoded.removeprefix("\ufeff")  # some editors begin a file with it


def _integer(digits: str) -> int | Unfit:
    return int(digits) if len(digits) <= LONGEST_INTEGER else Unfit(digits)


def _described(value: object) -> str:
    match value:
        case None | bool():
            return json.dumps(value)
        case int():
            return f"bilangan {value}"
        case Unfit():
            return f"bilangan {quoted(value.text)[1:-1]}"
        case str():
            return quoted(value)
        case list():
            return "daftar"
    return "objek"


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands. Each reader returns a value of its type, a harmless one after a fault."""

    value: object
    path: str
    faults: FaultList
    nullable: bool = False

    @property
    def sound(self) -> bool:
        """Whether the value is there and no fault was noted at its path."""
        return not isinstance(self.value, Absent) and self.path not in self.faults.paths

    def fault(self, message: str) -> None:
        self.faults.add(self.path, message)

    def unfit(self, expected: str) -> None:
        """Note that something else was expected here."""
        wanted = f"seharusnya {expected}" + (" atau null" if self.nullable else "")
        if self.value is Absent.MISSING:
            self.fault(f"kunci ini tidak ada; {wanted}")
        elif self.value is not Absent.REPORTED:
            self.fault(f"{wanted}, tetapi tertulis {_described(self.value)}")

    def or_null(self, read: Callable[["Node"], T]) -> T | None:
        """What ``read`` makes of the value, None for null."""
        return None if self.value is None else read(replace(self, nullable=True))

    def fields(self, *keys: str, **defaults: object) -> dict[str, "Node"]:
        """A node for each of these keys; any other key is a fault. Those with a default need not be there."""
        members = self.members()
        known = (*keys, *defaults)
        for key in [key for key in members if key not in known]:
            members[key].fault(f"kunci tidak dikenal; yang dikenal: {listed(known)}")
        absent = Absent.MISSING if isinstance(self.value, dict) else Absent.REPORTED
        return {key: members.get(key) or self._member(key, defaults.get(key, absent)) for key in known}

    def members(self) -> dict[str, "Node"]:
        """A node for each key that is there; a key that stands there twice is a fault."""
        if not isinstance(self.value, Object):
            self.unfit("objek")
            return {}
        members = {key: self._member(key, value) for key, value in self.value.items()}
        for key in self.value.repeated:
            members[key].fault("kunci tertulis lebih dari satu kali; seharusnya satu kali")
        return members

    def items(self) -> list["Node"]:
        """A node for each entry of a list."""
        if not isinstance(self.value, list):
            self.unfit("daftar")
            return []
        if len(self.value) > LONGEST_LIST:
            self.fault(f"daftar terlalu panjang: {len(self.value)}; paling banyak {LONGEST_LIST}")
            return []
        return [replace(self, value=item, path=f"{self.path}[{n}]") for n, item in enumerate(self.value)]

    @property
    def words(self) -> str | None:
        """The text that stands here as everything reads it, without characters that nobody sees; None for no text."""
        return visible(self.value) if isinstance(self.value, str) else None

    def text(self, longest: int | None = None) -> str:
        """A text that says something, at most so many characters."""
        words = self.words
        if words is None or not words.strip():
            self.unfit("teks yang tidak kosong")
            return ""
        if "\0" in words or _SURROGATE.search(words):
            self.fault("teks memuat NUL atau surrogate tunggal; hapus karakter itu")
        if longest is not None and len(words) > longest:
            self.fault(f"teks terlalu panjang: {len(words)} karakter; paling banyak {longest}")
        return words

    def optional_text(self, longest: int | None = None) -> str | None:
        """A text; None for null and for one that says nothing."""
        if self.words is not None and not self.words.strip():
            return None
        return self.or_null(lambda node: node.text(longest))

    def matching(self, pattern: re.Pattern[str], expected: str) -> str:
        """A text that fits the pattern as a whole, else an empty one."""
        words = self.words
        if words is not None and pattern.fullmatch(words):
            return words
        self.unfit(expected)
        return ""

    def code(self) -> str:
        return self.matching(CODE, CODE_SHAPE)

    def choice(self, known: Collection[str], what: str, *more: str) -> str:
        """One of the known keys, else an empty text.

        ``what`` names the kind of thing; ``more`` is named beside the known keys and read elsewhere.
        """
        words = self.words
        if words is not None and words in known:
            return words
        if isinstance(self.value, str):
            self.fault(f"{quoted(self.value)} bukan {what}; yang dikenal: {listed((*known, *more))}")
        else:
            self.unfit(f"{what}: {listed((*known, *more))}")
        return ""

    def integer(self, low: int, high: int) -> int:
        if isinstance(self.value, int) and not isinstance(self.value, bool) and low <= self.value <= high:
            return self.value
        self.unfit(f"bilangan bulat {low}–{high}")
        return low

    def boolean(self) -> bool:
        if isinstance(self.value, bool):
            return self.value
        self.unfit("true atau false")
        return False

    def decimal(self, pattern: re.Pattern[str], low: int, high: int, expected: str) -> Decimal:
        """A decimal written as text within the bounds."""
        if self.words is not None and pattern.fullmatch(self.words):
            number = Decimal(self.words)
            if low <= number <= high:
                return number
        self.unfit(expected)
        return Decimal(low)

    def day(self) -> date:
        with suppress(ValueError):
            if _DAY.fullmatch(self.words or "") and self._is_in_time():
                return date.fromisoformat(self.words or "")
        before = "" if self._is_in_time() else f" sebelum tahun {END_OF_TIME}"
        self.unfit(f'tanggal yang ada dalam kalender{before}, "TTTT-BB-HH"')
        return date.min

    def month(self) -> Month:
        with suppress(ValueError):
            if self._is_in_time():
                return Month.parse(self.words or "")
        before = "" if self._is_in_time() else f" sebelum tahun {END_OF_TIME}"
        self.unfit(f'bulan{before}, "TTTT-BB"')
        return Month(1, 1)

    def _is_in_time(self) -> bool:
        return not (self.words or "").startswith(f"{END_OF_TIME}-")

    def period(self) -> str:
        """The code of a period; that of a harmless one after a fault."""
        try:
            return Period.parse(self.words or "").code
        except ValueError:
            self.unfit('periode, misalnya "2025-B03", "2025-T2", "2025-S1", atau "2025"')
            return Period(FIRST_YEAR, PeriodKind.YEAR, 1).code

    def _member(self, key: str, value: object) -> "Node":
        step = key if _PLAIN_KEY.fullmatch(key) else quoted(key)
        return Node(value, f"{self.path}.{step}" if self.path else step, self.faults)


def note_repeats(nodes: Sequence[Node], keys: Sequence[object]) -> None:
    """Note a fault at each node whose key stood at an earlier one."""
    first: dict[object, Node] = {}
    for node, key in zip(nodes, keys, strict=True):
        if node.sound and first.setdefault(key, node) is not node:
            node.fault(f"{quoted(str(key))} sudah disebut pada {first[key].path}")

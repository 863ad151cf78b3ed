"""Everything that one report is built from, as plain values. Pure; gather.py fills it from rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from offices.appearance.values import AS_THE_PORTAL, Appearance
from reports.cycle.model import Cycle, StoredPicture
from reports.document.earlier import EarlierPeriod, PastSurvey
from reports.words.language import date_text
from surveys.ikm import Grade

Way = Literal["here", "elsewhere", "by_hand"]
"""How a version is signed: in the portal, with another service, on paper."""
FOR_THE_PEN = "." * 30
"""Where somebody writes what is known only when the report is signed."""


@dataclass(frozen=True, slots=True)
class ElementData:
    """An element of the instrument, in the order of its questionnaire."""

    key: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class InstrumentData:
    key: str
    name: str
    elements: tuple[ElementData, ...]
    grades: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How scores that were taken from files came about.

    ``questions``: how many each element's score counts for in the index, by its key; empty where the index is the mean
    of the elements.
    """

    form: str
    mapping: str
    mapping_name: str
    questions: dict[str, int]


@dataclass(frozen=True, slots=True)
class Acknowledger:
    """Who signs beside the signatory, under the word *Mengetahui*; by hand only."""

    title: str
    name: str
    nip: str


@dataclass(frozen=True, slots=True)
class Signing:
    """What is known of a version's signature when it is printed; a draft has none.

    ``dated``: None where the pen writes the day; ``pen_number``: whether it writes the number, too. ``prepared_at`` is
    aware and in the portal's time zone; ``url`` is where anyone checks ``code``; ``demo``: the signatory's key is one
    for trying the portal out, so every page says so. ``rank``: the signatory's Pangkat/Golongan, empty if not printed.
    """

    way: Way
    version: int
    number: str
    dated: date | None
    code: str
    prepared_at: datetime
    url: str
    demo: bool
    pen_number: bool
    rank: str
    acknowledger: Acknowledger | None

    @property
    def day(self) -> date:
        """Its date; where the pen writes it, the day on which it was prepared."""
        return self.dated or self.prepared_at.date()

    @property
    def printed_number(self) -> str:
        """Its number, or dots where the pen writes it; empty where there is none."""
        return FOR_THE_PEN if self.pen_number else self.number


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A report as another one names it. ``number`` is empty where it has none.

    One that was signed in the portal has a ``code`` and a date; of one that was made elsewhere the portal has the
    file, of which ``sha256`` is the digest.
    """

    number: str
    dated: date | None
    code: str
    sha256: str = ""

    @property
    def words(self) -> str:
        """``nomor 12/SKM/2025 tanggal 20 Juli 2025, kode verifikasi …``."""
        number = f"nomor {self.number}" if self.number else ""
        day = f"tanggal {date_text(self.dated)}" if self.dated else ""
        named = " ".join(filter(None, (number, day)))
        return f"{named}, kode verifikasi {self.code}" if self.code else named

    @property
    def file_words(self) -> str:
        """By what the file of one that was made elsewhere is known; empty for one with a code."""
        return f"Sidik SHA-256 berkasnya {self.sha256}" if self.sha256 else ""


@dataclass(frozen=True, slots=True)
class Source:
    """A cycle and what its report needs beside it. ``pictures``: photo file name to what is stored.

    ``services``: the names of the office's services, in its order. ``approvers``: who approved how many of the plans
    that are done, by name, whoever approved most first. ``office_pictures``: storage paths of what there is of the
    office's pictures, by the names of OfficeFace.
    ``survey_report``: that of the survey, where it was signed in the portal and is in force, or else its kept file.
    ``past``: the surveys of the office until this one, the oldest first; empty where there is none before it.
    """

    cycle: Cycle
    pictures: dict[str, StoredPicture]
    instrument: InstrumentData
    legal_bases: tuple[str, ...]
    appearance: Appearance = AS_THE_PORTAL
    office_pictures: Mapping[str, str] = field(default_factory=dict)
    signing: Signing | None = None
    earlier: tuple[EarlierPeriod, ...] = ()
    past: tuple[PastSurvey, ...] = ()
    method: Method | None = None
    services: tuple[str, ...] = ()
    approvers: tuple[tuple[str, int], ...] = ()
    survey_report: NamedReport | None = None

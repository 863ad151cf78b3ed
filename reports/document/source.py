"""Everything that one report is built from, as plain values. Pure; gather.py fills it from rows."""

from dataclasses import dataclass

from reports.cycle.model import Cycle, StoredPicture
from reports.document.earlier import EarlierPeriod
from reports.document.model import Signing
from surveys.ikm import Grade


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
class Source:
    """A cycle and what its report needs beside it. ``pictures``: photo file name to what is stored."""

    cycle: Cycle
    pictures: dict[str, StoredPicture]
    instrument: InstrumentData
    legal_bases: tuple[str, ...]
    paper: str = "A4"
    logo: str = ""
    cover_front: str = ""
    cover_back: str = ""
    signing: Signing | None = None
    earlier: tuple[EarlierPeriod, ...] = ()

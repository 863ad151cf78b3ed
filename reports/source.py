"""Everything that one report is built from, gathered from rows into plain values.

A constant number of queries, whatever the number of plans and photos; no arithmetic here.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from reports.cycle.model import Cycle, StoredPicture
from reports.cycle.read import read_cycle, read_pictures
from reports.document import Signing
from reports.models import LegalBasis
from surveys.ikm import Grade
from surveys.models import Instrument, Survey


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
    own_texts: bool = field(default=True)


def source_of(survey: Survey, signing: Signing | None = None) -> Source:
    office = survey.office
    return Source(
        cycle=read_cycle(survey),
        pictures=read_pictures(survey),
        instrument=instrument_data(survey.instrument),
        legal_bases=legal_bases_on(date(survey.year, 6 * survey.semester, 30)),
        paper=office.paper,
        logo=office.logo.name or "",
        cover_front=office.cover_front.name or "",
        cover_back=office.cover_back.name or "",
        signing=signing,
    )


def instrument_data(instrument: Instrument) -> InstrumentData:
    return InstrumentData(
        key=instrument.key,
        name=instrument.name,
        elements=tuple(ElementData(e.key, e.name, e.definition) for e in instrument.elements.all()),
        grades=tuple(Grade(band.letter, band.label, band.lowest) for band in instrument.bands.all()),
    )


def legal_bases_on(day: date) -> tuple[str, ...]:
    """The titles of the regulations in force on a day, in the order of the register."""
    in_force = LegalBasis.objects.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)
    return tuple(in_force.values_list("title", flat=True))

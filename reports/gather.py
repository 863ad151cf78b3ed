"""Rows into the source of a report: a constant number of queries, whatever the plans and photos."""

from datetime import date

from django.db.models import Q

from reports.cycle.read import read_cycle, read_pictures
from reports.document import Signing
from reports.models import LegalBasis
from reports.source import ElementData, InstrumentData, Source
from surveys.ikm import Grade
from surveys.models import Instrument, Survey


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

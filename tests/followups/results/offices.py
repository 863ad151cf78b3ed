"""Offices with surveys over several periods, and surveys of many elements with long names."""

from datetime import date
from decimal import Decimal

from followups.models import FollowUp, Priority, Status
from surveys.instrument.document import document_of
from surveys.instrument.loading import load_document
from surveys.models import Instrument, Survey
from surveys.periods import of_period
from tests.conftest import SCORES, make_plan
from tests.surveys.instrument.generated import instrument_of

STANDARD = "permenpanrb-14-2017"


def with_elements(number):
    """An instrument of so many elements, loaded as the console would."""
    load_document(document_of(instrument_of(number), {}), "0" * 64)
    return Instrument.objects.get(key=f"uji-{number}")


def add_survey(office, period, shift="0", instrument=None, plans=()):
    """A survey whose scores lie ``shift`` beside those of the usual one; ``plans``: programme and status of each."""
    instrument = instrument or Instrument.objects.get(key=STANDARD)
    survey = Survey.objects.create(
        office=office,
        instrument=instrument,
        **of_period(period),
        signatory_name="Sari Utami",
        signatory_title="Sekretaris",
    )
    usual = list(SCORES.values())
    for at, element in enumerate(instrument.elements.all()):
        score = Decimal(SCORES.get(element.key, usual[at % len(usual)])) + Decimal(shift)
        survey.scores.create(element=element, score=min(Decimal(4), score))
    followup = FollowUp.objects.create(survey=survey, start=date(2025, 7, 1), end=date(2025, 12, 1))
    if plans:
        first = Priority.objects.create(followup=followup, element=instrument.elements.first(), position=1)
        for position, (programme, status) in enumerate(plans, start=1):
            plan = make_plan(first, position, status=status)
            plan.programme = programme
            plan.save()
    return survey


def three_years(office):
    """Six semesters, the last of which is 2024-S2; after the first of them two plans, of which one was done."""
    plans = [("Menata loket", Status.DONE), ("Melatih petugas", Status.IN_PROGRESS)]
    shifts = ["-0.30", "-0.22", "-0.25", "-0.10", "-0.10", "-0.04"]
    periods = [f"{year}-S{half}" for year in (2022, 2023, 2024) for half in (1, 2)]
    return [add_survey(office, period, shift, plans=plans) for period, shift in zip(periods, shifts, strict=True)]

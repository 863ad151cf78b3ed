"""The verbs for how a survey was carried out: read it, write it, save what was typed."""

from collections.abc import Mapping
from typing import Any

from offices.audit import record
from offices.fields import Kind
from offices.models import User
from surveys.fields import COLLECTION_END, COLLECTION_START, FIELDWORK_FIELDS
from surveys.locking import open_results
from surveys.models import Fieldwork, Survey

NOTHING: dict[str, Any] = {field.key: "" if field.kind is Kind.TEXT else None for field in FIELDWORK_FIELDS}


def fieldwork_of(survey: Survey) -> dict[str, Any]:
    """What is stored, by the keys of ``FIELDWORK_FIELDS``; one query."""
    return fieldwork_in(Fieldwork.objects.filter(survey=survey).first())


def fieldwork_in(row: Fieldwork | None) -> dict[str, Any]:
    """The same of a row that is at hand; None where a survey has none."""
    return {key: getattr(row, key) if row else nothing for key, nothing in NOTHING.items()}


def write_fieldwork(survey: Survey, values: Mapping[str, Any]) -> None:
    """Put these values in place of those that a survey has, for who holds it; a row that says nothing is not kept."""
    if dict(values) == NOTHING:
        Fieldwork.objects.filter(survey=survey).delete()
    else:
        Fieldwork.objects.update_or_create(survey=survey, defaults=dict(values))


def save_fieldwork(survey: Survey, actor: User, values: Mapping[str, Any]) -> None:
    """Save what was typed; the same again is no event. Raises CycleLockedError unless the cycle is a draft."""
    with open_results(survey) as held:
        before = fieldwork_of(held)
        if before == dict(values):
            return
        write_fieldwork(held, values)
        record(actor, "survey.fieldwork", held, held.office, before=before, after=dict(values))


def as_printed(survey: Survey, values: Mapping[str, Any]) -> dict[str, Any]:
    """The same, with the days of the survey where nothing else is said of when the data were collected."""
    days = {COLLECTION_START.key: survey.start, COLLECTION_END.key: survey.end}
    if any(values[key] for key in days):
        return dict(values)
    return dict(values) | days

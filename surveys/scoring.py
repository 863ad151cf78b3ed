"""What is written when the results of a survey are entered; what follows from them is in ikm.py and reading.py.

``write_results`` is a part of the verb that saves a survey with its follow-up (followups/cycles.py).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from offices.declining import Declined
from surveys.ikm import Behind, Grade
from surveys.models import Element, ElementScore, GradeBand, Instrument, Survey
from surveys.reading import Scale


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs the report of a cycle; ``nip`` is eighteen digits or empty."""

    signatory_name: str
    signatory_title: str
    signatory_nip: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a survey found and how it was held. ``scores``: element key to mean (1–4), as far as they are known."""

    scores: Mapping[str, Decimal]
    declared_index: Decimal | None
    declared_grades: Mapping[str, str] | None
    start: date | None
    end: date | None
    report_date: date | None
    respondents: int | None
    population: int | None
    signatory: Signatory
    report_number: str = ""
    report_url: str = ""
    covered: str = ""
    forums: str = ""
    exceeds_population: bool = False
    method_unknown: bool = False


def scale_of(instrument: Instrument) -> Scale:
    elements = instrument.elements.values_list("key", "name", "names")
    grades = instrument.bands.values_list("letter", "label", "lowest")
    return Scale(
        tuple((key, name) for key, name, _also in elements),
        tuple(Grade(*band) for band in grades),
        also={key: tuple(also) for key, _name, also in elements},
    )


def grades_of(instrument: Instrument) -> tuple[Grade, ...]:
    """The bands of an instrument, the highest first; with ``bands`` prefetched it asks the database nothing."""
    return tuple(Grade(band.letter, band.label, band.lowest) for band in instrument.bands.all())


def scores_of(survey: Survey) -> dict[str, Decimal]:
    """The scores (1–4) that a survey has so far, by element key, in the order of the questionnaire; one query."""
    return dict(survey.scores.values_list("element__key", "score"))


def behind_of(survey: Survey) -> dict[str, Behind]:
    """What each score rests on, by element key; one query."""
    rows = survey.scores.values_list("element__key", "answers", "error")
    return {key: Behind(answers, error) for key, answers, error in rows}


def write_scores(
    survey: Survey,
    scores: Mapping[str, Decimal],
    elements: Mapping[str, Element],
    behind: Mapping[str, Behind] | None = None,
) -> None:
    """Put these scores in place of those that a survey has; ``elements``: those of its instrument by key."""
    known = behind or {}
    nothing = Behind(None, None)
    survey.scores.all().delete()
    ElementScore.objects.bulk_create(
        ElementScore(survey=survey, element=elements[key], score=score, **asdict(known.get(key, nothing)))
        for key, score in scores.items()
    )


def results_of(survey: Survey) -> dict[str, Any]:
    """The present values of a survey, by the names of its columns and ``scores``."""
    columns = [*_columns(Results), *_columns(Signatory)]
    return {name: getattr(survey, name) for name in columns} | {"scores": scores_of(survey)}


def write_results(survey: Survey, results: Results) -> dict[str, Any]:
    """Write results into a survey that the caller holds open, and return them as ``results_of`` does.

    Raises Declined for elements and grades that the instrument does not know.
    """
    elements = {element.key: element for element in Element.objects.filter(instrument=survey.instrument_id)}
    _check_keys(survey, results, set(elements))
    for name in _columns(Results):
        setattr(survey, name, getattr(results, name))
    for name, value in asdict(results.signatory).items():
        setattr(survey, name, value)
    survey.save()
    if results.scores != scores_of(survey):
        write_scores(survey, results.scores, elements)
    return results_of(survey)


def _check_keys(survey: Survey, results: Results, known: set[str]) -> None:
    if not set(results.scores) <= known:
        raise Declined("Ada nilai bagi unsur yang tidak dikenal oleh instrumen survei ini.")
    letters = set(GradeBand.objects.filter(instrument=survey.instrument_id).values_list("letter", flat=True))
    grades = results.declared_grades or {}
    if not (set(grades) <= known and set(grades.values()) <= letters):
        raise Declined("Mutu yang dipublikasikan tidak dikenal oleh instrumen survei ini.")


def _columns(shape: type) -> list[str]:
    return [name for name in shape.__dataclass_fields__ if name not in ("scores", "signatory")]  # type: ignore[attr-defined]

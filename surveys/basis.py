"""What the scores of a survey rest on: written with them, said in words, and what it means for the index."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone

from offices.models import User
from surveys.models import (
    AnswerRow,
    BasisKind,
    IndexMethod,
    Instrument,
    MappedQuestion,
    QuestionMapping,
    QuestionScore,
    ScoreBasis,
    ServiceResult,
    Survey,
)
from surveys.reading import Scale
from surveys.scoring import scale_of

SETTLED = {"U8": "Unsur ke-8", "biaya": "Biaya yang kosong atau tidak berlaku", "kata": "Jawaban “tidak …”"}
"""What a person said of a file, by the id of the question."""
OF_COST = {"kosong": "dibiarkan kosong", "gratis": "dihitung Gratis (4)"}
OF_WORDS = {"tidak-kurang": "pilihan terendah (1)", "sangat-tidak": "pilihan kedua (2)"}
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class BasisTold:
    """For the page of a survey. ``how``: what the scores rest on; ``person`` is empty where no account did it."""

    how: str
    of_file: bool
    person: str
    taken_at: datetime | None
    digests: tuple[str, ...]
    settled: tuple[str, ...]


def basis_of(survey: Survey) -> ScoreBasis | None:
    rows = ScoreBasis.objects.select_related("questionnaire", "mapping", "actor")
    return rows.filter(survey=survey).first()


def told_basis(survey: Survey) -> BasisTold | None:
    """None for a survey of whose scores this is not known."""
    row = basis_of(survey)
    if row is None:
        return None
    names = dict(survey.instrument.elements.values_list("key", "name")) | OF_COST | OF_WORDS
    settled = tuple(f"{SETTLED[key]}: {names.get(answer, answer)}" for key, answer in row.settled.items())
    return BasisTold(
        how=basis_words(row),
        of_file=row.kind != BasisKind.TYPED,
        person=row.actor.name if row.actor else "",
        taken_at=row.taken_at,
        digests=tuple(row.digests),
        settled=settled,
    )


def basis_words(row: ScoreBasis) -> str:
    """``jawaban responden dari berkas; Kuesioner …, pemetaan A (…), IKM dari rata-rata unsur``."""
    if row.questionnaire is None or row.mapping is None:
        return row.get_kind_display()
    return (
        f"{row.get_kind_display()}; {row.questionnaire.name}, pemetaan {row.mapping.key} ({row.mapping.name}), "
        f"IKM dari {row.get_method_display()}"
    )


def rest_on_typing(survey: Survey, actor: User | None, way: str = "") -> ScoreBasis:
    """The scores that a survey has now were typed, and what came with those of a file goes; for who holds the cycle."""
    ServiceResult.objects.filter(survey=survey, is_typed=False).delete()
    for rows in (QuestionScore, AnswerRow):
        rows.objects.filter(survey=survey).delete()
    return state_way(survey, actor, way)


def state_way(survey: Survey, actor: User | None, way: str) -> ScoreBasis:
    """The scores were typed, and came about in this way: a key of ``ways_of``, or empty where nobody says."""
    mapping = mapping_of(survey.instrument, way)
    values: dict[str, Any] = {
        "kind": BasisKind.TYPED,
        "questionnaire": mapping.questionnaire if mapping else None,
        "mapping": mapping,
        "method": way.rpartition(SEPARATOR)[2],
        "index_error": None,
        "digests": [],
        "settled": {},
        "actor": actor,
        "taken_at": timezone.now(),
    }
    return ScoreBasis.objects.update_or_create(survey=survey, defaults=values)[0]


def weights_of(survey: Survey) -> Mapping[str, int]:
    """How many questions each element's score counts for in the index, by its key; empty where all count alike."""
    return weights_by_survey([survey]).get(survey.pk, {})


def scale_of_survey(survey: Survey) -> Scale:
    """The scale of its instrument, with how the index of the stored scores is taken."""
    return replace(scale_of(survey.instrument), questions=weights_of(survey))


def weights_by_survey(surveys: Iterable[Survey]) -> dict[int, Mapping[str, int]]:
    """The same for several surveys, by their primary key; one query."""
    by_questions = ScoreBasis.objects.filter(survey__in=list(surveys), method=IndexMethod.QUESTIONS)
    rows = (
        MappedQuestion.objects.filter(mapping__in=by_questions.values("mapping"))
        .order_by()
        .values_list("mapping", "element__key")
        .annotate(Count("pk"))
    )
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for mapping, key, questions in rows:
        counts[mapping][key] = questions
    if not counts:
        return {}
    return {survey: counts[mapping] for survey, mapping in by_questions.values_list("survey", "mapping") if mapping}


@dataclass(frozen=True, slots=True)
class Way:
    """Keys of a questionnaire and a mapping, an index method that it allows, and all three in words."""

    form: str
    mapping: str
    method: str
    words: str

    @property
    def key(self) -> str:
        return SEPARATOR.join((self.form, self.mapping, self.method))


def ways_of(instrument: Instrument) -> tuple[Way, ...]:
    """Every way that the questionnaires of an instrument allow; one query."""
    rows = (
        QuestionMapping.objects.filter(questionnaire__instrument=instrument)
        .order_by("questionnaire__key", "position", "questionnaire__methods__position")
        .values_list("questionnaire__key", "questionnaire__name", "key", "name", "questionnaire__methods__method")
    )
    return tuple(
        Way(form, key, method, f"{form_name}, pemetaan {key} ({name}), IKM dari {IndexMethod(method).label}")
        for form, form_name, key, name, method in rows
        if method
    )


def way_of(basis: ScoreBasis | None) -> str:
    """The key of the way that scores rest on; empty where it is not known."""
    if basis is None or basis.questionnaire is None or basis.mapping is None:
        return ""
    return SEPARATOR.join((basis.questionnaire.key, basis.mapping.key, basis.method))


def mapping_of(instrument: Instrument, way: str) -> QuestionMapping | None:
    """The mapping of a way with its questionnaire; None for no way."""
    if not way:
        return None
    form, mapping, _method = way.split(SEPARATOR)
    rows = QuestionMapping.objects.select_related("questionnaire")
    return rows.get(questionnaire__instrument=instrument, questionnaire__key=form, key=mapping)


def weights_on(instrument: Instrument, way: str) -> Mapping[str, int]:
    """How many questions each element's score counts for in the index; empty where all count alike."""
    if not way.endswith(f"{SEPARATOR}{IndexMethod.QUESTIONS}"):
        return {}
    form, mapping, _method = way.split(SEPARATOR)
    rows = MappedQuestion.objects.filter(
        mapping__questionnaire__instrument=instrument, mapping__questionnaire__key=form, mapping__key=mapping
    )
    return dict(rows.order_by().values_list("element__key").annotate(Count("pk")))

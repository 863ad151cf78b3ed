"""Whose turn the Laporan Survei Kepuasan Masyarakat is: prepared once the results are there, signed, handed on."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import Count, F

from duties.beside.steps import Beside
from duties.cycles import OwnCycle
from duties.duty import Duty, Kind
from followups.models import Paper
from offices.models import User
from offices.permissions import Action
from reports.models import ReportKind
from surveys.models import Survey

_READY = "hasil survei sudah lengkap: laporan SKM dapat disiapkan"


def survey_report_duties(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """Of every cycle that has such a report, and of open ones whose results wait for it. A few queries."""
    known = {cycle.followup.pk: cycle for cycle in cycles}
    if not known:
        return
    beside = Beside.of(user, ReportKind.SURVEY, known)
    wanting = [cycle for pk, cycle in known.items() if pk not in beside.reports and _may_want(cycle)]
    whole = _whole(wanting)
    for cycle in known.values():
        if cycle.followup.pk in whole:
            yield beside.duty(cycle, Kind.PREPARE, Action.PREPARE, _READY)
        yield from beside.steps(cycle)


def _may_want(cycle: OwnCycle) -> bool:
    """Whether its survey is over, and nobody wrote down that the report was made elsewhere."""
    survey = cycle.survey
    is_over = survey.end is not None and survey.end < cycle.today
    return cycle.is_open and is_over and bool(survey.respondents) and not (survey.report_date or survey.report_number)


def _whole(cycles: Collection[OwnCycle]) -> frozenset[int]:
    """Those of which every element has its score, and no report of the survey is kept; two queries."""
    if not cycles:
        return frozenset()
    found = Survey.objects.filter(pk__in=[cycle.survey.pk for cycle in cycles]).annotate(
        scored=Count("scores", distinct=True), wanted=Count("instrument__elements", distinct=True)
    )
    scored = set(found.filter(scored=F("wanted")).values_list("pk", flat=True))
    followups = [cycle.followup.pk for cycle in cycles if cycle.survey.pk in scored]
    kept = Paper.objects.filter(followup__in=followups, kind="survey_report")
    return frozenset(followups) - set(kept.values_list("followup", flat=True))

"""Rows into a Laporan Survei Kepuasan Masyarakat: a constant number of queries, whatever the plans and photos."""

from collections.abc import Iterator
from dataclasses import asdict

from followups.models import FollowUp, Paper
from followups.progress import Progress, progress_of
from reports.cycle.model import Evidence, Photo, StoredPicture
from reports.cycle.read import cycle_with_pictures
from reports.document.facts import facts_of, plans_in
from reports.document.gather import named_report, source_of
from reports.document.source import Signing, Source
from reports.models import ReportKind
from reports.survey_report.build import build
from reports.survey_report.model import SurveyReportDocument
from reports.survey_report.source import Followed, Question, SurveyReportSource, Work
from surveys.answers.questions import question_scores
from surveys.basis import basis_of
from surveys.fetching import earlier_surveys
from surveys.fieldwork.activities import activities_of
from surveys.fieldwork.keeping import as_printed
from surveys.models import AnswerWord, Lock, Survey
from surveys.suggestions.deciding import released_suggestions

MOST_SUGGESTIONS = 20
PAPERS = "papers/"
_ANNEX_OF = {"questionnaire": 1, "survey_photo": 3}


def survey_report_of(survey: Survey, signing: Signing | None = None) -> SurveyReportDocument:
    """The survey report of a cycle as it stands now."""
    return build(survey_report_source(survey, source_of(survey, signing)))


def survey_report_source(survey: Survey, source: Source) -> SurveyReportSource:
    """``source``: of the same cycle."""
    told = as_printed(survey, asdict(source.cycle.survey.fieldwork))
    released = list(released_suggestions(survey).order_by("-times", "pk").values_list("text", "times"))
    name, questions = _questionnaire(survey)
    shown, pictures = _pictures(survey)
    return SurveyReportSource(
        facts=facts_of(source),
        work=tuple(Work(each.name, each.first, each.last, each.workdays) for each in activities_of(told)),
        questionnaire=name,
        questions=questions,
        suggestions=tuple(released[:MOST_SUGGESTIONS]),
        unprinted=len(released[MOST_SUGGESTIONS:]),
        before=_before(survey, source),
        shown={number: Evidence(None, photos) for number, photos in shown.items()},
        pictures=pictures,
    )


def _pictures(survey: Survey) -> tuple[dict[int, tuple[Photo, ...]], dict[str, StoredPicture]]:
    """What is kept beside the survey to be printed, by the number of its annex; and what is stored of each."""
    shown: dict[int, tuple[Photo, ...]] = {}
    pictures: dict[str, StoredPicture] = {}
    for paper in Paper.objects.filter(followup__survey=survey, kind__in=_ANNEX_OF).order_by("pk"):
        name = f"{PAPERS}{paper.sha256}"
        photo = Photo(name, paper.caption or None, paper.dated_on)
        shown[_ANNEX_OF[paper.kind]] = (*shown.get(_ANNEX_OF[paper.kind], ()), photo)
        pictures[name] = StoredPicture(
            paper.file.name or "", paper.sha256, paper.width, paper.height, paper.size, is_placeholder=False
        )
    return shown, pictures


def _questionnaire(survey: Survey) -> tuple[str, tuple[Question, ...]]:
    """That by which the scores came about; nothing where nobody stated it."""
    basis = basis_of(survey)
    form = basis.questionnaire if basis else None
    if form is None:
        return "", ()
    found = question_scores(survey)
    labels: dict[int, list[str]] = {}
    words = AnswerWord.objects.filter(question__questionnaire=form, is_label=True).order_by("score")
    for number, text in words.values_list("question", "text"):
        labels.setdefault(number, []).append(text)
    asked = []
    for question in form.questions.all():
        one = found.get(question.code)
        options = tuple(labels.get(question.pk, ()))
        asked.append(Question(question.text, options, one.score if one else None, one.answers if one else None))
    return form.name, tuple(asked)


def _before(survey: Survey, source: Source) -> Followed | None:
    """The follow-up of the survey before, from the portal or as the office recorded it."""
    previous = earlier_surveys(survey).select_related("office", "instrument").first()
    if previous is not None and FollowUp.objects.filter(survey=previous).exists():
        cycle, pictures = cycle_with_pictures(previous, basis_of(previous))
        plans = plans_in(cycle.followup)
        return Followed(
            period=previous.period,
            label=previous.period_label,
            report=_named(previous),
            progress=progress_of(fact.plan.realisation.status for fact in plans),
            plans=plans,
            pictures=pictures,
        )
    return next(_recorded(survey, source), None)


def _named(previous: Survey) -> str:
    """The signed report of a follow-up whose data are as it printed them; empty where there is none."""
    signed = named_report(previous, ReportKind.FOLLOW_UP) if previous.lock == Lock.SIGNED else None
    if signed is None:
        return ""
    return f"Hasil berikut menurut Laporan Tindak Lanjut SKM {previous.period_label} {signed.words}."


def _recorded(survey: Survey, source: Source) -> Iterator[Followed]:
    for row in source.cycle.earlier:
        if row.span.last_day < survey.span.first_day and row.plans_total is not None:
            progress = Progress(row.plans_total, row.plans_done or 0)
            yield Followed(row.period, row.span.label, "Jumlah ini menurut catatan satuan kerja.", progress, (), {})

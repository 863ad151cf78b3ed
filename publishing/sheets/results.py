"""The sheet on which the regulation has a survey's results published: what stands on it, as values. Pure.

Everything comes from the document of the cycle, so that a sheet says what the report says, and hides what it hides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from offices.appearance.values import Appearance
from reports.document.chapters.cells import NONE
from reports.document.chapters.offering import ServiceRow
from reports.document.chapters.profile import MARK
from reports.document.model import ReportDocument
from reports.words.language import date_range, date_text, decimal_text, integer_text
from surveys.ikm import converted, grade_of_score
from surveys.profiles import EDUCATION, SEX
from surveys.results.bars import along_scale

NO_END = "Isi tanggal selesai survei. Hasil dipublikasikan setelah survei berakhir."
STILL_OPEN = "Survei masih berlangsung sampai {end}. Lembar publikasi tersedia sesudahnya."
NO_SCORES = "Lengkapi nilai semua unsur. Lembar publikasi memuat IKM, yang baru dapat dihitung dari semuanya."
NO_RESPONDENTS = "Isi jumlah responden. Lembar publikasi wajib menyebutnya."
WHOLE = "Seluruh layanan"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many respondents a class has, in words."""

    label: str
    count: str


@dataclass(frozen=True, slots=True)
class CountedBy:
    """The classes of one margin that somebody belongs to."""

    label: str
    classes: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ElementLine:
    """``points`` on the scale 25–100; ``grade``: its letter."""

    name: str
    points: Decimal
    grade: str

    @property
    def value(self) -> str:
        return decimal_text(self.points)

    @property
    def percent(self) -> int:
        """How much of the scale its bar fills."""
        return along_scale(self.points, 100)


@dataclass(frozen=True, slots=True)
class SheetHead:
    """Whose sheet it is and of when; ``logo``: a path in the storage or nothing. ``is_example``: photos are drawn."""

    office: str
    short_name: str
    appearance: Appearance
    logo: str
    period: str
    is_example: bool

    @classmethod
    def of(cls, document: ReportDocument) -> Self:
        office = document.office
        return cls(
            office=office.name,
            short_name=office.short_name,
            appearance=office.appearance,
            logo=office.logo,
            period=document.period_label,
            is_example=document.is_example,
        )


@dataclass(frozen=True, slots=True)
class ResultsSheet:
    """``index``: 25,00–100,00 as printed; ``label`` says its grade in words. ``margins``: of the whole survey alone.

    ``days``: from when to when people were asked. ``method``: how it came about, in short lines.
    """

    head: SheetHead
    days: str
    service: str
    index: str
    grade: str
    label: str
    respondents: str
    margins: tuple[CountedBy, ...]
    elements: tuple[ElementLine, ...]
    method: tuple[str, ...]


def why_not_yet(document: ReportDocument, today: date) -> str:
    """What keeps the results from being published, and what to do; nothing where they can be."""
    survey = document.source.survey
    if survey.end is None:
        return NO_END
    if survey.end >= today:
        return STILL_OPEN.format(end=date_text(survey.end))
    if document.plans.results.index is None:
        return NO_SCORES
    return "" if survey.respondents else NO_RESPONDENTS


def results_sheet(document: ReportDocument) -> ResultsSheet:
    """Of the whole survey, whose results are complete."""
    results, survey = document.plans.results, document.source.survey
    if results.index is None or survey.respondents is None:
        raise ValueError("a sheet is made of results that are complete")
    return ResultsSheet(
        head=SheetHead.of(document),
        days=_days(document),
        service=WHOLE,
        index=results.index_text,
        grade=results.index.grade.letter,
        label=results.index.grade.label,
        respondents=integer_text(survey.respondents),
        margins=tuple(_margins(survey.profile)),
        elements=_elements(document, survey.scores),
        method=tuple(_method(document)),
    )


def service_sheets(document: ReportDocument) -> dict[str, ResultsSheet]:
    """By its name, of each service whose result may be printed whole; none where there is one service alone."""
    table = document.plans.services
    rows = table.rows if table else ()
    return {row.name: _of_service(document, row) for row in rows if row.index not in (MARK, NONE)}


def _of_service(document: ReportDocument, row: ServiceRow) -> ResultsSheet:
    labels = {grade.letter: grade.label for grade in document.grades}
    scores = next(each.scores for each in document.source.survey.services if each.name == row.name)
    return ResultsSheet(
        head=SheetHead.of(document),
        days=_days(document),
        service=row.name,
        index=row.index,
        grade=row.grade,
        label=labels[row.grade],
        respondents=row.respondents,
        margins=(),
        elements=_elements(document, scores),
        method=tuple(_method(document)),
    )


def _days(document: ReportDocument) -> str:
    survey = document.source.survey
    return date_range(survey.start, survey.end) if survey.start and survey.end else ""


def _margins(profile: Mapping[str, Mapping[str, int]]) -> Iterator[CountedBy]:
    """Those two that the regulation's sheet prints."""
    for margin in (SEX, EDUCATION):
        counts = profile.get(margin.key, {})
        classes = tuple(Counted(margin.classes[key], integer_text(count)) for key, count in counts.items())
        if classes:
            yield CountedBy(margin.label, classes)


def _elements(document: ReportDocument, scores: Mapping[str, Decimal]) -> tuple[ElementLine, ...]:
    return tuple(
        ElementLine(name, converted(scores[key]), grade_of_score(scores[key], document.grades).letter)
        for key, name in document.element_names.items()
        if key in scores
    )


def _method(document: ReportDocument) -> Iterator[str]:
    """Method and process in two lines: what was asked, how many answered, how the index follows."""
    survey = document.source.survey
    asked = f"Survei atas {len(document.element_names)} unsur pelayanan"
    if survey.population and survey.respondents and survey.respondents <= survey.population:
        answered = f"{integer_text(survey.respondents)} dari {integer_text(survey.population)} penerima layanan"
        yield f"{asked}, dijawab oleh {answered}."
    else:
        yield f"{asked}, dijawab oleh {integer_text(survey.respondents or 0)} penerima layanan."
    yield "Setiap unsur dinilai 1 sampai 4; IKM ialah rata-ratanya dikalikan 25."

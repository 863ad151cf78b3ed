"""What strangers are told of one period: values that a signed report prints, hidden where it hides them. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from followups.points import letter
from followups.progress import PLAIN_STATUS, Progress, progress_of
from reports.document.chapters.cells import NONE
from reports.document.chapters.offering import ServiceTable
from reports.document.chapters.profile import MARK
from reports.document.model import ReportDocument
from reports.printing.html import EXAMPLE_MARK, running_mark
from reports.words.language import date_range, date_text, decimal_text
from surveys.ikm import Grade, converted, grade_of_score
from surveys.periods import Period
from surveys.profiles import MARGINS
from surveys.respondents.disclosure import printed_counts
from surveys.results.bars import along_scale


@dataclass(frozen=True, slots=True)
class OpenElement:
    """``score`` 1–4, ``points`` 25–100; ``percent``: how much of the scale its bar fills."""

    key: str
    name: str
    score: Decimal
    points: Decimal
    grade: Grade

    @property
    def points_text(self) -> str:
        return decimal_text(self.points)

    @property
    def percent(self) -> int:
        return along_scale(self.points, 100)


@dataclass(frozen=True, slots=True)
class OpenClass:
    """How many respondents are of a class; None where that is hidden."""

    key: str
    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class OpenMargin:
    key: str
    label: str
    classes: tuple[OpenClass, ...]

    @property
    def has_hidden(self) -> bool:
        return any(each.count is None for each in self.classes)


@dataclass(frozen=True, slots=True)
class OpenService:
    """As the report prints it; ``index`` is None where it is hidden or nobody answered all."""

    name: str
    index: Decimal | None
    grade: str

    @property
    def index_text(self) -> str:
        return "" if self.index is None else decimal_text(self.index)


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """``point`` as in the report: ``1 a``. ``status``: one of the four keys, ``told`` in words."""

    point: str
    element: str
    element_name: str
    programme: str
    status: str

    @property
    def told(self) -> str:
        return PLAIN_STATUS[self.status]


@dataclass(frozen=True, slots=True)
class OpenPhoto:
    """``path`` in the storage as it is now; ``caption`` as the signed report prints it."""

    sha256: str
    path: str
    caption: str


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file of a report that anybody may have; ``name`` begins the name under which it is saved."""

    label: str
    sha256: str
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The signed version from which all of it comes: where its code is checked, and which report it is, in words."""

    version: int
    dated: date
    code: str
    kind: str

    @property
    def dated_text(self) -> str:
        return date_text(self.dated)


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """``is_example``: it was made to try the portal out, which every page says. ``instrument``: its name."""

    period: Period
    start: date | None
    end: date | None
    respondents: int | None
    index: Decimal
    grade: Grade
    grades: tuple[Grade, ...]
    elements: tuple[OpenElement, ...]
    margins: tuple[OpenMargin, ...]
    services: tuple[OpenService, ...]
    plans: tuple[OpenPlan, ...]
    photos: tuple[OpenPhoto, ...]
    behind: Behind
    is_example: bool
    instrument: str
    files: tuple[OpenFile, ...] = ()

    @property
    def index_text(self) -> str:
        return decimal_text(self.index)

    @property
    def days_text(self) -> str:
        return date_range(self.start, self.end) if self.start and self.end else ""

    @property
    def progress(self) -> Progress:
        return progress_of(plan.status for plan in self.plans)

    @property
    def by_element(self) -> tuple["OpenGroup", ...]:
        """The plans of each element, in the report's order."""
        keys = dict.fromkeys(plan.element for plan in self.plans)
        return tuple(OpenGroup.of(tuple(plan for plan in self.plans if plan.element == key)) for key in keys)


@dataclass(frozen=True, slots=True)
class OpenGroup:
    name: str
    plans: tuple[OpenPlan, ...]
    progress: Progress

    @classmethod
    def of(cls, plans: tuple[OpenPlan, ...]) -> Self:
        return cls(plans[0].element_name, plans, progress_of(plan.status for plan in plans))


def open_period(
    document: ReportDocument, behind: Behind, released: Mapping[str, str], instrument: str
) -> OpenPeriod | None:
    """None where the report has no index. ``released``: paths by digest; those are shown that the report prints.

    ``instrument``: its name, where the report knows its key.
    """
    survey, index = document.source.survey, document.plans.results.index
    if index is None:
        return None
    captions = {figure.picture.sha256: figure.caption for figure in document.annex.figures}
    return OpenPeriod(
        period=survey.span,
        start=survey.start,
        end=survey.end,
        respondents=survey.respondents,
        index=index.printed,
        grade=index.grade,
        grades=document.grades,
        elements=tuple(
            OpenElement(key, name, survey.scores[key], converted(survey.scores[key]), _grade(document, key))
            for key, name in document.element_names.items()
        ),
        margins=tuple(_margins(document)),
        services=tuple(open_services(document.plans.services)),
        plans=tuple(_plans(document)),
        photos=tuple(
            OpenPhoto(digest, released[digest], caption) for digest, caption in captions.items() if digest in released
        ),
        behind=behind,
        is_example=running_mark(document) == EXAMPLE_MARK,
        instrument=instrument,
    )


def _grade(document: ReportDocument, key: str) -> Grade:
    return grade_of_score(document.source.survey.scores[key], document.grades)


def _margins(document: ReportDocument) -> Iterator[OpenMargin]:
    """As the report prints them: exact where the regulation's sheet is, else small counts hidden."""
    for key, counts in document.source.survey.profile.items():
        margin = MARGINS[key]
        classes = tuple(
            OpenClass(name, margin.classes[name], count) for name, count in printed_counts(margin, counts).items()
        )
        if classes:
            yield OpenMargin(key, margin.label, classes)


def open_services(table: ServiceTable | None) -> Iterator[OpenService]:
    """Each service as a report prints it."""
    for row in table.rows if table else ():
        index = None if row.index in (MARK, NONE) else Decimal(row.index.replace(",", "."))
        yield OpenService(row.name, index, "" if index is None else row.grade)


def _plans(document: ReportDocument) -> Iterator[OpenPlan]:
    for number, priority in enumerate(document.source.followup.priorities, start=1):
        for place, plan in enumerate(priority.plans):
            name = document.element_names[priority.element]
            point = f"{number} {letter(place)}"
            yield OpenPlan(point, priority.element, name, plan.programme, plan.realisation.status)

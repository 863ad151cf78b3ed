"""What a Laporan Survei Kepuasan Masyarakat is built from beside the facts of its cycle, as plain values. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from followups.progress import Progress
from reports.cycle.model import Evidence, StoredPicture
from reports.document.facts import Facts, PlanFact


@dataclass(frozen=True, slots=True)
class Work:
    """An activity of the survey with its days, as far as they are known; ``workdays``: as printed."""

    name: str
    first: date | None
    last: date | None
    workdays: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the questionnaire with its answers from the lowest, and what was found of it."""

    text: str
    options: tuple[str, ...]
    score: Decimal | None
    answers: int | None


@dataclass(frozen=True, slots=True)
class Followed:
    """The follow-up of the period before: its plans, and the signed report of it as it is named, if there is one.

    ``plans`` is empty where only counts were recorded.
    """

    period: str
    label: str
    report: str
    progress: Progress
    plans: tuple[PlanFact, ...]
    pictures: Mapping[str, StoredPicture]


@dataclass(frozen=True, slots=True)
class SurveyReportSource:
    """``suggestions``: released texts with how many wrote each; ``unprinted``: how many more were released.

    ``shown``: pictures of the questionnaire and of the survey, by the number of the annex in which they are printed.
    """

    facts: Facts
    work: tuple[Work, ...]
    questionnaire: str
    questions: tuple[Question, ...]
    suggestions: tuple[tuple[str, int], ...]
    unprinted: int
    before: Followed | None
    shown: Mapping[int, Evidence]
    pictures: Mapping[str, StoredPicture]

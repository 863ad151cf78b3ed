"""The plans of each priority counted by status, as the Ringkasan Eksekutif and 3.3 print them. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from followups.progress import Progress, progress_of
from reports.document.chapters.cells import NONE
from reports.document.facts import Facts, PlanFact, PriorityFact

BAR_WIDTH, BAR_HEIGHT = 90, 10
TOTAL = "Jumlah"


@dataclass(frozen=True, slots=True)
class Share:
    """How much is done, as a bar in its own units; ``description`` for who does not see it."""

    width: int
    height: int
    filled: int
    text: str
    description: str

    @classmethod
    def of(cls, subject: str, progress: Progress) -> Self:
        filled = BAR_WIDTH * progress.done // progress.total if progress.total else 0
        return cls(
            width=BAR_WIDTH,
            height=BAR_HEIGHT,
            filled=filled,
            text=f"{progress.percent_done}%",
            description=f"{subject}: {progress.done} dari {progress.total} RTL selesai.",
        )


@dataclass(frozen=True, slots=True)
class ElementRow:
    """The plans of a priority by their status; ``share`` is None where there are none."""

    element: str
    score: str
    total: int
    done: int
    in_progress: int
    not_started: int
    impossible: int
    share: Share | None

    @classmethod
    def of(cls, priority: PriorityFact) -> Self:
        element = priority.element
        score = f"{element.score_text} ({element.grade.letter})" if element.grade else NONE
        return cls._counted(element.name, score, priority.plans)

    @classmethod
    def of_all(cls, facts: Facts) -> Self:
        return cls._counted(TOTAL, NONE, facts.plans)

    @classmethod
    def _counted(cls, subject: str, score: str, plans: Iterable[PlanFact]) -> Self:
        statuses = Counter(fact.plan.realisation.status for fact in plans)
        progress = progress_of(statuses.elements())
        return cls(
            element=subject,
            score=score,
            total=progress.total,
            done=progress.done,
            in_progress=statuses["in_progress"],
            not_started=statuses["not_started"],
            impossible=statuses["impossible"],
            share=Share.of(subject, progress) if progress.total else None,
        )

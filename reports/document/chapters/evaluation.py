"""Section 3.3, Evaluasi dan Keberlanjutan: what is computed, and the text that draws the line. Pure.

Each part is None or empty where nothing is known for it; none has a number of its own.
"""

from dataclasses import dataclass
from itertools import count

from reports.document.chapters.cells import whose
from reports.document.chapters.comparison import Before, before_of
from reports.document.chapters.speed import speed_of
from reports.document.chapters.statuses import ElementRow
from reports.document.chapters.trend import Trend, trend_of
from reports.document.facts import Facts
from reports.document.phrases import achievement
from reports.document.sections import section
from reports.document.shapes import Section, TableHead
from reports.words.language import sentence_begun


@dataclass(frozen=True, slots=True)
class Achievement:
    """The plans of each priority by status, and all of them together."""

    head: TableHead
    text: str
    rows: tuple[ElementRow, ...]
    total: ElementRow


@dataclass(frozen=True, slots=True)
class Evaluation:
    section: Section
    achievement: Achievement | None
    speed: str
    before: Before | None
    trend: Trend | None

    @property
    def has_computed(self) -> bool:
        """Whether something stands before its text, from which that is set off."""
        return bool(self.achievement or self.speed or self.before or self.trend)

    @property
    def tables(self) -> tuple[TableHead, ...]:
        of_change = self.before.table if self.before else None
        parts = (self.achievement, of_change, self.trend)
        return tuple(part.head for part in parts if part)


def evaluation_of(facts: Facts, first: int) -> Evaluation:
    """``first``: the number within the chapter that its first table gets."""
    numbers = count(first)
    number = next(numbers)
    achieved = _achievement(facts, f"Tabel 3.{number}", f"tabel-3-{number}")
    number = next(numbers) if achieved else number
    before = before_of(facts, f"Tabel 3.{number}", f"tabel-3-{number}")
    number = next(numbers) if before and before.table else number
    return Evaluation(
        section=section("3.3", facts),
        achievement=achieved,
        speed=speed_of(facts),
        before=before,
        trend=trend_of(facts, f"Tabel 3.{number}", f"tabel-3-{number}"),
    )


def _achievement(facts: Facts, label: str, anchor: str) -> Achievement | None:
    """None for a single priority, of which 3.1 says as much."""
    if sum(bool(priority.plans) for priority in facts.priorities) < 2:
        return None
    return Achievement(
        head=TableHead(label, f"Capaian RTL per Unsur Prioritas SKM {whose(facts)}", anchor, ()),
        text=f"{sentence_begun(achievement(facts))}; capaian setiap unsur prioritas disajikan dalam {label}.",
        rows=tuple(map(ElementRow.of, facts.priorities)),
        total=ElementRow.of_all(facts),
    )

"""The table of plans and the ranking of elements as pages show them, with a number of queries that no plan adds to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.db.models import Prefetch

from followups.fields import details_of
from followups.gone_on import later_of
from followups.models import ActionPlan, FollowUp, Priority
from followups.months import Month, months_between
from followups.numbering import month_words, short_month
from followups.planning.plans import planned_months
from followups.points import letter
from followups.responsible import others_of, responsible_words
from offices.models import Office
from surveys.ikm import Grade, grade_of_score, ranked
from surveys.models import Survey
from surveys.scoring import scale_of, scores_of
from surveys.typed_numbers import decimal_words

PROPOSED = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one plan; a month outside the window shows only where a plan has it."""

    month: Month
    short: str
    name: str
    planned: bool
    outside: bool


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan as Tabel 2.2 prints it, and whether it can go up or down; ``later``: where it went on, if it did."""

    plan: ActionPlan
    point: str
    element: str
    details: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    units: tuple[str, ...]
    first: bool
    last: bool
    later: ActionPlan | None

    @property
    def up_id(self) -> str:
        """By which the focus finds its button again when the row has moved."""
        return f"naik-{self.plan.pk}"

    @property
    def down_id(self) -> str:
        return f"turun-{self.plan.pk}"


@dataclass(frozen=True, slots=True)
class PlanGroup:
    priority: Priority
    number: int
    rows: tuple[PlanRow, ...]

    @classmethod
    def of(cls, number: int, priority: Priority, months: Sequence[Month], window: set[Month], office: Office) -> Self:
        plans = list(priority.plans.all())
        rows = []
        for place, plan in enumerate(plans):
            planned = planned_months(plan)
            cells = (
                Cell(month, short_month(month), month_words(month), month in planned, month not in window)
                for month in months
            )
            rows.append(
                PlanRow(
                    plan=plan,
                    point=f"{number} {letter(place)}",
                    element=priority.element.name,
                    details=details_of(plan),
                    cells=tuple(cells),
                    units=responsible_words(plan.all_units, plan.units.all(), others_of(plan), office),
                    first=place == 0,
                    last=place == len(plans) - 1,
                    later=later_of(plan),
                )
            )
        return cls(priority, number, tuple(rows))


@dataclass(frozen=True, slots=True)
class PlanTable:
    """``columns`` are the months of the head, as (short name, year); ``window``: those that can be promised."""

    columns: tuple[tuple[str, int], ...]
    groups: tuple[PlanGroup, ...]
    window: tuple[Month, ...]

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def offered(self) -> tuple[Cell, ...]:
        """The months that a new plan can be promised for."""
        return tuple(Cell(month, short_month(month), month_words(month), False, False) for month in self.window)

    def row_of(self, plan: ActionPlan) -> PlanRow:
        return next(row for row in self.rows if row.plan.pk == plan.pk)

    def group_of(self, plan: ActionPlan) -> PlanGroup:
        return next(group for group in self.groups if group.priority.pk == plan.priority_id)


def plan_table_of(followup: FollowUp, office: Office) -> PlanTable:
    """All plans of a cycle by priority, in their order."""
    related = ("lead", "continues__priority__followup__survey", "continued_by__priority__followup__survey")
    plans = ActionPlan.objects.select_related(*related).prefetch_related("units", "months")
    priorities = followup.priorities.select_related("element").prefetch_related(Prefetch("plans", plans))
    rows = list(priorities)
    window = months_between(Month.of(followup.start), Month.of(followup.end))
    planned = {month for priority in rows for plan in priority.plans.all() for month in planned_months(plan)}
    months = sorted({*window, *planned})
    groups = tuple(
        PlanGroup.of(number, priority, months, set(window), office) for number, priority in enumerate(rows, start=1)
    )
    return PlanTable(tuple((short_month(month), month.year) for month in months), groups, window)


@dataclass(frozen=True, slots=True)
class Standing:
    """An element by its score (1–4): texts for the page, its rank from the lowest, and whether it is proposed."""

    key: str
    name: str
    score: str
    grade: str
    rank: str
    proposed: bool


def standings_of(survey: Survey) -> list[Standing]:
    """The elements of a survey, ranked by the scores that it has."""
    scale = scale_of(survey.instrument)
    return standings(scale.elements, scores_of(survey), scale.grades)


def standings(
    elements: Sequence[tuple[str, str]], scores: Mapping[str, Decimal], grades: Sequence[Grade]
) -> list[Standing]:
    """Every element (key, name) from the lowest score up; in the questionnaire's order while one has none."""
    names = dict(elements)
    if not names.keys() <= scores.keys():
        known = {key: (decimal_words(score), str(grade_of_score(score, grades))) for key, score in scores.items()}
        return [Standing(key, name, *known.get(key, ("", "")), "", False) for key, name in elements]
    places = ranked({key: scores[key] for key in names if key in scores})
    ranks = dict(places)
    return [
        Standing(
            key=key,
            name=names[key],
            score=decimal_words(scores[key]),
            grade=str(grade_of_score(scores[key], grades)),
            rank=_rank_words(
                rank, len(names), [names[other] for other in ranks if other != key and ranks[other] == rank]
            ),
            proposed=rank <= PROPOSED,
        )
        for key, rank in places
    ]


def _rank_words(rank: int, number: int, tied: Sequence[str]) -> str:
    """The place of an element among ``number``: counted from the end that is nearer, the lowest at the middle."""
    from_top = number + 1 - rank - len(tied)
    end, place = ("Terendah", rank) if rank <= from_top else ("Tertinggi", from_top)
    ordinal = f"ke-{place}" if place > 1 else f"dari {number} unsur"
    shared = f", sama dengan {' dan '.join(tied)}" if tied else ""
    return f"{end} {ordinal}{shared}"

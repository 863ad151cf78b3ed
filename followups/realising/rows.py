"""The plans of a cycle as a person sees them when realisation is looked at: point, proofs, whose they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from followups.due import PlanState, Task, tasks_of
from followups.evidence.proofs import proof_count
from followups.fields import details_of
from followups.gone_on import later_of
from followups.models import ActionPlan, Completion, FollowUp, MonthKind, Priority, Review, Status
from followups.months import Month, months_between
from followups.numbering import month_words, plan_labels
from followups.progress import DONE, IMPOSSIBLE
from followups.realising.realisation import completion_of
from followups.realising.second_person import left_to_head
from followups.responsible import answering, others_of, responsible_choices, responsible_words
from offices.lists.narrowing import Facet, Narrowed, narrowed
from offices.models import User
from offices.permissions import Action, visible
from offices.zones import today_of
from surveys.models import Survey

PATH = "priority__followup__survey"
WAITS = ((Review.PENDING, "Belum disetujui"), (Review.RETURNED, "Dikembalikan"))
TASKS = ((Task.LATE, "Terlambat"), (Task.DUE, "Bulan ini"), (Task.UNPROVEN, "Tanpa bukti"))
ICONS = {"done": "circle-check", "in_progress": "circle-dot", "not_started": "circle", "impossible": "circle-slash"}


@dataclass(frozen=True, slots=True)
class RealisationRow:
    """A plan with what stands around it; ``editable`` and ``decidable`` by the person who looks.

    ``history``: the plans of other cycles that this one continues or that continue it, each after what it is to it.
    """

    plan: ActionPlan
    point: str
    details: tuple[tuple[str, str], ...]
    icon: str
    planned: tuple[str, ...]
    units: str
    proofs: int
    tasks: tuple[Task, ...]
    editable: bool
    decidable: bool
    history: tuple[tuple[str, ActionPlan], ...]

    @property
    def is_left(self) -> bool:
        """Whether the plan was left open and no later one continues it."""
        return self.plan.status not in (DONE, IMPOSSIBLE) and later_of(self.plan) is None


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody may do to the plans of a cycle, as ids."""

    user: User
    editable: frozenset[int]
    decidable: frozenset[int]


def plans_for_rows() -> QuerySet[ActionPlan]:
    """Plans with all that a row or a form shows, and the number of their proofs as ``proofs``."""
    related = ("priority__element", f"{PATH}__office", "lead", "completion", "submitted_by", "reviewed_by")
    others = (f"continues__{PATH}", f"continued_by__{PATH}")
    rows = ActionPlan.objects.select_related(*related, *others).annotate(proofs=proof_count())
    return rows.prefetch_related("months", "units", "completion__units")


def person_of(user: User, plans: QuerySet[ActionPlan]) -> Person:
    """What this person may do among these plans."""
    bare = plans.order_by()
    reached = visible(user, Action.APPROVE, bare).values_list("pk", flat=True)
    return Person(
        user,
        frozenset(visible(user, Action.EDIT_REALISATION, bare).values_list("pk", flat=True)),
        frozenset(reached) | frozenset(left_to_head(user, bare).values_list("pk", flat=True)),
    )


def rows_of(survey: Survey, user: User) -> list[tuple[Priority, list[RealisationRow]]]:
    """The plans of a cycle by priority, in the order of the tables; priorities without plans too."""
    followup = FollowUp.objects.filter(survey=survey).first()
    if followup is None:
        return []
    plans = plans_for_rows().filter(priority__followup=followup)
    person = person_of(user, ActionPlan.objects.filter(priority__followup=followup))
    points = plan_labels(followup)
    rows = [row_of(plan, points[plan.pk], person) for plan in plans]
    priorities = followup.priorities.select_related("element")
    return [(priority, [row for row in rows if row.plan.priority_id == priority.pk]) for priority in priorities]


def one_row(plan: ActionPlan, user: User, point: str = "") -> RealisationRow:
    """The row of one plan that ``plans_for_rows`` gave; ``point`` where it is known already."""
    person = person_of(user, ActionPlan.objects.filter(pk=plan.pk))
    return row_of(plan, point or plan_labels(plan.priority.followup)[plan.pk], person)


def row_of(plan: ActionPlan, point: str, person: Person) -> RealisationRow:
    proofs: int = plan.proofs  # type: ignore[attr-defined]
    state = PlanState(plan.status, plan.review, months_of(plan, MonthKind.PLANNED), proofs)
    return RealisationRow(
        plan=plan,
        point=point,
        details=details_of(plan),
        icon=ICONS[plan.status],
        planned=tuple(month_words(month) for month in state.planned),
        units=units_text(plan),
        proofs=proofs,
        tasks=tasks_of(state, Month.of(today_of(plan.priority.followup.survey.office))),
        editable=plan.pk in person.editable and later_of(plan) is None,
        decidable=plan.pk in person.decidable
        and plan.review == Review.PENDING
        and plan.submitted_by_id != person.user.pk,
        history=tuple(
            (label, other)
            for label, name in (("Meneruskan", "continues"), ("Diteruskan dalam", "continued_by"))
            if (other := getattr(plan, name, None))
        ),
    )


def months_of(plan: ActionPlan, kind: MonthKind) -> tuple[Month, ...]:
    """The months of one kind, in the calendar's order, from what is prefetched."""
    return tuple(sorted(Month.of(row.month) for row in plan.months.all() if row.kind == kind))


def owed_months(plan: ActionPlan) -> tuple[Month, ...]:
    """The months in which an open plan is to be completed, as Tabel 4.1 says; none where nothing is said."""
    owed = completion_of(plan)
    if owed is None or owed.latest is None:
        return ()
    return months_between(Month.of(owed.earliest or owed.latest), Month.of(owed.latest))


def units_text(plan: ActionPlan, named: ActionPlan | Completion | None = None) -> str:
    """Who answers for a plan: everybody, or its units with the one that leads first; then posts and persons.

    ``named``: where else the units stand that are to complete it; who led the plan leads them only if it is among them.
    """
    where = named or plan
    office = plan.priority.followup.survey.office
    names: Iterable[str] = responsible_words(where.all_units, where.units.all(), others_of(where), office)
    if plan.lead and (where is plan or where.all_units or plan.lead in where.units.all()):
        names = [f"{plan.lead.short_name} (koordinator)", *(name for name in names if name != plan.lead.short_name)]
    return ", ".join(names)


def narrowed_rows(rows: Iterable[RealisationRow], survey: Survey, asked: Mapping[str, str]) -> Narrowed[RealisationRow]:
    """The rows that are asked for, by words, element, who answers and status."""
    found = list(rows)
    elements = {str(row.plan.priority.element_id): row.plan.priority.element.name for row in found}
    units = list(survey.office.units.all())
    responsible = responsible_choices(units, [row.plan for row in found])
    statuses = [*Status.choices, *((str(review), word) for review, word in WAITS)]
    facets: tuple[Facet[RealisationRow], ...] = (
        Facet("unsur", "Unsur", list(elements.items()), lambda row: [str(row.plan.priority.element_id)]),
        Facet("unit", "Penanggung jawab", responsible, lambda row: answering(row.plan, units)),
        Facet("status", "Status", [*statuses, *((task.value, word) for task, word in TASKS)], _standings_of),
    )
    return narrowed(asked, found, "RTL", _words_of, facets)


def _standings_of(row: RealisationRow) -> set[str]:
    """Under which words of the filter a plan is found: its status, its approval, what is pressing about it."""
    return {row.plan.status, row.plan.review, *(task.value for task in row.tasks)}


def _words_of(row: RealisationRow) -> str:
    details = (text for _label, text in row.details)
    return " ".join([row.point, row.plan.programme, row.plan.priority.element.name, row.units, *details])

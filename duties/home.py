"""What the home page consists of: a person's own tasks, what waits for them, their offices' progress.

What a plan asks for is in followups/due.py, what an office does next in guide.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, QuerySet

from duties.cards import CycleCard, StatusCount, cards_of, status_counts
from duties.guide import Standing, Step, next_step, steps_of
from duties.standing import standing_of
from followups.due import PlanState, Task, months_late, tasks_of
from followups.models import ActionPlan, MonthKind, Review, Status
from followups.months import Month
from followups.realising.rows import months_of
from offices.models import UNIT_ROLES, Office, Role, User
from offices.permissions import Action, visible
from offices.zones import today_of
from reports.issuing.keys.confirming import ROLES_ABOVE, has_waiting_keys
from reports.models import ReaderNote, Report
from reports.reading.versions import versions_in_force
from surveys.models import LATEST_FIRST, Lock, Survey

PATH = "priority__followup__survey"
TASKS = {
    Task.RETURNED: ("Dikembalikan untuk diperbaiki", "undo-2", "bad"),
    Task.LATE: ("Terlambat", "alarm-clock", "bad"),
    Task.DUE: ("Dijadwalkan bulan ini", "calendar-clock", "warn"),
    Task.UNPROVEN: ("Tanpa bukti dukung", "image-off", "warn"),
}


@dataclass(frozen=True, slots=True)
class Duty:
    """A plan on somebody's list; ``also``: its further tasks in words; ``late``: months since its last planned one."""

    plan: ActionPlan
    survey: Survey
    tasks: tuple[Task, ...]
    also: tuple[str, ...]
    late: int


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The plans whose most urgent task is the same."""

    title: str
    icon: str
    tone: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class NotedCycle:
    """A cycle with the notes that who signs left on its report."""

    survey: Survey
    notes: tuple[ReaderNote, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What an office's admin does next; ``next`` is None where a draft lacks nothing."""

    office: Office
    survey: Survey | None
    standing: Standing
    steps: tuple[Step, ...]
    next: Step | None


@dataclass(frozen=True, slots=True)
class ElementProgress:
    """How the plans of one priority element stand."""

    name: str
    statuses: tuple[StatusCount, ...]
    plans: int
    done: int


@dataclass(frozen=True, slots=True)
class OfficeProgress:
    """An office with its latest cycle, if it has one, and the report of it that is in force."""

    office: Office
    card: CycleCard | None
    elements: tuple[ElementProgress, ...]
    signed: Report | None


@dataclass(frozen=True, slots=True)
class Places:
    """Where a person is: the offices of their own, those below, and the latest cycle of each."""

    own: tuple[Office, ...]
    below: tuple[Office, ...]
    admin_of: tuple[Office, ...]
    has_tasks: bool
    keys_wait_in: tuple[Office, ...]
    latest: dict[int, Survey]


def places_of(user: User) -> Places:
    """Four queries, however many offices there are; one more for who may confirm keys of offices below."""
    held = [(membership.office_id, membership.role) for membership in user.memberships.all()]
    own = {office for office, role in held if role != Role.SUPERVISOR}
    admin = {office for office, role in held if role == Role.ADMIN}
    rows = Office.objects.annotate(has_waiting_keys=has_waiting_keys()).order_by("code")
    offices = list(visible(user, Action.VIEW_OFFICE, rows))
    surveys = Survey.objects.filter(office__in=offices).select_related("office").order_by(*LATEST_FIRST).reverse()
    return Places(
        own=tuple(office for office in offices if office.pk in own),
        below=tuple(office for office in offices if office.pk not in own),
        admin_of=tuple(office for office in offices if office.pk in admin),
        has_tasks=any(role in UNIT_ROLES for _, role in held),
        keys_wait_in=tuple(
            office
            for office in offices
            if office.pk in own and office.has_waiting_keys  # type: ignore[attr-defined]
        )
        + _keys_wait_below(user, rows),
        latest={survey.office_id: survey for survey in surveys},
    )


def _keys_wait_below(user: User, offices: QuerySet[Office]) -> tuple[Office, ...]:
    """The offices directly below, whose keys the office above confirms where nobody of their own may."""
    above = [row.office_id for row in user.memberships.all() if row.role in ROLES_ABOVE]
    if not above:
        return ()
    waiting = offices.filter(has_waiting_keys(), parent__in=above)
    return tuple(visible(user, Action.CONFIRM_KEY_BELOW, waiting))


def duties_of(user: User) -> list[DutyGroup]:
    """What this person's plans ask for in this month of their offices, the most urgent first; each plan once."""
    plans = visible(user, Action.EDIT_REALISATION, _open_plans().prefetch_related("months"))
    found = [duty for plan in plans.annotate(proofs=Count("evidence__uses")) if (duty := _duty(plan)).tasks]
    groups = [DutyGroup(*TASKS[task], tuple(duty for duty in found if duty.tasks[0] == task)) for task in Task]
    return [group for group in groups if group.duties]


def waiting_for(user: User) -> list[ActionPlan]:
    """What this person may approve or return, and did not submit themselves."""
    plans = visible(user, Action.APPROVE, _open_plans().select_related("submitted_by"))
    return list(plans.filter(review=Review.PENDING).exclude(submitted_by=user))


def notes_for(user: User) -> list[NotedCycle]:
    """The open reader's notes of others that this person may see to, by cycle."""
    rows = ReaderNote.objects.filter(done_at=None).exclude(written_by=user).order_by("followup", "id")
    mine = visible(user, Action.EDIT_TEXTS, rows.select_related("followup__survey__office", "written_by"))
    return [NotedCycle(survey, tuple(notes)) for survey, notes in groupby(mine, lambda note: note.followup.survey)]


def guide_of(places: Places) -> Guide | None:
    """What an admin does next in the first office of theirs that is not ready; None for who is no admin."""
    guides = [_guide(office, places.latest.get(office.pk)) for office in places.admin_of[:1]]
    return guides[0] if guides else None


def progress_of(offices: Sequence[Office], places: Places) -> list[OfficeProgress]:
    """The latest cycle of each office, by status and by element."""
    latest = [places.latest[office.pk].pk for office in offices if office.pk in places.latest]
    cards = {card.survey.office_id: card for card in cards_of(Survey.objects.filter(pk__in=latest))}
    elements = _elements(latest)
    signed = versions_in_force(latest)
    return [
        OfficeProgress(office, card, elements[card.survey.pk], signed.get(card.survey.pk))
        if card
        else OfficeProgress(office, None, (), None)
        for office in offices
        for card in [cards.get(office.pk)]
    ]


def _open_plans() -> QuerySet[ActionPlan]:
    plans = ActionPlan.objects.filter(**{f"{PATH}__lock": Lock.OPEN})
    return plans.select_related("priority__element", f"{PATH}__office")


def _duty(plan: ActionPlan) -> Duty:
    survey = plan.priority.followup.survey
    planned = months_of(plan, MonthKind.PLANNED)
    today = Month.of(today_of(survey.office))
    tasks = tasks_of(PlanState(plan.status, plan.review, planned, plan.proofs), today)  # type: ignore[attr-defined]
    late = months_late(planned, today) if Task.LATE in tasks else 0
    return Duty(
        plan,
        survey,
        tasks,
        tuple(TASKS[task][0] for task in tasks[1:] if task != Task.LATE),
        late,
    )


def _guide(office: Office, survey: Survey | None) -> Guide:
    standing = standing_of(office, survey)
    steps = steps_of(standing)
    return Guide(office, survey, standing, steps, next_step(steps))


def _elements(surveys: Iterable[int]) -> dict[int, tuple[ElementProgress, ...]]:
    """The elements of each cycle in the order of their priority."""
    rows = ActionPlan.objects.filter(**{f"{PATH}__in": list(surveys)}).order_by(PATH, "priority__position")
    counts: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for survey, element, status, number in rows.values_list(PATH, "priority__element__name", "status").annotate(
        Count("pk")
    ):
        counts[survey, element][status] = number
    found: dict[int, tuple[ElementProgress, ...]] = defaultdict(tuple)
    for (survey, element), by_status in counts.items():
        bar = status_counts(by_status)
        total = sum(by_status.values())
        found[survey] = (*found[survey], ElementProgress(element, bar, total, by_status[Status.DONE]))
    return found

"""What single plans ask for: to be made up for, mended, done now, proven, approved. Plain values from rows.

Why a plan asks for it is in followups/due.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from duties.cycles import OwnCycle, last_signed
from duties.duty import Duty, Kind
from duties.hands import NOBODY
from followups.carrying.continuing import OPEN, PATH
from followups.due import PlanState, Task, months_late, tasks_of
from followups.evidence.proofs import proof_count
from followups.models import ActionPlan, MonthKind, Review, Status
from followups.months import Month
from followups.numbering import month_words
from followups.realising.completing import completers_of, taking_up
from followups.realising.rows import Person, months_of, owed_months, person_of, units_text
from offices.models import AuditEvent, Office, User
from offices.permissions import Action, Scope, names_of

KINDS = {Task.LATE: Kind.LATE, Task.RETURNED: Kind.RETURNED, Task.DUE: Kind.DUE, Task.UNPROVEN: Kind.UNPROVEN}
ASKED = {
    Kind.LATE: "terlambat {late} bulan",
    Kind.RETURNED: "dikembalikan untuk diperbaiki",
    Kind.DUE: "dijadwalkan bulan ini",
    Kind.UNPROVEN: "tanpa bukti dukung",
    Kind.APPROVE: "menunggu persetujuan",
}
"""How a sentence goes on after the name of a plan."""


@dataclass(frozen=True, slots=True)
class PlanWork:
    """What the plans of open cycles ask for, and which of a person's own ask for nothing any more."""

    duties: tuple[Duty, ...]
    done: tuple[ActionPlan, ...]


def plan_work(user: User, cycles: Iterable[OwnCycle]) -> PlanWork:
    """Of every plan in those of the cycles that are open, unless it went on in a later one; at most six queries."""
    by_followup = {cycle.followup.pk: cycle for cycle in cycles if cycle.is_open}
    if not by_followup:
        return PlanWork((), ())
    rows = ActionPlan.objects.filter(priority__followup__in=by_followup, continued_by=None)
    related = ("priority__element", "priority__followup__survey__office", "lead", "submitted_by", "completion")
    with_proofs = rows.select_related(*related).annotate(proofs=proof_count())
    plans = list(with_proofs.prefetch_related("months", "units"))
    person = person_of(user, rows)
    sent = sent_at(plans)
    several = len(by_followup) > 1
    duties: list[Duty] = []
    done: list[ActionPlan] = []
    for plan in plans:
        own = tuple(_Work(plan, by_followup[plan.priority.followup_id], person, sent, several).duties())
        duties.extend(own)
        if not own and plan.status == Status.DONE and plan.pk in person.editable:
            done.append(plan)
    return PlanWork(tuple(duties), tuple(done))


def approvers_in(office: Office) -> str:
    """The roles that approve, of a unit or of the whole office."""
    return names_of(Action.APPROVE, office, Scope.OFFICE, Scope.UNIT)


def sent_at(plans: Iterable[ActionPlan]) -> Mapping[str, datetime]:
    """When each plan that waits for a second person was last sent, by its id as the trail writes it."""
    waiting = [str(plan.pk) for plan in plans if plan.review == Review.PENDING]
    if not waiting:
        return {}
    events = AuditEvent.objects.filter(action="plan.realise", object_kind="actionplan", object_id__in=waiting)
    return dict(events.order_by().values_list("object_id").annotate(Max("at")))


@dataclass(frozen=True, slots=True)
class _Work:
    """One plan before one person. ``several``: whether plans of other cycles stand in the same list."""

    plan: ActionPlan
    cycle: OwnCycle
    person: Person
    sent: Mapping[str, datetime]
    several: bool

    def duties(self) -> Iterator[Duty]:
        if self.plan.review == Review.PENDING:
            yield self._to_approve()
        today = Month.of(self.cycle.today)
        planned = months_of(self.plan, MonthKind.PLANNED)
        if not planned and self.plan.continues_id:  # what was promised for a month beyond the window of this cycle
            planned = owed_months(self.plan)
        proofs: int = self.plan.proofs  # type: ignore[attr-defined]
        tasks = tasks_of(PlanState(self.plan.status, self.plan.review, planned, proofs), today)
        if tasks:
            late = months_late(planned, today) if Task.LATE in tasks else 0
            since = {
                Task.LATE: max(planned).plus(1).first_day if planned else None,
                Task.RETURNED: self._reviewed_on(),
                Task.DUE: today.first_day,
            }
            yield self._duty(
                KINDS[tasks[0]],
                mine=self.plan.pk in self.person.editable,
                since=since.get(tasks[0]),
                late=late,
                also=tuple(KINDS[task].title for task in tasks[1:]),
            )

    def _to_approve(self) -> Duty:
        """A second person's: whoever sent it waits like everybody else."""
        moment = self.sent.get(str(self.plan.pk))
        sender = self.plan.submitted_by
        return self._duty(
            Kind.APPROVE,
            mine=self.plan.pk in self.person.decidable and sender != self.person.user,
            since=self.cycle.day_of(moment) if moment else None,
            told=f"dikirim oleh {sender}" if sender else "",
        )

    def _reviewed_on(self) -> date | None:
        return self.cycle.day_of(self.plan.reviewed_at) if self.plan.reviewed_at else None

    def _place(self, kind: Kind) -> str:
        if kind is Kind.APPROVE:
            return f"{self.cycle.page('approvals')}?rtl={self.plan.pk}"
        return self.cycle.page("realisation", self.plan.pk)

    def _duty(
        self, kind: Kind, *, mine: bool, since: date | None, late: int = 0, told: str = "", also: tuple[str, ...] = ()
    ) -> Duty:
        element = self.plan.priority.element.name
        turn = approvers_in(self.cycle.office) if kind is Kind.APPROVE else units_text(self.plan) or NOBODY
        return Duty(
            kind=kind,
            cycle=self.cycle.face,
            place=self._place(kind),
            turn=turn,
            subject=self.plan.programme,
            sentence=f"RTL “{self.plan.programme}” {ASKED[kind].format(late=late)}.",
            mine=mine,
            since=since,
            late=late,
            told=" · ".join([element, told or turn, *([self.cycle.face.label] if self.several else [])]),
            also=also,
            quote=self.plan.review_note if self.plan.review == Review.RETURNED else "",
            plan=self.plan.pk,
        )


def promise_duties(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """What signed reports promised in Tabel 4.1 and nobody has taken up: due in its month, late after it.

    Once a plan of the next cycle continues it, that one is on the list instead; and once a later cycle of the office is
    signed, its report says what is left. ``cycles``: all of these offices. At most six queries.
    """
    signed = {cycle.followup.pk: cycle for cycle in last_signed(cycles)}
    if not signed:
        return
    left = ActionPlan.objects.filter(
        priority__followup__in=signed, status__in=OPEN, continued_by=None, completion__latest__isnull=False
    )
    rows = left.select_related("priority__element", f"{PATH}__office", "completion", "lead")
    plans = list(rows.prefetch_related("units", "completion__units"))
    own = set(taking_up(user, left.order_by()).values_list("pk", flat=True)) if plans else set()
    for plan in plans:
        yield from _promised(plan, signed[plan.priority.followup_id], plan.pk in own)


def _promised(plan: ActionPlan, cycle: OwnCycle, mine: bool) -> Iterator[Duty]:
    owed = owed_months(plan)
    first, last = owed[0], owed[-1]
    today = Month.of(cycle.today)
    if today < first:
        return
    late = months_late((last,), today)
    kind = Kind.LATE if late else Kind.DUE
    when = month_words(last) if first == last else f"{month_words(first)}–{month_words(last)}"
    turn = units_text(plan, completers_of(plan)) or NOBODY
    yield Duty(
        kind=kind,
        cycle=cycle.face,
        place=cycle.page("plan_continue", plan.pk),
        turn=turn,
        subject=plan.programme,
        sentence=f"RTL “{plan.programme}” dijanjikan dalam laporan {cycle.face.label} untuk {when}.",
        mine=mine,
        since=last.plus(1).first_day if late else first.first_day,
        late=late,
        told=" · ".join([plan.priority.element.name, turn, f"dijanjikan dalam laporan {cycle.face.label}"]),
        plan=plan.pk,
    )

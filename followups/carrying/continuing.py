"""The verbs that carry what an earlier cycle left open into a new one: plans, priorities, upkeep, the signatory.

What there is to carry is in offers.py. Nothing is written to the cycle from which it comes.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.db.models import Max, QuerySet

from followups.cycles import first_free_after, signatory_of, start_cycle
from followups.models import ActionPlan, FollowUp, Status, Upkeep
from followups.months import Month, months_between
from followups.numbering import plan_labels
from followups.planning.plans import Chosen, Promise, choose_priorities, promise_of, told_promise, write_promise
from followups.realising.completing import completers_of
from followups.realising.realisation import completion_of, copy_completion
from followups.responsible import others_of
from followups.upkeep.care import add_upkeep, care_of
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from surveys.locking import open_cycle
from surveys.models import Lock, Survey
from surveys.scoring import Signatory

OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)
PATH = "priority__followup__survey"
UNSIGNED = {
    Lock.OPEN: "Siklus ini masih berupa draf, sehingga realisasinya diisi di halaman RTL ini.",
    Lock.PREPARED: "Laporan siklus ini belum ditandatangani dan dapat dikembalikan menjadi draf. "
    "RTL ini dapat diteruskan setelah laporannya ditandatangani.",
}
"""Why a plan of a cycle that is not signed does not go on in the next one."""


def continue_plan(survey: Survey, actor: User, origin: ActionPlan) -> ActionPlan:
    """Promise an open plan of an earlier cycle once more, with its reason, strategy and deadline; its status is anew.

    Raises Declined for a plan that is settled or continued already, for a cycle that is not later than the plan's, and
    for an element that the cycle does not know.
    """
    with open_cycle(survey) as held:
        row = plans_to_carry(ActionPlan.objects.filter(pk=origin.pk)).get()
        if row.status not in OPEN:
            raise Declined(f"RTL “{row.programme}” sudah tidak terbuka, sehingga tidak diteruskan.")
        if hasattr(row, "continued_by"):
            raise Declined(f"RTL “{row.programme}” sudah diteruskan.")
        if held.span.first_day <= row.priority.followup.survey.span.last_day:
            raise Declined(f"RTL “{row.programme}” hanya diteruskan ke siklus sesudah periodenya.")
        element = row.priority.element
        followup = FollowUp.objects.get(survey=held)
        add_priorities(held, actor, [element.key])
        priority = followup.priorities.get(element__key=element.key)
        last = priority.plans.aggregate(last=Max("position"))["last"] or 0
        plan = ActionPlan(priority=priority, position=last + 1, continues=row)
        promise = promise_anew(row, followup)
        write_promise(plan, promise)
        copy_completion(plan, row)
        told = {"copy_of": f"RTL {plan_labels(row.priority.followup)[row.pk]} {row.priority.followup.survey.period}"}
        record(actor, "plan.continue", plan, held.office, after=told_promise(promise) | told)
    return plan


def next_home(survey: Survey) -> Survey | None:
    """The first later cycle of the office to which one can write; None while there is none."""
    rows = Survey.objects.filter(office=survey.office_id, lock=Lock.OPEN)
    later = [row for row in rows if row.span.first_day > survey.span.last_day]
    return min(later, key=lambda row: row.span.first_day, default=None)


def continue_in_next(plan: ActionPlan, actor: User) -> ActionPlan:
    """Continue a plan of a signed cycle in the next one, which is begun if there is none yet.

    Raises Declined as continue_plan and start_cycle do, and for a plan whose own cycle is not signed.
    """
    survey = plan.priority.followup.survey
    if survey.lock != Lock.SIGNED:
        raise Declined(UNSIGNED[Lock(survey.lock)])
    with transaction.atomic():
        home = next_home(survey)
        if home is None:
            office = survey.office
            period = first_free_after(survey)
            home = start_cycle(office, actor, period, signatory_of(office), instrument=survey.instrument)
        return continue_plan(home, actor, plan)


def plans_to_carry(rows: QuerySet[ActionPlan]) -> QuerySet[ActionPlan]:
    """Plans with all that is carried of them."""
    related = ("priority__element", f"{PATH}__office", "completion", "continued_by", "lead")
    return rows.select_related(*related).prefetch_related("months", "units", "services", "completion__units")


def promise_anew(origin: ActionPlan, followup: FollowUp) -> Promise:
    """What an open plan promises in a later cycle: in the months of its deadline, by who was to complete it.

    Months outside the window, units that were closed and services that are not in use any more stay behind.
    """
    owed = completion_of(origin)
    promise = promise_of(origin)
    named = completers_of(origin)
    units = tuple(sorted(unit.pk for unit in named.units.all() if unit.closed_on is None))
    months: tuple[Month, ...] = ()
    if owed and owed.latest:
        first = Month.of(max(owed.earliest or owed.latest, followup.start))
        months = months_between(first, Month.of(min(owed.latest, followup.end)))
    leads_still = origin.lead is not None and origin.lead.closed_on is None
    return replace(
        promise,
        months=months,
        all_units=named.all_units,
        units=units,
        others=others_of(named),
        lead=promise.lead if promise.lead in units or (named.all_units and leads_still) else None,
        services=tuple(sorted(service.pk for service in origin.services.all() if service.in_use)),
    )


def add_priorities(survey: Survey, actor: User, elements: Iterable[str]) -> None:
    """Make elements priorities behind those that are; Declined for one that the instrument does not know."""
    followup = FollowUp.objects.get(survey=survey)
    present = {row.element.key: row.rationale for row in followup.priorities.select_related("element")}
    added = [key for key in dict.fromkeys(elements) if key not in present]
    if added:
        chosen = [Chosen(key, why) for key, why in present.items()]
        choose_priorities(survey, actor, [*chosen, *(Chosen(key, "") for key in added)], list(present))


def carry_upkeep(survey: Survey, actor: User, origin: Upkeep) -> None:
    """Plan the same upkeep again; what was done for it is of the period in which it was done."""
    care = care_of(origin)
    open_units = tuple(sorted(unit.pk for unit in origin.units.all() if unit.closed_on is None))
    add_upkeep(survey, actor, replace(care, activity="", units=open_units))


def take_signatory(survey: Survey, actor: User, origin: Survey) -> None:
    """Let the one sign who signed the earlier cycle."""
    with open_cycle(survey) as held:
        names = Signatory.__dataclass_fields__
        before = {name: getattr(held, name) for name in names}
        for name in names:
            setattr(held, name, getattr(origin, name))
        held.save(update_fields=list(names))
        after = {name: getattr(held, name) for name in names}
        record(actor, "survey.change", held, held.office, before=before, after=after)

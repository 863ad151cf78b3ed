"""The verbs for what is promised: priorities, plans (RTL), their months and their order.

The cycle as a whole is in cycles.py, what was done about a plan in realising/realisation.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Max

from followups.evidence.proofs import is_proven
from followups.fields import PLAN_TEXTS
from followups.gone_on import check_still_here
from followups.models import ActionPlan, EvidenceGroup, FollowUp, MonthKind, PlanMonth, Priority, Status
from followups.months import Month
from followups.numbering import month_words
from followups.others import as_kept
from followups.responsible import others_of
from offices.audit import record
from offices.declining import Declined, Overtaken
from offices.models import Unit, User
from offices.profile.ordering import Direction, move, number, step_aside
from surveys.locking import open_cycle
from surveys.models import Element, Service, Survey


@dataclass(frozen=True, slots=True)
class Chosen:
    """An element chosen for action, by its key, and why; an empty reason leaves it to the standard text."""

    element: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What a plan promises. ``units``: primary keys, empty with ``all_units``; ``lead``: one of them or None.

    ``services``: primary keys of those that it serves, if any is named. ``others``: posts and persons.
    """

    programme: str
    indicator: str
    target: str
    months: tuple[Month, ...]
    all_units: bool
    units: tuple[int, ...]
    lead: int | None
    services: tuple[int, ...] = ()
    others: tuple[str, ...] = ()


def choose_priorities(survey: Survey, actor: User, chosen: Sequence[Chosen], seen: Sequence[str]) -> None:
    """Make these the priorities, in this order. ``seen``: element keys in the order that the person had before.

    Raises Declined if an element with plans would go, or if the priorities are no longer those seen.
    """
    with open_cycle(survey) as held:
        followup = FollowUp.objects.get(survey=held)
        rows = {row.element.key: row for row in followup.priorities.select_related("element").prefetch_related("plans")}
        if list(rows) != list(seen):
            raise Declined(
                "Unsur prioritas disimpan lagi sejak Anda membukanya. Periksa daftar terbaru, lalu simpan lagi."
            )
        before = _chosen_values(rows.values())
        kept = {item.element for item in chosen}
        dropped = [row for key, row in rows.items() if key not in kept]
        if planned := [f"{row.element} ({len(row.plans.all())} RTL)" for row in dropped if row.plans.all()]:
            raise Declined(
                f"Unsur berikut masih memiliki RTL, sehingga tidak dapat dilepas: {'; '.join(planned)}. "
                "Hapus dahulu RTL tersebut pada halaman Rencana."
            )
        for row in dropped:
            row.delete()
        step_aside([rows[key] for key in rows if key in kept])
        _write_priorities(followup, chosen, rows)
        after = _chosen_values(followup.priorities.select_related("element"))
        record(actor, "priority.choose", held, held.office, before=before, after=after)


def _write_priorities(followup: FollowUp, chosen: Sequence[Chosen], rows: dict[str, Priority]) -> None:
    elements = {row.key: row for row in Element.objects.filter(instrument=followup.survey.instrument_id)}
    for position, item in enumerate(chosen, start=1):
        if item.element not in elements:
            raise Declined("Unsur yang dipilih tidak dikenal oleh instrumen survei ini.")
        row = rows.get(item.element) or Priority(followup=followup, element=elements[item.element])
        row.position, row.rationale = position, item.rationale
        row.save()


def _chosen_values(rows: Iterable[Priority]) -> dict[str, Any]:
    return {row.element.key: {"position": row.position, "rationale": row.rationale} for row in rows}


def promise_of(plan: ActionPlan) -> Promise:
    """What is stored; with ``months`` and ``units`` prefetched it asks the database nothing."""
    return Promise(
        **{field.key: getattr(plan, field.key) for field in PLAN_TEXTS},
        months=planned_months(plan),
        all_units=plan.all_units,
        units=tuple(sorted(unit.pk for unit in plan.units.all())),
        lead=plan.lead_id,
        services=tuple(sorted(service.pk for service in plan.services.all())),
        others=others_of(plan),
    )


def planned_months(plan: ActionPlan) -> tuple[Month, ...]:
    return tuple(sorted(Month.of(row.month) for row in plan.months.all() if row.kind == MonthKind.PLANNED))


def add_plan(survey: Survey, actor: User, priority: Priority, promise: Promise) -> ActionPlan:
    """Add a plan at the end of its priority. Raises Declined for months outside the window."""
    with open_cycle(survey) as held:
        _check_months(held, promise.months)
        if not Priority.objects.filter(pk=priority.pk).exists():
            raise Declined("Unsur prioritas ini sudah dilepas.")
        last = ActionPlan.objects.filter(priority=priority).aggregate(last=Max("position"))["last"] or 0
        plan = ActionPlan(priority=priority, position=last + 1)
        write_promise(plan, promise)
        record(actor, "plan.add", plan, held.office, after=told_promise(promise))
    return plan


def change_plan(survey: Survey, actor: User, plan: ActionPlan, promise: Promise, revision: int) -> None:
    """Change what a plan promises. Raises Overtaken unless ``revision`` is the stored one, Declined."""
    with open_cycle(survey) as held:
        row = held_plan(plan)
        if row.revision != revision:
            raise Overtaken(row.revision)
        check_still_here(row)
        before = promise_of(row)
        _check_months(held, [month for month in promise.months if month not in before.months])
        row.revision += 1
        write_promise(row, promise)
        record(actor, "plan.change", row, held.office, before=told_promise(before), after=told_promise(promise))


def plan_months(survey: Survey, actor: User, plan: ActionPlan, months: Iterable[Month], planned: bool) -> None:
    """Promise a plan for months, or not any more. Raises Declined for a month outside the window."""
    with open_cycle(survey) as held:
        row = held_plan(plan)
        check_still_here(row)
        chosen = set(months)
        before = planned_months(row)
        after = tuple(sorted({*before, *chosen} if planned else set(before) - chosen))
        if planned:
            _check_months(held, sorted(chosen))
        if after != before:
            row.revision += 1
            row.save()
            _write_months(row, after)
        values = [{"months": [str(month) for month in each]} for each in (before, after)]
        record(actor, "plan.month", row, held.office, before=values[0], after=values[1])


def move_plan(survey: Survey, actor: User, plan: ActionPlan, to: Direction | int) -> None:
    """Let a plan change places with its neighbour, or stand at a place (from 1), within its priority."""
    with open_cycle(survey) as held:
        rows = list(ActionPlan.objects.filter(priority=plan.priority_id))
        before, after = move(rows, plan.pk, to)
        record(actor, "plan.move", plan, held.office, before={"position": before}, after={"position": after})


def delete_plan(survey: Survey, actor: User, plan: ActionPlan) -> None:
    """Delete a plan on which nothing depends yet; Declined says what does."""
    with open_cycle(survey) as held:
        row = held_plan(plan)
        if reason := reason_to_keep(row):
            raise Declined(reason)
        EvidenceGroup.objects.filter(plan=row).delete()
        place = {"element": row.priority.element.key, "position": row.position, "revision": row.revision}
        if row.continues_id:
            place["continues"] = row.continues_id
        record(actor, "plan.delete", row, held.office, before=told_promise(promise_of(row)) | place)
        row.delete()
        number(list(ActionPlan.objects.filter(priority=plan.priority_id)))


def reason_to_keep(plan: ActionPlan) -> str:
    """Why a plan cannot be deleted, as a sentence that names all that depends on it; nothing if it can."""
    dependants = {
        f"statusnya {plan.get_status_display()}": plan.status != Status.NOT_STARTED,
        "realisasinya sudah diisi": bool(plan.description or plan.obstacle or plan.completed_on)
        or plan.months.filter(kind=MonthKind.REALISED).exists(),
        "sudah ada bukti dukungnya": is_proven(plan=plan)
        or EvidenceGroup.objects.filter(plan=plan).exclude(note="").exists(),
        "alasan atau strategi penyelesaiannya sudah diisi": _is_owed_anew(plan),
        "sudah diteruskan dalam siklus berikutnya": hasattr(plan, "continued_by"),
    }
    reasons = [reason for reason, holds in dependants.items() if holds]
    if not reasons:
        return ""
    listed = " dan ".join(filter(None, [", ".join(reasons[:-1]), reasons[-1]]))
    return f"RTL ini tidak dapat dihapus, karena {listed}."


def _is_owed_anew(plan: ActionPlan) -> bool:
    """Whether somebody said why a plan is open, or who completes it when, otherwise than was carried over with it.

    Units that were closed stayed behind.
    """
    if not hasattr(plan, "completion"):
        return False
    brought = plan.continues.completion if plan.continues and hasattr(plan.continues, "completion") else None
    if brought is None:
        return True
    words = ("reason", "strategy", "earliest", "latest", "all_units", "others")
    if any(getattr(plan.completion, name) != getattr(brought, name) for name in words):
        return True
    named = set(plan.completion.units.all())
    return any(unit not in named for unit in brought.units.filter(closed_on=None)) or not named <= set(
        brought.units.all()
    )


def held_plan(plan: ActionPlan) -> ActionPlan:
    """For who holds the cycle: the plan as it is stored; Declined where it is gone."""
    rows = ActionPlan.objects.select_related("completion", "priority__element").prefetch_related(
        "months", "units", "services"
    )
    row = rows.filter(pk=plan.pk).first()
    if row is None:
        raise Declined("RTL ini sudah dihapus.")
    return row


def _check_months(survey: Survey, months: Iterable[Month]) -> None:
    followup = FollowUp.objects.get(survey=survey)
    first = Month.of(followup.start)
    last = Month.of(followup.end)
    outside = [month_words(month) for month in months if not first <= month <= last]
    if outside:
        raise Declined(
            f"Bulan {', '.join(outside)} berada di luar masa tindak lanjut "
            f"({month_words(first)} sampai {month_words(last)})."
        )


def write_promise(plan: ActionPlan, promise: Promise) -> None:
    """For who holds the cycle: save the plan with what it promises."""
    for field in PLAN_TEXTS:
        setattr(plan, field.key, getattr(promise, field.key))
    plan.all_units = promise.all_units
    plan.lead_id = promise.lead
    plan.others = as_kept(promise.others)
    plan.save()
    plan.units.set(promise.units)
    plan.services.set(promise.services)
    _write_months(plan, promise.months)


def _write_months(plan: ActionPlan, months: Iterable[Month]) -> None:
    plan.months.filter(kind=MonthKind.PLANNED).delete()
    rows = [PlanMonth(plan=plan, kind=MonthKind.PLANNED, month=month.first_day) for month in months]
    PlanMonth.objects.bulk_create(rows)


def told_promise(promise: Promise) -> dict[str, Any]:
    """A promise as the trail keeps it: units by name."""
    names = dict(Unit.objects.filter(pk__in=[*promise.units, promise.lead or 0]).values_list("pk", "short_name"))
    served = Service.objects.filter(pk__in=promise.services).values_list("name", flat=True)
    told = asdict(promise) | {
        "months": [str(month) for month in promise.months],
        "units": [names[pk] for pk in promise.units],
        "lead": names.get(promise.lead) if promise.lead else None,
        "services": list(served),
        "others": list(promise.others),
    }
    return {key: value for key, value in told.items() if value or key not in ("services", "others")}

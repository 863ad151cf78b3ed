"""What is written of a plan's realisation, and what a second person says of it: fill in, approve, return.

What a form looks like is in form.py; what a plan asks of whom is in due.py.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from followups.evidence.proofs import is_proven, proofs_of
from followups.gone_on import check_still_here
from followups.models import ActionPlan, Completion, MonthKind, PlanMonth, Review, Status
from followups.months import Month
from followups.others import as_kept
from followups.responsible import others_of
from followups.telling import tell_returned, tell_waiting
from offices.audit import record
from offices.declining import Declined, Overtaken
from offices.models import Unit, User
from offices.zones import today_of
from surveys.locking import open_cycle

NO_NOTE = "Tulis apa yang perlu diperbaiki, agar pengirim tahu apa yang diminta."
OWN_WORK = (
    "Realisasi ini Anda sendiri yang mengirim; orang lain, lazimnya atasan, yang menyetujui atau mengembalikannya."
)
NOT_PENDING = "RTL ini tidak sedang menunggu persetujuan. Muat ulang halaman untuk melihat keadaannya."
CHANGED = "Realisasi ini berubah sejak Anda membukanya. Periksa sekali lagi sebelum memutuskan."
PROOFS_CHANGED = "Bukti dukungnya berubah sejak Anda membukanya. Lihat bukti yang sekarang sebelum memutuskan."


@dataclass(frozen=True, slots=True)
class Realisation:
    """All that a person fills in of one plan. Months sorted; ``units``: primary keys, empty with ``all_units``.

    ``others``: posts and persons beside the units. ``earliest`` and ``latest`` are the months in which what is open is
    to be completed.
    """

    status: str
    description: str = ""
    obstacle: str = ""
    months: tuple[Month, ...] = ()
    completed_on: date | None = None
    reason: str = ""
    strategy: str = ""
    earliest: Month | None = None
    latest: Month | None = None
    all_units: bool = False
    units: tuple[int, ...] = ()
    others: tuple[str, ...] = ()


def realisation_of(plan: ActionPlan) -> Realisation:
    """What is stored; with ``months``, ``completion`` and its units prefetched it asks the database nothing."""
    months = sorted(Month.of(row.month) for row in plan.months.all() if row.kind == MonthKind.REALISED)
    owed = completion_of(plan)
    return Realisation(
        status=plan.status,
        description=plan.description,
        obstacle=plan.obstacle,
        months=tuple(months),
        completed_on=plan.completed_on,
        reason=owed.reason if owed else "",
        strategy=owed.strategy if owed else "",
        earliest=Month.of(owed.earliest) if owed and owed.earliest else None,
        latest=Month.of(owed.latest) if owed and owed.latest else None,
        all_units=owed.all_units if owed else False,
        units=tuple(sorted(unit.pk for unit in owed.units.all())) if owed else (),
        others=others_of(owed) if owed else (),
    )


def completion_of(plan: ActionPlan) -> Completion | None:
    with suppress(Completion.DoesNotExist):
        return plan.completion
    return None


def copy_completion(plan: ActionPlan, origin: ActionPlan) -> None:
    """For who holds the cycle: why and by when a plan is open, as the plan that it continues says it."""
    owed = completion_of(origin)
    if owed is None:
        return
    values = {name: getattr(owed, name) for name in ("reason", "strategy", "earliest", "latest", "all_units", "others")}
    copy = Completion.objects.create(plan=plan, **values)
    copy.units.set([unit for unit in owed.units.all() if unit.closed_on is None])


def realise(actor: User, plan: ActionPlan, wanted: Realisation, revision: int) -> ActionPlan:
    """Write what was done or why not. What changes goes back to waiting for a second person if it is done.

    Raises Overtaken when ``revision`` is not the stored one, Declined when
    something is missing, CycleLockedError in a cycle that is no draft.
    """
    with open_cycle(plan.priority.followup.survey) as survey:
        held = _plan(plan.pk)
        stored = realisation_of(held)
        if held.revision != revision:
            raise Overtaken(held.revision, stored)
        check_still_here(held)
        proven = is_proven(plan=held)
        if faults := faults_of(wanted, proven, today_of(survey.office)):
            raise Declined(faults)
        before = _noted(held, stored)
        if wanted != stored:
            _Writing(held, wanted, actor).write()
        if held.review == Review.PENDING and before["review"] != Review.PENDING:
            tell_waiting(actor, held)
        record(actor, "plan.realise", held, survey.office, before=before, after=_noted(held, wanted))
    return held


def faults_of(wanted: Realisation, proven: bool, today: date) -> dict[str, str]:
    """What stands against saving this; name of the value to a sentence."""
    faults: dict[str, str] = {}
    if wanted.status == Status.DONE:
        needed = {
            "description": (wanted.description, "Uraikan apa yang dilaksanakan; status Sudah memerlukan deskripsi."),
            "months": (wanted.months or wanted.completed_on, "Pilih bulan pelaksanaan atau isi tanggal selesai."),
            "status": (
                proven,
                "Status Sudah memerlukan sedikitnya satu bukti dukung. Tambahkan foto atau laman web.",
            ),
        }
        faults |= {name: told for name, (given, told) in needed.items() if not given}
    if wanted.status == Status.IMPOSSIBLE and not wanted.reason:
        faults["reason"] = "Isi alasan mengapa RTL ini tidak dapat dilaksanakan."
    if wanted.status == Status.NOT_STARTED:
        told = "RTL yang belum dimulai tidak mempunyai {}; kosongkan, atau pilih status lain."
        signs = {
            "months": (wanted.months, "bulan pelaksanaan"),
            "completed_on": (wanted.completed_on, "tanggal selesai"),
        }
        faults |= {name: told.format(what) for name, (given, what) in signs.items() if given}
    if wanted.completed_on and wanted.completed_on > today:
        faults["completed_on"] = "Tanggal selesai belum tiba; isi tanggal hari ini atau sebelumnya."
    if wanted.months and wanted.months[-1] > Month.of(today):
        faults["months"] = "Ada bulan yang belum tiba; pilih hanya bulan yang sudah berjalan."
    if wanted.earliest and wanted.latest and wanted.latest < wanted.earliest:
        faults["latest"] = "Target selesai tidak boleh mendahului bulan mulai diselesaikan."
    return faults


def approve(actor: User, plan: ActionPlan, revision: int, proofs: str = "") -> ActionPlan:
    """A second person accepts a Sudah as it stood at ``revision``, with the ``proofs`` that they saw (proofs_of).

    Raises Declined, CycleLockedError.
    """
    return _review(actor, plan, revision, {"review": Review.APPROVED, "review_note": ""}, proofs)


def send_back(actor: User, plan: ActionPlan, revision: int, note: str) -> ActionPlan:
    """A second person returns a Sudah with a note: it is in progress again until mended.

    Raises Declined, also for an empty note, and CycleLockedError.
    """
    if not note.strip():
        raise Declined(NO_NOTE)
    mended = {"review": Review.RETURNED, "review_note": note.strip(), "status": Status.IN_PROGRESS}
    with transaction.atomic():
        returned = _review(actor, plan, revision, mended)
        tell_returned(actor, returned)
    return returned


def _plan(pk: int) -> ActionPlan:
    rows = ActionPlan.objects.select_related("completion").prefetch_related("months", "completion__units")
    return rows.get(pk=pk)


@dataclass(frozen=True, slots=True)
class _Writing:
    """What is to be written of a plan, and by whom."""

    plan: ActionPlan
    wanted: Realisation
    actor: User

    def write(self) -> None:
        for name in ("status", "description", "obstacle", "completed_on"):
            setattr(self.plan, name, getattr(self.wanted, name))
        self.plan.revision += 1
        self._submit()
        self.plan.save()
        self.plan.months.filter(kind=MonthKind.REALISED).delete()
        PlanMonth.objects.bulk_create(
            PlanMonth(plan=self.plan, kind=MonthKind.REALISED, month=month.first_day) for month in self.wanted.months
        )
        self._write_completion()

    def _submit(self) -> None:
        """What is done waits for a second person, whoever accepted an earlier text; else nothing is to decide."""
        if self.plan.status == Status.DONE:
            self.plan.review, self.plan.submitted_by = Review.PENDING, self.actor
        elif self.plan.review == Review.RETURNED and self.plan.status != Status.IMPOSSIBLE:
            return
        else:
            self.plan.review, self.plan.submitted_by, self.plan.review_note = Review.NONE, None, ""
        self.plan.reviewed_by = self.plan.reviewed_at = None

    def _write_completion(self) -> None:
        """Why it was open stays as history when a plan is done; a row is made only for something to keep."""
        given = {name: getattr(self.wanted, name) for name in ("reason", "strategy", "all_units")}
        given["others"] = as_kept(self.wanted.others)
        months = {"earliest": self.wanted.earliest, "latest": self.wanted.latest}
        given |= {name: month.first_day if month else None for name, month in months.items()}
        if (
            completion_of(self.plan) is None
            and not self.wanted.units
            and all(value in ("", None, False) for value in given.values())
        ):
            return
        row, _made = Completion.objects.update_or_create(plan=self.plan, defaults=given)
        row.units.set(self.wanted.units)


def _review(actor: User, plan: ActionPlan, revision: int, decided: Mapping[str, Any], proofs: str = "") -> ActionPlan:
    with open_cycle(plan.priority.followup.survey) as survey:
        held = _plan(plan.pk)
        if held.review != Review.PENDING:
            raise Declined(NOT_PENDING)
        if held.submitted_by_id == actor.pk:
            raise Declined(OWN_WORK)
        if held.revision != revision:
            raise Declined(CHANGED)
        if proofs and proofs != proofs_of(held):
            raise Declined(PROOFS_CHANGED)
        before = _reviewed(held)
        for name, value in decided.items():
            setattr(held, name, value)
        held.reviewed_by = actor
        held.reviewed_at = timezone.now()
        held.revision += 1
        held.save()
        action = "plan.approve" if held.review == Review.APPROVED else "plan.return"
        record(actor, action, held, survey.office, before=before, after=_reviewed(held))
    return held


def _reviewed(plan: ActionPlan) -> dict[str, Any]:
    return {"status": plan.status, "review": plan.review, "note": plan.review_note}


def _noted(plan: ActionPlan, said: Realisation) -> dict[str, Any]:
    """A version as the trail keeps it: units by name."""
    units = list(Unit.objects.filter(pk__in=said.units).values_list("short_name", flat=True))
    values = asdict(said) | {
        "months": [str(month) for month in said.months],
        "units": units,
        "others": list(said.others),
    }
    return values | {"review": plan.review}

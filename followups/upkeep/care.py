"""The verbs for upkeep: what keeps a high element high, in its order."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Max

from followups.evidence.proofs import is_proven
from followups.models import EvidenceGroup, FollowUp, Upkeep
from followups.others import as_kept
from followups.responsible import others_of
from offices.audit import record
from offices.declining import Declined, Overtaken
from offices.models import Unit, User
from offices.profile.ordering import Direction, move, number
from surveys.locking import open_cycle
from surveys.models import Element, Survey


@dataclass(frozen=True, slots=True)
class Care:
    """One upkeep: ``element`` by its key, what is planned and what was done.

    ``units``: primary keys; ``others``: posts and persons.
    """

    element: str
    plan: str
    activity: str
    all_units: bool
    units: tuple[int, ...]
    others: tuple[str, ...] = ()


def care_of(row: Upkeep) -> Care:
    """What is stored; with ``element`` and ``units`` fetched it asks the database nothing."""
    units = tuple(sorted(unit.pk for unit in row.units.all()))
    return Care(row.element.key, row.plan, row.activity, row.all_units, units, others_of(row))


def add_upkeep(survey: Survey, actor: User, care: Care) -> Upkeep:
    """Add an upkeep at the end. Raises Declined for an element that the instrument does not know."""
    with open_cycle(survey) as held:
        followup = FollowUp.objects.get(survey=held)
        last = followup.upkeep.aggregate(last=Max("position"))["last"] or 0
        row = Upkeep(followup=followup, position=last + 1)
        write_care(row, care, held)
        record(actor, "upkeep.add", row, held.office, after=told_care(care))
    return row


def add_upkeeps(survey: Survey, actor: User, cares: Iterable[Care]) -> list[Upkeep]:
    """Add several in their order, all or none; each is an event of its own."""
    with open_cycle(survey) as held:
        return [add_upkeep(held, actor, care) for care in cares]


def change_upkeep(survey: Survey, actor: User, upkeep: Upkeep, care: Care, revision: int) -> None:
    """Change an upkeep. Raises Overtaken unless ``revision`` is the stored one, Declined."""
    with open_cycle(survey) as held:
        row = _held(upkeep)
        if row.revision != revision:
            raise Overtaken(row.revision)
        before = care_of(row)
        row.revision += 1
        write_care(row, care, held)
        record(actor, "upkeep.change", row, held.office, before=told_care(before), after=told_care(care))


def move_upkeep(survey: Survey, actor: User, upkeep: Upkeep, to: Direction | int) -> None:
    """Let an upkeep change places with its neighbour, or stand at a place (from 1)."""
    with open_cycle(survey) as held:
        rows = list(Upkeep.objects.filter(followup=upkeep.followup_id).select_related("element"))
        before, after = move(rows, upkeep.pk, to)
        record(actor, "upkeep.move", upkeep, held.office, before={"position": before}, after={"position": after})


def delete_upkeep(survey: Survey, actor: User, upkeep: Upkeep) -> None:
    """Delete an upkeep that nothing proves; else Declined."""
    with open_cycle(survey) as held:
        row = _held(upkeep)
        if reason := reason_to_keep(row):
            raise Declined(reason)
        EvidenceGroup.objects.filter(upkeep=row).delete()
        record(
            actor,
            "upkeep.delete",
            row,
            held.office,
            before=told_care(care_of(row)) | {"position": row.position, "revision": row.revision},
        )
        row.delete()
        number(list(Upkeep.objects.filter(followup=upkeep.followup_id)))


def reason_to_keep(upkeep: Upkeep) -> str:
    """Why an upkeep cannot be deleted, as a sentence; nothing if it can."""
    shown = is_proven(upkeep=upkeep)
    told = EvidenceGroup.objects.filter(upkeep=upkeep).exclude(note="").exists()
    return "Pemeliharaan ini tidak dapat dihapus, karena sudah ada bukti dukungnya." if shown or told else ""


def _held(upkeep: Upkeep) -> Upkeep:
    row = Upkeep.objects.select_related("element").prefetch_related("units").filter(pk=upkeep.pk).first()
    if row is None:
        raise Declined("Pemeliharaan ini sudah dihapus.")
    return row


def write_care(row: Upkeep, care: Care, survey: Survey) -> None:
    """For who holds the cycle: save an upkeep with what is said of it."""
    element = Element.objects.filter(instrument=survey.instrument_id, key=care.element).first()
    if element is None:
        raise Declined("Unsur yang dipilih tidak dikenal oleh instrumen survei ini.")
    row.element, row.plan, row.activity, row.all_units = element, care.plan, care.activity, care.all_units
    row.others = as_kept(care.others)
    row.save()
    row.units.set(care.units)


def told_care(care: Care) -> dict[str, Any]:
    """An upkeep as the trail keeps it: units by name."""
    names = Unit.objects.filter(pk__in=care.units).order_by("pk").values_list("short_name", flat=True)
    told = asdict(care) | {"units": list(names), "others": list(care.others)}
    return {key: value for key, value in told.items() if value or key != "others"}

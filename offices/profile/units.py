"""The verbs for the units of an office: add, rename, order, close, delete.

A unit that anything names is closed instead of deleted: reports of earlier periods still speak of it.
"""

import re
from datetime import date
from typing import Any

from django.db.models import Max

from offices.audit import record
from offices.declining import Declined
from offices.invisible import alike
from offices.models import Office, Unit, User
from offices.profile.holding import held_office
from offices.profile.ordering import Direction, move
from offices.profile.references import names_of_users


def add_unit(office: Office, actor: User, name: str, short_name: str) -> Unit:
    """A new unit at the end of the list; Declined if one of that name is open already."""
    with held_office(office):
        _refuse_double(office, name, short_name)
        last = office.units.aggregate(last=Max("position"))["last"] or 0
        words = re.findall(r"[a-z0-9]+", short_name.lower())
        stem = (words[-1] if words else "unit")[:24]
        taken = set(office.units.values_list("key", flat=True))
        numbered = (f"{stem}{number}" for number in range(2, len(taken) + 3))
        unit = Unit.objects.create(
            office=office,
            key=stem if stem not in taken else next(key for key in numbered if key not in taken),
            name=name,
            short_name=short_name,
            position=last + 1,
        )
        record(actor, "unit.add", unit, office, after=_values(unit))
    return unit


def rename_unit(office: Office, actor: User, unit: Unit, name: str, short_name: str) -> None:
    """Another name; Declined if another open unit has it."""
    with held_office(office):
        _refuse_double(office, name, short_name, unit)
        before = _values(unit)
        unit.name, unit.short_name = name, short_name
        unit.save(update_fields=["name", "short_name"])
        record(actor, "unit.rename", unit, office, before=before, after=_values(unit))


def move_unit(office: Office, actor: User, unit: Unit, direction: Direction) -> None:
    """Let a unit change places with its neighbour; at the end it stays where it is."""
    with held_office(office):
        before, after = move(list(office.units.all()), unit.pk, direction)
        record(actor, "unit.move", unit, office, before={"position": before}, after={"position": after})


def close_unit(office: Office, actor: User, unit: Unit, day: date) -> None:
    """From this day on the unit is no longer offered; what names it keeps it. Declined where it was deleted."""
    with held_office(office):
        _write_closed(office, actor, unit, day, "unit.close")


def reopen_unit(office: Office, actor: User, unit: Unit) -> None:
    """Offer the unit again; Declined if another open one has its name by now, or it was deleted."""
    with held_office(office):
        _refuse_double(office, unit.name, unit.short_name, unit)
        _write_closed(office, actor, unit, None, "unit.reopen")


def delete_unit(office: Office, actor: User, unit: Unit) -> None:
    """Remove a unit that nothing names; else Declined."""
    with held_office(office):
        held = _held(unit)
        if users := names_of_users(held):
            listed = " dan ".join(users)
            raise Declined(
                f"{held} tidak dapat dihapus, karena dipakai oleh {listed}. Tutup unit ini mulai suatu tanggal."
            )
        record(actor, "unit.delete", held, office, before=_values(held))
        held.delete()


def _held(unit: Unit) -> Unit:
    """The row as it is now, locked; Declined where it is gone."""
    held = Unit.objects.select_for_update().filter(pk=unit.pk).first()
    if held is None:
        raise Declined("Unit ini sudah dihapus.")
    return held


def _refuse_double(office: Office, name: str, short_name: str, unit: Unit | None = None) -> None:
    others = office.units.filter(closed_on=None).exclude(pk=unit.pk if unit else 0)
    for field, value in (("name", name), ("short_name", short_name)):
        if alike(value) in map(alike, others.values_list(field, flat=True)):
            raise Declined("Unit lain yang masih aktif sudah memakai nama ini.", field)


def _write_closed(office: Office, actor: User, unit: Unit, day: date | None, action: str) -> None:
    held = _held(unit)
    before = held.closed_on
    held.closed_on = day
    held.save(update_fields=["closed_on"])
    record(actor, action, held, office, before={"closed_on": before}, after={"closed_on": day})


def _values(unit: Unit) -> dict[str, Any]:
    return {"name": unit.name, "short_name": unit.short_name}

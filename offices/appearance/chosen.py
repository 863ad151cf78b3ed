"""What holds for an office's reports: the value of the highest office that lays one down, its own, or the portal's.

The verb that writes a choice is here too; forms and pages are beside it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from offices.appearance.telling import tell_below
from offices.appearance.values import AS_THE_PORTAL, Appearance
from offices.audit import record
from offices.models import Office, ReportAppearance, User
from offices.permissions import LEVELS_BELOW
from offices.profile.holding import held_office

CHOOSE, LAY_DOWN = "appearance.choose", "appearance.lay_down"
NAMES = tuple(field.name for field in fields(Appearance))


@dataclass(frozen=True, slots=True)
class LaidDown:
    """A value that an office above laid down: which office, and when it last changed what it lays down."""

    by: Office
    at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """``appearance``: what holds. ``own``: what the office chose, as far as it did. ``fixed``: by the value's name."""

    appearance: Appearance
    own: Mapping[str, Any]
    fixed: Mapping[str, LaidDown]


def appearance_of(office: Office) -> Appearance:
    """What the office's reports look like if one is prepared now."""
    return chosen_for(office).appearance


def chosen_for(office: Office) -> Chosen:
    """Two queries, however many offices are above."""
    above = offices_above(office)
    rows = ReportAppearance.objects.filter(office__in=[office.pk, *above]).select_related("office")
    by_office = {(row.office_id, row.for_below): row for row in rows}
    own = said_in(by_office.get((office.pk, False)))
    values = dict(own)
    fixed: dict[str, LaidDown] = {}
    for pk in above:  # the nearest first, so that the highest has the last word
        row = by_office.get((pk, True))
        if row is not None:
            said = said_in(row)
            values |= said
            fixed |= dict.fromkeys(said, LaidDown(row.office, row.changed_at))
    return Chosen(Appearance(**values), own, fixed)


def laid_down_by(office: Office) -> dict[str, Any]:
    """What an office lays down for all below it, as far as it does."""
    return said_in(row_of(office, for_below=True))


def row_of(office: Office, *, for_below: bool) -> ReportAppearance | None:
    """What an office chose for itself, or what it lays down for those below it."""
    return ReportAppearance.objects.filter(office=office, for_below=for_below).first()


def said_in(row: ReportAppearance | None) -> dict[str, Any]:
    """The values that a row says something of."""
    values = {name: getattr(row, name) for name in NAMES} if row else {}
    return {name: value for name, value in values.items() if value not in ("", None)}


def apart_from_portal(said: Mapping[str, Any]) -> dict[str, Any]:
    """What of a form was chosen: a value that holds anyhow is left open."""
    usual = asdict(AS_THE_PORTAL)
    return {name: value for name, value in said.items() if value != usual[name]}


def save_choice(office: Office, actor: User, said: Mapping[str, Any], *, for_below: bool) -> None:
    """Write all that an office chooses, or lays down for those below, with one event. What is not ``said`` is open."""
    with held_office(office) as held:
        before = said_in(row_of(held, for_below=for_below))
        values = asdict(AS_THE_PORTAL)
        blank = {name: None if isinstance(value, bool) else "" for name, value in values.items()}
        row, _created = ReportAppearance.objects.update_or_create(
            office=held, for_below=for_below, defaults=blank | dict(said)
        )
        record(actor, LAY_DOWN if for_below else CHOOSE, row, held, before=before, after=dict(said))
        changed = [name for name in NAMES if before.get(name) != said.get(name)]
        if for_below and changed:
            tell_below(held, actor, changed)


def offices_above(office: Office) -> list[int]:
    """Their keys, the nearest first."""
    path = ["__".join(["parent"] * level) for level in range(1, LEVELS_BELOW + 1)]
    found = Office.objects.filter(pk=office.pk).values_list(*path).first() or ()
    return [pk for pk in found if pk is not None]

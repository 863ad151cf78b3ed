"""Who answers for a plan, an upkeep or a completion: all units of an office, or some; how that is chosen in a form.

How it is told in tables lies with them (planning/rows.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Q

from followups.models import ActionPlan, Upkeep
from offices.models import Office

ALL = "*"
"""What a form sends for all units together."""
ANSWERED_BY_UNIT = Q(lead=OuterRef("unit")) | Q(lead=None) & (Q(all_units=True) | Q(units=OuterRef("unit")))
"""Plans for which the unit of a membership answers, in a subquery of memberships: its lead, else any that is named."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """``units``: primary keys in order of those that were chosen singly, none where all answer."""

    all_units: bool
    units: tuple[int, ...]

    def as_sent(self) -> list[str]:
        """The same in the values of the form."""
        return [ALL] if self.all_units else [str(unit) for unit in self.units]


class ResponsibleField(forms.MultipleChoiceField):
    """All units, or one or several; its clean value is a Responsible."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple)

    def offer(self, office: Office, stored: Iterable[int]) -> list[tuple[str, str]]:
        """All units together, then each one that is open or already chosen; the latter come back as choices."""
        kept = set(stored)
        units = [unit for unit in office.units.all() if unit.closed_on is None or unit.pk in kept]
        single = [(str(unit.pk), unit.short_name) for unit in units]
        self.choices = [(ALL, office.all_units_label), *single]
        return single

    def clean(self, value: Any) -> Responsible:
        """Raises ValidationError where all and some were chosen at once."""
        chosen = super().clean([unit for unit in value or () if unit])  # a list of one offers "nobody yet" as well
        if ALL in chosen and len(chosen) > 1:
            raise ValidationError("Pilih seluruh unit, atau unit tertentu saja; tidak keduanya.")
        return Responsible(ALL in chosen, tuple(sorted(int(unit) for unit in chosen if unit != ALL)))


def unit_choices(office: Office) -> list[tuple[str, str]]:
    """The units of an office as one chooses among them, by key."""
    return [(str(unit.pk), unit.short_name) for unit in office.units.all()]


def units_answering(row: ActionPlan | Upkeep, choices: Iterable[tuple[str, str]]) -> set[str]:
    """The keys of the units that answer for a plan or an upkeep; those of all ``choices`` where all do."""
    if row.all_units:
        return {key for key, _name in choices}
    units = {str(unit.pk) for unit in row.units.all()}
    lead = getattr(row, "lead_id", None)
    return units | ({str(lead)} if lead else set())

"""Who answers for a plan, an upkeep or a completion: units of an office, posts, persons; how that is said in a form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Q

from followups.models import ActionPlan, Completion, Upkeep
from followups.others import fault_of, others_in
from offices.invisible import alike
from offices.models import Office, Unit

ALL = "*"
"""What a form sends for all units together."""
WHOLE_OFFICE = "Kosongkan bila seluruh satuan kerja yang bertanggung jawab."
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


def responsible_in(given: Mapping[str, Any]) -> Responsible:
    """Who answers, as a form says it; where it asks for no units and nobody is named, the whole office."""
    return given["units"] if "units" in given else Responsible(not given["others"], ())


def ask_for_others_alone(form: forms.Form, hint: str) -> None:
    """In an office that is not divided posts and persons are all that one can name."""
    label = form.fields.pop("units").label
    others = form.fields["others"]
    others.label = label
    others.help_text = f"{hint} {others.help_text}"


class OthersField(forms.CharField):
    """Posts and persons, with semicolons between them; its clean value is a tuple of them."""

    def __init__(self, label: str) -> None:
        hint = "Jabatan atau nama orang, misalnya Kasi Pelayanan; Kepala Tata Usaha. Pisahkan dengan titik koma."
        super().__init__(label=label, help_text=hint, required=False, widget=forms.TextInput({"class": "form-control"}))

    def clean(self, value: Any) -> tuple[str, ...]:
        """Raises ValidationError for too many of them, and for one that is too long."""
        named = others_in(super().clean(value))
        if fault := fault_of(named):
            raise ValidationError(fault)
        return named


def others_of(row: ActionPlan | Completion | Upkeep) -> tuple[str, ...]:
    """The posts and persons that answer for something beside its units."""
    return others_in(row.others)


def responsible_words(all_units: bool, units: Iterable[Unit], others: Iterable[str], office: Office) -> tuple[str, ...]:
    """Who answers for something, as tables print it: units, then posts and persons."""
    named = [office.all_units_label] if all_units else [unit.short_name for unit in units]
    return (*named, *others)


def responsible_choices(units: Iterable[Unit], rows: Iterable[ActionPlan | Upkeep]) -> list[tuple[str, str]]:
    """Among whom one chooses, by key: all ``units`` of an office, then the posts and persons that ``rows`` name."""
    others = {alike(name): name for row in rows for name in others_of(row)}
    return [*((str(unit.pk), unit.short_name) for unit in units), *others.items()]


def answering(row: ActionPlan | Upkeep, units: Iterable[Unit]) -> set[str]:
    """The keys of those who answer for a plan or an upkeep; of all ``units`` where all do."""
    named = {str(unit.pk) for unit in (units if row.all_units else row.units.all())}
    lead = getattr(row, "lead_id", None)
    return named | ({str(lead)} if lead else set()) | {alike(name) for name in others_of(row)}

"""The form of one upkeep: what keeps a high element high."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from followups.fields import UPKEEP_ACTIVITY, UPKEEP_ELEMENT, UPKEEP_PLAN, UPKEEP_UNITS
from followups.models import Upkeep
from followups.planning.forms import one_or_all, responsible_in
from followups.realising.form import ALL, LongText, unit_choices
from followups.upkeep.care import Care
from offices.models import Office
from offices.sending.versions import OpenedForm


class UpkeepForm(OpenedForm):
    """One upkeep."""

    element = forms.ChoiceField(label=UPKEEP_ELEMENT.label, help_text="Unsur bernilai tinggi berada di urutan atas.")
    plan = LongText(UPKEEP_PLAN.label, "Dicetak pada bagian 2.4.")
    activity = LongText(UPKEEP_ACTIVITY.label, "Apa yang sudah dilaksanakan; dicetak dalam Tabel 3.2.")
    units = forms.MultipleChoiceField(label=UPKEEP_UNITS.label, required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        *args: Any,
        office: Office,
        elements: Sequence[tuple[str, str]],
        upkeep: Upkeep | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        used = {unit.pk for unit in upkeep.units.all()} if upkeep else set()
        cast(forms.ChoiceField, self.fields["element"]).choices = elements
        cast(forms.ChoiceField, self.fields["units"]).choices = unit_choices(office, used)

    def clean_units(self) -> list[str]:
        return one_or_all(self.cleaned_data["units"])

    def care(self) -> Care:
        given = self.cleaned_data
        all_units, units = responsible_in(given["units"])
        return Care(given["element"], given["plan"], given["activity"], all_units, units)


def care_values(care: Care) -> dict[str, Any]:
    """An upkeep in the names and texts of the form."""
    units = [ALL] if care.all_units else [str(unit) for unit in care.units]
    return {"element": care.element, "plan": care.plan, "activity": care.activity, "units": units}

"""The form of one upkeep: what keeps a high element high."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from followups.fields import UPKEEP_ACTIVITY, UPKEEP_ELEMENT, UPKEEP_PLAN, UPKEEP_UNITS
from followups.models import Upkeep
from followups.realising.form import LongText
from followups.responsible import Responsible, ResponsibleField
from followups.upkeep.care import Care
from offices.models import Office
from offices.sending.versions import OpenedForm


class UpkeepForm(OpenedForm):
    """One upkeep."""

    element = forms.ChoiceField(label=UPKEEP_ELEMENT.label, help_text="Unsur bernilai tinggi berada di urutan atas.")
    plan = LongText(UPKEEP_PLAN.label, "Dicetak pada bagian 2.4.")
    activity = LongText(UPKEEP_ACTIVITY.label, "Apa yang sudah dilaksanakan; dicetak dalam Tabel 3.2.")
    units = ResponsibleField(UPKEEP_UNITS.label)

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
        cast(ResponsibleField, self.fields["units"]).offer(office, used)

    def care(self) -> Care:
        given = self.cleaned_data
        responsible: Responsible = given["units"]
        return Care(given["element"], given["plan"], given["activity"], responsible.all_units, responsible.units)


def care_values(care: Care) -> dict[str, Any]:
    """An upkeep in the names and texts of the form."""
    units = Responsible(care.all_units, care.units)
    return {"element": care.element, "plan": care.plan, "activity": care.activity, "units": units.as_sent()}

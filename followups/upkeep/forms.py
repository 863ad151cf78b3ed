"""The form of one upkeep: what keeps a high element high."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from followups.fields import UPKEEP_ACTIVITY, UPKEEP_ELEMENT, UPKEEP_OTHERS, UPKEEP_PLAN, UPKEEP_UNITS
from followups.models import Upkeep
from followups.others import as_typed
from followups.realising.form import LongText
from followups.responsible import (
    WHOLE_OFFICE,
    OthersField,
    Responsible,
    ResponsibleField,
    ask_for_others_alone,
    responsible_in,
)
from followups.upkeep.care import Care
from offices.models import Office
from offices.sending.versions import OpenedForm


class UpkeepForm(OpenedForm):
    """One upkeep."""

    element = forms.ChoiceField(label=UPKEEP_ELEMENT.label, help_text="Unsur bernilai tinggi berada di urutan atas.")
    plan = LongText(UPKEEP_PLAN.label, "Dicetak pada bagian 2.4.")
    activity = LongText(UPKEEP_ACTIVITY.label, "Apa yang sudah dilaksanakan; dicetak dalam Tabel 3.2.")
    units = ResponsibleField(UPKEEP_UNITS.label)
    others = OthersField(UPKEEP_OTHERS.label)

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
        if not cast(ResponsibleField, self.fields["units"]).offer(office, used):
            ask_for_others_alone(self, WHOLE_OFFICE)

    def care(self) -> Care:
        given = self.cleaned_data
        responsible = responsible_in(given)
        return Care(
            element=given["element"],
            plan=given["plan"],
            activity=given["activity"],
            all_units=responsible.all_units,
            units=responsible.units,
            others=given["others"],
        )


def care_values(care: Care) -> dict[str, Any]:
    """An upkeep in the names and texts of the form."""
    return {
        "element": care.element,
        "plan": care.plan,
        "activity": care.activity,
        "units": Responsible(care.all_units, care.units).as_sent(),
        "others": as_typed(care.others),
    }

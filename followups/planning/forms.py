"""The forms of what is promised: priorities and plans."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms

from followups.fields import (
    INDICATOR,
    LEAD,
    PLAN_MONTHS,
    PLAN_OTHERS,
    PLAN_TEXTS,
    PLAN_UNITS,
    PROGRAMME,
    RATIONALE,
    TARGET,
)
from followups.models import ActionPlan, FollowUp, Priority
from followups.months import Month, months_between
from followups.numbering import month_words
from followups.others import as_typed
from followups.planning.plans import Chosen, Promise, planned_months
from followups.realising.form import LongText
from followups.responsible import (
    WHOLE_OFFICE,
    OthersField,
    Responsible,
    ResponsibleField,
    ask_for_others_alone,
    responsible_in,
)
from offices.models import Office
from offices.sending.versions import OpenedForm
from surveys.offering.kinds import services_of

PROBLEM_HINT = (
    "Apa yang dialami atau dikeluhkan pengguna layanan, sejak kapan, dan apa sebabnya? Dicetak pada bagian 2.2 di "
    "bawah nilai dan peringkat unsur ini."
)


class PrioritiesForm(OpenedForm):
    """Which elements are chosen (``chosen``, repeated), and why each (``rationale_KEY``)."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    chosen = forms.MultipleChoiceField(label="Unsur prioritas", required=False)

    def __init__(self, *args: Any, elements: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["chosen"]).choices = elements
        for key, name in elements:
            problem = LongText(f"Permasalahan pada unsur {name}", PROBLEM_HINT)
            problem.widget.attrs["placeholder"] = RATIONALE.hint
            self.fields[f"rationale_{key}"] = problem

    def in_order(self, ranking: Sequence[str]) -> list[Chosen]:
        """What was chosen: those seen before in their order, new ones after them from the lowest score up."""
        chosen = set(self.cleaned_data["chosen"])
        order = [*self.seen_keys(), *(key for key in ranking if key not in self.seen_keys())]
        return [Chosen(key, self.cleaned_data[f"rationale_{key}"].strip()) for key in order if key in chosen]

    def seen_keys(self) -> list[str]:
        return [key for key in self.cleaned_data["seen"].split(",") if key]


class PlanForm(OpenedForm):
    """What a plan promises."""

    priority = forms.TypedChoiceField(label="Unsur prioritas", coerce=int)
    programme = LongText(
        PROGRAMME.label,
        "Apa yang akan dilaksanakan.",
        required=True,
        error_messages={"required": "Tulis dahulu program atau kegiatannya."},
    )
    months = forms.MultipleChoiceField(label=PLAN_MONTHS.label, required=False, widget=forms.CheckboxSelectMultiple)
    units = ResponsibleField(PLAN_UNITS.label)
    others = OthersField(PLAN_OTHERS.label)
    lead = forms.TypedChoiceField(
        label=LEAD.label,
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Bila diisi, hanya unit ini yang mengisi realisasi dan bukti dukungnya.",
    )
    services = forms.MultipleChoiceField(
        label="Layanan yang dilayani",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Boleh dikosongkan; bila diisi, tercetak bersama RTL ini.",
    )
    indicator = LongText(INDICATOR.label, "Boleh dikosongkan.")
    target = LongText(TARGET.label, "Boleh dikosongkan.")

    field_order = ("priority", "programme", "months", "units", "others", "lead", "services", "indicator", "target")

    def __init__(
        self,
        *args: Any,
        office: Office,
        followup: FollowUp,
        priorities: Iterable[Priority],
        plan: ActionPlan | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        used = {unit.pk for unit in plan.units.all()} if plan else set()
        if plan:
            del self.fields["priority"]
            used |= {plan.lead_id} if plan.lead_id else set()
        else:
            self._choices("priority", [(row.pk, row.element.name) for row in priorities])
        units = cast(ResponsibleField, self.fields["units"]).offer(office, used)
        self._choices("lead", [("", "Tidak ada"), *units])
        if not units:
            del self.fields["lead"]
            ask_for_others_alone(self, WHOLE_OFFICE)
        served = {service.pk for service in plan.services.all()} if plan else set()
        offered = [row for row in services_of(office) if row.in_use or row.pk in served]
        self._choices("services", [(str(row.pk), row.name) for row in offered])
        if not offered:
            del self.fields["services"]
        window = months_between(Month.of(followup.start), Month.of(followup.end))
        months = sorted({*window, *(planned_months(plan) if plan else ())})
        self._choices("months", [(str(month), month_words(month)) for month in months])

    def _choices(self, name: str, choices: list[tuple[Any, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        """Who coordinates is one of those who answer, as soon as somebody does."""
        given = super().clean() or self.cleaned_data
        lead = given.get("lead")
        responsible: Responsible | None = given.get("units")
        is_among = responsible and (responsible.all_units or lead in responsible.units)
        if lead and not is_among and ((responsible and responsible.units) or given.get("others")):
            self.add_error("lead", "Koordinator harus salah satu penanggung jawab. Pilih juga unitnya di sana.")
        return given

    def promise(self) -> Promise:
        given = self.cleaned_data
        responsible = responsible_in(given)
        return Promise(
            **{field.key: given[field.key] for field in PLAN_TEXTS},
            months=tuple(sorted(Month.parse(month) for month in given["months"])),
            all_units=responsible.all_units,
            units=responsible.units,
            lead=given.get("lead"),
            services=tuple(sorted(int(service) for service in given.get("services", ()))),
            others=given["others"],
        )


def promise_values(promise: Promise) -> dict[str, Any]:
    """A promise in the names and texts of the form."""
    return {
        **{field.key: getattr(promise, field.key) for field in PLAN_TEXTS},
        "months": [str(month) for month in promise.months],
        "units": Responsible(promise.all_units, promise.units).as_sent(),
        "services": [str(service) for service in promise.services],
        "others": as_typed(promise.others),
        "lead": "" if promise.lead is None else str(promise.lead),
    }

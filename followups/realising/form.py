"""The form of one plan's realisation: what may be chosen, how it is read, and how two versions are compared."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, cast

from django import forms
from django.http import QueryDict

from followups.fields import (
    COMPLETED_ON,
    COMPLETION_OTHERS,
    COMPLETION_UNITS,
    DESCRIPTION,
    EARLIEST,
    LATEST,
    LONGEST_TEXT,
    OBSTACLE,
    REALISED_MONTHS,
    REASON,
    STATUS,
    STRATEGY,
)
from followups.models import ActionPlan, Status
from followups.months import Month, months_between
from followups.numbering import month_words
from followups.others import as_typed
from followups.realising.realisation import Realisation, realisation_of
from followups.responsible import (
    WHOLE_OFFICE,
    OthersField,
    Responsible,
    ResponsibleField,
    ask_for_others_alone,
    responsible_in,
)
from offices.days import DayField
from offices.sending.versions import OpenedForm, in_words, opened_on
from offices.zones import today_of

LONGEST_NOTE = 1000
TARGET_MONTHS = 60
MONTHS_AFTER = 3
_REAL = "Bulan ketika kegiatan benar-benar dilaksanakan."
_LIMIT = f"Paling banyak {LONGEST_TEXT:,} karakter.".replace(",", ".")


class LongText(forms.CharField):
    """Text of several paragraphs, with one kind of line end, whatever the browser sends."""

    def __init__(self, label: str, hint: str, longest: int = LONGEST_TEXT, **options: Any) -> None:
        self.longest = longest
        area = forms.Textarea({"rows": 4, "class": "form-control"})
        super().__init__(label=label, help_text=hint, widget=area, **{"required": False} | options)

    def to_python(self, value: Any) -> str:
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.longest:
            told, most = (f"{number:,}".replace(",", ".") for number in (len(value), self.longest))
            raise forms.ValidationError(f"Teks ini {told} karakter; paling banyak {most}. Ringkaskan dahulu.")


class TargetField(forms.TypedChoiceField):
    """A month in which something is to be completed; None while it is open."""

    def __init__(self, label: str, open_word: str) -> None:
        self.open_word = open_word
        look = forms.Select({"class": "form-select"})
        super().__init__(label=label, required=False, coerce=Month.parse, empty_value=None, widget=look)


OF_WORK = ("description", "months", "completed_on", "obstacle")
"""The fields that say what was carried out."""


class RealisationForm(OpenedForm):
    """One plan's realisation."""

    status = forms.ChoiceField(
        label=STATUS.label,
        choices=Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih status."},
    )
    description = LongText(DESCRIPTION.label, f"{DESCRIPTION.hint} {_LIMIT}")
    months = forms.MultipleChoiceField(
        label=REALISED_MONTHS.label, required=False, widget=forms.CheckboxSelectMultiple, help_text=_REAL
    )
    completed_on = DayField(COMPLETED_ON.label, required=False)
    obstacle = LongText(OBSTACLE.label, f"{OBSTACLE.hint} {_LIMIT}")
    reason = LongText(REASON.label, f"{REASON.hint} {_LIMIT}")
    strategy = LongText(STRATEGY.label, f"{STRATEGY.hint} {_LIMIT}")
    latest = TargetField(LATEST.label, "Pilih bulan")
    earliest = TargetField(EARLIEST.label, "Tidak ditentukan")
    units = ResponsibleField(COMPLETION_UNITS.label, "Boleh lebih dari satu.")
    others = OthersField(COMPLETION_OTHERS.label)

    def __init__(self, plan: ActionPlan, data: QueryDict | None = None) -> None:
        stored = realisation_of(plan)
        initial = field_values(stored) | opened_on(field_values(stored), plan.revision)
        super().__init__(data, initial=initial, auto_id=f"rtl-{plan.pk}-%s", label_suffix="")
        self.plan = plan
        self._choices("months").choices = self._month_choices(stored.months)
        if not cast(ResponsibleField, self.fields["units"]).offer(plan.priority.followup.survey.office, stored.units):
            ask_for_others_alone(self, WHOLE_OFFICE)
        for name in ("earliest", "latest"):
            field = cast(TargetField, self.fields[name])
            field.choices = [("", field.open_word), *self._target_choices(getattr(stored, name))]

    def _choices(self, name: str) -> forms.ChoiceField:
        return cast(forms.ChoiceField, self.fields[name])

    def wanted(self) -> Realisation:
        """What was filled in."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in OpenedForm.base_fields}
        responsible = responsible_in(values)
        values["months"] = tuple(sorted(Month.parse(month) for month in values["months"]))
        is_asked = "units" in self.fields or bool(values["strategy"])
        return Realisation(**values | {"units": responsible.units}, all_units=responsible.all_units and is_asked)

    def _month_choices(self, stored: Sequence[Month]) -> list[tuple[str, str]]:
        """The months of the window and a few more, as far as they have come; and those that are stored."""
        followup = self.plan.priority.followup
        today = Month.of(today_of(self.plan.priority.followup.survey.office))
        start = Month.of(followup.start)
        end = Month.of(followup.end)
        offered = set(months_between(start, min(end.plus(MONTHS_AFTER), today))) or {today}
        return _named(sorted(offered | set(stored)))

    def _target_choices(self, stored: Month | None) -> list[tuple[str, Any]]:
        """The months from that of the report, or this one if it comes later, up to five years ahead; by their years.

        A target that the report would find passed blocks its preparation.
        """
        followup = self.plan.priority.followup
        today = Month.of(today_of(self.plan.priority.followup.survey.office))
        report = Month.of(followup.report_month) if followup.report_month else Month.of(followup.end).plus(1)
        first = max(report, today)
        offered = {*months_between(first, first.plus(TARGET_MONTHS)), *([stored] if stored else [])}
        years = groupby(sorted(offered), key=lambda month: month.year)
        return [(str(year), _named(months)) for year, months in years]

    @property
    def holds_work(self) -> bool:
        """Whether it says what was carried out, which is to be seen even where the status does not ask for it."""
        return self._holds(*OF_WORK)

    @property
    def holds_day(self) -> bool:
        return self._holds("completed_on")

    @property
    def holds_strategy(self) -> bool:
        return self._holds("strategy", "earliest", "latest", "units", "others")

    def _holds(self, *names: str) -> bool:
        return any(self[name].value() for name in names if name in self.fields)


def field_values(said: Realisation) -> dict[str, Any]:
    """A version in the form's own names and texts."""
    units = Responsible(said.all_units, said.units).as_sent()
    values = {name: getattr(said, name) for name in RealisationForm.base_fields if hasattr(said, name)}
    targets = {name: str(getattr(said, name) or "") for name in ("earliest", "latest")}
    return (
        values
        | {"months": [str(month) for month in said.months], "units": units}
        | targets
        | {"others": as_typed(said.others)}
    )


def _named(months: Iterable[Month]) -> list[tuple[str, str]]:
    return [(str(month), month_words(month)) for month in months]


def told(form: RealisationForm, *only: str) -> list[tuple[str, str]]:
    """What is stored, field by field in words, for those who only read; of these fields where some are named."""
    names = only or [name for name in form.fields if name not in OpenedForm.base_fields]
    return [(str(form.fields[name].label), in_words(form.fields[name], form.initial[name])) for name in names]


class ReturnForm(forms.Form):
    """Why a Sudah is returned."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    note = LongText(
        "Catatan pengembalian",
        "Apa yang perlu diperbaiki. Paling banyak 1.000 karakter.",
        LONGEST_NOTE,
        required=True,
        error_messages={"required": "Tulis apa yang perlu diperbaiki, agar pengirim tahu apa yang diminta."},
    )

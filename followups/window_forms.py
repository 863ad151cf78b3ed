"""The forms of a cycle's months: a new cycle, and the window of its follow-up."""

from typing import Any, cast

from django import forms

from followups.cycles import Window
from followups.fields import REPORT_MONTH
from followups.models import FollowUp
from followups.months import Month, months_between
from followups.numbering import month_words
from surveys.forms import PeriodForm
from surveys.models import Instrument

YEARS_BEFORE, YEARS_AFTER = 1, 5
SEVERAL = 2


def month_choices(year: int, empty: str) -> list[tuple[str, Any]]:
    """The months of the years around a survey, grouped by year; the empty choice says what it means."""
    years = range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)
    groups = [(str(y), [(str(m), month_words(m)) for m in months_between(Month(y, 1), Month(y, 12))]) for y in years]
    return [("", empty), *groups]


def _month_field(label: str, **options: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=Month.parse, empty_value=None, **options)


class WindowForm(forms.Form):
    """The months of the follow-up and of its report."""

    first_month = _month_field("Bulan pertama tindak lanjut")
    last_month = _month_field("Bulan terakhir tindak lanjut")
    report_month = _month_field(REPORT_MONTH.label, required=False)

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_months(self, year, "Pilih bulan")
        cast(forms.ChoiceField, self.fields["report_month"]).choices = month_choices(year, "Belum ditentukan")

    def window(self) -> Window:
        return Window(*(self.cleaned_data[name] for name in ("first_month", "last_month", "report_month")))


class CycleForm(PeriodForm):
    """A new cycle. Months that are left open are the usual ones after the period.

    The instrument is asked where the portal has several: the latest is not everybody's.
    """

    instrument = forms.ModelChoiceField(
        Instrument.objects.order_by("-valid_from", "key"),
        label="Instrumen survei",
        to_field_name="key",
        empty_label="Pilih instrumen",
        help_text="Peraturan yang menetapkan unsur survei ini.",
    )
    first_month = _month_field("Bulan pertama tindak lanjut", required=False)
    last_month = _month_field("Bulan terakhir tindak lanjut", required=False)
    report_month = _month_field(REPORT_MONTH.label, required=False)

    def __init__(self, *args: Any, this_year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_months(self, this_year, "Otomatis")
        if Instrument.objects.count() < SEVERAL:
            del self.fields["instrument"]

    def window(self) -> Window:
        usual = Window.after(self.period())
        chosen = self.cleaned_data
        return Window(
            chosen["first_month"] or usual.first,
            chosen["last_month"] or usual.last,
            chosen["report_month"] or usual.report,
        )


def _offer_months(form: forms.Form, year: int, empty: str) -> None:
    for name in ("first_month", "last_month", "report_month"):
        cast(forms.ChoiceField, form.fields[name]).choices = month_choices(year, empty)


def window_values(followup: FollowUp) -> dict[str, Any]:
    """The months of a follow-up in the names and texts of the form."""
    values = {"first_month": followup.start, "last_month": followup.end, "report_month": followup.report_month}
    return {name: str(Month.of(day)) if day else "" for name, day in values.items()}

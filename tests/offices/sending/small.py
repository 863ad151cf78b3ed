"""A form of three fields, with which merging is tried."""

from django import forms

from offices.days import DayField
from offices.sending.versions import OpenedForm


class SmallForm(OpenedForm):
    name = forms.CharField(label="Nama")
    months = forms.MultipleChoiceField(
        label="Bulan", required=False, choices=[("1", "Januari"), ("2", "Februari"), ("3", "Maret")]
    )
    day = DayField("Hari", required=False)

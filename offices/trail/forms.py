"""The filters of the trail."""

from typing import Any, cast

from django import forms

from offices.days import DayField
from offices.recording.words import GROUP_NAMES
from offices.trail.entries import Filters


def groups() -> list[tuple[str, str]]:
    """Asked when a form is made: the rooms register their words later than this module is read."""
    return [("", "Semua"), *sorted(GROUP_NAMES.items(), key=lambda item: item[1])]


class TrailForm(forms.Form):
    """Who, what kind, between which days, to which thing."""

    orang = forms.TypedChoiceField(label="Pelaku", required=False, coerce=int, empty_value=None)
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=groups)
    dari = DayField("Dari tanggal", required=False, help_text="", ahead=366)
    sampai = DayField("Sampai tanggal", required=False, help_text="", ahead=366)
    objek = forms.CharField(label="Objek", required=False, max_length=100)

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["orang"]).choices = [("", "Semua"), *people]

    def clean(self) -> dict[str, Any]:
        super().clean()
        first = self.cleaned_data.get("dari")
        last = self.cleaned_data.get("sampai")
        if first and last and last < first:
            self.add_error("sampai", "Tanggal ini mendahului tanggal awal.")
        return self.cleaned_data

    def asked_for(self) -> str:
        """What was chosen, in words: for paper, on which no form stands."""
        self.is_valid()
        labels = {name: dict(field.choices) for name, field in self.fields.items() if hasattr(field, "choices")}
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        said = {name: labels.get(name, {}).get(value) or self[name].value() for name, value in asked.items()}
        return " · ".join(f"{self.fields[name].label}: {value}" for name, value in said.items())

    def filters(self) -> Filters:
        """What is sound of the filters; what is not is left out."""
        self.is_valid()
        names = {"person": "orang", "group": "jenis", "first": "dari", "last": "sampai", "thing": "objek"}
        return Filters(
            **{name: self.cleaned_data[field] for name, field in names.items() if field in self.cleaned_data}
        )

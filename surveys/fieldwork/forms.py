"""The form of how a survey was carried out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from offices.days import HINT, DayField
from offices.fields import Field
from offices.sending.versions import OpenedForm
from surveys import fields

AHEAD = 400
"""How many days after today the report may be planned to be done."""
TEAM_LIKE = "Sari Utami, Kepala Subbagian Rendatin, ketua tim"
MANNER_LIKE = "Kuesioner diisi sendiri oleh responden di ruang pelayanan dan melalui tautan daring (kode QR)"


def _text(field: Field, rows: int, example: str = "") -> forms.CharField:
    look = {"rows": rows, "class": "form-control", "placeholder": example}
    return forms.CharField(
        label=field.label,
        required=False,
        max_length=fields.LONGEST_OF_FIELDWORK,
        widget=forms.Textarea(look),
        help_text=field.hint,
    )


class FieldworkForm(OpenedForm):
    """Team, way and places of a survey, and the days of its four activities."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[fields.TEAM.key] = _text(fields.TEAM, 4, TEAM_LIKE)
        self.fields[fields.MANNER.key] = _text(fields.MANNER, 3, MANNER_LIKE)
        self.fields[fields.PLACES.key] = _text(fields.PLACES, 2)
        for field in fields.OWN_TEXTS:
            self.fields[field.key] = _text(field, 5)
        for key in fields.ACTIVITIES:
            start, end, days = fields.activity_fields(key)
            self.fields[start.key] = DayField(start.label, required=False, ahead=AHEAD, help_text=f"{HINT}.")
            self.fields[end.key] = DayField(end.label, required=False, ahead=AHEAD, help_text="")
            self.fields[days.key] = forms.IntegerField(
                label=days.label,
                required=False,
                min_value=0,
                max_value=fields.MOST_WORKDAYS,
                widget=forms.TextInput({"inputmode": "numeric", "class": "form-control"}),
                help_text="Kosongkan agar dihitung dari kalender.",
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for key in fields.ACTIVITIES:
            start, end, days = fields.activity_fields(key)
            first, last, stated = (cleaned.get(field.key) for field in (start, end, days))
            if first and last and last < first:
                self.add_error(end.key, f"{end.label} mendahului tanggal mulainya. Periksa keduanya.")
            elif stated and first and last and stated > (span := (last - first).days + 1):
                told = f"Dari tanggal mulai sampai selesai hanya ada {span} hari. Periksa jumlah hari kerjanya."
                self.add_error(days.key, ValidationError(told))
        return cleaned

    def values(self) -> dict[str, Any]:
        """What is to be saved, by the keys of the fields."""
        return {field.key: self.cleaned_data[field.key] for field in fields.FIELDWORK_FIELDS}

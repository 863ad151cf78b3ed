"""The form field for a day, typed as Indonesians write it; a browser's own box speaks the browser's language."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS, MONTHS_3

HINT = "hh-bb-tttt, misalnya 20-10-2025"
ADVICE = "Tulis tanggal yang ada sebagai hari-bulan-tahun, misalnya 20-10-2025."
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]\s*(\d{1,2})[-/. ]\s*(\d{4})|(\d{2})(\d{2})(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2}) (\w+) (\d{4})")


class DayField(forms.DateField):
    """A day as ``20-10-2025``, ``20/10/2025``, ``20102025``, ``20 Oktober 2025`` or ``2025-10-20``; as a date."""

    def __init__(self, label: str, **options: Any) -> None:
        look = {"placeholder": "hh-bb-tttt", "inputmode": "numeric", "autocomplete": "off", "class": "form-control"}
        widget = forms.DateInput(attrs=look, format="%d-%m-%Y")
        super().__init__(label=label, widget=widget, **{"help_text": f"{HINT}."} | options)
        self.error_messages["invalid"] = ADVICE

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        text = " ".join(str(value).split())
        if not text:
            return None
        try:
            return date(*_parts(text))
        except ValueError:
            raise forms.ValidationError(ADVICE, code="invalid") from None


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month, day as typed; ValueError if it is no date's shape."""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups() if part)
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _IN_WORDS.fullmatch(text):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        raise ValueError(text)
    return year, month, day


def _month(word: str) -> int:
    """The number of a month by its name, whole or of three letters; ValueError if there is none."""
    for names in (MONTHS, MONTHS_3):
        for number, name in names.items():
            if str(name).casefold() == word.casefold():
                return number
    raise ValueError(word)

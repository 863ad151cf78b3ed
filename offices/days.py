"""The form field for a day, typed as Indonesians write it; a browser's own box speaks the browser's language."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from offices.invisible import visible
from offices.typed_days import DayUnclearError, day_of, day_words

HINT = "tanggal-bulan-tahun, misalnya 20-10-2025"
EARLIEST = date(2000, 1, 1)


class DayField(forms.DateField):
    """A day as ``20-10-2025``, ``20 Oktober 2025`` or ``2025-10-20``, from the year 2000 on; as a date.

    ``ahead``: how many days after today it may be at most. A calendar beside it is the work of static/js/calendar.js.
    """

    def __init__(self, label: str, *, ahead: int = 0, **options: Any) -> None:
        look = {
            "placeholder": "tgl-bln-tahun",
            "inputmode": "numeric",
            "autocomplete": "off",
            "class": "form-control",
            "data-day": str(ahead),
        }
        widget = forms.DateInput(attrs=look, format="%d-%m-%Y")
        self.ahead = ahead
        super().__init__(label=label, widget=widget, **{"help_text": f"{HINT}."} | options)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        text = visible(str(value)).strip()
        if not text:
            return None
        try:
            return day_of(text)
        except DayUnclearError as unclear:
            raise forms.ValidationError(str(unclear), code="invalid") from None

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and (complaint := self._out_of_time(value)):
            raise forms.ValidationError(complaint, code="invalid")

    @property
    def _name(self) -> str:
        label = str(self.label)
        return label if label.startswith("Tanggal") else "Tanggal ini"

    def _out_of_time(self, day: date) -> str:
        """Why this day can be none of those that are asked for; nothing if it can."""
        today = timezone.localdate()
        latest = today + timedelta(days=self.ahead)
        if day < EARLIEST:
            return f"Tahun {day.year} terlalu lampau; paling awal {day_words(EARLIEST)}. Periksa tahunnya."
        if day > latest and self.ahead:
            return f"{self._name} terlalu jauh; paling lambat {day_words(latest)}. Periksa bulan dan tahunnya."
        if day > latest:
            return f"{self._name} belum tiba; hari ini {day_words(today)}. Isi hari ini atau hari sebelumnya."
        return ""

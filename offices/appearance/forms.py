"""The form on which an office chooses how its reports look, and that on which it lays this down for those below."""

from collections.abc import Mapping
from typing import Any

from django import forms

from offices.appearance.chosen import LaidDown
from offices.models import APPEARANCE_CHOICES
from offices.sending.versions import OpenedForm

OPEN = "Terserah satuan kerja"
_LABELS = {
    "paper": ("Ukuran kertas", ""),
    "font": ("Jenis huruf", "Dicetak dengan huruf yang lebarnya sama dan boleh disematkan dalam PDF."),
    "size": ("Ukuran huruf", "Huruf teks; huruf tabel mengikutinya."),
    "margins": ("Margin", "Lebar teks keduanya sama, sehingga jumlah halaman tidak berubah."),
    "cover": ("Gaya sampul", ""),
    "colour": ("Warna", "Untuk sampul, garis, dan kepala tabel."),
    "chapters": ("Awal bab", ""),
    "statuses": ("Sebutan status RTL", "Sebutan resmi mencetak “Belum” juga untuk RTL yang sedang berjalan."),
}
_SUMMARY = {"True": "Dicetak, satu halaman sebelum Bab I", "False": "Tidak dicetak"}


def as_sent(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as the form's choices name them: to who compares two versions of a form, False would be nothing."""
    return {name: str(value) for name, value in values.items()}


class AppearanceForm(OpenedForm):
    """What an office chooses; what an office above laid down is shown and cannot be changed."""

    def __init__(self, *args: Any, fixed: Mapping[str, LaidDown] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in APPEARANCE_CHOICES.items():
            label, told = _LABELS[name]
            self.fields[name] = forms.ChoiceField(label=label, help_text=told, choices=self._offered(choices.items()))
        self.fields["has_summary"] = forms.ChoiceField(
            label="Ringkasan Eksekutif",
            choices=self._offered(_SUMMARY.items()),
            help_text="Dihitung dari data siklus: IKM, status RTL, dan RTL yang belum selesai.",
        )
        for name in fixed or ():
            self.fields[name].disabled = True

    def lock(self) -> None:
        """Show it to somebody who may not change it."""
        for field in self.fields.values():
            field.disabled = True

    def _offered(self, choices: Any) -> list[tuple[Any, str]]:
        return list(choices)

    def said(self) -> dict[str, Any]:
        """What was chosen, without what is not this office's to choose."""
        names = (*APPEARANCE_CHOICES, "has_summary")
        said = {name: self.cleaned_data[name] for name in names if not self.fields[name].disabled}
        if summary := said.get("has_summary"):
            said["has_summary"] = summary == str(True)
        return said


class BelowForm(AppearanceForm):
    """What an office lays down for those below it; what it leaves open, each of them chooses."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in (*APPEARANCE_CHOICES, "has_summary"):
            self.fields[name].required = False

    def _offered(self, choices: Any) -> list[tuple[Any, str]]:
        return [("", OPEN), *choices]

    def said(self) -> dict[str, Any]:
        return {name: value for name, value in super().said().items() if value != ""}

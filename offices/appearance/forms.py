"""The form on which an office chooses how its reports look, and that on which it lays this down for those below."""

from collections.abc import Mapping
from typing import Any

from django import forms

from offices.appearance.chosen import LaidDown
from offices.recording.appearance_words import APPEARANCE_CHOICES, APPEARANCE_LABELS, SWITCHES
from offices.sending.versions import OpenedForm

OPEN = "Terserah satuan kerja"
_HELP = {
    "font": "Dicetak dengan huruf yang lebarnya sama dan boleh disematkan dalam PDF.",
    "size": "Huruf teks; huruf tabel mengikutinya.",
    "margins": "Lebar teks keduanya sama, sehingga jumlah halaman tidak berubah.",
    "colour": "Untuk sampul, garis, dan kepala tabel.",
    "statuses": "Sebutan resmi mencetak “Belum (dalam proses)” untuk RTL yang sedang berjalan.",
    "has_publications": "Dari halaman Publikasi setiap siklus: media, tempat, alamat, tanggal, dan foto buktinya.",
    "has_summary": "Dihitung dari data siklus: IKM, status RTL, dan RTL yang belum selesai.",
}


def as_sent(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as the form's choices name them: to who compares two versions of a form, False would be nothing."""
    return {name: str(value) for name, value in values.items()}


class AppearanceForm(OpenedForm):
    """What an office chooses; what an office above laid down is shown and cannot be changed."""

    def __init__(self, *args: Any, fixed: Mapping[str, LaidDown] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in (APPEARANCE_CHOICES | SWITCHES).items():
            self.fields[name] = forms.ChoiceField(
                label=APPEARANCE_LABELS[name], help_text=_HELP.get(name, ""), choices=self._offered(choices.items())
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
        names = (*APPEARANCE_CHOICES, *SWITCHES)
        said = {name: self.cleaned_data[name] for name in names if not self.fields[name].disabled}
        return said | {name: said[name] == str(True) for name in SWITCHES if said.get(name)}


class BelowForm(AppearanceForm):
    """What an office lays down for those below it; what it leaves open, each of them chooses."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in (*APPEARANCE_CHOICES, *SWITCHES):
            self.fields[name].required = False

    def _offered(self, choices: Any) -> list[tuple[Any, str]]:
        return [("", OPEN), *choices]

    def said(self) -> dict[str, Any]:
        return {name: value for name, value in super().said().items() if value != ""}

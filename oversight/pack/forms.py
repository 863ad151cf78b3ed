"""The form in which an office names folders and files of its packs as a recipient wants them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from oversight.pack.contents import PAGES, folder_key, kind_key, labels_of, usual_names
from oversight.pack.lists import EvidenceList, Kind
from oversight.pack.names import LONGEST, TWICE, doubled, fault_of


def _refuse_unsafe(name: str) -> None:
    if fault := fault_of(name):
        raise ValidationError(fault)


class NamesForm(forms.Form):
    """A field for each name; left empty, what an office above chose holds, or what the list says."""

    def __init__(self, *args: Any, wanted: EvidenceList, inherited: Mapping[str, str], **options: Any) -> None:
        """``inherited``: the names that offices above chose."""
        super().__init__(*args, **options)
        self.wanted = wanted
        self.usual = usual_names(wanted) | dict(inherited)
        for key, label in labels_of(wanted).items():
            self.fields[key] = forms.CharField(
                label=label,
                required=False,
                validators=[_refuse_unsafe],
                help_text=f"Bila kosong: {self.usual[key]}",
                widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "maxlength": LONGEST}),
            )

    def folder_fields(self) -> list[forms.BoundField]:
        return [self[folder_key(folder)] for folder in self.wanted.folders]

    def file_fields(self) -> list[forms.BoundField]:
        return [self[kind_key(kind)] for kind in Kind]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        folders = [folder_key(folder) for folder in self.wanted.folders]
        named = {key: cleaned.get(key) or self.usual[key] for key in folders if key not in self.errors}
        for key in doubled(named, PAGES):
            self.add_error(key, TWICE)
        return cleaned

    def said(self) -> dict[str, str]:
        """The names that are this office's own: what holds anyhow is none of them."""
        return {key: name for key, name in self.cleaned_data.items() if name and name != self.usual[key]}

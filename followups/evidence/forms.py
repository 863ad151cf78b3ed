"""What is filled in about a photo and about a group of photos."""

from typing import Any

from django import forms

from followups.fields import CAPTION, NOTE, TAKEN_ON
from offices.days import DayField
from offices.sending.versions import OpenedForm


class PhotoForm(OpenedForm):
    """What a photo shows, and when it was taken."""

    caption = forms.CharField(
        label=CAPTION.label,
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dicetak di bawah gambar. Jangan menyebut nama pengunjung. "
        "Bila dikosongkan, laporan memakai nama program/kegiatannya.",
    )
    taken_on = DayField(TAKEN_ON.label, required=False)

    def __init__(self, *args: Any, part: str, **kwargs: Any) -> None:
        """``part`` is the id of the part of the page in which the form stands."""
        super().__init__(*args, **kwargs)
        self.auto_id = f"{part}-%s"

    def clean_caption(self) -> str:
        """One paragraph: a caption has no lines of its own."""
        return " ".join(str(self.cleaned_data["caption"]).split())


class NoteForm(OpenedForm):
    """What explains a group of photos."""

    note = forms.CharField(
        label=NOTE.label,
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NOTE.hint,
    )

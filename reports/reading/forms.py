"""The form of who reads: a note on a part."""

from typing import Any, cast

from django import forms

from reports.models import PARTS, ReportKind
from reports.reading.notes import LONGEST_NOTE


class NoteForm(forms.Form):
    """What should be mended, and where."""

    part = forms.ChoiceField(label="Bagian laporan")
    text = forms.CharField(
        label="Catatan",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 4}),
        help_text="Tuliskan apa yang perlu diperbaiki. Admin melihatnya di beranda.",
    )

    def __init__(self, *args: Any, kind: ReportKind = ReportKind.FOLLOW_UP, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["part"]).choices = [(part.value, part.label) for part in PARTS[kind]]

"""The form of who reads: a note on a part."""

from django import forms

from reports.models import Part
from reports.reading.notes import LONGEST_NOTE


class NoteForm(forms.Form):
    """What should be mended, and where."""

    part = forms.ChoiceField(label="Bagian laporan", choices=Part)
    text = forms.CharField(
        label="Catatan",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 4}),
        help_text="Tuliskan apa yang perlu diperbaiki. Admin melihatnya di beranda.",
    )

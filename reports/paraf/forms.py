"""The form of a head who wants the draft mended: a note on a part of it."""

from django import forms

from reports.reading.forms import NoteForm


class ParafNoteForm(NoteForm):
    """``state``: the digest of the document that was read."""

    state = forms.CharField(widget=forms.HiddenInput)

"""What one looks for among suggestions."""

from django import forms
from django.db.models import QuerySet

from surveys.models import Decision, Suggestion


class SuggestionsForm(forms.Form):
    """A word, and what was decided."""

    cari = forms.CharField(label="Cari kata", required=False, max_length=100)
    keadaan = forms.ChoiceField(label="Keadaan", required=False, choices=[("", "Semua"), *Decision.choices])

    def __init__(self, data: object, *, reads_all: bool) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        if not reads_all:
            del self.fields["keadaan"]

    def found_in(self, rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
        """Those that are looked for; what is no sound filter is left out."""
        self.is_valid()
        if word := self.cleaned_data.get("cari"):
            rows = rows.filter(text__icontains=word)
        if decision := self.cleaned_data.get("keadaan"):
            rows = rows.filter(decision=decision)
        return rows

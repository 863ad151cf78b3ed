"""The page on which rows are pasted: first what is understood of them, then those that were ticked are stored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render

from followups.fields import LONGEST_TEXT
from followups.pasting.table import NOTHING
from followups.row_pages import RowPages
from followups.undoable import remember
from offices.declining import Declined
from offices.models import Office
from offices.requests import DECLINED, AuthedRequest, answered
from surveys.locking import obstacle
from surveys.models import Survey

Value = TypeVar("Value")
NONE_TICKED = "Centang paling sedikit satu baris untuk ditambahkan."


@dataclass(frozen=True, slots=True)
class PastedItem(Generic[Value]):
    """One pasted row: ``cells``, head and text as it was understood, ``doubts`` what was not.

    ``fault``: why it cannot be stored.
    """

    number: int
    cells: tuple[tuple[str, str], ...]
    value: Value
    doubts: tuple[str, ...] = ()
    fault: str = ""
    is_ticked: bool = True


@dataclass(frozen=True, slots=True)
class Pasted(Generic[Value]):
    """What was read, and the heads of columns that are not known."""

    items: tuple[PastedItem[Value], ...]
    ignored: tuple[str, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(head for head, _text in self.items[0].cells)

    @property
    def readable(self) -> int:
        return sum(not item.fault for item in self.items)


def too_long(texts: Mapping[str, str]) -> str:
    """Which of the texts, by their labels, is longer than its form takes, as a sentence; empty for none."""
    for label, text in texts.items():
        if len(text) > LONGEST_TEXT:
            told, most = (f"{number:,}".replace(",", ".") for number in (len(text), LONGEST_TEXT))
            return f"{label} {told} karakter; paling banyak {most}, sehingga baris ini tidak disimpan."
    return ""


class PasteForm(forms.Form):
    """Rows as they were copied from a spreadsheet."""

    pasted = forms.CharField(
        label="Baris dari spreadsheet",
        strip=False,  # the first cell of the first row may be empty
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": NOTHING},
    )


def unit_names(office: Office) -> dict[int, tuple[str, str, str]]:
    """The names under which each open unit may be written."""
    return {unit.pk: (unit.short_name, unit.name, unit.key) for unit in office.units.all() if unit.closed_on is None}


def paste_page(
    request: AuthedRequest,
    survey: Survey,
    pages: RowPages,
    form: PasteForm,
    read: Callable[[str], Pasted[Any]],
    store: Callable[[Sequence[Any]], Sequence[Model]],
) -> HttpResponse:
    """Ask for rows; show what is understood of them; or ``store`` what was ticked, and lead back to the list."""
    pasted = None
    if form.is_valid():
        with answered(form):
            pasted = read(form.cleaned_data["pasted"])
            if "simpan" in request.POST:
                ticked = set(request.POST.getlist("baris"))
                values = [item.value for item in pasted.items if not item.fault and str(item.number) in ticked]
                if not values:
                    raise Declined(NONE_TICKED)
                rows = store(values)
                told = f"{len(rows)} {pages.what_inside} ditambahkan."
                messages.success(request, told)
                remember(request, survey, pages.listed, told, rows)
                return redirect(pages.listed, survey.office.code, survey.period)
    context = {
        "survey": survey,
        "tab": pages.listed,
        "pages": pages,
        "form": form,
        "pasted": pasted,
        "obstacle": obstacle(request.user, pages.action, survey),
    }
    return render(request, "followups/paste.html", context, status=DECLINED if form.errors else 200)

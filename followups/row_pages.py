"""The pages of one row of a cycle, a plan or an upkeep: its form, its place in the order, and its end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from followups.models import ActionPlan, Upkeep
from followups.undoable import Undo, events_to_undo, remember, undo_events
from offices.declining import Declined
from offices.permissions import Action
from offices.profile.ordering import Direction
from offices.requests import DECLINED, AuthedRequest, answered, status_of
from offices.sending.versions import OpenedForm
from surveys.locking import obstacle
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Deletion:
    """What is about to go: how it is called, what it says, and the reason for which it must stay, if any."""

    row: Model
    name: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class RowPages:
    """``listed``: the name of the address where all of them stand, each under ``anchor``; ``action``: to change one."""

    what: str
    what_inside: str
    listed: str
    list_name: str
    anchor: str
    action: Action
    form_template: str

    def address_of(self, survey: Survey, row: Model) -> str:
        return f"{reverse(self.listed, args=(survey.office.code, survey.period))}#{self.anchor}-{row.pk}"

    def saved(self, request: AuthedRequest, survey: Survey, row: Model, told: str) -> HttpResponse:
        """Back to where the row stands, with a word that says so; it can be undone there."""
        messages.success(request, told)
        remember(request, survey, self.listed, told, [row])
        return redirect(self.address_of(survey, row))

    def form(
        self, request: AuthedRequest, survey: Survey, form: OpenedForm, row: ActionPlan | Upkeep | None, **more: Any
    ) -> HttpResponse:
        """The form of a row, or of a new one; with ``differences`` the choice between two versions of it."""
        context = self._context(request, survey) | {"form": form, "row": row} | more
        return render(request, self.form_template, context, status=status_of(request, more))

    def move(
        self, request: AuthedRequest, survey: Survey, row: Model, move: Callable[[Direction | int], Any]
    ) -> HttpResponse:
        """Let it change places with the one above (``up``) or below (``down``), or stand at a ``place``."""
        if request.method == "POST":  # who had to log in first comes back with a GET
            with answered() as answer:
                place = request.POST.get("place", "")
                step: Direction = "down" if request.POST.get("direction") == "down" else "up"
                move(int(place) if place.isdecimal() and len(place) < 6 else step)
                remember(request, survey, self.listed, f"Urutan {self.what_inside} diubah.", [row])
            answer.tell(request)
        return redirect(self.address_of(survey, row))

    def undo(self, request: AuthedRequest, survey: Survey, verbs: Mapping[str, Undo]) -> HttpResponse:
        """Undo what this person did last, unless somebody changed it meanwhile."""
        if request.method == "POST":
            with answered() as answer:
                undo_events(survey, request.user, events_to_undo(request, survey, self.listed), verbs)
            answer.tell(request, "Perubahan terakhir Anda diurungkan.")
        return redirect(self.listed, survey.office.code, survey.period)

    def delete(
        self, request: AuthedRequest, survey: Survey, deletion: Deletion, delete: Callable[[], Any]
    ) -> HttpResponse:
        """Ask before it goes, or say why it cannot."""
        status = 200
        if request.method == "POST":
            try:
                delete()
            except Declined as error:
                status = DECLINED
                deletion = replace(deletion, reason=str(error))
            else:
                messages.success(request, f"{self.what} dihapus.")
                remember(request, survey, self.listed, f"{self.what} {deletion.name} dihapus.", [deletion.row])
                return redirect(self.listed, survey.office.code, survey.period)
        context = self._context(request, survey) | {"deletion": deletion}
        return render(request, "followups/row_delete.html", context, status=status)

    def _context(self, request: AuthedRequest, survey: Survey) -> dict[str, Any]:
        reason = obstacle(request.user, self.action, survey)
        return {"survey": survey, "tab": self.listed, "obstacle": reason, "pages": self}

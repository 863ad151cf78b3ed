"""The realisation of a cycle's plans: the list, the page and form of one, approval and return."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from followups.evidence.gallery import Board, board_of
from followups.evidence.proofs import proofs_of
from followups.evidence.undoing.steps import LISTED
from followups.gone_on import gone_on
from followups.models import ActionPlan
from followups.realising.completing import taking_up
from followups.realising.form import RealisationForm, ReturnForm, field_values, told
from followups.realising.realisation import (
    approve,
    realisation_of,
    realise,
    send_back,
)
from followups.realising.rows import narrowed_rows, one_row, plans_for_rows, rows_of
from followups.realising.second_person import fetch_to_decide
from followups.undoable import last_step
from offices.permissions import Action, fetch, may, refusal
from offices.requests import CONFLICT, DECLINED, AuthedRequest, answered
from offices.sending.changes import last_change
from offices.sending.versions import Meeting, choice, met
from surveys.fetching import fetch_cycle
from surveys.locking import CycleLockedError, held_cycle, lock_reason
from surveys.models import Lock, Survey
from surveys.periods import of_period


@login_required
@require_safe
def realisations(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """The plans of the cycle that are asked for by its element, with status, proofs and approval."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    groups = rows_of(survey, request.user)
    rows = [row for _, found in groups for row in found]
    shown = narrowed_rows(rows, survey, request.GET)
    kept = {row.plan.pk for row in shown.rows}
    here = ((priority, [row for row in found if row.plan.pk in kept]) for priority, found in groups)
    context = _frame(survey) | {
        "list": shown,
        "groups": [group for group in here if group[1] or not shown.is_narrowed],
        "marks_own": any(row.editable for row in rows) and not all(row.editable for row in rows),
        "to_decide": sum(row.decidable for row in rows),
    }
    return render(request, "followups/realising/list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def realisation(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """One plan: what was done or why not, filled in by whoever answers for it, read by all of the office."""
    if request.method == "POST":
        plan = fetch(request.user, Action.EDIT_REALISATION, _plans(code, period), pk=number)
        with held_cycle(_survey(plan)):  # so that nobody saves between what is compared and what is written
            return _PlanPage(request, plans_for_rows().get(pk=plan.pk)).save()
    plan = fetch(request.user, Action.VIEW_CYCLE, _plans(code, period), pk=number)
    return _PlanPage(request, plan).shown(RealisationForm(plan))


@login_required
@require_POST
def approve_realisation(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """A second person accepts a Sudah."""
    plan = fetch_to_decide(request.user, _plans(code, period), number)
    with answered() as answer:
        text = request.POST.get("revision", "")
        revision = int(text) if text.isdecimal() and len(text) < 10 else 0
        approve(request.user, plan, revision, request.POST.get("bukti", ""))
        messages.success(request, f"Realisasi “{plan.programme}” disetujui.")
        return _back(plan)
    return _PlanPage(request, plan).shown(RealisationForm(plan), status=DECLINED, review_fault=answer.fault)


@login_required
@require_POST
def return_realisation(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """A second person sends a Sudah back with a note."""
    plan = fetch_to_decide(request.user, _plans(code, period), number)
    note = ReturnForm(request.POST)
    if note.is_valid():
        with answered(note):
            send_back(request.user, plan, note.cleaned_data["revision"], note.cleaned_data["note"])
            messages.success(request, f"Realisasi “{plan.programme}” dikembalikan dengan catatan.")
            return _back(plan)
    return _PlanPage(request, plan).shown(RealisationForm(plan), status=DECLINED, note_form=note)


@dataclass(frozen=True, slots=True)
class _PlanPage:
    """One plan, opened by somebody on its page or in the list."""

    request: AuthedRequest
    plan: ActionPlan

    def save(self) -> HttpResponse:
        """What was sent meets what is stored now, and is written if nothing stands against it."""
        meeting = met(
            self.request.POST, [RealisationForm(self.plan)], field_values(realisation_of(self.plan)), self.plan.revision
        )
        form = RealisationForm(self.plan, meeting.data)
        if meeting.differences:
            return self._choose(form, meeting)
        try:
            if form.is_valid():
                with answered(form):
                    realise(self.request.user, self.plan, form.wanted(), self.plan.revision)
                    return self._saved(meeting.told)
        except CycleLockedError as locked:
            form.add_error(None, str(locked))
            return self.shown(form, status=403)
        return self.shown(form, status=DECLINED)

    def _saved(self, told: str) -> HttpResponse:
        """The row as it is now where one edited it in the list; else the page again, with a word."""
        if not _in_list(self.request):
            messages.success(self.request, f"Realisasi tersimpan.{told}")
            return _back(self.plan)
        row = one_row(plans_for_rows().get(pk=self.plan.pk), self.request.user)
        context = _frame(_survey(self.plan)) | {"row": row, "saved": True, "marks_own": False}
        return render(self.request, "followups/realising/_row.html", context)

    def _choose(self, form: RealisationForm, meeting: Meeting) -> HttpResponse:
        """Both versions beside each other, of what another person changed too while this one typed."""
        context = choice(meeting, last_change(self.plan, self.request.user, "plan.realise"))
        context |= {"choice": f"realisasi:{self.request.user.pk}:{self.plan.pk}"}
        return self.shown(form, status=CONFLICT, template="choose", **context)

    def shown(self, form: RealisationForm, status: int = 200, template: str = "", **more: Any) -> HttpResponse:
        """The plan with its form, as a page or as the opened row of the list."""
        survey = _survey(self.plan)
        user = self.request.user
        board = self._board()
        point = board.shelf.label.removeprefix("RTL ") if board and board.shelf else ""
        row = one_row(self.plan, user, point)
        context = _frame(survey) | {
            "row": row,
            "may_go_on": self._may_go_on(survey) and row.is_left,
            "form": form,
            "told": told(form),
            "template": template,
            "obstacle": lock_reason(survey)
            or gone_on(self.plan)
            or ("" if row.editable else refusal(Action.EDIT_REALISATION, survey.office)),
            "in_list": _in_list(self.request),
            "note_form": ReturnForm(initial={"revision": self.plan.revision}),
            "proofs": proofs_of(self.plan) if row.decidable else "",
            "review_fault": "",
            "has_timeline": board is not None and may(user, Action.VIEW_HISTORY, survey.office),
            "board": board,
            "step": last_step(self.request.session, survey, LISTED) if board and not board.obstacle else None,
            "undo_back": _address(self.plan),
        }
        name = "plan" if board else "_open"
        return render(self.request, f"followups/realising/{name}.html", context | more, status=status)

    def _may_go_on(self, survey: Survey) -> bool:
        own = ActionPlan.objects.filter(pk=self.plan.pk)
        return survey.lock == Lock.SIGNED and taking_up(self.request.user, own).exists()

    def _board(self) -> Board | None:
        """The plan's proofs as its own page shows them."""
        if _in_list(self.request):
            return None
        return board_of(self.request.user, _survey(self.plan), f"rtl/{self.plan.pk}", back=_address(self.plan))


def _in_list(request: AuthedRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]


def _frame(survey: Survey) -> dict[str, Any]:
    return {"survey": survey, "tab": "realisations", "lock_reason": lock_reason(survey)}


def _plans(code: str, period: str) -> QuerySet[ActionPlan]:
    path = "priority__followup__survey__"
    return plans_for_rows().filter(**{f"{path}office__code": code}, **of_period(period, path))


def _survey(plan: ActionPlan) -> Survey:
    return plan.priority.followup.survey


def _back(plan: ActionPlan) -> HttpResponse:
    """To the plan's page; the fragment tells the browser that its draft is saved (static/js/keep-draft.js)."""
    return redirect(f"{_address(plan)}#tersimpan")


def _address(plan: ActionPlan) -> str:
    survey = _survey(plan)
    return reverse("realisation", args=(survey.office.code, survey.period, plan.pk))

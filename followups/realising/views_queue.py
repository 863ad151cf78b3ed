"""The queue for approvals: what waits one after the other, in one cycle or in all, or several of it ticked at once."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from followups.models import ActionPlan
from followups.realising.form import ReturnForm
from followups.realising.queue import Seen, next_after, queue_of, read_mark, turn_of, waiting_ones, why_gone
from followups.realising.realisation import approve, send_back
from followups.realising.rows import plans_for_rows
from followups.realising.second_person import fetch_to_decide
from offices.permissions import Action, visible
from offices.requests import DECLINED, AuthedRequest, answered
from surveys.fetching import fetch_cycle
from surveys.models import Survey

APPROVE = "setujui"
RETURN = "kembalikan"
SEVERAL = "beberapa"
NOTHING_TICKED = "Centang dahulu realisasi yang akan disetujui."
UNDECIDED = "Belum ada yang diputuskan. Tekan Setujui, atau tulis catatan lalu tekan Kembalikan dengan catatan."
NOT_FOUND = "RTL yang Anda pilih tidak ada di antara yang menunggu persetujuan Anda; mungkin sudah dihapus."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def approvals(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """What waits for one's approval in a cycle."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    return _Round(request, survey).answer()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def approvals_everywhere(request: AuthedRequest) -> HttpResponse:
    """What waits for one's approval in any cycle."""
    return _Round(request, None).answer()


@dataclass(frozen=True, slots=True)
class _Round:
    """Somebody who goes through what waits, in one cycle or (None) in all."""

    request: AuthedRequest
    survey: Survey | None

    def answer(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._many() if "daftar" in self.request.GET else self._one()
        if self.request.POST.get("putusan") == SEVERAL:
            return self._approve_ticked()
        return self._decide()

    def _plans(self) -> QuerySet[ActionPlan]:
        plans = plans_for_rows()
        return plans.filter(priority__followup__survey=self.survey) if self.survey else plans

    def _decide(self) -> HttpResponse:
        """On one, and on to the next."""
        seen = read_mark(self.request.POST.get("rtl", ""))
        plan = fetch_to_decide(self.request.user, self._plans(), seen.plan)
        queue = queue_of(self.request.user, self._plans())
        decision = self.request.POST.get("putusan")
        if decision not in (APPROVE, RETURN):
            return self._one(plan.pk, status=DECLINED, fault=UNDECIDED)
        is_return = decision == RETURN
        form = ReturnForm({"revision": seen.revision, "note": self.request.POST.get("note", "")})
        if is_return and not form.is_valid():
            return self._one(plan.pk, status=DECLINED, note_form=form)
        with answered() as answer:
            if is_return:
                send_back(self.request.user, plan, seen.revision, form.cleaned_data["note"])
            else:
                approve(self.request.user, plan, seen.revision, seen.proofs)
            done = "dikembalikan dengan catatan" if is_return else "disetujui"
            messages.success(self.request, f"Realisasi “{plan.programme}” {done}.")
            following = next_after(queue, plan.pk)
            onwards = {"selesai": self._done() + 1} | ({"rtl": following} if following else {})
            return redirect(f"{self._address()}?{urlencode(onwards)}")
        return self._one(plan.pk, status=DECLINED, fault=answer.fault, note_form=form if is_return else None)

    def _approve_ticked(self) -> HttpResponse:
        """Each by itself, so that one which changed or went meanwhile holds up no other."""
        ticked = [read_mark(mark) for mark in dict.fromkeys(self.request.POST.getlist("rtl"))]
        if not ticked:
            return self._many(status=DECLINED, fault=NOTHING_TICKED)
        faults = [fault for fault in map(self._approve_one, ticked) if fault]
        for fault in faults:
            messages.error(self.request, fault)
        approved = len(ticked) - len(faults)
        if faults:
            messages.warning(self.request, f"{approved} dari {len(ticked)} realisasi disetujui.")
        else:
            messages.success(self.request, f"{approved} realisasi disetujui.")
        return redirect(self._address())

    def _approve_one(self, seen: Seen) -> str:
        """What stands against it, after the name of its plan; nothing once it is approved."""
        known = self._readable(seen.plan)
        if known is None:
            return NOT_FOUND
        try:
            with answered() as answer:
                plan = fetch_to_decide(self.request.user, self._plans(), seen.plan)
                approve(self.request.user, plan, seen.revision, seen.proofs)
                return ""
        except (Http404, ObjectDoesNotExist):
            return NOT_FOUND
        except PermissionDenied as refused:  # also a cycle that was closed meanwhile
            return f"“{known.programme}”: {refused}"
        return f"“{known.programme}”: {answer.fault}"

    def _readable(self, pk: int) -> ActionPlan | None:
        """A plan that this person may at least read, whoever decides on it."""
        return visible(self.request.user, Action.VIEW_CYCLE, self._plans().filter(pk=pk)).first()

    def _one(self, wanted: int | None = None, status: int = 200, **more: Any) -> HttpResponse:
        """The wanted one, that of the address, or the first. One that no longer waits is named, with what was typed."""
        queue = queue_of(self.request.user, self._plans())
        asked = self.request.GET.get("rtl", "")
        chosen = wanted or (int(asked) if asked.isdecimal() and len(asked) < 10 else None)
        turn = turn_of(self.request.user, queue, chosen, self._done())
        note_form = more.pop("note_form", None) or ReturnForm(auto_id="catatan-%s")
        context = self._frame() | {"turn": turn, "done": self._done(), "note_form": note_form} | more
        if chosen and turn is None:
            gone = self._readable(chosen)
            context |= {"gone": gone, "why_gone": why_gone(gone) if gone else NOT_FOUND, "waiting": len(queue)}
        return render(self.request, "followups/realising/queue.html", context, status=status)

    def _many(self, status: int = 200, **more: Any) -> HttpResponse:
        items = waiting_ones(self.request.user, queue_of(self.request.user, self._plans()))
        all_ticked = self.request.GET.get("centang") == "semua"
        context = self._frame() | {"items": items, "all_ticked": all_ticked} | more
        return render(self.request, "followups/realising/queue_list.html", context, status=status)

    def _frame(self) -> dict[str, Any]:
        return {"survey": self.survey, "address": self._address()}

    def _address(self) -> str:
        if self.survey is None:
            return reverse("approvals_everywhere")
        return reverse("approvals", args=(self.survey.office.code, self.survey.period))

    def _done(self) -> int:
        """How many were decided in this round, as the page carries it along."""
        text = self.request.POST.get("selesai") or self.request.GET.get("selesai", "")
        return int(text) if text.isdecimal() and len(text) < 4 else 0

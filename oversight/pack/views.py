"""The page of an office's evidence pack, the pack itself, and the names in it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from offices.account.throttling import Limit, take
from offices.audit import record
from offices.models import Office
from offices.permissions import Action, fetch, may, refusal
from offices.profile.views import frame
from offices.requests import AuthedRequest, status_of
from offices.zones import today_of
from oversight.pack.chosen import names_from_above, own_names, save_names
from oversight.pack.forms import NamesForm
from oversight.pack.lists import LISTS, PEKPPP, EvidenceList
from oversight.pack.pack import Pack
from oversight.pack.packing import pack_of, zipped
from surveys.models import Survey
from surveys.periods import FIRST_YEAR, LAST_YEAR

MOST_A_MINUTE = 4
"""Of one person: a pack takes a thread while its proofs are printed."""
TOO_MANY = "Terlalu banyak paket yang Anda minta dibuat. Tunggu satu menit, lalu coba lagi."
SAVED = "Nama dalam paket bukti disimpan."


@login_required
@require_safe
def evidence_pack(request: AuthedRequest, code: str) -> HttpResponse:
    """What goes into the pack of a year, what is missing and where that is mended, how large it is."""
    office = fetch(request.user, Action.TAKE_EVIDENCE, Office.objects.all(), code=code)
    wanted = _list_named(request.GET.get("daftar", PEKPPP.key))
    pack = pack_of(office, wanted, _year_in(request.GET.get("tahun", str(today_of(office).year))))
    context = _frame(request, office) | {
        "pack": pack,
        "lists": tuple(LISTS.values()),
        "years": _years(office, pack.year),
        "is_own": True,
    }
    return render(request, "oversight/pack/page.html", context)


def _frame(request: AuthedRequest, office: Office) -> dict[str, Any]:
    """Who reads the levels of PEKPPP comes from their page, which has the tab for both."""
    context = frame(request, office, "pekppp")
    return context if context["may_view_evaluation"] else context | {"tab": "evidence_pack"}


def _years(office: Office, shown: int) -> list[int]:
    """From this year back to that of the first survey, and the one that is shown."""
    today = today_of(office).year
    first = Survey.objects.filter(office=office).order_by("year").values_list("year", flat=True).first() or today
    return sorted({*range(min(first, today), today + 1), shown}, reverse=True)


@login_required
@require_safe
def evidence_pack_file(request: AuthedRequest, code: str, recipient: str, year: int) -> HttpResponseBase:
    """The pack as a zip, made while it is sent."""
    office = fetch(request.user, Action.TAKE_EVIDENCE, Office.objects.all(), code=code)
    pack = pack_of(office, _list_named(recipient), _year_in(str(year)))
    if not take(Limit("paket bukti", MOST_A_MINUTE, 60), str(request.user.pk)):
        messages.error(request, TOO_MANY)
        return redirect("evidence_pack", code)
    record(request.user, "evidence_pack.download", office, office, after=_told(pack))
    response = StreamingHttpResponse(zipped(pack), content_type="application/zip")
    name = content_disposition_header(as_attachment=True, filename=pack.file_name)
    response.headers["Content-Disposition"] = name or ""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _told(pack: Pack) -> dict[str, Any]:
    return {"recipient": pack.wanted.name, "year": pack.year, "packed": len(pack.files), "lacking": pack.lacking}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_names(request: AuthedRequest, code: str, recipient: str) -> HttpResponse:
    """What folders and files are called in the packs for one recipient."""
    action = Action.EDIT_OFFICE if request.method == "POST" else Action.TAKE_EVIDENCE
    office = fetch(request.user, action, Office.objects.all(), code=code)
    wanted = _list_named(recipient)
    inherited = names_from_above(office, wanted)
    form = NamesForm(request.POST or None, initial=own_names(office, wanted), wanted=wanted, inherited=inherited)
    if form.is_valid():
        save_names(request.user, office, wanted, form.said())
        messages.success(request, SAVED)
        return redirect("evidence_pack", code)
    allowed = may(request.user, Action.EDIT_OFFICE, office)
    context = _frame(request, office) | {
        "form": form,
        "wanted": wanted,
        "obstacle": "" if allowed else refusal(Action.EDIT_OFFICE, office),
    }
    return render(request, "oversight/pack/names.html", context, status=status_of(request))


def _list_named(key: str) -> EvidenceList:
    """Raises Http404 for a list that the portal does not have."""
    if key not in LISTS:
        raise Http404
    return LISTS[key]


def _year_in(text: str) -> int:
    """Raises Http404 for what is no year of which there can be a survey."""
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise Http404
    return int(text)

"""The page on which a long picture is cut into parts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from followups.evidence.arranging import photos_in, picture_of
from followups.evidence.photo_parts.dividing import divide
from followups.evidence.photo_parts.lines import FEWEST, LOWEST, MOST, lines_in, parts_for, proposed
from followups.evidence.photo_parts.rows import spreads_of
from followups.evidence.places import Place, fetch_place, refuse_another_picture
from offices.permissions import Action
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import answered_once
from surveys.locking import lock_reason

SHOW, DELETE = "lihat", "hapus"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_parts(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Cut a photo across at lines that are proposed and may be moved; POST with ``lihat`` shows the moved ones.

    Once it is cut, the photo is not there any more for who sends the form twice.
    """

    def answer() -> HttpResponse:
        return _shown_or_divided(request, fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place), pk)

    return answer() if SHOW in request.POST else answered_once(request, answer)


def _shown_or_divided(request: AuthedRequest, where: Place, pk: int) -> HttpResponse:
    rows = photos_in(where).filter(is_placeholder=False).select_related("office", "followup__survey")
    photo = get_object_or_404(rows, pk=pk)
    typed = request.POST.getlist("garis")
    lines = [int(text) for text in typed if text.isdecimal() and len(text) < 6]
    with answered() as answer:
        if request.method != "POST":
            asked = request.GET.get("bagian", "")
            is_number = asked.isdecimal() and len(asked) < 3
            wished = min(max(int(asked), FEWEST), MOST) if is_number else parts_for(photo.width, photo.height)
            lines = proposed(spreads_of(picture_of(photo)), wished)
        else:
            refuse_another_picture(photo, request.POST.get("seen", photo.sha256))
            lines = lines_in(typed, photo.height)
            if SHOW not in request.POST:
                count = divide(request.user, where, photo, lines, delete=_deletes(request))
                messages.success(request, f"Gambar dibagi menjadi {count} bagian.")
                return redirect("evidence_place", where.survey.office.code, where.survey.period, where.address)
    context = {
        "survey": where.survey,
        "tab": "evidence",
        "place": where,
        "photo": photo,
        "lines": lines,
        "fields": typed[: MOST - 1] if answer.declined else lines,
        "parts": len(lines) + 1,
        "choices": range(FEWEST, MOST + 1),
        "last": photo.height - LOWEST,
        "lowest": LOWEST,
        "deletes": _deletes(request),
        "lock": lock_reason(where.survey),
        "error": answer.fault,
    }
    status = 200 if SHOW in request.POST and not answer.declined else status_of(request)
    return render(request, "followups/evidence/parts.html", context, status=status)


def _deletes(request: AuthedRequest) -> bool:
    """Whether the picture itself shall go, where nothing else uses it."""
    return request.POST.get("asli") == DELETE

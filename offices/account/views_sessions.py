"""The page of one's own open sessions, and the ending of one or of all others."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from offices.account.open_sessions import ROW, end_other_sessions, end_session, open_sessions
from offices.requests import AuthedRequest


@login_required
@require_safe
def own_sessions(request: AuthedRequest) -> HttpResponse:
    """On which devices the account is open."""
    sessions = list(open_sessions(request.user))
    this = request.session.get(ROW)
    context = {
        "this": next((session for session in sessions if session.pk == this), None),
        "others": [session for session in sessions if session.pk != this],
    }
    return render(request, "offices/account/sessions.html", context)


@login_required
@require_POST
def own_session_end(request: AuthedRequest, pk: int) -> HttpResponse:
    """End one session; of others' there are none here."""
    if not end_session(request.user, pk):
        raise Http404
    messages.success(request, "Sesi itu sudah diakhiri.")
    return redirect("account_sessions")


@login_required
@require_POST
def own_sessions_end_others(request: AuthedRequest) -> HttpResponse:
    """End all but this one."""
    ended = end_other_sessions(request, request.user)
    messages.success(request, f"{ended} sesi lain sudah diakhiri." if ended else "Tidak ada sesi lain yang terbuka.")
    return redirect("account_sessions")

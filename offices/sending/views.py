"""What is asked about a kept form: to throw it away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from offices.requests import AuthedRequest
from offices.sending.kept import forget
from offices.sending.pages import page_of


@login_required
@require_POST
def kept_discard(request: AuthedRequest, pk: int) -> HttpResponse:
    """Throw away what was typed when the session had ended."""
    forget(request.user, number=pk)
    messages.info(request, "Isian yang belum tersimpan dibuang.")
    return redirect(page_of(request))

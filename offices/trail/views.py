"""Riwayat Perubahan: the page on which an office reads its own trail."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offices.models import Office
from offices.permissions import Action, fetch
from offices.profile.views import frame
from offices.requests import AuthedRequest
from offices.trail.entries import entries_of, events_of, people_in
from offices.trail.forms import TrailForm

PAGE = 50


@login_required
@require_safe
def audit_trail(request: AuthedRequest, code: str) -> HttpResponse:
    """The latest events first, filtered by the query, fifty to a page."""
    office = fetch(request.user, Action.VIEW_AUDIT, Office.objects.all(), code=code)
    form = TrailForm(request.GET, people=people_in(office))
    page = Paginator(events_of(office, form.filters()), PAGE).get_page(request.GET.get("halaman"))
    chosen = request.GET.copy()
    chosen.pop("halaman", None)
    context = frame(request, office, "audit_trail") | {
        "form": form,
        "page": page,
        "entries": entries_of(page),
        "chosen": chosen.urlencode(),
        "filtered": any(chosen.values()),
    }
    return render(request, "offices/trail/page.html", context)

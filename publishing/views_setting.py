"""The page on which an office opens and closes its public page."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_http_methods

from offices.models import Office
from offices.permissions import Action, fetch, may, refusal
from offices.profile.views import frame
from offices.requests import AuthedRequest
from publishing.data.tables import TABLES
from publishing.open.face import close_page, is_open, open_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def public_setting(request: AuthedRequest, code: str) -> HttpResponse:
    """Whether strangers may read what was signed, where, and how the badge is embedded."""
    wanted = Action.PUBLISH if request.method == "POST" else Action.VIEW_OFFICE
    office = fetch(request.user, wanted, Office.objects.all(), code=code)
    if request.method == "POST":
        wants_open = request.POST.get("buka") == "1"
        (open_page if wants_open else close_page)(request.user, office)
        messages.success(request, "Laman publik dibuka." if wants_open else "Laman publik ditutup.")
        return redirect("public_setting", code)
    return render(
        request, "publishing/open/setting.html", frame(request, office, "public_setting") | _told(request, office)
    )


def _told(request: AuthedRequest, office: Office) -> dict[str, Any]:
    address = f"{settings.PUBLIC_URL}{reverse('public_page', args=[office.code])}"
    badge = f"{settings.PUBLIC_URL}{reverse('public_badge', args=[office.code])}"
    name = escape(office.short_name)  # it is pasted into a page that the portal does not draw
    allowed = may(request.user, Action.PUBLISH, office)
    return {
        "is_open": is_open(office),
        "address": address,
        "embedded": f'<a href="{address}"><img src="{badge}" alt="Indeks Kepuasan Masyarakat {name}"></a>',
        "tables": [(name, title) for name, (title, _columns, _rows) in TABLES.items()],
        "obstacle": "" if allowed else refusal(Action.PUBLISH, office),
    }

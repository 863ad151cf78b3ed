"""What a phone shares to the portal: the page that asks where it goes, and the worker that keeps it until then."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followups.arriving.offered import offered_to
from offices.requests import AuthedRequest

WORKER = settings.BASE_DIR / "static" / "js" / "share-worker.js"


@login_required
@require_safe
def shared_photos(request: AuthedRequest) -> HttpResponse:
    """The photos that wait in this browser, and where they may go. What is posted here, the worker takes."""
    context = {"cycles": offered_to(request.user), "is_full": "penuh" in request.GET}
    return render(request, "followups/arriving/page.html", context)


@require_safe
def share_worker(_request: HttpRequest) -> HttpResponse:
    """The service worker; its address is its scope, so that it sees no other page of the portal."""
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8", headers=headers)

"""The page on which an office chooses the photos of a cycle that may be published."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from followups.models import FollowUp
from offices.permissions import Action
from offices.requests import AuthedRequest, answered, status_of
from publishing.released.photos import MOST, photos_to_choose, release_photos, released_photos
from surveys.fetching import fetch_cycle

LONGEST_NUMBER = 18
"""In digits: what is longer is the id of no photo, and of thousands no number is made at all."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def public_photos(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Every photo that proves something, each with a tick where it may be published."""
    survey = fetch_cycle(request.user, Action.PUBLISH, code, period)
    followup = get_object_or_404(FollowUp, survey=survey)
    fault = ""
    chosen = {photo.pk for photo in released_photos(followup)}
    if request.method == "POST":
        chosen = {int(key[:LONGEST_NUMBER]) for key in request.POST.getlist("foto") if key.isdecimal()}
        with answered() as answer:
            photos = release_photos(request.user, followup, chosen)
            answer.tell(request, f"{len(photos)} foto boleh dipublikasikan.")
            return redirect("publication_sheets", code, period)
        fault = answer.fault
    context = {
        "survey": survey,
        "tab": "publication_sheets",
        "photos": [(photo, photo.pk in chosen) for photo in photos_to_choose(followup)],
        "most": MOST,
        "fault": fault,
    }
    return render(request, "publishing/released/photos.html", context, status=status_of(request))

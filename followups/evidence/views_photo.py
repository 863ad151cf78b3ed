"""The evidence photos, served to those who may see their cycle."""

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from followups.models import EvidencePhoto
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest
from offices.serving import serve_stored
from surveys.periods import of_period


@login_required
@require_safe
def photo(request: AuthedRequest, code: str, period: str, sha256: str) -> HttpResponseBase:
    """A photo as the report prints it. Its address carries its digest, so it never changes."""
    found = _fetch_photo(request, code, period, sha256)
    return serve_stored(request, found.file, etag=sha256, content_type="image/jpeg")


@login_required
@require_safe
def photo_thumbnail(request: AuthedRequest, code: str, period: str, sha256: str) -> HttpResponseBase:
    """The same photo, small."""
    found = _fetch_photo(request, code, period, sha256)
    return serve_stored(request, found.thumbnail, etag=f"{sha256}-kecil", content_type="image/jpeg")


def _fetch_photo(request: AuthedRequest, code: str, period: str, sha256: str) -> EvidencePhoto:
    lookup = of_period(period, "followup__survey__")
    photos = EvidencePhoto.objects.filter(office__code=code, **lookup)
    return fetch(request.user, Action.VIEW_CYCLE, photos, sha256=sha256)

"""What an office itself shows: its logo and its cover pictures."""

from django.contrib.auth.decorators import login_required
from django.db.models.fields.files import FieldFile
from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from offices.models import Office
from offices.permissions import Action, fetch
from offices.profile.saving import PICTURES
from offices.requests import AuthedRequest
from offices.serving import serve_stored

TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}


@login_required
@require_safe
def office_picture(request: AuthedRequest, code: str, which: str) -> HttpResponseBase:
    """One of the pictures of an office; only the kinds that the portal stores are ever served."""
    office = fetch(request.user, Action.VIEW_OFFICE, Office.objects.all(), code=code)
    picture: FieldFile | None = getattr(office, PICTURES.get(which, ""), None)
    content_type = TYPES.get(str(picture).rpartition(".")[2].lower()) if picture else None
    if not picture or not picture.name or content_type is None:
        raise Http404
    return serve_stored(request, picture, etag=picture.name, content_type=content_type)

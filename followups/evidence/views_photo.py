"""The evidence photos, served to those who may see their cycle, and only as they were stored."""

from contextlib import suppress

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from followups.evidence.photos import thumbnail_of
from followups.evidence.picture_files import ends_like_jpeg
from followups.models import EvidencePhoto
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest
from offices.serving import serve_bytes
from offices.stored import NotKept, Unsound, keep_exactly, read
from surveys.periods import of_period


@login_required
@require_safe
def photo(request: AuthedRequest, code: str, period: str, sha256: str) -> HttpResponseBase:
    """A photo as the report prints it. Its address carries its digest, which its bytes are held to."""
    found = _fetch_photo(request, code, period, sha256)
    try:
        return serve_bytes(request, lambda: _bytes_of(found), etag=sha256, content_type="image/jpeg")
    except Unsound as unsound:
        return _lost(request, found, unsound)


@login_required
@require_safe
def photo_thumbnail(request: AuthedRequest, code: str, period: str, sha256: str) -> HttpResponseBase:
    """The same photo, small; made anew where its own file is not there whole."""
    found = _fetch_photo(request, code, period, sha256)
    try:
        return serve_bytes(request, lambda: _thumbnail_of(found), etag=f"{sha256}-kecil", content_type="image/jpeg")
    except Unsound as unsound:
        return _lost(request, found, unsound)


def _bytes_of(photo: EvidencePhoto) -> bytes:
    return read(photo.file.name or "", photo.sha256)


def _thumbnail_of(photo: EvidencePhoto) -> bytes:
    name = photo.thumbnail.name or ""
    try:
        small = read(name, "")
    except Unsound:
        small = b""
    if ends_like_jpeg(small):
        return small
    small = thumbnail_of(_bytes_of(photo))
    with suppress(NotKept):  # it is made again next time
        keep_exactly(name, small)
    return small


def _lost(request: AuthedRequest, photo: EvidencePhoto, unsound: Unsound) -> HttpResponse:
    """In words that the file is lost, which is not to be forbidden it; as a picture where a page shows one."""
    context = {"photo": photo, "fault": unsound.fault, "survey": photo.followup.survey, "tab": "evidence"}
    if request.headers.get("Accept", "").startswith("image/"):
        name, kind = "followups/evidence/lost.svg", "image/svg+xml"
    else:
        name, kind = "followups/evidence/lost.html", None
    response = render(request, name, context, content_type=kind, status=404)
    response.headers["Cache-Control"] = "no-store"
    return response


def _fetch_photo(request: AuthedRequest, code: str, period: str, sha256: str) -> EvidencePhoto:
    lookup = of_period(period, "followup__survey__")
    photos = EvidencePhoto.objects.select_related("followup__survey__office").filter(office__code=code, **lookup)
    return fetch(request.user, Action.VIEW_CYCLE, photos, sha256=sha256)

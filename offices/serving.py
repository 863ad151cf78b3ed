"""How a stored file leaves the portal: streamed from any storage, kept privately, asked for again each time.

Whether somebody may have it is decided before, in permissions.py.
"""

from collections.abc import Callable
from io import BytesIO

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header, parse_etags, quote_etag

from offices.stored import Unsound, read

ASK_AGAIN = "private, no-cache"
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Of what is made to be read or edited elsewhere, by the ending of its name."""


def serve_stored(request: HttpRequest, file: FieldFile, *, etag: str, content_type: str) -> HttpResponseBase:
    """The stored file, or 304 for who has it already. Raises Http404 if it is gone."""
    quoted = quote_etag(etag)
    if quoted in parse_etags(request.headers.get("If-None-Match", "")):
        return _marked(HttpResponseNotModified(), quoted)
    try:
        stored = file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return _marked(FileResponse(stored, content_type=content_type), quoted)


def serve_bytes(
    request: HttpRequest, content: Callable[[], bytes], *, etag: str, content_type: str
) -> HttpResponseBase:
    """What is read whole before any of it leaves, so that it can be compared first; or 304 for who has it already."""
    quoted = quote_etag(etag)
    if quoted in parse_etags(request.headers.get("If-None-Match", "")):
        return _marked(HttpResponseNotModified(), quoted)
    return _marked(FileResponse(BytesIO(content()), content_type=content_type), quoted)


def sound(name: str | None, sha256: str) -> bytes:
    """The stored file, as it was kept. Raises Http404 where it is gone or is another one; ``sha256`` empty: unknown."""
    try:
        return read(name or "", sha256)
    except Unsound:
        raise Http404 from None


def proof_of(request: HttpRequest, file: FieldFile, sha256: str, name: str) -> HttpResponseBase:
    """A proof that somebody sent: a photo as it is shown; a PDF is saved under ``name`` and not opened here.

    Raises Http404 where there is none.
    """
    if not file:
        raise Http404
    content = sound(file.name, sha256)
    if str(file.name).endswith(".jpg"):
        return serve_bytes(request, lambda: content, etag=sha256, content_type="image/jpeg")
    return file_to_keep(content, f"{name}.pdf", CONTENT_TYPES["pdf"])


def file_to_keep(content: bytes, name: str, content_type: str) -> HttpResponse:
    """A file that was made for this request, to be saved under a name; nothing on the way keeps it."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _marked(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = ASK_AGAIN
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

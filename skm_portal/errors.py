"""The pages for what went wrong: each says what happened and what to do next."""

import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from offices.sending.content import can_be_sent_again, fields_sent, texts_in
from offices.sending.kept import offered_on
from offices.sending.pages import nearest_page, page_of
from skm_portal.sent.gone import Gone, gone

MISSING = "Alamat ini tidak ada, atau Anda tidak memiliki akses ke satuan kerja pemiliknya."
BROKEN = "Terjadi kesalahan pada server. Data yang sudah tersimpan tetap aman. Coba lagi beberapa saat lagi."
TOO_BIG = "Isian yang dikirim melebihi {} MB tanpa menghitung berkasnya. Ringkaskan, lalu kirim sekali lagi."
TOO_MANY = "Paling banyak {} dapat dikirim sekaligus. Kirim dalam bagian yang lebih kecil."
STILL_THERE = "Yang Anda isi masih ada di halaman sebelumnya: tekan tombol Kembali pada peramban."
FULL = (
    "Tempat penyimpanan server penuh atau tidak dapat ditulisi, sehingga kiriman ini tidak disimpan. Data yang sudah "
    "tersimpan tetap aman. Hubungi pengelola server, lalu ulangi."
)
_NO_ROOM = ("disk is full", "readonly database", "disk I/O error", "No space left on device")
ONLY_A_FORM = "Alamat ini hanya menerima formulir dari halamannya. Buka halamannya, lalu ulangi dari sana."
UNREADABLE = "Permintaan ini tidak dapat dibaca oleh server."
NUL = (
    "Isian memuat karakter kosong (NUL) yang tidak dapat disimpan, biasanya terbawa saat menyalin dari berkas lain. "
    "Kembali ke halaman sebelumnya, hapus bagian yang disalin itu, ketik ulang, lalu kirim sekali lagi."
)


def bad_request(request: HttpRequest | None, exception: Exception) -> HttpResponse:
    """A form went beyond a limit, which is told with what to do; or nobody can read what was sent."""
    if isinstance(exception, RequestDataTooBig):
        most = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // 2**20
        return _page(413, "Kiriman terlalu besar", f"{TOO_BIG.format(most)} {STILL_THERE}", request)
    limits: dict[type[Exception], str] = {
        TooManyFilesSent: f"{settings.MOST_FILES_AT_ONCE} berkas",
        TooManyFieldsSent: f"{settings.DATA_UPLOAD_MAX_NUMBER_FIELDS} isian",
    }
    told = UNREADABLE
    if limit := limits.get(type(exception)):
        told = f"{TOO_MANY.format(limit)} {STILL_THERE}"
    return _page(400, "Permintaan tidak dapat diproses", told, request)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A wrong role: the reason is a sentence for its reader (see permissions.refusal)."""
    reason = str(exception) or "Peran Anda tidak mengizinkan tindakan ini."
    return _page(403, "Akses ditolak", reason, request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """What was deleted or moved is told as that; its form is offered to where the thing is now."""
    found = None
    with suppress(Exception):  # the page for what is not there depends on nothing
        found = gone(request)
    if found is None:
        return _page(404, "Halaman tidak ditemukan", MISSING, request)
    return _page(404, "Sudah tidak ada di sini", found.told, request, found)


def broken(request: HttpRequest) -> HttpResponse:
    """Django calls it while it handles the exception: a disk that takes nothing more is told apart from a fault."""
    if _is_for_want_of_room(sys.exc_info()[1]):
        return _page(503, "Tempat penyimpanan penuh", FULL, request)
    return _page(500, "Kesalahan server", BROKEN, request)


def _is_for_want_of_room(error: BaseException | None) -> bool:
    """Whether a disk is full or read-only, under files that come in or under the database."""
    if isinstance(error, OperationalError):
        return any(words in str(error) for words in _NO_ROOM)
    return getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


def speak_indonesian(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware that puts our pages for unknown addresses and wrong methods in the place of Django's own."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = _page(405, "Alamat ini tidak dapat dibuka begitu saja", ONLY_A_FORM, request)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return not_found(request, Http404()) if type(response) is HttpResponseNotFound else response

    return answer


class NulMiddleware:
    """Refuses what carries a NUL, at one door: PostgreSQL stores none, and every query with one would fail."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """Here and not before: the view's own way of taking uploads is known, and the form's token was looked at.

        A page for anyone, which has no token, keeps nothing and refuses what is too large before any of it is read.
        """
        forms = (request.GET,) if is_left_unread(request, view) else (request.GET, request.POST)
        sent = [item for form in forms for name, values in form.lists() for item in (name, *map(str, values))]
        if any("\0" in words for words in (request.path, *sent)):
            return _page(400, "Isian tidak dapat disimpan", NUL)
        return None


def is_left_unread(request: HttpRequest, view: Any) -> bool:
    """Whether the view itself decides what it reads of this form, because it is large or does not say how large."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    is_large = not length.isdecimal() or int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return getattr(view, "csrf_exempt", False) and is_large


def _page(
    status: int, title: str, explanation: str, request: HttpRequest | None = None, found: Gone | None = None
) -> HttpResponse:
    """No session and no database stands behind these pages: either may be what is broken. What was typed stays."""
    told = {"status": status, "title": title, "explanation": explanation}
    page = render_to_string("skm_portal/error.html", told | _rest_of(request, found))
    return HttpResponse(page, status=status)


def _rest_of(request: HttpRequest | None, found: Gone | None) -> dict[str, Any]:
    """The page on which one was, and what was typed there; sent once more to where it belongs now."""
    if request is None or request.method != "POST":
        page = nearest_page(request.path) if request else ""
        # What was typed when the session had ended: what it was meant for is gone, so it is there to copy.
        kept = offered_on(request) if found and request else []
        return {"page": found.page if found else page, "texts": [text for item in kept for text in item.texts]}
    with suppress(Exception):  # what cannot be read now is no reason for a page of errors to fail
        fields = fields_sent(request)
        told = {"page": found.page if found else page_of(request), "texts": texts_in(fields)}
        if found is None or not found.address or not can_be_sent_again(request):
            return told
        return told | {"again": {"address": found.address, "fields": fields, "token": get_token(request)}}
    return {"page": "", "texts": []}

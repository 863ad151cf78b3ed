"""The pages for what went wrong: each says what happened and what to do next."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound, QueryDict
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

MISSING = "Alamat ini tidak ada, atau Anda tidak memiliki akses ke satuan kerja pemiliknya."
EXPIRED = "Halaman ini sudah terlalu lama terbuka atau sesi Anda berakhir. Muat ulang halaman, lalu kirim sekali lagi."
BROKEN = "Terjadi kesalahan pada server. Data yang sudah tersimpan tetap aman. Coba lagi beberapa saat lagi."
UNREADABLE = "Permintaan ini tidak dapat dibaca oleh server."
NUL = (
    "Isian memuat karakter kosong (NUL) yang tidak dapat disimpan, biasanya terbawa saat menyalin dari berkas lain. "
    "Kembali ke halaman sebelumnya, hapus bagian yang disalin itu, ketik ulang, lalu kirim sekali lagi."
)


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(400, "Permintaan tidak dapat diproses", _too_many(exception) or UNREADABLE)


def _too_many(exception: Exception) -> str:
    """Which limit a form went beyond, and what to do; nothing for what else cannot be read."""
    limits: dict[type[Exception], tuple[int | None, str]] = {
        TooManyFilesSent: (settings.DATA_UPLOAD_MAX_NUMBER_FILES, "berkas"),
        TooManyFieldsSent: (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, "isian"),
    }
    most, what = limits.get(type(exception), (None, ""))
    if not most:
        return ""
    return f"Paling banyak {most} {what} dapat dikirim sekaligus. Kirim dalam beberapa bagian yang lebih kecil."


def forbidden(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """A wrong role: the reason is a sentence for its reader (see permissions.refusal)."""
    return _page(403, "Akses ditolak", str(exception) or "Peran Anda tidak mengizinkan tindakan ini.")


def not_found(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _page(404, "Halaman tidak ditemukan", MISSING)


def csrf_failed(_request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return _page(403, "Formulir kedaluwarsa", EXPIRED)


def broken(_request: HttpRequest) -> HttpResponse:
    return _page(500, "Kesalahan server", BROKEN)


def speak_indonesian(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware that puts our page for unknown addresses in the place of Django's own one, which DEBUG shows."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
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
        if any("\0" in words for words in _words_sent(request.path, forms)):
            return _page(400, "Isian tidak dapat disimpan", NUL)
        return None


def is_left_unread(request: HttpRequest, view: Any) -> bool:
    """Whether the view itself decides what it reads of this form."""
    return getattr(view, "csrf_exempt", False) and _is_large(request)


def _is_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def _words_sent(path: str, forms: Sequence[QueryDict]) -> Iterator[str]:
    yield path
    for form in forms:
        for name, values in form.lists():
            yield name
            yield from map(str, values)


def _page(status: int, title: str, explanation: str) -> HttpResponse:
    """No request and no database stands behind these pages: either may be what is broken."""
    page = render_to_string("skm_portal/error.html", {"status": status, "title": title, "explanation": explanation})
    return HttpResponse(page, status=status)

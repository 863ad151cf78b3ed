"""A form whose token is no longer good, as after logging in in another tab: with a fresh one it is sent once more.

Only what came from a page of the portal, shown to this very person, is offered: never what another site made.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_CSRF_TOKEN_MISSING, REASON_NO_CSRF_COOKIE, get_token
from django.shortcuts import redirect, render
from django.urls import reverse

from offices.sending.content import can_be_sent_again, fields_sent, texts_in
from offices.sending.kept import keep
from offices.sending.key import holder_of, key_sent
from offices.sending.middleware import to_log_in
from offices.sending.pages import page_of

HEADER = "X-Formulir-Token"
"""Gives a script of the portal the fresh token, with which it sends once more by itself."""
TITLE = "Formulir kedaluwarsa"
AGAIN = (
    "Halaman ini sudah terlalu lama terbuka, atau Anda masuk kembali di tab lain. Isian Anda masih lengkap: "
    "tekan tombol di bawah untuk mengirimnya."
)
ANEW = (
    "Halaman ini sudah terlalu lama terbuka, atau Anda masuk kembali di tab lain. Buka halamannya, lalu isi dan kirim "
    "sekali lagi; kata sandi dan berkas tidak disimpan."
)
ANOTHER = "Formulir ini dibuka oleh akun lain. Isiannya disimpan untuk akun itu, dan ditawarkan ketika akun itu masuk."
FOREIGN = "Kiriman ini tidak berasal dari halaman portal ini, sehingga tidak diproses."
_TOKEN_REASONS = (REASON_CSRF_TOKEN_MISSING, REASON_NO_CSRF_COOKIE, "CSRF token ")


def form_is_stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What is said to a form without a good token, and what is done with what it brought."""
    told = request.headers.get("Origin") or request.headers.get("Referer") or ""
    is_of_token = reason.startswith(_TOKEN_REASONS)
    same_site = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    if not (is_of_token and same_site and (not told or urlsplit(told).netloc == request.get_host())):
        return _page(request, FOREIGN)
    if not request.user.is_authenticated:
        is_known = holder_of(key_sent(request)) is not None
        return to_log_in(request) if is_known else _page(request, ANEW)
    if request.path == reverse(settings.LOGIN_URL):
        return redirect(settings.LOGIN_REDIRECT_URL)
    holder = holder_of(key_sent(request))
    if holder is not None and holder != request.user:
        keep(request)
        return _page(request, ANOTHER)
    if not can_be_sent_again(request):
        return _with_token(request, _page(request, ANEW, texts=texts_in(fields_sent(request))))
    fields = fields_sent(request)
    again = {"address": request.get_full_path(), "fields": fields, "token": get_token(request)}
    return _with_token(request, _page(request, AGAIN, again=again, texts=texts_in(fields)))


def _with_token(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    response.headers[HEADER] = get_token(request)
    return response


def _page(request: HttpRequest, explanation: str, **more: Any) -> HttpResponse:
    told = {"status": 403, "title": TITLE, "explanation": explanation, "page": page_of(request)}
    return render(request, "skm_portal/error.html", told | more, status=403)

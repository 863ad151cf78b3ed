"""Cek Keaslian Dokumen: for anyone, without login, cookies or JavaScript; nothing that is sent is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from offices.throttling import is_within
from reports.authenticity import Standing, Verdict, standing_of
from reports.comparison import Comparison, compare
from reports.fingerprints import normal_code
from reports.signing.verify import MOST_BYTES
from reports.trust import trusted_roots
from reports.verification_words import told_of_code, told_of_file

FORM_AROUND = 64 * 1024  # bytes that a form adds to the file in it
LONGEST_CODE = 200
_MEGABYTES = MOST_BYTES // 2**20
_TOO_LARGE = f"Berkas terlalu besar. Ukuran paling besar {_MEGABYTES} MB."
_NO_FILE = "Pilih dahulu berkas PDF yang ingin dicek."
_EMPTY = "Berkas ini kosong."
_TOO_OFTEN = "Terlalu banyak pengecekan dari jaringan Anda. Tunggu satu menit, lalu coba lagi."
View = Callable[..., HttpResponse]


class _RefusedError(Exception):
    """A file that is not looked at; with the status of the answer and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


def _public(view: View) -> View:
    """A page for anyone: found by its code only, asked for anew each time. It changes nothing, so it needs no token."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Cache-Control"] = "no-store" if request.method == "POST" else "no-cache"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return answered


@_public
def verification(request: HttpRequest) -> HttpResponse:
    """Where a code is typed or a file sent, by who has no QR code at hand."""
    if request.method == "POST":
        return _compared(request, "reports/verification/ask.html", {})
    asked = request.GET.get("kode", "")[:LONGEST_CODE]
    if code := normal_code(asked):
        return redirect("verification_of", code)
    return _page(request, "reports/verification/ask.html", {"asked": asked})


@_public
def verification_of(request: HttpRequest, code: str) -> HttpResponse:
    """How it stands with one code; a file that is sent is compared, whatever it belongs to."""
    standing = standing_of(code)
    if standing.verdict == Verdict.UNKNOWN and not is_within(request, "kode", 60, 60):
        return _page(request, "reports/verification/ask.html", {"refused": _TOO_OFTEN}, 429)
    context = {"standing": standing, "told": told_of_code(standing), "code": normal_code(code)}
    if request.method == "POST":
        return _compared(request, "reports/verification/check.html", context)
    status = 404 if standing.verdict == Verdict.UNKNOWN else 200
    return _page(request, "reports/verification/check.html", context, status)


def _compared(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    try:
        found = compare(_sent(request), trusted_roots())
    except _RefusedError as refusal:
        return _page(request, template, context | {"refused": refusal.reason}, refusal.status)
    other = _other(context.get("standing"), found)
    return _page(request, template, context | {"comparison": found, "found": told_of_file(found), "other": other})


def _other(standing: Standing | None, found: Comparison) -> bool:
    """Whether a file belongs to another version than the one whose page was open."""
    if not standing or not standing.facts or not found.standing or not found.standing.facts:
        return False
    return standing.facts.code != found.standing.facts.code


def _sent(request: HttpRequest) -> bytes:
    """The file that was sent. It is refused by its length before any of it is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES + FORM_AROUND:
        raise _RefusedError(413, _TOO_LARGE)
    if not is_within(request, "berkas", 30, 60):
        raise _RefusedError(429, _TOO_OFTEN)
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise _RefusedError(422, _NO_FILE)
    if (file.size or 0) > MOST_BYTES:
        raise _RefusedError(413, _TOO_LARGE)
    return file.read() or _refuse_empty()


def _refuse_empty() -> bytes:
    raise _RefusedError(422, _EMPTY)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    given = {"standing": None, "comparison": None, "refused": "", "asked": "", "code": "", "other": False}
    return render(request, template, given | context | {"most_megabytes": _MEGABYTES}, status=status)

"""Cek Keaslian Dokumen: for anyone, without login, cookies or JavaScript; nothing that is sent is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from offices.account.throttling import is_within, is_within_in_all
from reports.signing.trust import trusted_roots
from reports.signing.verify import MOST_BYTES
from reports.verification.authenticity import Standing, leading_code, standing_of
from reports.verification.files import Comparison, compare
from reports.verification.fingerprints import codes_typed, normal_code
from reports.verification.seats import Seats
from reports.verification.verdict import Stands

FORM_AROUND = 64 * 1024  # bytes that a form adds to the file in it
LONGEST_ASKED = 2000
_ASK = "reports/verification/ask.html"
_CHECK = "reports/verification/check.html"
_MEGABYTES = MOST_BYTES // 2**20
_TOO_LARGE = f"Berkas terlalu besar. Ukuran paling besar {_MEGABYTES} MB."
_NO_FILE = "Pilih dahulu berkas PDF yang ingin dicek."
_EMPTY = "Berkas ini kosong."
_NOTHING_TYPED = "Ketik dahulu kode yang tercetak di bawah tanda tangan, atau pilih berkas PDF di bawah ini."
_NO_CODE = (
    "Tidak ada kode verifikasi dalam teks ini. Kode terdiri atas 20 huruf dan angka dalam lima kelompok, misalnya "
    "ABCD-EFGH-JKMN-PQRS-TUVW."
)
_TOO_OFTEN = "Terlalu banyak pengecekan dari jaringan Anda. Tunggu satu menit, lalu coba lagi."
_BUSY = "Terlalu banyak berkas sedang dicek di portal ini. Tunggu sebentar, lalu coba lagi. Kode tetap dapat dicek."
CODES_A_MINUTE = 300  # of one address: forty phones in a hall share one
FILES_A_MINUTE = 30  # of one address
ALL_FILES_A_MINUTE = 240  # of all addresses together
AT_ONCE = 2
_seats = Seats(AT_ONCE)
"""Of this process, so that its other threads answer whatever is sent."""
View = Callable[..., HttpResponse]


class _RefusedError(Exception):
    """A file that is not looked at; with the status of the answer and the reason."""

    def __init__(self, status: int, reason: str) -> None:
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
        return _compared(request, _ASK, {})
    asked = request.GET.get("kode", "")[:LONGEST_ASKED]
    if "kode" in request.GET and not asked.strip():
        return _page(request, _ASK, {"refused": _NOTHING_TYPED}, 422)
    if not asked:
        return _page(request, _ASK, {})
    if not is_within(request, "kode", CODES_A_MINUTE, 60):
        return _page(request, _ASK, {"refused": _TOO_OFTEN, "asked": asked}, 429)
    # To the page of the code in what was typed: of several, the one that leads to a report.
    codes = codes_typed(asked)
    if not codes:
        return _page(request, _ASK, {"refused": _NO_CODE, "asked": asked}, 422)
    return redirect("verification_of", leading_code(codes) if len(codes) > 1 else codes[0])


@_public
def verification_of(request: HttpRequest, printed: str) -> HttpResponse:
    """How it stands with one code; a file that is sent is compared, whatever it belongs to."""
    if not is_within(request, "kode", CODES_A_MINUTE, 60):
        return _page(request, _ASK, {"refused": _TOO_OFTEN}, 429)
    standing = standing_of(printed)
    context = {"standing": standing, "code": normal_code(printed)}
    if request.method == "POST":
        return _compared(request, _CHECK, context)
    status = 404 if standing.stands == Stands.UNKNOWN else 200
    return _page(request, _CHECK, context, status)


def _compared(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    try:
        found = _seated(get_adapter().get_client_ip(request), _sent(request))
    except _RefusedError as refusal:
        return _page(request, template, context | {"refused": refusal.reason}, refusal.status)
    standing: Standing | None = context.get("standing")
    asked = standing.facts if standing else None
    sent = found.standing.facts if found.standing else None
    other = asked is not None and sent is not None and asked.code != sent.code  # not the version whose page was open
    return _page(request, template, context | {"comparison": found, "other": other})


def _seated(sender: str, content: bytes) -> Comparison:
    """Compared, if not too many are: who waited would keep a thread from all others."""
    with _seats.taken_by(sender) as seated:
        if not seated:
            raise _RefusedError(429, _BUSY)
        return compare(content, trusted_roots())


def _sent(request: HttpRequest) -> bytes:
    """The file that was sent. It is refused by its length before any of it is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES + FORM_AROUND:
        raise _RefusedError(413, _TOO_LARGE)
    if not is_within(request, "berkas", FILES_A_MINUTE, 60):
        raise _RefusedError(429, _TOO_OFTEN)
    if not is_within_in_all("berkas", ALL_FILES_A_MINUTE, 60):
        raise _RefusedError(429, _BUSY)
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise _RefusedError(422, _NO_FILE)
    content: bytes = file.read()
    if len(content) > MOST_BYTES:
        raise _RefusedError(413, _TOO_LARGE)
    if not content:
        raise _RefusedError(422, _EMPTY)
    return content


def _zone_of(context: dict[str, Any]) -> ZoneInfo:
    """That of the office whose report the page is about."""
    comparison: Comparison | None = context["comparison"]
    standing: Standing | None = context["standing"] or (comparison.standing if comparison else None)
    return standing.facts.zone if standing and standing.facts else ZoneInfo(settings.TIME_ZONE)


def _page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    given: dict[str, Any] = {"standing": None, "comparison": None}
    given |= dict.fromkeys(("refused", "asked", "code"), "")
    ministry = settings.MINISTRY_CHECK_URL
    given |= {"most_megabytes": _MEGABYTES, "ministry": ministry, "ministry_name": ministry.partition("://")[2]}
    with override(_zone_of(given | context)):
        response = render(request, template, given | context, status=status)
    if status == 429:
        response.headers["Retry-After"] = "60"
    return response

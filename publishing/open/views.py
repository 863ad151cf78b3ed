"""The public page of an office, its badge and its pictures: for anyone, without log-in and cookies.

Whatever is not there, and whatever is closed, is not found; nobody is told which.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import content_disposition_header, parse_etags, quote_etag
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from offices.serving import CONTENT_TYPES, sound
from publishing.open.dataset import badge_of, json_ld
from publishing.open.period import OpenFile, OpenPhoto
from publishing.open.showing import Shown, open_periods, shown_office, trend_runs
from surveys.results.curve import curve_of

FRESH = "public, max-age=60"
FRESH_FOR_ONE = "private, max-age=60"
"""A page that is closed or a report that is withdrawn is gone everywhere within a minute."""


def opened(code: str) -> Shown:
    """The office, if its page is open."""
    shown = shown_office(code)
    if shown is None:
        raise Http404
    return shown


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """May be kept by whoever passes it on, for a minute, unless it goes to somebody with a session."""

    @require_safe
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        is_known = settings.SESSION_COOKIE_NAME in request.COOKIES  # the answer may renew that cookie
        response.headers.setdefault("Cache-Control", FRESH_FOR_ONE if is_known else FRESH)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return answered


def answer(request: HttpRequest, etag: str, content_type: str, make: Callable[[], Any]) -> HttpResponseBase:
    """What was made, or that the asker has it already; compressed on its way it has a weak mark, and is the same."""
    quoted = quote_etag(etag)
    asked = parse_etags(request.headers.get("If-None-Match", ""))
    is_known = quoted in {mark.removeprefix("W/") for mark in asked}
    response = HttpResponseNotModified() if is_known else HttpResponse(make(), content_type=content_type)
    response.headers["ETag"] = quoted
    return response


@public
def public_page(request: HttpRequest, code: str) -> HttpResponseBase:
    """Index, elements, respondents and follow-up of what was signed."""
    shown = opened(code)
    make = lambda: shown.kept("laman", lambda: _page(shown))  # noqa: E731
    return answer(request, f"{shown.digest}-laman", "text/html; charset=utf-8", make)


def _page(shown: Shown) -> str:
    office = shown.office
    periods = open_periods(shown)
    address = absolute("public_page", office.code)
    runs = trend_runs(office, periods) if periods else ()
    files = {absolute("open_data", office.code, name, "csv"): "text/csv" for name in ("indeks", "unsur")}
    context = {
        "office": office,
        "periods": periods,
        "latest": periods[0] if periods else None,
        "followed": next((each for each in periods if each.plans), None),
        "with_files": [each for each in periods if each.files],
        "curve": curve_of(runs, periods[0].grades) if sum(len(run.points) for run in runs) > 1 else None,
        "address": address,
        "logo": absolute("public_logo", office.code) if office.logo else "",
        "data": mark_safe(json_ld(office.name, address, files, periods)),  # noqa: S308 (escaped there)
    }
    return render_to_string("publishing/open/page.html", context)


@public
def public_badge(request: HttpRequest, code: str) -> HttpResponseBase:
    """A picture of the latest index for other sites."""
    shown = opened(code)
    periods = open_periods(shown)
    context = {"badge": badge_of(shown.office.short_name, periods[0] if periods else None)}
    return answer(
        request,
        f"{shown.digest}-lencana",
        "image/svg+xml",
        lambda: render_to_string("publishing/open/badge.svg", context),
    )


@public
def public_logo(request: HttpRequest, code: str) -> HttpResponseBase:
    office = opened(code).office
    if not office.logo:
        raise Http404
    kind = "image/png" if str(office.logo).endswith(".png") else "image/jpeg"
    return answer(request, str(office.logo), kind, lambda: sound(str(office.logo), ""))


@public
def public_photo(request: HttpRequest, code: str, sha256: str) -> HttpResponseBase:
    """A photo that is released and stands in a signed report; any other is not found."""
    photo = _photo(opened(code), sha256)
    return answer(request, sha256, "image/jpeg", lambda: sound(photo.path, photo.sha256))


@public
def public_report(request: HttpRequest, code: str, sha256: str) -> HttpResponseBase:
    """A released copy, or a signed report that the office opened; whatever else is kept is not found."""
    file, name = _file(opened(code), sha256)
    sent = answer(request, sha256, CONTENT_TYPES["pdf"], lambda: sound(file.path, file.sha256))
    sent.headers["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
    return sent


def _file(shown: Shown, sha256: str) -> tuple[OpenFile, str]:
    """With the name under which a browser saves it."""
    for period in open_periods(shown):
        for file in period.files:
            if file.sha256 == sha256:
                return file, f"{file.name}-{shown.office.code}-{period.period.code}-v{period.behind.version}.pdf"
    raise Http404


def _photo(shown: Shown, sha256: str) -> OpenPhoto:
    for period in open_periods(shown):
        for photo in period.photos:
            if photo.sha256 == sha256:
                return photo
    raise Http404


def absolute(name: str, *args: object) -> str:
    return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"

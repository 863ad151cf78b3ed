"""On which page of the portal a form, or a part of a page that was asked for, stood."""

from inspect import getclosurevars, unwrap
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme


def page_of(request: HttpRequest) -> str:
    """The page as the browser names it; else the nearest one at or above the address that was asked for."""
    is_read = request.method in ("GET", "HEAD")
    if is_read and not request.headers.get("HX-Request"):
        return request.get_full_path()
    for told in (request.headers.get("HX-Current-URL", ""), request.headers.get("Referer", "")):
        if page := _own_page(request, told):
            return page
    return nearest_page(_above(request.path) if is_read else request.path)


def nearest_page(path: str) -> str:
    """The address itself if it can be opened, else the nearest above it; at last the front page."""
    while path != "/" and not can_be_opened(path):
        path = _above(path)
    return path if path != "/" else reverse("home")


def can_be_opened(path: str) -> bool:
    """Whether an address is one of ours that answers a GET."""
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    methods = _methods_of(view)
    return methods is None or "GET" in methods


def sent_from(request: HttpRequest) -> str:
    """The path within the portal to which a form asks to be led back (``kembali``); empty where it names none."""
    asked = request.POST.get("kembali", "")
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""


def _own_page(request: HttpRequest, told: str) -> str:
    if not url_has_allowed_host_and_scheme(told, allowed_hosts={request.get_host()}):
        return ""
    parts = urlsplit(told)
    if not parts.netloc:
        return ""
    page = nearest_page(parts.path or "/")
    return f"{page}?{parts.query}" if parts.query and page == parts.path else page


def _above(path: str) -> str:
    return f"{path.rstrip('/').rpartition('/')[0]}/"


def _methods_of(view: Any) -> list[str] | None:
    """The methods to which a decorator of Django's holds a view; None where it takes any."""
    found: list[str] | None = None

    def look(function: Any) -> bool:
        nonlocal found
        if getattr(function, "__closure__", None):
            found = found or getclosurevars(function).nonlocals.get("request_method_list")
        return False

    unwrap(view, stop=look)
    return found

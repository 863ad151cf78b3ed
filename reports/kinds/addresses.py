"""How the kind of a report stands in an address: nothing for the follow-up report, a folder for any other."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter

from reports.models import ReportKind

CYCLE = "laporan/<str:code>/<period:period>/"
FOLDERS = {ReportKind.FOLLOW_UP: "", ReportKind.SURVEY: "survei/", ReportKind.ADDENDUM: "penyelesaian/"}
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


class KindConverter:
    """``survei/`` or ``penyelesaian/`` in a path."""

    regex = "(?:survei/|penyelesaian/)?"

    def to_python(self, value: str) -> ReportKind:
        return _KINDS[value]

    def to_url(self, value: str) -> str:
        """``value``: a kind, or as a row names it."""
        return FOLDERS[ReportKind(value)]


register_converter(KindConverter, "kind")


def of_each_kind(rest: str, view: Callable[..., HttpResponseBase], name: str) -> list[URLPattern]:
    """A page of the follow-up report, which needs no name in the address, and of every kind."""
    return [path(f"{CYCLE}{rest}", view, name=name), path(f"{CYCLE}<kind:kind>{rest}", view, name=name)]

"""Open data of one office, and of all that are open below one: for anyone, without a key."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from offices.account.throttling import is_within
from publishing.data.metadata import metadata_forms
from publishing.data.tables import TABLES, OfOffice, Table, table_of
from publishing.data.writing import WRITTEN
from publishing.open.period import OpenPeriod
from publishing.open.showing import Shown, kept_of, open_periods, periods_of_all, shown_below, state_of
from publishing.open.views import answer, opened, public

FILES_A_MINUTE = 3000
"""Of one address: what a portal that gathers data needs, and no more than the server bears."""
TOO_OFTEN = "Terlalu banyak permintaan dari jaringan Anda. Tunggu satu menit, lalu coba lagi."


@public
def open_data(request: HttpRequest, code: str, name: str, ending: str) -> HttpResponseBase:
    """One table of one office."""
    return _table(request, lambda: [opened(code)], name, ending)


@public
def open_data_below(request: HttpRequest, code: str, name: str, ending: str) -> HttpResponseBase:
    """The same of every office below this one whose page is open."""
    return _table(request, lambda: shown_below(code), name, ending)


@public
def open_metadata(request: HttpRequest, code: str) -> HttpResponseBase:
    """The three forms of statistical metadata, of the latest period."""
    shown = opened(code)
    context = {"office": shown.office, "forms": metadata_forms(_of_office(shown, open_periods(shown)))}
    return answer(
        request,
        f"{shown.digest}-metadata",
        "text/html; charset=utf-8",
        lambda: render_to_string("publishing/data/metadata.html", context),
    )


def _table(request: HttpRequest, asked: Callable[[], list[Shown]], name: str, ending: str) -> HttpResponseBase:
    """Offices are looked for once it is known that the asker may ask: many cost many questions."""
    if name not in TABLES or ending not in WRITTEN:
        raise Http404
    if not is_within(request, "data terbuka", FILES_A_MINUTE, 60):
        told = {"Retry-After": 60, "Cache-Control": "no-store"}  # it is meant for this asker alone
        return HttpResponse(TOO_OFTEN, status=429, content_type="text/plain; charset=utf-8", headers=told)
    offices = asked()
    if not offices:
        raise Http404
    kind, write = WRITTEN[ending]
    file = f"{name}.{ending}"
    make = lambda: kept_of(offices, file, lambda: write(_made(name, offices)))  # noqa: E731
    return answer(request, f"{state_of(offices)}-{file}", kind, make)


def _made(name: str, offices: Sequence[Shown]) -> Table:
    periods = (
        {only.office.code: open_periods(only) for only in offices} if len(offices) == 1 else periods_of_all(offices)
    )
    return table_of(name, (_of_office(shown, periods[shown.office.code]) for shown in offices))


def _of_office(shown: Shown, periods: tuple[OpenPeriod, ...]) -> OfOffice:
    office = shown.office
    parent = (office.parent.code, office.parent.name) if office.parent else ("", "")
    return OfOffice(office.code, office.name, parent, periods)

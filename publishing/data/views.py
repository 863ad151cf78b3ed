"""Open data of one office, and of all that are open below one: for anyone, without a key."""

from collections.abc import Callable
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from offices.account.throttling import is_within
from publishing.data.metadata import metadata_forms
from publishing.data.tables import TABLES, OfOffice, table_of
from publishing.data.writing import WRITTEN
from publishing.open.showing import Shown, open_periods, shown_below
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
    context = {"office": shown.office, "forms": metadata_forms(_of_office(shown))}
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
    state = sha256(" ".join(shown.digest for shown in offices).encode()).hexdigest()
    return answer(request, f"{state}-{name}.{ending}", kind, lambda: write(table_of(name, map(_of_office, offices))))


def _of_office(shown: Shown) -> OfOffice:
    office = shown.office
    parent = (office.parent.code, office.parent.name) if office.parent else ("", "")
    return OfOffice(office.code, office.name, parent, open_periods(shown))

"""What every form of the portal is sent, on its way in: characters that nobody sees are taken out, but for secrets."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

from offices.invisible import visible
from skm_portal.errors import is_left_unread

SECRETS = ("password", "passphrase")
"""What stands in the names of fields whose every character counts."""


def is_secret(name: str) -> bool:
    return any(part in name for part in SECRETS)


class VisibleTextMiddleware:
    """The door of all forms for ``offices.invisible``; a cycle file has its own, in ``reports/cycle/shape.py``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> None:
        """Here and not before, for the reasons of NulMiddleware."""
        request.GET = _seen(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and not is_left_unread(request, view):
            request.POST = _seen(request.POST)  # type: ignore[assignment]


def _seen(sent: QueryDict) -> QueryDict:
    result = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        # As the browser counted it against the limit of the field: it sends two characters for each line end.
        seen = [visible(value).replace("\r\n", "\n") for value in values]
        result.setlist(name, values if is_secret(name) else seen)
    result._mutable = False
    return result

"""How much one form may bring: what goes beyond is told in words, whatever Django would show, with what was typed."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase

from skm_portal.errors import bad_request

BEYOND = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError)


class LimitsMiddleware:
    """Reads a form before its token is looked at, so that a limit is told here and nowhere else.

    Django stops reading at its own limit of files and forgets the texts before it: ours is lower, and they are there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if request.method != "POST" or getattr(view, "csrf_exempt", False):  # those decide themselves what they read
            return None
        try:
            files = sum(len(sent) for _name, sent in request.FILES.lists())
        except BEYOND as error:
            return bad_request(request, error)
        return bad_request(request, TooManyFilesSent()) if files > settings.MOST_FILES_AT_ONCE else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return bad_request(request, exception) if isinstance(exception, BEYOND) else None

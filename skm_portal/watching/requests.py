"""What is noted of each request: its route, how it ended and how long it took; neither its path nor who asked."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

logger = logging.getLogger(__name__)


def watch_requests(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """A middleware for the front: counts where anybody may ask for the figures, and writes a line at the level INFO."""
    count = _counting() if settings.METRICS_TOKEN else None

    def answer(request: HttpRequest) -> HttpResponseBase:
        begun = perf_counter()
        response = get_response(request)
        seconds = perf_counter() - begun
        route = request.resolver_match.view_name if request.resolver_match else "-"
        if count:
            count(route, request.method or "-", response.status_code, seconds)
        if logger.isEnabledFor(logging.INFO):
            told = {"route": route, "status": response.status_code, "ms": round(seconds * 1000)}
            logger.info("%s %s %s %d ms", request.method, route, response.status_code, told["ms"], extra=told)
        return response

    return answer


def _counting() -> Callable[[str, str, int, float], None]:
    from skm_portal.watching.counters import count  # which only a portal that is asked for figures loads

    return count

"""The figures for Prometheus, for whoever brings the token of METRICS_TOKEN; without one there is no such address."""

from secrets import compare_digest

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PLAIN = "text/plain; version=0.0.4; charset=utf-8"


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    if not settings.METRICS_TOKEN:
        raise Http404
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    from skm_portal.watching.counters import figures_of_requests
    from skm_portal.watching.gauges import figures_of_standing

    return HttpResponse(figures_of_requests() + figures_of_standing(), content_type=PLAIN)

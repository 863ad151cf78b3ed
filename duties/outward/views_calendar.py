"""The calendar at a secret address. Whoever has the address reads it, without a log-in, until it is revoked."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.views.decorators.http import require_safe

from duties.outward.events import days_of
from duties.outward.feed import calendar_of
from offices.account.calendar.key import digest_of, holder_of
from offices.account.throttling import Limit, take

OFTEN_ENOUGH = Limit("kalender", 60, 60 * 60)


@require_safe
def calendar(_request: HttpRequest, token: str) -> HttpResponse:
    """The days of whom the address was given to; an unknown one and a revoked one are no address at all.

    A program that asks once a minute for more than an hour is told that nothing has changed: what is refused is
    logged with its address, and this one is secret.
    """
    user = holder_of(token)
    if user is None:
        raise Http404
    if not take(OFTEN_ENOUGH, digest_of(token)):
        return HttpResponseNotModified()
    response = HttpResponse(calendar_of(days_of(user), timezone.now()), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="skm-portal.ics"'
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response

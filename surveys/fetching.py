"""How a view comes to the cycle that an address names, if the reader may do there what the view is for."""

from django.db.models import Case, Q, QuerySet, Value, When

from offices.permissions import Action, Person, fetch
from surveys.models import LAST_MONTH, LATEST_FIRST, Survey
from surveys.periods import of_period


def fetch_cycle(user: Person, action: Action, code: str, period: str) -> Survey:
    """The cycle of an office and a period such as ``2025-S1``, with its office, the one above and its instrument.

    Raises Http404 or PermissionDenied as ``permissions.fetch`` does.
    """
    rows = Survey.objects.select_related("office__parent", "instrument")
    return fetch(user, action, rows, office__code=code, **of_period(period))


def earlier_surveys(survey: Survey) -> QuerySet[Survey]:
    """The surveys of the same office that ended before the period of this one began, the latest first.

    Of two that ended together, such as a quarter and a semester, the one of the survey's own kind comes first.
    """
    span = survey.span
    own_first = Case(When(kind=span.kind, then=Value(0)), default=Value(1))
    rows = Survey.objects.filter(office=survey.office_id).alias(last_month=LAST_MONTH, other_kind=own_first)
    before = Q(year__lt=span.year) | Q(year=span.year, last_month__lt=span.first_month)
    year, last_month, kind = LATEST_FIRST
    return rows.filter(before).order_by(year, last_month, "other_kind", kind)

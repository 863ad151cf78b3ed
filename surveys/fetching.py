"""How a view comes to the cycle that an address names, if the reader may do there what the view is for."""

from offices.permissions import Action, Person, fetch
from surveys.models import Survey
from surveys.periods import of_period


def fetch_cycle(user: Person, action: Action, code: str, period: str) -> Survey:
    """The cycle of an office and a period such as ``2025-S1``, with its office, the one above and its instrument.

    Raises Http404 or PermissionDenied as ``permissions.fetch`` does.
    """
    rows = Survey.objects.select_related("office__parent", "instrument")
    return fetch(user, action, rows, office__code=code, **of_period(period))

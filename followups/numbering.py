"""How plans are pointed at (``1 a``) and months are named on the pages of the portal.

Computed from the order of the rows, never stored. How the report writes them is in reports/words/language.py.
"""

from collections import Counter
from functools import cache

from django.utils.formats import date_format

from followups.models import ActionPlan, FollowUp
from followups.months import Month
from followups.points import letter


def plan_labels(followup: FollowUp) -> dict[int, str]:
    """``1 a`` for every plan of a cycle, by its id."""
    numbers = {pk: number for number, pk in enumerate(followup.priorities.values_list("pk", flat=True), start=1)}
    seen: Counter[int] = Counter()
    labels = {}
    for pk, priority in ActionPlan.objects.filter(priority__followup=followup).values_list("pk", "priority_id"):
        labels[pk] = f"{numbers[priority]} {letter(seen[priority])}"
        seen[priority] += 1
    return labels


@cache  # a form offers some hundred months, always the same
def month_words(month: Month) -> str:
    """``Juli 2025``."""
    return date_format(month.first_day, "F Y")


def short_month(month: Month) -> str:
    """``Jul``."""
    return date_format(month.first_day, "M")

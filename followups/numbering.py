"""How plans are pointed at (``1 a``) and months are named on the pages of the portal.

Computed from the order of the rows, never stored. How the report writes them is in reports/words/language.py.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from django.utils.formats import date_format

from followups.models import ActionPlan, FollowUp, Priority
from followups.months import Month
from followups.points import letter


def plan_labels(followup: FollowUp) -> dict[int, str]:
    """``1 a`` for every plan of a cycle, by its id."""
    return labels_in([followup.pk])


def labels_in(followups: Iterable[int]) -> dict[int, str]:
    """The same for every plan of several cycles; two queries."""
    chosen = list(followups)
    numbers: dict[int, int] = {}
    priorities: Counter[int] = Counter()
    for pk, followup in Priority.objects.filter(followup__in=chosen).values_list("pk", "followup_id"):
        priorities[followup] += 1
        numbers[pk] = priorities[followup]
    plans: Counter[int] = Counter()
    labels = {}
    for pk, priority in ActionPlan.objects.filter(priority__followup__in=chosen).values_list("pk", "priority_id"):
        labels[pk] = f"{numbers[priority]} {letter(plans[priority])}"
        plans[priority] += 1
    return labels


@cache  # a form offers some hundred months, always the same
def month_words(month: Month) -> str:
    """``Juli 2025``."""
    return date_format(month.first_day, "F Y")


def short_month(month: Month) -> str:
    """``Jul``."""
    return date_format(month.first_day, "M")

"""The four activities of a survey with their days, and how many of these are working days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from surveys.fields import ACTIVITIES, activity_fields
from surveys.fieldwork.workdays import Workdays, workdays_between


@dataclass(frozen=True, slots=True)
class Activity:
    """``last`` is ``first`` where it took a day; ``stated``: working days as the office counts them.

    ``counted``: as the calendar has them; None while a day is not known.
    """

    name: str
    first: date | None
    last: date | None
    stated: int | None
    counted: Workdays | None

    @property
    def workdays(self) -> int | None:
        """What is printed."""
        if self.stated is not None:
            return self.stated
        return self.counted.count if self.counted else None


def activities_of(values: Mapping[str, Any]) -> tuple[Activity, ...]:
    """``values``: by the keys of ``FIELDWORK_FIELDS``."""
    return tuple(_activity(key, values) for key in ACTIVITIES)


def _activity(key: str, values: Mapping[str, Any]) -> Activity:
    first, last, stated = (values.get(field.key) for field in activity_fields(key))
    ends = last or first
    begins = first or last
    counted = workdays_between(begins, ends) if begins and ends else None
    return Activity(ACTIVITIES[key], begins, ends, stated, counted)

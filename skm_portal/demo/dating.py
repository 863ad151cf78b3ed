"""The cycles of the example as they stand on a day. Pure.

The files tell of one half-year, as of its first month. They are moved by whole half-years, and what is under way within
the window follows month by month: what was done is spread over the months since, what is open lies ahead.
"""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from followups.months import Month
from surveys.periods import Period

CYCLES = Path(__file__).with_name("cycles")
TOLD_IN = Month(2025, 6)
"""The first month in which the files stand as they are written: one month of their window is over."""
HALF_YEAR = 6
_DAY, _MONTH, _PERIOD = (re.compile(rf"\d{{4}}-{rest}") for rest in (r"\d\d-\d\d", r"\d\d", "S[12]"))
_SATURDAY = 5

Json = dict[str, Any]


def cycle_on(today: date, name: str) -> Json:
    """A cycle file as of this day."""
    cycle: Json = json.loads((CYCLES / f"{name}.cycle.json").read_text(encoding="utf-8"))
    halves, months = divmod(TOLD_IN.months_to(Month.of(today)), HALF_YEAR)
    if Month.parse(cycle["followup"]["end"]) >= TOLD_IN:
        _carry_on(cycle["followup"], months)
    moved: Json = _changed(cycle, lambda text: _on_working_day(_later(text, halves * HALF_YEAR)))
    survey = moved["survey"]
    survey["report_number"] = re.sub(r"\d{4}$", survey["report_date"][:4], survey["report_number"])
    return moved


def _carry_on(followup: Json, months: int) -> None:
    """Bring what is under way so many months further within its window."""
    plans = [plan for priority in followup["priorities"] for plan in priority["plans"]]
    done = [plan for plan in plans if plan["realisation"]["status"] == "done"]
    _spread(sorted(done, key=lambda plan: str(plan["realisation"]["completed_on"])), months)
    _spread(followup["upkeep"], months)
    for plan in plans:
        if plan not in done:
            later = (_later(month, months) for month in plan["months"])
            plan["months"] = sorted({min(month, followup["end"]) for month in later})


def _spread(told: Sequence[Json], months: int) -> None:
    """The first stays where it is and the last moves all the way, the others lie between."""
    for number, each in enumerate(told):
        later = partial(_later, months=number * months // max(1, len(told) - 1))
        for name in {"months", "realisation", "evidence"} & each.keys():
            each[name] = _changed(each[name], later)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The same with each text changed."""
    if isinstance(value, dict):
        return {name: _changed(part, change) for name, part in value.items()}
    if isinstance(value, list):
        return [_changed(part, change) for part in value]
    return change(value) if isinstance(value, str) else value


def _later(text: str, months: int) -> str:
    """A day, month or semester so many months later; any other text as it is."""
    if _DAY.fullmatch(text):
        return f"{Month.parse(text[:7]).plus(months)}{text[7:]}"
    if _MONTH.fullmatch(text):
        return str(Month.parse(text).plus(months))
    if _PERIOD.fullmatch(text):
        moved = Month.of(Period.parse(text).first_day).plus(months)
        return Period.around(moved.first_day, Period.parse(text).kind).code
    return text


def _on_working_day(text: str) -> str:
    return str(working_day(date.fromisoformat(text))) if _DAY.fullmatch(text) else text


def working_day(day: date) -> date:
    """This day, or the Friday before it; days of the files lie between the 6th and the 28th."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))

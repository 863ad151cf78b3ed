"""A survey's period in addresses: ``2025-S1``, the first semester of 2025."""

import re
from typing import Any

_SHAPE = re.compile(r"(\d{4})-S([12])", re.ASCII)


class PeriodConverter:
    """The ``period`` of a path; anything of another shape is no address of ours."""

    regex = r"[0-9]{4}-S[12]"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def of_period(period: str, path: str = "") -> dict[str, Any]:
    """The look-up of a survey (under ``path``, as in ``followup__survey__``) by its period.

    Raises ValueError for anything but ``YYYY-S1`` or ``YYYY-S2``.
    """
    match = _SHAPE.fullmatch(period)
    if not match:
        raise ValueError(f"not a period: {period!r}")
    return {f"{path}year": int(match[1]), f"{path}semester": int(match[2])}

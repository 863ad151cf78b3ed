"""The periods of a year as a person chooses among them, in one list."""

from surveys.periods import MONTHS, Period, PeriodKind

WHOLE = "tahun"
_ANY_YEAR = 2025  # the names of the parts are the same in every year


def parts_of_a_year() -> list[tuple[str, list[tuple[str, str]]]]:
    """The choices, grouped by kind: semesters, which most offices have, stand first."""
    groups = []
    for kind in (PeriodKind.SEMESTER, PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.YEAR):
        periods = [Period(_ANY_YEAR, kind, number) for number in range(1, kind.in_a_year + 1)]
        groups.append((f"Per {kind.word.lower()}", [(part_of(period), _name(period)) for period in periods]))
    return groups


def _name(period: Period) -> str:
    """``Triwulan II (April–Juni)``."""
    first, last = MONTHS[period.first_month - 1], MONTHS[period.last_month - 1]
    match period.kind:
        case PeriodKind.MONTH:
            return f"Bulan {first}"
        case PeriodKind.YEAR:
            return f"Setahun penuh ({first}–{last})"
    return f"{period.label.partition(' Tahun')[0]} ({first}–{last})"


def part_of(period: Period) -> str:
    """The choice that stands for a period, whatever its year."""
    return period.part or WHOLE


def period_of(year: int, part: str) -> Period:
    """The period that a year and a choice name."""
    return Period.parse(f"{year}" if part == WHOLE else f"{year}-{part}")

"""What follows from the status of plans: done and open, percentages, target months, lateness. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from followups.months import Month

DONE = "done"
IMPOSSIBLE = "impossible"
MONTHS_TO_REPORT = 6
PRINTED_STATUS = {
    "done": "Sudah",
    "in_progress": "Belum (dalam proses)",
    "not_started": "Belum",
    "impossible": "Belum (tidak dapat dilaksanakan)",
}
"""The two official words, with a note where a plan that is open is more than not begun."""
PLAIN_STATUS = PRINTED_STATUS | {"in_progress": "Dalam proses"}


@dataclass(frozen=True, slots=True)
class Progress:
    """How many plans there are and how many are done; the rest is open, ``impossible`` ones too."""

    total: int
    done: int

    @property
    def open(self) -> int:
        return self.total - self.done

    @property
    def percent_done(self) -> int:
        """Whole per cent, halves rounded up; 0 where there is no plan."""
        return (200 * self.done + self.total) // (2 * self.total) if self.total else 0

    @property
    def percent_open(self) -> int:
        """What is missing to 100, so that the two always add up; 0 where there is no plan."""
        return 100 - self.percent_done if self.total else 0


def progress_of(statuses: Iterable[str]) -> Progress:
    known = tuple(statuses)
    return Progress(len(known), sum(status == DONE for status in known))


def target_base(report_month: Month | None, window_end: Month) -> Month:
    """The month from which target months are counted: that of the report, else the one after the window."""
    return report_month or window_end.plus(1)


def months_to_report(months: int) -> int:
    """Within how many months a report is due after a survey's period of so many months: before the next one is over."""
    return max(MONTHS_TO_REPORT, months)


def is_late(status: str, planned: Iterable[Month], today: Month) -> bool:
    """Whether an open plan has passed its last planned month; one that is impossible is not late."""
    months = tuple(planned)
    return status not in (DONE, IMPOSSIBLE) and bool(months) and max(months) < today

"""What is chosen when a report is prepared."""

from dataclasses import dataclass
from datetime import date

from reports.document.source import Way


@dataclass(frozen=True, slots=True)
class Wish:
    """``number``: the running number, where the office's pattern asks for it.

    ``demo``: whether the signatory's key is one for trying out; None: as the office's secretaries' keys are.
    ``reason`` answers the warnings that only date, number or key bring up, and that nobody could answer before.
    ``early``: it is known, and wanted, that the follow-up is still under way on that date.
    """

    way: Way
    dated: date
    number: str = ""
    demo: bool | None = None
    reason: str = ""
    early: bool = False

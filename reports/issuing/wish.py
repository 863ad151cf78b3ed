"""What is chosen when a report is prepared."""

from dataclasses import dataclass
from datetime import date

from reports.document.source import Acknowledger, Way


@dataclass(frozen=True, slots=True)
class Wish:
    """``number``: the running number, where the office's pattern asks for it. ``dated`` is None, and ``pen_number``
    set, where the pen writes them: by hand only, as is ``acknowledger``.

    ``demo``: whether the signatory's key is one for trying out; None: as the office's secretaries' keys are.
    ``reason`` answers the warnings that only date, number or key bring up, and that nobody could answer before.
    ``early``: it is known, and wanted, that the follow-up is still under way on that date.
    ``rank``: the signatory's Pangkat/Golongan, printed if given. ``limit_mb``: how many MB (10⁶ bytes) the file may
    have where it is sent to; None: any.
    """

    way: Way
    dated: date | None
    number: str = ""
    demo: bool | None = None
    reason: str = ""
    early: bool = False
    pen_number: bool = False
    rank: str = ""
    acknowledger: Acknowledger | None = None
    limit_mb: int | None = None

    @property
    def is_for_the_pen(self) -> bool:
        """Whether something in it can only be written by hand."""
        return self.dated is None or self.pen_number or self.acknowledger is not None

"""How far a signed version is on its way to who gets it: sent, its receipt waited for, received. Pure."""

from dataclasses import dataclass
from datetime import date

from reports.words.language import date_text


@dataclass(frozen=True, slots=True)
class Delivery:
    """``awaits_receipt``: it was sent with a slip that has not come back; the other two are what the last one says."""

    sent_on: date | None = None
    awaits_receipt: bool = False
    received_on: date | None = None
    received_by: str = ""

    @property
    def is_done(self) -> bool:
        return self.sent_on is not None and not self.awaits_receipt

    @property
    def told(self) -> str:
        if self.sent_on is None:
            return "Belum disampaikan"
        if self.awaits_receipt:
            return f"Dikirim {date_text(self.sent_on)}, menunggu tanda terima"
        if self.received_on:
            return f"Diterima {date_text(self.received_on)} oleh {self.received_by}"
        return "Sudah disampaikan"


NOT_SENT = Delivery()

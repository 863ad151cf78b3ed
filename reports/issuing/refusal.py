"""What a verb of issuing says when it declines, and the check that every reason has to pass."""

from offices.declining import Declined
from reports.rules.finding import Finding

LONGEST_REASON = 2000


class Hindered(Declined):
    """Findings stand against preparing: those that block, and warnings without an answer."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        super().__init__(
            f"Laporan belum dapat disiapkan: {len(found)} catatan pemeriksaan belum diperbaiki atau dijelaskan."
        )
        self.found = found


def checked_reason(reason: str) -> str:
    """A reason as it is kept; raises Declined for one that says nothing or too much."""
    text = reason.replace("\r\n", "\n").strip()
    if not text:
        raise Declined("Alasan belum diisi. Tuliskan alasannya dalam satu atau dua kalimat.")
    if len(text) > LONGEST_REASON:
        raise Declined(f"Alasan terlalu panjang: {len(text)} karakter, paling banyak {LONGEST_REASON}.")
    return text

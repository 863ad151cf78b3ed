"""A reason that somebody gives, to a finding or for a step of a version: the check that each has to pass."""

from offices.declining import Declined
from offices.invisible import tidied

LONGEST_REASON = 2000
MISSING = "Alasan belum diisi. Tuliskan alasannya dalam satu atau dua kalimat."


def checked_reason(reason: str, missing: str = MISSING) -> str:
    """A reason as it is kept; raises Declined for one that says nothing (``missing``) or too much."""
    text = tidied(reason)
    if not text:
        raise Declined(missing)
    if len(text) > LONGEST_REASON:
        raise Declined(f"Alasan ini {len(text)} karakter; paling banyak {LONGEST_REASON}. Ringkaskan dahulu.")
    return text

"""What a verdict about a file is made of: what is known, how it stands, what became of it. Pure.

The table of verdicts is in verdict_table.py; how a file comes to its case, in files.py.
"""

from dataclasses import dataclass
from enum import StrEnum


class Familiar(StrEnum):
    """What this portal knows the file by. By a beginning, too, if it is a whole file of ours: see Integrity."""

    ISSUED = "issued"  # the file that was signed
    SCAN = "scan"  # the scan of a version that was signed by hand
    PREPARED = "prepared"  # the file that was to be signed
    PRINTED = "printed"  # the file that was to be printed and signed by hand
    COPY = "copy"  # a copy of a signed report that the office released, without signature
    CODE = "code"  # no bytes of ours, but the verification code of a report
    NOTHING = "nothing"


class Stands(StrEnum):
    """How it stands with the version that a code or a file belongs to."""

    SIGNED = "signed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    PREPARED = "prepared"
    RETURNED = "returned"
    UNKNOWN = ""


class Integrity(StrEnum):
    """What became of the file: behind the bytes that we know or, where we know none, of what its signatures cover."""

    WHOLE = "whole"
    BLANK = "blank"  # whole, and line ends or blanks behind it
    PADDED = "padded"  # whole, and more blanks or zeros behind it than are harmless
    PROOFS = "proofs"  # whole, and nothing but proofs behind it
    METADATA = "metadata"
    SIGNATURE = "signature"
    CHANGED = "changed"
    UNSIGNED = "unsigned"  # nothing in it could say
    INCOMPLETE = "incomplete"
    UNCHECKABLE = "uncheckable"
    BUSY = "busy"  # there was no time


class Reason(StrEnum):
    """Why a file is not one that this portal knows."""

    NONE = ""
    UNCHECKABLE = "uncheckable"
    INCOMPLETE = "incomplete"
    UNKNOWN = "unknown"
    CHANGED = "changed"


HARMLESS = frozenset({Integrity.WHOLE, Integrity.BLANK, Integrity.PROOFS})
FILED = (Familiar.ISSUED, Familiar.SCAN)
TO_SIGN = (Familiar.PREPARED, Familiar.PRINTED)


@dataclass(frozen=True, slots=True)
class FileCase:
    """A file: the five columns of the table. ``trusted``: each signature by an authority of SIGNING_TRUST;
    ``in_time``: each certificate was valid on the day of its signature."""

    known: Familiar
    stands: Stands
    integrity: Integrity
    trusted: bool = False
    in_time: bool = True

    @property
    def is_known(self) -> bool:
        """Bytes that the portal made, or those with nothing but proofs or blanks behind them."""
        return self.known in (*FILED, *TO_SIGN, Familiar.COPY) and self.integrity in HARMLESS


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is said: a tone and an icon of the house, a headline that speaks of the report, and a sentence.

    ``status``: the exit status of ``verify_pdf``.
    """

    tone: str
    icon: str
    headline: str
    sentence: str
    status: int = 1
    reason: Reason = Reason.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLine:
    """A line of the table; None stands for whatever it is."""

    known: tuple[Familiar, ...] | None = None
    stands: tuple[Stands, ...] | None = None
    integrity: tuple[Integrity, ...] | None = None
    trusted: bool | None = None
    in_time: bool | None = None
    ruling: Ruling

    def is_about(self, case: FileCase) -> bool:
        return (
            (self.known is None or case.known in self.known)
            and (self.stands is None or case.stands in self.stands)
            and (self.integrity is None or case.integrity in self.integrity)
            and self.trusted in (None, case.trusted)
            and self.in_time in (None, case.in_time)
        )

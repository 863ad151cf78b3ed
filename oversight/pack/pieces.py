"""What an office has that may prove something: one file each, or what a page is printed of. Pure."""

from dataclasses import dataclass
from datetime import date

from oversight.pack.lists import Kind
from surveys.periods import Period

PRINTED_BYTES = 17_000
"""About how much a page takes that is printed for the pack, without its picture."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the storage; ``size`` in bytes, ``sha256`` hexadecimal."""

    name: str
    sha256: str
    size: int

    @property
    def is_pdf(self) -> bool:
        return self.name.lower().endswith(".pdf")


@dataclass(frozen=True, slots=True)
class Piece:
    """One document. ``what`` names it for people, ``details`` end its file name, ``told`` stands on a printed page.

    ``file`` is None where a page says all there is. ``day``: of the document, or since when it is there.
    ``is_evidence``: whether it proves what it says; what was only noted does not.
    """

    kind: Kind
    period: Period
    what: str
    details: tuple[str, ...]
    day: date
    file: KeptFile | None
    told: tuple[tuple[str, str], ...] = ()
    is_evidence: bool = True

    @property
    def is_printed(self) -> bool:
        """Whether its page is made for the pack: of a picture, or of what was noted."""
        return self.file is None or not self.file.is_pdf

    @property
    def size(self) -> int:
        """Bytes of the file in the pack, about where it is printed."""
        kept = self.file.size if self.file else 0
        return kept + PRINTED_BYTES if self.is_printed else kept


def in_name(period: Period) -> str:
    """A period as the end of a file name tells it: ``Semester I 2025``, ``Tahun 2025``."""
    return period.label if period.part == "" else period.label.replace(" Tahun ", " ")

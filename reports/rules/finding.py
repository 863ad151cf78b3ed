"""What a consistency rule finds: id, severity, place, one Indonesian sentence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["block", "warn", "info"]
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info")
SEVERITY_NAMES: dict[Severity, str] = {
    "block": "Wajib diperbaiki",
    "warn": "Perlu penjelasan",
    "info": "Saran",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the report: chapter, table, row (``1 b``) and field, each empty where it does not apply."""

    chapter: str
    table: str = ""
    row: str = ""
    field: str = ""

    def __str__(self) -> str:
        row = f"nomor {self.row}" if self.row else ""
        return ", ".join(part for part in (self.chapter, self.table, row, self.field) if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule finds at one place; ``message`` says what is wrong and what to do.

    ``about`` is all that a reason given for it would speak of: the thing by its name, and the values concerned. It
    stands for the row, which moves. ``suggestion`` is a placeholder that would put the right words there;
    ``severity`` is given where this fault is milder than its rule.
    """

    place: Place
    message: str
    about: tuple[object, ...] = ()
    suggestion: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, and the ``meaning`` of its rule.

    ``subject`` is the digest of what it is about: an answer holds as long as that.
    """

    id: str
    severity: Severity
    place: Place
    message: str
    subject: str
    suggestion: str = ""
    meaning: str = ""

    @property
    def severity_name(self) -> str:
        return SEVERITY_NAMES[self.severity]


def notes_in(findings: Iterable[Finding]) -> int:
    """How many notes a reader sees: a rule is one in each chapter, however many its places are."""
    return len({(finding.place.chapter, finding.id, finding.meaning, finding.severity) for finding in findings})

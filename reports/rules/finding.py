"""What a consistency rule finds: id, severity, place, one Indonesian sentence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reports.document.fields import CYCLE, Printed, SectionAt, Thing

Severity = Literal["block", "warn", "info"]
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info")
SEVERITY_NAMES: dict[Severity, str] = {
    "block": "Wajib diperbaiki",
    "warn": "Perlu penjelasan",
    "info": "Saran",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the report: a field, and of what thing. TypeError for a thing of which the field does not speak.

    As text it is chapter, table, row (``nomor 1 b``) and name of the field, as far as it has them.
    """

    printed: Printed
    thing: Thing = CYCLE

    def __post_init__(self) -> None:
        if type(self.thing) not in self.printed.tables:
            raise TypeError(f"{self.printed.field.key} of {self.printed.field.of} does not speak of {self.thing}")

    @property
    def chapter(self) -> str:
        return self.printed.chapter

    @property
    def table(self) -> str:
        return self.printed.tables[type(self.thing)]

    @property
    def row(self) -> str:
        return self.thing.row

    @property
    def name(self) -> str:
        return self.thing.heading if isinstance(self.thing, SectionAt) else self.printed.name

    @property
    def within_chapter(self) -> str:
        row = f"nomor {self.row}" if self.row else ""
        return ", ".join(part for part in (self.table, row, self.name) if part)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.chapter, self.within_chapter) if part)


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
    def note(self) -> tuple[str, str, Severity]:
        """What it has in common with others of its rule: to a reader they are one note, at several places."""
        return (self.id, self.meaning, self.severity)

    @property
    def severity_name(self) -> str:
        return SEVERITY_NAMES[self.severity]


def notes_in(findings: Iterable[Finding]) -> int:
    """How many notes a reader sees: a rule is one in each chapter, however many its places are."""
    return len({(finding.place.chapter, finding.note) for finding in findings})

"""What a consistency rule is and what it finds: id, severity, place, one Indonesian sentence. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from reports.document import ReportDocument

Severity = Literal["block", "warn", "info"]
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info")
SEVERITY_NAMES: dict[Severity, str] = {
    "block": "Wajib diperbaiki",
    "warn": "Perlu penjelasan",
    "info": "Saran",
}


_SURVEY, _PLAN = ("survey", "Survei"), ("plan_table", "Rencana")
_REALISATION, _UPKEEP = ("realisations", "Realisasi"), ("upkeep", "Pemeliharaan")
_MENDED_ON = {
    "Unsur prioritas": ("priorities", "Prioritas"),
    "Tabel 2.1": _SURVEY,
    "Tabel 2.2": _PLAN,
    "Tabel 3.1": _REALISATION,
    "Tabel 3.2": _UPKEEP,
    "Tabel 4.1": _REALISATION,
    "Bab IV": _REALISATION,
    "Teks laporan": ("texts", "Teks"),
    "Lampiran": ("evidence", "Bukti dukung"),
}
"""By field, table or chapter: the name of the page's URL, and what its tab is called."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the report: chapter, table, row (``1 b``) and field, each empty where it does not apply."""

    chapter: str
    table: str = ""
    row: str = ""
    field: str = ""

    @property
    def mended_on(self) -> tuple[str, str]:
        """The URL name of the page where this place of the report is mended, and what its tab is called."""
        return next(page for key in (self.field, self.table, self.chapter) if (page := _MENDED_ON.get(key)))

    def __str__(self) -> str:
        row = f"nomor {self.row}" if self.row else ""
        return ", ".join(part for part in (self.chapter, self.table, row, self.field) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place; ``message`` says what is wrong and what to do."""

    id: str
    severity: Severity
    place: Place
    message: str

    @property
    def severity_name(self) -> str:
        return SEVERITY_NAMES[self.severity]


Found = Iterable[tuple[Place, str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A small function of the document that yields places and messages, under an id and a severity."""

    id: str
    severity: Severity
    meaning: str
    check: Callable[[ReportDocument], Found]


def findings_by(rules: Iterable[Rule], document: ReportDocument) -> tuple[Finding, ...]:
    """What the rules find, the gravest first, else in the rules' order."""
    found = [
        Finding(rule.id, rule.severity, place, message) for rule in rules for place, message in rule.check(document)
    ]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))

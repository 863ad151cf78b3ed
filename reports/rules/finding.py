"""What a consistency rule is and what it finds: id, severity, place, one Indonesian sentence. Pure."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from reports.document.model import ReportDocument

Severity = Literal["block", "warn", "info"]
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info")
SEVERITY_NAMES: dict[Severity, str] = {
    "block": "Wajib diperbaiki",
    "warn": "Perlu penjelasan",
    "info": "Saran",
}
Stage = Literal["planning", "running", "reporting"]
STAGES: tuple[Stage, ...] = ("planning", "running", "reporting")
"""How far a cycle is: being planned, being carried out, being reported on."""


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


Found = Iterable[Fault]


@dataclass(frozen=True, slots=True)
class Rule:
    """A small function of the document under an id and a severity, silent before the stage ``since``.

    ``with_examples``: the severity where example data are allowed, if it is another there.
    """

    id: str
    severity: Severity
    meaning: str
    check: Callable[[ReportDocument], Found]
    since: Stage = "planning"
    with_examples: Severity | None = None

    def applies(self, stage: Stage) -> bool:
        return STAGES.index(self.since) <= STAGES.index(stage)


def findings_by(
    rules: Iterable[Rule], document: ReportDocument, stage: Stage = "reporting", *, examples_allowed: bool = False
) -> tuple[Finding, ...]:
    """What the rules find at a stage, the gravest first, else in the rules' order."""
    found = [
        _finding(rule, fault, examples_allowed=examples_allowed)
        for rule in rules
        if rule.applies(stage)
        for fault in rule.check(document)
    ]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def notes_in(found: Iterable[Finding]) -> int:
    """How many notes a reader sees: a rule is one in each chapter, however many its places are."""
    return len({(finding.place.chapter, finding.id, finding.meaning, finding.severity) for finding in found})


def _finding(rule: Rule, fault: Fault, *, examples_allowed: bool) -> Finding:
    severity = fault.severity or (examples_allowed and rule.with_examples) or rule.severity
    return Finding(rule.id, severity, fault.place, fault.message, _subject(rule, fault), fault.suggestion, rule.meaning)


def _subject(rule: Rule, fault: Fault) -> str:
    """SHA-256 (hex) of rule, place and what the fault is about; without that of its row and message."""
    place = fault.place
    about = fault.about or (place.row, fault.message)
    data = [rule.id, place.chapter, place.table, place.field, about]
    return sha256(json.dumps(data, default=str, ensure_ascii=False).encode()).hexdigest()

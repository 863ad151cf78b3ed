"""What the rules said of a report, as the page Tanda Tangan lists it: one line per rule with its places. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.findings.grouping import grouped
from reports.rules.finding import SEVERITY_NAMES, Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Note:
    """Findings of one rule. ``spots``: each place, its own message where the messages differ, and the address where it
    is mended, where that is asked for.

    ``answer`` is who explained them and why (``by``, ``reason``), where they have one explanation.
    """

    severity: Severity
    message: str
    spots: tuple[tuple[str, str, str], ...]
    answer: Mapping[str, str] | None = None

    @property
    def severity_name(self) -> str:
        return SEVERITY_NAMES[self.severity]


def notes_of_findings(
    findings: Iterable[Finding], address_of: Callable[[Place], str] = lambda _: ""
) -> tuple[Note, ...]:
    """Findings as they stand now, in their order; those of one note that differ each keep their message."""
    notes = []
    for group in grouped(findings, lambda finding: finding.note).values():
        first = group[0]
        is_one = all(finding.message == first.message for finding in group)
        places = tuple(
            (str(finding.place), "" if is_one else finding.message, address_of(finding.place)) for finding in group
        )
        notes.append(Note(first.severity, first.message if is_one else first.meaning, places))
    return tuple(notes)


def notes_of_version(rows: Iterable[Mapping[str, Any]]) -> tuple[Note, ...]:
    """The findings that were kept with a version when it was prepared, and the explanations given then."""

    def as_explained(row: Mapping[str, Any]) -> tuple[Any, ...]:
        answer = row["answer"] or {}
        return (row["id"], row["severity"], row["message"], answer.get("by"), answer.get("reason"))

    return tuple(
        Note(first["severity"], first["message"], tuple((row["place"], "", "") for row in group), first["answer"])
        for group in grouped(rows, as_explained).values()
        for first in group[:1]
    )

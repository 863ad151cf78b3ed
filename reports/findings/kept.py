"""What the rules said of a report, as the page Tanda Tangan lists it: one line per rule with its places. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.rules.finding import SEVERITY_NAMES, Finding, Severity


@dataclass(frozen=True, slots=True)
class Note:
    """Findings of one rule. ``spots``: each place, with its own message where the messages differ.

    ``answer`` is who explained them and why (``by``, ``reason``), where they have one explanation.
    """

    severity: Severity
    message: str
    spots: tuple[tuple[str, str], ...]
    answer: Mapping[str, str] | None = None

    @property
    def severity_name(self) -> str:
        return SEVERITY_NAMES[self.severity]


def notes_of_findings(found: Iterable[Finding]) -> tuple[Note, ...]:
    """Findings as they stand now, in their order."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        by_rule.setdefault((finding.id, finding.severity), []).append(finding)
    return tuple(_note(group) for group in by_rule.values())


def _note(group: list[Finding]) -> Note:
    first = group[0]
    if all(finding.message == first.message for finding in group):
        return Note(first.severity, first.message, tuple((str(finding.place), "") for finding in group))
    return Note(first.severity, first.meaning, tuple((str(finding.place), finding.message) for finding in group))


def notes_of_version(kept: Iterable[Mapping[str, Any]]) -> tuple[Note, ...]:
    """The findings that were kept with a version when it was prepared, and the explanations given then."""
    by_message: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in kept:
        answer = row["answer"] or {}
        key = (row["id"], row["severity"], row["message"], answer.get("by"), answer.get("reason"))
        by_message.setdefault(key, []).append(row)
    return tuple(
        Note(group[0]["severity"], group[0]["message"], tuple((row["place"], "") for row in group), group[0]["answer"])
        for group in by_message.values()
    )

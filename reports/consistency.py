"""The registry of consistency rules: what a report is held to. Each theme of rules has its own module. Pure."""

from reports import structure
from reports.document import ReportDocument
from reports.finding import Finding, Rule, findings_by

RULES: tuple[Rule, ...] = structure.RULES


def findings_of(document: ReportDocument) -> tuple[Finding, ...]:
    """Everything that the rules find in a report, the gravest first."""
    return findings_by(RULES, document)


__all__ = ["RULES", "Finding", "findings_of"]

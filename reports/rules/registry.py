"""The registry of consistency rules: what a report is held to, and from which stage of its cycle on. Pure."""

from datetime import date

from followups.months import Month
from reports.document.model import ReportDocument
from reports.rules import (
    evidence,
    office,
    plans,
    priorities,
    references,
    status,
    structure,
    survey,
    upkeep,
    wording,
)
from reports.rules.case import Case
from reports.rules.dated import impossible, order
from reports.rules.finding import Finding
from reports.rules.rule import Rule, Stage, findings_by, rules_of
from reports.rules.truth import rules as truth

_THEMES = (
    structure,
    impossible,
    survey,
    order,
    priorities,
    plans,
    status,
    evidence,
    upkeep,
    references,
    wording,
    office,
)
RULES: tuple[Rule, ...] = (*(rule for theme in _THEMES for rule in rules_of(theme)), *truth.RULES)
_LISTED = tuple(rule for rule in RULES if not rule.aside)
_ASIDE = tuple(rule for rule in RULES if rule.aside)


def findings_of(case: Case, stage: Stage = "reporting", *, examples_allowed: bool = False) -> tuple[Finding, ...]:
    """Everything that the rules find in a report at a stage of its cycle, the gravest first.

    ``examples_allowed``: example photos only want an explanation, as where the portal is tried out.
    """
    return findings_by(_LISTED, case, stage, examples_allowed=examples_allowed)


def asides_of(case: Case, stage: Stage = "reporting") -> tuple[Finding, ...]:
    """What is only told beside its field: nobody can do anything about it."""
    return findings_by(_ASIDE, case, stage, examples_allowed=False)


def stage_of(document: ReportDocument, today: date) -> Stage:
    """How far a cycle is on a day: reported on from the last month of its window or the report's month on."""
    followup = document.source.followup
    month = Month.of(today)
    due = min(followup.end, followup.report_month or followup.end)
    if document.signing or month >= due:
        return "reporting"
    return "running" if month >= followup.start and followup.plans else "planning"


__all__ = ["RULES", "Finding", "asides_of", "findings_of", "stage_of"]

"""What a rule is: a small function of a case under an id and a severity; and how rules are applied. Pure."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from types import ModuleType
from typing import Literal

from reports.rules.case import Case
from reports.rules.finding import SEVERITIES, Fault, Finding, Severity

Stage = Literal["planning", "running", "reporting"]
STAGES: tuple[Stage, ...] = ("planning", "running", "reporting")
"""How far a cycle is: being planned, being carried out, being reported on."""
Faults = Iterable[Fault]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule is silent before the stage ``since``.

    ``with_examples``: the severity where example data are allowed, if it is another there. ``unless``: rules that
    have said it all where they speak of the same thing. ``aside``: nobody can do anything about it, so it is only told
    beside its field.
    """

    id: str
    severity: Severity
    meaning: str
    check: Callable[[Case], Faults]
    since: Stage = "planning"
    with_examples: Severity | None = None
    unless: tuple[str, ...] = ()
    aside: bool = False

    def applies(self, stage: Stage) -> bool:
        return STAGES.index(self.since) <= STAGES.index(stage)

    def finding(self, fault: Fault, *, examples_allowed: bool) -> Finding:
        """What this rule says of one fault."""
        usual = self.with_examples if examples_allowed and self.with_examples else self.severity
        return Finding(
            id=self.id,
            severity=fault.severity or usual,
            place=fault.place,
            message=fault.message,
            subject=self._subject(fault),
            suggestion=fault.suggestion,
            meaning=self.meaning,
        )

    def _subject(self, fault: Fault) -> str:
        """SHA-256 (hex) of rule, place and what the fault is about; without that of its row and message."""
        place = fault.place
        about = fault.about or (place.row, fault.message)
        data = [self.id, place.chapter, place.table, place.name, about]
        return sha256(json.dumps(data, default=str, ensure_ascii=False).encode()).hexdigest()


def rule(
    id: str,
    severity: Severity,
    meaning: str,
    since: Stage = "planning",
    with_examples: Severity | None = None,
    unless: tuple[str, ...] = (),
    aside: bool = False,
) -> Callable[[Callable[[Case], Faults]], Rule]:
    """Stands over the function that finds the faults of a rule, and makes the rule of it."""
    return lambda check: Rule(id, severity, meaning, check, since, with_examples, unless, aside)


def rules_of(theme: ModuleType) -> tuple[Rule, ...]:
    """The rules of a module, in the order in which they stand there."""
    return tuple(value for value in vars(theme).values() if isinstance(value, Rule))


def findings_by(rules: Iterable[Rule], case: Case, stage: Stage, *, examples_allowed: bool) -> tuple[Finding, ...]:
    """What the rules find at a stage, the gravest first, else in the rules' order."""
    pairs = [
        (rule, rule.finding(fault, examples_allowed=examples_allowed))
        for rule in rules
        if rule.applies(stage)
        for fault in rule.check(case)
    ]
    told = {(finding.id, finding.place.thing) for _rule, finding in pairs}
    findings = [
        finding for rule, finding in pairs if not any((other, finding.place.thing) in told for other in rule.unless)
    ]
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))

"""Faults of plans and upkeeps: where they stand in the report, and what an answer to them is bound to. Pure."""

from reports.cycle.model import Evidence
from reports.document.facts import PlanFact, UpkeepFact
from reports.document.fields import PlanAt, Printed, UpkeepAt
from reports.rules.finding import Fault, Place

Proven = PlanFact | UpkeepFact
"""What has evidence: a plan or an upkeep."""


def fault_of(fact: Proven, printed: Printed, message: str, *values: object) -> Fault:
    """A fault of one of its fields, known by the name of the thing wherever it stands, and the values concerned."""
    return Fault(Place(printed, place_of(fact)), message, (*identity_of(fact), *values))


def place_of(fact: Proven) -> PlanAt | UpkeepAt:
    return PlanAt(fact.number, fact.point) if isinstance(fact, PlanFact) else UpkeepAt(fact.number)


def identity_of(fact: Proven) -> tuple[str, ...]:
    """What a plan or an upkeep is known by."""
    return (fact.element, fact.plan.programme) if isinstance(fact, PlanFact) else (fact.element.key,)


def evidence_of(fact: Proven) -> Evidence:
    return fact.plan.evidence if isinstance(fact, PlanFact) else fact.data.evidence

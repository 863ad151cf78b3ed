"""What signing refuses, as duties of those who settle it: each hindrance of a cycle's report is somebody's turn.

It asks for the whole report of the cycle, so that what is counted here is what the page Tanda Tangan lists.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from duties.cycles import OwnCycle
from duties.duty import Duty, Kind
from duties.hands import NOBODY, is_in_hands_of
from followups.models import ActionPlan
from followups.months import Month
from offices.models import User
from offices.permissions import Action, names_of, visible
from reports.cycle.model import ALL_UNITS, Plan
from reports.document.facts import PlanFact
from reports.document.fields import Thing
from reports.findings.answers import case_now, findings_now, hindrances, judged
from reports.findings.places import Where, Whereabouts
from reports.rules.faults import place_of
from reports.rules.finding import Finding

SETTLED_BY = {
    "survey": Action.EDIT_SURVEY,
    "priorities": Action.EDIT_PRIORITIES,
    "plan_table": Action.EDIT_PLAN,
    "realisations": Action.EDIT_REALISATION,
    "evidence": Action.EDIT_EVIDENCE,
    "upkeep": Action.EDIT_UPKEEP,
    "texts": Action.EDIT_TEXTS,
    "signing": Action.PREPARE,
    "office_profile": Action.EDIT_OFFICE,
}
"""What one must be allowed to on each page to which a finding leads."""
OF_UNITS = (Action.EDIT_REALISATION, Action.EDIT_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing for which a report cannot be prepared. ``rule`` and ``finding``: what the rules call it.

    ``now``: whether the cycle is so far that it should be settled; else it is not due before the report.
    """

    duty: Duty
    now: bool = True
    rule: str = ""
    finding: str = ""


def refusals_of(cycle: OwnCycle, user: User) -> tuple[Refusal, ...]:
    """All for which the report of an open cycle could not be prepared today, the gravest first."""
    case = case_now(cycle.survey)
    plans = ActionPlan.objects.filter(priority__followup=cycle.followup).order_by()
    own = frozenset(visible(user, Action.EDIT_REALISATION, plans).values_list("pk", flat=True))
    facts: dict[Thing, PlanFact] = {place_of(fact): fact for fact in case.facts.plans}
    reader = _Reader(cycle, user, Whereabouts(cycle.survey, case, user), facts, own)
    now = frozenset(finding.subject for finding in findings_now(case, cycle.today))
    found = hindrances(judged(cycle.survey, case, at_signing=True))
    return (*reader.unsigned(), *(reader.refusal(finding, now=finding.subject in now) for finding in found))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known once of a cycle, to say of each finding whose turn it is and where it is settled."""

    cycle: OwnCycle
    user: User
    places: Whereabouts
    facts: Mapping[Thing, PlanFact]
    own: frozenset[int]

    def unsigned(self) -> Iterator[Refusal]:
        """What is asked for before any rule: who signs, and where."""
        office = self.cycle.office
        if not self.cycle.survey.signatory_name:
            where = Where("survey", "Survei", self.cycle.page("survey"), "id_signatory_name")
            yield Refusal(self._duty(where, where.label, "Nama penanda tangan belum diisi."))
        if not office.place:
            where = Where("office_profile", "Satuan kerja", self.cycle.office_page("office_profile"), "id_place")
            yield Refusal(self._duty(where, where.label, "Tempat penandatanganan belum diisi."))

    def refusal(self, finding: Finding, *, now: bool) -> Refusal:
        where = self.places.of(finding.place)
        fact = self.facts.get(finding.place.thing)
        plan = self.places.plan_at(finding.place)
        row = finding.place.row
        subject = f"{row}. {fact.name}" if fact else f"{where.label} nomor {row}" if row else where.label
        duty = self._duty(where, subject, finding.message)
        if fact and plan and SETTLED_BY[where.tab] in OF_UNITS:
            duty = replace(duty, turn=self._units(fact.plan), mine=plan in self.own)
        return Refusal(duty, now, finding.id, finding.subject)

    def _duty(self, where: Where, subject: str, message: str) -> Duty:
        """What the office as a whole has to settle on a page."""
        action = SETTLED_BY[where.tab]
        return Duty(
            kind=Kind.HINDERS,
            cycle=self.cycle.face,
            place=where.address,
            turn=names_of(action, self.cycle.office),
            subject=subject,
            sentence=message,
            mine=is_in_hands_of(self.user, action, self.cycle.office),
            since=self._since(),
        )

    def _units(self, plan: Plan) -> str:
        """Who answers for a plan: the unit that leads, else all that are named."""
        units = {unit.key: unit.short_name for unit in self.cycle.office.units.all()}
        if plan.lead:
            return units[plan.lead]
        if plan.units == ALL_UNITS:
            return ", ".join((self.cycle.office.all_units_label, *plan.others))
        return ", ".join((*(units[key] for key in plan.units), *plan.others)) or NOBODY

    def _since(self) -> date | None:
        """From the last month of the follow-up on, when everything has to be there."""
        last = Month.of(self.cycle.followup.end).first_day
        return last if last <= self.cycle.today else None

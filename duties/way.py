"""How far one cycle is, from its rows: its stages with whose turn it is, and its plans by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from duties.cycles import OwnCycle
from duties.grid import Grid, PlanSpan, grid_of
from duties.plans import approvers_in, sent_at
from duties.stages import CycleFacts, Stage, Turns, stages_of
from duties.standing import standing_of
from followups.models import ActionPlan, MonthKind, Publication, Published, Review
from followups.months import Month
from followups.numbering import plan_labels
from followups.progress import DONE, IMPOSSIBLE
from followups.realising.rows import months_of, units_text
from followups.responsible import others_of, responsible_words
from offices.models import Office
from offices.permissions import Action, names_of
from reports.issuing.handing.delivered import delivery_of
from reports.models import Handover, HandoverKind, Report, ReportKind, State
from reports.paraf.parafs import agreements_of, is_used
from surveys.models import Lock


@dataclass(frozen=True, slots=True)
class Way:
    """A cycle on one page."""

    stages: tuple[Stage, ...]
    grid: Grid


def way_of(cycle: OwnCycle) -> Way:
    """The same number of queries, however many plans there are."""
    related = ("priority__element", "priority__followup__survey__office", "lead")
    plans = ActionPlan.objects.filter(priority__followup=cycle.followup).select_related(*related)
    rows = list(plans.prefetch_related("months", "units"))
    return Way(stages_of(_facts(cycle, rows), _turns(cycle.office)), _grid(cycle, rows))


def _turns(office: Office) -> Turns:
    return Turns(
        survey=names_of(Action.EDIT_SURVEY, office),
        plan=names_of(Action.EDIT_PLAN, office),
        approve=approvers_in(office),
        prepare=names_of(Action.PREPARE, office),
        sign=names_of(Action.SIGN, office),
        hand_on=names_of(Action.HAND_ON, office),
    )


def _facts(cycle: OwnCycle, plans: Sequence[ActionPlan]) -> CycleFacts:
    survey, followup = cycle.survey, cycle.followup
    standing = standing_of(cycle.office, survey)
    sent = sent_at(plans)
    open_plans = [plan for plan in plans if plan.status not in (DONE, IMPOSSIBLE)]
    answering = (  # by name, whoever leads: several plans are told together
        name
        for plan in open_plans
        for name in responsible_words(plan.all_units, plan.units.all(), others_of(plan), cycle.office)
    )
    report = _report(cycle)
    handovers = list(Handover.objects.filter(report=report)) if report else []
    published = [row.happened_on for row in handovers if row.kind == HandoverKind.PUBLISHED]
    of_followup = Publication.objects.filter(followup=followup).exclude(what=Published.RESULTS)
    published += of_followup.values_list("published_on", flat=True)
    asked = agreements_of(survey) if is_used(survey) else {}
    ends = survey.end or survey.span.last_day
    return CycleFacts(
        surveyed_from=survey.start or survey.span.first_day,
        planned_from=ends + timedelta(days=1),
        carried_out_from=followup.start,
        reported_from=cycle.report_due.first_day,
        elements=standing.elements,
        scores=standing.scores,
        plans=standing.plans,
        done=sum(plan.status == DONE for plan in plans),
        is_planned=bool(standing.plans)
        and not (standing.planless or standing.unscheduled or standing.unassigned or not standing.priorities),
        is_over=Month.of(followup.end) < Month.of(cycle.today),
        open_units=tuple(dict.fromkeys(answering)),
        pending=sum(plan.review == Review.PENDING for plan in plans),
        pending_since=min(map(cycle.day_of, sent.values()), default=None),
        parafs_asked=len(asked),
        parafs_lacking=tuple(name for name, agrees in asked.items() if not agrees),
        is_prepared=survey.lock == Lock.PREPARED,
        is_signed=survey.lock == Lock.SIGNED,
        prepared_on=cycle.day_of(report.prepared_at) if report and report.prepared_at else None,
        signed_on=cycle.day_of(report.signed_at) if report and report.signed_at else None,
        delivery=delivery_of(handovers),
        published_on=min(published, default=None),
    )


def _report(cycle: OwnCycle) -> Report | None:
    """The version that is prepared or, where none is, the one in force."""
    wanted = State.PREPARED if cycle.survey.lock == Lock.PREPARED else State.SIGNED
    of_cycle = Report.objects.filter(followup=cycle.followup, kind=ReportKind.FOLLOW_UP)
    return of_cycle.filter(state=wanted).defer("document", "findings").first()


def _grid(cycle: OwnCycle, plans: Sequence[ActionPlan]) -> Grid:
    points = plan_labels(cycle.followup)
    spans = [
        PlanSpan(
            point=points[plan.pk],
            programme=plan.programme,
            units=units_text(plan),
            place=cycle.page("realisation", plan.pk),
            status=plan.status,
            planned=months_of(plan, MonthKind.PLANNED),
            realised=months_of(plan, MonthKind.REALISED),
        )
        for plan in plans
    ]
    return grid_of(spans, Month.of(cycle.followup.start), Month.of(cycle.followup.end), Month.of(cycle.today))

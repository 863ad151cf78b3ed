"""How far an office and its latest cycle are: the counts from which guide.py says what is next."""

from functools import reduce
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from duties.guide import Standing
from followups.evidence.proofs import PROOFS
from followups.models import (
    ActionPlan,
    EvidencePhoto,
    MonthKind,
    PlanMonth,
    Priority,
    Status,
    Upkeep,
)
from offices.models import UNIT_ROLES, Office, Role
from reports.models import Narrative
from surveys.models import Survey

_DONE = Q(status=Status.DONE)
_UNPROVEN = _DONE & (Q(proven=False) | Q(description=""))
_UNEXPLAINED = ~_DONE & (
    Q(completion=None) | Q(completion__reason="") | (~Q(status=Status.IMPOSSIBLE) & Q(completion__strategy=""))
)


def standing_of(office: Office, survey: Survey | None) -> Standing:
    """The counts of one office, in a number of queries that does not grow with its plans."""
    gaps = _profile_gaps(office)
    at_work = Q(memberships__role__in=UNIT_ROLES, memberships__user__is_active=True)
    with_admin = Q(memberships__user__is_active=True) & ~Q(memberships__role=Role.ADMIN)
    staffing = Office.objects.filter(pk=office.pk).aggregate(
        units=Count("units", filter=Q(units__closed_on=None), distinct=True),
        people=Count("memberships", filter=at_work, distinct=True),
        colleagues=Count("memberships", filter=with_admin, distinct=True),
    )
    if survey is None:
        return Standing(gaps, **staffing)
    priorities = Priority.objects.filter(followup__survey=survey)
    return Standing(
        profile_gaps=gaps,
        **staffing,
        has_cycle=True,
        **Survey.objects.filter(pk=survey.pk).aggregate(
            elements=Count("instrument__elements", distinct=True), scores=Count("scores", distinct=True)
        ),
        upkeep=Upkeep.objects.filter(followup__survey=survey).count(),
        own_texts=Narrative.objects.filter(followup__survey=survey).count(),
        **EvidencePhoto.objects.filter(followup__survey=survey).aggregate(
            photos=Count("pk", distinct=True), loose=Count("pk", filter=Q(uses=None), distinct=True)
        ),
        **priorities.aggregate(
            priorities=Count("pk", distinct=True), planless=Count("pk", filter=Q(plans=None), distinct=True)
        ),
        **_plan_counts(ActionPlan.objects.filter(priority__followup__survey=survey)),
    )


def _profile_gaps(office: Office) -> tuple[str, ...]:
    wanted = {
        "tempat penandatanganan": office.place,
        "alamat": office.address,
        "nama penanda tangan": office.signatory_name,
        "jabatan penanda tangan": office.signatory_title,
    }
    return tuple(name for name, value in wanted.items() if not value)


def _plan_counts(plans: QuerySet[ActionPlan]) -> dict[str, int]:
    own = {"plan": OuterRef("pk")}
    marked = plans.order_by().annotate(
        scheduled=Exists(PlanMonth.objects.filter(kind=MonthKind.PLANNED, **own)),
        named=Exists(ActionPlan.units.through.objects.filter(actionplan=OuterRef("pk"))),
        proven=reduce(or_, (Q(Exists(kind.objects.filter(group__plan=OuterRef("pk")))) for kind in PROOFS)),
    )
    return marked.aggregate(
        plans=Count("pk"),
        unscheduled=Count("pk", filter=Q(scheduled=False)),
        unassigned=Count("pk", filter=Q(named=False, all_units=False, others="")),
        unproven=Count("pk", filter=_UNPROVEN),
        unexplained=Count("pk", filter=_UNEXPLAINED),
    )

"""A signed report that left an RTL open, and what was done about it in the next cycle."""

from datetime import date

from followups.carrying.continuing import continue_in_next
from followups.models import ActionPlan, Completion, EvidenceGroup, EvidenceUse, FollowUp, PlanMonth, Review, Status
from reports.document.build import build
from reports.document.gather import source_of
from surveys.models import Lock, Survey
from tests.conftest import make_photo
from tests.reports.issued import make_report, make_signing

CODE = "ABCD-EFGH-JKMN-PQRS-TUVW"
PATH = "priority__followup__survey"


def open_plans(survey):
    return ActionPlan.objects.filter(**{PATH: survey}).exclude(status=Status.DONE)


def with_signed_report(survey, people, number="12/LTL/2026"):
    """Its Tabel 4.1 owes every open plan for March 2026."""
    for plan in open_plans(survey):
        words = {"reason": "Anggaran belum ada.", "strategy": "Dianggarkan pada perubahan."}
        owed = Completion.objects.create(plan=plan, earliest=date(2026, 2, 1), latest=date(2026, 3, 1), **words)
        owed.units.add(survey.office.units.get(key="kul"))
    document = build(source_of(survey, make_signing(CODE, number=number)))
    report = make_report(FollowUp.objects.get(survey=survey), people.secretary, document=document, number=number)
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED)
    survey.refresh_from_db()
    return report


def carried(people, plan):
    """The plan once more in the next cycle, which is begun if need be."""
    return continue_in_next(ActionPlan.objects.select_related(f"{PATH}__office").get(pk=plan.pk), people.admin)


def done(plan, people, photos=1):
    """Done in March 2026 with proof, and approved."""
    values = {
        "status": Status.DONE,
        "description": "Loket ditata.\nJadwal dipasang.",
        "completed_on": date(2026, 3, 12),
    }
    reviewed = {"review": Review.APPROVED, "submitted_by": people.staff, "reviewed_by": people.head}
    ActionPlan.objects.filter(pk=plan.pk).update(**values, **reviewed)
    PlanMonth.objects.create(plan=plan, kind="realised", month=date(2026, 3, 1))
    here = plan.priority.followup
    group = EvidenceGroup.objects.create(followup=here, plan=plan, note="Diambil di ruang pelayanan.")
    for number in range(photos):
        photo = make_photo(here, f"loket-{plan.pk}-{number}.jpg", ("teal", "navy", "olive", "maroon")[number % 4])
        EvidenceUse.objects.create(group=group, photo=photo, position=number + 1)
    return ActionPlan.objects.get(pk=plan.pk)

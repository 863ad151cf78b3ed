"""One press takes a plan that a signed report left open into the next cycle; the signed one stays untouched."""

from datetime import date

import pytest

from followups.carrying.continuing import continue_plan
from followups.models import ActionPlan, Completion, FollowUp, PlanMonth, Priority, Status
from offices.declining import Declined
from offices.models import AuditEvent, Office
from reports.cycle.read import read_cycle
from reports.models import Report
from surveys.models import Lock, Survey
from surveys.periods import of_period
from tests.conftest import make_survey
from tests.reports.issued import make_report

pytestmark = pytest.mark.each_database

PATH = "priority__followup__survey"


@pytest.fixture
def plan(survey, people):
    """Open in a signed report, promised for March 2026."""
    plan = ActionPlan.objects.get(position=2)
    owed = Completion.objects.create(plan=plan, reason="Anggaran.", strategy="Dianggarkan.", latest=date(2026, 3, 1))
    owed.units.add(survey.office.units.get(key="kul"))
    make_report(FollowUp.objects.get(survey=survey), people.secretary)
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED)
    return plan


@pytest.fixture
def staff(as_user, people):
    return as_user(people.staff)


def page(plan):
    return f"/rtl/3521/2025-S1/{plan.pk}/teruskan/"


def flat(response):
    return " ".join(response.content.decode().split())


def of_the_signed_cycle(survey):
    """Everything that is stored of it, row by row."""
    mine = {PATH: survey}
    return [
        read_cycle(survey),
        list(Survey.objects.filter(pk=survey.pk).values()),
        list(Report.objects.filter(followup__survey=survey).values()),
        list(Priority.objects.filter(followup__survey=survey).values()),
        list(ActionPlan.objects.filter(**mine).values()),
        list(Completion.objects.filter(**{f"plan__{PATH}": survey}).values()),
        list(PlanMonth.objects.filter(**{f"plan__{PATH}": survey}).values()),
    ]


def test_what_will_happen_is_told_and_nothing_is_done_yet(staff, survey, plan):
    told = flat(staff.get(page(plan)))
    assert "Siklus Semester II Tahun 2025 dimulai, karena belum ada." in told
    assert "dijanjikan untuk Maret 2026" in told
    assert "Laporan Semester I Tahun 2025 tidak berubah." in told
    assert Survey.objects.count() == 1


def test_one_press_begins_the_next_cycle_and_leads_to_the_plan_there(staff, survey, plan):
    before = of_the_signed_cycle(survey)
    response = staff.post(page(plan))
    later = ActionPlan.objects.get(continues=plan)
    made = later.priority.followup.survey
    assert response.url == f"/rtl/3521/2025-S2/{later.pk}/"
    assert (made.period, made.lock) == ("2025-S2", Lock.OPEN)
    assert [row.month for row in later.months.all()] == [date(2026, 3, 1)]
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == [
        "cycle.start",
        "priority.choose",
        "plan.continue",
    ]
    assert of_the_signed_cycle(survey) == before


def test_realising_it_there_leaves_the_signed_report_alone(staff, survey, plan):
    before = of_the_signed_cycle(survey)
    address = staff.post(page(plan)).url
    assert (
        staff.post(address, {"revision": "1", "status": "in_progress", "description": "Loket ditata."}).status_code
        == 302
    )
    later = ActionPlan.objects.get(continues=plan)
    assert (later.status, later.description) == (Status.IN_PROGRESS, "Loket ditata.")
    assert of_the_signed_cycle(survey) == before


def test_a_next_cycle_that_is_there_is_used(staff, survey, plan, ngawi):
    make_survey(ngawi, "2025-S2")
    assert "Teruskan ke Semester II Tahun 2025" in flat(staff.get(page(plan)))
    staff.post(page(plan))
    assert ActionPlan.objects.get(continues=plan).priority.followup.survey.period == "2025-S2"
    assert Survey.objects.count() == 2


def test_a_next_cycle_that_is_closed_is_passed_over(staff, survey, plan, ngawi):
    closed = make_survey(ngawi, "2025-S2")
    Survey.objects.filter(pk=closed.pk).update(lock=Lock.SIGNED)
    assert "Siklus Semester I Tahun 2026 dimulai" in flat(staff.get(page(plan)))
    staff.post(page(plan))
    assert ActionPlan.objects.get(continues=plan).priority.followup.survey.period == "2026-S1"


def test_the_cycle_that_is_begun_has_the_signatory_of_the_office(staff, survey, plan):
    named = {"signatory_name": "Dewi Lestari", "signatory_title": "Plt. Sekretaris", "signatory_nip": ""}
    Office.objects.filter(pk=survey.office_id).update(**named)
    staff.post(page(plan))
    assert Survey.objects.filter(**of_period("2025-S2"), **named).exists()
    assert survey.signatory_name == "Sari Utami"


def test_where_the_office_names_no_signatory_the_last_one_is_proposed(as_user, people, plan):
    admin = as_user(people.admin)
    admin.post(page(plan))
    assert Survey.objects.get(**of_period("2025-S2")).signatory_name == ""
    assert "penanda-tangan" in admin.get("/skm/3521/2025-S2/bawa/").context["ticked"]
    assert admin.get("/pemeriksaan/3521/2025-S2/").status_code == 200


def test_the_period_that_is_begun_follows_that_of_the_plan_and_is_of_its_kind(staff, survey, plan, ngawi):
    for period in ("2024-T1", "2025-T1", "2025-S2"):  # the office goes over to other periods, or fills in old ones
        Survey.objects.filter(pk=make_survey(ngawi, period).pk).update(lock=Lock.SIGNED)
    assert "Siklus Semester I Tahun 2026 dimulai" in flat(staff.get(page(plan)))
    staff.post(page(plan))
    assert ActionPlan.objects.get(continues=plan).priority.followup.survey.period == "2026-S1"


@pytest.mark.parametrize("period", ["2024-S2", "2025-T2", "2025"])
def test_a_plan_does_not_go_back_in_time(people, plan, ngawi, period):
    with pytest.raises(Declined, match="hanya diteruskan ke siklus sesudah periodenya"):
        continue_plan(make_survey(ngawi, period), people.admin, plan)
    assert not ActionPlan.objects.filter(continues=plan).exists()


def test_what_goes_on_already_leads_to_where_it_does(staff, plan):
    address = staff.post(page(plan)).url
    for answer in (staff.get(page(plan)), staff.post(page(plan))):
        assert answer.url == address
    assert ActionPlan.objects.filter(continues=plan).count() == 1


def test_a_plan_of_a_draft_is_realised_where_it_is(staff, survey, plan):
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.OPEN)
    assert "masih berupa draf" in flat(staff.get(page(plan)))
    assert staff.post(page(plan)).status_code == 422
    assert Survey.objects.count() == 1


def test_a_plan_of_a_report_that_may_still_go_back_to_draft_waits_for_the_signature(staff, survey, plan):
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.PREPARED)
    assert "dapat diteruskan setelah laporannya ditandatangani" in flat(staff.get(page(plan)))
    assert page(plan) not in flat(staff.get(f"/rtl/3521/2025-S1/{plan.pk}/"))
    assert staff.post(page(plan)).status_code == 422
    assert Survey.objects.count() == 1


def test_a_plan_that_was_done_has_nothing_to_go_on_with(staff, survey, plan):
    done = ActionPlan.objects.get(**{PATH: survey}, position=1)
    response = staff.post(page(done))
    assert response.status_code == 422
    assert "sudah tidak terbuka" in flat(response)
    assert Survey.objects.count() == 1


def test_the_page_of_the_plan_leads_there_while_it_is_open(staff, survey, plan):
    address = f"/rtl/3521/2025-S1/{plan.pk}/"
    assert page(plan) in flat(staff.get(address))
    staff.post(page(plan))
    assert page(plan) not in flat(staff.get(address))


def test_others_cannot(as_user, people, plan, ngawi):
    for person in (people.secretary, people.supervisor):
        assert as_user(person).get(page(plan)).status_code == 403
    assert as_user(people.stranger).get(page(plan)).status_code == 404
    plan.completion.units.set([ngawi.units.get(key="rendatin")])
    staff = as_user(people.staff)
    assert staff.post(page(plan)).status_code == 403
    assert page(plan) not in flat(staff.get(f"/rtl/3521/2025-S1/{plan.pk}/"))
    assert as_user(people.admin).get(page(plan)).status_code == 200


def test_whom_the_report_names_may_though_the_plan_was_anothers(staff, plan, ngawi):
    ActionPlan.objects.filter(pk=plan.pk).update(all_units=False)
    plan.units.add(ngawi.units.get(key="rendatin"))
    assert page(plan) in flat(staff.get(f"/rtl/3521/2025-S1/{plan.pk}/"))
    address = staff.post(page(plan)).url
    assert "Isi realisasinya di sini." in flat(staff.get(address))
    assert staff.get(address).context["row"].editable


def test_where_the_report_names_nobody_the_units_of_the_plan_may(staff, plan, ngawi):
    plan.completion.units.clear()
    assert staff.get(page(plan)).status_code == 200
    ActionPlan.objects.filter(pk=plan.pk).update(all_units=False)
    plan.units.add(ngawi.units.get(key="rendatin"))
    assert staff.get(page(plan)).status_code == 403

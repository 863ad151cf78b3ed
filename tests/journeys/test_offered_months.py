"""No month or day that a form offers by itself is one that the portal's own rules then criticise."""

from datetime import date, timedelta

import pytest

from followups.models import ActionPlan, Completion, FollowUp, Status
from followups.months import Month
from followups.realising.form import RealisationForm
from reports.document.gather import source_of
from reports.findings.answers import case_now
from reports.issuing.contents import is_early
from reports.issuing.forms import PrepareForm
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from surveys.models import Survey
from surveys.period_choices import part_of
from surveys.periods import Period
from tests.journeys.scene import fields_on
from tests.mass import sampled
from tests.reports.issued import make_signing

NEW = "/satuan-kerja/3521/siklus-baru/"
NOT_KNOWN, LATE, BEFORE_REPORT = "K36", "T9", "K60"
PERIODS = ["2025", "2025-S1", "2025-S2", "2025-T1", "2025-T4", "2025-B01", "2025-B12"]


def begun(client, period):
    """A cycle of this period, with whatever else its form offers."""
    form = fields_on(client.get(NEW).content.decode(), NEW)
    typed = {
        "year": str(period.year),
        "part": part_of(period),
        "signatory_name": "Sri",
        "signatory_title": "Sekretaris",
    }
    assert client.post(NEW, form | typed).status_code == 302
    return Survey.objects.get(office__code="3521", year=period.year, kind=period.kind, number=period.number)


def prepared_on(survey, day):
    return case_of(source_of(survey, make_signing(dated=day)))


def about_months(case):
    """The rules on the report's month and on targets that find something."""
    return {finding.id for finding in findings_of(case, "reporting")} & {NOT_KNOWN, LATE, BEFORE_REPORT}


@pytest.mark.parametrize("code", sampled(PERIODS, every=3))
def test_the_months_of_a_new_cycle_are_in_time_and_leave_the_follow_up_before_the_report(as_user, people, code):
    period = Period.parse(code)
    survey = begun(as_user(people.admin), period)
    followup = FollowUp.objects.get(survey=survey)
    case = case_now(survey)
    assert about_months(case) == set()
    last_day = Month.of(followup.report_month).plus(1).first_day - timedelta(days=1)
    assert about_months(prepared_on(survey, last_day)) == set()
    assert not is_early(Month.of(followup.end), followup.report_month)
    assert period.last_day < followup.start <= followup.end < followup.report_month


@pytest.mark.parametrize("today", sampled(["2025-09-10", "2025-12-01", "2026-01-31", "2026-07-15"], every=3))
@pytest.mark.parametrize("report_month", [None, date(2025, 12, 1), date(2026, 1, 1)])
def test_no_target_that_is_offered_is_one_that_blocks(survey, time_machine, today, report_month):
    time_machine.move_to(f"{today}T09:00:00+07:00", tick=False)
    FollowUp.objects.update(report_month=report_month)
    ActionPlan.objects.update(status=Status.IN_PROGRESS)
    plan = ActionPlan.objects.get(position=1)
    offered = [
        month for _year, months in RealisationForm(plan).fields["latest"].choices[1:] for month, _words in months
    ]
    assert len(offered) > 12
    prepared = PrepareForm(survey, Month.of(plan.priority.followup.end)).initial["dated"]
    for month in (offered[0], offered[-1]):
        fields = {"reason": "Anggaran baru tersedia.", "strategy": "Dilaksanakan.", "earliest": None, "all_units": True}
        Completion.objects.update_or_create(plan=plan, defaults=fields | {"latest": Month.parse(month).first_day})
        assert BEFORE_REPORT not in about_months(case_now(survey))
        assert BEFORE_REPORT not in about_months(prepared_on(survey, prepared))

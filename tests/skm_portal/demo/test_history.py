"""What has happened in the example before anybody looks: who approved what, and where the signed report went."""

from datetime import date

import pytest

from followups.models import ActionPlan, FollowUp, Publication, Review, Status
from offices.models import AuditEvent, NoticeKind
from offices.notices.telling import notify_managers, tell, unread
from offices.zones import today_of
from reports.models import Handover
from skm_portal.demo.history import approve_what_was_done, hand_on, publish, read_notices
from tests.conftest import make_plan
from tests.reports.issued import make_report
from tests.reports.issuing.issuing import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(survey):
    """Three that wait, of unit kul, of rendatin and of kul again, the last of them done first."""
    first = ActionPlan.objects.get(position=1)
    plans = [first, make_plan(first.priority, 3), make_plan(first.priority, 4)]
    for plan, unit, day in zip(plans, ("kul", "rendatin", "kul"), (20, 14, 6), strict=True):
        plan.units.set([survey.office.units.get(key=unit)])
        waits = {"status": Status.DONE, "review": Review.PENDING, "completed_on": date(2025, 10, day)}
        ActionPlan.objects.filter(pk=plan.pk).update(**waits)
    return plans


def test_the_head_approves_what_the_unit_did_and_the_signatory_the_rest(survey, people, done):
    approve_what_was_done(survey, people.head, people.secretary)
    assert [again(plan).review for plan in done] == [Review.APPROVED] * 3
    assert [again(plan).reviewed_by for plan in done] == [people.head, people.secretary, people.head]
    assert AuditEvent.objects.filter(action="plan.approve").count() == 3
    assert ActionPlan.objects.get(position=2).review == Review.NONE


def test_what_was_done_last_still_waits(survey, people, done):
    approve_what_was_done(survey, people.head, people.secretary, but=2)
    assert [again(plan).review for plan in done] == [Review.PENDING, Review.PENDING, Review.APPROVED]


def test_a_report_went_to_the_office_above_and_to_the_public_on_the_day_of_its_signature(survey, people):
    make_report(FollowUp.objects.get(survey=survey), people.secretary)
    hand_on(survey, people.secretary)
    today = today_of(survey.office)
    assert list(Handover.objects.values_list("kind", "party", "happened_on").order_by("pk")) == [
        ("sent", str(survey.office.parent), today),
        ("published", f"Laman {survey.office.short_name}", today),
    ]


def test_what_was_signed_hangs_on_a_board_and_is_open_to_anybody(client, survey, people):
    make_report(FollowUp.objects.get(survey=survey), people.secretary)
    publish(survey, people.secretary)
    assert list(Publication.objects.values_list("what", "medium").order_by("pk")) == [
        ("results", "printed"),
        ("follow_up", "website"),
    ]
    assert client.get(f"/publik/{survey.office.code}/").status_code == 200


def test_no_page_begins_with_what_happened_to_an_account(survey, people):
    notify_managers(survey.office, NoticeKind.REPORT_ISSUED, people.secretary)
    tell([people.admin], NoticeKind.WAITS, people.staff, "/")
    assert len(unread(people.admin).account) == 1
    read_notices([people.admin, people.secretary])
    assert (unread(people.admin).account, len(unread(people.admin).work)) == ((), 1)

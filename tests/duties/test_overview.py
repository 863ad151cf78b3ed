"""The page of one cycle: where it is, whose turn that is and since when, and its plans by month."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, EvidenceGroup, EvidenceUse, Review, Status
from offices.audit import record
from reports.models import Handover, HandoverKind, State
from reports.paraf.parafs import give_paraf, state_of
from surveys.models import ElementScore, Lock, Survey
from tests.conftest import make_plan
from tests.duties.test_home import text_of
from tests.journeys.test_access import MOST_QUERIES
from tests.reports.issued import make_report

PAGE = "/skm/3521/2025-S1/ikhtisar/"


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to("2025-11-20 09:00+07:00", tick=False)


def now(client):
    stages = client.get(PAGE).context["way"].stages
    return next(((stage.title, stage.turn, stage.since) for stage in stages if stage.state == "now"), None)


def lock(state):
    Survey.objects.update(lock=state)


def test_the_page_says_where_the_cycle_is_and_whose_turn_it_is(as_user, people, survey):
    page = text_of(as_user(people.staff).get(PAGE))
    assert "Survei , selesai 9 dari 9 unsur bernilai" in page
    assert f"Giliran: {survey.office.all_units_label}, sejak 1 Juli 2025" in page


def test_who_answers_for_several_open_plans_is_named_once(as_user, people, survey, other):
    kul = survey.office.units.get(key="kul")
    first = ActionPlan.objects.get(position=1)
    ActionPlan.objects.filter(pk=first.pk).update(status=Status.IN_PROGRESS, review=Review.NONE, lead=kul)
    ActionPlan.objects.filter(position=2).delete()
    first.units.add(other.plan.units.get())
    assert now(as_user(people.admin))[1] == "Subbag kul, Subbag rendatin"


def test_its_stages_follow_the_rows(as_user, people, survey, followup):
    client = as_user(people.admin)
    assert now(client) == ("Pelaksanaan", survey.office.all_units_label, date(2025, 7, 1))
    ElementScore.objects.filter(element__key="biaya").delete()
    assert now(client) == ("Survei", "Admin", date(2025, 1, 1))


def test_a_plan_without_month_or_unit_is_not_planned_yet(as_user, people, survey, ngawi):
    client = as_user(people.admin)
    ActionPlan.objects.get(position=2).months.all().delete()
    assert now(client)[0] == "Pembahasan dan rencana"


def test_what_was_sent_waits_for_the_second_person_since_that_day(as_user, people, survey, time_machine):
    plan = ActionPlan.objects.get(position=1)
    ActionPlan.objects.filter(position=2).update(status=Status.DONE, review=Review.APPROVED)
    ActionPlan.objects.filter(pk=plan.pk).update(review=Review.PENDING, submitted_by=people.staff)
    time_machine.move_to("2025-11-03 09:00+07:00")
    record(people.staff, "plan.realise", plan, survey.office)
    time_machine.move_to("2025-11-20 09:00+07:00")
    assert now(as_user(people.head)) == (
        "Pelaksanaan",
        "Kepala Unit, Admin atau Sekretaris",
        date(2025, 11, 3),
    )


def test_after_its_months_the_report_is_prepared_signed_handed_on_and_published(
    as_user, people, survey, followup, time_machine
):
    time_machine.move_to("2026-01-20 09:00+07:00")
    client = as_user(people.admin)
    assert now(client) == ("Cek kelengkapan", "Admin atau Sekretaris", date(2026, 1, 1))
    report = make_report(followup, people.admin, state=State.PREPARED)
    lock(Lock.PREPARED)
    assert now(client)[:2] == ("Paraf", "Kasubbag")
    give_paraf(survey, people.head, state_of(survey))
    assert now(client)[:2] == ("Tanda tangan", "Sekretaris")
    report.delete()
    report = make_report(followup, people.secretary)
    lock(Lock.SIGNED)
    assert now(client)[0] == "Penyampaian"
    told = {"report": report, "party": "KPU Provinsi", "happened_on": "2026-01-15", "recorded_by": people.admin}
    Handover.objects.create(kind=HandoverKind.SENT, **told)
    assert now(client)[0] == "Publikasi tindak lanjut"
    Handover.objects.create(kind=HandoverKind.PUBLISHED, **told)
    assert now(client) is None


def test_the_months_of_every_plan_are_drawn_and_told(as_user, people, survey):
    page = as_user(people.supervisor).get(PAGE)
    text = text_of(page)
    assert "2 RTL, 1 di antaranya terlambat." in text
    assert "1 a Program 1 selesai" in text
    assert "1 b Program 2 terlambat" in text
    assert "Nov 2025 kini" in text


def test_without_plans_the_page_says_so(as_user, people, survey):
    EvidenceUse.objects.all().delete()
    EvidenceGroup.objects.all().delete()
    ActionPlan.objects.all().delete()
    page = as_user(people.admin).get(PAGE)
    assert "Belum ada RTL." in text_of(page)
    assert page.context["way"].grid.rows == ()


def test_a_stranger_does_not_find_it(as_user, people, survey):
    assert as_user(people.supervisor).get(PAGE).status_code == 200
    assert as_user(people.stranger).get(PAGE).status_code == 404


def test_it_costs_the_same_with_3_and_with_30_plans(as_user, people, survey, django_assert_num_queries):
    client = as_user(people.admin)
    ActionPlan.objects.filter(position=1).update(review=Review.PENDING)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    assert len(few) <= MOST_QUERIES
    first = ActionPlan.objects.get(position=1)
    for position in range(3, 31):
        make_plan(first.priority, position, review=Review.PENDING, status=Status.DONE).units.add(first.units.get())
    with django_assert_num_queries(len(few)):
        client.get(PAGE)

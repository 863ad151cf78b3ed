"""What single plans ask for, each with whose turn it is, since when, and what else the plan is owed."""

from datetime import UTC, date, datetime

import pytest

from duties.cycles import cycles_of
from duties.duty import Kind
from duties.plans import plan_work, sent_at
from followups.models import ActionPlan, EvidenceUse, MonthKind, Review, Status
from offices.audit import record
from surveys.models import Lock, Survey
from tests.conftest import make_survey

AT_NIGHT = datetime(2025, 10, 9, 20, tzinfo=UTC)  # the tenth in Jakarta


@pytest.fixture(autouse=True)
def _in_october(time_machine):
    time_machine.move_to("2025-10-20 09:00+07:00", tick=False)


@pytest.fixture
def first(survey):
    return ActionPlan.objects.get(position=1)


@pytest.fixture
def second(survey):
    return ActionPlan.objects.get(position=2)


def work(user, *offices):
    return plan_work(user, cycles_of(offices))


def asked(user, office, plan):
    """What a plan asks for: kinds with since, what else, and whether it is this person's."""
    found = [duty for duty in work(user, office).duties if duty.subject == plan.programme]
    return [(duty.kind, duty.since, duty.also, duty.mine) for duty in found]


def changed(plan, **values):
    ActionPlan.objects.filter(pk=plan.pk).update(**values)


def test_what_is_due_waits_since_the_first_of_the_month(people, ngawi, second):
    assert asked(people.staff, ngawi, second) == [(Kind.DUE, date(2025, 10, 1), (), True)]
    assert asked(people.secretary, ngawi, second) == [(Kind.DUE, date(2025, 10, 1), (), False)]


def test_what_is_late_waits_since_the_month_behind_its_last(people, ngawi, second, time_machine):
    second.months.create(kind=MonthKind.PLANNED, month=date(2025, 8, 1))
    time_machine.move_to("2025-12-03 09:00+07:00")
    assert asked(people.staff, ngawi, second) == [(Kind.LATE, date(2025, 11, 1), (), True)]
    (duty,) = (duty for duty in work(people.staff, ngawi).duties if duty.subject == second.programme)
    assert (duty.late, duty.sentence) == (2, "RTL “Program 2” terlambat 2 bulan.")


def test_what_was_returned_waits_since_it_was_and_quotes_why(people, ngawi, second):
    second.months.all().delete()
    changed(second, review=Review.RETURNED, review_note="Foto belum jelas.", reviewed_at=AT_NIGHT)
    assert asked(people.staff, ngawi, second) == [(Kind.RETURNED, date(2025, 10, 10), (), True)]
    (duty,) = work(people.staff, ngawi).duties
    assert (duty.quote, duty.sentence) == ("Foto belum jelas.", "RTL “Program 2” dikembalikan untuk diperbaiki.")
    changed(second, reviewed_at=None)
    assert asked(people.staff, ngawi, second) == [(Kind.RETURNED, None, (), True)]


def test_a_note_of_what_is_not_returned_any_more_is_not_quoted(people, ngawi, second):
    changed(second, review_note="Foto belum jelas.")
    (duty,) = work(people.staff, ngawi).duties
    assert (duty.kind, duty.quote) == (Kind.DUE, "")


def test_what_has_no_proof_waits_since_nobody_knows(people, ngawi, first):
    EvidenceUse.objects.all().delete()
    assert asked(people.staff, ngawi, first) == [(Kind.UNPROVEN, None, (), True)]
    assert work(people.staff, ngawi).duties[0].sentence == "RTL “Program 1” tanpa bukti dukung."


def test_all_that_a_plan_owes_is_told_in_one_line(people, ngawi, second):
    changed(second, status=Status.IN_PROGRESS, review=Review.RETURNED, review_note="Foto belum jelas.")
    also = ("Dijadwalkan bulan ini", "Tanpa bukti dukung")
    assert asked(people.staff, ngawi, second) == [(Kind.RETURNED, None, also, True)]


@pytest.mark.parametrize("role", ["staff", "head", "admin", "secretary", "supervisor"])
def test_approval_is_the_turn_of_who_may_decide_and_did_not_send_it(people, ngawi, first, role):
    person = getattr(people, role)
    may = role in ("head", "admin", "secretary")
    changed(first, review=Review.PENDING, submitted_by=people.staff)
    assert asked(person, ngawi, first) == [(Kind.APPROVE, None, (), may)]
    changed(first, submitted_by=person)
    assert asked(person, ngawi, first) == [(Kind.APPROVE, None, (), False)]
    changed(first, submitted_by=None)
    assert asked(person, ngawi, first) == [(Kind.APPROVE, None, (), may)]


def test_approval_waits_since_it_was_last_sent_and_says_by_whom(people, ngawi, first, time_machine):
    changed(first, review=Review.PENDING, submitted_by=people.staff)
    for day in ("2025-10-02 09:00+07:00", "2025-10-09 20:00+00:00"):
        time_machine.move_to(day)
        record(people.staff, "plan.realise", first, ngawi)
    time_machine.move_to("2025-10-20 09:00+07:00")
    assert asked(people.head, ngawi, first) == [(Kind.APPROVE, date(2025, 10, 10), (), True)]
    (duty,) = (duty for duty in work(people.head, ngawi).duties if duty.kind is Kind.APPROVE)
    assert duty.told == f"Waktu Penyelesaian · dikirim oleh {people.staff}"
    assert duty.sentence == "RTL “Program 1” menunggu persetujuan."
    changed(first, submitted_by=None)
    (duty,) = (duty for duty in work(people.head, ngawi).duties if duty.kind is Kind.APPROVE)
    assert duty.told == "Waktu Penyelesaian · Kepala Unit, Admin atau Sekretaris"


def test_only_what_was_sent_and_still_waits_has_a_moment(people, ngawi, first, second, django_assert_num_queries):
    for plan in (first, second):
        record(people.staff, "plan.realise", plan, ngawi)
        record(people.staff, "plan.change", plan, ngawi)
    changed(first, review=Review.PENDING)
    assert list(sent_at(ActionPlan.objects.all())) == [str(first.pk)]
    changed(first, review=Review.NONE)
    plans = list(ActionPlan.objects.all())
    with django_assert_num_queries(0):
        assert sent_at(plans) == {}


def test_a_plan_says_its_element_its_units_and_where_several_cycles_are_its_own(people, ngawi, second):
    (duty,) = work(people.admin, ngawi).duties
    assert duty.told == f"Waktu Penyelesaian · {ngawi.all_units_label}"
    make_survey(ngawi, period="2025-S2")
    told = [duty.told for duty in work(people.admin, ngawi).duties]
    assert sorted(text.rpartition(" · ")[2] for text in told) == ["Semester I Tahun 2025", "Semester II Tahun 2025"]


def test_without_a_unit_it_is_said_that_nobody_answers(people, ngawi, second):
    changed(second, all_units=False)
    (duty,) = work(people.admin, ngawi).duties
    assert (duty.turn, duty.mine) == ("belum ada penanggung jawab", True)


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_a_cycle_that_is_locked_asks_nothing_and_costs_nothing_more(
    people, ngawi, survey, lock, django_assert_num_queries
):
    Survey.objects.update(lock=lock)
    cycles = cycles_of([ngawi])
    with django_assert_num_queries(0):
        found = plan_work(people.admin, cycles)
    assert (found.duties, found.done) == ((), ())


@pytest.mark.parametrize(
    ("values", "done"),
    [
        ({}, True),
        ({"status": Status.IN_PROGRESS}, False),
        ({"review": Review.RETURNED, "review_note": "Foto belum jelas."}, False),
        ({"review": Review.PENDING}, False),
        ({"review": Review.APPROVED}, True),
    ],
)
def test_what_is_done_and_asks_for_nothing_is_told_apart_to_who_may_edit_it(people, ngawi, first, values, done):
    changed(first, **values)
    assert (first in work(people.staff, ngawi).done) is done
    assert first not in work(people.secretary, ngawi).done

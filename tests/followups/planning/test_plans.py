"""The verbs of planning where a page cannot reach: what happened between opening a page and sending it."""

from datetime import date

import pytest

from followups.cycles import Window, start_cycle
from followups.models import ActionPlan, EvidenceGroup, FollowUp, Priority
from followups.months import Month
from followups.planning import plans as planning
from followups.planning.plans import Chosen, promise_of
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent
from surveys.models import Element, Instrument
from surveys.periods import Period
from surveys.scoring import Signatory
from tests.conftest import make_plan

pytestmark = pytest.mark.each_database

SIGNATORY = Signatory("Sari Utami", "Sekretaris", "")


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=2)


@pytest.fixture
def admin(people):
    return people.admin


@pytest.mark.parametrize(
    ("period", "first", "last", "report"),
    [
        ("2025-S1", "2025-07", "2025-11", "2025-12"),
        ("2025-S2", "2026-01", "2026-05", "2026-06"),
        ("2025-B12", "2026-01", "2026-01", "2026-02"),
        ("2025-T3", "2025-10", "2025-12", "2026-01"),
        ("2025", "2026-01", "2026-11", "2026-12"),
    ],
)
def test_the_usual_window_is_the_next_period_as_far_as_the_report_is_in_time(period, first, last, report):
    assert Window.after(Period.parse(period)) == Window(*map(Month.parse, (first, last, report)))


def test_a_cycle_takes_the_instrument_in_force_in_its_period(ngawi, admin):
    old = Instrument.objects.get()
    new = Instrument.objects.create(key="baru", name="Instrumen baru", valid_from=date(2026, 7, 1))
    assert start_cycle(ngawi, admin, Period.parse("2026-S1"), SIGNATORY).instrument == old
    assert start_cycle(ngawi, admin, Period.parse("2026-S2"), SIGNATORY).instrument == new


def test_a_refused_cycle_leaves_nothing(ngawi, admin, survey):
    with pytest.raises(Declined, match="sudah ada") as refused:
        start_cycle(ngawi, admin, Period.parse("2025-S1"), SIGNATORY)
    assert refused.value.faults.keys() == {"year"}
    reversed_window = Window(Month(2026, 5), Month(2026, 4), None)
    with pytest.raises(Declined, match="mendahului"):
        start_cycle(ngawi, admin, Period.parse("2026-S1"), SIGNATORY, reversed_window)
    assert FollowUp.objects.count() == 1
    assert not AuditEvent.objects.exists()


def test_no_plan_enters_a_priority_that_was_let_go(survey, admin, plan):
    other = Priority.objects.create(
        followup=plan.priority.followup, element=Element.objects.get(key="biaya"), position=2
    )
    planning.choose_priorities(survey, admin, [Chosen("waktu", "")], ["waktu", "biaya"])
    with pytest.raises(Declined, match="sudah dilepas"):
        planning.add_plan(survey, admin, other, promise_of(plan))


def test_a_plan_that_somebody_deleted_is_not_written_to(survey, admin, plan):
    kept = ActionPlan.objects.get(pk=plan.pk)
    promise = promise_of(kept)
    planning.delete_plan(survey, admin, plan)
    for verb in (
        lambda: planning.change_plan(survey, admin, kept, promise, 1),
        lambda: planning.plan_months(survey, admin, kept, [Month(2025, 11)], True),
        lambda: planning.move_plan(survey, admin, kept, "up"),
        lambda: planning.delete_plan(survey, admin, kept),
    ):
        with pytest.raises(Declined, match="sudah dihapus"):
            verb()
    assert AuditEvent.objects.count() == 1


def test_a_month_that_a_plan_has_outside_the_window_may_stay_but_none_may_come(survey, admin, plan):
    FollowUp.objects.update(end=date(2025, 9, 1))
    promise = promise_of(plan)
    planning.change_plan(survey, admin, plan, promise, 1)
    planning.plan_months(survey, admin, plan, [Month(2025, 10)], False)
    with pytest.raises(Declined, match="luar masa tindak lanjut"):
        planning.change_plan(survey, admin, plan, promise, 3)


def test_changing_a_month_counts_as_a_change(survey, admin, plan):
    planning.plan_months(survey, admin, plan, [Month(2025, 11)], True)
    with pytest.raises(Overtaken) as changed:
        planning.change_plan(survey, admin, plan, promise_of(plan), 1)
    assert changed.value.revision == 2


def test_order_survives_gaps_and_any_number_of_moves(survey, admin, plan):
    EvidenceGroup.objects.all().delete()
    for position in (5, 9):
        make_plan(plan.priority, position)
    last = ActionPlan.objects.get(position=9)
    for _ in range(5):
        planning.move_plan(survey, admin, last, "up")
    assert ActionPlan.objects.first() == last
    assert list(ActionPlan.objects.values_list("position", flat=True)) == [1, 2, 3, 4]

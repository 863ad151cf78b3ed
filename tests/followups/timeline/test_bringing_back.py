"""Bringing a text back: who may, which revision counts, and that what is not there is said and changes nothing."""

import pytest

from followups.models import ActionPlan, Completion, Priority, Review, Status
from followups.planning.plans import change_plan, promise_of
from followups.timeline.bringing_back import GONE, MEANWHILE, PROMISED, action_for, bring_back
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent
from offices.permissions import Action
from surveys.locking import CycleLockedError
from surveys.models import Lock, Survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(survey):
    ActionPlan.objects.filter(position=2).update(target="Dua loket", description="Sedang ditata.")
    return ActionPlan.objects.get(position=2)


@pytest.fixture
def event(people, plan, ngawi):
    """Of an earlier promise and an earlier realisation at once."""
    before = {"target": "Satu loket", "description": "Belum ditata.", "reason": "Anggaran.", "obstacle": ""}
    after = {"target": "Dua loket", "description": "Sedang ditata.", "reason": "", "obstacle": "Ada"}
    record(people.admin, "plan.change", plan, ngawi, before=before, after=after)
    return AuditEvent.objects.get()


@pytest.mark.parametrize(
    ("field", "action"),
    [
        *((field, Action.EDIT_PLAN) for field in ("programme", "indicator", "target")),
        *((field, Action.EDIT_REALISATION) for field in ("description", "obstacle", "reason", "strategy", "", "x")),
    ],
)
def test_a_promise_is_for_who_plans_and_the_rest_for_who_realises(field, action):
    assert action_for(field) is action
    assert (field in PROMISED) == (action is Action.EDIT_PLAN)


@pytest.mark.parametrize(
    ("field", "label", "text", "action"),
    [
        ("target", "Target", "Satu loket", "plan.change"),
        ("description", "Deskripsi realisasi", "Belum ditata.", "plan.realise"),
    ],
)
def test_the_text_is_written_again_and_everything_else_stays(people, plan, event, field, label, text, action):
    assert bring_back(people.admin, plan, event.pk, field, 1) == label
    now = ActionPlan.objects.get(pk=plan.pk)
    assert (getattr(now, field), now.revision, now.programme, now.all_units) == (text, 2, "Program 2", True)
    latest = AuditEvent.objects.latest("pk")
    assert (latest.action, latest.after[field]) == (action, text)


def test_a_reason_comes_back_where_no_completion_was_left(people, plan, event):
    assert bring_back(people.admin, plan, event.pk, "reason", 1) == "Alasan belum dilaksanakan"
    assert Completion.objects.get(plan=plan).reason == "Anggaran."


@pytest.mark.parametrize("field", ["obstacle", "indicator", "status", "", "months"])
def test_what_the_event_does_not_have_is_said_to_be_gone(people, plan, event, field):
    with pytest.raises(Declined) as declined:
        bring_back(people.admin, plan, event.pk, field, 1)
    assert str(declined.value) == GONE
    assert ActionPlan.objects.get(pk=plan.pk).revision == 1


def test_the_event_of_another_thing_brings_nothing_back(people, plan, event, ngawi):
    other = ActionPlan.objects.get(position=1)
    same_number = Priority(pk=plan.pk, element=plan.priority.element)
    for thing in (other, same_number):
        record(people.admin, "plan.change", thing, ngawi, before={"target": "Lain"}, after={"target": "Baru"})
        with pytest.raises(Declined, match="tidak ada lagi dalam riwayat RTL ini"):
            bring_back(people.admin, plan, AuditEvent.objects.latest("pk").pk, "target", 1)


@pytest.mark.parametrize("field", ["target", "description"])
@pytest.mark.parametrize("revision", [0, 2])
def test_with_another_revision_nothing_is_written(people, plan, event, field, revision):
    with pytest.raises(Declined) as declined:
        bring_back(people.admin, plan, event.pk, field, revision)
    assert str(declined.value) == MEANWHILE
    now = ActionPlan.objects.get(pk=plan.pk)
    assert (now.target, now.description) == ("Dua loket", "Sedang ditata.")


def test_who_changed_the_promise_meanwhile_keeps_it(people, plan, event, survey):
    change_plan(survey, people.secretary, plan, promise_of(plan), 1)
    with pytest.raises(Declined, match="disimpan lagi"):
        bring_back(people.admin, plan, event.pk, "target", 1)


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
@pytest.mark.parametrize("field", ["target", "description"])
def test_in_a_locked_cycle_nothing_comes_back(people, plan, event, lock, field):
    Survey.objects.update(lock=lock)
    with pytest.raises(CycleLockedError):
        bring_back(people.admin, ActionPlan.objects.get(pk=plan.pk), event.pk, field, 1)


def test_a_promise_that_comes_back_leaves_an_approval_alone(people, plan, event):
    ActionPlan.objects.filter(pk=plan.pk).update(
        status=Status.DONE, completed_on="2025-11-03", review=Review.APPROVED, reviewed_by=people.head
    )
    bring_back(people.admin, ActionPlan.objects.get(pk=plan.pk), event.pk, "target", 1)
    assert ActionPlan.objects.get(pk=plan.pk).target == "Satu loket"

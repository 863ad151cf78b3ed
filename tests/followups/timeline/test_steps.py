"""What became of a plan, step by step: which events are its own, how many are told, and what of them can come back."""

import pytest

from followups.evidence.places import Place
from followups.models import ActionPlan, Completion, Priority, WebProof
from followups.timeline.steps import SHOWN, TEXTS, earlier_text, events_of, steps_of, texts_of
from offices.audit import record
from offices.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=1)


@pytest.fixture
def told(people, plan, ngawi):
    """``told(before, after)``: an event about the plan."""
    return lambda before, after, of=plan: record(people.admin, "plan.change", of, ngawi, before=before, after=after)


def test_every_text_of_a_plan_and_of_its_realisation_can_be_told_of():
    assert list(TEXTS) == [
        "programme",
        "indicator",
        "target",
        "description",
        "obstacle",
        "reason",
        "strategy",
    ]


def test_texts_are_read_where_they_stand(plan):
    assert texts_of(plan) == dict.fromkeys(TEXTS, "") | {
        "programme": "Program 1",
        "description": "Loket dibuka lebih awal.",
    }
    Completion.objects.create(plan=plan, reason="Anggaran.", strategy="Diusulkan lagi.")
    found = texts_of(ActionPlan.objects.select_related("completion").get(pk=plan.pk))
    assert (found["reason"], found["strategy"], found["description"]) == (
        "Anggaran.",
        "Diusulkan lagi.",
        "Loket dibuka lebih awal.",
    )


def test_only_events_of_the_plan_itself_are_told_the_latest_first(plan, told, people, ngawi, survey):
    other = ActionPlan.objects.get(position=2)
    told({"target": "a"}, {"target": "b"})
    told({"target": "x"}, {"target": "y"}, other)
    record(people.admin, "survey.change", survey, ngawi, after={"programme": "z"})
    told({"target": "b"}, {"target": "c"})
    assert [event.after["target"] for event in events_of(plan)] == ["c", "b"]


def test_another_thing_with_the_same_number_is_none_of_its_own(plan, people, ngawi):
    same = Priority(pk=plan.pk, element=plan.priority.element)
    record(people.admin, "priority.choose", same, ngawi, after={"programme": "x"})
    assert events_of(plan) == []


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_web_page_is_told_of_where_it_came_and_where_it_went(plan, people, ngawi, side):
    place = Place(plan.priority.followup, plan=plan).address
    page = WebProof(pk=77, caption="Berita")
    record(people.admin, "web.change", page, ngawi, **{side: {"place": place, "caption": "Berita"}})
    assert len(events_of(plan)) == 1
    assert events_of(ActionPlan.objects.get(position=2)) == []


def test_as_many_steps_as_a_page_shows_are_told_and_the_oldest_left_out(plan, told):
    for number in range(SHOWN + 1):
        told({"target": str(number)}, {"target": str(number + 1)})
    steps = steps_of(plan)
    assert len(steps) == SHOWN
    assert steps[-1].earlier[0].text == "1"


def test_a_step_says_who_did_what_with_the_words_that_changed(plan, told):
    told({"target": "Satu loket", "indicator": "Sama"}, {"target": "Dua loket", "indicator": "Sama"})
    (step,) = steps_of(plan)
    assert (step.person, step.action) == ("Admin (admin)", "Mengubah RTL")
    (words,) = step.words
    assert words.label == "Target"
    assert [(piece.text, piece.mark) for piece in words.before] == [
        ("Satu", "removed"),
        (" ", "same"),
        ("loket", "same"),
    ]
    assert (words.after[0].text, words.after[0].mark) == ("Dua", "added")


def test_of_a_step_each_text_that_is_another_now_can_come_back(plan, told):
    told(
        {"target": "Lama", "programme": "Program 1", "indicator": "", "status": "done"},
        {"target": "Baru", "programme": "Program satu", "indicator": "Ada", "status": "in_progress"},
    )
    (step,) = steps_of(plan)
    event = AuditEvent.objects.get()
    assert [(each.field, each.label, each.text, each.event) for each in step.earlier] == [
        ("target", "Target", "Lama", event.pk)
    ]


@pytest.mark.parametrize("field", ["status", "months", "units", "others", "completed_on", "", "revision"])
def test_what_is_no_text_does_not_come_back(field):
    assert earlier_text(AuditEvent(before={field: "Lama"}, after={field: "Baru"}), field) == ""


def test_without_events_there_are_no_steps(plan):
    assert steps_of(plan) == ()

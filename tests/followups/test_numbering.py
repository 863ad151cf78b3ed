"""Plans are pointed at by the number of their priority and a letter, by the order in which they stand."""

from followups.models import ActionPlan, FollowUp, Priority
from followups.months import Month
from followups.numbering import labels_in, month_words, plan_labels, short_month
from tests.conftest import make_plan, make_survey


def by_name(followup):
    names = dict(ActionPlan.objects.values_list("pk", "programme"))
    return {names[pk]: label for pk, label in plan_labels(followup).items()}


def add_priority(followup, key, position):
    return Priority.objects.create(
        followup=followup, element=followup.survey.instrument.elements.get(key=key), position=position
    )


def test_a_plan_has_the_number_of_its_priority_and_a_letter(followup):
    make_plan(add_priority(followup, "biaya", 2), 7)
    assert by_name(followup) == {"Program 1": "1 a", "Program 2": "1 b", "Program 7": "2 a"}


def test_gaps_in_the_order_and_priorities_without_plans_count_as_they_stand(followup):
    add_priority(followup, "biaya", 3)
    last = add_priority(followup, "sarana", 9)
    make_plan(last, 8)
    make_plan(last, 3)
    assert by_name(followup) == {"Program 1": "1 a", "Program 2": "1 b", "Program 3": "3 a", "Program 8": "3 b"}


def test_each_cycle_is_counted_for_itself(followup, ngawi, django_assert_num_queries):
    other = FollowUp.objects.get(survey=make_survey(ngawi, "2025-S2"))
    with django_assert_num_queries(2):
        labels = labels_in([followup.pk, other.pk])
    assert sorted(labels.values()) == ["1 a", "1 a", "1 b", "1 b"]
    assert labels == plan_labels(followup) | plan_labels(other)
    assert labels_in([]) == {}


def test_a_month_is_named_in_full_and_short():
    assert [month_words(Month(2025, number)) for number in (1, 8)] == ["Januari 2025", "Agustus 2025"]
    assert [short_month(Month(2025, number)) for number in (5, 8, 12)] == ["Mei", "Agu", "Des"]

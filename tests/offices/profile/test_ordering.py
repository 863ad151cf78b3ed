import pytest

from followups.models import ActionPlan, Priority
from offices.declining import Declined
from offices.profile.ordering import STEP_ASIDE, move, number, step_aside
from surveys.models import Element

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(followup):
    """Three plans of one priority, by their names in their order."""
    priority = Priority.objects.create(followup=followup, element=Element.objects.get(key="biaya"), position=2)
    for position, name in enumerate(("Pertama", "Kedua", "Ketiga"), start=1):
        ActionPlan.objects.create(priority=priority, position=position, programme=name)
    return plans(priority)


def plans(priority):
    return list(ActionPlan.objects.filter(priority=priority).order_by("position"))


def names(priority):
    return [(row.position, row.programme) for row in plans(priority)]


@pytest.mark.parametrize(
    ("at", "direction", "told", "order"),
    [
        (0, "down", (1, 2), ["Kedua", "Pertama", "Ketiga"]),
        (1, "down", (2, 3), ["Pertama", "Ketiga", "Kedua"]),
        (2, "down", (3, 3), ["Pertama", "Kedua", "Ketiga"]),
        (0, "up", (1, 1), ["Pertama", "Kedua", "Ketiga"]),
        (2, "up", (3, 2), ["Pertama", "Ketiga", "Kedua"]),
    ],
)
def test_a_row_changes_places_with_its_neighbour_and_stays_at_the_end(three, at, direction, told, order):
    assert move(list(three), three[at].pk, direction) == told
    assert names(three[0].priority_id) == list(enumerate(order, start=1))


def test_a_row_that_is_gone_cannot_be_moved(three):
    with pytest.raises(Declined, match="sudah dihapus"):
        move(three[1:], three[0].pk, "down")
    assert names(three[0].priority_id) == [(1, "Pertama"), (2, "Kedua"), (3, "Ketiga")]


def test_gaps_are_closed_in_order(three):
    three[1].delete()
    left = plans(three[0].priority_id)
    number(left)
    assert names(three[0].priority_id) == [(1, "Pertama"), (2, "Ketiga")]


def test_rows_step_aside_in_their_order(three):
    step_aside(three)
    assert [row.position for row in plans(three[0].priority_id)] == [STEP_ASIDE, STEP_ASIDE + 1, STEP_ASIDE + 2]

"""The letter of a plan in its priority: a to z, then aa, ab and so on, none twice."""

from followups.points import letter, place_of
from tests.cases import in_one_test


@in_one_test(
    ("position", "point"),
    [(0, "a"), (1, "b"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")],
)
def test_a_position_has_its_letter(position, point):
    assert letter(position) == point
    assert place_of(point) == position


def test_no_two_positions_have_the_same_and_longer_ones_come_later():
    points = [letter(position) for position in range(800)]
    assert len(set(points)) == len(points)
    assert points == sorted(points, key=lambda point: (len(point), point))

"""Elements by their scores, plans by their place: what the pages of planning show, without a page."""

from datetime import date
from decimal import Decimal

import pytest

from followups.models import ActionPlan, FollowUp, MonthKind
from followups.months import Month
from followups.planning.rows import PROPOSED, plan_table_of, standings
from followups.responsible import responsible_words
from surveys.ikm import Grade

GRADES = (Grade("A", "Baik", Decimal(75)), Grade("B", "Kurang", Decimal(25)))
NAMES = [(f"u{number}", f"Unsur {number}") for number in range(1, 13)]


def ranked(scores, elements=NAMES):
    known = {key: Decimal(score) for (key, _name), score in zip(elements, scores, strict=False) if score}
    return standings(elements[: len(scores)], known, GRADES)


def test_the_lowest_stands_first_and_three_are_proposed():
    found = ranked(["3.50", "1.00", "2.25", "3.00", "4.00"])
    assert [row.key for row in found] == ["u2", "u3", "u4", "u1", "u5"]
    assert [row.proposed for row in found] == [True] * PROPOSED + [False] * 2
    assert [row.rank for row in found] == [
        "Terendah dari 5 unsur",
        "Terendah ke-2",
        "Terendah ke-3",
        "Tertinggi ke-2",
        "Tertinggi dari 5 unsur",
    ]
    assert [(row.name, row.score, row.grade) for row in found][:3] == [
        ("Unsur 2", "1,00", "B (Kurang)"),
        ("Unsur 3", "2,25", "B (Kurang)"),
        ("Unsur 4", "3,00", "A (Baik)"),
    ]


def test_those_of_one_score_share_a_rank_and_are_named_to_each_other():
    found = ranked(["2.00", "1.00", "2.00", "3.00", "2.00"])
    assert [(row.key, row.rank) for row in found] == [
        ("u2", "Terendah dari 5 unsur"),
        ("u1", "Terendah ke-2, sama dengan Unsur 3 dan Unsur 5"),
        ("u3", "Terendah ke-2, sama dengan Unsur 1 dan Unsur 5"),
        ("u5", "Terendah ke-2, sama dengan Unsur 1 dan Unsur 3"),
        ("u4", "Tertinggi dari 5 unsur"),
    ]
    assert [row.proposed for row in found] == [True, True, True, True, False]


def test_ranks_are_counted_from_the_end_that_is_nearer():
    found = ranked([f"1.{number:02}" for number in range(12)])
    assert [row.rank for row in found][4:] == [
        "Terendah ke-5",
        "Terendah ke-6",
        *(f"Tertinggi ke-{place}" for place in (6, 5, 4, 3, 2)),
        "Tertinggi dari 12 unsur",
    ]


def test_those_that_share_the_highest_score_are_all_the_highest():
    found = ranked(["4.00", "1.00", "4.00", "4.00"])
    assert {row.rank.partition(",")[0] for row in found if row.score == "4,00"} == {"Tertinggi dari 4 unsur"}


def test_all_of_one_score_are_the_lowest():
    assert {row.rank.partition(",")[0] for row in ranked(["3.00"] * 4)} == {"Terendah dari 4 unsur"}


def test_while_a_score_is_missing_nobody_is_ranked_or_proposed():
    found = ranked(["3.50", "", "2.25"])
    assert [(row.key, row.score, row.grade) for row in found] == [
        ("u1", "3,50", "A (Baik)"),
        ("u2", "", ""),
        ("u3", "2,25", "B (Kurang)"),
    ]
    assert {(row.rank, row.proposed) for row in found} == {("", False)}


def test_every_unit_is_named_by_the_word_of_the_office(survey):
    kul = survey.office.units.get(key="kul")
    assert responsible_words(True, [kul], (), survey.office) == (survey.office.all_units_label,)
    assert responsible_words(False, [kul], ("Kasubbag TU",), survey.office) == ("Subbag kul", "Kasubbag TU")
    assert responsible_words(False, [], (), survey.office) == ()


@pytest.mark.django_db
def test_a_month_outside_the_window_has_a_column_while_a_plan_stands_in_it(survey):
    followup = FollowUp.objects.get(survey=survey)
    FollowUp.objects.update(start=date(2025, 9, 1), end=date(2025, 11, 1))
    followup.refresh_from_db()
    plan = ActionPlan.objects.get(position=2)
    plan.months.create(kind=MonthKind.PLANNED, month=date(2026, 1, 1))
    plan.months.create(kind=MonthKind.REALISED, month=date(2026, 3, 1))
    table = plan_table_of(followup, survey.office)
    assert table.columns == (("Sep", 2025), ("Okt", 2025), ("Nov", 2025), ("Jan", 2026))
    cells = table.row_of(plan).cells
    assert [(cell.month, cell.name, cell.planned, cell.outside) for cell in cells][1:] == [
        (Month(2025, 10), "Oktober 2025", True, False),
        (Month(2025, 11), "November 2025", False, False),
        (Month(2026, 1), "Januari 2026", True, True),
    ]
    assert [(row.point, row.first, row.last) for row in table.rows] == [("1 a", True, False), ("1 b", False, True)]
    assert [row.units for row in table.rows] == [("Subbag kul",), (survey.office.all_units_label,)]

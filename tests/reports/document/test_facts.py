"""What sentences and tables speak of follows from the source."""

from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import PriorityData
from reports.document.facts import facts_of, plans_in, score_text
from tests.make_cycle import (
    ELEMENT_KEYS,
    make_completion,
    make_cycle,
    make_followup,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.shapes import all_done, all_impossible, all_nine, mixed, of, one_open, ties, young


def facts(cycle=None):
    return facts_of(make_source(cycle))


def points(plans):
    return [f"{plan.number} {plan.point}" for plan in plans]


def test_elements_stand_in_the_order_of_the_questionnaire_with_score_grade_and_rank():
    elements = facts().elements
    assert list(elements)[7:] == ["sarana", "pengaduan"]
    assert (elements["sarana"].score, elements["sarana"].grade.letter, elements["sarana"].rank) == (
        Decimal("3.76"),
        "A",
        7,
    )
    assert (elements["waktu"].grade.letter, elements["waktu"].rank) == ("B", 1)


def test_ties_are_named_both_ways_and_share_a_rank():
    elements = facts(ties()).elements
    assert elements["prosedur"].rank == elements["pengaduan"].rank == 1
    assert elements["prosedur"].tied_with == ("Penanganan Pengaduan, Saran dan Masukan",)
    assert elements["pengaduan"].tied_with == ("Sistem, Mekanisme, dan Prosedur",)
    assert elements["waktu"].tied_with == ()


def test_without_scores_there_is_no_index_no_grade_and_no_tie():
    known = facts(young())
    assert known.index is None
    assert all(e.score is e.grade is None and not e.tied_with for e in known.elements.values())
    assert known.lowest == known.highest == ()


def test_highest_and_lowest_are_all_that_share_the_place():
    assert [e.key for e in facts(ties()).lowest] == ["prosedur", "pengaduan"]
    assert [e.key for e in facts(ties()).highest] == ["biaya", "sarana"]
    assert facts(one_open()).all_equal
    assert not facts(ties()).all_equal


def test_done_and_open_are_pointed_at_by_number_and_letter():
    known = facts(mixed())
    assert points(known.done) == ["1 a", "2 a"]
    assert points(known.open) == ["1 b", "1 c", "2 b"]
    assert (known.progress.done, known.progress.open, known.progress.percent_done) == (2, 3, 40)


def test_progress_is_known_per_priority():
    assert [(p.progress.done, p.progress.total) for p in facts(mixed()).priorities] == [(1, 3), (1, 2)]


def test_nine_priorities_keep_their_order():
    assert [priority.number for priority in facts(all_nine()).priorities] == list(range(1, 10))


@pytest.mark.parametrize(
    ("status", "completion", "owes"),
    [
        ("done", make_completion(), False),
        ("in_progress", None, True),
        ("not_started", None, True),
        ("impossible", None, False),
        ("impossible", make_completion(strategy=None), False),
        ("impossible", make_completion(), False),
    ],
)
def test_an_open_plan_owes_a_strategy_and_an_impossible_one_never(status, completion, owes):
    plan = make_plan(status=status, completion=completion)
    assert bool(facts(make_cycle(followup=make_followup((of("waktu", plan),)))).owed) is owes


def test_what_is_owed_is_part_of_what_is_open():
    assert points(facts(mixed()).owed) == ["1 b", "2 b"]
    assert facts(all_done()).owed == facts(all_impossible()).owed == ()


@pytest.mark.parametrize(
    ("chosen", "lowest"),
    [(("waktu",), True), (("waktu", "persyaratan", "kompetensi"), True), (("persyaratan",), False), ((), False)],
)
def test_priorities_are_the_lowest_if_nothing_left_out_is_lower(chosen, lowest):
    cycle = make_cycle(followup=make_followup([of(key) for key in chosen]))
    assert facts(cycle).priorities_are_lowest is lowest


def test_an_equal_element_left_out_does_not_make_them_less_low():
    assert facts(make_cycle(survey=ties().survey, followup=make_followup([of("prosedur")]))).priorities_are_lowest


def test_units_print_by_their_short_names_and_all_by_the_offices_word():
    known = facts()
    assert known.unit_names(("rendatin", "kul")) == ("Subbag Rendatin", "Subbag KUL")
    assert known.unit_names(("*",)) == ("Seluruh Subbagian",)
    assert known.unit_names(()) == ()


def test_targets_count_from_the_report_or_from_the_end_of_the_window():
    assert facts().report_base == Month(2026, 1)
    assert facts(make_cycle(followup=make_followup(report_month=None))).report_base == Month(2026, 1)
    assert facts(make_cycle(followup=make_followup(report_month=Month(2026, 3)))).report_base == Month(2026, 3)


def test_the_period_is_named_as_its_kind_is():
    assert facts(make_cycle(survey=make_survey(period="2025-T2"))).period == "Triwulan II Tahun 2025"


def test_the_twenty_seventh_plan_is_aa():
    plans = tuple(make_plan(f"Rencana {n}") for n in range(27))
    assert facts(make_cycle(followup=make_followup((PriorityData("waktu", None, plans),)))).plans[-1].point == "aa"


def test_plans_are_numbered_by_their_cycle_alone():
    followup = mixed().followup
    assert [(fact.number, fact.point, fact.element) for fact in plans_in(followup)] == [
        (1, "a", "prosedur"),
        (1, "b", "prosedur"),
        (1, "c", "prosedur"),
        (2, "a", "waktu"),
        (2, "b", "waktu"),
    ]
    assert plans_in(young().followup) == ()
    assert facts(mixed()).plans == plans_in(followup)


def test_each_priority_has_its_own_plans():
    assert [[fact.name for fact in priority.plans] for priority in facts(mixed()).priorities] == [
        ["Menyusun alur, formulir, dan petunjuk", "Menata antrean", "Menambah loket"],
        ["Melatih petugas", "Menetapkan jadwal"],
    ]


@pytest.mark.parametrize("programme", ["Menata loket", "Menata loket.", "Menata loket. ", "Menata loket..\n"])
def test_a_plan_is_named_without_its_full_stop(programme):
    (fact,) = plans_in(make_followup((of("waktu", make_plan(programme)),)))
    assert fact.name == "Menata loket"


@pytest.mark.parametrize(
    ("status", "done", "impossible"),
    [
        ("done", True, False),
        ("in_progress", False, False),
        ("not_started", False, False),
        ("impossible", False, True),
    ],
)
def test_a_plan_knows_whether_it_is_done_or_never_will_be(status, done, impossible):
    (fact,) = plans_in(make_followup((of("waktu", make_plan(status=status)),)))
    assert (fact.done, fact.impossible) == (done, impossible)


@pytest.mark.parametrize(
    ("kept", "chosen", "high"),
    [
        (("biaya",), (), True),
        (("biaya", "pengaduan"), ("waktu",), True),
        (("biaya",), ("biaya",), False),
        (("biaya", "waktu"), (), False),
        (("persyaratan",), (), False),
        ((), ("waktu",), True),
    ],
)
def test_upkeep_is_called_high_only_if_every_element_is(kept, chosen, high):
    followup = make_followup([of(key) for key in chosen], tuple(map(make_upkeep, kept)))
    assert facts(make_cycle(followup=followup)).upkeep_is_high is high


def test_without_scores_no_upkeep_is_called_high():
    cycle = make_cycle(survey=make_survey(scores={}), followup=make_followup((), (make_upkeep(),)))
    assert not facts(cycle).upkeep_is_high


def test_a_score_of_the_mean_with_a_low_grade_is_not_high():
    scores = dict.fromkeys(ELEMENT_KEYS, Decimal("2.90"))
    cycle = make_cycle(survey=make_survey(scores=scores), followup=make_followup((), (make_upkeep(),)))
    assert not facts(cycle).upkeep_is_high


@pytest.mark.parametrize(
    ("score", "others", "text"),
    [
        ("3.27", (), "3,27"),
        ("4", (), "4,00"),
        ("3.275", ("3.28",), "3,275"),
        ("3.28", ("3.275",), "3,280"),
        ("3.2749", ("3.27",), "3,2749"),
        ("4", ("3.2749", "3.27"), "4,0000"),
    ],
)
def test_a_score_has_the_decimals_that_tell_all_of_them_apart(score, others, text):
    assert score_text(Decimal(score), [Decimal(score), *map(Decimal, others)]) == text


def test_the_cycle_is_that_of_the_source():
    known = facts(mixed())
    assert known.cycle is known.source.cycle

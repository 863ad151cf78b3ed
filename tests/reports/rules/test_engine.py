"""How the rules are applied: order, stages, what an answer is bound to; and that whole cycles bear them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from followups.months import Month
from reports.cycle.model import Evidence, Photo, PriorityData
from reports.document import fields as printed
from reports.rules.case import case_of
from reports.rules.finding import SEVERITIES, Place
from reports.rules.registry import RULES, findings_of, stage_of
from reports.rules.rule import STAGES
from reports.rules.truth import rules as truth
from tests.make_cycle import make_completion, make_photos, make_plan, make_source
from tests.mass import examples, sampled
from tests.reports.rules.clean import changed, clean, document_of, found, judged_case
from tests.reports.rules.offices_at_random import random_cycle
from tests.reports.rules.test_mutations import DONE, MUTATIONS, OPEN, mutated
from tests.reports.shapes import SHAPES, young
from tests.strategies import ELEMENTS, cycles


def findings(cycle, **source):
    return findings_of(judged_case(cycle, **source))


def subject(cycle, rule):
    return next(finding.subject for finding in findings(cycle) if finding.id == rule)


def test_an_id_is_one_fault_of_data_or_of_texts():
    """Where a text can commit the fault of the data, both rules bear its id, and say which of the two they mean."""
    assert len({(rule.id, rule.meaning) for rule in RULES}) == len(RULES)
    for group in ([rule for rule in RULES if rule not in truth.RULES], truth.RULES):
        assert len({rule.id for rule in group}) == len(group)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_message_says_what_to_do_and_the_gravest_come_first(shape):
    seen = findings(shape())
    for finding in seen:
        assert finding.message.endswith(".")
        assert "None" not in f"{finding.place} {finding.message}"
    order = [SEVERITIES.index(finding.severity) for finding in seen]
    assert order == sorted(order)


@pytest.mark.parametrize("name", sampled(MUTATIONS, every=5))
def test_every_message_is_a_sentence(name):
    for finding in findings(mutated(MUTATIONS[name][0])):
        assert finding.message.endswith(".")
        assert ";" in finding.message or finding.message.count(".") > 1


def test_a_place_names_only_what_it_has():
    assert str(Place(printed.PRIORITIES)) == "Bab II, Unsur prioritas"
    assert str(Place(printed.PLANS, printed.PriorityAt(2, "waktu"))) == "Bab II, Tabel 2.2, nomor 2"
    assert str(Place(printed.PLAN_MONTHS, printed.PlanAt(1, "b"))) == "Bab II, Tabel 2.2, nomor 1 b, Waktu"
    assert str(Place(printed.NOTE, printed.UpkeepAt(3))) == "Lampiran, Tabel 3.2, nomor 3, Keterangan"
    assert str(Place(printed.TEXT, printed.SectionAt("3", "Pengantar Bab III"))) == "Teks laporan, Pengantar Bab III"


@pytest.mark.parametrize(
    ("field", "thing"),
    [
        (printed.PLAN_MONTHS, printed.CYCLE),
        (printed.PLAN_MONTHS, printed.UpkeepAt(1)),
        (printed.UPKEEP_PROOF, printed.PlanAt(1, "a")),
        (printed.INDEX, printed.ElementAt(1, "waktu")),
        (printed.TEXT, printed.CYCLE),
    ],
)
def test_a_place_that_leads_nowhere_cannot_be_made(field, thing):
    with pytest.raises(TypeError, match="does not speak of"):
        Place(field, thing)


def test_nor_a_section_that_no_report_has():
    with pytest.raises(ValueError, match="no report has a section"):
        printed.SectionAt("5.1", "5.1 Lampiran")


class TestStages:
    @pytest.mark.parametrize(
        ("today", "stage"),
        [
            (date(2025, 6, 30), "planning"),
            (date(2025, 7, 1), "running"),
            (date(2025, 10, 31), "running"),
            (date(2025, 11, 1), "reporting"),
            (date(2026, 5, 1), "reporting"),
        ],
    )
    def test_a_cycle_is_reported_on_from_the_last_month_of_its_window(self, today, stage):
        assert stage_of(document_of(clean()), today) == stage

    def test_or_from_the_month_of_its_report(self):
        cycle = changed(clean(), "followup.report_month", clean().followup.start.plus(1))
        assert stage_of(document_of(cycle), date(2025, 8, 1)) == "reporting"

    def test_a_cycle_without_plans_is_being_planned(self):
        assert stage_of(document_of(young()), date(2025, 9, 1)) == "planning"

    def test_a_young_cycle_is_told_to_begin_at_the_beginning(self):
        ids = [finding.id for finding in findings_of(judged_case(young()), "planning")]
        assert ids == ["K01", "K02"]

    def test_what_cannot_be_known_yet_is_not_asked(self):
        cycle = changed(changed(clean(), f"{OPEN}.completion", None), "followup.upkeep.0.activity", None)
        assert [rule for rule, _place in found(cycle, "running", today=date(2025, 11, 1))] == []
        assert [rule for rule, _place in found(cycle, "reporting")] == ["K08", "K11"]

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
    def test_a_rule_applies_from_its_stage_on(self, rule):
        assert [rule.applies(stage) for stage in STAGES] == [
            STAGES.index(stage) >= STAGES.index(rule.since) for stage in STAGES
        ]


class TestExamples:
    def test_example_photos_block_but_where_examples_are_allowed(self):
        case = judged_case(clean(), placeholders=("photos/jadwal.jpg",))
        strict = {finding.id: finding.severity for finding in findings_of(case)}
        eased = {finding.id: finding.severity for finding in findings_of(case, examples_allowed=True)}
        assert (strict["K13"], eased["K13"]) == ("block", "warn")


class TestSubjects:
    def test_it_is_another_when_the_words_change(self):
        first, second = (
            changed(clean(), f"{DONE}.realisation.description", f"{what} belum ada.")
            for what in ("Jadwal", "Penyusunan jadwal")
        )
        assert subject(first, "S5") != subject(second, "S5")

    def test_it_stays_when_something_else_changes(self):
        first = changed(clean(), f"{DONE}.realisation.description", "Jadwal belum ada.")
        second = changed(first, f"{DONE}.realisation.obstacle", "Ruang terbatas.")
        assert subject(first, "S5") == subject(second, "S5")

    def test_it_stays_when_the_plan_moves(self):
        first = changed(clean(), f"{DONE}.months", ())
        plans = first.followup.priorities[0].plans
        second = changed(first, "followup.priorities.0.plans", plans[::-1])
        assert subject(first, "K04") == subject(second, "K04")

    def test_two_plans_have_two(self):
        cycle = changed(changed(clean(), f"{DONE}.months", ()), f"{OPEN}.months", ())
        assert len({finding.subject for finding in findings(cycle) if finding.id == "K04"}) == 2


def test_what_cannot_be_done_needs_a_reason_but_no_strategy():
    def ids(completion):
        return [
            rule for rule, _place in found(changed(clean(), "followup.priorities.1.plans.1.completion", completion))
        ]

    assert ids(None) == ["K08"]
    assert ids(make_completion(strategy=None, earliest=None, latest=None)) == []


def test_a_shared_photo_is_proof_for_both_plans():
    photos = make_photos(1)
    plans = (
        make_plan("Satu", photos=photos),
        replace(make_plan("Dua", photos=photos), evidence=Evidence(None, photos)),
    )
    told = found(changed(clean(), "followup.priorities.0.plans", plans))
    assert {rule for rule, _place in told} == {"K73", "K75"}, "only that it is one photo and one description for both"


def mended(cycle):
    """A cycle of any shape in which nothing is missing that a report must have."""
    priorities = cycle.followup.priorities or (PriorityData("waktu", None, ()),)
    plans = (make_plan(units=(), lead=None),)
    whole = tuple(replace(item, plans=tuple(_mended_plan(plan) for plan in item.plans or plans)) for item in priorities)
    followup = replace(
        cycle.followup, priorities=whole, start=Month(2025, 7), end=Month(2025, 12), report_month=None, upkeep=()
    )
    scores = cycle.survey.scores or {key: clean().survey.scores[key] for key in ELEMENTS}
    survey = replace(cycle.survey, scores=scores, start=None, end=None, report_date=None, exceeds_population=True)
    return replace(cycle, followup=followup, survey=survey, narrative={})


def _mended_plan(plan):
    completion = (
        make_completion(units=(), earliest=None, latest=Month(2026, 3))
        if plan.realisation.status != "done"
        else plan.completion
    )
    photos = plan.evidence.photos or (Photo("photos/é.jpeg", None, None),)
    status = "in_progress" if plan.realisation.status == "not_started" else plan.realisation.status
    photos = tuple(replace(photo, taken_on=None) for photo in photos)
    realisation = replace(plan.realisation, status=status, months=(), completed_on=None)
    return replace(plan, realisation=realisation, completion=completion, evidence=Evidence(plan.evidence.note, photos))


@pytest.mark.parametrize("first", sampled(range(0, 300, 50), every=6))
def test_honest_cycles_of_all_kinds_of_offices_raise_no_block_and_no_warning(first):
    for seed in range(first, first + 50):
        cycle = random_cycle(seed)
        today = (cycle.followup.report_month or cycle.followup.end.plus(2)).first_day
        severe = [f for f in findings_of(case_of(make_source(cycle), today=today)) if f.severity != "info"]
        assert not severe, seed


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(cycles())
def test_cycles_of_any_characters_that_lack_nothing_raise_no_block(cycle):
    blocks = [finding for finding in findings_of(judged_case(mended(cycle))) if finding.severity == "block"]
    assert not blocks


def test_each_field_of_a_plan_is_answered_by_itself():
    cycle = changed(changed(clean(), f"{DONE}.indicator", None), f"{DONE}.target", None)
    indicator, target = [finding for finding in findings(cycle) if finding.id == "S14"]
    assert indicator.place.name != target.place.name
    assert indicator.subject != target.subject


def test_a_fault_of_data_and_the_same_in_a_text_are_two_notes():
    seen = findings(changed(mutated(MUTATIONS["done, but not"][0]), "narrative", {"1.1": "IKM sebesar 86,50."}))
    notes = {finding.note for finding in seen}
    assert {note[0] for note in notes} >= {"S5", "K40"}
    assert len({(rule.id, rule.meaning, rule.severity) for rule in RULES}) == len(RULES)

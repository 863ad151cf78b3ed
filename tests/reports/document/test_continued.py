"""What a report says of a plan that continues one of an earlier period: beneath it, in 3.3, and between versions."""

import pytest

from followups.months import Month
from reports.cycle.model import Continued, PriorityData
from reports.document.build import build
from reports.document.facts import facts_of
from reports.document.placeholders import resolve
from reports.versions.comparing import document_differences
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source

ORIGIN = Continued("2024-S2", "2 b")
OTHER = Continued("2024-S2", "1 a")


def cycle_with(*plans):
    return make_cycle(followup=make_followup([PriorityData("waktu", None, plans)]))


def text_of(section):
    return " ".join(run.text for block in section.text.blocks for line in block.lines for run in line)


def test_the_table_of_plans_names_what_a_plan_continues():
    document = build(make_source(cycle_with(make_plan(continues=ORIGIN), make_plan("Menata loket"))))
    first, second = document.plans.table.groups[0].rows
    assert first.details[-1] == "Meneruskan: RTL 2 b Semester II Tahun 2024"
    assert not any("Meneruskan" in detail for detail in second.details)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("done", "telah dilaksanakan"),
        ("in_progress", "masih dalam proses"),
        ("not_started", "belum dimulai"),
        ("impossible", "tidak dapat dilaksanakan"),
    ],
)
def test_the_fate_of_each_carried_plan_is_one_sentence(status, told):
    facts = facts_of(make_source(cycle_with(make_plan("Menata loket", status, continues=ORIGIN), make_plan())))
    (block,) = resolve("{{ rtl_terusan }}", facts).blocks
    words = ["".join(run.text for run in line) for line in block.lines]
    assert words == [f"Menata loket, yang meneruskan RTL 2 b Semester II Tahun 2024, {told}."]


def test_section_three_three_tells_of_all_of_them_and_keeps_silent_where_there_is_none():
    plans = (make_plan(continues=ORIGIN), make_plan("Loket", "in_progress", continues=OTHER), make_plan("Baru"))
    before = build(make_source(cycle_with(*plans))).realisation.evaluation.before
    assert before.texts == (
        "Dua RTL Semester II Tahun 2024 diteruskan pada periode ini: RTL 1\N{NO-BREAK SPACE}a (semula 2 b) telah "
        "dilaksanakan; RTL 1\N{NO-BREAK SPACE}b (semula 1 a) masih dalam proses.",
    )
    assert build(make_source(cycle_with(make_plan()))).realisation.evaluation.before is None


def test_the_comparison_of_versions_tells_that_a_plan_was_tied_to_an_earlier_one():
    months = {"months": (Month(2025, 10),)}
    before = build(make_source(cycle_with(make_plan(**months))))
    after = build(make_source(cycle_with(make_plan(**months, continues=ORIGIN))))
    changes = [
        change
        for theme in document_differences(before, after)
        for change in theme.changes
        if "meneruskan" in change.label
    ]
    assert len(changes) == 1

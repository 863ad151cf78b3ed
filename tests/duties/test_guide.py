from dataclasses import replace

import pytest

from duties.guide import Standing, next_step, steps_of

EMPTY = Standing(profile_gaps=("alamat",))
COMPLETE = Standing(
    units=2, people=3, has_cycle=True, scores=9, priorities=3, plans=10, upkeep=2, photos=4, own_texts=1
)


def pages_until_complete(*stages):
    return [step.page if (step := next_step(steps_of(stage))) else None for stage in stages]


def test_an_empty_office_is_led_step_by_step_to_a_complete_draft():
    profile = Standing()
    units = Standing(units=2)
    cycle = replace(units, has_cycle=True)
    scores = replace(cycle, scores=9)
    priorities = replace(scores, priorities=1, planless=1)
    plans = replace(priorities, planless=0, plans=2, unscheduled=1, unassigned=2, unexplained=2)
    scheduled = replace(plans, unscheduled=0, unassigned=0)
    explained = replace(scheduled, unexplained=0)
    assert pages_until_complete(EMPTY, profile, units, cycle, scores, priorities, plans, scheduled, explained) == [
        "office_profile",
        "office_units",
        "survey_new",
        "survey",
        "priorities",
        "plan_table",
        "plan_table",
        "realisations",
        None,
    ]


def test_without_a_cycle_no_step_speaks_of_one():
    assert all(not step.of_cycle for step in steps_of(EMPTY))


@pytest.mark.parametrize(
    ("lack", "page", "words"),
    [
        ({"units": 0}, "office_units", "Unit bertanggung jawab"),
        ({"profile_gaps": ("alamat", "nama penanda tangan")}, "office_profile", "alamat, nama penanda tangan"),
        ({"scores": 8}, "survey", "8 dari 9 unsur"),
        ({"priorities": 0}, "priorities", "Pilih unsur"),
        ({"planless": 2}, "plan_table", "2 unsur prioritas belum mempunyai RTL"),
        ({"plans": 0}, "plan_table", "Tulis program"),
        ({"unscheduled": 1, "unassigned": 2}, "plan_table", "1 RTL tanpa bulan, 2 RTL tanpa unit."),
        ({"unproven": 1}, "realisations", "1 RTL Sudah tanpa bukti"),
        ({"unexplained": 4}, "realisations", "4 RTL belum selesai dan belum diberi alasan"),
    ],
)
def test_whatever_is_lacking_is_the_next_step(lack, page, words):
    step = next_step(steps_of(replace(COMPLETE, **lack)))
    assert step.page == page
    assert words in step.detail


@pytest.mark.parametrize(
    ("lack", "page"),
    [
        ({"people": 0}, "people"),
        ({"upkeep": 0}, "upkeep"),
        ({"loose": 3}, "evidence"),
        ({"photos": 0}, "evidence"),
        ({"own_texts": 0}, "texts"),
    ],
)
def test_what_can_be_left_out_is_named_without_holding_anybody_up(lack, page):
    steps = steps_of(replace(COMPLETE, **lack))
    assert [step.page for step in steps if not step.done] == [page]
    assert next_step(steps) is None


def test_without_plans_nothing_is_said_of_them():
    steps = steps_of(Standing(units=2, has_cycle=True))
    assert [step.title for step in steps if step.detail == "Sesudah RTL disusun."] == [
        "Tetapkan jadwal dan penanggung jawab",
        "Catat realisasi setiap RTL",
    ]


def test_a_complete_draft_lacks_nothing():
    assert all(step.done for step in steps_of(COMPLETE))

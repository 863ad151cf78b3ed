from dataclasses import replace

import pytest

from duties.guide import Standing, next_step, steps_of
from tests.cases import in_one_test
from tests.conftest import make_survey

EMPTY = Standing(profile_gaps=("alamat",))
COMPLETE = Standing(
    units=2, people=3, has_cycle=True, scores=9, priorities=3, plans=10, upkeep=2, photos=4, own_texts=1
)


def pages_until_complete(*stages):
    return [step.page if (step := next_step(steps_of(stage))) else None for stage in stages]


def test_an_empty_office_is_led_step_by_step_to_a_complete_draft():
    profile = Standing()
    cycle = replace(profile, has_cycle=True)
    scores = replace(cycle, scores=9)
    priorities = replace(scores, priorities=1, planless=1)
    plans = replace(priorities, planless=0, plans=2, unscheduled=1, unassigned=2, unexplained=2)
    scheduled = replace(plans, unscheduled=0, unassigned=0)
    explained = replace(scheduled, unexplained=0)
    assert pages_until_complete(EMPTY, profile, cycle, scores, priorities, plans, scheduled, explained) == [
        "office_profile",
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
        ({"profile_gaps": ("alamat", "nama penanda tangan")}, "office_profile", "alamat, nama penanda tangan"),
        ({"scores": 8}, "survey", "8 dari 9 unsur"),
        ({"priorities": 0}, "priorities", "Pilih unsur"),
        ({"planless": 2}, "plan_table", "2 unsur prioritas belum mempunyai RTL"),
        ({"plans": 0}, "plan_table", "Tulis program"),
        ({"unscheduled": 1, "unassigned": 2}, "plan_table", "1 RTL tanpa bulan, 2 RTL tanpa penanggung jawab."),
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


def test_an_office_that_planned_without_units_is_not_asked_for_them_nor_for_people_of_units():
    undivided = replace(COMPLETE, units=0, people=0, colleagues=1)
    assert all(step.done for step in steps_of(undivided))
    begun = steps_of(replace(undivided, plans=0, colleagues=0))
    assert {"office_units", "people"} <= {step.page for step in begun if not step.done}


def test_without_plans_nothing_is_said_of_them():
    steps = steps_of(Standing(units=2, has_cycle=True))
    assert [step.title for step in steps if step.detail == "Sesudah RTL disusun."] == [
        "Tetapkan jadwal dan penanggung jawab",
        "Catat realisasi setiap RTL",
    ]


def test_a_complete_draft_lacks_nothing():
    assert all(step.done for step in steps_of(COMPLETE))


def told(title, at):
    """What a step says and whether it is done."""
    (step,) = (step for step in steps_of(at) if step.title == title)
    return step.detail, step.done


@in_one_test(
    ("title", "lack", "detail", "done"),
    [
        ("Lengkapi profil satuan kerja", {}, "Nama, alamat, dan penanda tangan sudah ada.", True),
        ("Lengkapi profil satuan kerja", {"profile_gaps": ("alamat",)}, "Belum diisi: alamat.", False),
        ("Tambahkan unit", {}, "2 unit terdaftar.", True),
        ("Tambahkan unit", {"units": 1}, "1 unit terdaftar.", True),
        (
            "Tambahkan unit",
            {"units": 0},
            "Unit bertanggung jawab atas RTL-nya. Satuan kerja yang tidak terbagi tidak memerlukannya.",
            True,
        ),
        ("Masukkan nilai survei", {}, "9 dari 9 unsur sudah bernilai.", True),
        ("Masukkan nilai survei", {"scores": 8}, "8 dari 9 unsur sudah bernilai.", False),
        ("Masukkan nilai survei", {"scores": 0, "elements": 0}, "0 dari 0 unsur sudah bernilai.", False),
        ("Masukkan nilai survei", {"scores": 10}, "10 dari 9 unsur sudah bernilai.", True),
        ("Pilih unsur prioritas", {}, "3 unsur prioritas dipilih.", True),
        ("Pilih unsur prioritas", {"priorities": 0}, "Pilih unsur yang akan diperbaiki.", False),
        ("Susun RTL", {}, "10 RTL tersusun.", True),
        ("Susun RTL", {"planless": 1}, "1 unsur prioritas belum mempunyai RTL.", False),
        ("Susun RTL", {"plans": 0, "planless": 3}, "3 unsur prioritas belum mempunyai RTL.", False),
        ("Susun RTL", {"plans": 0}, "Tulis program atau kegiatan untuk setiap unsur prioritas.", False),
        ("Tetapkan jadwal dan penanggung jawab", {}, "Semua RTL terjadwal dan mempunyai penanggung jawab.", True),
        ("Tetapkan jadwal dan penanggung jawab", {"unscheduled": 2}, "2 RTL tanpa bulan.", False),
        ("Tetapkan jadwal dan penanggung jawab", {"unassigned": 1}, "1 RTL tanpa penanggung jawab.", False),
        ("Tetapkan jadwal dan penanggung jawab", {"plans": 0, "unassigned": 1}, "Sesudah RTL disusun.", False),
        ("Isi pemeliharaan", {}, "2 unsur dipelihara.", True),
        ("Isi pemeliharaan", {"upkeep": 0}, "Catat apa yang menjaga unsur bernilai tinggi.", False),
        ("Catat realisasi setiap RTL", {}, "Setiap RTL sudah terbukti atau dijelaskan.", True),
        ("Catat realisasi setiap RTL", {"plans": 0}, "Sesudah RTL disusun.", False),
        (
            "Catat realisasi setiap RTL",
            {"unproven": 1, "unexplained": 2},
            "1 RTL Sudah tanpa bukti atau deskripsi, 2 RTL belum selesai dan belum diberi alasan serta strategi.",
            False,
        ),
        ("Unggah dan tempatkan foto", {}, "4 foto sudah pada tempatnya.", True),
        ("Unggah dan tempatkan foto", {"loose": 4}, "4 foto belum ditempatkan.", False),
        ("Unggah dan tempatkan foto", {"photos": 0}, "Foto yang belum jelas tempatnya boleh menunggu.", False),
        ("Sesuaikan teks laporan", {}, "1 bagian ditulis sendiri, yang lain memakai teks baku.", True),
        ("Sesuaikan teks laporan", {"own_texts": 0}, "Teks baku mengikuti data. Sesuaikan bila perlu.", False),
    ],
)
def test_each_step_says_how_far_it_is(title, lack, detail, done):
    assert told(title, replace(COMPLETE, **lack)) == (detail, done)


def test_the_steps_of_an_office_need_no_cycle_and_stand_first():
    steps = steps_of(COMPLETE)
    assert [step.title for step in steps if not step.of_cycle] == [step.title for step in steps_of(EMPTY)]
    assert [step.of_cycle for step in steps] == sorted(step.of_cycle for step in steps)
    assert [step.title for step in steps if step.optional] == [
        "Tambahkan unit",
        "Tambahkan pengguna",
        "Isi pemeliharaan",
        "Unggah dan tempatkan foto",
        "Sesuaikan teks laporan",
    ]


def guided(as_user, person):
    return as_user(person).get("/").context["home"].guide


def test_the_admin_of_an_office_that_begins_is_led_and_nobody_else(as_user, people):
    guide = guided(as_user, people.admin)
    assert (guide.office.code, guide.survey, guide.next.page) == ("3521", None, "office_profile")
    assert guided(as_user, people.secretary) is None


def test_an_office_that_began_a_second_cycle_knows_the_way(as_user, people, survey, ngawi):
    assert guided(as_user, people.admin).survey == survey
    make_survey(ngawi, "2025-S2")
    assert guided(as_user, people.admin) is None

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duties.stages import CycleFacts, Turns, current, stages_of
from reports.issuing.handing.delivery import Delivery
from tests.cases import in_one_test

TURNS = Turns("Admin", "Admin", "Kepala Unit", "Sekretaris", "Sekretaris", "Admin atau Sekretaris")
BEGUN = CycleFacts(date(2025, 1, 1), date(2025, 7, 1), date(2025, 7, 1), date(2026, 1, 1))
SCORED = replace(BEGUN, scores=9)
PLANNED = replace(SCORED, plans=5, is_planned=True, open_units=("Subbag KUL", "Subbag Tekhum"))
CARRIED_OUT = replace(PLANNED, done=5, open_units=())
PREPARED = replace(CARRIED_OUT, is_prepared=True, prepared_on=date(2026, 1, 9))
SIGNED = replace(PREPARED, is_prepared=False, is_signed=True, signed_on=date(2026, 1, 12))
SENT = replace(SIGNED, delivery=Delivery(date(2026, 1, 13)))
AWAITED = replace(SIGNED, delivery=Delivery(date(2026, 1, 13), awaits_receipt=True))
RECEIVED = replace(SIGNED, delivery=Delivery(date(2026, 1, 13), False, date(2026, 1, 15), "Wati Contoh"))


def now(facts):
    stage = current(stages_of(facts, TURNS))
    return (stage.title, stage.turn, stage.since) if stage else None


@pytest.mark.parametrize(
    ("facts", "title", "turn", "since"),
    [
        (BEGUN, "Survei", "Admin", date(2025, 1, 1)),
        (replace(BEGUN, scores=8), "Survei", "Admin", date(2025, 1, 1)),
        (SCORED, "Pembahasan dan rencana", "Admin", date(2025, 7, 1)),
        (replace(SCORED, plans=3), "Pembahasan dan rencana", "Admin", date(2025, 7, 1)),
        (PLANNED, "Pelaksanaan", "Subbag KUL, Subbag Tekhum", date(2025, 7, 1)),
        (CARRIED_OUT, "Cek kelengkapan", "Sekretaris", date(2026, 1, 1)),
        (PREPARED, "Tanda tangan", "Sekretaris", date(2026, 1, 9)),
        (SIGNED, "Penyampaian", "Admin atau Sekretaris", date(2026, 1, 12)),
        (AWAITED, "Penyampaian", "Admin atau Sekretaris", date(2026, 1, 13)),
        (SENT, "Publikasi tindak lanjut", "Admin atau Sekretaris", date(2026, 1, 12)),
        (RECEIVED, "Publikasi tindak lanjut", "Admin atau Sekretaris", date(2026, 1, 12)),
    ],
)
def test_a_cycle_is_at_the_first_stage_that_is_not_gone_through(facts, title, turn, since):
    assert now(facts) == (title, turn, since)


def test_when_it_is_published_the_way_is_gone():
    assert now(replace(SENT, published_on=date(2026, 1, 14))) is None


class TestCarryingOut:
    def test_the_units_go_on_while_a_second_person_is_waited_for(self):
        facts = replace(PLANNED, done=2, pending=1, pending_since=date(2025, 9, 3))
        assert now(facts) == ("Pelaksanaan", "Subbag KUL, Subbag Tekhum", date(2025, 7, 1))

    def test_when_all_is_done_it_is_the_turn_of_the_second_person(self):
        facts = replace(CARRIED_OUT, pending=2, pending_since=date(2025, 9, 3))
        assert now(facts) == ("Pelaksanaan", "Kepala Unit", date(2025, 9, 3))
        assert stages_of(facts, TURNS)[2].told == "5 dari 5 RTL selesai, 2 menunggu persetujuan"

    def test_it_ends_with_its_months_whatever_is_open(self):
        assert now(replace(PLANNED, is_over=True))[0] == "Cek kelengkapan"

    def test_after_its_months_only_approval_holds_it_up(self):
        facts = replace(PLANNED, is_over=True, pending=1, pending_since=date(2025, 12, 30))
        assert now(facts) == ("Pelaksanaan", "Kepala Unit", date(2025, 12, 30))


def test_where_parafs_are_asked_for_the_heads_come_before_the_signature():
    asked = replace(PREPARED, parafs_asked=2, parafs_lacking=("Budi",))
    assert now(asked) == ("Paraf", "Budi", date(2026, 1, 9))
    assert "1 dari 2 kepala unit memberi paraf" in [stage.told for stage in stages_of(asked, TURNS)]
    assert now(replace(asked, parafs_lacking=()))[0] == "Tanda tangan"
    assert now(replace(SIGNED, parafs_asked=2, parafs_lacking=("Budi",)))[0] == "Penyampaian"
    passed_over = "1 dari 2 kepala unit memberi paraf; laporan ditandatangani tanpa menunggunya"
    signed = stages_of(replace(SIGNED, parafs_asked=2, parafs_lacking=("Budi",)), TURNS)
    assert passed_over in [stage.told for stage in signed]
    assert "Paraf" not in [stage.title for stage in stages_of(PREPARED, TURNS)]


def test_a_report_that_was_opened_again_is_to_be_checked_again():
    reopened = replace(SENT, is_signed=False, published_on=date(2026, 1, 14))
    assert now(reopened)[0] == "Cek kelengkapan"
    assert [stage.state for stage in stages_of(reopened, TURNS)][-3:] == ["later", "later", "later"]


facts = st.builds(
    CycleFacts,
    *[st.just(date(2025, 1, 1))] * 4,
    elements=st.just(9),
    scores=st.integers(0, 9),
    plans=st.integers(0, 3),
    done=st.integers(0, 3),
    is_planned=st.booleans(),
    is_over=st.booleans(),
    open_units=st.sampled_from([(), ("KUL",)]),
    pending=st.integers(0, 2),
    is_prepared=st.booleans(),
    is_signed=st.booleans(),
    delivery=st.builds(Delivery, st.none() | st.just(date(2026, 1, 13)), st.booleans()),
    published_on=st.none() | st.just(date(2026, 1, 14)),
)


@given(facts)
def test_at_most_one_stage_is_now_and_only_it_has_a_turn(at):
    stages = stages_of(at, TURNS)
    assert len(stages) == 7
    assert [stage.state for stage in stages].count("now") == (not all(stage.state == "done" for stage in stages))
    assert all((stage.state == "now") >= bool(stage.turn or stage.since) for stage in stages)
    assert [stage.state for stage in stages if stage.state != "done"][:1] in ([], ["now"])


def told(facts, title):
    (stage,) = (stage for stage in stages_of(facts, TURNS) if stage.title == title)
    return stage.told, stage.state


@in_one_test(
    ("facts", "title", "words", "state"),
    [
        (BEGUN, "Survei", "0 dari 9 unsur bernilai", "now"),
        (replace(BEGUN, elements=0), "Survei", "0 dari 0 unsur bernilai", "now"),
        (SCORED, "Survei", "9 dari 9 unsur bernilai", "done"),
        (SCORED, "Pembahasan dan rencana", "Belum ada RTL", "now"),
        (replace(SCORED, plans=1), "Pembahasan dan rencana", "1 RTL tersusun", "now"),
        (PLANNED, "Pembahasan dan rencana", "5 RTL tersusun", "done"),
        (PLANNED, "Pelaksanaan", "0 dari 5 RTL selesai", "now"),
        (replace(PLANNED, pending=1, done=3), "Pelaksanaan", "3 dari 5 RTL selesai, 1 menunggu persetujuan", "now"),
        (CARRIED_OUT, "Pelaksanaan", "5 dari 5 RTL selesai", "done"),
        (CARRIED_OUT, "Cek kelengkapan", "Laporan belum disiapkan", "now"),
        (PREPARED, "Cek kelengkapan", "Laporan sudah disiapkan", "done"),
        (SIGNED, "Cek kelengkapan", "Laporan sudah disiapkan", "done"),
        (PREPARED, "Tanda tangan", "Belum ditandatangani", "now"),
        (SIGNED, "Tanda tangan", "Sudah ditandatangani", "done"),
        (SIGNED, "Penyampaian", "Belum disampaikan", "now"),
        (AWAITED, "Penyampaian", "Dikirim 13 Januari 2026, menunggu tanda terima", "now"),
        (SENT, "Penyampaian", "Sudah disampaikan", "done"),
        (RECEIVED, "Penyampaian", "Diterima 15 Januari 2026 oleh Wati Contoh", "done"),
        (replace(SENT, is_signed=False), "Penyampaian", "Belum disampaikan", "later"),
        (SENT, "Publikasi tindak lanjut", "Belum dipublikasikan", "now"),
        (replace(SENT, published_on=date(2026, 1, 14)), "Publikasi tindak lanjut", "Sudah dipublikasikan", "done"),
        (replace(SIGNED, published_on=date(2026, 1, 14)), "Publikasi tindak lanjut", "Sudah dipublikasikan", "done"),
        (replace(SIGNED, published_on=date(2026, 1, 14)), "Penyampaian", "Belum disampaikan", "now"),
    ],
)
def test_each_stage_says_how_far_it_is(facts, title, words, state):
    assert told(facts, title) == (words, state)


def test_each_stage_leads_to_the_page_where_it_is_gone_through():
    assert [stage.page for stage in stages_of(BEGUN, TURNS)] == [
        "survey", "plan_table", "realisations", "findings", "signing", "signing", "publications",
    ]  # fmt: skip


def test_without_a_plan_carrying_out_is_not_over_whatever_the_calendar_says():
    assert now(replace(SCORED, is_over=True))[0] == "Pembahasan dan rencana"
    assert told(replace(SCORED, is_over=True), "Pelaksanaan")[1] == "later"
    unplanned = replace(CARRIED_OUT, is_planned=False)
    assert told(unplanned, "Pelaksanaan")[1] == "later"


def test_whose_turn_it_is_is_told_at_each_stage_by_another_name():
    names = Turns("survei", "rencana", "setuju", "siap", "tanda", "kirim")
    gone = (BEGUN, SCORED, CARRIED_OUT, PREPARED, SIGNED, SENT)
    assert [current(stages_of(facts, names)).turn for facts in gone] == [
        "survei", "rencana", "siap", "tanda", "kirim", "kirim",
    ]  # fmt: skip
    assert current(stages_of(replace(CARRIED_OUT, pending=1), names)).turn == "setuju"

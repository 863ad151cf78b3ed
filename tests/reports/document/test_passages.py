"""What each passage says, paragraph by paragraph, in cycles of different shapes."""

from decimal import Decimal

import pytest

from reports.document import passages
from reports.document.facts import facts_of
from reports.words.prose import text_of
from tests.make_cycle import (
    ELEMENT_KEYS,
    NGAWI_SCORES,
    make_cycle,
    make_followup,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.shapes import all_done, all_impossible, bare, mixed, of, one_open, ties, young


def lines(passage, cycle=None, **changes):
    return text_of(passage(facts_of(make_source(cycle, **changes)))).splitlines()


def cycle_of(*plans, element="waktu"):
    return make_cycle(followup=make_followup((of(element, *plans),)))


# Legal bases


def test_legal_bases_are_a_list_that_ends_in_a_full_stop():
    assert lines(passages.legal_bases, legal_bases=("Undang-Undang A", "Peraturan B")) == [
        "Undang-Undang A;",
        "Peraturan B.",
    ]
    assert lines(passages.legal_bases, legal_bases=("Peraturan B",)) == ["Peraturan B."]
    (alone,) = passages.legal_bases(facts_of(make_source(legal_bases=("Peraturan B",))))
    assert alone.kind == "p"
    assert lines(passages.legal_bases, legal_bases=()) == []


# Priorities


def test_a_priority_is_told_with_score_grade_rank_and_rationale():
    assert lines(passages.priorities, mixed()) == [
        "Unsur Sistem, Mekanisme, dan Prosedur memperoleh nilai 3,33 dengan mutu B (Baik), yaitu nilai tertinggi "
        "keempat di antara sembilan unsur, sama dengan nilai unsur Perilaku Pelaksana.",
        "Permasalahan dan alasan penetapan: Alur belum dipahami pengguna layanan.",
        "Antrean sering panjang.",
        "Unsur Waktu Penyelesaian memperoleh nilai 3,25 dengan mutu B (Baik), yaitu nilai terendah di antara sembilan "
        "unsur.",
    ]


def test_ties_are_told_once():
    first, second = lines(passages.priorities, ties())
    assert first.endswith(
        "nilai terendah di antara sembilan unsur, sama dengan nilai unsur Penanganan Pengaduan, Saran dan Masukan."
    )
    assert second.endswith("yaitu nilai terendah di antara sembilan unsur.")


def test_where_all_are_equal_there_is_no_rank():
    assert lines(passages.priorities, one_open()) == [
        "Unsur Sistem, Mekanisme, dan Prosedur memperoleh nilai 3,50 dengan mutu B (Baik), sama dengan nilai semua "
        "unsur lainnya."
    ]


def test_a_priority_without_a_score_says_so():
    cycle = make_cycle(survey=make_survey(scores={}), followup=make_followup((of("waktu"),), ()))
    assert lines(passages.priorities, cycle) == [
        "Unsur Waktu Penyelesaian ditetapkan sebagai prioritas; nilainya belum dimasukkan."
    ]


@pytest.mark.parametrize(
    ("element", "rank"),
    [
        ("waktu", "nilai terendah di antara"),
        ("persyaratan", "nilai terendah kedua di antara"),
        ("kompetensi", "nilai terendah ketiga di antara"),
        ("biaya", "nilai tertinggi di antara"),
        ("pengaduan", "nilai tertinggi kedua di antara"),
        ("sarana", "nilai tertinggi ketiga di antara"),
    ],
)
def test_ranks_are_counted_from_the_nearer_end(element, rank):
    (line,) = lines(passages.priorities, cycle_of(element=element))
    assert rank in line


def test_the_element_in_the_middle_counts_from_below():
    scores = {key: Decimal(3) + Decimal(place) / 10 for place, key in enumerate(ELEMENT_KEYS)}
    cycle = make_cycle(survey=make_survey(scores=scores), followup=make_followup((of(ELEMENT_KEYS[4]),), ()))
    (line,) = lines(passages.priorities, cycle)
    assert "nilai terendah kelima di antara sembilan unsur" in line


# Plans


def test_plans_are_told_by_their_places_with_months_and_units():
    assert lines(passages.plans, mixed()) == [
        "Untuk unsur Sistem, Mekanisme, dan Prosedur disusun tiga RTL (1\xa0a–1\xa0c). "
        "RTL tersebut dijadwalkan pada Oktober 2025 dengan penanggung jawab Subbag Rendatin.",
        "Untuk unsur Waktu Penyelesaian disusun dua RTL (2\xa0a dan 2\xa0b). RTL "
        "tersebut dijadwalkan pada Oktober 2025 dengan penanggung jawab Subbag Rendatin dan Seluruh Subbagian.",
    ]


def test_plans_without_months_and_units_are_only_counted():
    assert lines(passages.plans, bare()) == [
        "Untuk unsur Waktu Penyelesaian disusun dua RTL (1\xa0a dan 1\xa0b).",
        "Untuk unsur Produk Spesifikasi Jenis Pelayanan belum disusun RTL.",
    ]


@pytest.mark.parametrize(
    ("changes", "end"),
    [
        ({"units": ()}, " RTL tersebut dijadwalkan pada Oktober 2025."),
        ({"months": ()}, " Penanggung jawabnya adalah Subbag Rendatin."),
        ({"months": (), "units": ()}, "disusun satu RTL (1\xa0a)."),
    ],
)
def test_of_months_and_units_what_is_known_is_told(changes, end):
    (line,) = lines(passages.plans, cycle_of(make_plan(**changes)))
    assert line.endswith(end)


def test_without_priorities_there_is_nothing_to_tell():
    for passage in (passages.priorities, passages.plans, passages.realisation, passages.upkeep, passages.upkeep_plans):
        assert lines(passage, young()) == []
    assert lines(passages.achievement_by_element, young()) == []


# Realisation


def test_states_are_told_in_the_order_of_their_progress():
    states = ("impossible", "not_started", "in_progress", "done")
    plans = [make_plan(f"Rencana {place}", state) for place, state in enumerate(states)]
    assert lines(passages.realisation, cycle_of(*plans)) == [
        "Pada unsur Waktu Penyelesaian, 1 dari 4 RTL (25%) telah dilaksanakan, yaitu RTL 1\xa0d; "
        "RTL 1\xa0c masih dalam proses; RTL 1\xa0b belum dimulai; "
        "RTL 1\xa0a tidak dapat dilaksanakan."
    ]


def test_where_none_is_done_that_comes_first():
    plans = make_plan("Satu", "in_progress"), make_plan("Dua", "not_started")
    assert lines(passages.realisation, cycle_of(*plans)) == [
        "Pada unsur Waktu Penyelesaian, belum ada RTL yang selesai (0 dari 2); RTL 1\xa0a masih dalam "
        "proses; RTL 1\xa0b belum dimulai."
    ]


def test_plans_of_one_state_are_told_together():
    assert lines(passages.realisation, all_done())[0].endswith("seluruh RTL telah dilaksanakan (2 dari 2).")
    assert lines(passages.realisation, all_impossible()) == [
        "Pada unsur Waktu Penyelesaian, tidak ada RTL yang dapat dilaksanakan (0 dari 2)."
    ]
    assert lines(passages.realisation, one_open())[0].endswith("satu-satunya RTL masih dalam proses.")
    assert lines(passages.realisation, bare())[1].endswith("belum ada RTL yang disusun.")


def test_many_plans_of_an_element_are_counted_and_not_pointed_at():
    plans = [make_plan(f"Rencana {place}", "done" if place > 1 else "not_started") for place in range(5)]
    (line,) = lines(passages.realisation, cycle_of(*plans))
    assert line.endswith("3 dari 5 RTL (60%) telah dilaksanakan dan dua RTL belum dimulai.")


# Upkeep


def test_plans_of_upkeep_are_told_as_far_as_they_were_written():
    assert lines(passages.upkeep_plans, mixed()) == [
        "Unsur Biaya/Tarif memperoleh nilai 4,00 dengan mutu A (Sangat Baik). Pemeliharaannya direncanakan sebagai "
        "berikut:",
        "Mengumumkan bahwa pelayanan tidak dipungut biaya.",
        "Unsur Sarana dan Prasarana memperoleh nilai 3,76 dengan mutu A (Sangat Baik).",
    ]


def test_upkeep_without_a_score_says_so():
    cycle = make_cycle(survey=make_survey(scores={}), followup=make_followup((), (make_upkeep(plan=None),)))
    assert lines(passages.upkeep_plans, cycle) == ["Unsur Biaya/Tarif dipelihara; nilainya belum dimasukkan."]
    assert lines(passages.upkeep, cycle) == ["Biaya/Tarif: Pengumuman bebas biaya dipasang di loket."]


@pytest.mark.parametrize(
    ("activity", "told"),
    [
        ("Dipasang di loket", "Biaya/Tarif (4,00): Dipasang di loket."),
        ("Dipasang\n\nDicek tiap hari.", "Biaya/Tarif (4,00): Dipasang. Dicek tiap hari."),
        (None, "Biaya/Tarif (4,00): (belum diisi)"),
    ],
)
def test_what_was_done_to_keep_it_up_is_one_line(activity, told):
    cycle = make_cycle(followup=make_followup((), (make_upkeep(activity=activity),)))
    assert lines(passages.upkeep, cycle) == [told]


def test_scores_are_told_with_all_decimals_that_tell_them_apart():
    scores = NGAWI_SCORES | {"biaya": Decimal("3.8867")}
    cycle = make_cycle(survey=make_survey(scores=scores), followup=make_followup((), (make_upkeep(),)))
    assert lines(passages.upkeep, cycle)[0].startswith("Biaya/Tarif (3,8867):")


def test_achievement_is_told_of_every_element_with_plans():
    assert lines(passages.achievement_by_element, mixed()) == [
        "Sistem, Mekanisme, dan Prosedur: 1 dari 3 RTL (33%)",
        "Waktu Penyelesaian: 1 dari 2 RTL (50%)",
    ]
    assert lines(passages.achievement_by_element, bare()) == ["Waktu Penyelesaian: 0 dari 2 RTL (0%)"]


@pytest.mark.parametrize(
    ("approvers", "told"),
    [
        (
            (("Sari Utami, S.H.", 2),),
            "Realisasi RTL yang sudah dilaksanakan telah diperiksa dan disetujui oleh Sari Utami, S.H.",
        ),
        (
            (("Budi", 1),),
            "Realisasi satu dari dua RTL yang sudah dilaksanakan telah diperiksa dan disetujui oleh Budi.",
        ),
        (
            (("Ani", 1), ("Budi", 1)),
            "Realisasi RTL yang sudah dilaksanakan telah diperiksa dan disetujui oleh Ani (1 RTL) dan Budi (1 RTL).",
        ),
    ],
)
def test_who_approved_what_was_done_is_told_last(approvers, told):
    cycle = cycle_of(make_plan("Satu", status="done"), make_plan("Dua", status="done"))
    assert lines(passages.realisation, cycle, approvers=approvers)[-1] == told
    assert told not in lines(passages.realisation, cycle)

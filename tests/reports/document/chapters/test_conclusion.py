"""Bab IV: its points follow from the status of the plans, Tabel 4.1 from what is still owed."""

import pytest

from followups.months import Month
from reports.document.chapters.conclusion import conclusion_of, target_text
from reports.document.facts import facts_of
from tests.make_cycle import make_completion, make_cycle, make_followup, make_plan, make_source
from tests.reports.shapes import all_done, all_impossible, mixed, none_done, of, young


def chapter(cycle):
    return conclusion_of(facts_of(make_source(cycle)))


def points(cycle):
    return chapter(cycle).points


def strategies(cycle):
    return chapter(cycle).rows


def cycle_of(*plans, **changes):
    return make_cycle(followup=make_followup((of("waktu", *plans),), **changes))


# The points


def test_without_plans_there_is_nothing_to_conclude():
    assert points(young()) == ()


def test_what_is_done_is_counted_and_listed_by_name_and_place():
    done, *_rest = points(mixed())
    assert (done.lead, done.text) == ("Sebanyak 2 dari 5 RTL (40%) telah dilaksanakan.", "RTL tersebut meliputi:")
    assert done.items == (
        ("", "Menyusun alur, formulir, dan petunjuk (1\N{NO-BREAK SPACE}a); dan"),
        ("", "Melatih petugas (2\N{NO-BREAK SPACE}a)."),
    )


def test_open_plans_are_told_with_their_reason_and_equal_reasons_together():
    open_ = points(mixed())[1]
    assert open_.lead == (
        "Sebanyak 3 dari 5 RTL (60%) belum selesai dilaksanakan; satu di antaranya tidak dapat dilaksanakan."
    )
    assert open_.text == "Alasannya adalah sebagai berikut:"
    reason = "Tenaga pelaksana sedang bertugas di lapangan."
    assert open_.items == (
        ("Menata antrean (1\N{NO-BREAK SPACE}b) dan Menetapkan jadwal (2\N{NO-BREAK SPACE}b)", reason),
        ("Menambah loket (1\N{NO-BREAK SPACE}c) – tidak dapat dilaksanakan", reason),
    )


def test_a_missing_reason_is_said_and_paragraphs_are_joined():
    plans = (
        make_plan("Satu", "not_started", completion=None),
        make_plan("Dua", "in_progress", completion=make_completion(reason="Belum ada dana\nBelum ada ruang.")),
    )
    reasons = points(make_cycle(followup=make_followup((of("waktu", *plans),))))[0]
    assert [text for _subject, text in reasons.items] == ["(belum diisi)", "Belum ada dana. Belum ada ruang."]


def test_all_done_leaves_nothing_open():
    (only,) = points(all_done())
    assert only.lead == "Seluruh RTL telah dilaksanakan (2 dari 2)."
    assert len(only.items) == 2


def test_a_reason_that_all_share_is_told_in_the_sentence():
    first, strategies_ = points(none_done())
    assert first.lead == "Belum ada RTL yang selesai (0 dari 2)."
    assert (first.text, first.items) == ("Alasannya: Tenaga pelaksana sedang bertugas di lapangan.", ())
    assert strategies_.text.startswith("Strategi penyelesaian RTL yang belum selesai,")


def test_nothing_is_listed_that_is_alone():
    done, open_, _strategies = points(cycle_of(make_plan("Satu"), make_plan("Dua", "in_progress")))
    assert (done.text, done.items) == ("RTL tersebut adalah Satu (1\N{NO-BREAK SPACE}a).", ())
    assert (open_.text, open_.items) == (
        "RTL tersebut adalah Dua (1\N{NO-BREAK SPACE}b). Alasannya: Tenaga pelaksana sedang bertugas di lapangan.",
        (),
    )
    assert len(points(all_impossible())) == 1


@pytest.mark.parametrize("many", [4, 5])
def test_where_an_element_has_many_plans_the_tables_name_them(many):
    plans = [make_plan(f"Rencana {place}", "done" if place else "in_progress") for place in range(many - 1)]
    last = make_plan("Terakhir", "not_started", completion=make_completion(reason="Belum ada dana."))
    done, open_, _strategies = points(cycle_of(*plans, last))
    assert bool(done.items) is (many == 4)
    assert (done.text == "Realisasinya disajikan dalam Tabel 3.1.") is (many == 5)
    assert open_.items[1][0] == ("Terakhir (1\N{NO-BREAK SPACE}d)" if many == 4 else "RTL 1\N{NO-BREAK SPACE}e")


# Tabel 4.1


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (Month(2026, 2), Month(2026, 4), "mulai Februari 2026, paling lambat April 2026"),
        (None, Month(2026, 4), "paling lambat April 2026"),
        (Month(2026, 4), Month(2026, 4), "paling lambat April 2026"),
        (Month(2026, 12), Month(2027, 1), "mulai Desember 2026, paling lambat Januari 2027"),
        (Month(2026, 3), None, "mulai Maret 2026"),
        (None, None, "(belum diisi)"),
    ],
)
def test_a_target_is_printed_as_the_months_that_it_is(earliest, latest, text):
    assert target_text(make_completion(earliest=earliest, latest=latest)) == text


def test_without_completion_the_target_is_not_filled_in():
    assert target_text(None) == "(belum diisi)"


@pytest.mark.parametrize("report_month", [None, Month(2026, 1), Month(2026, 3)])
def test_a_target_does_not_move_with_the_month_of_the_report(report_month):
    cycle = cycle_of(make_plan(status="in_progress"), report_month=report_month)
    assert strategies(cycle)[0].target == "mulai Februari 2026, paling lambat April 2026"


def test_a_strategy_is_listed_for_each_plan_that_owes_one():
    rows = strategies(mixed())
    assert [(row.point, row.programme) for row in rows] == [("1 b", "Menata antrean."), ("2 b", "Menetapkan jadwal")]
    assert (rows[0].strategy, rows[0].responsible) == (("Menugaskan pelaksana pengganti.",), ("Subbag KUL",))


def test_an_impossible_plan_is_never_promised():
    both = cycle_of(make_plan("Satu", "impossible", completion=make_completion()), make_plan("Dua", "in_progress"))
    assert [row.programme for row in strategies(both)] == ["Dua"]


def test_an_open_plan_without_completion_shows_what_is_missing():
    (row,) = strategies(cycle_of(make_plan(status="not_started", completion=None)))
    assert (row.strategy, row.target, row.responsible) == (("(belum diisi)",), "(belum diisi)", ("–",))


@pytest.mark.parametrize("shape", [young, all_done, all_impossible])
def test_where_no_strategy_is_owed_there_is_no_table(shape):
    assert chapter(shape()).head is None
    assert strategies(shape()) == ()


def test_a_strategy_that_was_told_is_not_told_again():
    other = make_completion(strategy="Mengusulkan anggaran.")
    plans = (*(make_plan(str(n), "in_progress") for n in range(2)), make_plan("Dua", "not_started", completion=other))
    blank = make_plan("Tiga", "in_progress", completion=None)
    rows = strategies(cycle_of(*plans, blank, make_plan("Empat", "in_progress")))
    assert [row.same_as for row in rows] == ["", "1 a", "", "", "1 a"]
    assert rows[1].strategy == rows[0].strategy
    assert [row.same_as for row in strategies(cycle_of(blank, blank))] == ["", ""]


# Every mixture of states


@pytest.mark.parametrize(
    ("states", "leads"),
    [
        (("done",), ["Satu-satunya RTL telah dilaksanakan."]),
        (("in_progress",), ["Satu-satunya RTL belum selesai dilaksanakan."]),
        (("impossible",), ["Satu-satunya RTL tidak dapat dilaksanakan."]),
        (("not_started", "in_progress"), ["Belum ada RTL yang selesai (0 dari 2)."]),
        (
            ("impossible", "in_progress"),
            ["Belum ada RTL yang selesai (0 dari 2); satu RTL tidak dapat dilaksanakan."],
        ),
        (
            ("done", "impossible"),
            [
                "Sebanyak 1 dari 2 RTL (50%) telah dilaksanakan.",
                "Sebanyak 1 dari 2 RTL (50%) tidak dapat dilaksanakan.",
            ],
        ),
        (
            ("done", "in_progress"),
            [
                "Sebanyak 1 dari 2 RTL (50%) telah dilaksanakan.",
                "Sebanyak 1 dari 2 RTL (50%) belum selesai dilaksanakan.",
            ],
        ),
    ],
)
def test_leads_say_how_much_is_done_and_what_is_open(states, leads):
    rows = [make_plan(f"Rencana {place}", state) for place, state in enumerate(states, start=1)]
    assert [point.lead for point in points(cycle_of(*rows)) if point.lead] == leads


@pytest.mark.parametrize(
    "states", [("in_progress", "in_progress"), ("impossible", "impossible"), ("impossible", "in_progress")]
)
def test_reasons_of_every_kind_are_listed_behind_one_sentence(states):
    rows = [
        make_plan(f"Rencana {place}", state, completion=make_completion(reason=f"Sebab {place}."))
        for place, state in enumerate(states, start=1)
    ]
    point = points(cycle_of(*rows))[0]
    assert point.text == "Alasannya adalah sebagai berikut:"
    assert len(point.items) == len(states)


@pytest.mark.parametrize(
    ("states", "subject"),
    [
        (("in_progress",), "RTL yang belum selesai"),
        (("impossible", "in_progress"), "RTL yang masih dapat dilaksanakan"),
    ],
)
def test_the_last_point_leads_to_the_strategies(states, subject):
    rows = [make_plan(f"Rencana {place}", state) for place, state in enumerate(states, start=1)]
    last = points(cycle_of(*rows))[-1]
    assert last.text.startswith(f"Strategi penyelesaian {subject}, beserta target waktu")
    assert last.text.endswith("disajikan dalam Tabel 4.1.")
    assert (last.lead, last.items) == ("", ())

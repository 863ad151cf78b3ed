"""Bab IV: its points follow from the status of the plans, Tabel 4.1 from what is still owed."""

import pytest

from followups.months import Month
from reports.document.chapters.conclusion import conclusion_of, target_text
from reports.document.facts import facts_of
from tests.make_cycle import make_completion, make_cycle, make_followup, make_plan, make_source
from tests.reports.shapes import all_done, all_impossible, mixed, none_done, of, one_open, young


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


def test_done_and_open_are_counted_and_listed_by_name_and_place():
    done, open_, _reasons, _strategy = points(mixed())
    assert "40% (2 dari 5 RTL)" in done.lead
    assert done.text == "RTL yang sudah dilaksanakan meliputi:"
    assert done.items == (
        ("", "Menyusun alur, formulir, dan petunjuk (1\N{NO-BREAK SPACE}a)"),
        ("", "Melatih petugas (2\N{NO-BREAK SPACE}a)"),
    )
    assert "60% (3 dari 5 RTL)" in open_.lead
    assert [text.split(" (")[0] for _subject, text in open_.items] == [
        "Menata antrean",
        "Menambah loket",
        "Menetapkan jadwal",
    ]


def test_every_open_plan_has_its_reason():
    reasons = points(mixed())[2]
    assert [subject for subject, _text in reasons.items] == [
        "Menata antrean",
        "Menambah loket – tidak dapat dilaksanakan",
        "Menetapkan jadwal",
    ]
    assert reasons.text.startswith(
        "Alasan RTL tersebut belum selesai dilaksanakan atau tidak dapat dilaksanakan adalah"
    )


def test_what_can_never_be_done_is_named_among_what_is_open():
    open_ = points(mixed())[1]
    assert open_.lead.endswith("yang belum selesai dilaksanakan; satu di antaranya tidak dapat dilaksanakan.")
    assert [text for _subject, text in open_.items if text.endswith("tidak dapat dilaksanakan")] == [
        "Menambah loket (1\N{NO-BREAK SPACE}c) – tidak dapat dilaksanakan"
    ]


def test_a_missing_reason_is_said_and_paragraphs_are_joined():
    plans = (
        make_plan("Satu", "not_started", completion=None),
        make_plan("Dua", "in_progress", completion=make_completion(reason="Belum ada dana\nBelum ada ruang.")),
    )
    reasons = points(make_cycle(followup=make_followup((of("waktu", *plans),))))[2]
    assert [text for _subject, text in reasons.items] == ["(belum diisi)", "Belum ada dana. Belum ada ruang."]


def test_all_done_leaves_nothing_open():
    (only,) = points(all_done())
    assert "mencapai 100% (2 dari 2 RTL)" in only.lead


def test_none_done_lists_none_as_done():
    first, second, *_rest = points(none_done())
    assert "masih 0% (0 dari 2 RTL)" in first.lead
    assert first.items == ()
    assert second.lead == "Seluruh RTL belum selesai dilaksanakan, yaitu 100% (2 dari 2 RTL)."


def test_what_cannot_be_done_is_not_called_unfinished():
    _done, open_, reasons = points(all_impossible())
    assert open_.lead == "Seluruh RTL tidak dapat dilaksanakan, yaitu 100% (2 dari 2 RTL)."
    assert reasons.text == "Alasan RTL tersebut tidak dapat dilaksanakan adalah sebagai berikut:"


def test_one_is_spoken_of_as_one():
    assert points(one_open())[1].lead == "Satu-satunya RTL belum selesai dilaksanakan."
    assert points(one_open())[1].text == "RTL tersebut adalah:"
    assert points(none_done())[1].text == "RTL tersebut meliputi:"


def test_a_strategy_is_promised_only_where_one_is_owed():
    assert len(points(all_impossible())) == 3
    assert points(none_done())[3].text.startswith("Strategi untuk menyelesaikan RTL yang belum selesai,")
    assert points(mixed())[3].text.startswith("Strategi untuk menyelesaikan RTL yang masih dapat dilaksanakan,")


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
    assert [(row.number, row.programme) for row in rows] == [(1, "Menata antrean."), (2, "Menetapkan jadwal")]
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


def test_its_legend_explains_its_own_units_only():
    assert chapter(none_done()).head.legend == ("Subbag KUL: Subbagian Keuangan, Umum, dan Logistik",)


# Every mixture of states


@pytest.mark.parametrize(
    ("states", "first", "second"),
    [
        (("done",), "mencapai 100% (1 dari 1 RTL).", None),
        (("in_progress",), "masih 0% (0 dari 1 RTL).", "Satu-satunya RTL belum selesai dilaksanakan."),
        (("impossible",), "adalah 0% (0 dari 1 RTL).", "Satu-satunya RTL tidak dapat dilaksanakan."),
        (
            ("not_started", "in_progress"),
            "masih 0% (0 dari 2 RTL).",
            "Seluruh RTL belum selesai dilaksanakan, yaitu 100% (2 dari 2 RTL).",
        ),
        (
            ("impossible", "in_progress"),
            "masih 0% (0 dari 2 RTL).",
            "Seluruh RTL belum selesai dilaksanakan, yaitu 100% (2 dari 2 RTL); satu di antaranya tidak dapat "
            "dilaksanakan.",
        ),
        (
            ("done", "impossible"),
            "mencapai 50% (1 dari 2 RTL).",
            "Terdapat 50% (1 dari 2 RTL) yang tidak dapat dilaksanakan.",
        ),
        (
            ("done", "in_progress"),
            "mencapai 50% (1 dari 2 RTL).",
            "Masih terdapat 50% (1 dari 2 RTL) yang belum selesai dilaksanakan.",
        ),
    ],
)
def test_leads_say_how_much_is_done_and_what_is_open(states, first, second):
    rows = [make_plan(f"Rencana {place}", state) for place, state in enumerate(states, start=1)]
    leads = [point.lead for point in points(cycle_of(*rows)) if point.lead]
    assert leads[0].endswith(first)
    assert leads[1:] == ([second] if second else [])


@pytest.mark.parametrize(
    ("states", "reasons"),
    [
        (("in_progress",), "belum selesai dilaksanakan adalah"),
        (("impossible",), "tidak dapat dilaksanakan adalah"),
        (("impossible", "in_progress"), "belum selesai dilaksanakan atau tidak dapat dilaksanakan adalah"),
    ],
)
def test_reasons_are_asked_of_each_kind_that_there_is(states, reasons):
    rows = [make_plan(f"Rencana {place}", state) for place, state in enumerate(states, start=1)]
    point = points(cycle_of(*rows))[2]
    assert point.text == f"Alasan RTL tersebut {reasons} sebagai berikut:"
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
    assert last.text.startswith(f"Strategi untuk menyelesaikan {subject}, beserta target waktu")
    assert last.text.endswith("disajikan dalam Tabel 4.1.")
    assert (last.lead, last.items) == ("", ())

"""The points of Bab IV follow from the status of the plans."""

from reports.document.chapters.conclusion import points_of
from reports.document.facts import facts_of
from tests.make_cycle import make_completion, make_cycle, make_followup, make_plan, make_source
from tests.reports.shapes import all_done, all_impossible, mixed, none_done, of, one_open, young


def points(cycle):
    return points_of(facts_of(make_source(cycle)))


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

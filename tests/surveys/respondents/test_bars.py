"""Who answered, as bars: shares of all, and nothing of few for who must not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.profiles import MARGINS
from surveys.respondents.bars import TRACK, margin_bars, profile_bars, service_bars
from surveys.respondents.disclosure import FEWEST

PROFILE = {
    "sex": {"male": 108, "female": 2},
    "age": {"under-17": 3, "17-25": 60, "26-34": 47},
    "disability": {"no": 100, "physical": 2, "sensory": 8},
}


def told(margin):
    return {row.label: row.count for row in margin.rows}


def by_label(bars):
    return {margin.label: margin for margin in bars}


def test_each_class_has_its_count_its_share_and_a_bar_as_long():
    bars = margin_bars("Jenis kelamin", [("Laki-laki", 750), ("Perempuan", 250), ("Lainnya", 1)], ())
    assert (bars.label, bars.total, bars.track) == ("Jenis kelamin", "1.001", TRACK)
    assert [(row.label, row.count, row.share) for row in bars.rows] == [
        ("Laki-laki", "750", "74,93%"),
        ("Perempuan", "250", "24,98%"),
        ("Lainnya", "1", "0,10%"),
    ]
    assert [row.width for row in bars.rows] == [224, 74, 2]
    assert not bars.has_hidden


def test_margins_come_in_their_order_and_only_those_that_were_counted():
    shuffled = {key: PROFILE[key] for key in ("disability", "sex", "age")} | {"occupation": {}}
    assert [margin.label for margin in profile_bars(shuffled, in_office=True)] == [
        "Jenis kelamin",
        "Usia",
        "Disabilitas",
    ]
    assert profile_bars({}, in_office=True) == ()


def test_kinds_of_disability_are_hidden_from_everybody_and_ages_from_others():
    own = by_label(profile_bars(PROFILE, in_office=True))
    others = by_label(profile_bars(PROFILE, in_office=False))
    assert told(own["Usia"])["Di bawah 17 tahun"] == "3" and not own["Usia"].has_hidden
    assert told(others["Usia"]) == {"Di bawah 17 tahun": "", "17–25 tahun": "60", "26–34 tahun": ""}
    hidden = {"Bukan penyandang disabilitas": "100", "Fisik": "", "Sensorik": ""}
    assert told(own["Disabilitas"]) == told(others["Disabilitas"]) == hidden
    assert own["Disabilitas"].has_hidden and others["Usia"].has_hidden
    assert told(others["Jenis kelamin"]) == {"Laki-laki": "108", "Perempuan": "2"}  # as the regulation's sheet


def test_what_is_hidden_has_no_bar_and_no_share():
    row = next(row for row in profile_bars(PROFILE, in_office=True)[-1].rows if row.label == "Fisik")
    assert (row.count, row.share, row.width) == ("", "", 0)


def test_a_margin_that_small_counts_would_show_through_has_no_rows():
    (bars,) = profile_bars({"disability": {"physical": 3}}, in_office=True)
    assert (bars.rows, bars.has_hidden) == ((), True)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=7))
def test_nobody_outside_reads_a_count_of_few(counts):
    profile = {"age": dict(zip(list(MARGINS["age"].classes), counts, strict=False))}
    shown = [row.count for row in profile_bars(profile, in_office=False)[0].rows if row.count]
    assert all(int(count) >= FEWEST for count in shown)


@pytest.mark.parametrize(("hidden", "shown"), [((), ["60", "3", "7"]), ({"Akta", "KK"}, ["60", "", ""])])
def test_services_are_hidden_with_their_results(hidden, shown):
    bars = service_bars({"KTP": 60, "Akta": 3, "KK": 7}, hidden)
    assert ([row.count for row in bars.rows], bars.total) == (shown, "70")

"""Bars, curve and sample: what is drawn lies where the numbers say, whatever the instrument and the periods."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.ikm import Grade, converted, grade_of_score
from surveys.results.bars import TRACK, bars_of
from surveys.results.curve import HEIGHT, STEP, curve_of
from surveys.results.sample import sample_told
from surveys.results.trend import Footing, Point, runs_of
from tests.surveys.results.test_trend import POINTS, point

GRADES = tuple(
    Grade(letter, label, Decimal(lowest))
    for letter, label, lowest in (
        ("A", "Sangat Baik", "88.31"),
        ("B", "Baik", "76.61"),
        ("C", "Kurang Baik", "65.00"),
        ("D", "Tidak Baik", "25.00"),
    )
)
SCORES = st.lists(st.decimals(1, 4, places=4), min_size=7, max_size=14)


def bars(scores, grades=GRADES, priorities=()):
    keys = [f"u{number}" for number in range(len(scores))]
    return bars_of([(key, f"Unsur {key}") for key in keys], dict(zip(keys, scores, strict=True)), grades, priorities)


@given(SCORES)
def test_a_bar_ends_in_the_band_of_its_grade(scores):
    drawn = bars(scores)
    bands = dict(zip("DCBA", drawn.bands, strict=True))
    for row, score in zip(drawn.rows, scores, strict=True):
        band = bands[grade_of_score(score, GRADES).letter]
        assert row.grade == str(grade_of_score(score, GRADES))
        assert band.x <= row.width or row.width == 2
        assert row.width <= band.x + band.width
        assert Decimal(row.value.replace(",", ".")) == converted(score)


@given(SCORES)
def test_bands_fill_the_track_without_a_gap(scores):
    bands = bars(scores).bands
    assert bands[0].x == 0 and sum(band.width for band in bands) == TRACK
    assert all(left.x + left.width == right.x for left, right in pairwise(bands))


def test_a_band_without_room_keeps_its_limit_in_words():
    close = (*GRADES, Grade("A+", "Istimewa", Decimal("99.00")))
    drawn = bars([Decimal(3)] * 9, close)
    assert [band.letter for band in drawn.bands] == ["D", "C", "B", "A", ""]
    assert drawn.limits[0] == "A+ (Istimewa) mulai 99,00"


def test_what_has_no_score_has_no_bar_and_priorities_are_known():
    drawn = bars_of([("a", "Satu"), ("b", "Dua")], {"a": Decimal("3.5324")}, GRADES, {"b"})
    assert [(row.score, row.value, row.width > 0, row.is_priority) for row in drawn.rows] == [
        ("3,5324", "88,31", True, False),
        ("", "", False, True),
    ]


@given(POINTS)
def test_the_line_goes_through_neighbours_of_one_run_alone(points):
    runs = runs_of(points)
    known = [made for made in points if made.index is not None]
    curve = curve_of(runs, GRADES)
    if not known:
        assert curve is None
        return
    assert len(curve.columns) == len(points) and curve.width == STEP * len(points)
    assert len(curve.dots) == len(known)
    assert all(0 <= y <= HEIGHT for _x, y in curve.dots)
    assert len(curve.gaps) == len(runs) - 1
    for path in curve.lines:
        spots = [int(spot.split()[0]) for spot in path.removeprefix("M").split(" L")]
        assert all(right - left == STEP for left, right in pairwise(spots))
        assert not any(spots[0] < gap < spots[-1] for gap in curve.gaps)


@given(POINTS)
def test_a_higher_index_lies_higher(points):
    curve = curve_of(runs_of(points), GRADES)
    if curve:
        shown = [made.index for run in runs_of(points) for made in run.points if made.index is not None]
        pairs = sorted(zip(shown, (y for _x, y in curve.dots), strict=True))
        assert all(low >= high for (_a, low), (_b, high) in pairwise(pairs))
        assert curve.lowest <= min(shown) and max(shown) <= curve.highest


def test_a_changed_instrument_parts_the_line_and_a_missing_index_too():
    old, empty, third, new = point("2023"), point("2024-S1", index=None), point("2024-S2"), point("2025")
    other = replace(new, footing=Footing("baru"))
    curve = curve_of(runs_of([old, empty, third, other]), GRADES)
    assert (curve.lines, curve.gaps) == ((), (300,))
    assert [(column.value, column.part, column.year) for column in curve.columns][:2] == [
        ("80,00", "Tahun", 2023),
        ("–", "Sem I", 2024),
    ]
    assert [limit.words for limit in curve.limits] == ["B 76,61"]


def test_limits_that_would_cover_each_other_are_left_out():
    close = (*GRADES, Grade("A+", "Istimewa", Decimal("88.50")))
    low_and_high = [Point(made.period, Decimal(index), "", {}, made.footing) for made, index in
                    ((point("2024"), "30.00"), (point("2025"), "95.00"))]  # fmt: skip
    words = [limit.words for limit in curve_of(runs_of(low_and_high), close).limits]
    assert words == ["A+ 88,50", "B 76,61", "C 65,00"]


@pytest.mark.parametrize(
    ("respondents", "population", "enough", "words"),
    [
        (None, None, None, "belum diisi"),
        (110, None, None, "110 responden. Populasi belum diisi"),
        (110, 0, None, "Populasi belum diisi"),
        (110, 1250, False, "diperlukan paling sedikit 294 responden; masih kurang 184."),
        (294, 1250, True, "jumlah itu mencukupi"),
        (12_500, 1_200_000, True, "12.500 responden dari populasi 1.200.000 orang"),
    ],
)
def test_the_sample_is_told(respondents, population, enough, words):
    told = sample_told(respondents, population)
    assert told.enough is enough
    assert words in told.sentence


def test_lengths_are_shares_of_the_scale_from_25_to_100():
    keys = [("a", "Satu"), ("b", "Dua"), ("c", "Tiga"), ("d", "Empat")]
    scores = {"a": Decimal(4), "b": Decimal("2.5"), "c": Decimal("1.01"), "d": Decimal(1)}
    drawn = bars_of(keys, scores, GRADES, {"a"})
    assert [row.width for row in drawn.rows] == [300, 150, 2, 2]
    assert [(row.name, row.value, row.grade) for row in drawn.rows][:2] == [
        ("Satu", "100,00", "A (Sangat Baik)"),
        ("Dua", "62,50", "D (Tidak Baik)"),
    ]
    assert [(band.letter, band.x, band.width, band.middle) for band in drawn.bands] == [
        ("D", 0, 160, 80),
        ("C", 160, 46, 183),
        ("B", 206, 47, 229),
        ("A", 253, 47, 276),
    ]


def test_scores_are_written_with_as_many_places_as_the_most_precise_of_them():
    keys = [("a", "Satu"), ("b", "Dua")]
    assert [row.score for row in bars_of(keys, {"a": Decimal("3.5"), "b": Decimal(4)}, GRADES, ()).rows] == [
        "3,50",
        "4,00",
    ]
    assert [row.score for row in bars_of(keys, {"a": Decimal("3.512"), "b": Decimal(4)}, GRADES, ()).rows] == [
        "3,512",
        "4,000",
    ]


@pytest.mark.parametrize(
    ("indexes", "lowest", "highest"),
    [
        (("80.00",), 75, 85),
        (("82.00", "82.00"), 80, 85),
        (("25.00", "100.00"), 25, 100),
        (("26.00",), 25, 30),
        (("97.99",), 95, 100),
    ],
)
def test_the_ruler_of_the_curve_leaves_room_within_the_scale(indexes, lowest, highest):
    made = [point(f"{2020 + at}", index) for at, index in enumerate(indexes)]
    curve = curve_of(runs_of(made), GRADES)
    assert (curve.lowest, curve.highest) == (lowest, highest)


def test_a_line_goes_from_the_middle_of_a_column_to_the_middle_of_the_next():
    curve = curve_of(runs_of([point("2023", "80.00"), point("2024", "85.00"), point("2025", "75.00")]), GRADES)
    assert (curve.lowest, curve.highest) == (70, 90)
    assert curve.lines == ("M50 80 L150 40 L250 120",)
    assert curve.dots == ((50, 80), (150, 40), (250, 120))
    assert [(limit.y, limit.words) for limit in curve.limits] == [(14, "A 88,31"), (107, "B 76,61")]


def test_a_grade_that_begins_on_the_edge_of_the_ruler_is_not_marked():
    at_80 = (Grade("A", "Baik", Decimal(80)), Grade("B", "Kurang", Decimal(25)))
    curve = curve_of(runs_of([point("2024", "82.00"), point("2025", "82.00")]), at_80)
    assert (curve.lowest, curve.limits) == (80, ())


def test_one_person_too_few_is_one_too_few():
    assert sample_told(293, 1250).enough is False
    assert "masih kurang 1." in sample_told(293, 1250).sentence
    assert sample_told(0, 10).sentence.startswith("0 responden dari populasi 10 orang.")

"""The trend of 3.3: from three periods on, broken where values cannot be compared."""

import re

from reports.document.chapters.trend import FEWEST, LEFT, MOST, WIDTH, trend_of
from reports.document.facts import facts_of
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.reports.pasts import NEW, OLD, broken_trend, here, past


def trend(*surveys):
    return trend_of(facts_of(make_source(past=surveys)), "Tabel 3.5", "tabel-3-5")


def many(count):
    codes = [f"{2024 - place // 2}-S{2 - place % 2}" for place in range(count - 1)]
    return (*(past(code, f"{80 + place}.00") for place, code in enumerate(reversed(codes))), here())


@in_one_test(
    ("surveys", "is_told"),
    [
        ((), False),
        (many(FEWEST - 1), False),
        (many(FEWEST), True),
        ((*many(FEWEST)[:-1], here(None)), False),
        ((past("2023-S2", None), past("2024-S2", "80.00"), here()), False),
    ],
)
def test_there_is_a_trend_from_three_periods_with_an_index_on(surveys, is_told):
    assert (trend(*surveys) is not None) is is_told


def test_of_many_periods_the_latest_are_shown():
    rows = trend(*many(MOST + 3)).rows
    assert len(rows) == MOST
    assert rows[-1].period == "Semester I Tahun 2025"


def test_a_row_tells_the_index_its_change_and_what_was_done():
    rows = trend(*broken_trend()).rows
    assert [(row.index, row.change) for row in rows] == [
        ("80,20", "–"),
        ("81,90", "naik 1,70"),
        ("87,21", "tidak dibandingkan: instrumen berubah"),
        ("87,33", "naik 0,12"),
    ]
    assert [row.plans for row in rows] == ["–", "6 dari 8 (75%)", "6 dari 8 (75%)", "6 dari 8 (75%)"]
    assert rows[-1].grade == "B (Baik)"


def test_a_period_that_was_recorded_by_hand_is_marked_and_the_mark_explained():
    told = trend(*broken_trend())
    assert [row.period.endswith("*") for row in told.rows] == [True, False, False, False]
    assert told.head.legend == ("*) Menurut catatan satuan kerja",)
    assert trend(*many(3)).head.legend == ()


def test_the_line_is_broken_where_the_instrument_changed_and_the_text_says_so():
    told = trend(*broken_trend())
    assert len(told.chart.lines) == 2 and len(told.chart.gaps) == 1
    assert told.text == (
        "IKM sejak Semester II Tahun 2023 disajikan dalam Tabel 3.5 dan Grafik 3.1. Nilai sampai dengan Semester I "
        "Tahun 2024 tidak dibandingkan dengan nilai sejak Semester II Tahun 2024, karena instrumen berubah."
    )
    whole = trend(*many(4))
    assert len(whole.chart.lines) == 1 and not whole.chart.gaps and "karena" not in whole.text


def test_a_period_alone_between_two_breaks_is_a_dot():
    told = trend(past("2023-S2", "80.20", OLD), past("2024-S2", "81.00", NEW), here(instrument="Ketiga"))
    assert told.chart.lines == () and len(told.chart.dots) == 3
    assert [row.change for row in told.rows[1:]] == ["tidak dibandingkan: instrumen berubah"] * 2


def test_the_chart_stays_within_its_frame_and_says_its_values():
    for count in (3, 4, MOST):
        chart = trend(*many(count)).chart
        assert len(chart.dots) == len(chart.values) == len(chart.periods) == count
        assert all(0 < x < WIDTH - LEFT and 0 <= y <= chart.plot_height for x, y in chart.dots)
        assert chart.top + min(y for _x, y, _text in chart.values) > 0
        assert chart.top + chart.year_y < chart.height
        points = [tuple(map(int, pair)) for line in chart.lines for pair in re.findall(r"(\d+) (\d+)", line)]
        assert points == list(chart.dots)
    assert "Sem I 2025 87,33" in chart.description
    assert (chart.label, chart.title) == ("Grafik 3.1", "IKM KPU Kabupaten Contoh per Periode")

"""The tables of a trend: what stands in a line, since when something changed, and what cannot be compared."""

from dataclasses import replace
from decimal import Decimal

from followups.earlier.history import PastPeriod
from followups.models import RecordedPeriod
from followups.progress import Progress
from followups.results.comparing import element_table, period_lines
from surveys.models import Survey
from surveys.periods import Period
from surveys.reading import Scale
from surveys.results.trend import Footing, Point, runs_of

SCALE = Scale((("waktu", "Waktu"), ("biaya", "Biaya")), ())


def point(code, index="80.00", scores=None, **footing):
    found = {key: Decimal(score) for key, score in (scores or {}).items()}
    known = Footing(**({"instrument": "lama"} | footing))
    return Point(Period.parse(code), index and Decimal(index), "B (Baik)", found, known)


def past(made, done=0, total=0, **of):
    return PastPeriod(made, Progress(total, done), **(of or {"survey": Survey()}))


def lines_of(*periods):
    return period_lines(periods, runs_of(period.point for period in periods))


def test_the_latest_stands_first_with_what_changed_since_the_one_before():
    latest, first = lines_of(past(point("2024-S1", "80.005")), past(point("2024-S2", "81.36")))
    assert (latest.label, latest.code, latest.index) == ("Semester II Tahun 2024", "2024-S2", "81,36")
    assert (latest.change.words, first.change) == ("naik 1,35", None)  # of what is printed: 80,01
    assert (latest.grade, latest.changed, first.index) == ("B (Baik)", (), "80,01")


def test_a_period_without_an_index_is_passed_over():
    latest, empty, _first = lines_of(
        past(point("2024-S1", "80.00")), past(point("2024-S2", None)), past(point("2025-S1", "79.00"))
    )
    assert (empty.index, empty.change, latest.change.words) == ("", None, "turun 1,00")


def test_what_was_found_otherwise_is_not_compared_and_says_why():
    latest, _first = lines_of(past(point("2024-S1")), past(point("2024-S2", "90.00", instrument="baru")))
    assert (latest.change, latest.changed) == (None, ("instrumen",))


def test_only_a_period_of_the_portal_has_a_page():
    (line,) = lines_of(past(point("2024-S1"), recorded=RecordedPeriod()))
    assert (line.code, line.recorded) == ("", True)
    (line,) = lines_of(past(point("2024-S1")))
    assert (line.code, line.recorded) == ("2024-S1", False)


def test_plans_are_told_with_how_many_were_done_where_there_were_any():
    assert lines_of(past(point("2024-S1"), 7, 10))[0].plans == "7 dari 10 (70%)"
    assert lines_of(past(point("2024-S1")))[0].plans == ""


def test_the_error_of_an_index_is_told_where_it_is_known():
    made = replace(point("2024-S1"), error=Decimal("1.234"))
    assert lines_of(past(made))[0].error == "1,23"
    assert lines_of(past(point("2024-S1")))[0].error == ""


# --- elements


def table_of(*points):
    (run,) = runs_of(points)
    return element_table(run, SCALE)


def test_the_last_two_periods_with_scores_are_laid_beside_each_other():
    table = table_of(
        point("2023-S2", scores={"waktu": "3.1", "biaya": "4"}),
        point("2024-S1", scores={"waktu": "3.2", "biaya": "4"}),
        point("2024-S2"),
        point("2025-S1", scores={"waktu": "3.115", "biaya": "4"}),
    )
    assert (table.before, table.after) == ("Sem I 2024", "Sem I 2025")
    time, cost = table.lines
    assert (time.name, time.before, time.after, time.change.words) == ("Waktu", "3,20", "3,12", "turun 0,08")
    assert time.all == ("3,10", "3,20", "3,12")
    assert (cost.change.words, table.has_more) == ("tetap", True)


def test_an_element_that_one_of_them_lacks_has_no_change():
    table = table_of(point("2024-S1", scores={"waktu": "3.1"}), point("2024-S2", scores={"biaya": "4"}))
    assert [(line.before, line.after, line.change) for line in table.lines] == [("3,10", "", None), ("", "4,00", None)]
    assert not table.has_more


def test_of_one_period_there_is_nothing_to_lay_beside():
    assert table_of(point("2024-S1", scores={"waktu": "3.1"}), point("2024-S2")) is None
    assert table_of(point("2024-S1")) is None

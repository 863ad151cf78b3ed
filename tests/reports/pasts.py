"""Surveys of an office one after the other, for what is told of periods before a report."""

from dataclasses import replace
from decimal import Decimal

from followups.progress import Progress
from reports.document.earlier import PastSurvey
from surveys.periods import Period
from surveys.results.trend import Footing, Point
from tests.make_cycle import NGAWI_SCORES

OLD, NEW = "Peraturan Lama", "Peraturan Menteri PANRB Nomor 14 Tahun 2017"


def past(code, index, instrument=NEW, **changes):
    """A survey whose elements scored a hundredth less than those of ``make_survey``, as far as nothing else is said."""
    scores = changes.pop("scores", {key: score - Decimal("0.01") for key, score in NGAWI_SCORES.items()})
    point = Point(Period.parse(code), index and Decimal(index), "B (Baik)", scores, Footing(instrument))
    return replace(PastSurvey(point, Progress(8, 6)), **changes)


def here(index="87.33", instrument=NEW):
    """The survey of ``make_survey`` itself, the last of them."""
    return past("2025-S1", index, instrument, scores=NGAWI_SCORES)


def broken_trend():
    """Four periods, of which the first two were asked with another instrument and the first was recorded by hand."""
    return (
        past("2023-S2", "80.20", OLD, recorded=True, plans=Progress(0, 0)),
        past("2024-S1", "81.90", OLD),
        past("2024-S2", "87.21", priorities=("waktu",), owed=3),
        here(),
    )

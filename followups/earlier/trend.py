"""The periods of an office one after the other, in words: those of the portal and those recorded by hand."""

from dataclasses import dataclass
from decimal import Decimal

from followups.earlier.history import PastPeriod, periods_of
from followups.models import RecordedPeriod
from offices.models import Office
from surveys.periods import Period
from surveys.typed_numbers import decimal_words

RECORDED = "Dicatat, bukan disusun di portal"
COMPOSED = "Disusun di portal"


@dataclass(frozen=True, slots=True)
class TrendRow:
    """``index`` 25.00–100.00 and ``percent_done`` as far as they are known; ``row`` of what was recorded."""

    period: Period
    index: Decimal | None
    percent_done: int | None
    source: str
    row: RecordedPeriod | None = None

    @property
    def index_text(self) -> str:
        return "" if self.index is None else decimal_words(self.index)

    @property
    def percent_text(self) -> str:
        return "" if self.percent_done is None else f"{self.percent_done}%"


def trend_of(office: Office) -> list[TrendRow]:
    """Every period, the latest first."""
    return [_row(period) for period in reversed(periods_of(office))]


def _row(period: PastPeriod) -> TrendRow:
    percent = period.plans.percent_done if period.plans.total else None
    source = RECORDED if period.recorded else COMPOSED
    return TrendRow(period.point.period, period.point.index, percent, source, period.recorded)

"""What people answered so far, column by column, and whether a row only repeats their means or the like. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from surveys.workbooks.scales import number_score
from surveys.workbooks.sheets.cells import Cell, Sheet, number_of

NEAR_WHOLE = Fraction(3, 4)
"""A mean without decimals was rounded, or cut, from one that is as near."""
MOST_PLACES = 4


@dataclass
class Columns:
    """How often each score stands in each column of questions, of the rows that were added."""

    sheet: Sheet
    columns: Sequence[int]
    scores: dict[int, Counter[int]] = field(default_factory=dict)
    rows: int = 0

    def add(self, rows: Iterable[int]) -> None:
        for row in rows:
            self.rows += 1
            for column in self.columns:
                if (score := number_score(self.sheet.cell(row, column))) is not None:
                    self.scores.setdefault(column, Counter())[score] += 1

    def repeated_by(self, cells: Mapping[int, Cell]) -> bool:
        """Whether the numbers of a row are all sums, all means, all extremes … of what was added."""
        numbers = {column: number for column, cell in cells.items() if (number := number_of(cell)) is not None}
        known = numbers.keys() <= self.scores.keys()
        if not self.rows or not known or 2 * len(numbers) < len(self.columns):
            return False
        return any(
            all(fits(number, self.scores[column]) for column, number in numbers.items())
            for fits in (is_mean, _is_sum, *_EXTREMES)
        )


def _is_sum(number: Decimal, scores: Counter[int]) -> bool:
    return number == sum(score * times for score, times in scores.items())


def is_mean(number: Decimal, scores: Counter[int]) -> bool:
    mean = Fraction(sum(score * times for score, times in scores.items()), scores.total())
    return abs(Fraction(number) - mean) <= (NEAR_WHOLE if number == number.to_integral_value() else off_by(number))


def off_by(number: Decimal) -> Fraction:
    """By how much a mean that is written with so many decimals may lie beside the exact one."""
    places = max(0, min(MOST_PLACES, -int(number.normalize().as_tuple().exponent)))
    return Fraction(6, 10 ** (places + 1))


_EXTREMES: tuple[Callable[[Decimal, Counter[int]], bool], ...] = (
    lambda number, scores: number == min(scores),
    lambda number, scores: number == max(scores),
    lambda number, scores: number == scores.most_common(1)[0][0],
    lambda number, scores: number == scores.total(),
)

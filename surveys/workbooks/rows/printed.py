"""What a file itself computed, held beside what we compute: sums, means, the index. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from surveys.ikm import to_places
from surveys.workbooks.rows.labels import leading
from surveys.workbooks.rows.people import row_words
from surveys.workbooks.rows.statistics import MOST_PLACES, off_by
from surveys.workbooks.sheets.cells import Sheet, number_of, text_of, words

MOST_ROWS = 60
DIFFERENT = "Berbeda: "
_MEAN = re.compile(r"\b(?:nrr|rata2?|rerata|rataan|mean|average|avg)\b")
_LIKE_MEAN = re.compile(r"\b(?:skor|hasil|ikm|indeks|nilai)\b")
_SUM = re.compile(r"[σ∑]|\b(?:sigma|s\.?\s?nilai|jumlah|jml|total|sum)\b|\bnilai\s*/")
_ELSE = re.compile(
    r"\b(?:tertimbang|tertbg|bobot|responden|jumlah jawaban|banyak\w*|frekuensi|min\w*|maks?\w*|modus|median|deviasi|"
    r"stdev|sd|terendah)\b"
)
_INDEX = re.compile(r"^(?:(?:nilai|hasil|total|skor) )?(?:ikm|skm|indeks kepuasan)\b")
_OTHER_INDEX = re.compile(r"\b(?:tertimbang|tertbg|lalu|target|sebelum\w*|unsur)\b|\b20\d\d\b")
_SHORT = re.compile(r"nilai|rata|nrr|σ|∑|jumlah|jml|total")


@dataclass
class Printed:
    """Rows of ``sums`` and of ``means`` (1–4) by code, from above; several may be of a page or a group each.

    ``by_page``: such rows stand between the answers, too. ``unread``: what is told of formulas without a value.
    """

    sums: list[dict[str, Decimal]] = field(default_factory=list)
    means: list[dict[str, Decimal]] = field(default_factory=list)
    index: Decimal | None = None
    by_page: bool = False
    unread: Sequence[str] = ()

    @property
    def holds_any(self) -> bool:
        return bool(self.sums or self.means or self.index)

    def beside(self, total: Mapping[str, int], count: Mapping[str, int]) -> list[str]:
        """Each of them beside the sum and the number of answers that were read."""
        computed = {code: Fraction(total[code], count[code]) for code in count if count[code]}
        told = [
            *self._nearest([means_beside(means, computed) for means in self.means], "Rata-rata"),
            *self._nearest([sums_beside(sums, total) for sums in self.sums], "Jumlah nilai"),
        ]
        return [*told, *self.unread]

    def _nearest(self, told: Sequence[list[str]], what: str) -> list[str]:
        """What is told of the row that differs least; rows of pages cannot be compared with all answers."""
        nearest = min(told, key=_differing, default=[])
        if self.by_page and _differing(nearest):
            return [f"{what} per halaman atau kelompok dalam berkas tidak dapat dibandingkan dengan seluruh jawaban."]
        return nearest


def _differing(told: Iterable[str]) -> int:
    return sum(text.startswith(DIFFERENT) for text in told)


def printed_below(sheet: Sheet, rows: Sequence[int], columns: Mapping[str, int]) -> Printed:
    """The sums and the means in the ``rows`` below the answers; labels may be cut over two rows.

    ``columns``: the column of each question.
    """
    broken = {row for row, _column in sheet.broken}
    unread = [row for row in rows if row in broken]
    printed = Printed()
    if unread:
        printed.unread = [
            f"Lembar {sheet.name}: rumus pada baris {row_words(unread)} galat atau belum pernah dihitung, sehingga "
            "hitungan berkas di situ tidak dapat dibandingkan seluruhnya."
        ]
    before = ""
    first = min(columns.values())
    for row in rows[:MOST_ROWS]:
        label = " ".join(leading(sheet, row, first))
        told = label if _SHORT.match(label) else f"{before} {label}"
        before = label
        cells = {code: number_of(sheet.cell(row, column)) for code, column in columns.items()}
        numbers = {code: number for code, number in cells.items() if number is not None}
        if 2 * len(numbers) < len(columns) or _ELSE.search(told):
            continue
        in_scale = all(1 <= number <= 4 for number in numbers.values())
        if _MEAN.search(told) or (_LIKE_MEAN.search(told) and in_scale):
            printed.means.append(numbers)
        elif _SUM.search(told):
            printed.sums.append(numbers)
    return printed


def printed_index(sheet: Sheet, rows: Iterable[int]) -> Decimal | None:
    """The index (25–100) that one of these rows tells as its only such number."""
    for row in rows:
        cells = sheet.rows[row]
        label = next((words(cell) for cell in cells if _INDEX.match(words(cell))), "")
        if not label or _OTHER_INDEX.search(label):
            continue
        numbers = {number for cell in cells if (number := number_of(cell)) is not None and 25 <= number <= 100}
        if len(numbers) == 1:
            return numbers.pop()
    return None


def index_beside(printed: Decimal, computed: str) -> str:
    """The file's own index beside ours, which has two decimals."""
    said = f"IKM berkas {comma(printed, max(2, _decimals(printed)))}, dihitung {computed.replace('.', ',')}."
    same = abs(Fraction(printed) - Fraction(computed)) <= max(off_by(printed), Fraction(6, 1000))
    return said if same else f"{DIFFERENT}{said}"


def means_beside(printed: Mapping[str, Decimal], computed: Mapping[str, Fraction]) -> list[str]:
    """The file's own means beside ours, in the precision of the file, with four decimals at most."""
    off = Fraction(6, 10 ** (max(map(_decimals, printed.values()), default=0) + 1))
    told = []
    for code, number in printed.items():
        if code in computed:
            places = max(2, _decimals(number))
            ours = to_places(computed[code], places)
            said = f"{code}: NRR berkas {comma(number, places)}, dihitung {comma(ours, places)}."
            told.append(said if abs(Fraction(number) - computed[code]) <= off else f"{DIFFERENT}{said}")
    return told


def sums_beside(printed: Mapping[str, Decimal], total: Mapping[str, int]) -> list[str]:
    """What is told of the file's own sums: which differ, or that none does."""
    told = [sum_beside(code, number, total[code]) for code, number in printed.items() if number != total[code]]
    return told or ["Jumlah nilai setiap unsur dalam berkas sama dengan hasil hitung."]


def sum_beside(code: str, printed: Decimal, computed: int | Decimal, what: str = "jumlah nilai") -> str:
    """What is told of a sum that differs."""
    return f"{DIFFERENT}{code}: {what} berkas {text_of(printed).replace('.', ',')}, dihitung {computed}."


def _decimals(number: Decimal) -> int:
    return max(0, min(MOST_PLACES, -int(number.normalize().as_tuple().exponent)))


def comma(number: Decimal, places: int) -> str:
    return f"{number:.{places}f}".replace(".", ",")

"""Values that somebody computed before: means by element, converted values, counts of each answer. Pure."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from surveys.instrument.form import Form
from surveys.workbooks.headings import Meaning, Strength, meaning_of, named_element
from surveys.workbooks.inquiry import Fault
from surveys.workbooks.rows.counting import behind_percent, count_columns, counts_five, says_percent
from surveys.workbooks.rows.printed import means_beside, printed_index, sum_beside
from surveys.workbooks.sheets.cells import Sheet, letters, number_of, text_of, words
from surveys.workbooks.tables import FEW

_MEAN = re.compile(r"\b(?:nrr|rata|rerata|rata2|mean|nilai unsur|nilai)\b")
_NOT_MEAN = re.compile(r"\b(?:tertimbang|tertbg|bobot|total|jumlah|skala 100|konversi|ikm)\b")
_SUM = re.compile(r"\b(?:total|jumlah|banyak(?:nya)?|responden|frekuensi|n)\b")
"""What is summed or counted may lie between 25 and 100 by chance."""
_SCORE = re.compile(r"\bskor\b")
_CONVERTED = re.compile(r"\b(?:konversi|dikonversi|indeks|index|ikm|skm|skala (?:25\s?[-–]\s?)?100)\b")
_OTHER = re.compile(
    r"\b(?:harapan|kepentingan|ideal|target|lalu|standar|sd|deviasi|minimal|minimum|maksimal|maksimum|maks)\b"
)
_AVERAGE = re.compile(r"\b(?:nrr|rata2?|rerata|mean|average)\b")
_SUM_OF_SCORES = re.compile(r"\b(?:jumlah|total) (?:nilai|skor)\b|\bnilai\s*/\s*unsur\b")
FEWEST_ROWS = 5
BEFORE = 4
"""What a row of a question is called stands in one of so many columns."""
MOST_WRONG = 2
MOST_ROWS = 500
"""Tables of values are short; what is longer holds answers."""
WEIGHTED = Decimal("0.5")
CONVERTED = Decimal(25)


@dataclass
class Values:
    """Means (1–4) by question code. ``counts``: answers behind each; ``weighted``: only such values were there.

    ``respondents``: how many a row of values says there were.
    ``unsure``: what the column is called does not tell whether its values are converted or sums.
    ``bare``: questions that only a code tells; ``others``: columns by their headings, one of which is meant.
    """

    means: dict[str, Decimal] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    respondents: int | None = None
    rows: dict[str, int] = field(default_factory=dict)
    sheet: Sheet | None = None
    bare: frozenset[str] = frozenset()
    others: dict[str, "Values"] = field(default_factory=dict)
    weighted: bool = False
    converted: bool = False
    unsure: str = ""
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where they stand, as faults say it."""
        return f"Lembar {self.sheet.name}" if self.sheet else ""

    @property
    def printed_index(self) -> Decimal | None:
        """What the sheet itself gives as the index, where its table has a row for each question."""
        if self.sheet is None or len(set(self.rows.values())) < FEWEST_ROWS:
            return None
        return printed_index(self.sheet, range(min(len(self.sheet.rows), MOST_ROWS)))


def stacked(sheet: Sheet, form: Form) -> Sheet:
    """With two blocks beside each other, that name a part of the questions each, below each other; else as it is."""
    told: dict[int, set[str]] = {}
    for row in sheet.rows if len(sheet.rows) <= MOST_ROWS else ():
        for column, cell in enumerate(row):
            meaning = meaning_of(words(cell), form) if isinstance(cell, str) else None
            if meaning and (meaning.code or 1 <= meaning.number <= len(form.codes)):
                told.setdefault(column, set()).add(meaning.code or form.codes[meaning.number - 1])
    for left, right in combinations(sorted(told), 2):
        parts = (told[left], told[right])
        if (
            all(len(part) >= FEW for part in parts)
            and not parts[0] & parts[1]
            and len(set.union(*parts)) == len(form.codes)
        ):
            start = right - left
            below = len(sheet.rows)
            others = [list(row[start:]) for row in sheet.rows]
            moved = {
                (below + row, column): (row, start + column)
                for row, cells in enumerate(others)
                for column in range(len(cells))
            }
            rows = [*(list(row[:start]) for row in sheet.rows), *others]
            broken = {place: sheet.broken[at] for place, at in moved.items() if at in sheet.broken}
            return replace(sheet, rows=rows, broken={**sheet.broken, **broken}, moved=moved)
    return sheet


def read_frequencies(sheet: Sheet, form: Form) -> Values | None:
    """A table with one row for each question and four columns that count its answers; means are taken anew."""
    sheet = stacked(sheet, form)
    table = QuestionTable(sheet, form)
    for row in range(min(len(sheet.rows), MOST_ROWS)):
        if columns := count_columns(sheet, row):
            values = table.counted(row, columns)
            if values is not None and len(values.means) >= min(5, len(form.questions)):
                return values
    return None


def says_mean(head: str) -> bool:
    """Whether values that are called so, in small letters, are means."""
    return _MEAN.search(head) is not None and _NOT_MEAN.search(head) is None


@dataclass(frozen=True, slots=True)
class QuestionRows:
    """The rows of questions. ``bare``: those that only a code tells; ``doubled``: rows that tell a question again."""

    by_code: dict[str, int]
    bare: frozenset[str]
    doubled: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """A sheet that holds a row for each question or element of a questionnaire."""

    sheet: Sheet
    form: Form

    def rows_by_code(self, start: int, before: int) -> QuestionRows:
        """The row of each question whose code, name or text stands before this column."""
        rows: dict[str, int] = {}
        bare = set()
        doubled = []
        for row in range(start, min(len(self.sheet.rows), start + MOST_ROWS)):
            meaning = self._meaning(row, before)
            if meaning is None or meaning.code not in self.form.codes:
                continue
            if meaning.code in rows:
                doubled.append((meaning.code, row))
                continue
            rows[meaning.code] = row
            if meaning.strength == Strength.CODE:
                bare.add(meaning.code)
        return QuestionRows(rows, frozenset(bare), tuple(doubled))

    def _meaning(self, row: int, before: int) -> Meaning | None:
        """The strongest of what the first cells of a row say."""
        cells = self.sheet.rows[row]
        found = [meaning_of(words(cell), self.form) for cell in cells[: max(before, 1)]]
        known = [meaning for meaning in found if meaning is not None]
        numbered = 0
        if known:
            best = max(known, key=lambda meaning: meaning.strength)
            if best.code:
                return best
            numbered = best.number
        key = next((key for cell in cells[:before] if (key := named_element(words(cell), self.form))), "")
        if key:
            codes = self.form.mappings[0].elements[key]
            return Meaning(Strength.NAME, codes[0]) if len(codes) == 1 else None
        if 1 <= numbered <= len(self.form.codes):
            return Meaning(Strength.CODE, self.form.codes[numbered - 1], numbered)
        return None

    def counted(self, head: int, columns: dict[int, int]) -> Values | None:
        """The means of counted answers; ``columns``: by the score that each counts, below the row ``head``.

        None where percentages stand there.
        """
        rows = self.rows_by_code(head + 1, min(columns.values()))
        if any(says_percent(self.sheet.cell(row, at)) for row in rows.by_code.values() for at in columns.values()):
            return None
        values = Values(sheet=self.sheet, bare=rows.bare)
        later = behind_percent(self.sheet, head, max(columns.values()))
        for code, row in rows.by_code.items():
            self._count(values, row, code, columns)
        self._compare(values, head, later)
        self._compare_totals(values, head, later)
        if values.counts and set(values.counts.values()) == {100}:
            values.notes.append("Jumlah jawaban setiap unsur tepat 100; periksa apakah tabel ini memuat persentase.")
        return values

    def _count(self, values: Values, row: int, code: str, columns: dict[int, int]) -> None:
        counts = {score: number_of(self.sheet.cell(row, column)) or Decimal(0) for score, column in columns.items()}
        answers = sum(counts.values())
        if any(count < 0 or count != count.to_integral_value() for count in counts.values()) or not answers:
            place = self.sheet.place(row, min(columns.values()))
            values.faults.append(Fault(place, "banyaknya jawaban harus bilangan bulat."))
            return
        values.counts[code] = int(answers)
        values.rows[code] = row
        values.means[code] = sum((score * count for score, count in counts.items()), Decimal(0)) / answers

    def _compare(self, values: Values, head: int, start: int) -> None:
        """The file's own means and sums behind the column ``start`` beside what the counts give."""
        names = {column: words(name_of(self.sheet, head + 1, column)) for column in range(start, self._width)}
        means = next((at for at, name in names.items() if _AVERAGE.search(name) and not _NOT_MEAN.search(name)), None)
        sums = next((at for at, name in names.items() if _SUM_OF_SCORES.search(name)), None)
        printed = {}
        for code, row in values.rows.items():
            number = self._guessed_mean(row, start) if means is None else number_of(self.sheet.cell(row, means))
            if number is not None:
                printed[code] = number
            total = None if sums is None else number_of(self.sheet.cell(row, sums))
            computed = round(values.means[code] * values.counts[code])
            if total is not None and total != computed:
                values.notes.append(sum_beside(code, total, computed))
        values.notes += means_beside(printed, {code: Fraction(mean) for code, mean in values.means.items()})

    @property
    def _width(self) -> int:
        return max(map(len, self.sheet.rows), default=0)

    def _guessed_mean(self, row: int, start: int) -> Decimal | None:
        numbers = [number for cell in self.sheet.rows[row][start:] if (number := number_of(cell)) is not None]
        means = [number for number in numbers if 0 < number < 5 and number != number.to_integral_value()]
        return means[-1] if means else None

    def _compare_totals(self, values: Values, head: int, column: int) -> None:
        """The file's own number of answers beside the counts; and whether all questions have as many answers."""
        if words(self.sheet.cell(head, column)) in {"jumlah", "total", "n", "jumlah responden"}:
            for code, row in values.rows.items():
                printed = number_of(self.sheet.cell(row, column))
                if printed is not None and printed != values.counts[code]:
                    values.notes.append(sum_beside(code, printed, values.counts[code], "jumlah"))
        if len(set(values.counts.values())) > 1:
            few = min(values.counts.values())
            most = max(values.counts.values())
            values.notes.append(f"Banyaknya jawaban berbeda antarunsur: {few} sampai {most}.")

    def column(self, rows: QuestionRows, column: int, head: str) -> Values | None:
        """What a column holds for the questions; one or two cells that are no number are faults, more another thing."""
        cells = {code: self.sheet.cell(row, column) for code, row in rows.by_code.items()}
        numbers = {code: number for code, cell in cells.items() if (number := number_of(cell)) is not None}
        if says_percent(head) or any(map(says_percent, cells.values())):
            return None
        values = named_values(numbers, head) if len(cells) - len(numbers) <= MOST_WRONG else None
        # Whole numbers from 1 to 9 in a column are the running number or ranks, not means.
        are_ranks = all(number == number.to_integral_value() and number < 10 for number in numbers.values())
        if values is None or (are_ranks and not says_mean(head)):
            return None
        values.sheet = self.sheet
        values.rows = rows.by_code
        values.bare = rows.bare
        for code, cell in cells.items():
            if code not in numbers:
                row = rows.by_code[code]
                said = f"“{text_of(cell)}” bukan nilai." if cell != "" else "nilai belum diisi."
                if (row, column) in self.sheet.broken:
                    said = self.sheet.why_broken(row, column)
                values.faults.append(Fault(self.sheet.place(row, column), said))
        for code, row in rows.doubled:
            again = number_of(self.sheet.cell(row, column))
            if again is not None and again != numbers.get(code):
                place = self.sheet.place(row, column)
                values.faults.append(Fault(place, f"{code} sudah ada di atas dengan nilai lain."))
        return values


def read_summary(sheet: Sheet, form: Form) -> Values | None:
    """A table with one row for each element, and a column of means, converted or weighted values.

    Where several columns may be meant, the others stand in ``others``.
    """
    sheet = stacked(sheet, form)
    table = QuestionTable(sheet, form)
    rows = table.rows_by_code(0, BEFORE)
    if len(rows.by_code) < FEWEST_ROWS:
        return None
    first = min(rows.by_code.values())
    if any(counts_five(sheet, row) for row in range(max(0, first - 3), first)):
        return None
    counting = {at for row in range(max(0, first - 3), first) for at in count_columns(sheet, row).values()}
    ranked: list[tuple[tuple[int, int], str, Values]] = []
    for column in range(1, max(len(sheet.rows[row]) for row in rows.by_code.values())):
        name = name_of(sheet, first, column)
        head = words(name)
        values = None if column in counting else table.column(rows, column, head)
        if values is not None:
            kind = 0 if values.weighted or _OTHER.search(head) else 1 if values.converted else 2
            likely = 0 if _NOT_MEAN.search(head) else 2 if _MEAN.search(head) else 1
            ranked.append(((kind, likely), name, values))
    if not ranked:
        return None
    best = max(rank for rank, _name, _values in ranked)
    alike = {name: values for rank, name, values in ranked if rank == best}
    chosen = next(iter(alike.values()))
    if any(values.means != chosen.means for values in alike.values()):
        chosen.others = alike
    return chosen


def name_of(sheet: Sheet, first: int, column: int) -> str:
    """What stands above the values of a column; ``first``: their first row."""
    shown = [text_of(sheet.cell(row, column)) for row in range(max(0, first - 3), first)]
    return " ".join(text for text in shown if text) or f"Kolom {letters(column)}"


def says_sum(head: str) -> bool:
    """Whether values that are called so, in small letters, are added up."""
    return _SUM.search(head) is not None or _SCORE.search(head) is not None


def named_values(numbers: dict[str, Decimal], head: str) -> Values | None:
    """What numbers can be by their range and by what they are called, in small letters."""
    values = values_of(numbers)
    if values is None or not values.converted:
        return values
    are_whole = all(number == number.to_integral_value() for number in numbers.values())
    if _SUM.search(head) or (_SCORE.search(head) and are_whole):
        return None
    if not _CONVERTED.search(head) and (are_whole or "skala" in head or not _MEAN.search(head)):
        values.unsure = head
    return values


def values_of(numbers: dict[str, Decimal]) -> Values | None:
    """What numbers can be by their range: means 1–4, converted 25–100, weighted up to 0.5; else nothing."""
    found = list(numbers.values())
    if not found:
        return None
    if all(0 < number <= WEIGHTED for number in found):
        return Values(weighted=True)
    if all(1 <= number <= 4 for number in found):
        return Values(means=numbers)
    if all(CONVERTED <= number <= 100 for number in found):
        return Values(means={code: number / 25 for code, number in numbers.items()}, converted=True)
    return None

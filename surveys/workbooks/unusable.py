"""Why a table that names the questions holds nothing that can be taken: the cell and the reason. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from surveys.instrument.form import Form
from surveys.workbooks.inquiry import Fault
from surveys.workbooks.rows.counting import counts_five, says_percent
from surveys.workbooks.rows.labels import leading, sum_label
from surveys.workbooks.rows.people import row_words
from surveys.workbooks.scales import STEPS, plain
from surveys.workbooks.sheets.cells import Cell, Sheet, number_of, text_of, words
from surveys.workbooks.tables import Heading
from surveys.workbooks.values import (
    BEFORE,
    CONVERTED,
    FEWEST_ROWS,
    QuestionTable,
    name_of,
    says_mean,
    says_sum,
)

_ANSWER = re.compile(r"^(?:jawaban|nilai|skor|opsi|pilihan|bobot) (?=[1-4]$)", re.ASCII)
FIRST_ROWS = 50
SEND = "Unggah nilai rata-rata (NRR) setiap unsur, atau jawaban responden."
PERCENT = f"berisi persentase, bukan nilai rata-rata unsur. {SEND}"
SUM = f"berisi jumlah, bukan nilai rata-rata unsur. {SEND}"
MIXED = f"berisi nilai 1–4 dan nilai 25–100 sekaligus. Samakan skalanya. {SEND}"
OTHER_SCALE = f"bukan nilai rata-rata unsur (1–4) dan bukan nilai konversi (25–100). {SEND}"
SIDEWAYS = (
    "Responden berjajar ke samping: setiap kolom satu responden. Tukar baris dan kolomnya di Excel (Salin, lalu Tempel "
    "Khusus, Transpose), lalu unggah lagi."
)
FIVE = f"Tabel ini menghitung lima pilihan jawaban, sedangkan kuesioner SKM mempunyai empat (1–4). {SEND}"
ACROSS = (
    "menghitung banyaknya setiap jawaban, sedangkan unsur berjajar ke samping. Tukar baris dan kolomnya di Excel "
    "(Salin, lalu Tempel Khusus, Transpose), sehingga setiap unsur satu baris, lalu unggah lagi."
)
BLANK = "Unsur ada, tetapi nilainya belum diisi. Isi nilai setiap unsur, lalu unggah lagi."


@dataclass(frozen=True, slots=True)
class _Column:
    """The cells of the questions in one column, by their rows, below what it is called."""

    sheet: Sheet
    at: int
    name: str
    cells: Mapping[int, Cell]

    @property
    def numbers(self) -> dict[int, Decimal]:
        return {row: number for row, cell in self.cells.items() if (number := number_of(cell)) is not None}

    @property
    def counts_rows(self) -> bool:
        return list(self.numbers.values()) == list(range(1, len(self.cells) + 1))

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What was most likely meant as the means comes last; of several alike, the column farthest to the left."""
        return says_mean(words(self.name)), len(self.numbers), -self.at

    def faults(self) -> list[Fault]:
        first = min(self.cells)
        numbers = self.numbers.values()
        said = ""
        if says_percent(self.name) or any(map(says_percent, self.cells.values())):
            said = PERCENT
        elif says_sum(words(self.name)) and all(number > 4 for number in numbers):
            said = SUM
        elif any(1 <= number <= 4 for number in numbers) and sum(number >= CONVERTED for number in numbers) > 1:
            said = MIXED
        elif not any(1 <= number <= 4 or CONVERTED <= number <= 100 for number in numbers):
            lowest, highest = (text_of(number).replace(".", ",") for number in (min(numbers), max(numbers)))
            said = f"berisi {lowest} sampai {highest}: {OTHER_SCALE}"
        if said:
            return [Fault(self.sheet.place(first, self.at), f"Kolom “{self.name}” {said}")]
        return [Fault(self.sheet.place(row, self.at), told) for row in self.cells if (told := self._wrong(row))]

    def _wrong(self, row: int) -> str:
        """What is wrong with one of the means, or nothing."""
        cell = self.cells[row]
        number = number_of(cell)
        if (row, self.at) in self.sheet.broken:
            return self.sheet.why_broken(row, self.at)
        if cell == "":
            return "nilai belum diisi."
        if number is None or not 1 <= number <= 4:
            return f"“{text_of(cell)[:60].replace('.', ',') if number else text_of(cell)[:60]}” bukan nilai 1–4."
        return ""


def why_no_row(heading: Heading) -> list[Fault]:
    """What is wrong with the first row of values below the questions; nothing where none holds a value."""
    sheet = heading.sheet
    columns = sorted(heading.meanings)
    for row in heading.rows[:FIRST_ROWS]:
        numbers = [number for column in columns if (number := number_of(sheet.cell(row, column))) is not None]
        if broken := [column for column in columns if (row, column) in sheet.broken]:
            return [Fault(sheet.place(row, column), sheet.why_broken(row, column)) for column in broken]
        if any(says_percent(cell) for cell in sheet.rows[row]):
            return [Fault(sheet.place(row, columns[0]), f"Baris {row + 1} {PERCENT}")]
        if 2 * len(numbers) >= len(columns):
            lowest, highest = (text_of(number).replace(".", ",") for number in (min(numbers), max(numbers)))
            said = f"Baris {row + 1} berisi {lowest} sampai {highest}: {OTHER_SCALE}"
            return [Fault(sheet.place(row, columns[0]), said)]
    return []


def counted_across(heading: Heading) -> list[Fault]:
    """Whether the only rows below the questions count how often each answer was given."""
    sheet = heading.sheet
    first = min(heading.meanings)
    told: dict[int, str] = {}
    most = Decimal(0)
    for row in heading.rows[:FIRST_ROWS]:
        numbers = [number for column in heading.meanings if (number := number_of(sheet.cell(row, column))) is not None]
        if 2 * len(numbers) >= len(heading.meanings) and not sum_label(sheet, row, first):
            told[row] = next(iter(leading(sheet, row, first)[::-1]), "")
            most = max(most, *numbers)
    scores = [_ANSWER.sub("", text) for text in told.values()]
    are_scores = sorted(scores) == ["1", "2", "3", "4"] and most > 4
    if first == 0 or not (are_scores or (len(told) == 4 and all(plain(text) in STEPS for text in scores))):
        return []
    rows = list(told)
    return [Fault(sheet.place(rows[0], first), f"Baris {row_words(rows)} {ACROSS}")]


def why_unusable(sheet: Sheet, form: Form) -> list[Fault]:
    """What is wrong with the values beside the questions of this sheet; nothing where it names too few of them."""
    rows = QuestionTable(sheet, form).rows_by_code(0, BEFORE).by_code
    if len(rows) < FEWEST_ROWS:
        return []
    first = min(rows.values())
    if any(counts_five(sheet, row) for row in range(max(0, first - 3), first)):
        return [Fault(sheet.place(first, 1), FIVE)]
    width = max(len(sheet.rows[row]) for row in rows.values())
    columns = [
        _Column(sheet, at, name_of(sheet, first, at), {row: sheet.cell(row, at) for row in rows.values()})
        for at in range(1, width)
    ]
    told = [column for column in columns if 2 * len(column.numbers) >= len(rows) and not column.counts_rows]
    answers = [column for column in told if all(number in {1, 2, 3, 4} for number in column.numbers.values())]
    if len(answers) >= FEWEST_ROWS:
        return [Fault(sheet.place(first, answers[0].at), SIDEWAYS)]
    if broken := [(row, at) for row, at in sorted(sheet.broken) if row in rows.values() and at > 0]:
        return [Fault(sheet.place(row, at), sheet.why_broken(row, at)) for row, at in broken]
    if not told:
        return [Fault(sheet.place(first, width), BLANK)]
    return max(told, key=lambda column: column.rank).faults()

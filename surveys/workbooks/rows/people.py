"""Which rows below a heading are respondents, and which somebody computed or wrote there. Pure.

A row of sums is one whose label says so and whose numbers behave so; whoever answered is a person, whatever the name.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from surveys.workbooks.rows.labels import begins_like_sum, is_sum, is_sum_word, is_surely_sum, leading, sum_label
from surveys.workbooks.rows.statistics import Columns
from surveys.workbooks.scales import is_missing, number_score
from surveys.workbooks.sheets.cells import Cell, Sheet, number_of, words
from surveys.workbooks.tables import Heading

MOST_LOOSE = 3
SAMPLE_ROWS = 200
_COUNTS_PEOPLE = re.compile(r"^$|\b(?:no|nomor|urut|id|kode|res|resp|responden|waktu|timestamp|tanggal|tgl|stempel)\b")


@dataclass(frozen=True, slots=True)
class People:
    """Rows by what they are. ``between``: computed ones above the last respondent, ``below``: and those under it.

    ``left_out``: rows that answer, below the others, which nothing marks as those of a respondent.
    """

    rows: Sequence[int]
    between: Sequence[int]
    below: Sequence[int]
    left_out: Sequence[int]

    @property
    def end(self) -> int:
        """The row behind the last respondent."""
        return self.rows[-1] + 1 if self.rows else 0

    def notes(self) -> list[str]:
        """What is to be told of rows that count for nobody."""
        told = []
        if self.between:
            told.append(
                f"{len(self.between)} baris hitungan di antara jawaban (jumlah, rata-rata, dan sejenisnya) dilewati: "
                f"baris {row_words(self.between)}."
            )
        if self.below:
            told.append(
                f"baris {row_words(self.below)} di bawah jawaban (jumlah, rata-rata, dan sejenisnya) bukan responden."
            )
        if self.left_out:
            told.append(
                f"baris {row_words(self.left_out)} di bawah jawaban tidak dihitung sebagai responden, karena "
                "tidak bernomor seperti baris lain atau terpisah oleh baris kosong."
            )
        return told


def row_words(rows: Sequence[int]) -> str:
    """Rows as people count them, those that follow each other as one range: ``3, 8–11``."""
    starts = [row for at, row in enumerate(rows) if not at or rows[at - 1] != row - 1]
    ends = [row for at, row in enumerate(rows) if at + 1 == len(rows) or rows[at + 1] != row + 1]
    return ", ".join(
        str(start + 1) if start == end else f"{start + 1}–{end + 1}" for start, end in zip(starts, ends, strict=True)
    )


def people_of(heading: Heading, columns: Mapping[str, int]) -> People:
    """Every respondent below the heading. ``columns``: the column of each question.

    Sums may stand between the answers, page by page: what is below them is read as long as it answers as the rows
    above do.
    """
    at = tuple(columns.values())
    table = _Table(heading.sheet, at, _Numbering.of(heading, at), _last_who_may_answer(heading, at))
    rows: list[int] = []
    computed: list[int] = []
    after: list[int] = []
    closed = False
    for row in heading.rows:
        if row in heading.repeats:
            closed = False
        elif table.is_computed(row, rows):
            computed.append(row)
            closed = True
        elif not closed:
            rows.append(row)
        elif table.answers(row):
            if table.is_numbered(row):
                rows.append(row)
            else:
                after.append(row)
        elif table.is_filled(row):
            computed.append(row)
    left_out = table.loose_end(rows)
    if table.numbering.column is None and len(after) > MOST_LOOSE:
        rows = sorted(rows + after)
    else:
        left_out = [*left_out, *after]
    rows = [row for row in rows if row not in left_out]
    last = rows[-1] if rows else heading.end - 1
    between = [row for row in computed if row < last]
    return People(rows, between, computed[len(between) :], left_out)


@dataclass(frozen=True, slots=True)
class _Numbering:
    """The column in which respondents have running numbers, days or words with a number; None where they have none.

    ``pure``: its heading and the others say that only numbers and days stand there, so that a word is none of a
    respondent; of an age or a telephone it may be.
    """

    column: int | None = None
    pure: bool = False

    @classmethod
    def of(cls, heading: Heading, columns: Sequence[int]) -> "_Numbering":
        sheet = heading.sheet
        answering = [row for row in heading.rows if _answers_any(sheet, row, columns)]
        for column in range(min(columns)):
            told = [words(sheet.cell(row, column)) for row in answering]
            counted = [text for text in told if is_counted(text)]
            if len(told) >= 3 and 5 * len(counted) >= 4 * len(told):
                digits = sum(text[0].isdigit() for text in counted) > len(counted) / 2
                return cls(column, digits and bool(_COUNTS_PEOPLE.search(heading.texts.get(column, ""))))
        return cls()


def _last_who_may_answer(heading: Heading, columns: Sequence[int]) -> int:
    first = min(columns)
    rows = (row for row in reversed(heading.rows) if _answers_any(heading.sheet, row, columns))
    return next((row for row in rows if not is_surely_sum(heading.sheet, row, first)), -1)


def _answers_any(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    """Whether anything is scored here, or at least half of the questions are answered by words."""
    cells = [sheet.cell(row, column) for column in columns]
    return any(map(number_score, cells)) or 2 * sum(not is_missing(cell) for cell in cells) >= len(cells)


@dataclass(slots=True)
class _Table:
    """The rows of one heading; ``seen``: what the respondents answered that were counted into it so far.

    ``last``: the last row that is no sum by its name; what is called *Rata-rata* below it is nobody, right or wrong.
    """

    sheet: Sheet
    columns: tuple[int, ...]
    numbering: _Numbering
    last: int
    seen: Columns = field(init=False)

    def __post_init__(self) -> None:
        self.seen = Columns(self.sheet, self.columns)

    def is_computed(self, row: int, people: Sequence[int]) -> bool:
        """Whether somebody computed this row; ``people``: the respondents above it."""
        first = min(self.columns)
        filled = {
            column: cell
            for column, cell in self._cells(row).items()
            if not is_missing(cell) and not (column == 0 and is_sum_word(words(cell)))
        }
        label = sum_label(self.sheet, row, first)
        if not filled:
            return bool(label) and not is_counted(leading(self.sheet, row, first)[0])
        whole = len(filled) == len(self.columns)
        if (
            (row > self.last and is_surely_sum(self.sheet, row, first))
            or self._is_worded(row)
            or (whole and all((number_of(cell) or 0) > 6 for cell in filled.values()))
        ):
            return True
        strange = sum(not is_answer(cell) for cell in filled.values())
        is_other = 2 * strange >= len(filled)
        is_called_sum = bool(label) and is_sum(self.sheet, row, first)
        is_other = is_other or (is_called_sum and 2 * len(filled) < len(self.columns))
        numbered = self.is_numbered(row)
        lacks_number = self.numbering.column is not None and not numbered
        if lacks_number and (is_other or (is_called_sum and self.numbering.pure)):
            return True
        if is_other and label and (not numbered or (is_called_sum and strange)):
            return True
        return (is_other or is_called_sum) and self._repeats(filled, people)

    def _repeats(self, filled: Mapping[int, Cell], people: Sequence[int]) -> bool:
        """Whether the row's numbers are means, sums or the like of all people above it."""
        if any(number_of(cell) is None for cell in filled.values()):
            # Grades below numbers: B, Baik.
            texts = all(number_of(cell) is None for cell in filled.values())
            return texts and bool(people) and all(number_of(cell) is not None for cell in self._answers(people[0]))
        self.seen.add(people[self.seen.rows :])
        return self.seen.repeated_by(filled)

    def _is_worded(self, row: int) -> bool:
        """Whether a word stands where respondents have their number."""
        if self.numbering.column is None or not self.numbering.pure:
            return False
        told = words(self.sheet.cell(row, self.numbering.column))
        return told != "" and (told.startswith("(") or not any(sign.isdigit() for sign in told))

    def is_numbered(self, row: int) -> bool:
        column = self.numbering.column
        told = "" if column is None else words(self.sheet.cell(row, column))
        return is_counted(told) and not begins_like_sum(told)

    def is_filled(self, row: int) -> bool:
        """Whether something stands under at least half of the questions."""
        return 2 * len(self._answers(row)) >= len(self.columns)

    def answers(self, row: int) -> bool:
        """Whether at least half of the questions are answered, and none with anything else."""
        return self.is_filled(row) and all(map(is_answer, self._answers(row)))

    def loose_end(self, rows: Sequence[int]) -> list[int]:
        """The few last rows that lack what all others have before their answers, or else stand behind a blank row.

        Such are sums and maxima that nobody gave a name; whose answers are no such numbers is a person.
        """
        first = min(self.columns)
        answering = [row for row in rows if self._answers(row)]
        marked = [row for row in answering if any(cell != "" for cell in self.sheet.rows[row][:first])]
        blank = [row for row in rows if not self.sheet.rows[row] and answering and row < answering[-1]]
        last = max(marked or blank, default=len(self.sheet.rows))
        loose = [row for row in answering if row > last]
        others_are_marked = not marked or len(marked) + len(loose) == len(answering)
        if not others_are_marked or len(loose) > MOST_LOOSE or 2 * len(loose) >= len(answering):
            return []
        others = Columns(self.sheet, self.columns)
        others.add(answering[: len(answering) - len(loose)])
        return [row for row in loose if not self.answers(row) or others.repeated_by(self._cells(row))]

    def _cells(self, row: int) -> dict[int, Cell]:
        return {column: self.sheet.cell(row, column) for column in self.columns}

    def _answers(self, row: int) -> list[Cell]:
        return [cell for column in self.columns if not is_missing(cell := self.sheet.cell(row, column))]


def is_answer(cell: Cell) -> bool:
    """A number from 1 to 4, or words."""
    return number_score(cell) is not None or number_of(cell) is None


def is_counted(text: str) -> bool:
    """Whether this is a running number or a day, as respondents' rows begin with."""
    return number_of(text) is not None or text[:2].isdigit() or text[-1:].isdigit()


def is_only_numbered(cells: Iterable[Cell]) -> bool:
    """Whether nothing but a running number stands in a row, as in a form that was not filled in to its end."""
    filled = [cell for cell in cells if cell != ""]
    return not filled or (len(filled) == 1 and number_of(filled[0]) is not None)


def has_answers(heading: Heading) -> bool:
    """Whether what stands below are whole answers or words, and not values that somebody computed.

    Rows that tell how many answered are results of services, whole numbers or not.
    """
    if any("jumlah responden" in text for text in heading.texts.values()):
        return False
    answers = 0
    values = 0
    sheet = heading.sheet
    first = min(heading.meanings)
    for row in heading.rows[:SAMPLE_ROWS]:
        if is_sum(sheet, row, first) or (
            sum_label(sheet, row, first)
            and not all(
                is_missing(cell) or is_answer(cell) for cell in (sheet.cell(row, at) for at in heading.meanings)
            )
        ):
            continue
        for column in heading.meanings:
            cell = sheet.cell(row, column)
            number = number_of(cell)
            if (row, column) in sheet.broken or (number is None and not is_missing(cell)):
                answers += 1
            elif number is not None and number != 0:
                whole = number == number.to_integral_value() and 1 <= number <= 10
                answers += whole
                values += not whole
    return answers > values

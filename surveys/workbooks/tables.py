"""Where in a sheet a table begins: its heading of up to three rows, and what each column asks. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from surveys.instrument.form import Form
from surveys.workbooks.headings import Meaning, Strength, meaning_of
from surveys.workbooks.sheets.cells import Sheet, letters, number_of, text_of, words

FEWEST = 5
"""So many columns of one row must be known for it to be a heading."""
FEW = 2
"""So many, where several tables hold a part of the questions each."""
MOST_TRIED = 400
"""So many texts at most are looked at for such tables: where people wrote freely, there are thousands."""
HEADING_ROWS = 3
_USUAL_WORDS = {"saran", "masukan", "layanan", "pelayanan", "petugas"}
_TO_SEVEN = [str(number) for number in range(1, 8)]
_ONE = frozenset(("1", Decimal(1)))
_SEVEN = frozenset(("7", Decimal(7)))


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one table: its rows (first and behind the last), and the text above each column.

    ``until``: the row at which another table begins, if one does; ``repeats``: rows below that say the same again.
    ``parts``: tables with a part of the questions each, of which ``sheet`` was put together.
    """

    sheet: Sheet
    top: int
    end: int
    texts: dict[int, str]
    shown: dict[int, str]
    meanings: dict[int, Meaning]
    until: int | None = None
    repeats: frozenset[int] = frozenset()
    parts: "tuple[Heading, ...]" = ()

    @property
    def origin(self) -> Sheet:
        """The sheet of the file."""
        return self.parts[0].sheet if self.parts else self.sheet

    @property
    def rows(self) -> range:
        """The rows below, in which answers may stand."""
        return range(self.end, len(self.sheet.rows) if self.until is None else self.until)

    @property
    def place(self) -> str:
        first = min(self.meanings)
        return f"Lembar {self.sheet.name}, {letters(first)}{self.end}"


def headings_of(sheets: Sequence[Sheet], forms: Sequence[Form]) -> dict[str, list[Heading]]:
    """By the key of a questionnaire, every heading under which answers to it may stand, from above."""
    likely = [_likely_rows(sheet, forms) for sheet in sheets]
    return {
        form.key: [
            heading for sheet, rows in zip(sheets, likely, strict=True) for heading in _headings(sheet, form, rows)
        ]
        for form in forms
    }


def _headings(sheet: Sheet, form: Form, likely: frozenset[int]) -> list[Heading]:
    """Those of one sheet; where none has all questions, tables that hold a part each are put together."""
    found = list(_Search(sheet, form, likely, FEWEST).headings())
    if any(len(_asked(heading, form)) == len(form.codes) for heading in found):
        return found
    return put_together(list(_Search(sheet, form, likely, FEW).headings()), form) or found


def _likely_rows(sheet: Sheet, forms: Sequence[Form]) -> frozenset[int]:
    """The rows that may be a heading of any of these questionnaires, or of a part of one.

    Cheap, because it is asked of every row: a text is looked at once, and let go as soon as it is found to be none.
    """
    hint = _hint(forms)
    texts = {cell for row in sheet.rows for cell in row if isinstance(cell, str)}
    left = {text for text in texts if hint.search(text.casefold())}
    likely = set()
    tried = 0
    for at, row in enumerate(sheet.rows):
        hits = left.intersection(row)
        if len(hits) >= FEWEST or (len(hits) >= FEW and tried < MOST_TRIED):
            known = {text for text in hits if any(_is_known(text, form) for form in forms)}
            tried += len(hits)
            left -= hits - known
            if len(known) >= FEW:
                likely.add(at)
        if _sequence(sheet, at) is not None:
            likely.add(at)
    return frozenset(likely)


def _hint(forms: Sequence[Form]) -> re.Pattern[str]:
    """Codes, and the longer words of names and questions: what many cells of a heading hold and others seldom do."""
    names = [name for form in forms for several in form.names.values() for name in several]
    told = [*names, *(question.text for form in forms for question in form.questions)]
    longer = {word for word in re.findall(r"[a-z]+", " ".join(told).casefold()) if len(word) > 4} - _USUAL_WORDS
    code = r"(?:^|\[)\W*(?:[upqvx]|unsur|pertanyaan|butir|soal|no)[ .\-_]{0,2}\d"
    return re.compile("|".join([code, *sorted(longer)]))


def _is_known(text: str, form: Form) -> bool:
    return number_of(text) is None and meaning_of(_heading_words(text), form) is not None


def apart(tables: Sequence[Heading]) -> list[Heading]:
    """Headings from above, each with its own rows; one that only says the same on the next page is no other table."""
    found: list[Heading] = []
    for heading in tables:
        before = found.pop() if found and found[-1].sheet is heading.sheet else None
        if before is None:
            found.append(heading)
        elif _goes_on(before, heading):
            found.append(replace(before, repeats=before.repeats | set(range(heading.top, heading.end))))
        else:
            found += [replace(before, until=heading.top), heading]
    return found


def _goes_on(before: Heading, heading: Heading) -> bool:
    """Whether the same heading stands again without a title above it, and without numbers that begin again."""
    sheet = heading.sheet
    above = next((sheet.rows[row] for row in range(heading.top - 1, before.end - 1, -1) if sheet.rows[row]), [])
    filled = [cell for cell in above if cell != ""]
    is_title = len(filled) == 1 and number_of(filled[0]) is None
    starts = [next((row for row in sheet.rows[at.end : at.end + 2] if row), [])[:1] for at in (before, heading)]
    begins_again = starts[0] == starts[1] and bool(starts[0]) and 0 not in heading.meanings
    return before.texts == heading.texts and not is_title and not begins_again


class _Search:
    """The search for the headings of a questionnaire in one sheet, among its ``likely`` rows."""

    def __init__(self, sheet: Sheet, form: Form, likely: frozenset[int], fewest: int) -> None:
        self._sheet = sheet
        self._fewest = fewest
        self._form = form
        self._likely = likely
        self._width = max(map(len, sheet.rows), default=0)

    def headings(self) -> Iterator[Heading]:
        end = 0
        for row in sorted(self._likely):
            if row >= end and self._is_heading(row):
                last = row
                while last - row + 1 < HEADING_ROWS and self._is_heading(last + 1):
                    last += 1
                end = last + 1
                yield self.heading(row, last)

    def _is_heading(self, row: int) -> bool:
        if row not in self._likely:
            return False
        known = sum(isinstance(cell, str) and _is_known(cell, self._form) for cell in self._sheet.rows[row])
        return known >= self._fewest or _sequence(self._sheet, row) is not None

    def heading(self, top: int, last: int) -> Heading:
        """With rows above that only group columns (merged cells), as “NILAI UNSUR PELAYANAN” over U1 … U9, and rows
        below that only part them.
        """
        sheet = self._sheet
        above = top
        while above > 0 and top - above < HEADING_ROWS - 1 and self._groups_columns(above - 1):
            above -= 1
        numbered = last
        start = _sequence(sheet, numbered)
        while last + 1 < len(sheet.rows) and last - top + 1 < HEADING_ROWS and _parts_columns(sheet, above, last + 1):
            last += 1
        spread = {row: _spread(sheet, row) for row in range(above, last + 1)}
        texts: dict[int, str] = {}
        shown: dict[int, str] = {}
        meanings: dict[int, Meaning] = {}
        for column in range(self._width):
            parts = [spread[row].get(column, "") for row in range(above, last + 1)]
            told = [part for at, part in enumerate(parts) if part and part not in parts[:at]]
            shown[column] = " ".join(told)
            texts[column] = _heading_words(" ".join(told))
            meaning = self._strongest([*map(_heading_words, told), texts[column]])
            number = text_of(sheet.cell(numbered, column))
            if meaning is None and start is not None and column >= start and number.isdigit():
                meaning = Meaning(Strength.CODE, number=int(number))
            asks_importance = "kepentingan" in texts[column] or "harapan" in texts[column]
            if meaning is not None and not asks_importance:
                meanings[column] = meaning
        return Heading(sheet, above, last + 1, texts, shown, meanings)

    def _groups_columns(self, row: int) -> bool:
        """Whether this row belongs to the heading below it, and is no title.

        Then cells of it span several columns, or they stand where the row below is blank, as in files without merging.
        """
        wide = [area for area in self._sheet.merged if area[0] <= row <= area[2] and area[3] > area[1]]
        filled = {column: cell for column, cell in enumerate(self._sheet.rows[row]) if cell != ""}
        alone = [column for column in filled if self._sheet.cell(row + 1, column) == ""]
        completes = len(alone) >= 2 and all(number_of(cell) is None for cell in filled.values())
        return len(filled) >= 2 and (completes or any(area[0] == row for area in wide))

    def _strongest(self, texts: Iterable[str]) -> Meaning | None:
        known = [meaning for text in texts if (meaning := meaning_of(text, self._form)) is not None]
        return max(known, key=lambda meaning: meaning.strength, default=None)


def _parts_columns(sheet: Sheet, above: int, row: int) -> bool:
    """Whether this row only says what stands below wide cells of the rows from ``above`` on: *Sebelum*, *Sesudah*.

    Or what stands in columns of which these rows say nothing: *Nama*, *Layanan*, below the codes of questions.
    """
    wide = [area for area in sheet.merged if above <= area[0] <= area[2] == row - 1 and area[3] > area[1]]
    below = {column for area in wide for column in range(area[1], area[3] + 1)}
    filled = {column: cell for column, cell in enumerate(sheet.rows[row]) if cell != ""}
    silent = {column for column in filled if all(sheet.cell(at, column) == "" for at in range(above, row))}
    told = filled.keys() <= below or (len(filled) >= 2 and filled.keys() == silent)
    return bool(filled) and told and all(number_of(cell) is None for cell in filled.values())


def _sequence(sheet: Sheet, row: int) -> int | None:
    """The column in which bare numbers begin to count from 1, at least to 7: headings without a letter."""
    cells = sheet.rows[row]
    if _SEVEN.isdisjoint(cells) or _ONE.isdisjoint(cells):
        return None
    starts = [at for at in range(len(cells) - 6) if cells[at] in _ONE and cells[at + 6] in _SEVEN]
    texts = [text_of(cell) for cell in cells] if starts else []
    for start in starts:
        if texts[start : start + 7] == _TO_SEVEN:
            return start
    return None


def _heading_words(text: str) -> str:
    """As programs export it, too: ``JENIS_LAYANAN``."""
    return words(text.replace("_", " "))


def _spread(sheet: Sheet, row: int) -> dict[int, str]:
    """The texts of a row of the heading by column; a merged cell says the same over all of its columns."""
    texts = {column: text_of(cell) for column, cell in enumerate(sheet.rows[row]) if cell != ""}
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and top < len(sheet.rows) and left < len(sheet.rows[top]):
            told = text_of(sheet.rows[top][left])
            texts |= dict.fromkeys(range(left, right + 1), told) if told else {}
    return texts


def numbers_of(form: Form) -> dict[int, str]:
    """The question of each number, as the form counts; of two parts the first, to which a column adds its A or B."""
    if len(form.codes) <= len(form.names):
        return dict(enumerate(form.codes, 1))
    numbers: dict[int, str] = {}
    for code in form.codes:
        numbers.setdefault(int("".join(sign for sign in code if sign.isdigit())), code)
    return numbers


def _asked(heading: Heading, form: Form) -> set[str]:
    return set(columns_by_code(heading, form.codes, numbers_of(form)))


def put_together(tables: Sequence[Heading], form: Form) -> list[Heading]:
    """Each run of tables that together ask every question once, as one; none where these are not all tables."""
    found: list[Heading] = []
    run: list[Heading] = []
    asked: set[str] = set()
    for at, table in enumerate(tables):
        own = _asked(table, form)
        if len(own) < FEW or own & asked:
            return []
        run.append(table)
        asked |= own
        if len(asked) == len(form.codes):
            after = tables[at + 1 :]
            whole = _joined(run, after[0].top if after else len(table.sheet.rows))
            if whole is None:
                return []
            found.append(whole)
            run = []
            asked = set()
    return [] if run else found


def _joined(parts: Sequence[Heading], end: int) -> Heading | None:
    """The first table with the columns of the others at its right, row by row; None where the rows do not fit.

    ``end``: the row behind the last of them.
    """
    first = parts[0]
    sheet = first.sheet
    ends = [*(part.top for part in parts[1:]), end]
    rows_of = [_labelled(part, until) for part, until in zip(parts, ends, strict=True)]
    names = [
        {key: row for key, row in own.items() if _answers(part, row)} for part, own in zip(parts, rows_of, strict=True)
    ]
    pairs = [_pairs(rows_of[0], names[0], other) for other in names[1:]]
    if not names[0] or any(pair is None for pair in pairs):
        return None
    last = max(row for pair in (names[0].values(), *pairs) for row in pair or ())
    rows = [list(row) for row in sheet.rows[: last + 1]]
    joined = replace(first, texts=dict(first.texts), shown=dict(first.shown), meanings=dict(first.meanings))
    moved: dict[tuple[int, int], tuple[int, int]] = {}
    for part, pair in zip(parts[1:], pairs, strict=True):
        width = max(map(len, rows))
        for row, other in (pair or {}).items():
            cells = sheet.rows[other]
            rows[row] += [*[""] * (width - len(rows[row])), *cells]
            moved |= {(row, width + column): (other, column) for column in range(len(cells))}
        joined.texts.update({width + column: text for column, text in part.texts.items()})
        joined.shown.update({width + column: text for column, text in part.shown.items()})
        joined.meanings.update({width + column: meaning for column, meaning in part.meanings.items()})
    broken = {place: sheet.broken[at] for place, at in moved.items() if at in sheet.broken}
    whole = replace(sheet, rows=rows, broken={**sheet.broken, **broken}, moved=moved)
    return replace(joined, sheet=whole, parts=tuple(parts))


def _labelled(part: Heading, until: int) -> dict[tuple[str, int], int]:
    """The rows that have a name or answer anything, by what they are called, the first of that name with 0."""
    sheet = part.sheet
    times: Counter[str] = Counter()
    rows = {}
    for row in range(part.end, until):
        label = next((words(cell) for cell in sheet.rows[row][: min(part.meanings)] if cell != ""), "")
        if label or _answers(part, row):
            rows[label, times[label]] = row
            times[label] += 1
    return rows


def _answers(part: Heading, row: int) -> bool:
    return any(part.sheet.cell(row, column) != "" for column in part.meanings)


Named = Mapping[tuple[str, int], int]


def _pairs(named: Named, answering: Named, others: Named) -> dict[int, int] | None:
    """Rows that answer in another table (``others``), by the row of the same name in the first, or of the same place.

    ``named``: all rows of the first; ``answering``: those of them that answer. None where neither fits.
    """
    if 2 * len(answering.keys() & others.keys()) >= max(len(answering), len(others)) and others.keys() <= named.keys():
        return {named[key]: row for key, row in others.items()}
    is_alike = len(answering) == len(others)
    return dict(zip(answering.values(), others.values(), strict=True)) if is_alike else None


def columns_by_code(heading: Heading, codes: Sequence[str], numbers: dict[int, str]) -> dict[str, list[int]]:
    """Question code to the columns that ask it. ``numbers``: the code of each bare number."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, meaning in sorted(heading.meanings.items()):
        code = meaning.code or numbers.get(meaning.number, "")
        # A number with two questions stands for the first of them.
        whole = f"{code.rstrip('AB')}{meaning.part.upper()}"
        if meaning.part and whole in codes:
            code = whole
        if code in codes:
            columns[code].append(column)
    return dict(columns)

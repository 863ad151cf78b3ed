"""One row for each respondent: the answers below a heading, until somebody's sums begin. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Self

from offices.invisible import alike
from surveys.ikm import NO_ANSWER
from surveys.instrument.form import Form
from surveys.respondents.spelling import most_telling
from surveys.workbooks.inquiry import Fault
from surveys.workbooks.rows.people import People, is_only_numbered, people_of
from surveys.workbooks.rows.printed import MOST_ROWS, Printed, printed_below, printed_index
from surveys.workbooks.scales import OWN, STRANGE, free_words, is_missing, number_score, plain, scores_of
from surveys.workbooks.sheets.cells import Cell, Sheet, number_of, quoted, text_of
from surveys.workbooks.tables import Heading

NOT_PAID = "x"


@dataclass
class Answers:
    """Sums and counts by question code, once they are tallied.

    ``rows``: respondents with at least one answer, ``empty_rows``: without any.

    ``printed``: the file's own sums, means and index. ``falling``: no respondent is happier than the one before,
    ``level``: none is less happy. ``services``: respondents of each; ``total_at`` and so on: by service and code.
    ``profile``: respondents by margin and class. ``sheets``: each respondent's service and scores, one sign for each
    question of the form: a score, NO_ANSWER or NOT_PAID. ``written``: how often each text stands in the
    columns of suggestions.
    """

    rows: int = 0
    empty_rows: int = 0
    hidden: int = 0
    total: Counter[str] = field(default_factory=Counter)
    count: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    services: Counter[str] = field(default_factory=Counter)
    total_at: Counter[tuple[str, str]] = field(default_factory=Counter)
    count_at: Counter[tuple[str, str]] = field(default_factory=Counter)
    profile: Counter[tuple[str, str]] = field(default_factory=Counter)
    sheets: list[tuple[str, str]] = field(default_factory=list)
    written: Counter[str] = field(default_factory=Counter)
    printed: Printed = field(default_factory=Printed)
    faults: list[Fault] = field(default_factory=list)
    falling: bool = True
    level: bool = True

    def tally(self, codes: Sequence[str]) -> None:
        """Count what all people answered; ``codes``: the questions in the order of the form."""
        for counter in (self.total, self.count, self.missing, self.total_at, self.count_at):
            counter.clear()
        by_service: dict[str, list[str]] = {}
        for service, signs in self.sheets:
            by_service.setdefault(service, []).append(signs)
        for service, rows in by_service.items():
            for code, column in zip(codes, zip(*rows, strict=True), strict=True):
                given = {sign: number for sign, number in Counter(column).items() if sign.isdigit()}
                count = sum(given.values())
                total = sum(int(sign) * number for sign, number in given.items())
                self.count[code] += count
                self.total[code] += total
                self.missing[code] += len(rows) - count
                if count:
                    self.count_at[service, code] = count
                    self.total_at[service, code] = total

    def settle_cost(self, place: int, *, free: str) -> None:
        """Count as Gratis (4) what these signs stand for in the question on costs, and nothing else that is not paid.

        ``place``: that of the question in the form. The answers are to be tallied again.
        """
        settled = {NOT_PAID: NO_ANSWER} | dict.fromkeys(free, "4")
        self.sheets = [
            (service, f"{signs[:place]}{settled.get(signs[place], signs[place])}{signs[place + 1 :]}")
            for service, signs in self.sheets
        ]

    def mean(self, code: str) -> Fraction:
        return Fraction(self.total[code], self.count[code])

    def means_at(self, service: str) -> dict[str, Fraction]:
        """The mean of each question that somebody answered who used this service."""
        return {
            code: Fraction(self.total_at[name, code], count)
            for (name, code), count in self.count_at.items()
            if name == service
        }

    def add(self, other: Self) -> None:
        """The answers of another file to the same questions."""
        self.rows += other.rows
        self.empty_rows += other.empty_rows
        self.hidden += other.hidden
        self.services.update(other.services)
        self.profile.update(other.profile)
        self.sheets += other.sheets
        self.written.update(other.written)


@dataclass(frozen=True, slots=True)
class Aside:
    """What is read beside the answers: the column of the service, or the one ``service`` of all rows.

    ``profile``: the columns that tell each margin of the respondents' profile; ``written``: those of suggestions.
    """

    service_column: int | None = None
    service: str = ""
    profile: Mapping[str, Sequence[int]] = field(default_factory=dict)
    written: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of respondents below a heading and what each column asks, before it is known how its words score.

    ``free``: words that say of the question on ``cost`` that nothing is paid. ``said``: how often each other text
    answers a question.
    """

    heading: Heading
    form: Form
    columns: Mapping[str, int]
    aside: Aside
    people: People
    cost: str
    free: frozenset[str]
    said: Mapping[str, Mapping[str, int]]


def block_of(heading: Heading, columns: Mapping[str, int], form: Form, aside: Aside) -> Block:
    """Every respondent below the heading. ``columns``: the column of each question."""
    people = people_of(heading, columns)
    cost = form.code_of_cost
    free = next((free_words(question) for question in form.questions if question.code == cost), frozenset())
    said = {
        code: _said(heading, column, people.rows, free if code == cost else frozenset())
        for code, column in columns.items()
    }
    return Block(heading, form, columns, aside, people, cost, free, said)


@dataclass(frozen=True, slots=True)
class _Scored:
    """A block with the score of each word of each question, all of one ``scale``."""

    block: Block
    scale: Mapping[str, int]
    scores: Mapping[str, Mapping[str, int]]
    codes: Sequence[str]


def read_answers(block: Block, scale: Mapping[str, int], spelled: dict[str, str]) -> Answers:
    """What the respondents answered.

    ``scale``: one of possible_scales, for all files alike; ``spelled``: how services were spelled first, in all files.
    """
    heading = block.heading
    columns = block.columns
    questions = {question.code: question for question in block.form.questions}
    scores = {code: scores_of(questions[code], block.said[code], scale) for code in columns}
    scored = _Scored(block, scale, scores, block.form.codes)
    aside = block.aside
    answers = Answers()
    previous = None
    numbered = 0
    classes = _Classes(heading.sheet, aside.profile)
    service_of = _services(heading.sheet, aside.service_column)
    for row in block.people.rows:
        told = aside.service or service_of(row)
        if told not in spelled:
            spelled[told] = spelled.setdefault(alike(told), told)
        name = spelled[told]
        total = _read_row(scored, row, answers, name)
        if total is None:
            numbered += is_only_numbered(heading.sheet.rows[row]) and any(heading.sheet.rows[row])
            continue
        # A number without answers is told where somebody answered below it; a form is not filled in to its end.
        answers.empty_rows += numbered
        numbered = 0
        answers.falling = answers.falling and (previous is None or total <= previous)
        answers.level = answers.level and (previous is None or total == previous)
        previous = total
        for told_class in classes.of(row):
            answers.profile[told_class] += 1
        for column in aside.written:
            answers.written[text_of(heading.sheet.cell(row, column))] += 1
        if name:
            answers.services[name] += 1
    answers.printed = printed_below(heading.sheet, block.people.below, columns)
    answers.printed.by_page = bool(block.people.between)
    answers.printed.index = printed_index(heading.sheet, heading.rows[block.people.end - heading.end :][:MOST_ROWS])
    return answers


@dataclass(frozen=True, slots=True)
class _Classes:
    """The classes of each respondent; ``known``: what was told already, for most tell the same."""

    sheet: Sheet
    columns: Mapping[str, Sequence[int]]
    known: dict[tuple[str, ...], str] = field(default_factory=dict)

    def of(self, row: int) -> Iterator[tuple[str, str]]:
        for margin, columns in self.columns.items():
            told = [text_of(self.sheet.cell(row, column)) for column in columns]
            key = (margin, *told)
            if key not in self.known:
                self.known[key] = most_telling(margin, told)
            yield margin, self.known[key]


def _read_row(scored: _Scored, row: int, answers: Answers, service: str) -> int | None:
    """The sum of one respondent's scores; None of a row without any answer, which counts for nobody."""
    block = scored.block
    sheet = block.heading.sheet
    cells = {code: sheet.cell(row, column) for code, column in block.columns.items()}
    broken = bool(sheet.broken) and any((row, column) in sheet.broken for column in block.columns.values())
    unpaid = block.cost if plain(cells.get(block.cost, "")) in block.free else ""
    if not broken and all(is_missing(cell) or code == unpaid for code, cell in cells.items()):
        answers.empty_rows += not is_only_numbered(sheet.rows[row])
        return None
    total = 0
    signs = dict.fromkeys(scored.codes, NO_ANSWER)
    for code, cell in cells.items():
        if code == unpaid:
            signs[code] = NOT_PAID
        elif (score := _score(scored, row, code, cell, answers.faults)) is not None:
            signs[code] = str(score)
            total += score
    answers.rows += 1
    answers.sheets.append((service, "".join(signs.values())))
    answers.hidden += row in sheet.hidden
    return total


def _services(sheet: Sheet, column: int | None) -> Callable[[int], str]:
    """What names the service of each row; a cell that was merged over several rows names it for all of them."""
    if column is None:
        return lambda _row: ""
    tops = {
        row: top
        for top, left, bottom, right in sheet.merged
        if left <= column <= right
        for row in range(top, min(bottom + 1, len(sheet.rows)))
    }
    return lambda row: " ".join(text_of(sheet.cell(tops.get(row, row), column)).split())


def _said(heading: Heading, column: int, rows: Iterable[int], free: frozenset[str]) -> Counter[str]:
    """How often each text answers one column, but for numbers and for what says that nothing is paid."""
    said = Counter(cell for row in rows if isinstance(cell := heading.sheet.cell(row, column), str))
    return Counter(
        {
            text: count
            for text, count in said.items()
            if not is_missing(text)
            and number_score(text) is None
            and number_of(text) is None
            and plain(text) not in free
        }
    )


def _score(scored: _Scored, row: int, code: str, cell: Cell, faults: list[Fault]) -> int | None:
    """What a cell scores; None of one without an answer, and of one that is noted as a fault."""
    sheet = scored.block.heading.sheet
    column = scored.block.columns[code]
    if sheet.broken and (row, column) in sheet.broken:
        faults.append(Fault(sheet.place(row, column), sheet.why_broken(row, column, "1–4")))
        return None
    if is_missing(cell):
        return None
    score = scored.scores[code].get(plain(cell)) if isinstance(cell, str) else None
    if score == STRANGE:
        others = " dan ".join(f"“{step}”" for step in scored.scale or OWN)
        faults.append(
            Fault(sheet.place(row, column), f"“{text_of(cell)[:60]}” tidak sejalan dengan {others} dalam sel lain.")
        )
        return None
    if score is None:
        score = number_score(cell)
    if score is None:
        said = f"{quoted(cell)} persentase," if "%" in text_of(cell) else quoted(cell)
        faults.append(Fault(sheet.place(row, column), f"{said} bukan 1–4."))
    return score

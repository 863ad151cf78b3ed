"""What is published of a table is solved as an attacker would: no hidden count follows from the rest."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from surveys.profiles import DISABILITY, SEX
from surveys.respondents.disclosure import FEWEST, hidden_cells, hidden_classes, printed_counts
from tests.mass import examples

COUNTS = st.integers(0, 12) | st.integers(0, 3)
MARGINS = st.lists(COUNTS, min_size=1, max_size=8)


@st.composite
def tables(draw):
    width = draw(st.integers(2, 4))
    return draw(st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=2, max_size=3))


# --- The solver: it knows sums, what is shown, and that what is hidden is of somebody


def solution(equations, bounds):
    """Whole numbers within bounds that satisfy all sums ``(cells with signs, total)``, or None: narrow, then try."""
    bounds = dict(bounds)
    if not narrowed(equations, bounds):
        return None
    open_cells = [cell for cell, (low, high) in bounds.items() if low < high]
    if not open_cells:
        return {cell: low for cell, (low, _high) in bounds.items()}
    cell = min(open_cells, key=lambda each: bounds[each][1] - bounds[each][0])
    low, high = bounds[cell]
    for value in range(low, high + 1):
        found = solution(equations, bounds | {cell: (value, value)})
        if found is not None:
            return found
    return None


def narrowed(equations, bounds):
    changed = True
    while changed:
        changed = False
        for terms, total in equations:
            for cell, sign in terms:
                rest = [(bounds[other], mark) for other, mark in terms if other != cell]
                least = total - sum(high if mark > 0 else -low for (low, high), mark in rest)
                most = total - sum(low if mark > 0 else -high for (low, high), mark in rest)
                new = (least, most) if sign > 0 else (-most, -least)
                low, high = max(bounds[cell][0], new[0]), min(bounds[cell][1], new[1])
                if low > high:
                    return False
                if (low, high) != bounds[cell]:
                    bounds[cell] = (low, high)
                    changed = True
    return True


def recovered(equations, truth, hidden):
    """The hidden cells that have one value only in all that agrees with what is published."""
    most = sum(truth.values())
    bounds = {cell: (1, most) if cell in hidden else (count, count) for cell, count in truth.items()}
    found = []
    for cell in hidden:
        low, high = truth[cell] - 1, truth[cell] + 1
        below = low >= 1 and solution(equations, bounds | {cell: (1, low)})
        above = solution(equations, bounds | {cell: (high, most)}) if high <= most else None
        if not below and not above:
            found.append(cell)
    return found


def sums_of(table):
    """Every cell and sum, and the sums as equations; the sum of all is known."""
    rows, columns = range(len(table)), range(len(table[0]))
    truth = {(row, column): table[row][column] for row, column in product(rows, columns)}
    truth |= {("row", row): sum(table[row]) for row in rows}
    truth |= {("column", column): sum(table[row][column] for row in rows) for column in columns}
    whole = sum(map(sum, table))
    equations = [([((row, c), 1) for c in columns] + [(("row", row), -1)], 0) for row in rows]
    equations += [([((r, column), 1) for r in rows] + [(("column", column), -1)], 0) for column in columns]
    equations += [([(("row", row), 1) for row in rows], whole), ([(("column", c), 1) for c in columns], whole)]
    return truth, equations


def test_the_solver_recovers_what_a_single_hidden_cell_gives_away():
    truth, equations = sums_of([[1, 9], [7, 8]])
    assert recovered(equations, truth, {(0, 0)}) == [(0, 0)]
    assert recovered(equations, truth, set(product(range(2), range(2)))) == []


# --- Plain margins


@settings(deadline=None)
@given(MARGINS)
def test_no_count_of_a_margin_is_recovered(counts):
    hidden = hidden_classes(counts)
    assume(hidden is not None)
    truth = dict(enumerate(counts))
    assert {at for at, count in truth.items() if 0 < count < FEWEST} <= hidden
    assert recovered([([(at, 1) for at in truth], sum(counts))], truth, hidden) == []
    assert not hidden or sum(counts[at] for at in hidden) >= FEWEST
    assert all(counts[at] for at in hidden)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([60, 50], []),
        ([60, 50, 0], []),
        ([107, 3, 0, 0], [0, 1]),
        ([100, 3, 7, 0], [1, 2]),
        ([100, 3, 4, 20], [1, 2]),
        ([100, 2, 3], [1, 2]),
        ([100, 2, 2, 9], [1, 2, 3]),
        ([100, 1, 1, 20], [1, 2, 3]),
        ([50, 1, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5]),
        ([5, 5], []),
    ],
)
def test_as_few_classes_are_hidden_as_it_takes(counts, hidden):
    assert hidden_classes(counts) == set(hidden)


@pytest.mark.parametrize("counts", [[3], [1, 2], [4, 0], [1, 1, 1, 1, 1]])
def test_a_margin_that_would_tell_of_few_in_any_case_is_not_shown(counts):
    assert hidden_classes(counts) is None


@given(st.lists(st.just(0) | st.integers(FEWEST, 40), max_size=6))
def test_nothing_is_hidden_without_need(counts):
    assert hidden_classes(counts) == frozenset()
    assert hidden_cells([counts]) == frozenset() if counts else True


# --- Tables


@settings(deadline=None, max_examples=examples(50))
@given(tables())
def test_no_cell_of_a_table_is_recovered(table):
    hidden = hidden_cells(table)
    assume(hidden is not None)
    truth, equations = sums_of(table)
    cells = set(product(range(len(table)), range(len(table[0]))))
    assert {cell for cell in cells if 0 < truth[cell] < FEWEST} <= hidden <= cells
    assert recovered(equations, truth, hidden) == []


@settings(deadline=None, max_examples=examples(50))
@given(tables(), st.data())
def test_sums_that_are_hidden_elsewhere_are_not_recovered_either(table, data):
    columns = [at for at in range(len(table[0])) if sum(row[at] for row in table)]
    sums = data.draw(st.sets(st.sampled_from(columns))) if columns else set()
    hidden = hidden_cells(table, hidden_columns=sums)
    assume(hidden is not None)
    truth, equations = sums_of(table)
    assert recovered(equations, truth, hidden | {("column", at) for at in sums}) == []


@settings(deadline=None, max_examples=examples(50))
@given(tables())
def test_a_hidden_group_of_a_line_is_never_a_few_of_it(table):
    hidden = hidden_cells(table)
    assume(hidden)
    for line in [[(row, c) for c in range(len(table[0]))] for row in range(len(table))]:
        inside = [table[row][column] for row, column in line if (row, column) in hidden]
        shown = [table[row][column] for row, column in line if (row, column) not in hidden]
        assert not inside or not any(shown) or sum(inside) >= FEWEST


def test_a_rectangle_of_the_smallest_is_hidden():
    table = [[2, 30, 40], [50, 20, 60], [70, 80, 25]]
    assert hidden_cells(table) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_one_row_with_known_sums_of_its_columns_cannot_be_shown():
    assert hidden_cells([[3, 40]]) is None


@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        ([[20, 6, 3], [1, 7, 0], [6, 6, 12]], {(0, 1), (0, 2), (1, 0), (1, 1), (2, 0), (2, 2)}),
        ([[6, 5, 6], [1, 1, 5], [12, 7, 1]], {(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2)}),
    ],
    ids=["columns are filled as rows are", "what is hidden already is taken first"],
)
def test_of_a_table_the_fewest_people_are_hidden(table, hidden):
    assert hidden_cells(table) == hidden


def test_a_margin_of_nobody_and_one_that_shows_through_are_not_printed():
    assert printed_counts(SEX, {"male": 0, "female": 0}) == {}
    assert printed_counts(DISABILITY, {"no": 90, "physical": 0}) == {"no": 90, "physical": 0}
    assert printed_counts(DISABILITY, {"no": 3, "physical": 1}) == {}


def test_the_margins_of_the_regulation_are_printed_to_the_last_of_them():
    assert printed_counts(SEX, {"male": 1, "female": 90}) == {"male": 1, "female": 90}

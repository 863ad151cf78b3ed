"""What the bare codes of a file stand for: a legend goes before the usual order, and contradictions are refused."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.surveys.instrument.built_in import built_in
from tests.surveys.workbooks.layouts import CODES, KEYS, NAMES
from tests.surveys.workbooks.test_reading import ANSWERS, exactly, read, table

FORMS = built_in()


def with_legend(order, *, rows=ANSWERS, legend_of=CODES):
    """Answers in columns U1 … U9, where code n of the file asks for the element at ``order[n]``."""
    moved = [[row[at] for at in order] for row in rows]
    told = [[code, NAMES[at]] for code, at in zip(CODES, order, strict=True) if code in legend_of]
    numbered = [[number, *row] for number, row in enumerate(moved, 1)]
    return table([["No", *CODES], *numbered, [], ["Keterangan"], *told])


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(9)))
def test_a_whole_legend_says_which_element_each_code_is(order):
    found = read(with_legend(order))
    assert (found["faults"], found["asks"]) == ([], [])
    assert (found["scores"], found["counts"]) == exactly(ANSWERS)[:2]


def test_what_was_read_by_the_legend_is_told_and_only_that():
    (note,) = (note for note in read(with_legend([0, 2, 1, 3, 4, 5, 6, 7, 8]))["notes"] if "keterangan" in note)
    assert note == f"Kode dibaca menurut keterangan dalam berkas: U2 = {NAMES[2]}; U3 = {NAMES[1]}."
    assert not [note for note in read(with_legend(range(9)))["notes"] if "keterangan" in note]


def test_a_legend_of_some_codes_counts_where_it_fits_the_others():
    found = read(with_legend([0, 2, 1, 3, 4, 5, 6, 7, 8], legend_of=["U2", "U3", "U8", "U9"]))
    assert (found["faults"], found["asks"]) == ([], [])
    assert found["scores"] == exactly(ANSWERS)[0]


def test_a_legend_that_gives_two_codes_one_element_is_refused():
    found = read(with_legend([0, 2, 1, 3, 4, 5, 6, 7, 8], legend_of=["U2", "U8", "U9"]))
    (fault,) = found["faults"]
    assert "dua kode berarti unsur yang sama" in fault["message"]
    assert found["scores"] == {}


def test_a_legend_without_the_last_two_leaves_them_to_be_asked():
    found = read(with_legend([0, 2, 1, 3, 4, 5, 6, 7, 8], legend_of=["U2", "U3"]))
    assert [asked["id"] for asked in found["asks"]] == ["U8"]
    answered = read(with_legend([0, 2, 1, 3, 4, 5, 6, 7, 8], legend_of=["U2", "U3"]), answers={"U8": KEYS[7]})
    assert answered["scores"] == exactly(ANSWERS)[0]


@pytest.mark.parametrize("order", [[0, 2, 1, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1, 0]])
def test_means_in_rows_that_only_a_code_tells_follow_the_legend_too(order):
    means = [Decimal("3.1") + Decimal(at) / 20 for at in range(9)]
    rows = [[code, float(means[at])] for code, at in zip(CODES, order, strict=True)]
    legend = [[f"{code} = {NAMES[at]}"] for code, at in zip(CODES, order, strict=True)]
    found = read(table([["Unsur", "Nilai"], *rows, [], *legend]))
    assert (found["faults"], found["asks"]) == ([], [])
    assert {key: Decimal(score) for key, score in found["scores"].items()} == dict(zip(KEYS, means, strict=True))


@pytest.mark.parametrize(
    "heads",
    [
        [*CODES[:7], "U8 (Sarana)", "U9 (Pengaduan)"],
        [*CODES[:7], "Sarana dan Prasarana", "Penanganan Pengaduan"],
        ["U1", *NAMES[1:]],
        [CODES[at] if at % 2 == 0 and at < 7 else NAMES[at] for at in range(9)],
    ],
)
def test_codes_and_names_above_columns_are_no_legend_of_each_other(heads):
    swapped = "Sarana" in heads[7]
    rows = [[*row[:7], row[8], row[7]] if swapped else row for row in ANSWERS]
    if swapped == (NAMES[7].startswith("Sarana")):
        rows = ANSWERS
    found = read(table([["No", *heads], *[[at, *row] for at, row in enumerate(rows, 1)]]))
    assert (found["asks"], found["faults"], found["scores"]) == ([], [], exactly(ANSWERS)[0])
    assert not [note for note in found["notes"] if "keterangan" in note]

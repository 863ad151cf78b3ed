"""The four columns that count answers: found by numbers, words or initials, and never where there are five."""

from surveys.workbooks.rows.counting import behind_percent, count_columns, counts_five, says_percent
from surveys.workbooks.sheets.cells import Sheet
from tests.cases import in_one_test


def counted(*rows):
    """Of the last of these rows, with score and column."""
    return count_columns(Sheet("Data", [list(row) for row in rows]), len(rows) - 1)


FOUR = {1: 1, 2: 2, 3: 3, 4: 4}


@in_one_test(
    "head",
    [
        ["Unsur", "1", "2", "3", "4"],
        ["Unsur", "Nilai 1", "Nilai 2", "Nilai 3", "Nilai 4"],
        ["Unsur", "Jawaban (1)", "Jawaban (2)", "Jawaban (3)", "Jawaban (4)"],
        ["Unsur", "Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"],
        ["Unsur", "Sangat Tidak Puas", "Tidak Puas", "Puas", "Sangat Puas"],
        ["Unsur", "STS", "TS", "S", "SS"],
        ["Unsur", "TB", "KB", "B", "SB"],
    ],
)
def test_four_answers_beside_each_other_are_counted(head):
    assert counted(head) == FOUR


def test_they_may_stand_from_the_best_down_and_with_percentages_between():
    assert counted(["Unsur", "4", "3", "2", "1"]) == {4: 1, 3: 2, 2: 3, 1: 4}
    assert counted(["Unsur", "1", "%", "2", "%", "3", "%", "4", "%"]) == {1: 1, 2: 3, 3: 5, 4: 7}
    assert counted(["Unsur", "Baik", "Persen", "Sangat Baik", "%", "Kurang Baik", "%", "Tidak Baik"]) == {
        3: 1,
        4: 3,
        2: 5,
        1: 7,
    }


@in_one_test(
    "head",
    [
        ["Unsur", "1", "2", "3"],
        ["Unsur", "1", "2", "Ragu", "3", "4"],
        ["Unsur", "1", "2", "3", "4", "5"],
        ["Unsur", "Tidak Baik", "Kurang Baik", "Cukup", "Baik", "Sangat Baik"],
        ["Unsur", "Baik", "Sangat Baik"],
        ["No", "Nama", "U1", "U2", "U3", "U4"],
        [],
    ],
)
def test_fewer_more_or_others_between_are_no_counts(head):
    assert counted(head) == {}


def test_what_stands_under_a_heading_of_percentages_is_no_count():
    assert counted(["", "Persentase", "", "", ""], ["Unsur", "1", "2", "3", "4"]) == {}
    both = ["Unsur", "1", "2", "3", "4", "1", "2", "3", "4"]
    assert counted(["", "Persen", "", "", "", "Jumlah", "", "", ""], both) == {1: 5, 2: 6, 3: 7, 4: 8}
    assert counted(["", "Jumlah", "", "", "", "Persen", "", "", ""], both) == FOUR


@in_one_test(
    ("head", "five"),
    [
        (["1", "2", "3", "4", "5"], True),
        (["Nilai 1", "Nilai 2", "Nilai 3", "Nilai 4", "Nilai 5"], True),
        (["1", "2", "3", "4"], False),
        (["Tidak Puas", "Kurang Puas", "Cukup", "Puas", "Sangat Puas"], True),
        (["Tidak Puas", "Kurang Puas", "Puas", "Sangat Puas"], False),
        (["Tidak Puas", "Kurang Puas", "%", "Puas", "Sangat Puas"], False),
        (["Tidak Puas", "Kurang Puas", "Puas", "Sangat Puas", "Jumlah"], False),
    ],
)
def test_five_answers_are_known_by_numbers_or_by_one_in_the_middle(head, five):
    assert counts_five(Sheet("Data", [head]), 0) is five


@in_one_test(
    ("cell", "says"),
    [("%", True), ("Persentase", True), ("85,5 %", True), ("Persentasenya", False), ("Baik", False), (4, False)],
)
def test_percentages_are_known_by_their_sign_or_word(cell, says):
    assert says_percent(cell) is says


def test_the_next_column_that_is_none_of_percentages_is_found():
    sheet = Sheet("Data", [["1", "%", "persen", "2"]])
    assert behind_percent(sheet, 0, 0) == 3
    assert behind_percent(sheet, 0, 3) == 4

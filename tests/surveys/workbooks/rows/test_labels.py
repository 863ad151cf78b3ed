"""What stands before a row of values: a sum or the like, or a person or a service whose name only begins so."""

from surveys.workbooks.rows.labels import (
    begins_like_sum,
    is_sum,
    is_sum_word,
    is_surely_sum,
    leading,
    sum_label,
)
from surveys.workbooks.sheets.cells import Sheet
from tests.cases import in_one_test

SUMS = [
    "jumlah",
    "jumlah nilai per unsur",
    "jumlah nilai / unsur",
    "nrr per unsur",
    "nrr tertimbang",
    "rata-rata",
    "rata2",
    "∑ nilai",
    "grand total",
    "ikm unit pelayanan",
    "nilai maksimal",
    "standar deviasi",
    "mutu pelayanan",
    "keterangan",
    "bobot nilai tertimbang",
    "jumlah responden",
]
OTHERS = [
    "jumlah penduduk",
    "nilai permata",
    "mutu benih",
    "surat keterangan",
    "keterangan domisili",
    "total quality",
    "informasi",
    "responden",
    "siti",
    "",
    "2025",
]


@in_one_test("text", SUMS)
def test_words_of_sums_alone_are_a_sum(text):
    assert is_sum_word(text)


@in_one_test("text", OTHERS)
def test_one_other_word_makes_a_name_of_it(text):
    assert not is_sum_word(text)


@in_one_test(
    ("text", "begins"),
    [
        ("jumlah penduduk", True),
        ("nilai", True),
        ("nilai permata", True),
        ("nilai rata-rata", True),
        ("nilai/unsur", True),
        ("nilai / unsur", True),
        ("mutu benih", True),
        ("surat keterangan", False),
        ("keterangan domisili", True),
        ("sub total", True),
        ("sub-total", True),
        ("subjumlah", True),
        ("rata kanan", True),
        ("ratana", False),
        ("totalitas", False),
        ("*) tertimbang", True),
        ("∑", True),
        ("skm online", True),
    ],
)
def test_a_label_may_begin_like_one_of_sums(text, begins):
    assert begins_like_sum(text) is begins


SHEET = Sheet(
    "Data",
    [
        ["1", "Siti", "3", "4"],
        ["", "Jumlah Nilai", "30", "40"],
        ["Jumlah Penduduk", "", "3", "4"],
        ["", "Keterangan", "3", "4"],
        ["A", "B", "C", "Jumlah"],
        ["3", "4"],
        ["Rata-rata"],
    ],
)


@in_one_test(
    ("row", "first", "label", "is_one", "is_sure"),
    [
        (0, 2, "", False, False),
        (1, 2, "jumlah nilai", True, True),
        (2, 2, "jumlah penduduk", False, False),
        (3, 2, "keterangan", True, False),
        (4, 4, "", False, False),  # only the first three cells tell what a row is
        (5, 0, "", False, False),
        (6, 0, "rata-rata", True, True),
    ],
)
def test_a_row_is_called_by_the_cells_before_its_answers(row, first, label, is_one, is_sure):
    assert sum_label(SHEET, row, first) == label
    assert is_sum(SHEET, row, first) is is_one
    assert is_surely_sum(SHEET, row, first) is is_sure


def test_what_stands_before_the_answers_is_told_in_small_letters_without_blanks():
    assert leading(SHEET, 1, 2) == ["jumlah nilai"]
    assert leading(SHEET, 0, 3) == ["1", "siti", "3"]
    assert leading(SHEET, 5, 0) == ["3"]

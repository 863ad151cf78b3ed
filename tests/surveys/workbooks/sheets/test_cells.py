"""What a cell says: as a number, as words, as its place is called, and how much of it a message may repeat."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from surveys.workbooks.sheets.cells import Sheet, letters, number_of, percentage, quoted, text_of, trimmed, words
from tests.cases import in_one_test


@in_one_test(
    ("text", "number"),
    [
        ("4", "4"),
        (" 3,27 ", "3.27"),
        ("3.27", "3.27"),
        ("-1", "-1"),
        ("+2", "2"),
        ("85,5%", "85.5"),
        ("85 %", "85"),
        ("1.250", "1.250"),  # with one point it may be a decimal one
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250,5", "1250.5"),
        ("1,250.5", "1250.5"),
        ("1.250.000,75", "1250000.75"),
        ("", None),
        ("4a", None),
        ("3,2,7", None),
        ("1.25.000", None),
        ("1.250,5,1", None),
        ("٤", None),
        ("1e3", None),
        ("empat", None),
        ("12-34", None),
    ],
)
def test_a_number_is_read_with_comma_or_point(text, number):
    assert number_of(text) == (None if number is None else Decimal(number))


@given(st.decimals(min_value=-9999, max_value=9999, places=3))
def test_a_number_of_the_file_and_one_that_was_typed_are_the_same(number):
    assert number_of(number) == number
    assert number_of(f"{number:f}") == number_of(f"{number:f}".replace(".", ",")) == number


@in_one_test(
    ("cell", "text"),
    [
        (Decimal("4.00"), "4"),
        (Decimal("3.270"), "3.27"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.50"), "-0.5"),
        ("4,00", "4,00"),
        ("", ""),
    ],
)
def test_a_whole_number_is_told_without_decimals_and_a_text_as_it_is(cell, text):
    assert text_of(cell) == text


@in_one_test(
    ("cell", "told"),
    [
        ("  Jumlah \n Nilai: ", "jumlah nilai"),
        ("*RATA-RATA*", "rata-rata"),
        (".", ""),
        (Decimal("4.0"), "4"),
        ("U1.", "u1"),
    ],
)
def test_words_are_small_and_have_no_signs_at_their_ends(cell, told):
    assert words(cell) == told


@in_one_test(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_a_column_is_called_as_programs_call_it(column, name):
    assert letters(column) == name


@given(st.integers(0, 20_000))
def test_no_two_columns_are_called_alike(column):
    assert letters(column) != letters(column + 1)
    value = 0
    for letter in letters(column):
        value = value * 26 + ord(letter) - ord("A") + 1
    assert value == column + 1


@in_one_test(
    ("number", "shown"), [("85.5", "85,5%"), ("85.555", "85,56%"), ("100", "100%"), ("0.004", "0%"), ("12.30", "12,3%")]
)
def test_a_percentage_has_at_most_two_decimals(number, shown):
    assert percentage(Decimal(number)) == shown


@in_one_test(
    ("cell", "told"),
    [
        ("5", "“5”"),
        (Decimal("3.5"), "“3.5”"),
        ("12/05/2025", "isi sel ini"),
        ("123456", "“123456”"),
        ("1234567", "isi sel ini"),
        ("08123456789", "isi sel ini"),
        ("Puas", "“Puas”"),
        ("Siti Aminah", "isi sel ini"),
        ("Sangatmemuaskan", "isi sel ini"),
        ("a@b.id", "isi sel ini"),
        ("#DIV/0!", "“#DIV/0!”"),
        ("#N/A", "“#N/A”"),
        ("", "isi sel ini"),
    ],
)
def test_a_message_repeats_nothing_that_may_tell_who_a_person_is(cell, told):
    assert quoted(cell) == told


@in_one_test(
    ("row", "kept"),
    [(["a", "", "b", "", ""], ["a", "", "b"]), (["", ""], []), ([], []), (["", "a"], ["", "a"]), (["a"], ["a"])],
)
def test_a_row_ends_with_the_last_cell_in_which_anything_stands(row, kept):
    assert trimmed(row) == kept


def test_a_sheet_tells_where_a_cell_stands_in_the_file():
    sheet = Sheet("Data", [["a"], ["b", "c"]], moved={(1, 1): (16, 3)})
    assert (sheet.cell(1, 1), sheet.cell(0, 5)) == ("c", "")
    assert (sheet.place(0, 0), sheet.place(1, 1)) == ("Lembar Data, A1", "Lembar Data, D17")


def test_a_formula_without_a_value_says_what_to_do_and_an_error_what_it_is():
    sheet = Sheet("Data", [["", ""]], broken={(0, 0): "#REF!", (0, 1): ""})
    assert sheet.why_broken(0, 0) == "“#REF!” bukan nilai: rumusnya galat. Perbaiki di Excel, lalu unggah lagi."
    assert "“#REF!” bukan jumlah" in sheet.why_broken(0, 0, "jumlah")
    assert "belum pernah dihitung" in sheet.why_broken(0, 1)

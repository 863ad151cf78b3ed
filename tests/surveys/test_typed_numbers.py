"""Numbers as people write and paste them, and which of several things is wrong with what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.typed_numbers import INDEX, SCORE, NumberUnclearError, count_of, decimal_of, decimal_words
from tests.cases import in_one_test

SCORES = {
    "3.27": ["3,27", "3.27", " 3,27 ", "3,270", "+3,27", "3 ,27", "03,27"],
    "3.3": ["3,3", "3.3", "3,30", "3.300000"],
    "4": ["4", "4,", "4.", "4,0", "4.00", "4,000000"],
    "1": ["1", "1,00"],
    "3.275": ["3,275", "3.275", "3,2750000"],
    "3.277778": ["3.2777777777777777", "3,27777777777778"],
    "3.333333": ["3.33333333333333", "3,3333333333333335"],
    "3.141593": ["3,1415926"],
}
NO_SCORES = [
    ("0,99", "0,99 kurang dari 1,00."),
    ("4,01", "4,01 lebih dari 4,00."),
    ("4.00000001", "lebih dari 4,00"),
    ("327", "Mungkin komanya tertinggal: 3,27."),
    ("3333", "Mungkin komanya tertinggal: 3,333."),
    ("81,75", "Mungkin ini nilai konversi: bagi dahulu dengan 25."),
    ("3,27%", "Hapus tanda %"),
    ("-3,27", "negatif"),
    ("−3,27", "negatif"),
    ("3,2,7", "lebih dari satu koma"),
    ("3.2,7", "lebih dari satu koma"),
    ("tiga", "bukan angka"),
    ("3,27x", "bukan angka"),
    ("1e1", "bukan angka"),
    ("३,२७", "bukan angka"),
    (",5", "bukan angka"),
]
INDEXES = {
    "87.36": ["87,36", "87.36", "87,36%", "87,36 %", "87,36 persen", "87,36 (B)", "87,36% (B)", "８７，３６", "87.36%"],
    "100": ["100", "100,00", "100%"],
    "25": ["25", "25.0"],
    "88.305556": ["88,3055555555556"],
}
NO_INDEXES = [
    ("24,99", "24,99 kurang dari 25,00"),
    ("100,01", "lebih dari 100,00"),
    ("8736", "8736 lebih dari 100,00. Mungkin komanya tertinggal: 87,36."),
    ("87,36 (E)", "bukan angka"),
    ("3,49", "kalikan dahulu dengan 25"),
    ("87,36,1", "lebih dari satu koma"),
    ("87,36%%", "tanda %"),
    ("B", "bukan angka"),
]
PEOPLE = {
    1250: ["1250", "1.250", "1,250", "1 250", "1'250", "1.250 orang", "1250 responden", "1.250,00", "01250"],
    125: ["± 125", "N = 125", "n=125", "125 org", "~125 orang", "１２５"],
    110: ["110", "110 orang", "110,0", "110 Responden"],
    1250000: ["1.250.000", "1 250 000", "1250000"],
    0: ["0"],
}
NO_PEOPLE = [
    ("12,5", "tanpa desimal"),
    ("1.25", "tanpa desimal"),
    ("1.2500", "tanpa desimal"),
    ("1.234,5", "tanpa desimal"),
    ("1,234.5", "tanpa desimal"),
    ("1.234.567,25", "tanpa desimal"),
    ("1.234,5 orang", "tanpa desimal"),
    ("12.34,5", "Titik ribuannya"),
    ("1.234.5", "Titik ribuannya"),
    ("1,5,5", "Titik ribuannya"),
    ("1.25.000", "Titik ribuannya"),
    ("-110", "negatif"),
    ("seratus", "bukan angka"),
    ("110²", "bukan angka"),
    ("9" * 400, "terlalu besar"),
    ("2.000.000.001", "terlalu besar"),
]
MOST = 2_000_000_000


def pairs(table):
    return [(typed, read) for read, forms in table.items() for typed in forms]


@in_one_test(("typed", "read"), pairs(SCORES))
def test_a_score_is_read_however_it_is_written(typed, read):
    assert decimal_of(typed, SCORE) == Decimal(read)


@in_one_test(("typed", "read"), pairs(INDEXES))
def test_an_index_is_read_alike_also_in_percent(typed, read):
    assert decimal_of(typed, INDEX) == Decimal(read)


@in_one_test(("typed", "read"), pairs(PEOPLE))
def test_people_are_counted_however_thousands_are_parted(typed, read):
    assert count_of(typed, MOST) == read


@in_one_test(
    ("kind", "typed", "cause"),
    [*((SCORE, *case) for case in NO_SCORES), *((INDEX, *case) for case in NO_INDEXES)],
)
def test_what_is_no_such_number_is_told_with_its_cause_and_an_example(kind, typed, cause):
    with pytest.raises(NumberUnclearError) as unclear:
        decimal_of(typed, kind)
    assert cause in str(unclear.value)
    assert str(unclear.value).endswith(kind.advice)


@in_one_test(("typed", "cause"), NO_PEOPLE)
def test_what_is_no_count_is_told_with_its_cause(typed, cause):
    with pytest.raises(NumberUnclearError, match=cause):
        count_of(typed, MOST)


@given(st.decimals(1, 4, places=6))
def test_a_score_is_read_as_it_is_shown(score):
    assert decimal_of(decimal_words(score), SCORE) == decimal_of(str(score), SCORE) == score


@given(st.text(), st.sampled_from([SCORE, INDEX]))
def test_nothing_that_is_typed_breaks_it(typed, kind):
    for read in (lambda: decimal_of(typed, kind), lambda: count_of(typed, MOST)):
        try:
            assert read() >= 0
        except NumberUnclearError as unclear:
            assert len(str(unclear)) < 300

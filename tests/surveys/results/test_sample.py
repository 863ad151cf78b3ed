"""Whether enough people answered: one sentence, and a verdict only where both numbers are known."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.results.sample import sample_told
from surveys.sampling import sample_of
from tests.cases import in_one_test

UNKNOWN = "Populasi belum diisi"


@in_one_test(
    ("respondents", "population", "words", "enough"),
    [
        (None, None, "Jumlah responden belum diisi.", None),
        (None, 500, "Jumlah responden belum diisi.", None),
        (0, None, f"0 responden. {UNKNOWN}", None),
        (1200, None, f"1.200 responden. {UNKNOWN}", None),
        (120, 0, f"120 responden. {UNKNOWN}", None),
        (216, 500, "diperlukan paling sedikit 217 responden; masih kurang 1.", False),
        (217, 500, "diperlukan paling sedikit 217 responden; jumlah itu mencukupi.", True),
        (218, 500, "218 responden dari populasi 500 orang.", True),
        (0, 1_000_000, "populasi 1.000.000 orang. Menurut tabel Krejcie dan Morgan", False),
        (10, 10, "jumlah itu mencukupi", True),
    ],
)
def test_a_sentence_says_what_is_known_and_no_more(respondents, population, words, enough):
    told = sample_told(respondents, population)
    assert words in told.sentence
    assert told.enough is enough
    assert told.sentence.endswith(".")


@given(st.integers(0, 3000), st.integers(1, 2_000_000))
def test_it_is_enough_from_the_number_of_the_table_on(respondents, population):
    told = sample_told(respondents, population)
    assert told.enough is (respondents >= sample_of(population))
    assert ("masih kurang" in told.sentence) is not told.enough

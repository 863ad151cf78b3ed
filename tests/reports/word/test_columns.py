"""How wide columns are: room for words first, the rest by what they hold."""

from reports.word.columns import LEAST, Cell, shares_of

CHARACTERS = 100


def shares(*rows, head=()):
    cells = [Cell(at, 1, text, True) for at, text in enumerate(head)]
    cells += [Cell(at, 1, text, False) for row in rows for at, text in enumerate(row)]
    return [round(share * CHARACTERS) for share in shares_of(cells, max(map(len, (*rows, head))), CHARACTERS)]


def test_the_parts_are_the_whole():
    cells = [Cell(at, 1, "kata " * at, False) for at in range(5)]
    assert round(sum(shares_of(cells, 5, CHARACTERS)), 6) == 1


def test_a_column_of_numbers_stays_narrow_beside_one_of_text():
    number, text = shares(("1", "Menata ruang tunggu agar pemohon tidak berdiri"), ("2", "Melatih petugas"))
    assert number < 8
    assert text > 92


def test_no_column_is_narrower_than_its_longest_word():
    words, text = shares(("Pemeliharaan", "kata " * 200))
    assert words >= len("Pemeliharaan")
    assert text > words


def test_a_long_heading_asks_for_its_words_only():
    """What stands above a column may take several lines; a stroke parts its words, too."""
    short, _text = shares(("3,25", "kata " * 50), head=("Nilai Rata-Rata (NRR)", "Uraian"))
    assert short < len("Nilai Rata-Rata (NRR)")
    parted, _text = shares(("x", "kata " * 50), head=("Tantangan/Hambatan", "Uraian"))
    assert parted < len("Tantangan/Hambatan")


def test_twice_the_text_gets_more_but_not_twice_the_room():
    less, more = shares(("kata " * 40, "kata " * 80))
    assert less < more < 2 * less


def test_cells_that_span_ask_for_nothing():
    cells = [Cell(0, 1, "a", False), Cell(1, 1, "a", False), Cell(0, 2, "kata " * 100, False)]
    assert shares_of(cells, 2, CHARACTERS) == (0.5, 0.5)


def test_an_endless_word_does_not_take_the_whole_table():
    endless, text = shares(("x" * 4000, "Melatih petugas loket"))
    assert endless < 95
    assert text >= len("petugas")


def test_what_fits_into_its_least_room_gets_none_of_the_rest():
    """However long the text beside it is."""
    for length in (10, 400):
        cells = [Cell(0, 1, "x", False), Cell(1, 1, "kata " * length, False)]
        assert round(shares_of(cells, 2, CHARACTERS)[0] * CHARACTERS, 6) == LEAST


def test_what_has_more_than_its_longest_word_gets_of_the_rest():
    alone = shares_of([Cell(0, 1, "ya", False), Cell(1, 1, "kata " * 20, False)], 2, CHARACTERS)[0]
    more = shares_of([Cell(0, 1, "ya ya ya", False), Cell(1, 1, "kata " * 20, False)], 2, CHARACTERS)[0]
    assert more > 2 * alone


def test_where_there_is_too_little_room_each_keeps_its_part_of_it():
    cells = [Cell(at, 1, "pertanggungjawaban", False) for at in range(4)]
    assert shares_of(cells, 4, 10) == (0.25,) * 4

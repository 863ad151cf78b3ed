"""What a heading means: a code, an element by its name, a question by its words — or nothing, where it is unsure."""

import pytest

from surveys.workbooks.headings import Meaning, Strength, meaning_of, named_element
from surveys.workbooks.sheets.cells import Sheet
from surveys.workbooks.tables import headings_of
from tests.cases import in_one_test
from tests.surveys.instrument.built_in import built_in
from tests.surveys.workbooks.layouts import NAMES

NINE, MIXED = built_in()[:2]
TIME = "bagaimana pendapat saudara tentang kecepatan waktu dalam memberikan pelayanan?"


@pytest.mark.parametrize(
    ("heading", "number", "part"),
    [
        ("u3", 3, ""),
        ("u 3", 3, ""),
        ("p.3", 3, ""),
        ("unsur 3", 3, ""),
        ("no-7", 7, ""),
        ("soal_09", 9, ""),
        ("pertanyaan 12a", 12, "a"),
        ("p16b", 16, "b"),
        ("u3 nilai", 3, ""),
        ("u3. lain sekali", 3, ""),
    ],
)
def test_a_code_tells_its_number_and_no_more(heading, number, part):
    assert meaning_of(heading, NINE) == Meaning(Strength.CODE, number=number, part=part)


@pytest.mark.parametrize(
    "heading",
    [
        "waktu penyelesaian",
        "u3 waktu penyelesaian",
        "u3. waktu penyelesaian",
        "3. waktu penyelesaian",
        "3) kecepatan pelayanan",
        "(waktu pelayanan)",
        "u3 (waktu penyelesaian)",
        "waktu penyelesaian (3)",
        "waktu penyelesaian (kepuasan)",
        "tingkat kepuasan waktu penyelesaian",
        "u1. waktu penyelesaian",
    ],
)
def test_the_name_of_an_element_counts_more_than_a_code_before_it(heading):
    assert meaning_of(heading, NINE) == Meaning(Strength.NAME, "U3")


@pytest.mark.parametrize(
    "heading",
    [
        TIME,
        f"3. {TIME}",
        TIME.replace("saudara", "anda"),
        TIME.replace("kecepatan", "kecepatn"),
        TIME.removesuffix(" pelayanan?"),
    ],
)
def test_a_question_is_known_by_its_words_in_spite_of_slips(heading):
    assert meaning_of(heading, NINE) == Meaning(Strength.TEXT, "U3")


@in_one_test(
    "heading",
    [
        "",
        "3",
        "u123",
        "nama responden",
        "saran",
        "timestamp",
        "tingkat kepentingan waktu penyelesaian",
        "harapan waktu penyelesaian",
        "waktu penyelesaian yang penting",
        "bagaimana pendapat saudara",
        "bagaimana pendapat saudara tentang kantor ini",
        "nilai tertimbang u3",
        f"{TIME} {'x' * 600}",
    ],
)
def test_what_is_no_question_or_might_be_several_means_nothing(heading):
    assert meaning_of(heading, NINE) is None


def test_a_heading_of_six_hundred_signs_is_still_read():
    assert meaning_of(f"u3 {'x' * 597}", NINE) == Meaning(Strength.CODE, number=3)
    assert meaning_of(f"u3 {'x' * 598}", NINE) is None


@pytest.mark.parametrize("heading", ["waktu penyelesaian", "biaya", "persyaratan"])
def test_a_name_is_no_question_where_a_form_asks_more_than_its_elements(heading):
    assert meaning_of(heading, MIXED) is None
    assert named_element(heading, MIXED) == named_element(heading, NINE) != ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("waktu penyelesaian", "waktu"),
        ("u3. waktu penyelesaian (3)", "waktu"),
        ("4. biaya/tarif", "biaya"),
        ("(sarana)", "sarana"),
        ("responden", ""),
    ],
)
def test_an_element_is_named_with_or_without_what_stands_around_it(text, key):
    assert named_element(text, NINE) == key


def test_headings_are_found_for_each_questionnaire_among_rows_of_the_same_words():
    """Words of the questionnaires stand in every row, in freely written texts, too."""
    nine, *others = built_in()
    answers = ["Sesuai", "Mudah", "Cepat", "Murah", "Sesuai", "Kompeten", "Sopan dan ramah", "Baik", "Sangat baik"]
    rows = [[f"Pelayanan {at} sudah cepat", *answers] for at in range(20)]
    of_codes = [["", *map(str, range(1, 10))], *rows]
    sheets = [
        Sheet("Nama", [["Judul"], ["No", *NAMES], *rows, ["No", *NAMES], *rows]),
        Sheet("Nomor", of_codes),
        Sheet("Lain", rows),
    ]
    found = headings_of(sheets, [nine, *others])
    assert [(heading.sheet.name, heading.top, heading.end) for heading in found[nine.key]] == [
        ("Nama", 1, 2),
        ("Nama", 22, 23),
        ("Nomor", 0, 1),
    ]
    assert set(found) == {form.key for form in built_in()}
    assert headings_of(sheets, [nine])[nine.key] == found[nine.key]

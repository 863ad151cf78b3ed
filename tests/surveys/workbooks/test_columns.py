"""Wide headings over several columns: each column is known, asked or dropped, the last like the others."""

import pytest

from tests.surveys.workbooks.files import page, xlsx
from tests.surveys.workbooks.layouts import NAMES, numbered
from tests.surveys.workbooks.test_reading import ANSWERS, exactly, read


def parted(at, *parts, rest=()):
    """The answers, and those to one question in two columns: the first always 1, the second what was answered."""
    wide = ["No", *NAMES[: at + 1], None, *NAMES[at + 1 :], *rest]
    below = [None] * (at + 1) + list(parts)
    rows = [[*row[: at + 1], 1, *row[at + 1 :]] for row in numbered(ANSWERS)]
    left = chr(ord("B") + at)
    right = chr(ord("C") + at)
    return ("data.xlsx", xlsx(("Data", [wide, below, *rows]), merged=[f"{left}1:{right}1"])), [left, right]


@pytest.mark.parametrize("rest", [(), ("Saran",)])
@pytest.mark.parametrize("at", [0, 4, 8])
def test_a_question_in_two_columns_is_asked_wherever_it_stands(at, rest):
    file, columns = parted(at, "Sebelum", "Sesudah", rest=rest)
    asks = {ask["id"]: ask["choices"] for ask in read(file)["asks"]}
    assert asks == {f"column:U{at + 1}": columns}
    found = read(file, answers={f"column:U{at + 1}": columns[1]})
    assert (found["faults"], found["scores"]) == ([], exactly(ANSWERS)[0])
    assert not any("hitungan" in note for note in found["notes"])
    assert f"{NAMES[at]} Sebelum" in found["dropped"]


@pytest.mark.parametrize("other", ["Kepentingan", "Harapan"])
@pytest.mark.parametrize("at", [0, 8])
def test_what_is_important_is_no_answer_under_the_last_heading_either(at, other):
    found = read(parted(at, other, "Kinerja")[0])
    assert (found["asks"], found["faults"], found["scores"]) == ([], [], exactly(ANSWERS)[0])


def test_words_of_the_first_respondent_are_no_part_of_the_heading():
    rows = [[1, *["Sesuai"] * 9, "Sesuai"], [2, *["Sesuai"] * 9, "Sesuai"]]
    file = ("data.xlsx", xlsx(("Data", [["No", *NAMES, None], *rows]), merged=["J1:K1"]))
    assert read(file, answers={"column:U9": "J"})["respondents"] == 2


def test_a_page_names_the_parts_of_its_last_heading_too():
    heads = [*((name, 1, 2) for name in ("No", *NAMES[:8])), (NAMES[8], 2, 1)]
    file = ("data.xls", page([heads, ["Sebelum", "Sesudah"], *[[*row, 4] for row in numbered(ANSWERS)]]))
    assert read(file)["asks"][0]["choices"] == ["J", "K"]


@pytest.mark.parametrize(
    ("head", "scores", "is_told"),
    [
        ("Keamanan Gedung", (3, 4, None, 2, 3), True),
        ("Kepentingan Gedung", (3, 4, None, 2, 3), False),
        ("Lama menunggu", (3, 4, 10, 2, 3), False),
        ("Kosong", (None,) * 5, False),
        ("Tahap", (1,) * 5, False),
    ],
    ids=["scores", "importance", "other numbers", "nothing", "all the same"],
)
def test_scores_of_what_the_questionnaire_does_not_ask_are_told(head, scores, is_told):
    rows = [[*row, score] for row, score in zip(numbered(ANSWERS), scores, strict=True)]
    found = read(("data.xlsx", xlsx(("Data", [["No", *NAMES, head], *rows]))))
    assert (found["scores"], found["dropped"]) == (exactly(ANSWERS)[0], ["No", head])
    told = f"Kolom “{head}” berisi nilai 1–4, tetapi bukan pertanyaan kuesioner survei ini; nilainya tidak dihitung."
    assert (told in found["notes"]) == is_told

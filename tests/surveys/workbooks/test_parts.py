"""Tables that hold a part of the questions each, blocks of questions beside each other, and recaps of other tables."""

import pytest

from tests.surveys.workbooks.files import separated, xlsx
from tests.surveys.workbooks.layouts import CODES, KEYS, NAMES, numbered
from tests.surveys.workbooks.test_ends import BARE
from tests.surveys.workbooks.test_reading import ANSWERS, P16, SIXTEEN, exactly, read, table

WHOLE = [[cell or 3 for cell in row] for row in ANSWERS]


def parted(*cuts, heads=NAMES, rows=WHOLE, labels=None, between=([],)):
    """The answers in several tables below each other, each with the columns up to the next cut."""
    lines = []
    for start, end in zip((0, *cuts), (*cuts, len(heads)), strict=True):
        lines += [*([] if not lines else between), ["No", *heads[start:end]]]
        lines += [[label, *row[start:end]] for label, row in zip(labels or range(1, 99), rows, strict=False)]
    return lines


@pytest.mark.parametrize("cuts", [(5,), (2,), (7,), (3, 6), (5, 7)])
@pytest.mark.parametrize("heads", [NAMES, [f"{code} ({name})" for code, name in zip(CODES, NAMES, strict=True)]])
@pytest.mark.parametrize("between", [([],), ([], ["Tabel 2. Lanjutan"]), ()], ids=["blank", "title", "nothing"])
def test_tables_below_each_other_with_a_part_of_the_questions_are_read_together(cuts, heads, between):
    found = read(table(parted(*cuts, heads=heads, between=between)))
    assert (found["asks"], found["faults"], found["respondents"]) == ([], [], 5)
    assert (found["scores"], found["index"]) == (exactly(WHOLE)[0], exactly(WHOLE)[2])
    assert any("dibaca bersama, karena masing-masing memuat sebagian" in note for note in found["notes"])


def test_bare_codes_of_both_parts_are_asked_as_in_one_table():
    file = table(parted(5, heads=CODES))
    assert [ask["id"] for ask in read(file)["asks"]] == ["U8"]
    assert read(file, answers={"U8": "sarana"})["scores"] == exactly(WHOLE)[0]


def test_sixteen_questions_in_two_parts_fit_the_forms_that_have_sixteen():
    file = table(parted(8, heads=P16, rows=SIXTEEN))
    (asked,) = read(file)["asks"]
    assert asked["id"] == "form" and len(asked["choices"]) == 2
    settled = {"form": "skm-2025-tatap-muka", "mapping": "A", "method": "questions"}
    found = read(file, answers=settled)
    assert (found["faults"], found["respondents"]) == ([], 3)
    whole = read(table([["No", *P16], *numbered(SIXTEEN)]), answers=settled)
    assert (found["scores"], found["index_error"]) == (whole["scores"], whole["index_error"])


def test_rows_are_joined_by_their_number_whatever_their_order():
    lines = parted(5)
    start = lines.index(["No", *NAMES[5:]]) + 1
    lines[start:] = reversed(lines[start:])
    told = read(table(lines))
    whole = read(table([["No", *NAMES], *numbered(WHOLE)]))
    assert (told["scores"], told["index_error"]) == (whole["scores"], whole["index_error"])


def test_who_is_missing_in_the_second_table_has_not_answered_there():
    lines = parted(5)
    found = read(table(lines[:-1]))
    assert (found["respondents"], found["missing"], found["counts"]["pengaduan"]) == (5, 4, 4)


def test_who_answers_the_second_table_only_is_a_respondent_too():
    rows = [[None] * 5 + row[5:] if at == 2 else row for at, row in enumerate(WHOLE)]
    found = read(table(parted(5, rows=rows, between=([], ["Lanjutan"]))))
    assert (found["faults"], found["respondents"], found["missing"]) == ([], 5, 5)
    assert (found["counts"]["waktu"], found["counts"]["sarana"]) == (4, 5)


def test_rows_without_numbers_are_joined_as_they_stand():
    found = read(table([row[1:] for row in parted(5)]))
    assert (found["faults"], found["scores"]) == ([], exactly(WHOLE)[0])


def test_a_wrong_cell_of_the_second_table_is_named_where_it_stands():
    lines = parted(5)
    lines[-1][2] = "empat"
    (fault,) = read(table(lines))["faults"]
    assert fault == {"place": "Lembar Data, C13", "message": "“empat” bukan 1–4."}


def test_a_broken_formula_of_the_second_table_is_named_where_it_stands():
    lines = parted(5)
    lines[-2][1] = "=A1"
    (fault,) = read(table(lines))["faults"]
    assert fault["place"] == "Lembar Data, B12" and "belum pernah dihitung" in fault["message"]


def test_services_and_sums_of_the_first_table_are_those_of_both():
    lines = [
        ["No", "Jenis Layanan", *NAMES[:5]],
        *[[at, ("KTP", "KK")[at % 2], *row[:5]] for at, row in enumerate(WHOLE, 1)],
        ["Jumlah", "", *[9] * 5],
        [],
        ["No", "Jenis Layanan", *NAMES[5:]],
        *[[at, ("KTP", "KK")[at % 2], *row[5:]] for at, row in enumerate(WHOLE, 1)],
        ["Jumlah", "", *[9] * 4],
    ]
    found = read(("a.csv", separated(lines), ""))
    assert (found["respondents"], found["services"]) == (5, {"KK": 3, "KTP": 2})
    assert found["scores"] == exactly(WHOLE)[0]


def test_rows_of_means_by_service_in_two_tables_are_rows_of_all_elements():
    means = {"KTP": ["3.21"] * 9, "KK": ["3.55"] * 9}
    lines = parted(5, rows=list(means.values()), labels=list(means))
    lines = [["Layanan", *line[1:]] if line[:1] == ["No"] else line for line in lines]
    asked = read(table(lines))["asks"][0]
    assert (asked["id"], asked["choices"]) == ("row", ["KTP", "KK"])
    assert set(read(table(lines), answers={"row": "KK"})["scores"].values()) == {"3.55"}


def test_parts_beside_each_other_are_one_table():
    lines = [["No", *NAMES[:5], None, "No", *NAMES[5:]]]
    lines += [[at, *row[:5], None, at, *row[5:]] for at, row in enumerate(WHOLE, 1)]
    found = read(table(lines))
    assert (found["asks"], found["faults"], found["scores"]) == ([], [], exactly(WHOLE)[0])


def test_means_of_elements_in_two_blocks_beside_each_other_are_all_read():
    means = [f"3.{at}1" for at in range(1, 10)]
    left = [[name, mean] for name, mean in zip(NAMES[:5], means[:5], strict=True)]
    right = [[name, mean] for name, mean in zip(NAMES[5:], means[5:], strict=True)]
    lines = [
        ["Unsur", "NRR", None, "Unsur", "NRR"],
        *[[*row, None, *other] for row, other in zip(left, [*right, [None] * 2], strict=True)],
    ]
    found = read(table(lines))
    assert (found["faults"], found["asks"]) == ([], [])
    assert found["scores"] == dict(zip(KEYS, means, strict=True))


@pytest.mark.parametrize(
    "lines",
    [
        [*parted(5)[:6], [], ["No", *NAMES[5:]], *[[at, *[3] * 4] for at in (11, 12, 13)]],
        [["No", *NAMES[:5]], *[[at, *[3] * 5] for at in (1, 2)], [], ["No", *NAMES[4:8]], [1, *[3] * 4], [2, *[3] * 4]],
    ],
    ids=["other people", "one question twice, one nowhere"],
)
def test_what_does_not_fit_together_is_refused_with_what_is_missing(lines):
    (fault,) = read(table(lines))["faults"]
    assert "tidak ditemukan: U" in fault["message"]


# --- blocks of questions beside each other


def test_blocks_of_questions_say_how_many_answers_each_holds():
    rows = [["No", *NAMES, *NAMES], *[[at, *row, *(row if at < 3 else [None] * 9)] for at, row in enumerate(WHOLE, 1)]]
    (asked,) = read(table(rows))["asks"]
    assert (asked["id"], asked["choices"]) == ("block", ["B", "K"])
    assert "B (5 baris jawaban); K (2 baris jawaban)" in asked["question"]
    assert read(table(rows), answers={"block": "K"})["respondents"] == 2


# --- recaps

KTP = [[1 + (at + place) % 4 for place in range(9)] for at in range(8)]
KK = [[1 + (at * place) % 4 for place in range(1, 10)] for at in range(7)]


def sheets(**rows):
    return "a.xlsx", xlsx(*((name, [["No", *NAMES], *numbered(own)]) for name, own in rows.items())), ""


@pytest.mark.parametrize(
    "recap",
    [[*KTP, *KK], [*KTP, *KK][1:], [*KTP, *KK][:-2], [*KTP[2:], *KK], [*KTP, *KK, [4] * 9], [*KK, *KTP]],
    ids=["all", "but the first", "but two", "but two others", "one more", "in another order"],
)
def test_a_recap_is_not_counted_together_with_what_it_holds(recap):
    (asked,) = read(sheets(KTP=KTP, KK=KK, Rekap=recap))["asks"]
    assert asked["choices"] == ["KTP", "KK", "Rekap"]
    assert "Rekap memuat hampir semua baris tabel lain" in asked["question"]


def test_services_that_answered_alike_are_told_apart_by_what_else_stands_there():
    def lines(month):
        return [["No", "Tanggal", *NAMES], *[[at, f"2025-{month}-{at:02}", *[3] * 9] for at in range(1, 9)]]

    alike = ("a.xlsx", xlsx(("KTP", lines("01")), ("KK", [*lines("02"), [9, "2025-02-09", *[4] * 9]])), "")
    assert read(alike)["asks"][0]["choices"] == ["KTP", "KK", "semua"]
    assert read(alike, answers={"table": "semua"})["respondents"] == 17


def test_two_services_with_other_answers_may_be_counted_together():
    assert read(sheets(KTP=KTP, KK=KK))["asks"][0]["choices"] == ["KTP", "KK", "semua"]
    assert BARE != KTP


def test_counts_in_two_blocks_beside_each_other_are_all_read_and_faults_are_in_place():
    def block(names, counts):
        return [["Unsur", "1", "2", "3", "4"], *[[name, *counts] for name in names]]

    left = block(NAMES[:5], (0, 1, 2, 3))
    right = [*block(NAMES[5:], (1, 0, 2, 3)), [None] * 5]
    lines = [[*row, None, *other] for row, other in zip(left, right, strict=True)]
    found = read(table(lines))
    assert (found["kind"], found["faults"], found["respondents"]) == ("frequencies", [], 6)
    assert (found["scores"]["waktu"], found["scores"]["sarana"]) == ("3.3333", "3.1667")
    lines[2][7] = 0.5
    assert [fault["place"] for fault in read(table(lines))["faults"]] == ["Lembar Data, H3"]

"""Where the answers and tables end, and cells and rows of which only the XML of a workbook tells."""

import io
import re
import zipfile

import pytest

from tests.surveys.workbooks.files import ods, xlsx
from tests.surveys.workbooks.layouts import NAMES, numbered
from tests.surveys.workbooks.test_reading import ANSWERS, exactly, read, table

BARE = [[cell or 3 for cell in row] for row in ANSWERS]


def test_a_row_without_a_name_behind_a_blank_one_is_left_out_and_told():
    found = read(table([NAMES, *BARE, [], [4] * 9]))
    assert (found["respondents"], found["scores"]) == (5, exactly(BARE)[0])
    assert any("baris 8 di bawah jawaban" in note for note in found["notes"])


def test_a_row_without_a_number_below_the_numbered_ones_is_left_out_and_told():
    found = read(table([["No", *NAMES], *numbered(ANSWERS), [None, *[4] * 9]]))
    assert (found["respondents"], found["scores"]) == (5, exactly(ANSWERS)[0])
    assert any("baris 7 di bawah jawaban" in note for note in found["notes"])


@pytest.mark.parametrize(
    "rows",
    [
        [["No", *NAMES], *numbered(BARE), [], *[[number, *[4] * 9] for number in (6, 7)]],
        [NAMES, *BARE[:2], [], *BARE, *BARE],
        [["No", *NAMES], *[[None if at in {1, 9} else at, *[3] * 9] for at in range(10)]],
    ],
    ids=["numbers go on", "many go on", "one number is missing elsewhere"],
)
def test_answers_that_go_on_are_people(rows):
    found = read(table(rows))
    assert found["respondents"] == sum(len(row) > 0 for row in rows[1:])
    assert not any("di bawah jawaban" in note for note in found["notes"])


def test_answers_that_are_blank_to_the_end_are_nobody():
    assert (
        "Tidak ada satu pun jawaban" in read(table([NAMES, [None, *["-"] * 8], [], ["-"] * 9]))["faults"][0]["message"]
    )


# --- several tables


def test_a_heading_that_stands_again_on_the_next_page_is_no_other_table():
    rows = numbered(BARE)
    head = ["No", *NAMES]
    found = read(table([head, *rows[:2], [], head, *rows[2:4], head, *rows[4:], ["Jumlah", *[15] * 9]]))
    assert (found["asks"], found["respondents"], found["scores"]) == ([], 5, exactly(BARE)[0])
    assert not any("hitungan" in note for note in found["notes"])


def two_tables(*between):
    return table([["No", *NAMES], *numbered(BARE), *between, ["No", *NAMES], *numbered([[4] * 9] * 2)])


@pytest.mark.parametrize("between", [[["LAYANAN B"]], [[]]], ids=["a title", "numbers begin again"])
def test_two_tables_in_one_sheet_are_asked_with_what_they_hold(between):
    (asked,) = read(two_tables(*between))["asks"]
    assert asked["choices"] == ["Lembar Data, B1", "Lembar Data, B8", "semua"]
    assert "(5 baris jawaban, baris 2–6)" in asked["question"] and "baris 9–10" in asked["question"]


@pytest.mark.parametrize(("chosen", "people"), [("Lembar Data, B1", 5), ("Lembar Data, B8", 2), ("semua", 7)])
def test_each_of_two_tables_ends_where_the_other_begins(chosen, people):
    assert read(two_tables(["LAYANAN B"]), answers={"table": chosen})["respondents"] == people


MONTHS = {"Januari": BARE, "Februari": [[4] * 9] * 2, "Semester I": [*BARE, *[[4] * 9] * 2]}


def months(*names):
    return "data.xlsx", xlsx(*((name, [["No", *NAMES], *numbered(MONTHS[name])]) for name in names)), ""


def test_months_with_the_same_heading_may_be_counted_together():
    file = months("Januari", "Februari")
    assert read(file)["asks"][0]["choices"] == ["Januari", "Februari", "semua"]
    found = read(file, answers={"table": "semua"})
    assert (found["respondents"], found["scores"]) == (7, exactly(MONTHS["Semester I"])[0])


def test_a_sheet_that_holds_the_answers_of_the_others_is_not_counted_with_them():
    assert read(months("Januari", "Februari", "Semester I"))["asks"][0]["choices"] == list(MONTHS)


def test_tables_with_other_headings_are_not_counted_together():
    other = [["Nomor", *reversed(NAMES)], *numbered([[4] * 9] * 2)]
    file = ("data.xlsx", xlsx(("A", [["No", *NAMES], *numbered(BARE)]), ("B", other)), "")
    assert read(file)["asks"][0]["choices"] == ["A", "B"]


# --- what only the XML tells


@pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A"])
@pytest.mark.parametrize("addressed", [True, False])
def test_an_error_among_the_answers_is_named_by_its_cell(error, addressed):
    rows = numbered(BARE)
    rows[2][4] = error
    content = xlsx(("Data", [["No", *NAMES], *rows]))
    found = read(("data.xlsx", content if addressed else without_addresses(content), ""))
    assert [fault["place"] for fault in found["faults"]] == ["Lembar Data, E4"]
    assert error in found["faults"][0]["message"]


def without_addresses(content):
    """As some programs write it: cells one behind the other."""
    return changed(content, "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb' r="[A-Z]+[0-9]+"', b"", xml))


def test_hidden_rows_of_ods_are_told():
    rows = [["No", *NAMES], *numbered(BARE)]
    marks = iter((b"", b"", b' table:visibility="collapse"', b' table:visibility="filter"', b"", b""))
    content = changed(
        ods("Data", rows),
        "content.xml",
        lambda xml: re.sub(b"<table:table-row", lambda found: found[0] + next(marks), xml),
    )
    found = read(("data.ods", content, ""))
    assert found["respondents"] == 5 and "2 baris tersembunyi ikut dihitung." in found["notes"]


def changed(content, part, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as archive:
        for entry in source.infolist():
            data = source.read(entry)
            archive.writestr(entry, change(data) if entry.filename == part else data)
    return out.getvalue()

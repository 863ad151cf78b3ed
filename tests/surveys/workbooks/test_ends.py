"""Where the answers end, and cells and rows of which only the XML of a workbook tells."""

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

"""What strangers send is read behind the fence: quickly, in little memory, and with one sentence where it cannot be."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from surveys.models import Instrument
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.taking import SECONDS, read_files
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES


@pytest.fixture
def read(survey):
    return lambda content, name="data.xlsx": read_files(survey, [ScoreFile(name, content)], Wanted())


def bomb(size):
    """A workbook whose sheet unfolds to ``size`` bytes."""
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["No", *NAMES])
    book.save(buffer)
    source = zipfile.ZipFile(io.BytesIO(buffer.getvalue()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                content = content.replace(b"</worksheet>", b" " * size + b"</worksheet>")
            archive.writestr(entry.filename, content)
    return out.getvalue()


def test_a_bomb_is_refused_in_one_sentence(read):
    faults = read(bomb(400 * 2**20))["faults"]
    assert len(faults) == 1 and "terlalu besar" in faults[0]["message"]


@pytest.mark.parametrize(
    "entity",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_of_an_old_spreadsheet_are_not_unfolded(read, entity):
    content = (
        b'<?xml version="1.0"?>' + entity + b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
        b"<Worksheet><Table><Row><Cell><Data>&a;</Data></Cell></Row></Table></Worksheet></Workbook>"
    )
    found = read(content, "lama.xml")
    assert len(found["faults"]) == 1 and "root:" not in str(found)


def test_a_page_that_names_other_files_fetches_nothing(read):
    content = b"<html><body><img src='file:///etc/passwd'><iframe src='http://127.0.0.1:1/'></iframe></body></html>"
    assert "tidak memuat tabel" in read(content, "x.xls")["faults"][0]["message"]


def test_wide_spans_of_a_page_stay_small(read):
    content = b"<table>" + b"<tr><td colspan=99999 rowspan=99999>x</td></tr>" * 50 + b"</table>"
    assert read(content, "x.xls")["faults"]


def test_twenty_thousand_rows_are_read_far_within_the_fence(read):
    rows = [["No", *NAMES], *([number, *[3, 4, 2, 3, 4, 3, 3, 4, 3]] for number in range(20_000))]
    found = read(separated(rows), "data.csv")
    assert (found["respondents"], found["scores"]["waktu"], found["faults"]) == (20_000, "2.0000", [])
    assert SECONDS == 20


def test_a_survey_is_read_only_with_questionnaires_of_its_instrument(survey, read):
    rows = separated([["No", *NAMES], *([number, *[3] * 9] for number in range(1, 9))])
    assert read(rows, "data.csv")["faults"] == []
    other = Instrument.objects.create(key="lain", name="Instrumen lain", valid_from=date(2026, 1, 1))
    survey.instrument.questionnaires.update(instrument=other)
    assert "belum memiliki kuesioner" in read(rows, "data.csv")["faults"][0]["message"]

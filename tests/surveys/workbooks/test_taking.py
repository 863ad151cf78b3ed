"""What strangers send is read behind the fence: quickly, in little memory, and with one sentence where it cannot be."""

import io
import zipfile
from datetime import date
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getpagesize, getrusage

import openpyxl
import pytest

from offices.fence import fenced
from surveys.instrument.rows import forms_of
from surveys.models import Instrument
from surveys.scoring import grades_of
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.reading import read_scores
from surveys.workbooks.taking import SECONDS, read_files
from tests.mass import sampled
from tests.processor import processor
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import (
    NAMES,
    form_export,
    form_export_with_numbers_in_words,
    page_called_xls,
    with_titles_and_sums,
)


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


@pytest.mark.parametrize("mebibytes", sampled([200, 400], every=2))
def test_a_bomb_is_refused_in_one_sentence(read, mebibytes):
    faults = read(bomb(mebibytes * 2**20))["faults"]
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


@pytest.mark.prove
def test_wide_spans_of_a_page_stay_small(read):
    content = b"<table>" + b"<tr><td colspan=99999 rowspan=99999>x</td></tr>" * 50 + b"</table>"
    assert read(content, "x.xls")["faults"]


def test_what_is_read_may_take_as_long_as_a_slow_machine_needs_for_twenty_thousand_rows():
    assert SECONDS == 20


@pytest.mark.prove
@pytest.mark.parametrize(
    "layout",
    [form_export, with_titles_and_sums, page_called_xls, form_export_with_numbers_in_words],
    ids=lambda layout: layout.__name__,
)
def test_twenty_thousand_rows_take_three_seconds_and_little_memory(survey, layout):
    chance = Random(20_000)
    name, content = layout([tuple(chance.randint(1, 4) for _ in NAMES) for _ in range(20_000)])
    forms = forms_of(survey.instrument)
    grades = grades_of(survey.instrument)

    def read():
        before = resident()
        found = read_scores([ScoreFile(name, content)], forms, grades, Wanted()).as_json()
        yield {"read": found["respondents"], "grown": getrusage(RUSAGE_SELF).ru_maxrss * 1024 - before}

    with processor() as used:
        answer = fenced(read, seconds=20)
    assert answer["read"] == 20_000
    assert answer["grown"] <= 110 * 2**20, answer["grown"] / 2**20  # upon a web process of 140
    assert used.seconds <= 3.0


def resident():
    """Bytes in memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize()


def test_a_survey_is_read_only_with_questionnaires_of_its_instrument(survey, read):
    rows = separated([["No", *NAMES], *([number, *[3] * 9] for number in range(1, 9))])
    assert read(rows, "data.csv")["faults"] == []
    other = Instrument.objects.create(key="lain", name="Instrumen lain", valid_from=date(2026, 1, 1))
    survey.instrument.questionnaires.update(instrument=other)
    assert "belum memiliki kuesioner" in read(rows, "data.csv")["faults"][0]["message"]

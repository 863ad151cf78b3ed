"""Word, PDF page and browser hold the same text of a survey report, and the PDF's page every number of its tables."""

import re
from collections import Counter

import pytest

from reports.printing.html import print_html
from reports.printing.links import PrintLinks
from reports.word.paper import CONCEPT
from reports.word.writing import word_bytes
from tests.make_cycle import make_cycle, make_source
from tests.reports import shapes
from tests.reports.issued import make_signing
from tests.reports.survey_report.made import before, survey_report, whole_survey
from tests.reports.word.opened import Opened, words_of_page

SUGGESTIONS = (("Tambah *kursi* & <b>kipas</b>.", 3), ("Jam {{ x }}", 1))


def whole(cycle=None):
    return survey_report(cycle, followed=before(photos=0), suggestions=SUGGESTIONS, unprinted=2)


CASES = {
    "whole": whole,
    "alone": survey_report,
    "young": lambda: survey_report(shapes.young(), questions=()),
    "unplanned": lambda: whole(shapes.bare()),
    "signed": lambda: survey_report(source=make_source(make_cycle(survey=whole_survey()), signing=make_signing())),
}


@pytest.fixture(scope="module")
def case():
    """``case(name)``: a report, its printed page, and its Word file opened again."""
    known = {}

    def of_name(name):
        if name not in known:
            document = CASES[name]()
            known[name] = document, print_html(document, PrintLinks()), Opened(word_bytes(document))
        return known[name]

    return of_name


@pytest.mark.parametrize("name", ["whole", "alone", "young", "unplanned"])
def test_every_word_of_the_printed_report_is_in_the_word_file_once(name, case):
    _document, page, opened = case(name)
    assert opened.words - Counter(CONCEPT.split()) == words_of_page(page)


@pytest.mark.parametrize("name", CASES)
def test_every_section_is_printed_whole(name, case):
    document, page, _opened = case(name)
    printed = words_of_page(page)
    for section in document.sections:
        assert not Counter(section.text.split()) - printed, section.key


@pytest.mark.parametrize("name", ["whole", "alone", "young"])
def test_headings_of_chapters_and_sections_are_headings_of_word(name, case):
    document, _page, opened = case(name)
    numbered = [text for level, text in opened.headings if level < 3]
    expected = [" ".join(f"{entry.label} {entry.title}".split()) for entry in document.contents]
    assert [text for text in expected if text not in numbered] == []


def cells_of(document):
    """What stands in the cells of its tables, in their order."""
    yield from (part for row in document.collection.work for part in (row.name, row.when, row.workdays))
    yield from (part for row in document.collection.sample for part in row)
    yield from (p for each in document.found.characteristics for r in each.rows for p in (r.label, r.count, r.share))
    yield from (p for row in document.found.results.rows for p in (row.element, row.score_text, row.converted_text))
    yield from (part for row in document.annexes.questions for part in (row.text, *row.options))
    yield from (p for r in document.annexes.processed for p in (r.element, r.answers, r.score, r.weighted, r.converted))
    yield from (part for row in document.annexes.answered for part in (row.text, row.answers, row.score))
    yield from (part for row in document.annexes.followed for part in (row.programme, row.status, *row.told))


@pytest.mark.parametrize("name", CASES)
def test_every_cell_is_printed_and_written(name, case):
    document, page, opened = case(name)
    printed, written = words_of_page(page), opened.words
    words = Counter(word for cell in cells_of(document) for word in cell.split())
    lost = {word for word in words if word not in printed and f"{word};" not in printed}
    assert not lost
    assert {word for word in words if word not in written and f"{word};" not in written} == set()


def test_what_respondents_wrote_is_no_markup_on_the_page(case):
    _document, page, _opened = case("whole")
    assert "&lt;b&gt;kipas&lt;/b&gt;" in page and "<b>kipas</b>" not in page
    assert "*kursi*" in page and "{{ x }}" in page


def test_a_signed_one_prints_where_it_is_checked(case):
    document, page, _opened = case("signed")
    assert document.signing.url in page.replace("\u200b", "") or document.signing.code in page
    assert "Disiapkan" in page


def test_the_seal_is_missing_from_a_draft(case):
    _document, page, _opened = case("alone")
    assert "/verifikasi/" not in page


def test_the_table_of_processing_ends_with_the_index_and_its_grade(case):
    _document, page, _opened = case("whole")
    (row,) = re.findall(r'<tr class="jumlah">\s*<th scope="row"\s+colspan="[45]">.*?</tr>', page, re.DOTALL)
    told = " ".join(re.sub(r"<[^>]+>", " ", row).split())
    assert told == "IKM (jumlah NRR tertimbang × 25) 87,33 B (Baik)"


def test_no_empty_table_is_printed(case):
    for name in CASES:
        assert not re.search(r"<tbody>\s*</tbody>", case(name)[1]), name

"""The Word file says what the printed report says: every word, heading, caption and picture, in the forms of Word."""

from collections import Counter
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from reports.cycle.model import Evidence, Photo
from reports.document.build import build
from reports.printing.html import print_html
from reports.printing.links import PrintLinks
from reports.word.paper import CONCEPT
from reports.word.writing import word_bytes
from tests.make_cycle import make_cycle, make_followup, make_plan
from tests.mass import sampled
from tests.processor import processor
from tests.reports.addendum.addenda import addendum
from tests.reports.printing.cases import CASES, LANDSCAPE, picture, stored_pictures
from tests.reports.shapes import of
from tests.reports.word.opened import Opened, text_of, words_of_page

SHAPES = ("ordinary", "young", "none_done", "marked_up", "mixed")


@pytest.fixture(scope="module")
def case():
    """``case(name)``: a shape of report, and its Word file opened again."""
    known = {}

    def of_name(name):
        if name not in known:
            document = build(CASES[name]())
            known[name] = document, Opened(word_bytes(document))
        return known[name]

    return of_name


@pytest.mark.parametrize("name", sampled(SHAPES, every=4))
def test_every_word_of_the_printed_report_is_there_once(name, case):
    document, opened = case(name)
    printed = words_of_page(print_html(document, PrintLinks()))
    assert opened.words - Counter(CONCEPT.split()) == printed


@pytest.mark.parametrize("name", sampled(SHAPES, every=4))
def test_headings_are_headings_of_word(name, case):
    document, opened = case(name)
    expected = [(e.level, f"{e.label} {e.title}".strip()) for e in document.contents]
    of_groups = [(2, group.heading) for group in document.annex.groups]
    numbered = [(level, text) for level, text in opened.headings if level < 3]
    assert numbered == [(level, " ".join(text.split())) for level, text in expected + of_groups]
    evaluation = document.realisation.evaluation
    parts = {"Capaian per unsur": evaluation.achievement, "Kecepatan tindak lanjut": evaluation.speed}
    parts["Keberlanjutan"] = evaluation.has_computed
    assert [text for level, text in opened.headings if level == 3] == [name for name, part in parts.items() if part]


@pytest.mark.parametrize("name", sampled(SHAPES, every=4))
def test_captions_are_numbered_by_fields_that_stand_at_their_number(name, case):
    document, opened = case(name)
    figures = [f"Gambar {figure.number} {figure.caption}" for figure in document.annex.figures]
    assert opened.of_style("Keterangan Gambar") == [" ".join(caption.split()) for caption in figures]
    chapters = (document.plans, document.realisation, document.conclusion)
    tables = [f"{head.label} {head.title}" for chapter in chapters for head in chapter.tables]
    captions = [text for text in opened.of_style("Caption") if text.startswith("Tabel")]
    assert captions == [" ".join(caption.split()) for caption in tables]
    counted = [code.split()[1] for code, _result in opened.fields if code.startswith("SEQ")]
    assert Counter(counted) == {
        kind: count
        for kind, count in (
            ("Tabel", len(tables)),
            ("Gambar", len(figures)),
            ("Grafik", bool(document.plans.results.chart)),
        )
        if count
    }


def test_a_chapter_counts_its_tables_from_one(case):
    _document, opened = case("ordinary")
    counted = [(code, result) for code, result in opened.fields if code.startswith("SEQ Tabel")]
    again = "SEQ Tabel \\* ARABIC"
    assert counted == [
        (again, "1"),
        (again, "2"),
        (f"{again} \\r 1", "1"),
        (again, "2"),
        (again, "3"),
        (f"{again} \\r 1", "1"),
    ]


@pytest.mark.parametrize("name", ["ordinary", "mixed"])
def test_pictures_are_there_with_what_stands_for_them(name, case):
    document, opened = case(name)
    photos = [figure.picture.alt for figure in document.annex.figures]
    shown = opened.alternatives
    assert [alt for alt in shown if alt in set(photos)] == photos
    assert document.plans.results.chart.description in shown
    assert all(shown)
    stored = {relation.target_ref for relation in opened.word.part.rels.values() if relation.reltype.endswith("/image")}
    assert len(stored) >= len({figure.picture.sha256 for figure in document.annex.figures})


def test_the_contents_are_a_field_with_every_entry_and_its_page(case):
    document, opened = case("ordinary")
    made = [code for code, _result in opened.fields if code.startswith("TOC")]
    lists = [f'TOC \\h \\z \\c "{kind}"' for kind in ("Tabel", "Grafik", "Gambar")]
    assert made == ['TOC \\o "1-2" \\h \\z \\b isi_laporan', *lists]
    listed = opened.of_style("toc 1", "toc 2")
    assert listed == [" ".join(f"{entry.label} {entry.title}".split()) for entry in document.contents]
    pages = opened.listed_pages
    assert len(pages) == len(listed)
    assert pages == sorted(pages)
    assert pages[0] == 3


def test_the_contents_tell_of_the_report_up_to_the_heading_of_the_annex(case):
    _document, opened = case("ordinary")
    begin = next(m for m in opened.body.iter(qn("w:bookmarkStart")) if m.get(qn("w:name")) == "isi_laporan")
    ends = {mark.get(qn("w:id")): mark for mark in opened.body.iter(qn("w:bookmarkEnd"))}
    first, last = begin.getparent(), ends[begin.get(qn("w:id"))].getparent()
    assert (first.style, last.style) == ("Heading1", "Heading1")
    assert text_of(first) == "KATA PENGANTAR"
    assert text_of(last) == "LAMPIRAN"


def test_every_anchor_that_is_led_to_is_named_once(case):
    _document, opened = case("ordinary")
    names = [mark.get(qn("w:name")) for mark in opened.body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    led_to = {link.get(qn("w:anchor")) for link in opened.body.iter(qn("w:hyperlink"))}
    led_to |= {code.split()[1] for code, _result in opened.fields if code.startswith("PAGEREF")}
    assert led_to <= set(names)


@pytest.mark.parametrize("name", ["ordinary", "mixed"])
def test_tables_repeat_their_head_and_keep_their_rows_whole(name, case):
    document, opened = case(name)
    assert len(opened.tables) >= len(document.tables)
    for table in opened.tables:
        rows = table._element.findall(qn("w:tr"))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert heads[0]
        assert heads == sorted(heads, reverse=True)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_every_sheet_is_upright_even_with_a_column_for_each_of_twelve_months(case):
    document, opened = case("mixed")
    assert len(document.plans.table.months) == 12
    sides = {(round(section.page_width.mm), round(section.page_height.mm)) for section in opened.word.sections}
    assert sides == {(215, 330)}


@pytest.mark.parametrize("name", ["ordinary", "young"])
def test_it_is_told_to_be_a_concept_on_its_first_page_and_above_every_other(name, case):
    _document, opened = case(name)
    assert opened.paragraphs[0] == ("Tanda Konsep", CONCEPT)
    for section in opened.word.sections:
        assert CONCEPT in "".join(p.text for p in section.header.paragraphs)
    about = opened.word.core_properties
    assert (about.content_status, about.category) == (CONCEPT, "Konsep")


def test_pages_are_numbered_at_their_foot(case):
    _document, opened = case("ordinary")
    foot = opened.word.sections[-1].footer._element
    assert "PAGE" in "".join(code.text for code in foot.iter(qn("w:instrText")))


def test_the_file_is_indonesian_and_says_whose_it_is(case):
    document, opened = case("ordinary")
    about = opened.word.core_properties
    assert (about.author, about.language) == (document.office.name, "id-ID")
    assert document.office.short_name in about.title
    language = opened.word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "id-ID"
    fonts = {style.font.name for style in opened.word.styles if style.name in ("Normal", "Heading 1", "Caption")}
    assert fonts == {"Bookman Old Style"}


def test_numbered_lists_begin_anew_each(case):
    _document, opened = case("ordinary")
    numbers = [mark.get(qn("w:val")) for mark in opened.body.iter(qn("w:numId"))]
    root = opened.word.part.numbering_part.element
    defined = [number.get(qn("w:numId")) for number in root.findall(qn("w:num"))]
    assert len(set(numbers)) > 4
    assert set(numbers) <= set(defined)
    assert len(defined) == len(set(defined))


def test_what_is_typed_stays_text_whatever_it_holds():
    """Markup, braces, and signs that no XML may hold: the file opens, and says what can be said of them."""
    hostile = "A<w:t>\x01\x0b\x1f\x7f\ufffe&amp;]]>{{ x }}"
    photo = Photo("photos/a.jpg", hostile, None)
    plan = make_plan(f"Program {hostile}", evidence=Evidence(hostile, (photo,)))
    cycle = make_cycle(followup=make_followup((of("waktu", plan, rationale=hostile),)))
    source = replace(CASES["young"](), cycle=cycle, pictures=stored_pictures(cycle))
    opened = Opened(word_bytes(build(source)))
    said = [text for _style, text in opened.paragraphs if "Program A<w:t>" in text]
    assert len(said) >= 3
    assert all("&amp;]]>{{ x }}" in text for text in said)
    assert any("A<w:t>" in alt for alt in opened.alternatives)


def test_a_report_of_completion_is_written_by_the_same_walk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = addendum()
    path = tmp_path / "1" / "loket.jpg"
    path.parent.mkdir()
    path.write_bytes(picture(LANDSCAPE, 3))
    document = _with_stored(document)
    opened = Opened(word_bytes(document))
    printed = words_of_page(print_html(document, PrintLinks()))
    assert opened.words - Counter(CONCEPT.split()) == printed
    assert opened.paragraphs[0] == ("Tanda Konsep", CONCEPT)
    assert [level for level, _text in opened.headings] == [1, 1, 2]
    assert opened.of_style("Caption") == [
        f"{head.label} {head.title}" for head in (document.standing_head, document.head, document.left_head) if head
    ]
    assert document.annex.figures[0].picture.alt in opened.alternatives


def _with_stored(document):
    """The same with the digest of the picture that the test stored."""
    from hashlib import sha256

    group = document.annex.groups[0]
    figure = group.figures[0]
    stored = replace(figure.picture, sha256=sha256(picture(LANDSCAPE, 3)).hexdigest())
    rows = ((replace(figure, picture=stored),),)
    return replace(document, annex=replace(document.annex, groups=(replace(group, rows=rows),)))


@pytest.mark.prove
def test_a_report_of_25_photos_takes_three_seconds_at_most():
    document = build(CASES["ordinary"]())
    word_bytes(document)  # templates, fonts and styles are read once
    with processor() as used:
        word_bytes(document)
    assert used.seconds < 3

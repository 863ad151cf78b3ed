"""Every reference that is printed — and clicked — leads to the page on which the thing really stands."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from reports.templatetags.report_document import is_some_lines
from reports.words.glyphs import printable
from tests.reports.printing.cases import DEAR_ONES_PROVE

FOOT_MM = 24
UNNUMBERED_FIRST = 2  # cover and title page


@pytest.fixture(params=DEAR_ONES_PROVE)
def case(request, report):
    return report(request.param)


def squeezed(text):
    """Text as it can be compared: what the fonts print, without the blanks and hyphens that line ends add or take."""
    return "".join(printable(text).replace("\N{HYPHEN}", "").split())


def places_of(case):
    """The page of every anchor of the document, found by what stands there."""
    if not hasattr(case, "places"):
        case.places = _places(case)
    return case.places


def _places(case):
    printed, document = case.printed, case.document
    headings = [(squeezed(printed.text_of(e)), e.page) for e in printed.root.find("H1", "H2")]
    captions = [(squeezed(printed.text_of(e)), e.page) for e in printed.root.find("Caption")]
    paragraphs = [(squeezed(printed.text_of(e)), e.page) for e in printed.root.find("P")]
    found, trend = {}, document.realisation.evaluation.trend
    for entry in document.contents:
        found[entry.anchor] = _first(headings, entry.label + entry.title)
    for group in document.annex.groups:
        found[group.anchor] = _first(headings, group.heading)
    for head in [
        head for chapter in (document.plans, document.realisation, document.conclusion) for head in chapter.tables
    ]:
        found[head.anchor] = _first(paragraphs, head.label + head.title)
    for chart in filter(None, (document.plans.results.chart, trend and trend.chart)):
        found[chart.anchor] = _first(captions, chart.label + chart.title)
    for figure in document.annex.figures:
        found[figure.anchor] = _first(captions, f"Gambar {figure.number}{figure.caption}")
    found["tanda-tangan"] = _signature_page(case)
    return found


def _first(things, text):
    return next(page for words, page in things if words == squeezed(text))


def _signature_page(case):
    """Where Bab IV ends: between its heading and the annex, the last page on which the signatory's line stands."""
    signature = case.document.conclusion.signature
    words = squeezed(signature.nip or signature.title)
    pages = [page for page in case.printed.pages if words in squeezed(page.text)]
    return pages[-1].number


def lists_of(case):
    """The lines of the four lists as they are tagged: until another heading comes."""
    found, within = [], False
    for element in case.printed.root.find("H1", "LI"):
        if element.role == "H1":
            within = case.printed.text_of(element).startswith("DAFTAR")
        elif within:
            found.append(element)
    return found


def entries_of(document):
    return [*document.contents, *document.tables, *document.charts, *document.figures]


def test_lists_name_the_pages_on_which_things_stand(case):
    places = places_of(case)
    expected = [squeezed(f"{e.label}{e.title}{places[e.anchor]}") for e in entries_of(case.document)]
    assert [squeezed(case.printed.text_of(line)) for line in lists_of(case)] == expected


def proofs_of(document):
    """Every reference into the annex in the order of the tables, and those between groups of the annex."""
    rows = [row for group in document.realisation.groups for row in group.rows] + list(document.realisation.upkeep_rows)
    from_tables = [(proof.anchor, proof.figures) for row in rows for proof in row.proofs]
    shared = [(figure.anchor, (str(figure.number),)) for group in document.annex.groups for figure in group.shared]
    return from_tables, shared


def numbers_of(figures):
    """The numbers that ``9–15`` or ``7`` names."""
    ends = [int(end) for end in figures.split("–")]
    return range(ends[0], ends[-1] + 1)


def pages_of(case, anchor, figures):
    """What must be printed for a reference: from the first to the last page of its figures, found on the pages."""
    places = places_of(case)
    found = [places[f"gambar-{number}"] for run in figures for number in numbers_of(run)] or [places[anchor]]
    return f"{min(found)}–{max(found)}" if min(found) < max(found) else f"{min(found)}"


def test_tables_name_the_pages_of_their_evidence(case):
    places = places_of(case)
    from_tables, shared = proofs_of(case.document)
    body = squeezed(case.printed.text())
    said = re.findall(r"(?:Terlampirpada|serta)Halaman([\d–]+)(?:\(Gambar([\d–,]+)\))?", body)
    assert said == [(pages_of(case, *proof), ",".join(proof[1])) for proof in from_tables]
    said = re.findall(r"LihatjugaGambar(\d+)padaHalaman(\d+)", body)
    assert said == [(*figures, str(places[anchor])) for anchor, figures in shared]


@pytest.mark.parametrize("name", ["ordinary", pytest.param("wordy", marks=pytest.mark.prove)])
def test_references_are_tried_over_several_pages(report, name):
    """Negative control: these shapes have groups that run on to another page."""
    case = report(name)
    pages = {pages_of(case, *proof) for proof in proofs_of(case.document)[0]}
    assert any("–" in page for page in pages)


def test_figures_stand_on_or_after_the_page_that_is_named_for_them(case):
    places = places_of(case)
    for group in case.document.annex.groups:
        pages = [places[figure.anchor] for figure in group.figures]
        assert pages == sorted(pages)
        fits = sum(map(len, group.note)) < 1000
        is_below_table = bool(case.document.publications) and group is case.document.annex.groups[-1]
        apart = (
            1 if is_below_table or is_some_lines(group.note) else 0
        )  # a text of some lines may go before its pictures
        assert not pages or not fits or 0 <= pages[0] - places[group.anchor] <= apart, group.heading


def test_the_preface_names_the_page_of_the_signature(case):
    said = re.findall(r"ditandatanganisecaraelektronikpadahalaman(\d+)", squeezed(case.printed.text()))
    signing = case.document.signing
    told = bool(signing) and signing.way != "by_hand"
    assert said == ([str(_signature_page(case))] if told else [])


def test_links_lead_where_the_print_beside_them_says(case):
    places = places_of(case)
    targets = [goal for page, _box, goal in case.printed.links()]
    from_tables, shared = proofs_of(case.document)
    anchors = [e.anchor for e in entries_of(case.document)] + [anchor for anchor, _figures in from_tables + shared]
    expected = {anchor: places[anchor] for anchor in anchors}
    assert {*targets} == {*expected.values()}
    assert len(targets) >= len(anchors)
    named = case.printed.names()
    assert {anchor: named[anchor][0] for anchor in expected} == expected


def test_each_line_of_a_list_is_a_link_to_its_page(case):
    places, links = places_of(case), list(case.printed.links())
    lines = lists_of(case)
    for line, entry in zip(lines, entries_of(case.document), strict=True):
        over = [
            goal
            for words in case.printed.texts_of(line)
            for page, box, goal in links
            if page == line.page and box.left - 1 <= words.x <= box.right and _covers(box, words.y)
        ]
        assert places[entry.anchor] in over, entry


def _covers(box, y):
    low, high = sorted((box.bottom, box.top))
    return low - 1 <= y <= high + 1


def test_the_outline_holds_every_heading_with_its_page(case):
    headings = [(int(e.role[1]), squeezed(case.printed.text_of(e)), e.page) for e in case.printed.root.find("H1", "H2")]
    subjects = {squeezed(group.heading): squeezed(f": {group.subject}") for group in case.document.annex.groups}
    expected = [(level, title + subjects.get(title, ""), page) for level, title, page in headings]
    assert [(level, squeezed(title), page) for level, title, page in case.printed.outline()] == expected


def test_the_printed_page_number_is_that_of_the_file(case):
    pages = case.printed.pages
    for page in pages[UNNUMBERED_FIRST:-1]:
        foot = [text for text in page.texts if text.y < FOOT_MM * 72 / 25.4]
        assert foot[-1].text == str(page.number)
    for page in (pages[0], pages[1], pages[-1]):
        assert str(page.number) not in [text.text for text in page.texts]


@pytest.mark.prove
def test_another_reader_reads_the_same_words(report):
    """Negative control of our own reading: an independent one finds the same text on every page."""
    case = report("one")
    pages = PdfReader(BytesIO(case.data)).pages
    for ours, theirs in zip(case.printed.pages, pages, strict=True):
        assert sorted(squeezed(ours.text)) == sorted(squeezed(theirs.extract_text()))

"""Whatever an office has entered: every word is printed, nothing leaves its place, pages break where they may."""

import re
from itertools import groupby, pairwise

import page as validator
import pytest

from reports.cycle.model import PriorityData
from reports.document.build import build
from reports.document.chapters.publications import HEADING as PUBLICATIONS
from reports.printing.html import print_html
from reports.printing.links import PrintLinks
from reports.printing.pdf import render_pdf
from reports.templatetags.report_document import SOME_LINES
from reports.words.breaking import JOINT, SOFT_HYPHEN
from reports.words.language import paragraphs_of
from tests.make_cycle import ELEMENT_KEYS, make_cycle, make_followup, make_plan, make_source
from tests.mass import sampled
from tests.reports.printing.cases import ADDRESS, DEAR_ONES_PROVE
from tests.reports.printing.reading import Printed
from tests.reports.printing.test_html import Page
from tests.reports.printing.test_references import squeezed

HEAD_MM, FOOT_MM = 20, 20
POINT = 72 / 25.4
HYPHEN = "\N{HYPHEN}"
LONGEST_WORD = 24  # what is longer is no word, and may be cut where the line ends
TOO_LONG = 2000  # characters of one text from which on it may not fit on the rest of any page


@pytest.fixture(params=DEAR_ONES_PROVE)
def case(request, report):
    return report(request.param)


def typed_texts(case):
    """Every text that somebody entered and that a report prints."""
    cycle = case.source.cycle
    office, followup = cycle.office, cycle.followup
    yield from (
        office.name,
        office.short_name,
        office.place,
        office.address,
        office.website,
        office.phone,
        office.email,
    )
    yield from (social.label for social in office.socials)
    yield from (cycle.signatory.name, cycle.signatory.title)
    yield from cycle.narrative.values()
    for priority in followup.priorities:
        yield priority.rationale if "2.2" not in cycle.narrative else ""
        for plan in priority.plans:
            done = plan.realisation
            yield from (plan.programme, plan.indicator, plan.target, done.description, done.obstacle)
            if plan.completion and done.status != "done":
                yield from (plan.completion.reason, plan.completion.strategy)
            yield from _evidence(plan.evidence)
    for item in followup.upkeep:
        yield item.activity
        yield from _evidence(item.evidence)


def _evidence(evidence):
    yield evidence.note
    yield from (photo.caption for photo in evidence.photos)


def words_of(text):
    """The words of a text; what is longer than a line in pieces, as a page's end may part it."""
    for word in (text or "").split():
        yield from (word[at : at + 12] for at in range(0, len(word), 12)) if len(word) > 60 else (word,)


def test_every_word_that_was_entered_is_printed(case):
    printed = squeezed(case.printed.text(HEAD_MM, 15))
    lost = [w for text in typed_texts(case) for w in words_of(text) if squeezed(w) not in printed]
    parted_by_page_ends = [w for w in lost if re.fullmatch(r"\S{12}", w)]
    assert [w for w in lost if w not in parted_by_page_ends] == []
    assert len(set(parted_by_page_ends)) <= len(case.printed.pages)


def pages_between(printed, first, last):
    places = printed.names()
    return places[last][0] - places[first][0]


def test_the_summary_is_one_page(case):
    if case.document.summary:
        assert pages_between(case.printed, "ringkasan-eksekutif", "bab-1") <= 1


@pytest.mark.prove
def test_the_summary_of_thirty_open_plans_is_one_page():
    """Names of every length, and elements whose names take several lines."""
    plans = [make_plan("Menata ruang tunggu pemohon " * (1 + number % 7), "in_progress") for number in range(30)]
    priorities = [PriorityData(key, None, tuple(plans[place::9])) for place, key in enumerate(ELEMENT_KEYS)]
    document = build(make_source(make_cycle(followup=make_followup(priorities, upkeep=()))))
    assert 0 < len(document.summary.owed) < 30
    assert pages_between(Printed(render_pdf(document)), "ringkasan-eksekutif", "bab-1") <= 1


def html_of(case):
    return Page(print_html(case.document, PrintLinks()))


def lines_of(texts):
    """What is written on each line, pieces of one line put together as they stand."""
    lines = []
    for text in texts:
        if lines and lines[-1][0] == (text.page, round(text.y)):
            gap = " " if text.x - lines[-1][2] > text.size / 8 else ""
            lines[-1] = (lines[-1][0], lines[-1][1] + gap + text.text, text.x + text.width)
        else:
            lines.append(((text.page, round(text.y)), text.text, text.x + text.width))
    return [words for _place, words, _end in lines]


def pieces_of(text):
    """Words, parted where a line may end within one and shows that it does."""
    return re.findall(r"[^\s/–-]+", text)


def broken_words(case):
    """Words on the paper that are none of the document's: parts of one that a line's end has cut."""
    words = " ".join(html_of(case).words).translate({ord(mark): None for mark in (SOFT_HYPHEN, JOINT)}).split()
    known = {piece for word in words for piece in pieces_of(word)} | set(pieces_of(" ".join(words)))
    endless = "\n".join(word for word in words if len(word) > LONGEST_WORD)
    begun = ""  # of a word whose hyphen ends an element: the second part of a row, or of words set apart in their line
    for element in case.printed.root.find("P", "TD", "TH", "H1", "H2", "Caption", "LBody", "Span", "Lbl"):
        if not element.marks:
            continue
        told = "\n".join(lines_of(case.printed.texts_of(element))).replace(f"{HYPHEN}\n", "")
        for piece in pieces_of(told):
            goes_on = piece.endswith(HYPHEN)
            if (
                piece not in known
                and piece.strip(".,;:()") not in known  # typed behind words that are set apart
                and begun + piece not in known
                and piece.rstrip(".,;:") not in endless
                and not goes_on
                and not re.fullmatch(r"[\d.,;:()•◦]+", piece)
            ):
                yield piece
            begun = piece.removesuffix(HYPHEN) if goes_on else ""


def test_no_word_or_number_is_broken_without_a_hyphen(case):
    assert list(broken_words(case)) == []


def test_legal_bases_and_elements_are_printed(case):
    printed = squeezed(case.printed.text(HEAD_MM, 15))
    names = [element.name for element in case.source.instrument.elements]
    bases = case.source.legal_bases if "1.2" not in case.source.cycle.narrative else ()
    assert [text for text in (*names, *bases) if squeezed(text) not in printed] == []


def test_nothing_leaves_the_page(case):
    for page in case.printed.pages:
        for text in page.texts:
            assert text.x >= 0 and text.x + text.width <= page.width + 0.5, text
            assert text.y >= 0 and text.y + text.size <= page.height + 0.5, text
    for page in case.printed.pages[1:-1]:  # pictures on covers are cropped
        for box in page.pictures:
            assert box.left >= -0.5 and box.right <= page.width + 0.5, box
            assert box.bottom >= -0.5 and box.top <= page.height + 0.5, box


def test_text_keeps_to_its_margins_and_cells(case):
    for page in case.printed.pages[1:-1]:
        assert [t for t in page.within(HEAD_MM, FOOT_MM) if t.x + t.width > page.width - 19 * POINT] == []
    for row in case.printed.root.find("TR"):
        cells = [case.printed.texts_of(cell) for cell in row.kids]
        for cell, following in pairwise([cell for cell in cells if cell]):
            assert max(t.x + t.width for t in cell) <= min(t.x for t in following) + 0.5, cell[0]


@pytest.mark.parametrize("profile", sampled(["3a", "ua1"], every=3))
def test_it_conforms(case, profile):
    result = validator.validate_pdf_bytes(case.data, profile=profile)
    assert result.is_compliant, result.failures


def test_only_the_packaged_fonts_are_embedded(case):
    names = {
        str(font.BaseFont).partition("+")[2]
        for page in case.printed.pdf.pages
        for font in page.get("/Resources", {}).get("/Font", {}).values()
    }
    assert names <= {
        "Laporan",
        "Laporan-Bold",
        "Laporan-Italic",
        "Laporan-Bold-Italic",
        "Laporan-Sans",
        "Laporan-Sans-Bold",
    }


def test_no_heading_or_table_caption_ends_a_page(case):
    marks = {mark for e in case.printed.root.find("H1", "H2") for mark in e.all_marks()}
    captions = [e for e in case.printed.root.find("P") if re.match(r"Tabel \d\.\d ", case.printed.text_of(e))]
    marks |= {mark for e in captions for mark in e.all_marks()}
    for page in case.printed.pages[2:-1]:
        body = page.within(HEAD_MM, FOOT_MM)
        lowest = min(body, key=lambda text: text.y)
        pictures = [box for box in page.pictures if box.bottom < lowest.y]
        assert (page.number, lowest.mcid) not in marks or pictures, lowest


def test_table_heads_are_on_every_page_of_a_table(case):
    """But where the rest of one endless row leaves no room for it: then the renderer prints the row alone."""
    for table in case.printed.root.find("Table"):
        heads = squeezed(" ".join(case.printed.text_of(head) for head in table.find("THead")))
        for number in table.pages()[1:]:
            if heads not in squeezed(case.printed.pages[number - 1].text):
                rows = [row for row in table.find("TR") if number in row.pages()]
                assert len(rows) == 1 and rows[0].pages()[0] < number


def test_no_row_is_split_that_fits_on_a_page(case):
    for row in case.printed.root.find("TR"):
        if len(row.pages()) > 1:
            assert max(len(case.printed.text_of(cell)) for cell in row.kids) > TOO_LONG / 3


def test_a_group_of_evidence_stays_together_to_its_first_pictures(case):
    headings = {squeezed(case.printed.text_of(e)): e.page for e in case.printed.root.find("H2")}
    captions = {squeezed(case.printed.text_of(e)): e.page for e in case.printed.root.find("Caption")}
    for group in case.document.annex.groups:
        start = headings[squeezed(group.heading)]
        words = squeezed(" ".join(group.note)[:40])
        assert words in squeezed(case.printed.pages[start - 1].text)
        if group.heading == PUBLICATIONS:  # whose table stands before its pictures
            assert squeezed(case.document.publications[0].place) in squeezed(case.printed.pages[start - 1].text)
        elif sum(map(len, group.note)) < TOO_LONG / 2 and group.rows:
            first = group.rows[0][0]
            may_go_before = sum(map(len, group.note)) >= SOME_LINES
            assert captions[squeezed(f"Gambar {first.number} {first.caption}")] - start in range(1 + may_go_before)


def test_no_page_holds_only_a_line_or_two(case):
    for page in case.printed.pages[2:-1]:
        lines = [y for y, _texts in groupby(sorted(round(text.y) for text in page.within(HEAD_MM, FOOT_MM)))]
        assert page.pictures or len(lines) > 2, page.text


def test_pictures_keep_their_proportions(case):
    figures = {figure.picture.sha256: figure.picture for figure in case.document.annex.figures}
    boxes = [box for page in case.printed.pages[2:-1] for box in page.pictures]
    assert len(boxes) == len(figures)
    for box, figure in zip(boxes, case.document.annex.figures, strict=True):
        drawn = (box.right - box.left) / (box.top - box.bottom)
        assert drawn == pytest.approx(figure.picture.width / figure.picture.height, rel=0.02)
        assert box.right - box.left > 15 * POINT


def test_the_paper_is_the_office_s(case):
    width, height = {"A4": (210, 297), "F4": (215, 330)}[case.source.appearance.paper]
    for page in case.printed.pages:
        sides = (page.width, page.height) if page.width < page.height else (page.height, page.width)
        assert sides == pytest.approx((width * POINT, height * POINT), abs=0.5)


@pytest.mark.prove
def test_addresses_longer_than_a_line_are_broken_not_cut(report):
    printed = squeezed(report("unbroken").printed.text(HEAD_MM, 15))
    assert ADDRESS in printed
    assert all(paragraphs_of(ADDRESS))


def test_markup_that_was_typed_stands_as_it_was_typed(report):
    printed = squeezed(report("marked_up").printed.text(HEAD_MM, 15))
    for piece in (
        "<script>alert(1)</script>",
        "<style>*{display:none}</style>",
        "&amp;",
        "{{ikm}}",
        "{%now%}",
        "</td></table><!--",
    ):
        assert printed.count(piece) > 15, piece

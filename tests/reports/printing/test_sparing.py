"""Pages are laid out again only where a number on them changed, no line is broken twice, what is not there unstyled."""

from collections import Counter
from io import BytesIO

import pypdf
import pytest
import weasyprint.css
import weasyprint.layout.page
import weasyprint.text.line_break

from reports.printing.pdf import pdf_of

STYLE = """<style>
@page { size: 100mm 60mm; margin: 5mm; @bottom-right { content: none } }
p, h1 { font: 12pt/16pt "Laporan Sans"; margin: 0 } section { break-before: page }
.hal::after { content: target-counter(attr(data-hal), page) } tr { break-inside: avoid }
table { table-layout: fixed; width: 100% }
</style>"""


def page(body):
    return f"<!DOCTYPE html><html lang=id><head><title>Uji</title>{STYLE}</head><body>{body}</body></html>"


def contents(*names):
    return "".join(f'<p>{name} ada pada halaman <span class="hal" data-hal="#{name}"></span>.</p>' for name in names)


def texts(html):
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf_of(html, {}, tagged=False))).pages]


@pytest.fixture
def made(monkeypatch):
    """How often each page was laid out, by its number."""
    times = Counter()
    make = weasyprint.layout.page.make_page

    def counted(context, root_box, page_type, resume_at, number, state):
        times[number] += 1
        return make(context, root_box, page_type, resume_at, number, state)

    monkeypatch.setattr(weasyprint.layout.page, "make_page", counted)
    return times


@pytest.fixture
def broken(monkeypatch):
    """Each text of which a line was asked for."""
    asked = Counter()
    create = weasyprint.text.line_break.create_layout

    def counted(text, *rest):
        asked[text] += 1
        return create(text, *rest)

    monkeypatch.setattr(weasyprint.text.line_break, "create_layout", counted)
    return asked


def test_only_the_page_with_the_numbers_is_laid_out_again_and_once(made):
    chapters = "".join(f'<section id="{name}"><h1>{name}</h1></section>' for name in ("Satu", "Dua", "Tiga"))
    first, *_others = texts(page(contents("Satu", "Dua", "Tiga") + chapters))
    assert [line.rpartition(" ")[2] for line in first.splitlines()] == ["2.", "3.", "4."]
    assert made == {1: 2, 2: 1, 3: 1, 4: 1}


def test_pages_without_numbers_are_laid_out_once(made):
    texts(page("<p>Satu</p><section><p>Dua</p></section>"))
    assert made == {1: 1, 2: 1}


def test_a_number_that_moves_what_it_points_at_is_told_as_it_is_at_the_end(made):
    """With its two digits the list no longer fits on its page, so that everything behind it is a page further."""
    narrow = "<style>.hal { display: block; width: 3mm; overflow-wrap: anywhere }</style>"
    fill = "<p>Isi</p>" * 5
    between = "<section><p>Bab</p></section>" * 8
    html = page(f'{narrow}{fill}{contents("Akhir")}<p>Batas</p>{between}<section id="Akhir"><h1>Akhir</h1></section>')
    printed = texts(html)
    at = next(number for number, text in enumerate(printed, 1) if text.strip() == "Akhir")
    told = "".join(printed[:2]).split("halaman")[1].split("Batas")[0]
    assert "".join(told.split()) == f"{at}."
    assert made[1] >= 2


def test_a_reference_backwards_is_right_too():
    printed = texts(page(f'<h1 id="Awal">Awal</h1><section>{contents("Awal")}</section>'))
    assert printed[1].strip().endswith("halaman 1.")


def test_pages_that_are_not_wanted_are_given_up_before_their_numbers_are_known(made):
    """Of two layouts the first only tells that the second is worth it."""
    closer = "<style>html[data-rapat] p { line-height: 15pt }</style>"
    lines = "".join(f"<p>Baris {number}</p>" for number in range(32)) + contents("Awal")
    printed = texts(page(f'{closer}<article><section id="Awal">{lines}</section></article>'))
    assert len(printed) == 4
    assert made == {1: 2, 2: 2, 3: 2, 4: 3, 5: 1}


def test_a_row_that_moves_to_the_next_page_is_broken_into_lines_once(broken):
    row = "<tr><td><p>Baris yang panjang sekali sehingga tidak muat pada satu baris saja nomor {}</p></td></tr>"
    printed = texts(page("<table>" + "".join(row.format(number) for number in range(20)) + "</table>"))
    assert len(printed) > 3
    assert {times for text, times in broken.items() if text[-1].isdigit()} == {1}


def test_equal_words_are_broken_once_and_printed_each_time(broken):
    printed = texts(page("<p>Seluruh Bagian</p>" * 12 + "<h1>Seluruh Bagian</h1>"))
    assert "".join(printed).count("Seluruh Bagian") == 13
    assert broken["Seluruh Bagian"] == 2, "once as a paragraph, once as a heading"


def test_what_one_document_remembers_is_nothing_to_the_next(broken):
    for _document in range(2):
        texts(page("<p>Seluruh Bagian</p>"))
    assert broken["Seluruh Bagian"] == 2


def test_items_keep_their_marker_and_nothing_else_has_a_style_of_one(monkeypatch):
    styled = Counter()
    styles = weasyprint.css.StyleFor.set_computed_styles

    def counted(self, element, parent, root=None, pseudo_type=None, **rest):
        styled[pseudo_type] += 1
        styles(self, element, parent, root, pseudo_type, **rest)

    monkeypatch.setattr(weasyprint.css.StyleFor, "set_computed_styles", counted)
    (printed,) = texts(page("<ol><li>Satu</li><li>Dua</li></ol><p>Tiga</p>"))
    assert sorted(printed.split()) == ["1.", "2.", "Dua", "Satu", "Tiga"]
    of_pages = {kind for kind in styled if kind and kind.startswith("@")}
    assert styled.keys() - of_pages == {None, "marker"}
    assert styled["marker"] == 2

"""What a reader that speaks is told: one tree over all pages, whole tables, cells with heads, pictures in place."""

import re

import pikepdf
import pytest

from reports.printing.html import DRAFT_MARK, print_html, running_mark
from reports.printing.pdf import pdf_of
from tests.reports.printing.reading import Printed
from tests.reports.printing.test_references import squeezed

PAGE = '<!doctype html><html lang="id"><head><title>Uji</title><style>{}</style></head><body>{}</body></html>'
TABLE = """<table><thead><tr><th scope="col" rowspan="2">Unsur</th><th scope="colgroup" colspan="2">Nilai</th></tr>
<tr><th scope="col">Kini</th><th scope="col">Dulu</th></tr></thead>
<tbody><tr><th scope="rowgroup" colspan="3">Depan</th></tr>
<tr><th scope="row">Waktu</th><td>3</td><td>2</td></tr></tbody>
<tbody><tr><td rowspan="2">Biaya</td><td>4</td><td>1</td></tr><tr><td>5</td><td>6</td></tr></tbody></table>"""
TWO_PAGES = """@page { size: 100mm 60mm; margin: 12mm; @bottom-center { content: "halaman " counter(page) } }
tr { break-inside: avoid } """


@pytest.fixture(scope="module", params=["mixed", pytest.param("wordy", marks=pytest.mark.prove)])
def case(request, report):
    return report(request.param)


def heads_of(printed):
    """The words of each cell of data with those of its heads, found by their names."""
    named = {str(e.source.ID): printed.text_of(e) for e in printed.root.find("TH")}
    return [
        (printed.text_of(cell), [named[str(name)] for name in cell.source.A.get("/Headers", [])])
        for cell in printed.root.find("TD")
    ]


def test_a_cell_is_told_the_heads_of_its_row_its_group_and_its_columns():
    printed = Printed(pdf_of(PAGE.format("", TABLE), {}))
    assert dict(heads_of(printed)) == {
        "3": ["Waktu", "Depan", "Nilai", "Kini"],
        "2": ["Waktu", "Depan", "Nilai", "Dulu"],
        "Biaya": ["Unsur"],
        "4": ["Nilai", "Kini"],
        "1": ["Nilai", "Dulu"],
        "5": ["Nilai", "Kini"],
        "6": ["Nilai", "Dulu"],
    }
    scopes = {printed.text_of(e): str(e.source.A.Scope) for e in printed.root.find("TH")}
    assert {scopes[head] for head in ("Unsur", "Nilai", "Kini")} == {"/Column"}
    assert {scopes[head] for head in ("Depan", "Waktu")} == {"/Row"}


def test_every_head_of_a_report_is_found_by_its_name(case):
    tree = pikepdf.NameTree(case.printed.pdf.Root.StructTreeRoot.IDTree)
    heads = [name for cell in case.printed.root.find("TD") for name in cell.source.A.get("/Headers", [])]
    assert heads
    assert {tree[str(name)].S for name in heads} == {"/TH"}
    of_groups = {(squeezed(words), head) for words, heads in heads_of(case.printed) for head in heads}
    for group in case.document.realisation.groups:
        for row in group.rows:
            cell = squeezed(f"{row.programme}Rencana: {row.planned}")
            assert (cell, f"{group.number}. {group.element}") in of_groups


def test_a_table_is_one_element_however_many_pages_it_takes(case):
    html = print_html(case.document)
    tables = case.printed.root.find("Table")
    assert len(tables) == len(re.findall("<table", html))
    assert len(case.printed.root.find("THead")) == len(re.findall("<thead", html))
    assert len(case.printed.root.find("TR")) == len(re.findall("<tr", html))
    assert any(len(table.pages()) > 1 for table in tables)
    assert [element.role for element in case.printed.root.kids[0].kids] == ["Art"]


def test_a_row_and_a_paragraph_that_a_page_parts_are_one():
    long = "kata " * 60
    printed = Printed(
        pdf_of(
            PAGE.format(
                TWO_PAGES + "tr { break-inside: auto }",
                f"<p>{long}</p><table><thead><tr><th>Kepala</th></tr></thead><tr><td>{long}</td></tr></table>",
            ),
            {},
        )
    )
    for role in ("P", "TD"):
        (element,) = printed.root.find(role)
        assert printed.text_of(element).split() == long.split()
        assert len(element.pages()) > 1
    assert [printed.text_of(head) for head in printed.root.find("TH")] == ["Kepala"]


def test_heads_and_feet_of_pages_are_not_read_out(case):
    spoken = case.printed.text_of(case.printed.root)
    is_draft = running_mark(case.document) == DRAFT_MARK
    assert spoken.count(DRAFT_MARK) == (1 if is_draft else 0)  # the page of the title has it as its own words
    for page in case.printed.pages:
        silent = [text for text in page.texts if text.mcid is None]
        assert all(
            text.y < 60 or text.y > page.height - 80 or text.page in case.printed.root.pages() for text in silent
        )


def test_every_content_leads_back_to_its_element(case):
    numbers = pikepdf.NumberTree(case.printed.pdf.Root.StructTreeRoot.ParentTree)
    for element in case.printed.root.kids[0].walk():
        for page, mark in element.marks:
            back = numbers[int(case.printed.pdf.pages[page - 1].StructParents)][mark]
            assert back.objgen == element.source.objgen


def test_every_link_leads_back_to_its_element_and_says_where_it_goes(case):
    numbers = pikepdf.NumberTree(case.printed.pdf.Root.StructTreeRoot.ParentTree)
    links = [note for page in case.printed.pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert {str(numbers[int(link.StructParent)].S) for link in links} == {"/Link"}
    told = {str(link.Contents) for link in links if "/Dest" in link}
    assert case.document.introduction.entry.title in " ".join(told)
    assert not told & {str(link.Dest) for link in links if "/Dest" in link}


def test_the_frame_of_a_picture_is_where_it_is_drawn(case):
    drawn = [box for page in case.printed.pages[2:-1] for box in page.pictures]
    frames = {squeezed(str(e.source.Alt)): (e.page, e.source.A.BBox) for e in case.printed.root.find("Figure")}
    figures = case.document.annex.figures
    assert len(drawn) == len(figures)
    assert len(figures) in (27, 3)  # mixed, with a proof of a publication; wordy
    for box, figure in zip(drawn, figures, strict=True):
        page, frame = frames[squeezed(figure.picture.alt)]
        assert page == box.page
        assert [float(edge) for edge in frame] == pytest.approx([box.left, box.bottom, box.right, box.top], abs=0.1)


def test_pictures_with_one_caption_are_told_apart(case):
    told = [str(element.source.Alt) for element in case.printed.root.find("Figure")]
    assert any(re.search(r"foto 2 dari \d", words) for words in told)
    for group in case.document.annex.groups:
        words = [figure.picture.alt for figure in group.figures]
        assert len(set(words)) == len(words)


def test_lists_say_how_they_count():
    page = '<ol><li>satu<ul><li>dalam</li></ul></li></ol><ol type="a"><li>huruf</li></ol>'
    printed = Printed(pdf_of(PAGE.format("", page), {}))
    assert [str(e.source.A.ListNumbering) for e in printed.root.find("L")] == ["/Decimal", "/Circle", "/LowerAlpha"]
    assert [[kid.role for kid in item.kids] for item in printed.root.find("LI")] == [["Lbl", "LBody"]] * 3


def test_what_only_decorates_is_not_told(report):
    """A picture without words for it stays a figure, so that the validator names it."""
    case = report("one")
    address, path = next(iter(_files(case).items()))
    page = f'<section><img src="{address}" alt=""><img src="{address}"></section>'
    printed = Printed(pdf_of(PAGE.format("img { image-rendering: crisp-edges }", page), {address: path}))
    assert len(printed.root.find("Figure")) == 1


def _files(case):
    return {f"/gambar/{f.picture.sha256}.jpg": f.picture.path for f in case.document.annex.figures}

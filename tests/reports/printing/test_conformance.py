"""One file is PDF/A-3a and PDF/UA-1: what each step of the recipe is for, and what the file may hold.

A step that the validator would not miss is proven by reading the tags.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from types import SimpleNamespace

import page as validator
import pikepdf
import pydyf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from weasyprint import HTML

from reports.printing import pdf
from reports.printing.html import print_html
from reports.printing.links import PrintLinks, stored_files
from reports.printing.pdf import FileNotOursError, pdf_of, render_pdf
from tests.mass import sampled
from tests.reports.printing.cases import CASES
from tests.reports.printing.reading import Printed
from tests.reports.printing.test_references import squeezed

SHORT = '<!doctype html><html lang="id"><head><title>Uji</title></head><body><section>{}</section></body></html>'


@pytest.fixture(scope="module")
def page(report):
    """The smallest report with a photo, as HTML with its files, and printed by the whole recipe."""
    document = report("one").document
    links = PrintLinks()
    return SimpleNamespace(
        document=document,
        html=print_html(document, links),
        files=stored_files(document, links),
        whole=report("one").data,
    )


def printed(page, change=lambda html: html, variant="pdf/a-3a", finisher=pdf._finish):
    """The page printed by the recipe, or by all of it but one step."""
    source = HTML(string=change(page.html), base_url=f"{pdf.BASE_URL}/", url_fetcher=pdf._fetcher(page.files))
    return source.write_pdf(
        pdf_variant=variant, finisher=finisher, counter_style=pdf._page_ranges(), presentational_hints=True
    )


def failures(data):
    return {
        profile: {failure.rule_id for failure in validator.validate_pdf_bytes(data, profile=profile).failures}
        for profile in ("3a", "ua1")
    }


def styled(css):
    return lambda html: html.replace("</head>", f"<style>{css}</style></head>")


def without(pattern):
    return lambda html: re.sub(pattern, "", html)


def metadata_of(pdf_file):
    return next(item for item in pdf_file.objects if getattr(item, "extra", {}).get("Type") == "/Metadata")


def only_uncompressed(_document, pdf_file):
    metadata_of(pdf_file).compress = False


def left_compressed(document, pdf_file):
    pdf._finish(document, pdf_file)
    metadata_of(pdf_file).compress = True


def without_schema(document, pdf_file):
    pdf._finish(document, pdf_file)
    metadata = metadata_of(pdf_file)
    metadata.stream = [
        re.sub(rb"<rdf:Description[^>]*pdfaExtension.*?</rdf:Description>", b"", metadata.stream[0], flags=re.DOTALL)
    ]


def test_the_whole_recipe_passes_both_profiles(page):
    assert failures(page.whole) == {"3a": set(), "ua1": set()}
    assert page.whole == printed(page)


@pytest.mark.parametrize(
    ("profile", "rule", "step"),
    sampled(
        [
            ("3a", "PDFA3A-TAGGED-DOCUMENT-001", {"variant": "pdf/a-3b"}),
            ("3a", "PDFA3A-DEVICE-RGB-001", {"variant": "pdf/ua-1"}),
            ("3a", "PDFA3A-IMAGE-INTERPOLATE-001", {"change": styled(".laporan img { image-rendering: auto }")}),
            ("3a", "PDFA3A-METADATA-FILTER-001", {"finisher": left_compressed}),
            ("ua1", "PDFUA1-ID-PART-001", {"finisher": only_uncompressed}),
            ("3a", "PDFA3A-XMP-EXTENSION-PROPERTY-DEFINITION-001", {"finisher": without_schema}),
            ("ua1", "PDFUA1-TEXT-LANGUAGE-001", {"change": without(' lang="id"')}),
            ("ua1", "PDFUA1-METADATA-TITLE-001", {"change": without("<title>.*?</title>")}),
            ("ua1", "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", {"change": without(' alt="[^"]*"')}),
        ],
        every=3,
    ),
    ids=lambda value: value if isinstance(value, str) and value.startswith("PDF") else "",
)
def test_without_a_step_it_fails(page, profile, rule, step):
    assert rule in failures(printed(page, **step))[profile]


def headed_by(data):
    """How many heads each cell of the last row has in the first table with a head: its column's and its row's."""
    with pikepdf.open(BytesIO(data)) as file:
        tables = (node for node in _nodes(file.Root.StructTreeRoot.K) if node.S == "/Table")
        table = next(node for node in tables if any(part.S == "/THead" for part in _nodes(node)))
        row = [node for node in _nodes(table) if node.S == "/TR"][-1]
        return [len(node.A.Headers) for node in _nodes(row) if node.S == "/TD"]


def _nodes(node):
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _nodes(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _nodes(node.get("/K", pikepdf.Array()))


@pytest.mark.prove
def test_the_scope_of_a_head_cell_ties_its_cells_to_it(page):
    """The validator does not miss it; a reader that speaks a table cell by cell does."""
    assert headed_by(page.whole) == [2] * 7
    assert headed_by(printed(page, without(' scope="[^"]*"'))) == [1] * 7


def empty_links(data):
    return [e for e in Printed(data).root.find("Link") if not e.marks]


@pytest.mark.prove
def test_page_numbers_beside_links_or_within_them_make_no_link_without_words(page):
    """The renderer's own tags made an element of a number within a link; the validator passes that."""
    inside = printed(page, styled(".hanya-cetak a::after { content: target-counter(attr(href), page) }"))
    assert empty_links(page.whole) == empty_links(inside) == []
    assert len(Printed(inside).root.find("Link")) == len(Printed(page.whole).root.find("Link"))


@pytest.mark.prove
def test_no_stream_ends_ambiguously(page):
    """A stream whose data end in CR: followed by LF alone, a reader counts one byte too few."""
    assert set(re.findall(rb"(.)\nendstream", page.whole, re.DOTALL)) == {b"\r"}
    text = next(text for text in map(str, range(100_000)) if zlib.compress(text.encode())[-1:] == b"\r")
    assert failures(_with_stream(page, text, pdf._finish)) == {"3a": set(), "ua1": set()}
    assert failures(_with_stream(page, text, lambda _document, file: pdf._claim_ua(file)))["3a"] == {
        "PDFA3A-STREAM-LENGTH-001"
    }


def _with_stream(page, text, finish):
    """The page with one stream more, whose data end as those of ``text`` do."""

    def finisher(document, pdf_file):
        finish(document, pdf_file)
        pdf_file.add_object(pydyf.Stream([text.encode()], compress=True))

    return printed(page, finisher=finisher)


@pytest.mark.prove
def test_fonts_are_whole_or_subsets_of_the_packaged_ones(report):
    case = report("ordinary")
    for name in _font_names(case.printed.pdf):
        assert re.fullmatch(r"/[A-Z]{6}\+Laporan(-Sans)?(-Bold)?(-Italic)?", name)
    for font in _fonts(case.printed.pdf):
        assert "/FontFile3" in font.DescendantFonts[0].FontDescriptor
        assert b"TeXGyre" in font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()


def _fonts(file):
    return [font for page in file.pages for font in page.get("/Resources", {}).get("/Font", {}).values()]


def _font_names(file):
    return {str(font.BaseFont) for font in _fonts(file)}


def test_stored_photos_are_embedded_byte_for_byte(report):
    case = report("ordinary")
    embedded = {
        hashlib.sha256(image.obj.read_raw_bytes()).hexdigest()
        for page in case.printed.pdf.pages
        for image in map(pikepdf.PdfImage, page.get_images().values())
    }
    stored = {figure.picture.sha256 for figure in case.document.annex.figures}
    assert len(stored) == 25
    assert stored <= embedded


@pytest.mark.prove
def test_the_same_data_give_the_same_bytes_in_another_process(report):
    case = report("one")
    program = (
        "import django, hashlib; django.setup()\n"
        "from reports.document.build import build; from reports.printing.pdf import render_pdf\n"
        "from tests.reports.printing.cases import one\n"
        "print(hashlib.sha256(render_pdf(build(one()))).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=_environment()
    )
    assert run.stdout.strip() == hashlib.sha256(case.data).hexdigest()


def _environment():
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "skm_portal.settings", "PYTHONHASHSEED": "7"}


@pytest.mark.parametrize(
    "address",
    [
        "http://elsewhere.invalid/x.jpg",
        "https://elsewhere.invalid/x.jpg",
        "file:///etc/passwd",
        "//elsewhere.invalid/x.jpg",
        "/bukti-dukung/9902/2025-S1/foto/" + "ab" * 32 + ".jpg",
        "/static/../../etc/passwd",
        "ftp://elsewhere.invalid/x.jpg",
    ],
)
def test_it_fetches_nothing_but_its_own_files(address):
    default_storage.save("photos/9902/ab/foreign.jpg", ContentFile(b"not ours"))
    for element in (
        f'<img src="{address}" alt="x">',
        f'<link rel="stylesheet" href="{address}">',
        f'<p style="background: url({address})">x',
    ):
        with pytest.raises(FileNotOursError):
            pdf_of(SHORT.format(element), {})


def test_its_own_files_it_does_fetch(page):
    """Negative control of the refusals: a photo under its own address is printed, on the same short page."""
    address = next(iter(page.files))
    assert pdf_of(SHORT.format(f'<img src="{address}" alt="x">'), page.files).startswith(b"%PDF-1.7")


def test_a_photo_that_is_gone_is_named_and_gives_no_file(page):
    figure = page.document.annex.groups[0].rows[0][0]
    gone = replace(figure, picture=replace(figure.picture, path="photos/9901/gone.jpg"))
    group = replace(page.document.annex.groups[0], rows=((gone,),))
    document = replace(page.document, annex=replace(page.document.annex, groups=(group,)))
    with pytest.raises(FileNotOursError, match=r"gone\.jpg"):
        render_pdf(document)


def test_a_photo_that_is_broken_gives_no_file(page):
    name = default_storage.save("photos/9901/broken.jpg", ContentFile(b"\xff\xd8\xff\xe0 not a picture"))
    figure = page.document.annex.groups[0].rows[0][0]
    broken = replace(figure, picture=replace(figure.picture, path=name))
    group = replace(page.document.annex.groups[0], rows=((broken,),))
    document = replace(page.document, annex=replace(page.document.annex, groups=(group,)))
    with pytest.raises(FileNotOursError):
        render_pdf(document)


def test_typed_text_is_never_markup(report):
    case = report("marked_up")
    words = squeezed(case.printed.text(20, 15))
    assert "<script>alert(1)</script>" in words
    assert "{{ikm}}{%now%}" in words
    assert b"elsewhere.invalid" not in b"".join(_addresses(case.printed.pdf))
    assert "/JavaScript" not in json.dumps([str(key) for key in case.printed.pdf.Root])


def _addresses(file):
    return [str(note.get("/A", {})).encode() for page in file.pages for note in page.get("/Annots", [])]


def test_the_file_names_its_office_its_title_and_its_language(report):
    case = report("ordinary")
    with pikepdf.open(BytesIO(case.data)) as file:
        assert str(file.Root.Lang) == "id"
        assert (
            str(file.docinfo.Title)
            == "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) KPU Kabupaten Contoh Semester I Tahun 2025"
        )
        assert str(file.docinfo.Author) == "Komisi Pemilihan Umum Kabupaten Contoh"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.Root.PageMode) == "/UseOutlines"
        assert int(file.Root.Outlines.Count) == len(list(case.printed.outline()))  # open, however deep
        with file.open_metadata() as metadata:
            assert metadata["dc:language"] == {"id"}
            assert "Komisi Pemilihan Umum Kabupaten Contoh" in metadata["pdf:Keywords"]
            assert metadata["pdf:Keywords"] == str(file.docinfo.Keywords)


def test_a_version_is_of_the_day_on_which_it_was_prepared_and_a_draft_of_none(report):
    with pikepdf.open(BytesIO(report("marked_up").data)) as file, file.open_metadata() as metadata:
        assert (str(file.docinfo.CreationDate), metadata["xmp:CreateDate"]) == (
            "D:20260109093000+07'00",
            "2026-01-09T09:30:00+07:00",
        )
    with pikepdf.open(BytesIO(report("mixed").data)) as file:
        assert "/CreationDate" not in file.docinfo


def test_all_cases_are_named():
    assert len(CASES) == 12

"""Another program opens the Word file and prints it: every word, heading, caption and picture arrives on its pages."""

import re
import subprocess
from collections import Counter

import pikepdf
import pytest
from docx.oxml.ns import qn

from reports.document.build import build
from reports.word.writing import word_bytes
from tests.programs import needed, needed_writer
from tests.reports.printing.cases import CASES
from tests.reports.word.opened import Opened

pytestmark = pytest.mark.prove

TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
NARROW = 12
"""Longer words may be parted in a narrow column."""


@pytest.fixture(scope="module", params=["mixed"])
def printed(request, tmp_path_factory):
    """The Word file of a case, opened; and the file that LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("word")
    document = build(CASES[request.param]())
    path = folder / f"{request.param}.docx"
    path.write_bytes(word_bytes(document))
    program = [needed_writer(), "--headless", f"-env:UserInstallation=file://{folder}/profil"]
    subprocess.run(
        [*program, "--convert-to", TAGGED, "--outdir", folder, path], check=True, capture_output=True, timeout=240
    )
    return document, Opened(path.read_bytes()), path.with_suffix(".pdf")


def flat(text):
    return " ".join(text.split())


def text_of_pdf(path):
    said = subprocess.run([needed("pdftotext"), "-raw", path, "-"], check=True, capture_output=True, text=True)
    return flat(said.stdout)


def test_every_word_is_on_its_pages(printed):
    _document, opened, pdf = printed
    text = text_of_pdf(pdf)
    there = {*text.split(), *re.sub(r"–\s", "–", text).split()}  # a range may end its line behind the dash
    words = {word for word in opened.words if len(word) <= NARROW and re.search(r"\w$", word)}
    assert words - there == set()


def test_headings_and_captions_are_on_its_pages(printed):
    _document, opened, pdf = printed
    text = text_of_pdf(pdf)
    for heading in [text for _level, text in opened.headings]:
        assert heading in text
    for caption in opened.of_style("Caption", "Keterangan Gambar", "Keterangan Grafik"):
        assert caption in text


def test_pictures_are_on_its_pages_with_what_stands_for_them(printed):
    _document, opened, pdf = printed
    with pikepdf.open(pdf) as file:
        drawn = sum(map(pictures_drawn, file.pages))
        alternatives = Counter(
            str(item.Alt) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        )
    assert drawn == len(list(opened.body.iter(qn("a:blip")))) > 30
    assert set(opened.alternatives) <= set(alternatives)


def pictures_drawn(page):
    """How often a page draws a picture: of equal ones the printed file keeps one, so that objects do not tell."""
    return sum(str(name) in page.get_images() for (name,), _operator in pikepdf.parse_content_stream(page, "Do"))


def test_the_estimated_pages_of_the_contents_are_near_to_those_of_the_file(printed):
    """They stand until Word counts: a list that is several pages off would be worse than none."""
    document, opened, pdf = printed
    with pikepdf.open(pdf) as file:
        pages = len(file.pages)
    found = {}
    for number in range(1, pages + 1):
        page = [str(number)] * 2
        said = subprocess.run(
            [needed("pdftotext"), "-raw", "-f", page[0], "-l", page[1], pdf, "-"],
            check=True,
            capture_output=True,
            text=True,
        )
        for entry in document.contents:
            heading = flat(f"{entry.label} {entry.title}")
            if re.search(
                rf"(?:^|\n){re.escape(heading)}(?:\n|$)", said.stdout.replace(entry.label + "\n", entry.label + " ")
            ):
                found[heading] = number
    told = dict(zip((flat(f"{e.label} {e.title}") for e in document.contents), opened.listed_pages, strict=True))
    assert len(found) > 10
    far = {heading: (told[heading], page) for heading, page in found.items() if abs(told[heading] - page) > 3}
    assert far == {}

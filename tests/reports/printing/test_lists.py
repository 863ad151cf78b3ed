"""A list in an office's own text, as the page shows it and the file has it for whoever reads or listens."""

import re

import pytest

from reports.cycle.model import PriorityData
from reports.document.build import build
from reports.printing.html import print_html
from reports.printing.pdf import render_pdf
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source
from tests.reports.printing.reading import Printed

TEXT = """Kegiatan yang dilanjutkan:
3. Menata loket
a. papan nama
b. kursi tunggu
4. Melatih petugas
• ramah
• cepat

Dasar:
c) surat
d) keputusan"""


@pytest.fixture(scope="module")
def document():
    followup = make_followup([PriorityData("waktu", None, (make_plan(),))])
    return build(make_source(make_cycle(followup=followup, narrative={"1.1": TEXT})))


def test_the_page_has_lists_with_their_numbers(document):
    html = re.sub(r"\s+(?=</)", "", re.sub(r"\s+", " ", print_html(document)))
    assert '<ol start="3"> <li>Menata loket</li></ol>' in html
    assert '<ol type="a" class="dalam-1"> <li>papan nama</li> <li>kursi tunggu</li></ol>' in html
    assert '<ol start="4"> <li>Melatih petugas</li></ol>' in html
    assert '<ul class="dalam-1"> <li>ramah</li> <li>cepat</li></ul>' in html
    assert '<ol type="a" start="3"> <li>surat</li> <li>keputusan</li></ol>' in html


def test_the_file_prints_each_item_with_the_mark_that_was_typed(document):
    printed = Printed(render_pdf(document))
    items = [
        [printed.text_of(part) for part in item.kids]
        for item in printed.root.find("LI")
        if [kid.role for kid in item.kids] == ["Lbl", "LBody"]
    ]
    assert items[:8] == [
        ["3.", "Menata loket"],
        ["a.", "papan nama"],
        ["b.", "kursi tunggu"],
        ["4.", "Melatih petugas"],
        ["•", "ramah"],
        ["•", "cepat"],
        ["c.", "surat"],
        ["d.", "keputusan"],
    ]

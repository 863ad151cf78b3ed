"""Two who sign beside each other: their blocks begin at one height, and their names stand at one height."""

import pypdfium2
import pytest

from reports.document.build import build
from reports.document.source import Acknowledger
from reports.printing.conformance import faults_of
from reports.printing.pdf import render_pdf
from tests.make_cycle import make_cycle, make_followup, make_source
from tests.reports.issued import make_signing

NIP = "198305032009021002"
LONG = "Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh yang Panjang Sekali"
CYCLE = make_cycle(followup=make_followup((), ()))


def printed(**signing):
    return render_pdf(build(make_source(CYCLE, signing=make_signing(way="by_hand", **signing))))


def heights(pdf, *words):
    """How high the feet of the first letters of these words stand on the page where two sign, in points."""
    with pypdfium2.PdfDocument(pdf) as opened:
        texts = [page.get_textpage() for page in opened]
        signed = next(text for text in texts if "Mengetahui" in text.get_text_range())
        return [signed.get_charbox(signed.search(word).get_next()[0], loose=True)[1] for word in words]


@pytest.mark.parametrize(
    ("second", "rank"),
    [(Acknowledger("Ketua", "Budi Contoh", ""), "Pembina Tk. I (IV/b)"), (Acknowledger(LONG, "Budi Contoh", NIP), "")],
    ids=["a rank and a number on one side", "a long title on the other"],
)
def test_names_and_beginnings_of_two_who_sign_stand_at_one_height(second, rank):
    pdf = printed(acknowledger=second, rank=rank)
    begun, dated, name, other = heights(pdf, "Mengetahui,", "Contoh, 9 Januari 2026", "Budi Contoh", "Sri Contoh")
    assert abs(begun - dated) < 1
    assert abs(name - other) < 1
    assert begun - name > 100  # there is room for the pen
    assert faults_of(pdf) == ()

"""A sheet as a file: of one page and of the promised size, saying what its data say."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from publishing.sheets import printing
from publishing.sheets.followup import followup_sheet
from publishing.sheets.printing import Design, Form, sheet_file
from publishing.sheets.results import results_sheet, service_sheets
from tests.mass import in_full, sampled
from tests.publishing.results import document, service, signed_document

LONG_NAME = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Kepulauan Siau Tagulandang Biaro"
LONG = (
    "Penyusunan, penetapan, dan publikasi standar pelayanan beserta maklumat pelayanan pada seluruh media satuan kerja"
)
MM = 72 / 25.4


def words(pdf):
    (page,) = PdfReader(BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


def crowded():
    """A sheet with twice as many elements and long names everywhere."""
    sheet = results_sheet(document())
    head = replace(sheet.head, office=LONG_NAME, is_example=True)
    return replace(sheet, head=head, elements=sheet.elements * 2, service=LONG)


def crowded_followup():
    sheet = followup_sheet(signed_document(), ["Mohon nomor antrean terlihat dari ponsel. " * 3] * 2, ())
    groups = tuple(replace(group, done=(LONG,) * 4, said=f"{LONG}.") for group in sheet.groups * 2)
    return replace(sheet, head=replace(sheet.head, office=LONG_NAME), groups=groups)


@pytest.mark.parametrize(("form", "size"), [(Form.A4, (210, 297)), (Form.A3, (297, 420))], ids=["a4", "a3"])
def test_paper_has_its_size_and_all_that_the_regulation_asks_for(form, size):
    sheet = results_sheet(document())
    pdf = sheet_file(sheet, Design.OFFICIAL, form)
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert (round(page.mediabox.width / MM), round(page.mediabox.height / MM)) == size
    text = words(pdf).upper()
    wanted = [
        "INDEKS KEPUASAN MASYARAKAT (IKM)",
        "NILAI IKM",
        "NAMA LAYANAN",
        "RESPONDEN",
        "PERIODE SURVEI",
        "TERIMA KASIH ATAS PENILAIAN YANG TELAH ANDA BERIKAN",
        "MASUKAN ANDA SANGAT BERMANFAAT",
        sheet.head.office.upper(),
        sheet.head.period.upper(),
        sheet.index,
        *(f"{each.value} {each.grade}" for each in sheet.elements),
        *(f"{each.count} ORANG" for margin in sheet.margins for each in margin.classes),
    ]
    assert [each for each in wanted if each not in text] == []


@pytest.mark.parametrize(("form", "size"), [(Form.SQUARE, (1080, 1080)), (Form.SCREEN, (1920, 1080))])
def test_a_picture_has_its_pixels(form, size):
    picture = Image.open(BytesIO(sheet_file(results_sheet(document()), Design.COLOURED, form)))
    assert (picture.format, picture.size) == ("PNG", size)
    assert len(picture.getcolors(2**20)) > 10


@pytest.mark.prove
@in_full
@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("made", [crowded, crowded_followup])
def test_however_much_stands_on_a_sheet_it_is_one_page(made, design, in_full):
    for form in Form if in_full else [Form.A4]:
        pages = _pages_of(made(), design, form)
        assert pages == 1, form


def _pages_of(sheet, design, form):
    """How many it has when the last try was made; a picture is drawn of the first page alone."""
    made = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "page_as_png", lambda pdf, _width: made.append(pdf) or b"")
        answer = sheet_file(sheet, design, form)
    return len(PdfReader(BytesIO(made[0] if made else answer)).pages)


def test_a_sheet_of_a_service_names_it_and_counts_nobody_by_class():
    made = document(services=(service("Legalisir", 50), service("Perizinan", 60, waktu="2.40")))
    text = words(sheet_file(service_sheets(made)["Perizinan"], Design.OFFICIAL, Form.A4))
    assert "Perizinan" in text
    assert "60 orang" in text
    assert "Laki-laki" not in text


@pytest.mark.parametrize("design", sampled(Design, every=2))
def test_what_was_done_is_told_with_what_was_said(design):
    text = words(sheet_file(followup_sheet(signed_document(), ["Loket kurang."], ()), design, Form.A4))
    for said in ("Loket kurang.", "Antrean panjang.", "Menambah loket", "Papan persyaratan", "9 Januari 2026"):
        assert said in text
    assert not re.search(r"\bAplikasi\b", text)


def test_what_a_user_typed_is_no_markup():
    sheet = replace(results_sheet(document()), service="<b>Izin</b> & {{ sandi }}")
    assert "<b>Izin</b> & {{ sandi }}" in words(sheet_file(sheet, Design.OFFICIAL, Form.A4))

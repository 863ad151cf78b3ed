"""Sheets as they are read: their text is the data, with long names, for one service, with and without a logo."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pypdf import PdfReader

from publishing.sheets.followup import followup_sheet
from publishing.sheets.printing import CLOSENESS, Design, Form, sheet_file
from publishing.sheets.results import results_sheet, service_sheets
from surveys.models import Survey
from tests.conftest import jpeg
from tests.publishing.results import document, service, signed_document

OFFICE = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Kepulauan Siau Tagulandang Biaro"
SERVICE = "Rekomendasi Teknis Persetujuan Bangunan Gedung bagi Rumah Tinggal Sederhana di Luar Kawasan Permukiman"


@pytest.fixture(scope="module")
def drawn():
    """The sheet of a service whose names are long, of an office with a logo: its data, and the file."""
    stored = default_storage.save("logos/lembar.jpg", ContentFile(jpeg("purple")))
    made = document(services=(service("Legalisir", 50), service(SERVICE, 60, waktu="2.40")))
    sheet = service_sheets(made)[SERVICE]
    sheet = replace(sheet, head=replace(sheet.head, office=OFFICE, logo=stored))
    return sheet, PdfReader(BytesIO(sheet_file(sheet, Design.COLOURED, Form.A4)))


def said(reader):
    """All words, whatever line they stand on and whether or not they are set in capitals."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split()).upper()


def test_a_service_with_a_long_name_is_told_on_one_page(drawn):
    sheet, reader = drawn
    assert len(reader.pages) == 1
    text = said(reader)
    for words in (OFFICE, SERVICE, sheet.head.period, sheet.index, sheet.days, f"{sheet.respondents} orang"):
        assert words.upper() in text


def test_every_element_is_printed_once_with_its_value_and_grade(drawn):
    sheet, reader = drawn
    text = said(reader)
    for line in sheet.elements:
        assert line.name.upper() in text
    values = Counter(f"{line.value} {line.grade}" for line in sheet.elements)
    assert {value: text.count(value) for value in values} == dict(values)


def test_how_it_came_about_is_printed_as_the_data_say(drawn):
    sheet, reader = drawn
    for line in sheet.method:
        assert line.upper() in said(reader)


def test_the_file_names_its_office_and_what_it_is(drawn):
    sheet, reader = drawn
    assert reader.metadata.author == OFFICE
    assert sheet.head.short_name in reader.metadata.title
    assert sheet.head.period in reader.metadata.title
    assert reader.trailer["/Root"]["/Lang"] == "id"


def test_the_logo_is_drawn_with_words_for_who_does_not_see_it(drawn):
    sheet, reader = drawn
    assert len(reader.pages[0].images) == 1
    assert f"Logo {sheet.head.short_name}" in alternatives(reader)


def alternatives(reader):
    """What stands in place of pictures in the tree of tags."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += [str(node["/Alt"])] if "/Alt" in node else []
            waiting += [node["/K"]] if "/K" in node else []
    return found


def test_without_a_logo_there_is_no_picture_and_no_gap_that_names_one():
    reader = PdfReader(BytesIO(sheet_file(results_sheet(document()), Design.OFFICIAL, Form.A4)))
    assert len(reader.pages[0].images) == 0
    assert alternatives(reader) == []


def test_the_same_data_give_the_same_file():
    sheet = followup_sheet(signed_document(), ["Tambah kursi."], ())
    first, second = (sheet_file(sheet, Design.COLOURED, Form.SQUARE) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("closeness", CLOSENESS[1:])
def test_each_step_of_closeness_is_known_to_the_style_sheets(closeness):
    for form in Form:
        rules = Path(finders.find(f"css/sheet-{form.value}.css")).read_text("utf-8")
        assert f".padat-{closeness}" in rules, form


@pytest.mark.parametrize("form", Form)
def test_every_form_is_called_by_its_size(form):
    label, ending, width = form.shape.label, form.shape.ending, form.shape.width
    assert ending.upper() in label
    assert (width == 0) == (ending == "pdf")
    assert not width or f"{width} ×" in label
    assert form.shape.lines > max(CLOSENESS)


def test_an_element_at_the_ends_of_the_scale_is_drawn_empty_and_full():
    known = dict.fromkeys(document().element_names, Decimal("2.50"))
    ends = {"biaya": Decimal(4), "waktu": Decimal(1)}
    lines = {each.name: each.percent for each in results_sheet(document(scores=known | ends)).elements}
    assert (lines["Biaya/Tarif"], lines["Waktu Penyelesaian"]) == (100, 0)


def test_the_page_of_sheets_offers_each_in_both_designs(as_user, published):
    Survey.objects.filter(pk=published.survey.pk).update(start=date(2025, 1, 2), end=date(2025, 6, 30), respondents=110)
    page = as_user(published.people.staff).get("/skm/3521/2025-S1/publikasi/lembar/").content.decode()
    for which in ("hasil", "tindak-lanjut"):
        for design in Design:
            assert f'action="/skm/3521/2025-S1/publikasi/lembar/{which}/{design.value}/"' in page
    assert "Pilih foto untuk publikasi" not in page

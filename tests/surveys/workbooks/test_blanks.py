"""Templates that an office downloads, fills in and sends back: the same scores, and nothing is asked."""

import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offices.spreadsheets.writing import workbook_bytes
from surveys.models import Service, Survey
from surveys.workbooks.blanks import BlankFor, answers_book, one_to_one, summary_book
from tests.mass import sampled
from tests.surveys.instrument.built_in import NINE, built_in, written
from tests.surveys.workbooks.corpus.case import block, nine, sixteen
from tests.surveys.workbooks.test_reading import read

PAGE = "/skm/3521/2025-S1/berkas/"
FORMS = {form.key: form for form in built_in()}
ELEMENTS = {element["key"]: element["name"] for element in written(NINE)["instrument"]["elements"]}
HEAD = 5
some = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def held(key="permenpanrb-14-2017", mapping="A", method="elements"):
    return BlankFor("Kantor Contoh", "Semester I Tahun 2025", FORMS[key], mapping, method)


def filled(content, sheet, values, first_column):
    """The template with rows of values typed from a column on; in words where a value is a text."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for row, line in enumerate(values, start=HEAD + 1):
        for column, value in enumerate(line, start=first_column):
            cell = book[sheet].cell(row, column)
            assert not cell.protection.locked
            cell.value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BLANK = workbook_bytes(answers_book(held(), ["KTP", "Kartu Keluarga, Akta"]))
BLANK_SUMMARY = workbook_bytes(summary_book(held(), ELEMENTS))


@some
@given(seed=st.integers(0, 10**6), rows=st.integers(1, 30), words=st.booleans())
def test_answers_come_back(seed, rows, words):
    answers = block(seed, rows, missing=0.1)
    answers[0] = [3] * 9
    questions = FORMS["permenpanrb-14-2017"].questions
    typed = [
        [
            "KTP" if at % 2 else "Kartu Keluarga, Akta",
            *(questions[place].labels[cell - 1] if words and cell else cell for place, cell in enumerate(row)),
        ]
        for at, row in enumerate(answers)
    ]
    found = read(("templat.xlsx", filled(BLANK, "Jawaban", typed, 2)), answers={"biaya": "kosong"})
    expected = nine(answers)
    assert (found["faults"], found["asks"], found["form"]) == ([], [], "permenpanrb-14-2017")
    for key in ("respondents", "scores", "counts", "missing", "index", "grade"):
        assert found[key] == expected[key]
    assert sum(found["services"].values()) == len(answers)


@pytest.mark.parametrize("mapping", ["A", "B"])
@pytest.mark.parametrize("method", sampled(["elements", "questions"], every=2))
def test_a_template_tells_its_questionnaire_mapping_and_method(mapping, method):
    answers = block(7, 10, 16, cost=6)
    content = workbook_bytes(answers_book(held("skm-2025-tatap-muka", mapping, method), ()))
    found = read(("t.xlsx", filled(content, "Jawaban", answers, 3)))
    assert (found["faults"], found["asks"]) == ([], [])
    assert (found["form"], found["mapping"], found["method"]) == ("skm-2025-tatap-muka", mapping, method)
    if mapping == "A":
        assert found["index"] == sixteen(answers, method=method)["index"]


@pytest.mark.parametrize("key", sampled(FORMS, every=4))
def test_every_questionnaire_has_a_template_that_can_be_read(key):
    form = FORMS[key]
    content = workbook_bytes(answers_book(held(key), ()))
    found = read(("t.xlsx", filled(content, "Jawaban", [[4] * len(form.questions), [3] * len(form.questions)], 3)))
    assert (found["faults"], found["asks"], found["index"], found["form"]) == ([], [], "87.50", key)


@some
@given(means=st.lists(st.decimals(1, 4, places=4), min_size=9, max_size=9))
def test_means_come_back(means):
    content = filled(BLANK_SUMMARY, "Nilai", [[float(mean)] for mean in means], 3)
    found = read(("t.xlsx", content))
    assert (found["faults"], found["asks"], found["kind"]) == ([], [], "summary")
    assert [Decimal(found["scores"][key]) for key in ELEMENTS] == means


@pytest.mark.prove
def test_what_is_wanted_at_the_console_goes_before_what_a_template_tells():
    content = workbook_bytes(answers_book(held("skm-2025-tatap-muka", "A", "elements"), ()))
    sent = "t.xlsx", filled(content, "Jawaban", block(8, 5, 16, cost=6), 3)
    assert read(sent, mapping="B")["mapping"] == "B"
    assert read(sent, form="skm-2025-elektronik")["form"] == "skm-2025-elektronik"


def test_a_template_that_tells_a_questionnaire_of_another_portal_is_read_as_any_file():
    book = openpyxl.load_workbook(io.BytesIO(BLANK))
    for row in book["Petunjuk"].iter_rows():
        if row[1].value == "permenpanrb-14-2017":
            row[1].value = "kuesioner-lain"
    for column in range(3, 12):
        book["Jawaban"].cell(6, column).value = 3
    out = io.BytesIO()
    book.save(out)
    assert read(("t.xlsx", out.getvalue()))["form"] == "permenpanrb-14-2017"


@pytest.mark.prove
def test_an_empty_template_says_that_nothing_stands_in_it():
    fault = read(("t.xlsx", BLANK))["faults"][0]
    assert fault == {"place": "Lembar Jawaban, C5", "message": "Tidak ada satu pun jawaban di bawah baris judul ini."}
    assert len(read(("t.xlsx", BLANK_SUMMARY))["faults"]) == 1


def test_only_questionnaires_of_one_question_for_each_element_have_a_template_of_means():
    assert {key for key, form in FORMS.items() if one_to_one(form)} == {"permenpanrb-14-2017"}


# --- on the page


@pytest.fixture
def admin(people, survey, as_user):
    Service.objects.create(office=survey.office, name="=KTP, KIA", position=1)
    Service.objects.create(office=survey.office, name="Lama", position=2, in_use=False)
    return as_user(people.admin)


def test_the_page_offers_each_questionnaire_with_its_mappings_and_methods(admin):
    page = admin.get(PAGE).content.decode()
    assert 'value="permenpanrb-14-2017|A|elements"' in page and 'value="skm-2025-tatap-muka|B|questions"' in page


def test_a_template_is_downloaded_filled_in_and_accepted(admin):
    response = admin.get(f"{PAGE}templat/", {"held": "permenpanrb-14-2017|A|elements", "isi": "jawaban"})
    assert 'filename="Templat-Jawaban-SKM-3521-2025-S1.xlsx"' in response.headers["Content-Disposition"]
    assert "no-store" in response.headers["Cache-Control"]
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert [cell.value for cell in book["Pilihan"]["A"] if cell.value] == ["=KTP, KIA"]
    content = filled(response.content, "Jawaban", [["=KTP, KIA", *[3] * 9], ["=KTP, KIA", *[4] * 9]], 2)
    page = admin.post(PAGE, {"uploads": [SimpleUploadedFile("t.xlsx", content)]})
    assert page.context["asks"] == [] and page.context["preview"].index == "87,50"
    digest = page.context["preview"].digest
    saved = admin.post(PAGE, {"uploads": [SimpleUploadedFile("t.xlsx", content)], "terima": digest})
    assert saved.status_code == 302
    assert {row.score for row in Survey.objects.get().scores.all()} == {Decimal("3.5")}


def test_a_template_of_means_has_the_elements_of_the_instrument(admin):
    response = admin.get(f"{PAGE}templat/", {"held": "permenpanrb-14-2017|A|elements", "isi": "ringkasan"})
    sheet = openpyxl.load_workbook(io.BytesIO(response.content))["Nilai"]
    assert [row[1] for row in sheet.iter_rows(min_row=6, max_row=14, values_only=True)] == list(ELEMENTS.values())


def test_a_questionnaire_that_is_not_there_leads_back(admin):
    assert admin.get(f"{PAGE}templat/", {"held": "lain|A|elements"}).url == PAGE

"""The form of an earlier period: all but the period may be left out, and what contradicts itself says where."""

import io

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from followups.earlier.forms import NewRecordedForm, RecordedForm
from followups.earlier.pdf import LARGEST, NO_PDF, TOO_LARGE, fault_of_pdf
from surveys.ikm import Grade
from surveys.periods import Period
from surveys.reading import Scale
from tests.cases import in_one_test

SCALE = Scale((("waktu", "Waktu"), ("biaya", "Biaya")), (Grade("A", "Baik", 25),))
WHEN = {"year": "2024", "part": "S2"}


def written():
    target = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(target)
    return target.getvalue()


def form(files=None, **typed):
    return NewRecordedForm(data=WHEN | typed, files=files or {}, scale=SCALE)


def test_the_period_is_enough():
    made = form()
    assert made.is_valid(), made.errors
    assert made.period() == Period.parse("2024-S2")
    recorded = made.recorded()
    assert (recorded.index, recorded.plans_done, recorded.start, recorded.is_public) == (None, None, None, False)
    assert dict(recorded.scores) == {}


@in_one_test(
    ("typed", "field", "words"),
    [
        ({"year": "1999"}, "year", ""),
        ({"part": "S3"}, "part", ""),
        ({"plans_done": "3"}, "plans_total", "Isi keduanya"),
        ({"plans_total": "3"}, "plans_done", "Isi keduanya"),
        ({"plans_done": "4", "plans_total": "3"}, "plans_done", "lebih banyak"),
        ({"plans_done": "x", "plans_total": "3"}, "plans_done", ""),
        ({"start": "2-8-2024", "end": "1-8-2024"}, "end", "mendahului"),
        ({"declared_index": "24,99"}, "declared_index", ""),
        ({"score_waktu": "4,1"}, "score_waktu", ""),
    ],
)
def test_what_contradicts_itself_or_cannot_be_says_where(typed, field, words):
    errors = form(**typed).errors
    assert list(errors) == [field]
    assert words in str(errors[field])


@in_one_test(
    "typed",
    [
        {"plans_done": "0", "plans_total": "0"},
        {"plans_done": "3", "plans_total": "3"},
        {"start": "1-8-2024", "end": "1-8-2024"},
        {"start": "1-8-2024"},
        {"declared_index": "25"},
        {"score_waktu": "3,27"},
    ],
)
def test_what_can_be_is_taken(typed):
    assert form(**typed).errors == {}


def test_grades_are_not_asked_for_and_scores_are():
    made = RecordedForm(scale=SCALE)
    assert [field.name for field in made.score_fields()] == ["score_waktu", "score_biaya"]
    assert not [name for name in made.fields if name.startswith("grade_")]


def test_the_report_is_a_pdf_that_opens():
    content = written()
    made = form({"report": SimpleUploadedFile("laporan.pdf", content)})
    assert made.is_valid(), made.errors
    assert made.cleaned_data["report"] == content
    refused = form({"report": SimpleUploadedFile("laporan.pdf", b"bukan")}).errors
    assert refused["report"] == [NO_PDF]
    assert form().is_valid()


@in_one_test(
    ("content", "fault"),
    [
        (b"", NO_PDF),
        (b"bukan", NO_PDF),
        (b"%PDF-1.7 rusak", NO_PDF),
        (b" " + written(), NO_PDF),
        (written(), ""),
    ],
)
def test_what_does_not_open_is_no_pdf(content, fault):
    assert fault_of_pdf(content) == fault


def test_a_file_that_is_too_large_is_not_opened():
    assert fault_of_pdf(bytes(LARGEST + 1)) == TOO_LARGE
    assert fault_of_pdf(bytes(LARGEST)) == NO_PDF

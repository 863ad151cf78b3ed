"""What a file of answers says beside means: how many answers, how far off, each question; and when it goes again."""

from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from math import sqrt
from statistics import mean, stdev

import openpyxl
import pytest
from django.db import IntegrityError, transaction

from offices.models import AuditEvent
from surveys.instrument.rows import forms_of
from surveys.models import ElementScore, Instrument, QuestionScore, ScoreBasis, Survey
from surveys.scoring import grades_of
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.reading import read_scores
from tests.followups.results.offices import STANDARD, add_survey
from tests.followups.results.test_views import plain
from tests.followups.test_views_survey import filled
from tests.mass import sampled
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES
from tests.surveys.workbooks.test_basis import FORM, B
from tests.surveys.workbooks.test_reading import SIXTEEN

pytestmark = pytest.mark.django_db
RESULTS = "/skm/3521/2025-S1/hasil/"
SURVEY = "/skm/3521/2025-S1/"
FIRST, BLANK = [3, 3, 4, 4, 2, 3, 3, 4, 4], ["", 4, 3, 4, 3, 3, 4, 4, 4]
FOUR = [FIRST, [4, 3, 3, 4, 3, 3, 3, 4, 4], [2, 3, 4, 4, 3, 4, 3, 4, 3], BLANK]
NINE = ("data.csv", separated([["No", *NAMES], *([at, *row] for at, row in enumerate(FOUR, 1))]))


def error(values):
    return stdev(values) / sqrt(len(values))


def stored_error(key):
    return float(ElementScore.objects.get(element__key=key).error)


def own_index(row, parts):
    """The index of one person who answered all questions, from the places of the questions of each element."""
    return 25 * mean(mean(row[place - 1] for place in places) for places in parts)


def test_each_score_is_stored_with_its_answers_and_its_standard_error(send):
    send(accept=True, file=NINE)
    rows = ElementScore.objects.select_related("element")
    assert {row.element.key: row.answers for row in rows} == dict.fromkeys((row.element.key for row in rows), 4) | {
        "persyaratan": 3
    }
    assert stored_error("persyaratan") == pytest.approx(error([3, 4, 2]), abs=2e-6)
    assert stored_error("produk") == pytest.approx(error([2, 3, 3, 3]), abs=2e-6)
    assert stored_error("biaya") == 0
    assert ScoreBasis.objects.get().index_error > 0


@pytest.mark.prove
def test_the_index_of_full_answers_is_off_as_the_indexes_of_people_are(send):
    full = ("data.csv", separated([["No", *NAMES], *([at, *row] for at, row in enumerate(FOUR[:3], 1))]))
    send(accept=True, file=full)
    expected = error([25 * mean(row) for row in FOUR[:3]])
    assert float(ScoreBasis.objects.get().index_error) == pytest.approx(expected, abs=2e-5)


MAPPED = ((1, 2), (3, 4, 5), (6,), (7,), (10,), (11,), (8, 9, 12, 13, 14), (15,), (16,))


@pytest.mark.parametrize("method", sampled(["elements", "questions"], every=2))
def test_mapping_and_method_of_the_survey_are_those_of_its_error(send, method):
    send(accept=True, **FORM, **(B | {"jawab-method": method}))
    parts = MAPPED if method == "elements" else [(at,) for at in range(1, 17)]
    expected = error([own_index(row, parts) for row in SIXTEEN])
    assert float(ScoreBasis.objects.get().index_error) == pytest.approx(expected, abs=2e-5)
    perilaku = error([mean(row[at - 1] for at in MAPPED[6]) for row in SIXTEEN])
    assert stored_error("perilaku") == pytest.approx(perilaku, abs=2e-6)
    assert ElementScore.objects.get(element__key="perilaku").answers == 5 * len(SIXTEEN)


def test_each_question_is_stored_and_shown_with_its_element_and_answers(send, admin):
    send(accept=True, **FORM, **B)
    first = QuestionScore.objects.get(question__code="P1")
    own = Fraction(sum(row[0] for row in SIXTEEN), len(SIXTEEN))
    assert (first.answers, QuestionScore.objects.count()) == (len(SIXTEEN), 16)
    assert abs(Fraction(first.score) - own) < Fraction(1, 10**6)
    page = plain(admin.get(RESULTS))
    told = page.partition("Hasil per pertanyaan")[2].partition("Perkembangan")[0]
    assert "P9 Tidak ada percaloan/perantara tidak resmi dalam pelayanan Perilaku Pelaksana 3" in told
    assert (
        f"P1 Informasi pelayanan tersedia melalui media elektronik maupun nonelektronik Persyaratan {len(SIXTEEN)}"
        in told
    )


def test_uncertainty_and_answers_are_told_on_the_page_and_its_meaning(send, admin):
    Survey.objects.update(declared_index=None)
    send(accept=True, file=NINE)
    page = plain(admin.get(RESULTS))
    index_error = f"{ScoreBasis.objects.get().index_error:.2f}".replace(".", ",")
    assert f"± {index_error} Mutu" in page and "ialah galat baku" in page
    assert "Persyaratan 3,00 ± 0,58 75,00 C (Kurang Baik) 3" in page


def test_the_preview_tells_it_before_anything_is_stored(send):
    page = " ".join(send(file=NINE).split())
    assert "(galat baku " in page and "<strong>3,00</strong> ± 0,58" in page
    assert not QuestionScore.objects.exists() and not ScoreBasis.objects.exists()


@pytest.mark.prove
def test_a_file_of_means_has_questions_and_no_error(send, admin):
    rows = [["Unsur", "NRR"], *([name, "3,25"] for name in NAMES)]
    send(accept=True, file=("ringkasan.csv", separated(rows, ";")))
    assert QuestionScore.objects.filter(answers=None).count() == 9
    assert not ElementScore.objects.exclude(error=None).exists() and ScoreBasis.objects.get().index_error is None
    page = plain(admin.get(RESULTS))
    assert "±" not in page and "Hasil per pertanyaan" in page


@pytest.mark.prove
def test_what_a_file_told_of_questions_goes_when_scores_are_typed_and_stays_when_other_things_are(send, admin):
    send(accept=True, file=NINE)
    kept = {f"score_{row.element.key}": str(row.score) for row in ElementScore.objects.select_related("element")}
    admin.post(SURVEY, filled(**kept, respondents="120"))
    assert QuestionScore.objects.count() == 9 and stored_error("produk") > 0
    admin.post(SURVEY, filled(**kept) | {"score_waktu": "3,11"})
    assert not QuestionScore.objects.exists()
    assert not ElementScore.objects.exclude(error=None, answers=None).exists()
    assert ScoreBasis.objects.get().index_error is None
    assert "±" not in plain(admin.get(RESULTS))


@pytest.mark.prove
def test_the_same_file_again_changes_nothing_and_another_puts_its_questions_in_place(send):
    send(accept=True, file=NINE)
    send(accept=True, file=NINE)
    assert AuditEvent.objects.filter(action="survey.import").count() == 1
    assert "U4" in AuditEvent.objects.get(action="survey.import").after["questions"]
    send(accept=True, **FORM, **B)
    assert QuestionScore.objects.count() == 16


@pytest.mark.prove
def test_a_survey_whose_scores_were_taken_before_questions_were_kept_gets_them_by_the_same_file(send):
    send(accept=True, file=NINE)
    QuestionScore.objects.all().delete()
    send(accept=True, file=NINE)
    assert QuestionScore.objects.count() == 9


@pytest.mark.prove
def test_the_workbook_of_the_cycle_has_a_page_of_questions_with_numbers(send, admin):
    send(accept=True, file=NINE)
    book = openpyxl.load_workbook(BytesIO(admin.get("/laporan/3521/2025-S1/excel/").content))
    rows = list(book["Nilai per pertanyaan"].iter_rows(values_only=True))
    first = next(row for row in rows if row[0] == "U1")
    assert first[2:] == ("Persyaratan", 3, 3, 75, "C (Kurang Baik)")


@pytest.mark.prove
def test_the_trend_tells_and_draws_the_error_of_each_index_that_has_one(send, admin, ngawi):
    add_survey(ngawi, "2024-S2")
    Survey.objects.update(declared_index=None)
    send(accept=True, file=NINE)
    response = admin.get(RESULTS)
    page = response.content.decode()
    index_error = f"{ScoreBasis.objects.get().index_error:.2f}".replace(".", ",")
    assert f"± {index_error}" in plain(response).partition("Perkembangan IKM")[2]
    assert page.count('<line class="error-bar"') == 1


@pytest.mark.each_database
def test_the_database_keeps_questions_in_their_scale_and_errors_from_being_negative(survey):
    instrument = Instrument.objects.get(key=STANDARD)
    question = instrument.questionnaires.first().questions.first()
    QuestionScore.objects.create(survey=survey, question=question, score=Decimal(4), answers=1)
    for wrong in (
        lambda: QuestionScore.objects.create(survey=survey, question=question, score=Decimal(4)),
        lambda: QuestionScore.objects.update(score=Decimal("4.01")),
        lambda: QuestionScore.objects.update(answers=0),
        lambda: ElementScore.objects.update(error=Decimal("-0.1")),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_two_files_make_one_survey_of_all_their_people(survey):
    """The error is that of all rows together, in the order of the form whatever that of the columns."""
    turned = [["No", *reversed(NAMES)], *([at, *reversed(row)] for at, row in enumerate(FOUR[2:], 1))]
    files = [
        ScoreFile("a.csv", separated([["No", *NAMES], *([at, *row] for at, row in enumerate(FOUR[:2], 1))]), "A"),
        ScoreFile("b.csv", separated(turned), "B"),
    ]
    forms, grades = forms_of(survey.instrument), grades_of(survey.instrument)
    apart = read_scores(files, forms, grades, Wanted()).as_json()
    whole = read_scores([ScoreFile(*NINE)], forms, grades, Wanted()).as_json()
    assert apart["errors"] == whole["errors"] and apart["index_error"] == whole["index_error"]
    assert apart["questions"] == whole["questions"]

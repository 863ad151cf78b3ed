"""The reading of scores while one types them: what is sound counts, nothing is saved, and each role may look."""

from decimal import Decimal

import pytest
from django.urls import reverse

from surveys.basis import state_way, ways_of
from surveys.forms import ScoresForm
from surveys.models import ElementScore, IndexMethod, Survey
from surveys.scoring import scale_of, scores_of
from surveys.views import reading_of
from tests.conftest import SCORES

pytestmark = pytest.mark.django_db
READING = "/skm/3521/2025-S1/hitung/"
TYPED = {f"score_{key}": score.replace(".", ",") for key, score in SCORES.items()}


@pytest.fixture
def ways(survey):
    """A way by elements and one by questions, of which the latter asks some elements more often."""
    found = {way.method: way for way in ways_of(survey.instrument) if way.form == "skm-2025-tatap-muka"}
    return found[IndexMethod.ELEMENTS].key, found[IndexMethod.QUESTIONS].key


def read(survey, typed, way=""):
    return reading_of(ScoresForm(typed, scale=scale_of(survey.instrument)), survey, way)


def test_it_is_asked_for_by_its_address_and_saves_nothing(as_user, people, survey):
    assert reverse("survey_reading", args=("3521", "2025-S1")) == READING
    client = as_user(people.admin)
    before = list(ElementScore.objects.values("element", "score"))
    page = client.get(READING, TYPED | {"score_biaya": "1,00", "declared_index": "87,36"}).content.decode()
    assert "IKM hasil perhitungan" in page and "1,00 · 25,00 · D" in page
    assert "IKM yang dipublikasikan tidak dapat dijelaskan" in page
    assert list(ElementScore.objects.values("element", "score")) == before
    assert client.post(READING, TYPED).status_code == 405


@pytest.mark.parametrize(
    ("who", "status"), [("admin", 200), ("staff", 200), ("supervisor", 200), ("stranger", 404), ("nobody", 404)]
)
def test_whoever_sees_the_cycle_may_reckon_with_it(as_user, people, survey, who, status):
    assert as_user(getattr(people, who)).get(READING).status_code == status


def test_what_is_faulty_counts_as_not_typed(as_user, people, survey):
    page = as_user(people.admin).get(READING, TYPED | {"score_biaya": "5", "score_waktu": ""}).content.decode()
    assert "IKM dihitung setelah nilai semua unsur terisi (7 dari 9)" in page
    found = read(survey, TYPED | {"score_biaya": "empat", "declared_index": "seratus", "grade_waktu": "Z"})
    assert (found.filled, found.index, found.disagreeing) == (8, None, ())
    assert read(survey, TYPED | {"declared_index": "seratus"}).index.declared is None


def test_a_published_grade_that_does_not_fit_is_told_by_name(as_user, people, survey):
    page = as_user(people.admin).get(READING, TYPED | {"grade_biaya": "B", "grade_waktu": "B"}).content.decode()
    name = survey.instrument.elements.get(key="biaya").name
    assert f"{name}: mutu yang dipublikasikan B, sedangkan nilainya termasuk A" in page
    assert page.count("mutu yang dipublikasikan") == 1


def test_the_index_is_taken_in_the_way_that_is_chosen(survey, ways):
    plain, weighed = (read(survey, TYPED, way).index.computed for way in ways)
    assert plain == read(survey, TYPED).index.computed == Decimal("87.33") != weighed
    assert read(survey, TYPED, "tidak|ada|questions").index.computed == plain


def test_without_a_choice_the_stored_way_holds_for_the_stored_scores_alone(survey, ways, people):
    """Scores that somebody types anew came about in some other way, as long as nobody says in which."""
    by_elements, by_questions = ways
    state_way(survey, people.admin, by_questions)
    survey = Survey.objects.get(pk=survey.pk)
    assert scores_of(survey) == {key: Decimal(score) for key, score in SCORES.items()}
    weighed = read(survey, TYPED, by_questions).index.computed
    assert read(survey, TYPED).index.computed == weighed
    assert read(survey, TYPED, by_elements).index.computed == Decimal("87.33")
    other = TYPED | {"score_waktu": "3,26"}
    assert read(survey, other).index.computed == read(survey, other, by_elements).index.computed
    assert read(survey, other).index.computed != read(survey, other, by_questions).index.computed

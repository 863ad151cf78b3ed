"""A report costs the same number of queries whatever it holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.cycle.load import load_cycle
from reports.cycle.read import find_survey
from reports.document.gather import document_of, source_of
from reports.printing.html import print_html
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from surveys.models import ScoreBasis
from tests.make_cycle import make_large_cycle, make_office
from tests.reports.shapes import mixed, young

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def loaded(cycle):
    survey = load_cycle(cycle, lambda _name: None, placeholders=True)
    return find_survey(survey.office.code, cycle.survey.period)


def queries_for(survey):
    with CaptureQueriesContext(connection) as captured:
        document = document_of(survey)
    return len(captured), document


def test_the_number_of_queries_does_not_grow_with_plans_and_photos(django_assert_num_queries):
    small = loaded(make_large_cycle(priorities=1, plans=5, photos=2))
    few, _document = queries_for(small)
    large = loaded(large_cycle())
    with django_assert_num_queries(few):
        document = document_of(large)
    assert len(document.annex.figures) == 30
    assert len(document.source.followup.plans) == 60
    assert few <= 29


def test_no_question_is_asked_twice_for_a_report():
    survey = loaded(make_large_cycle(priorities=2, plans=5, photos=2))
    form = survey.instrument.questionnaires.get(key="permenpanrb-14-2017")
    ScoreBasis.objects.create(
        survey=survey, kind="answers", questionnaire=form, mapping=form.mappings.get(), method="elements"
    )
    with CaptureQueriesContext(connection) as captured:
        assert document_of(survey).source.survey.basis.form == form.key
    asked = [query["sql"] for query in captured]
    assert len(asked) == len(set(asked))


def large_cycle():
    cycle = make_large_cycle(priorities=9, plans=60, photos=30)
    return type(cycle)(make_office(code="9902"), cycle.signatory, cycle.survey, cycle.followup, cycle.narrative)


def test_nothing_is_asked_of_the_database_once_the_document_is_built(django_assert_num_queries):
    case = case_of(source_of(loaded(mixed())))
    with django_assert_num_queries(0):
        assert findings_of(case)
        assert print_html(case.document)


@pytest.mark.prove
def test_an_empty_cycle_costs_no_more_than_a_full_one():
    empty, _document = queries_for(loaded(young()))
    full, _document = queries_for(loaded(large_cycle()))
    assert empty <= full

"""What a report knows of the periods before it: their index, and which of its photos they showed already."""

from decimal import Decimal
from hashlib import sha256

import pytest

from followups.models import EvidencePhoto
from reports.document.gather import document_of, source_of
from reports.document.model import digest_of
from tests.conftest import jpeg, make_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(ngawi, survey):
    return make_survey(ngawi, semester=2)


def test_an_earlier_period_comes_with_its_index_and_scores(later):
    (earlier,) = source_of(later).earlier
    assert (earlier.period, earlier.label) == ("2025-S1", "Semester I Tahun 2025")
    assert (earlier.index, earlier.scores["waktu"]) == (Decimal("87.36"), Decimal("3.25"))


def test_the_first_period_has_none_before_it_and_knows_nothing_of_later_ones(survey, later):
    assert source_of(survey).earlier == ()


def test_periods_of_other_offices_are_not_ours(magetan, survey):
    assert source_of(make_survey(magetan, semester=2)).earlier == ()


def test_a_period_without_scores_has_the_index_that_was_published(survey, later):
    survey.scores.all().delete()
    assert source_of(later).earlier[0].index == Decimal("87.36")
    survey.declared_index = None
    survey.save()
    assert source_of(later).earlier[0].index is None


def test_only_photos_that_proved_something_then_and_are_here_too_are_named(later):
    assert source_of(later).earlier[0].photos == (sha256(jpeg()).hexdigest(),)
    EvidencePhoto.objects.filter(followup__survey=later).update(sha256="cd" * 32)
    assert source_of(later).earlier[0].photos == ()


def test_what_another_period_says_is_not_part_of_the_digest(survey, later):
    before = digest_of(document_of(later))
    survey.declared_index = None
    survey.save()
    assert source_of(later).earlier[0].index == Decimal("87.33")
    assert digest_of(document_of(later)) == before

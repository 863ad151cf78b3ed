"""What a report knows of the periods before it: their index, and which of its photos they showed already."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest

from followups.models import ActionPlan, EvidencePhoto, FollowUp
from offices.appearance.values import Appearance
from reports.document.gather import document_of, source_of
from reports.document.model import digest_of
from reports.models import LegalBasis, Narrative
from tests.conftest import jpeg, make_survey
from tests.reports.document.test_build import SIGNED

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(ngawi, survey):
    return make_survey(ngawi, period="2025-S2")


def test_an_earlier_period_comes_with_its_index_and_scores(later):
    (earlier,) = source_of(later).earlier
    assert (earlier.period, earlier.label) == ("2025-S1", "Semester I Tahun 2025")
    assert (earlier.index, earlier.scores["waktu"]) == (Decimal("87.36"), Decimal("3.25"))


def test_the_first_period_has_none_before_it_and_knows_nothing_of_later_ones(survey, later):
    assert source_of(survey).earlier == ()


def test_periods_of_other_offices_are_not_ours(magetan, survey):
    assert source_of(make_survey(magetan, period="2025-S2")).earlier == ()


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


def test_what_another_period_says_is_part_of_the_digest_because_3_3_prints_it(survey, later):
    before = digest_of(document_of(later))
    survey.declared_index = None
    survey.save()
    assert source_of(later).earlier[0].index == Decimal("87.33")
    assert digest_of(document_of(later)) != before


def test_the_surveys_until_this_one_come_with_priorities_and_what_was_left_open(survey, later):
    first, last = source_of(later).past
    assert (first.point.period.code, last.point.period.code) == ("2025-S1", "2025-S2")
    rows = FollowUp.objects.get(survey=survey).priorities.order_by("position")
    assert set(first.priorities) == {row.element.key for row in rows}
    states = ActionPlan.objects.filter(priority__followup__survey=survey).values_list("status", flat=True)
    assert first.owed == sum(state in ("not_started", "in_progress") for state in states)
    assert first.plans.total == len(states)
    assert source_of(survey).past == ()


# The source


def test_the_instrument_comes_with_its_elements_and_grades_in_their_order(survey):
    instrument = source_of(survey).instrument
    assert [element.key for element in instrument.elements][:3] == ["persyaratan", "prosedur", "waktu"]
    assert [(grade.letter, grade.lowest) for grade in instrument.grades] == [
        ("A", Decimal("88.31")),
        ("B", Decimal("76.61")),
        ("C", Decimal("65.00")),
        ("D", Decimal("25.00")),
    ]
    assert all(element.name and element.definition for element in instrument.elements)


def test_pictures_of_the_office_are_paths_and_empty_where_there_are_none(survey):
    source = source_of(survey)
    assert (source.office_pictures, source.appearance) == ({}, Appearance())
    survey.office.logo.name = "lambang/uji.png"
    assert source_of(survey).office_pictures == {"logo": "lambang/uji.png"}


def test_a_draft_has_no_signing_and_a_version_its_own(survey):
    assert source_of(survey).signing is None
    assert source_of(survey, SIGNED).signing == SIGNED
    assert document_of(survey).signing is None


def test_regulations_are_those_in_force_on_the_last_day_of_the_semester(survey):
    LegalBasis.objects.all().delete()
    day = date(2025, 6, 30)
    kept = [("Berlaku", date(2020, 1, 1), None), ("Sampai hari itu", date(2020, 1, 1), day), ("Sejak itu", day, None)]
    gone = [("Berakhir", date(2020, 1, 1), date(2025, 6, 29)), ("Nanti", date(2025, 7, 1), None)]
    for position, (title, start, end) in enumerate(kept + gone, start=1):
        LegalBasis.objects.create(position=position, title=title, valid_from=start, valid_until=end)
    assert source_of(survey).legal_bases == ("Berlaku", "Sampai hari itu", "Sejak itu")


def test_a_report_without_any_regulation_in_force_can_still_be_read(survey):
    LegalBasis.objects.all().delete()
    Narrative.objects.create(followup=FollowUp.objects.get(survey=survey), section="1.2", text="{{ dasar_hukum }}")
    assert document_of(survey).introduction.sections[1].blocks == ()

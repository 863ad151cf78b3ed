"""A period is one of four kinds; its code, its names, its days and its neighbours follow from that."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from surveys.fetching import earlier_surveys
from surveys.models import Survey
from surveys.period_choices import part_of, parts_of_a_year, period_of
from surveys.periods import Period, PeriodKind, of_period
from tests.conftest import make_survey
from tests.mass import sampled
from tests.strategies import periods


@pytest.mark.parametrize(
    ("code", "label", "first", "last"),
    [
        ("2025-B03", "Bulan Maret 2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("2024-B02", "Bulan Februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-T2", "Triwulan II Tahun 2025", date(2025, 4, 1), date(2025, 6, 30)),
        ("2025-T4", "Triwulan IV Tahun 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("2025-S1", "Semester I Tahun 2025", date(2025, 1, 1), date(2025, 6, 30)),
        ("2025-S2", "Semester II Tahun 2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025", "Tahun 2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_code_says_kind_name_and_days(code, label, first, last):
    period = Period.parse(code)
    assert (period.code, period.label, period.first_day, period.last_day) == (code, label, first, last)


@pytest.mark.parametrize(
    "code",
    [
        "2025-S3",
        "2025-S0",
        "2025-T5",
        "2025-B13",
        "2025-B00",
        "2025-B3",
        "1999",
        "3000-S1",
        "2025-",
        "25",
        "",
        "2025-s1",
    ],
)
def test_anything_else_is_no_period(code):
    with pytest.raises(ValueError, match="not a period"):
        Period.parse(code)


@given(period=periods())
def test_a_code_is_read_as_it_was_written(period):
    assert Period.parse(period.code) == period
    assert period_of(period.year, part_of(period)) == period
    assert period.encloses(period)


@given(period=periods())
def test_neighbours_meet_without_gap_and_are_of_one_kind(period):
    assert period.next.first_day == period.last_day + timedelta(days=1)
    assert period.previous.next == period
    assert period.next.kind == period.kind


@given(day=st.dates(date(2000, 1, 1), date(2999, 12, 31)), kind=st.sampled_from(PeriodKind))
def test_a_day_lies_in_one_period_of_each_kind(day, kind):
    period = Period.around(day, kind)
    assert period.first_day <= day <= period.last_day
    assert Period.around(day, PeriodKind.YEAR).encloses(period)


def test_a_person_chooses_among_all_parts_of_a_year_once():
    parts = [part for _group, group in parts_of_a_year() for part, _name in group]
    names = dict(pair for _group, group in parts_of_a_year() for pair in group)
    assert len(parts) == len(set(parts)) == 12 + 4 + 2 + 1
    assert names["T2"] == "Triwulan II (April–Juni)"
    assert (names["B03"], names["tahun"]) == ("Bulan Maret", "Setahun penuh (Januari–Desember)")


@pytest.mark.parametrize("code", sampled(["2025-B03", "2025-T2", "2025-S2", "2025"], every=2))
def test_its_address_is_one_of_the_portal_and_no_other_is(client, survey, as_user, people, code):
    Survey.objects.filter(pk=survey.pk).update(**of_period(code))
    admin = as_user(people.admin)
    assert admin.get(f"/skm/3521/{code}/").status_code == 200
    for other in ("2025-S3", "2025-B13", "1999-S1", "2025-T02", "2024"):
        assert admin.get(f"/skm/3521/{other}/").status_code == 404


@pytest.mark.each_database
@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "number"), [(1, 0), (1, 13), (3, 5), (6, 3), (12, 2), (2, 1), (6, 0)])
def test_the_database_refuses_what_is_no_period(survey, kind, number):
    with pytest.raises(IntegrityError, match=r"survey_period_exists|CHECK"), transaction.atomic():
        Survey.objects.filter(pk=survey.pk).update(kind=kind, number=number)


@pytest.mark.each_database
@pytest.mark.django_db
def test_two_kinds_may_overlap_and_one_period_is_there_once(survey, ngawi):
    make_survey(ngawi, period="2025-T2")
    make_survey(ngawi, period="2025")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_survey(ngawi, period="2025-T2")


@pytest.mark.each_database
@pytest.mark.django_db
def test_surveys_stand_by_their_end_the_latest_first(ngawi):
    for code in ("2024", "2025-S1", "2025-B03", "2025-T2", "2025", "2024-T4"):
        make_survey(ngawi, period=code)
    assert [row.period for row in Survey.objects.all()] == [
        *("2025", "2025-S1", "2025-T2", "2025-B03"),
        *("2024", "2024-T4"),
    ]


@pytest.mark.each_database
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "earlier"),
    [
        ("2025-S1", ["2024", "2024-T4"]),
        ("2025-T2", ["2025-T1", "2025-B03", "2024-T4", "2024"]),
        ("2025-B03", ["2024", "2024-T4"]),
        ("2025", ["2024", "2024-T4"]),
        ("2025-B12", ["2025-S1", "2025-T2", "2025-B03", "2025-T1", "2024", "2024-T4"]),
    ],
)
def test_earlier_is_what_ended_before_and_its_own_kind_is_nearer(ngawi, magetan, code, earlier):
    for other in ("2024", "2024-T4", "2025-T1", "2025-B03", "2025-S1", "2025-T2", "2025"):
        if other != code:
            make_survey(ngawi, period=other)
    make_survey(magetan, period="2024-S2")
    survey = make_survey(ngawi, period=code)
    assert [row.period for row in earlier_surveys(survey)] == earlier

"""A cycle is begun for a period of any kind; what is offered follows what the office did before."""

import re
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError

from followups.cycles import signatory_of, start_cycle
from followups.models import FollowUp
from surveys.models import Instrument, Survey
from surveys.periods import Period, PeriodKind, of_period
from tests.conftest import make_survey
from tests.mass import sampled

pytestmark = pytest.mark.django_db

NEW = "/satuan-kerja/3521/siklus-baru/"
SIGNATORY = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris"}


@pytest.fixture
def admin(as_user, people):
    return as_user(people.admin)


def offered(admin):
    initial = admin.get(NEW).context["form"].initial
    return f"{initial['year']}-{initial['part']}"


@pytest.mark.parametrize(
    ("year", "part", "code", "window"),
    [
        (2026, "B03", "2026-B03", (date(2026, 4, 1), date(2026, 4, 1), date(2026, 5, 1))),
        (2026, "T2", "2026-T2", (date(2026, 7, 1), date(2026, 9, 1), date(2026, 10, 1))),
        (2026, "S2", "2026-S2", (date(2027, 1, 1), date(2027, 5, 1), date(2027, 6, 1))),
        (2026, "tahun", "2026", (date(2027, 1, 1), date(2027, 11, 1), date(2027, 12, 1))),
    ],
)
def test_each_kind_has_its_address_and_its_usual_months(admin, ngawi, year, part, code, window):
    response = admin.post(NEW, {"year": year, "part": part, **SIGNATORY})
    assert response.url == f"/skm/3521/{code}/"
    followup = FollowUp.objects.get(survey__office=ngawi)
    assert (followup.start, followup.end, followup.report_month) == window
    page = admin.get(response.url).content.decode()
    assert f"Tindak lanjut SKM {followup.survey.period_label}" in page


def test_a_period_that_is_there_is_refused_by_its_name(admin, ngawi):
    make_survey(ngawi, period="2025-T2")
    response = admin.post(NEW, {"year": 2025, "part": "T2", **SIGNATORY})
    assert response.status_code == 422
    assert "Siklus Triwulan II Tahun 2025 sudah ada." in response.content.decode()
    assert admin.post(NEW, {"year": 2025, "part": "S1", **SIGNATORY}).status_code == 302


@pytest.mark.parametrize("part", ["T5", "B00", "S3", "", "2025"])
def test_what_is_no_part_of_a_year_is_refused(admin, ngawi, part):
    assert admin.post(NEW, {"year": 2025, "part": part, **SIGNATORY}).status_code == 422
    assert not Survey.objects.exists()


@time_machine.travel("2026-05-10 12:00+07:00")
@pytest.mark.parametrize(
    ("begun", "next_one"),
    sampled(
        [
            ([], "2025-S2"),
            (["2025-S2"], "2026-S1"),
            (["2025-T3"], "2025-T4"),
            (["2026-T1"], "2026-T2"),
            (["2026-B02"], "2026-B03"),
            (["2026-B04", "2026-B05"], "2026-B06"),
            (["2024"], "2025-tahun"),
            (["2025"], "2026-tahun"),
            (["2026-B04", "2025-T4"], "2026-T1"),
        ],
        every=3,
    ),
)
def test_the_kind_is_that_begun_last_and_the_period_the_next_without_a_cycle(admin, ngawi, begun, next_one):
    for code in begun:
        make_survey(ngawi, period=code)
    assert offered(admin) == next_one


def test_what_is_offered_can_be_begun(admin, survey):
    first = offered(admin)
    Survey.objects.create(office=survey.office, instrument=survey.instrument, **of_period(first))
    second = offered(admin)
    assert second > first
    year, part = second.split("-")
    assert admin.post(NEW, {"year": year, "part": part, **SIGNATORY}).status_code == 302


def test_the_parts_of_a_year_stand_in_groups(admin, ngawi):
    page = admin.get(NEW).content.decode()
    groups = re.findall(r'<optgroup label="(Per [^"]+)"', page)
    assert groups == ["Per semester", "Per triwulan", "Per bulan", "Per tahun"]


def with_another_instrument():
    return Instrument.objects.create(key="kota", name="Peraturan Wali Kota", valid_from=date(2025, 1, 1))


def test_the_instrument_is_asked_only_where_there_are_several(admin):
    assert "instrument" not in admin.get(NEW).context["form"].fields
    other = with_another_instrument()
    sent = {"year": 2026, "part": "S1", **SIGNATORY}
    refused = admin.post(NEW, sent)
    assert refused.status_code == 422 and refused.context["form"].errors.keys() == {"instrument"}
    assert admin.post(NEW, sent | {"instrument": "kota"}).status_code == 302
    assert Survey.objects.get().instrument == other


def test_an_office_is_offered_the_instrument_that_it_used_last(admin, ngawi):
    with_another_instrument()
    assert admin.get(NEW).context["form"].initial["instrument"] == ""
    make_survey(ngawi)
    page = admin.get(NEW).content.decode()
    assert re.search(r'<option value="permenpanrb-14-2017"\s+selected', page)


def test_what_else_the_database_refuses_is_not_taken_for_a_period_that_is_there(people, ngawi):
    with pytest.raises(IntegrityError, match="survey_year_sane"):
        start_cycle(ngawi, people.admin, Period(1800, PeriodKind.SEMESTER, 1), signatory_of(ngawi))

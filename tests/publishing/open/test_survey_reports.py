"""An office that signed its survey report shows its results at once, half a year before its follow-up is signed."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import FollowUp, RecordedPeriod
from publishing.models import PublicFace
from reports.kinds.documents import document_now
from reports.models import ReportKind, State
from surveys.models import Instrument, Survey
from surveys.respondents.counts import write_profile
from tests.conftest import make_office, make_survey
from tests.publishing.scene import CODES, report_of, told
from tests.reports.issued import make_report

PAGE = "/publik/3521/"


@pytest.fixture
def opened(survey, people):
    """The page is open and the survey's report signed; the follow-up is only typed."""
    Survey.objects.filter(pk=survey.pk).update(start=date(2025, 1, 2), end=date(2025, 6, 30), respondents=1110)
    survey.refresh_from_db()
    write_profile(survey, {"sex": {"male": 60, "female": 50}, "age": {"17-25": 3, "26-34": 57, "35-44": 50}})
    PublicFace.objects.create(office=survey.office, opened_by=people.admin)
    document = document_now(survey, ReportKind.SURVEY)
    code = "SSSS-SSSS-SSSS-SSSS-SSSS"
    return make_report(
        FollowUp.objects.get(survey=survey), people.secretary, code=code, document=document, kind=ReportKind.SURVEY
    )


def rows(client, name):
    return client.get(f"{PAGE}data/{name}.json").json()["data"]


def test_the_index_is_that_of_the_signed_survey_report(client, opened):
    page = client.get(PAGE).content.decode()
    assert "87,36" in page
    assert "Dari Laporan Survei Kepuasan Masyarakat versi 1 yang ditandatangani 9 Januari 2026" in page
    assert "1110 responden" in page or "1.110 responden" in page
    (row,) = rows(client, "indeks")
    assert (row["nilai"], row["mutu"], row["jumlah_responden"]) == (87.36, "B", 1110)
    assert row["kode_verifikasi"] == opened.code


def test_nothing_of_the_follow_up_that_is_not_signed_shows(client, opened):
    page = client.get(PAGE).content.decode()
    assert "Tindak lanjut Semester" not in page
    assert "rencana tindak lanjut" not in page
    assert rows(client, "tindak-lanjut") == []


def test_elements_have_their_values_and_grades(client, opened):
    told_of = {row["kode_unsur"]: (row["nilai"], row["mutu"]) for row in rows(client, "unsur")}
    assert len(told_of) == 9
    assert all(25 <= value <= 100 and grade in "ABCD" for value, grade in told_of.values())


def test_small_counts_are_hidden_as_in_the_report(client, opened):
    counts = {(row["kode_kelompok"], row["kode_kategori"]): row["nilai"] for row in rows(client, "responden")}
    assert counts["sex", "male"] == 60
    assert counts["age", "17-25"] is None


def test_what_is_typed_after_the_signature_shows_to_nobody(client, opened, survey):
    before = client.get(PAGE)
    Survey.objects.filter(pk=survey.pk).update(respondents=7777, lock="open")
    after = client.get(PAGE)
    assert before["ETag"] == after["ETag"]
    assert "7777" not in after.content.decode()


def test_the_follow_ups_report_takes_over_once_it_is_signed(client, opened, survey, people):
    client.get(PAGE)
    report_of(survey, people.secretary, "open", told("Menambah loket"))
    page = client.get(PAGE).content.decode()
    assert "Dari Laporan Tindak Lanjut SKM versi 1" in page
    assert "Menambah loket" in page
    assert [row["kode_verifikasi"] for row in rows(client, "indeks")] == [CODES["open"]]


def test_a_survey_report_that_is_withdrawn_is_gone(client, opened):
    assert "87,36" in client.get(PAGE).content.decode()
    type(opened).objects.filter(pk=opened.pk).update(
        state=State.WITHDRAWN, withdrawn_at=opened.signed_at, withdrawn_reason="Keliru."
    )
    assert "Belum ada hasil yang ditandatangani." in client.get(PAGE).content.decode()


def test_a_period_recorded_by_hand_joins_the_curve_at_once_and_only_while_its_report_is_public(client, opened, survey):
    assert "<svg" not in client.get(PAGE).content.decode().split('id="unsur"')[0]
    of = {"office": survey.office, "instrument": Instrument.objects.first(), "index": "80.10", "is_public": False}
    past = RecordedPeriod.objects.create(
        year=2024, kind=survey.span.kind, number=2, report="earlier/3521/a.pdf", sha256="a" * 64, size=1, **of
    )
    assert "open-trend" not in client.get(PAGE).content.decode()
    RecordedPeriod.objects.filter(pk=past.pk).update(is_public=True)
    assert "open-trend" in client.get(PAGE).content.decode()
    RecordedPeriod.objects.filter(pk=past.pk).delete()
    assert "open-trend" not in client.get(PAGE).content.decode()


def test_open_data_of_many_offices_below_costs_as_many_questions_as_of_two(client, opened, survey, people):
    def one_more(number):
        office = make_office(f"36{number:02}", f"Kota {number}", survey.office.parent)
        report_of(make_survey(office), people.secretary, list(CODES)[number], told("Menambah loket"))
        PublicFace.objects.create(office=office)

    def asked():
        cache.clear()
        with CaptureQueriesContext(connection) as caught:
            answer = client.get("/publik/35/bawahan/indeks.json")
        return len(caught), len(answer.json()["data"])

    one_more(0)
    asked()
    few, offices = asked()
    for number in (1, 2):
        one_more(number)
    assert offices == 2
    assert asked() == (few, 4)

"""Open data by its addresses: for anyone while the page is open, asked for again by its mark, and not without end."""

import pytest

from followups.models import EvidencePhoto, FollowUp
from publishing.data import views
from publishing.models import PublicFace
from tests.conftest import make_survey
from tests.publishing.results import document_with
from tests.reports.issued import make_report

DATA, BELOW = "/publik/3521/data/", "/publik/35/bawahan/"
pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def opened(people, survey):
    photo = EvidencePhoto.objects.get()
    make_report(FollowUp.objects.get(survey=survey), people.secretary, document=document_with(photo))
    PublicFace.objects.create(office=survey.office)


@pytest.mark.parametrize(
    ("file", "kind"),
    [("indeks.csv", "text/csv; charset=utf-8"), ("tindak-lanjut.json", "application/json; charset=utf-8")],
)
def test_a_table_says_what_it_is_and_is_not_sent_twice(client, opened, file, kind):
    answer = client.get(f"{DATA}{file}")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (kind, "nosniff")
    assert client.get(f"{DATA}{file}", headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert not answer.cookies


@pytest.mark.parametrize("wrong", ["jawaban.csv", "indeks.xlsx", "indeks.csv/", "../indeks.csv"])
def test_another_table_is_not_found(client, opened, wrong):
    assert client.get(f"{DATA}{wrong}").status_code == 404


def test_an_office_above_has_those_below_whose_page_is_open(client, people, opened, magetan):
    other = make_survey(magetan)
    report = make_report(
        FollowUp.objects.get(survey=other),
        people.secretary,
        code="BBBB-BBBB-BBBB-BBBB-BBBB",
        document=document_with(EvidencePhoto.objects.get(followup__survey=other)),
    )
    one = client.get(f"{BELOW}indeks.csv").content.decode()
    assert one.count("\n") == 2
    assert report.code not in one
    PublicFace.objects.create(office=magetan)
    both = client.get(f"{BELOW}indeks.csv").content.decode()
    assert both.count("\n") == 3
    assert report.code in both
    assert client.get("/publik/3521/bawahan/indeks.csv").status_code == 404


def test_who_asks_too_often_is_asked_to_wait(client, opened, monkeypatch):
    monkeypatch.setattr(views, "FILES_A_MINUTE", 1)
    assert client.get(f"{DATA}indeks.csv").status_code == 200
    refused = client.get(f"{DATA}indeks.csv")
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert "Tunggu satu menit" in refused.content.decode()


def test_who_asks_for_what_is_below_no_office_makes_nobody_look_at_all_that_are_open(
    client, opened, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as asked:
        assert client.get("/publik/99/bawahan/indeks.csv").status_code == 404
    assert not [query for query in asked.captured_queries if "reports_report" in query["sql"]]


def test_who_asks_too_often_is_refused_before_any_office_is_looked_at(
    client, opened, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(views, "FILES_A_MINUTE", 0)
    with django_assert_max_num_queries(12) as asked:
        assert client.get(f"{BELOW}indeks.csv").status_code == 429
    assert not [query for query in asked.captured_queries if "publishing_publicface" in query["sql"]]

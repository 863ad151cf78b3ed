"""Where the results of a survey come from, entered on its page."""

import re

import pytest

from surveys.models import Survey
from tests.followups.test_views_survey import PAGE, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


SOURCE = {
    "report_number": "12/SKM/2025",
    "report_url": "https://contoh.go.id/skm",
    "covered": "Pindah memilih\r\nInformasi publik",
    "forums": "Rapat pleno, 12 Juli 2025, berita acara nomor 45/BA/VII/2025",
}


def test_where_the_results_come_from_is_kept_and_shown_again(admin, survey):
    admin.post(PAGE, filled(**SOURCE))
    survey.refresh_from_db()
    assert (survey.report_number, survey.report_url) == (SOURCE["report_number"], SOURCE["report_url"])
    assert survey.covered.splitlines() == ["Pindah memilih", "Informasi publik"]
    page = admin.get(PAGE).content.decode()
    assert all(text.splitlines()[0] in page for text in SOURCE.values())


def test_the_scheme_of_an_address_is_kept_in_small_letters(admin, survey):
    admin.post(PAGE, filled(report_url="HTTPS://contoh.go.id/SKM"))
    survey.refresh_from_db()
    assert survey.report_url == "https://contoh.go.id/SKM"


def test_an_address_that_is_none_is_refused_and_kept_as_typed(admin, survey):
    response = admin.post(PAGE, filled(report_url="contoh.go.id/skm"))
    page = response.content.decode()
    assert response.status_code == 422 and "Tulis alamat lengkap yang diawali https://" in page
    assert "contoh.go.id/skm" in page and not Survey.objects.get(pk=survey.pk).report_url


def test_an_address_is_kept_only_as_a_cycle_file_may_hold_it(admin, survey):
    admin.post(PAGE, filled(report_url="https://contoh.go.id/laporan-é"))
    survey.refresh_from_db()
    assert survey.report_url == "https://contoh.go.id/laporan-%C3%A9"
    response = admin.post(PAGE, filled(report_url="http://localhost/skm"))
    assert "hanya dapat dibuka dari satu komputer" in response.content.decode()
    survey.refresh_from_db()
    assert survey.report_url == "https://contoh.go.id/laporan-%C3%A9"


def test_more_respondents_than_people_are_refused_unless_it_is_printed_so(admin, survey):
    wrong = filled(respondents="120", population="110")
    page = admin.post(PAGE, wrong).content.decode()
    assert "Jumlah responden melebihi populasi." in page and Survey.objects.get(pk=survey.pk).population != 110
    admin.post(PAGE, filled(respondents="120", population="110", exceeds_population="on", method_unknown="on"))
    stored = Survey.objects.get(pk=survey.pk)
    assert (stored.respondents, stored.population) == (120, 110)
    assert stored.exceeds_population and stored.method_unknown
    box = re.search(r'<input type="checkbox" name="exceeds_population"[^>]*>', admin.get(PAGE).content.decode())
    assert " checked" in box[0]

"""All of Tabel 4.1 is done: home offers the Laporan Penyelesaian RTL, and one press on its page prepares it."""

import pytest
from playwright.sync_api import expect

from reports.models import Report, ReportKind, State
from tests.journeys.browser.conftest import BOTH
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.reports.addendum.owed import carried, done, open_plans, with_signed_report

pytestmark = pytest.mark.browser


@pytest.mark.prove
@pytest.mark.usefixtures("own_media")
def test_the_admin_follows_home_and_prepares_it_with_one_press(walk, people, survey):
    with_signed_report(survey, people)
    done(carried(people, open_plans(survey)[0]), people)

    def steps(page):
        sign_in(page, "admin", "/")
        page.get_by_role("link", name="laporan penyelesaian dapat disiapkan").click()
        expect(page.get_by_role("heading", name="Pratinjau")).to_be_visible()
        expect(page.get_by_text("realisasi 50% menjadi 100%")).to_be_visible()
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
        expect(page.get_by_role("heading", name="Berkas sedang dibuat")).to_be_visible()

    walk(steps)
    assert Report.objects.get(kind=ReportKind.ADDENDUM).state == State.PREPARING

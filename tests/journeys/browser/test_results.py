"""The page of results in a browser: many elements with long names, a broken line, both widths, keyboard, paper."""

import pytest
from playwright.sync_api import expect

from followups.models import FollowUp, Priority
from tests.followups.results.offices import add_survey, three_years, with_elements
from tests.journeys.browser.conftest import BOTH
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.prove]


def test_results_of_many_elements_and_periods_are_sound(walk, people, survey):
    three_years(survey.office)
    many = add_survey(survey.office, "2025-S2", instrument=with_elements(14))
    followup = FollowUp.objects.get(survey=many)
    Priority.objects.create(followup=followup, element=many.instrument.elements.last(), position=1)
    nothing = add_survey(survey.office, "2021-S1")
    nothing.scores.all().delete()

    def steps(page):
        sign_in(page, "admin")
        for period in ("2025-S2", "2025-S1", "2021-S1"):
            page.goto(f"/skm/3521/{period}/hasil/")
            assert_sound(page, *BOTH)
            assert_sound(page, *reversed(BOTH))
        page.goto("/skm/3521/2025-S1/hasil/")
        older = page.get_by_text("Periode-periode sebelumnya")
        older.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Semester I Tahun 2022 → Semester II Tahun 2022")).to_be_visible()
        assert_sound(page, *BOTH)
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", name="Nilai setiap unsur")).to_be_visible()
        expect(page.get_by_role("navigation", name="Bagian siklus").get_by_role("list")).to_be_hidden()

    walk(steps)

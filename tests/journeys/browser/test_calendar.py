"""The calendar beside a typed day: it opens, what is picked is written as one types it, and nothing needs it."""

import pytest
from playwright.sync_api import expect

from surveys.models import Survey
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.mass import sampled

PAGE = "/skm/3521/2025-S1/"
BUTTON = "xpath=../button"
PICKED = """calendar => {
    const opened = [];
    HTMLInputElement.prototype.showPicker = function () { opened.push(this.value); };
    calendar.parentElement.querySelector("button").click();
    calendar.value = "2025-07-09";
    calendar.dispatchEvent(new Event("change"));
    return opened;
}"""


@pytest.mark.prove
def test_a_day_is_picked_from_the_calendar_and_sent_as_typed(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", PAGE)
        field = page.get_by_label("Tanggal laporan SKM")
        field.fill("10-07-2025")
        button = field.locator(BUTTON)
        expect(button).to_be_visible()
        assert button.get_attribute("aria-describedby") == field.evaluate("field => field.labels[0].id")
        assert_sound(page, *BOTH)
        calendar = field.locator("xpath=../input[@type='date']")
        assert calendar.get_attribute("max") is not None
        assert calendar.evaluate(PICKED) == ["2025-07-10"]
        assert field.input_value() == "09-07-2025"
        page.get_by_role("button", name="Simpan data survei").click()
        page.get_by_text("Data survei tersimpan.").wait_for()
        assert field.input_value() == "09-07-2025"

    walk(steps, NARROW)
    assert str(Survey.objects.get().report_date) == "2025-07-09"


@pytest.mark.prove
@pytest.mark.parametrize("script", sampled([True, False], ids=["with script", "without script"]))
def test_the_reason_for_a_refused_day_is_seen_beside_it(walk, people, survey, script):
    def steps(page):
        sign_in(page, "admin", PAGE)
        field = page.get_by_label("Tanggal laporan SKM")
        field.fill("31-02-2025")
        page.get_by_role("button", name="Simpan data survei").click()
        page.get_by_text("Februari 2025 memiliki 28 hari").wait_for()
        assert field.locator(BUTTON).count() == script

    walk(steps, NARROW, java_script_enabled=script)

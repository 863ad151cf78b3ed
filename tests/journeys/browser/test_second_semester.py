"""A second semester is begun with what the first one left open, from home, with few interactions."""

from datetime import date

import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan, Completion
from offices.models import Office
from surveys.models import Lock, Survey
from tests.conftest import make_plan
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser
MOST = 15


class Counted:
    """What somebody does on a page, each click counted."""

    def __init__(self, page):
        self.page, self.times = page, 0

    def click(self, role, name):
        self.times += 1
        self.page.get_by_role(role, name=name, exact=True).click()


@pytest.fixture
def signed(survey):
    """Semester I 2025, signed with seven RTL open, each with its strategy."""
    priority = ActionPlan.objects.get(position=2).priority
    for position in range(3, 9):
        make_plan(priority, position, all_units=True)
    for plan in ActionPlan.objects.filter(position__gt=1):
        Completion.objects.create(plan=plan, reason="Anggaran.", strategy="Dianggarkan.", latest=date(2026, 3, 1))
    Survey.objects.update(lock=Lock.SIGNED)
    Office.objects.filter(pk=survey.office_id).update(
        signatory_name="Sari Utami", signatory_title="Sekretaris KPU Kabupaten Ngawi"
    )
    return survey


@pytest.mark.prove
def test_a_second_semester_is_begun_with_its_carried_plans(walk, people, signed):
    def steps(page):
        sign_in(page, "admin")
        hand = Counted(page)
        hand.click("link", "Buat siklus Semester II Tahun 2025")
        expect(page.locator("[name=year]")).to_have_value("2025")
        hand.click("button", "Mulai siklus")
        page.get_by_role("heading", name="Bawa dari periode sebelumnya").wait_for()
        assert page.locator("input[name=chosen]:checked").count() == 7
        assert_sound(page, NARROW)
        hand.click("button", "Bawa yang dicentang")
        page.get_by_text("7 butir dibawa dari periode sebelumnya.").wait_for()
        expect(page.get_by_role("link", name="RTL Semester I Tahun 2025")).to_have_count(7)
        return hand.times

    assert walk(steps, NARROW) == 3 < MOST
    carried = ActionPlan.objects.filter(priority__followup__survey__number=2)
    assert {plan.continues.priority.followup.survey_id for plan in carried} == {signed.pk}
    assert carried.count() == 7


@pytest.mark.prove
def test_the_page_that_lets_a_promise_go_on_is_sound(walk, people, signed):
    plan = ActionPlan.objects.get(position=3)

    def steps(page):
        sign_in(page, "admin", f"/rtl/3521/2025-S1/{plan.pk}/teruskan/")
        page.get_by_text(plan.programme).first.wait_for()
        assert_sound(page, *BOTH)

    walk(steps, NARROW)

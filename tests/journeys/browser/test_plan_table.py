"""The plan as a table: months and order by mouse and by keyboard, one row more in place, the last change undone."""

from datetime import date

import pytest

from followups.models import ActionPlan, FollowUp, MonthKind
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import FITS, assert_sound, sign_in

pytestmark = pytest.mark.browser
PAGE = "/rtl/3521/2025-S1/"


def pressed(row):
    return row.locator(".month button").evaluate_all("all => all.map(each => Number(each.ariaPressed === 'true'))")


def sent(page):
    page.locator("html:not([data-sending])").wait_for(state="attached")


def drag(page, start, end):
    start.hover()
    page.mouse.down()
    end.hover()
    page.mouse.up()
    sent(page)


def months(plan):
    return [row.month.month for row in plan.months.filter(kind=MonthKind.PLANNED)]


@pytest.mark.prove
def test_a_table_is_planned_by_mouse_and_by_keyboard(walk, people, survey):
    first, second = ActionPlan.objects.order_by("position")

    def steps(page):
        sign_in(page, "admin", PAGE)
        page.wait_for_load_state("networkidle")
        row = page.locator(f"#rtl-{second.pk}")
        buttons = row.locator(".month button")
        buttons.evaluate_all("all => [0, 1, 2].forEach(place => all[place].click())")
        assert pressed(row) == [1, 1, 1, 1, 0, 0]
        sent(page)
        assert pressed(row) == [1, 1, 1, 1, 0, 0]
        drag(page, buttons.nth(0), buttons.nth(2))
        assert pressed(row) == [0, 0, 0, 1, 0, 0]
        buttons.nth(3).focus()
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        sent(page)
        assert pressed(row) == [0, 0, 0, 1, 1, 1]
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.ariaLabel") == "Desember 2025, RTL 1 a"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == f"turun-{first.pk}"

        drag(page, row.locator("[data-grip]"), page.locator(f"#rtl-{first.pk} .element"))
        page.get_by_role("button", name="Turunkan RTL 1 a").click()
        sent(page)
        assert page.evaluate("document.activeElement.id") == f"naik-{second.pk}"
        page.get_by_role("button", name="Urungkan").click()
        page.get_by_text("Perubahan terakhir Anda diurungkan.").wait_for()

        page.get_by_text("Tambah RTL untuk Waktu Penyelesaian").click()
        page.keyboard.press("Tab")
        page.keyboard.type("Menata loket")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.get_by_role("button", name="Tambah", exact=True).click()
        page.wait_for_url("**?baru=*")
        assert page.evaluate("document.activeElement.name") == "programme"
        assert_sound(page, *BOTH)

    walk(steps)
    assert list(ActionPlan.objects.values_list("programme", flat=True)) == ["Program 2", "Program 1", "Menata loket"]
    assert months(second) == [10, 11, 12]
    assert months(ActionPlan.objects.get(programme="Menata loket")) == [7]


@pytest.mark.prove
def test_without_script_it_is_plain_forms(walk, people, survey):
    plan = ActionPlan.objects.get(position=2)

    def steps(page):
        sign_in(page, "admin", PAGE)
        page.get_by_role("button", name="Desember 2025, RTL 1 b").click()
        page.wait_for_url(f"**#rtl-{plan.pk}")
        page.get_by_role("button", name="Naikkan RTL 1 b").click()
        page.get_by_text("Urutan RTL diubah.").wait_for()
        page.get_by_role("button", name="Urungkan").click()
        page.get_by_text("Perubahan terakhir Anda diurungkan.").wait_for()

    walk(steps, java_script_enabled=False)
    assert months(plan) == [10, 12]
    assert ActionPlan.objects.last() == plan


@pytest.mark.prove
def test_eight_months_fit_a_screen_and_do_not_widen_a_phone(walk, people, survey):
    FollowUp.objects.update(end=date(2026, 2, 1))

    def steps(page):
        sign_in(page, "admin", PAGE)
        assert page.locator(".plan-scroll").evaluate("each => each.scrollWidth <= each.clientWidth")
        page.set_viewport_size(NARROW)
        page.goto("/skm/3521/2025-S1/ikhtisar/")
        assert page.evaluate(FITS)

    walk(steps)

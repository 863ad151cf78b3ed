"""A kasubbag goes through what waits: by thumb, by keyboard, and with no more than twelve interactions for seven."""

import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan, Review, Status
from tests.conftest import make_plan
from tests.journeys.browser.conftest import BOTH, NARROW, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser
SEVEN, MOST = 7, 12
LONG = "Jadwal pelayanan ditempel di loket, di laman, dan di ruang tunggu. " * 12


@pytest.fixture
def seven(survey, people):
    """Seven plans of all units that the operator has sent, two of them with photos."""
    first = ActionPlan.objects.get(position=1)
    for position in range(3, SEVEN + 1):
        make_plan(first.priority, position)
    ActionPlan.objects.update(
        status=Status.DONE,
        description=LONG,
        review=Review.PENDING,
        submitted_by=people.staff,
        all_units=True,
        lead=None,
    )


def in_sight(page, button):
    """Whether a button lies wholly in the window, without scrolling."""
    box = button.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def test_seven_are_approved_from_home_with_the_thumb(walk, people, seven):
    def steps(page):
        sign_in(page, "kasubbag")
        page.get_by_role("link", name="Periksa 7 realisasi berurutan").click()
        count = 1
        for number in range(1, SEVEN + 1):
            page.get_by_text(f"{number} dari 7", exact=True).wait_for()
            button = page.get_by_role("button", name="Setujui")
            assert in_sight(page, button)
            if number == 1:
                assert_sound(page, *BOTH)
                page.set_viewport_size(NARROW)
            button.click()
            count += 1
        page.get_by_text("Anda sudah memeriksa 7 realisasi.").wait_for()
        assert_sound(page)
        return count

    assert walk(steps, NARROW, has_touch=True) <= MOST
    assert set(ActionPlan.objects.values_list("review", "reviewed_by")) == {(Review.APPROVED, people.head.pk)}


@pytest.mark.prove
def test_the_keyboard_reaches_the_decision_at_once(walk, people, seven):
    def steps(page):
        sign_in(page, "kasubbag", "/persetujuan/")
        for number in range(1, 4):
            page.get_by_text(f"{number} dari 7", exact=True).wait_for()
            expect(page.get_by_role("heading", name=f"Program {number}", exact=True)).to_be_focused()
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
            expect(page.get_by_role("button", name="Setujui")).to_be_focused()
            page.keyboard.press("Enter")
        page.get_by_text("4 dari 7", exact=True).wait_for()

    walk(steps, WIDE)
    assert ActionPlan.objects.filter(review=Review.APPROVED).count() == 3


@pytest.mark.prove
def test_several_are_ticked_and_approved_without_a_script(walk, people, seven):
    def steps(page):
        sign_in(page, "kasubbag", "/persetujuan/")
        page.get_by_role("link", name="Setujui beberapa sekaligus").click()
        page.get_by_role("link", name="Centang semua").click()
        page.get_by_label("Program 2").uncheck()
        page.get_by_role("button", name="Setujui yang dicentang").click()
        page.get_by_text("6 realisasi disetujui.").wait_for()
        page.get_by_text("1 dari 1", exact=True).wait_for()

    walk(steps, NARROW, java_script_enabled=False)
    assert list(ActionPlan.objects.filter(review=Review.PENDING).values_list("programme", flat=True)) == ["Program 2"]


@pytest.mark.prove
def test_what_was_decided_meanwhile_is_told_on_a_sound_page(walk, people, seven):
    first = ActionPlan.objects.get(position=1)

    def steps(page):
        sign_in(page, "kasubbag", f"/persetujuan/?rtl={first.pk}")
        page.get_by_text("Kembalikan…").click()
        page.get_by_label("Catatan pengembalian").fill(LONG)
        beside = page.context.new_page()
        beside.goto(page.url)
        beside.get_by_role("button", name="Setujui").click()
        beside.get_by_role("heading", name="Program 2", exact=True).wait_for()
        page.get_by_role("button", name="Kembalikan dengan catatan").click()
        page.get_by_text("sudah diputuskan: disetujui oleh Kasubbag.").wait_for()
        page.get_by_text(LONG.strip()).wait_for()
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Periksa yang berikutnya").click()
        page.get_by_role("heading", name="Program 2", exact=True).wait_for()

    walk(steps)


@pytest.mark.prove
def test_the_list_is_sound(walk, people, seven):
    def steps(page):
        sign_in(page, "kasubbag", "/persetujuan/?daftar")
        assert_sound(page, *BOTH)

    walk(steps)

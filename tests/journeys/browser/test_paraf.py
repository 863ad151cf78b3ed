"""A head reads the draft on a phone and gives a paraf; the secretary sees it where the report is signed."""

import pytest
from playwright.sync_api import expect

from reports.models import Paraf, ReaderNote
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.mass import sampled

pytestmark = pytest.mark.browser
PAGE = "/laporan/3521/2025-S1/paraf/"


def in_sight(page):
    """Whether the decision lies in the window of a phone, without scrolling."""
    page.set_viewport_size(NARROW)
    box = page.get_by_role("button", name="Setuju, beri paraf").bounding_box()
    return box["y"] + box["height"] <= NARROW["height"]


@pytest.mark.parametrize("script", sampled([True, False], ids=["with script", "without script"]))
def test_a_head_leaves_a_note_then_agrees_and_the_secretary_sees_it(walk, people, survey, script):
    def steps(page):
        sign_in(page, "kasubbag", PAGE)
        assert in_sight(page)
        if script:
            assert_sound(page, *BOTH)
        page.get_by_text("Beri catatan…").click()
        page.get_by_label("Bagian laporan").select_option("bab-3")
        page.get_by_label("Catatan", exact=False).last.fill("Sebutkan loketnya.")
        page.get_by_role("button", name="Simpan catatan").click()
        page.get_by_text("Catatan Anda tersimpan.").wait_for()
        page.get_by_role("button", name="Setuju, beri paraf").click()
        page.get_by_text("Paraf Anda tersimpan.").wait_for()
        page.goto(f"{PAGE}lembar/")
        expect(page.get_by_role("heading", name="Lembar Paraf dan Koreksi")).to_be_visible()
        if script:
            assert_sound(page, *BOTH)
        page.context.clear_cookies(name="sessionid")
        sign_in(page, "sekretaris", "/laporan/3521/2025-S1/tanda-tangan/")
        expect(page.get_by_role("region", name="Paraf").get_by_text("Setuju", exact=True)).to_be_visible()
        if script:
            assert_sound(page, *BOTH)
        page.goto(PAGE)
        assert in_sight(page)

    walk(steps, NARROW, java_script_enabled=script)
    assert (Paraf.objects.get().agrees, ReaderNote.objects.get().part) == (True, "bab-3")

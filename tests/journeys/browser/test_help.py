"""Bantuan on a page: the section of the guide that explains it, beside it, and away again with what was typed kept."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.conftest import NARROW
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser


def test_help_opens_in_place_and_goes_away_with_esc_and_with_its_button(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", "/satuan-kerja/3521/")
        name = page.get_by_label("Nama singkat")
        name.fill("KPU Ngawi Baru")
        help_link = page.get_by_role("link", name="Bantuan")
        dialog = page.get_by_role("dialog", name="Bantuan")
        help_link.press("Enter")
        expect(dialog).to_be_visible()
        assert_sound(page)
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        help_link.click()
        dialog.get_by_role("button", name="Tutup").click()
        expect(dialog).to_be_hidden()
        expect(name).to_have_value("KPU Ngawi Baru")
        help_link.click()
        dialog.get_by_role("link", name="Seluruh panduan").click()
        page.get_by_label("Cari dalam panduan").fill("lembar pemulihan")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Ponsel hilang", exact=True).last.wait_for()
        assert_sound(page)

    walk(steps, NARROW)

"""A photo is covered by keyboard and by pointer, and by touch on a narrow screen."""

import pytest
from playwright.sync_api import expect

from followups.models import EvidencePhoto, EvidenceUse, FollowUp
from tests.conftest import make_photo
from tests.journeys.browser.conftest import NARROW, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.prove
def test_a_face_is_covered_by_keyboard_then_by_pointer(walk, people, survey):
    photo = make_photo(FollowUp.objects.get(survey=survey), "wajah.jpg", "white")
    EvidenceUse.objects.create(group=EvidenceUse.objects.get().group, photo=photo, position=2)
    address = f"/bukti-dukung/3521/2025-S1/foto/{photo.pk}/ubah/"

    def steps(page):
        sign_in(page, "admin")
        page.goto(address)
        save = page.get_by_role("button", name="Simpan gambar")
        expect(save).to_be_disabled()
        page.get_by_role("button", name="Tambah kotak").press("Enter")
        area = page.locator(".retouch-area")
        before = area.get_attribute("x")
        page.keyboard.press("ArrowRight")
        assert area.get_attribute("x") != before
        wide = area.get_attribute("width")
        page.keyboard.press("Shift+ArrowRight")
        assert area.get_attribute("width") != wide
        picture = page.locator("[data-retouch]")
        picture.hover(position={"x": 10, "y": 10})
        page.mouse.down()
        picture.hover(position={"x": 80, "y": 60})
        page.mouse.up()
        expect(area).to_have_count(2)
        page.keyboard.press("Tab")
        assert_sound(page, WIDE, NARROW)
        save.click()
        expect(page.get_by_text("gambar lamanya dihapus dari penyimpanan")).to_be_visible()

    walk(steps, NARROW)
    assert EvidencePhoto.objects.get(pk=photo.pk).sha256 != photo.sha256

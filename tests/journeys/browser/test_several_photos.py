"""The pages by which photos come and are arranged, looked at on both screens."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.routes_evidence import with_link
from tests.journeys.routes_papers import PAPER, SHELF, with_paper
from tests.journeys.scene import make_scene

pytestmark = pytest.mark.browser


@pytest.mark.prove
def test_photos_are_ticked_and_given_one_caption_on_a_phone(walk, people, survey):
    scene = make_scene(people, survey)
    with_paper(scene)
    with_link(scene)
    place = f"/bukti-dukung/3521/2025-S1/rtl/{scene.plan}/"

    def steps(page):
        sign_in(page, "admin")
        page.goto(place)
        page.get_by_role("checkbox", name="Gambar 1").check()
        page.get_by_text("Foto yang dicentang").click()
        assert_sound(page, *BOTH)
        page.get_by_label("Keterangan untuk semua yang dicentang").fill("Rapat pleno")
        page.get_by_role("button", name="Beri keterangan ini").click()
        expect(page.get_by_text("Keterangan 1 foto disimpan.")).to_be_visible()
        page.goto(f"{place}tautan/")
        page.get_by_role("button", name="Buat tautan").click()
        expect(page.get_by_text("Kirim melalui WhatsApp")).to_be_visible()
        assert_sound(page, *BOTH)
        for address in (SHELF, PAPER.format(paper=scene.paper), "/kirim/tautan-uji/"):
            page.goto(address)
            assert_sound(page, *BOTH)
        expect(page.get_by_text("Belum ada foto dipilih")).to_be_visible()

    walk(steps, NARROW)

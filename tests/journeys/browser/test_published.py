"""From a signed report to what anybody reads: the page is opened, sheets and log are there, a stranger sees it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_upload import photo
from tests.journeys.routes_published import with_closed_survey, with_signed_photo
from tests.journeys.scene import make_scene

pytestmark = pytest.mark.browser


def note_where_it_hangs(page):
    page.goto("/skm/3521/2025-S1/publikasi/")
    page.get_by_label("Jenis media").select_option("billboard")
    page.get_by_label("Tempat atau nama akun").fill("Videotron alun-alun")
    page.get_by_label("Tanggal publikasi").fill("15-7-2025")
    page.get_by_label("Bukti").set_input_files([photo("videotron.jpg", "navy")])
    page.get_by_role("button", name="Catat publikasi").click()
    page.get_by_alt_text("Bukti publikasi Videotron alun-alun").wait_for()
    assert_sound(page, *BOTH)
    page.get_by_role("link", name="Videotron alun-alun").first.click()
    page.get_by_role("heading", name="Perbaiki catatan").wait_for()
    assert_sound(page, *BOTH)


def test_what_was_signed_is_opened_to_anybody(walk, people, survey):
    scene = make_scene(people, survey)
    with_closed_survey(scene)
    with_signed_photo(scene)

    def steps(page):
        sign_in(page, "admin")
        page.goto("/skm/3521/2025-S1/publikasi/foto/")
        page.get_by_role("checkbox").first.check()
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Simpan pilihan").click()
        page.get_by_role("heading", name="Lembar publikasi").wait_for()
        assert_sound(page, *BOTH)
        note_where_it_hangs(page)
        page.goto("/satuan-kerja/3521/laman-publik/")
        page.get_by_role("button", name="Buka laman publik").click()
        page.get_by_role("heading", name="Terbuka untuk umum").wait_for()
        assert_sound(page, *BOTH)
        page.context.clear_cookies()
        page.goto("/publik/3521/")
        expect(page.get_by_role("heading", name="Survei Kepuasan Masyarakat")).to_be_visible()
        expect(page.get_by_text("1 dari 2 rencana tindak lanjut selesai (50%).")).to_be_visible()
        assert_sound(page, *BOTH)
        assert page.context.cookies() == []

    walk(steps, NARROW)

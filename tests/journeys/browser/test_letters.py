"""The letters that go with a report, and the slip that comes back of it: written and photographed on a phone."""

import pytest
from playwright.sync_api import expect

from reports.models import Handover, OwnLetter
from surveys.models import Survey
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_upload import photo
from tests.journeys.routes_reading import with_awaited
from tests.journeys.scene import make_scene

pytestmark = pytest.mark.browser
WAITS = "Tanda terima dari KPU Provinsi belum disimpan"


@pytest.mark.prove
def test_a_photo_of_the_slip_closes_the_handing_on(walk, people, survey):
    with_awaited(make_scene(people, survey))
    Survey.objects.filter(pk=survey.pk).update(lock="signed")

    def steps(page):
        sign_in(page, "sekretaris")
        page.get_by_role("link", name=WAITS).click()
        page.get_by_label("Foto atau pindaian tanda terima").set_input_files(photo("tanda.jpg", "white"))
        page.get_by_label("Tanggal diterima").fill("15-1-2026")
        page.get_by_label("Diterima oleh").fill("Wati Contoh")
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Simpan tanda terima").click()
        expect(page.get_by_alt_text("Tanda terima dari KPU Provinsi")).to_be_visible()
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Perbaiki tanda terima").click()
        expect(page.get_by_alt_text("Tanda terima dari KPU Provinsi")).to_be_visible()
        assert_sound(page, *BOTH)
        page.goto("/")
        expect(page.get_by_text("Diterima 15 Januari 2026 oleh Wati Contoh.")).to_be_visible()
        expect(page.get_by_text(WAITS)).not_to_be_visible()

    walk(steps, NARROW)
    assert Handover.objects.get().received_by == "Wati Contoh"


def test_a_letter_gets_its_number_and_texts_on_a_phone(walk, people, survey):
    def steps(page):
        sign_in(page, "sekretaris", "/laporan/3521/2025-S1/surat/")
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Nomor, tanggal, dan isi Surat Dinas").click()
        page.get_by_label("Nomor", exact=True).fill("5/SD/2026")
        page.get_by_label("Isi surat").fill("Terlampir {{ laporn }}.")
        page.get_by_role("button", name="Simpan surat").click()
        expect(page.get_by_text("Yang paling mendekati: {{ laporan }}.").first).to_be_visible()
        assert_sound(page, *BOTH)
        page.get_by_label("Isi surat").fill("Terlampir {{ laporan }}.")
        page.get_by_role("button", name="Simpan surat").click()
        expect(page.get_by_text("nomor 5/SD/2026")).to_be_visible()

    walk(steps, NARROW)
    assert OwnLetter.objects.get().texts == {"body": "Terlampir {{ laporan }}."}

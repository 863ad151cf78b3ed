"""A new office from nothing to a report that is signed and handed on: each person goes where home leads, no further."""

import re

import pytest
from playwright.sync_api import expect

from reports.models import Handover, HandoverKind, Report, State
from tests.journeys.browser import test_admin_walk as admin_walk
from tests.journeys.browser.steps import assert_sound
from tests.journeys.browser.test_admin_walk import OWN_PASSWORD, follow
from tests.journeys.browser.test_upload import photo
from tests.worker import worker

pytestmark = [pytest.mark.browser, pytest.mark.prove]
password = admin_walk.password
touches = admin_walk.touches
PASSWORD_OF_SECRETARY = "milik-sekretaris-77"
MOST = 119
"""What everybody presses, ticks, chooses or fills in together: 74 of it the admin to the draft, 5 for the receipt."""


def home(page):
    follow(page, page.get_by_role("navigation", name="Utama").get_by_role("link", name="Beranda"))


def duty(page, name):
    """Home, and from there to what waits for whoever is there."""
    home(page)
    follow(page, page.get_by_role("region", name="Giliran Anda").get_by_role("link", name=name))


def say_who_it_is(page, own_password):
    page.get_by_label("Kata sandi akun Anda").fill(own_password)
    page.get_by_role("button", name="Konfirmasi dan lanjutkan").click()


def add_the_secretary(page):
    duty(page, "Tambahkan Sekretaris")
    follow(page, page.get_by_role("link", name="Tambah pengguna"))
    page.get_by_label("Nama pengguna").fill("sari")
    page.get_by_label("Nama lengkap").fill("Sari Utami")
    page.get_by_label("Status kepegawaian").select_option(label="Lainnya")
    page.get_by_role("checkbox", name="Sekretaris:").check()
    page.get_by_role("button", name="Tambah pengguna").click()
    say_who_it_is(page, OWN_PASSWORD)
    said = page.get_by_role("region", name="Kata sandi sementara untuk Sari Utami")
    once = re.search(r"\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b", said.inner_text())[0]
    page.get_by_text("Sudah saya catat").click()
    return once


def explain(page):
    home(page)
    follow(page, page.get_by_role("link", name="Semua catatan"))
    page.get_by_role("checkbox", name="Jelaskan: Tabel 3.2").check()
    page.get_by_label("Penjelasan untuk catatan yang ditandai").fill("Maklumat dipasang di loket dan tidak difoto.")
    page.get_by_role("button", name="Simpan penjelasan").click()
    page.get_by_text("Penjelasan untuk 1 catatan tersimpan.").wait_for()
    home(page)
    expect(page.get_by_text("Tidak ada catatan yang menghalangi penandatanganan.")).to_be_visible()


def come_in_as_secretary(page, once):
    page.goto("/")
    page.get_by_label("Nama pengguna").fill("sari")
    page.get_by_label("Kata sandi").fill(once)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_label("Kata sandi saat ini").fill(once)
    page.locator("#id_password1").fill(PASSWORD_OF_SECRETARY)
    page.locator("#id_password2").fill(PASSWORD_OF_SECRETARY)
    page.get_by_role("button", name="Ganti kata sandi").click()
    page.get_by_text("Kata sandi sudah diganti.").first.wait_for()


def approve(page):
    duty(page, "Menempelkan jadwal pelayanan")
    page.get_by_role("button", name="Setujui").first.click()
    page.get_by_text("Realisasi “Menempelkan jadwal pelayanan” disetujui.").wait_for()


def prepare(page):
    follow(page, page.get_by_role("status").get_by_role("link", name="Laporan belum disiapkan"))
    page.get_by_label("Dengan tangan").check()
    page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
    say_who_it_is(page, PASSWORD_OF_SECRETARY)
    page.get_by_role("heading", name="Siap ditandatangani").wait_for(timeout=90_000)


def sign(page):
    """By hand, as most do: printed, signed, and photographed with the telephone."""
    duty(page, "Laporan versi 1 siap ditandatangani")
    page.get_by_text("Seluruh laporan sudah dipindai menjadi satu PDF?").click()
    page.get_by_label("Pindaian laporan").set_input_files([photo("pindaian.jpg", "white")])
    page.get_by_role("button", name="Unggah", exact=True).click()
    page.get_by_role("heading", name="Ditandatangani dengan tangan").wait_for()
    assert_sound(page)


def hand_on(page):
    duty(page, "Laporan belum disampaikan")
    follow(page, page.get_by_role("link", name="Catat penyampaian"))
    page.get_by_label("Dikirim kepada / dimuat di").fill("KPU Provinsi Jawa Timur")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_text("KPU Provinsi Jawa Timur").first.wait_for()
    home(page)
    expect(page.get_by_role("link", name="laporan belum dipublikasikan")).to_be_visible()
    expect(page.get_by_text("belum disampaikan")).not_to_be_visible()


def keep_the_receipt(page):
    """The slip of the covering letter came back, and is photographed."""
    follow(page, page.get_by_role("link", name="Tanda terima dari KPU Provinsi Jawa Timur belum disimpan"))
    page.get_by_label("Foto atau pindaian tanda terima").set_input_files([photo("tanda-terima.jpg", "white")])
    page.get_by_label("Diterima oleh").fill("Wati Contoh")
    page.get_by_role("button", name="Simpan tanda terima").click()
    page.get_by_alt_text("Tanda terima dari KPU Provinsi Jawa Timur").wait_for()
    home(page)
    expect(page.get_by_text("oleh Wati Contoh.")).to_be_visible()
    expect(page.get_by_text("belum disimpan")).not_to_be_visible()


def test_a_new_office_hands_on_its_first_report_led_by_home_alone(
    chromium, live_server, committed_db, password, touches
):
    def as_admin(page):
        admin_walk.come_in(page, password)
        admin_walk.set_up_the_office(page)
        admin_walk.enter_the_survey(page)
        admin_walk.plan(page)
        admin_walk.report_what_was_done(page)

    def steps(browser):
        admin, secretary = (
            browser.new_context(base_url=live_server.url, viewport={"width": 1366, "height": 768}, locale="id-ID")
            for _person in range(2)
        )
        for person in (admin, secretary):
            person.set_default_timeout(60_000)
        page = admin.new_page()
        other = secretary.new_page()
        try:
            as_admin(page)
            once = add_the_secretary(page)
            explain(page)
            come_in_as_secretary(other, once)
            approve(other)
            prepare(other)
            sign(other)
            hand_on(other)
            keep_the_receipt(other)
        finally:
            admin.close()
            secretary.close()

    with worker("worker"):
        chromium(steps)
    assert len(touches) <= MOST, len(touches)
    report = Report.objects.get()
    assert report.state == State.SIGNED
    sent = Handover.objects.get()
    assert (sent.kind, sent.received_by) == (HandoverKind.SENT, "Wati Contoh")

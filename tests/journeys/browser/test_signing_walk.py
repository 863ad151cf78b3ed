"""The secretary's way in the browser: keep a key, prepare, read the very file, sign, download, open a new version."""

import pytest

from reports.issuing.keeping import digest_of_bytes
from reports.models import Report, State
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, confirm_key_of_the_secretary, set_second_factor, sign_in
from tests.reports.issuing.issuing import PASSPHRASE, container, make_ready
from tests.worker import worker

pytestmark = [pytest.mark.browser, pytest.mark.prove]  # test_secretary.py walks the same way in the usual run
PAGE = "/laporan/3521/2025-S1/tanda-tangan/"


def keep_key(page):
    page.goto("/akun/kunci/")
    page.get_by_label("Berkas kunci").set_input_files(
        {"name": "kunci.p12", "mimeType": "application/x-pkcs12", "buffer": container()}
    )
    page.get_by_label("Frasa sandi kunci").fill(PASSPHRASE)
    page.get_by_role("button", name="Simpan kunci").click()
    page.get_by_text("Kunci tanda tangan tersimpan").wait_for()
    assert_sound(page, *BOTH)


def prepare(page):
    page.goto(PAGE)
    assert_sound(page, *BOTH)
    page.get_by_label("Di portal ini").check()
    page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
    page.get_by_role("heading", name="Siap ditandatangani").wait_for(timeout=60_000)
    assert_sound(page, *BOTH)


def sign(page):
    page.get_by_label("Saya telah membaca laporan versi 1").check()
    page.get_by_label("Frasa sandi kunci").fill("salah")
    page.get_by_role("button", name="Tandatangani versi 1").click()
    page.get_by_text("Frasa sandi salah").wait_for()
    assert page.get_by_label("Frasa sandi kunci").input_value() == ""
    assert_sound(page, *BOTH)
    page.get_by_label("Frasa sandi kunci").fill(PASSPHRASE)
    page.get_by_role("button", name="Tandatangani versi 1").click()
    page.get_by_role("heading", name="Ditandatangani secara elektronik").wait_for()
    assert_sound(page, *BOTH)


def test_the_secretary_prepares_reads_signs_and_downloads(walk, people, survey, tmp_path):
    make_ready(survey, people)

    def begin(page):
        sign_in(page, "sekretaris")
        codes = set_second_factor(page)
        keep_key(page)
        prepare(page)
        page.get_by_text("menunggu konfirmasi orang kedua").wait_for()
        return codes

    def finish(page):
        sign_in(page, "sekretaris", PAGE, codes[0])
        sign(page)
        with page.expect_download() as caught:
            page.get_by_role("link", name="Unduh laporan bertanda tangan").click()
        assert caught.value.suggested_filename == "Laporan-TL-SKM-3521-2025-S1-v1.pdf"
        caught.value.save_as(tmp_path / "laporan.pdf")
        page.get_by_text("Buka versi baru").first.click()
        page.get_by_label("Alasan").first.fill("Salah ketik pada program 2.")
        page.get_by_role("button", name="Buka versi baru").click()
        page.get_by_text("Versi 1 tetap berlaku").wait_for()
        assert_sound(page, *BOTH)

    with worker("worker"):
        codes = walk(begin, NARROW)
        walk(confirm_key_of_the_secretary, NARROW)
        walk(finish, NARROW)
    signed = Report.objects.get(state=State.SIGNED)
    assert digest_of_bytes((tmp_path / "laporan.pdf").read_bytes()) == signed.signed_sha256

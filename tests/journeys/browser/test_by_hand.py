"""The common way in the browser: print, sign with the pen, photograph the signed pages, make and send the file."""

import io

import pypdfium2
import pytest
from PIL import ImageDraw
from playwright.sync_api import expect

from reports.issuing.keeping import read
from reports.models import Report, State
from reports.printing.conformance import faults_of
from tests.conftest import PASSWORD
from tests.followups.evidence.photo_sheets.sheets import photo
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.reports.issuing.issuing import make_ready
from tests.worker import worker

pytestmark = [pytest.mark.browser, pytest.mark.prove]
PAGE = "/laporan/3521/2025-S1/tanda-tangan/"
ON_A_PHONE = ((195, 150), (1000, 180), (1065, 1480), (110, 1425)), (1200, 1600)


def prepare(page):
    sign_in(page, "sekretaris", PAGE)
    for_the_pen = page.get_by_role("heading", name="Untuk tanda tangan dengan tangan")
    expect(for_the_pen).to_be_hidden()
    page.get_by_label("Dengan tangan").check()
    expect(for_the_pen).to_be_visible()
    page.get_by_label("Tanggal ditulis dengan pena").check()
    page.get_by_label("Nomor ditulis dengan pena").check()
    page.get_by_label("Pangkat/Golongan").fill("Pembina Tk. I (IV/b)")
    page.get_by_label("Batas unggah tujuan").fill("5")
    page.get_by_label("Jabatan").fill("Ketua KPU Kabupaten Ngawi")
    page.get_by_label("Nama").fill("Budi Contoh")
    assert_sound(page, *BOTH)
    page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
    page.get_by_role("heading", name="Siap ditandatangani").wait_for(timeout=120_000)
    page.get_by_text("Halaman lain yang ditulisi").click()
    assert_sound(page, *BOTH)
    return page.request.get(f"{PAGE}berkas/").body()


def signed_with_the_pen(pdf, number):
    """A phone's photo of a page on which somebody has signed."""
    sheet = pypdfium2.PdfDocument(pdf)[number - 1].render(scale=2).to_pil().convert("RGB")
    x, y = 720, 1000
    stroke = [(x, y), (x + 60, y - 70), (x + 90, y + 30), (x + 150, y - 50), (x + 190, y + 10), (x + 300, y - 20)]
    ImageDraw.Draw(sheet).line(stroke, fill="#1f3fae", width=5, joint="curve")
    return photo(sheet, *ON_A_PHONE)


def send_pages(page, pdf):
    slots = page.locator(".signed-page input[name=page]").evaluate_all("each => each.map(one => one.value)")
    for number in map(int, slots):
        picture = {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": signed_with_the_pen(pdf, number)}
        page.locator(f"#halaman-{number}").set_input_files(picture)
        page.get_by_role("button", name=f"Unggah halaman {number}", exact=True).click()
        page.get_by_alt_text(f"Hasil halaman {number}").wait_for()
    assert_sound(page, *BOTH)


def straighten(page):
    page.get_by_role("link", name="Luruskan atau putar").last.click()
    page.get_by_role("button", name="Sudut kiri atas").focus()
    page.keyboard.press("ArrowLeft")
    assert_sound(page, *BOTH)
    page.get_by_role("button", name="Simpan").click()
    page.get_by_alt_text("seperti yang masuk ke berkas kirim").wait_for()
    page.get_by_role("link", name="Tanda tangan").first.click()


def send(page):
    page.locator("#kirim_dated").fill("10-01-2026")
    page.get_by_role("button", name="Buat berkas kirim").click()
    page.get_by_text("konfirmasi diperlukan").first.wait_for()
    assert_sound(page, *BOTH)
    page.get_by_label("Kata sandi").first.fill(PASSWORD)
    page.get_by_role("button", name="Buat berkas kirim").click()
    page.get_by_role("heading", name="Ditandatangani dengan tangan").wait_for(timeout=60_000)
    assert_sound(page, *BOTH)
    page.get_by_label("Nomor dokumen").fill("12/ORT.03-LAP/3521/2026")
    page.get_by_role("button", name="Catat nomor").click()
    page.get_by_text("12/ORT.03-LAP/3521/2026").first.wait_for()


def test_signed_by_hand_it_is_a_file_that_can_be_sent(walk, people, survey, tmp_path):
    make_ready(survey, people)

    def steps(page):
        pdf = prepare(page)
        send_pages(page, pdf)
        straighten(page)
        send(page)
        with page.expect_download() as caught:
            page.get_by_role("link", name="Unduh berkas kirim").click()
        assert caught.value.suggested_filename == "Laporan-TL-SKM-3521-2025-S1-v1-berkas-kirim.pdf"

    with worker("worker"):
        walk(steps, NARROW)
    report = Report.objects.get(state=State.SIGNED)
    content = read(report.scan, report.scan_sha256)
    assert faults_of(content) == () and len(content) < 5_000_000
    assert (report.number, report.dated.isoformat()) == ("12/ORT.03-LAP/3521/2026", "2026-01-10")
    assert (
        "dipindai dari naskah bertanda tangan basah"
        in pypdfium2.PdfDocument(io.BytesIO(content))[2].get_textpage().get_text_range()
    )

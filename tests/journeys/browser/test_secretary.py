"""The secretary in a real browser: reads, leaves a note, signs what the admin mended; and a citizen checks the file."""

import subprocess
from functools import partial
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan
from reports.models import ReaderNote, Report, State
from tests.journeys.browser.conftest import NARROW
from tests.journeys.browser.steps import (
    assert_sound,
    confirm_key_of_the_secretary,
    set_second_factor,
    sign_in,
    sign_in_by_hand,
)
from tests.programs import needed
from tests.reports.issuing.issuing import HOLDER, PASSPHRASE, container, make_ready, work

pytestmark = pytest.mark.browser
REPORT = "/laporan/3521/2025-S1/"
SIGNING = f"{REPORT}tanda-tangan/"
WORDS = "Sebutkan pukul berapa loket dibuka."


@pytest.fixture
def survey(survey, live_server, settings):
    """A cycle whose printed addresses lead to the server of this test."""
    settings.PUBLIC_URL = live_server.url
    survey.signatory_name = HOLDER
    survey.save()
    return survey


def note_and_mend(page):
    sign_in(page, "sekretaris", REPORT)
    page.get_by_text("Tulis catatan").click()
    page.get_by_label("Bagian laporan").select_option(label="Bab III Realisasi Rencana Tindak Lanjut")
    page.get_by_role("textbox", name="Catatan").fill(WORDS)
    page.get_by_role("button", name="Simpan catatan").click()
    page.get_by_text("Catatan tersimpan").wait_for()
    page.context.clear_cookies()

    sign_in(page, "admin", "/")
    page.goto("/")
    expect(page.get_by_text(WORDS)).to_be_visible()
    page.goto("/rtl/3521/2025-S1/realisasi/")
    page.get_by_role("link", name="Program 1").first.click()
    page.get_by_label("Deskripsi realisasi").fill("Loket dibuka pukul tujuh.")
    page.get_by_label("Oktober 2025").check()
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_text("tersimpan", exact=False).filter(visible=True).first.wait_for()
    page.get_by_text("Loket dibuka pukul tujuh.").first.wait_for()
    page.goto("/")
    page.get_by_role("link", name="Bab III").click()
    page.get_by_role("button", name="Tandai selesai").click()
    page.get_by_text("Catatan ditandai selesai.").wait_for()


def prepare(page):
    sign_in(page, "sekretaris", SIGNING)
    page.get_by_label("Di portal ini").check()
    page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
    page.get_by_text("Berkas sedang dibuat").wait_for()
    codes = set_second_factor(page)
    page.goto("/akun/kunci/")
    page.locator("input[type=file]").set_input_files(
        {"name": "kunci.p12", "mimeType": "application/x-pkcs12", "buffer": container()}
    )
    page.get_by_label("Frasa sandi").fill(PASSPHRASE)
    page.get_by_role("button", name="Simpan kunci").click()
    page.get_by_text(HOLDER).first.wait_for()
    return codes


def sign_and_download(page, code):
    """What the secretary has in hands at the end, two clicks from home."""
    sign_in_by_hand(page, "sekretaris", SIGNING, code)
    assert_sound(page)
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Frasa sandi").fill(PASSPHRASE)
    page.get_by_role("button", name="Tandatangani versi 1").click()
    page.get_by_role("link", name="Unduh laporan bertanda tangan").wait_for()
    assert_sound(page)
    page.goto("/")
    link = page.get_by_role("link", name="Unduh laporan bertanda tangan").get_attribute("href")
    answer = page.request.get(link)
    assert answer.ok
    return answer.headers["content-disposition"], answer.body()


def address_in(pdf):
    """Where the QR code leads: the link beside it is the same address (tests/reports/document/test_block.py)."""
    with pikepdf.open(BytesIO(pdf)) as file:
        links = [
            str(note.A.URI) for page in file.pages for note in page.get("/Annots", []) if "/URI" in note.get("/A", {})
        ]
    (address,) = {link for link in links if "/verifikasi/" in link}
    return address


def send(page, name, content):
    page.locator("#berkas").set_input_files({"name": name, "mimeType": "application/pdf", "buffer": content})
    page.get_by_role("button", name="Cocokkan berkas").click()
    page.locator("#hasil").wait_for()
    return page.locator("#hasil").inner_text()


def test_from_the_first_note_to_the_check_by_anyone(walk, people, survey, tmp_path):
    walk(note_and_mend)
    assert ReaderNote.objects.get().done_by == people.admin
    assert ActionPlan.objects.get(position=1).description == "Loket dibuka pukul tujuh."

    make_ready(survey, people)
    codes = walk(prepare)
    walk(confirm_key_of_the_secretary)
    work(Report.objects.get())
    header, pdf = walk(partial(sign_and_download, code=codes[0]))
    assert header == 'attachment; filename="Laporan-TL-SKM-3521-2025-S1-v1.pdf"'
    assert Report.objects.get().state == State.SIGNED
    assert_valid(pdf, tmp_path / "laporan.pdf")

    def check(page):
        page.goto(address_in(pdf))
        expect(page.get_by_role("heading", name="Diterbitkan dan berlaku")).to_be_visible()
        assert send(page, "asli.pdf", pdf) == "Diterbitkan dan berlaku"
        assert send(page, "tambahan.pdf", pdf + b"% lain\n") == "Berkas ini diubah sesudah diterbitkan"
        changed = pdf.replace(b"endstream", b"endsTream", 1)
        assert changed != pdf
        assert send(page, "diubah.pdf", changed) == "Berkas ini tidak sama dengan laporan yang diterbitkan"

    walk(check, java_script_enabled=False)
    walk(look, NARROW)


def look(page):
    """What anyone finds on a telephone."""
    page.goto("/verifikasi/")
    assert_sound(page)
    page.get_by_label("Kode verifikasi").fill("AAAA-AAAA-AAAA-AAAA-AAAA")
    page.get_by_role("button", name="Cek kode").click()
    page.get_by_role("heading", name="Kode ini tidak dikenal").wait_for()
    assert_sound(page)
    page.goto("/verifikasi/")
    assert send(page, "bukan.pdf", b"%PDF-1.7 bukan") == "Berkas ini tidak lengkap"
    assert_sound(page)


def assert_valid(pdf, path):
    path.write_bytes(pdf)
    said = subprocess.run([needed("pdfsig"), "-nocert", str(path)], capture_output=True, text=True, check=True).stdout
    assert "Signature is Valid." in said
    assert "Total document signed" in said

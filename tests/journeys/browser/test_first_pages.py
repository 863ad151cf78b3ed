from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from playwright.sync_api import expect

from reports.models import Job, JobState
from reports.work.drafts import request_draft
from reports.work.jobs import fail
from reports.work.leases import claim, finish
from tests.conftest import make_survey
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in, sign_in_by_hand
from tests.mass import sampled
from tests.worker import worker

pytestmark = pytest.mark.browser
PDF = "/laporan/3521/2025-S1/pdf/"


@pytest.mark.prove
@pytest.mark.parametrize("script", sampled([True, False], ids=["with script", "without script"]))
def test_from_sign_in_to_the_file(walk, people, survey, script):
    def steps(page):
        sign_in_by_hand(page, "sekretaris")
        expect(page.get_by_role("heading", name="Terlambat")).to_be_visible()
        own = page.get_by_role("region", name="KPU Kabupaten Ngawi")
        own.get_by_role("link", name="Semester I Tahun 2025").click()
        expect(page.get_by_role("heading", level=1, name="KPU Kabupaten Ngawi")).to_be_visible()
        expect(page.get_by_text("Loket dibuka lebih awal.").first).to_be_visible()
        page.get_by_role("link", name="PDF").click()
        page.get_by_role("button", name="Buat PDF").click()
        page.get_by_role("heading", name="PDF siap").wait_for(timeout=60_000)
        with page.expect_download() as download:
            page.get_by_role("link", name="Unduh PDF").click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    with worker("worker", "--interval", "0.1"):
        name, content = walk(steps, java_script_enabled=script)
    assert name == "Laporan-TL-SKM-3521-2025-S1-draf.pdf"
    assert content.startswith(b"%PDF-")
    assert content == default_storage.open(Job.objects.get().file.name).read()


@pytest.mark.prove
def test_an_unchanged_draft_is_there_at_once(walk, people, survey):
    job = request_draft(survey, people.admin)
    finish(claim(job.pk), b"%PDF-1.7 sudah ada")

    def steps(page):
        sign_in(page, "admin", PDF)
        return page.get_by_role("link", name="Unduh PDF").is_visible()

    assert walk(steps)


@pytest.mark.prove
def test_a_failure_is_told_and_can_be_tried_again(walk, people, survey):
    job = request_draft(survey, people.admin)
    fail(claim(job.pk), for_good=True)

    def steps(page):
        sign_in(page, "admin", PDF)
        expect(page.get_by_text("Berkas gagal dibuat")).to_be_visible()
        assert_sound(page)
        page.get_by_role("button", name="Coba lagi").click()
        page.get_by_role("heading", name="PDF sedang dibuat").wait_for()

    walk(steps)
    job.refresh_from_db()
    assert job.state == JobState.QUEUED


@pytest.mark.prove
def test_every_page_is_sound(walk, people, survey, ngawi):
    make_survey(ngawi, period="2025-S2")

    def steps(page):
        page.goto("/akun/masuk/")
        assert_sound(page, *BOTH)
        sign_in(page, "admin")
        for address in ("/skm/", PDF):
            page.goto(address)
            assert_sound(page, *BOTH)
        page.get_by_role("button", name="Akun").or_(page.locator("details.account summary")).first.click()
        assert_sound(page, *BOTH)
        page.goto("/laporan/9999/2025-S1/")
        expect(page.get_by_role("heading", name="Halaman tidak ditemukan")).to_be_visible()
        assert_sound(page, *BOTH)

    walk(steps, NARROW)


@pytest.mark.prove
def test_the_pages_of_the_second_factor_are_sound(walk, people):
    def steps(page):
        sign_in(page, "admin", "/akun/dua-langkah/")
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Aktifkan").click()
        assert_sound(page, *BOTH)
        page.get_by_label("Kata sandi").fill("kata-sandi-uji-7!")
        page.get_by_role("button", name="Konfirmasi").click()
        assert_sound(page, *BOTH)
        expect(page.get_by_alt_text("Kode QR untuk aplikasi autentikator")).to_be_visible()

    walk(steps, NARROW)


@pytest.mark.prove
def test_a_page_that_waits_is_sound(walk, people, survey):
    request_draft(survey, people.admin)

    def steps(page):
        sign_in(page, "admin", PDF)
        assert_sound(page)
        with page.expect_response(lambda response: "pekerjaan=" in response.url) as polled:
            expect(page.get_by_text("Menunggu giliran")).to_be_visible()
        assert polled.value.ok

    walk(steps, NARROW)


def test_the_keyboard_leads_past_the_head_to_the_content_and_into_the_menu(walk, people, survey):
    def steps(page):
        sign_in(page, "admin")
        page.goto("/skm/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "isi"
        page.locator("details.account summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "Akun saya"

    walk(steps)

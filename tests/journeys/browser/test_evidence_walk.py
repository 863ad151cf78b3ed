"""From signed results to the evaluator's hands: sheet, proof, public page, and a pack whose files are opened."""

from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import expect

from reports.models import Report
from tests.journeys.browser.conftest import BOTH, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_published import note_where_it_hangs
from tests.journeys.routes_published import with_closed_survey, with_signed_photo
from tests.journeys.scene import make_scene
from tests.oversight.pack.opened import contents, text_of
from tests.worker import worker

pytestmark = [pytest.mark.browser, pytest.mark.prove]


def saved(page, link):
    with page.expect_download() as download:
        link.click()
    return Path(download.value.path()).read_bytes()


def sheet_to_hang_up(page):
    page.goto("/skm/3521/2025-S1/publikasi/lembar/")
    page.get_by_role("button", name="Buat lembar").first.click()
    link = page.get_by_role("link", name="Poster A4 (PDF)").first
    link.wait_for(timeout=90_000)
    return saved(page, link)


def pack_of_the_year(page):
    page.goto("/satuan-kerja/3521/paket-bukti/?tahun=2025")
    expect(page.get_by_role("heading", name="PEKPPP, indikator 6–9, tahun 2025")).to_be_visible()
    assert_sound(page, *BOTH)
    return saved(page, page.get_by_role("link", name="Unduh paket"))


def test_what_was_signed_and_published_reaches_the_evaluator(walk, people, survey):
    scene = make_scene(people, survey)
    with_closed_survey(scene)
    with_signed_photo(scene)
    taken = {}

    def steps(page):
        sign_in(page, "admin")
        taken["sheet"] = sheet_to_hang_up(page)
        note_where_it_hangs(page)
        page.goto("/satuan-kerja/3521/laman-publik/")
        page.get_by_role("button", name="Buka laman publik").click()
        page.goto("/publik/3521/")
        expect(page.get_by_text("1 dari 2 rencana tindak lanjut selesai (50%).")).to_be_visible()
        taken["pack"] = pack_of_the_year(page)
        page.get_by_role("link", name="Nama folder dan berkas").click()
        page.get_by_label("Indikator 6").fill("Indikator 6")
        page.get_by_label("Indikator 7").fill("..")
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Simpan nama").click()
        expect(page.get_by_text("Nama hanya memuat huruf tanpa tanda").first).to_be_visible()
        assert_sound(page, *BOTH)
        page.get_by_label("Indikator 7").fill("")
        page.get_by_role("button", name="Simpan nama").click()
        expect(page.get_by_text("Nama dalam paket bukti disimpan.")).to_be_visible()
        page.goto("/satuan-kerja/3521/paket-bukti/?tahun=2025")
        taken["renamed"] = saved(page, page.get_by_role("link", name="Unduh paket"))

    with worker("worker", "--interval", "0.1"):
        walk(steps, WIDE, accept_downloads=True)
    files = contents(taken["pack"])
    report = Report.objects.get()
    assert "INDEKS KEPUASAN MASYARAKAT" in " ".join(text_of(taken["sheet"]).upper().split())
    followed_up = files["1_8/01_LAPORAN_TINDAK_LANJUT_SKM_SEMESTER_I_2025.pdf"]
    assert sha256(followed_up).hexdigest() == report.signed_sha256
    assert "Videotron alun-alun" in text_of(files["1_7/01_PUBLIKASI_HASIL_SKM_PAPAN_REKLAME_SEMESTER_I_2025.pdf"])
    assert "Laporan SKM Semester I Tahun 2025 belum ditandatangani" in files["00_YANG_BELUM_ADA.html"].decode()
    assert any(path.startswith("Indikator 6/") for path in contents(taken["renamed"]))

"""A new admin goes from an empty office to a complete draft, led by what each message says comes next."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, expect

from followups.models import ActionPlan, EvidenceUse, Review, Status, Upkeep
from reports.models import Narrative
from surveys.models import Survey
from tests.journeys.browser.steps import assert_sound
from tests.journeys.browser.test_upload import photo

pytestmark = pytest.mark.browser
TOUCHES = ("click", "check", "uncheck", "set_checked", "fill", "select_option", "set_input_files")
MOST = 74  # two thirds of the 111 that the way over the home page took before
OWN_PASSWORD = "milik-saya-77"
SCORES = {
    "Persyaratan": "3,27",
    "Sistem, Mekanisme, dan Prosedur": "3.33",
    "Waktu Penyelesaian": "3,25",
    "Biaya/Tarif": "4,00",
    "Produk Spesifikasi Jenis Pelayanan": "3,31",
    "Kompetensi Pelaksana": "3,30",
    "Perilaku Pelaksana": "3,33",
    "Sarana dan Prasarana": "3,76",
    "Penanganan Pengaduan, Saran dan Masukan": "3,89",
}


@pytest.fixture
def password(committed_db):
    """The operator of the server registers the office; what they hand over is a user name and this password."""
    said = StringIO()
    office = ("3522", "Komisi Pemilihan Umum Kabupaten Bojonegoro", "--short-name", "KPU Kabupaten Bojonegoro")
    call_command("create_office", *office, "--admin", "rina", "--admin-name", "Rina Lestari", stdout=said)
    return re.search(r"\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b", said.getvalue())[0]


def follow(page, link):
    """To the page behind a link, and not on before it is there: names may stand on both pages."""
    with page.expect_navigation():
        link.click()


def go(page, step):
    """Home, and from there by the words of a step."""
    follow(page, page.get_by_role("navigation", name="Utama").get_by_role("link", name="Beranda"))
    guide = page.locator("section", has=page.get_by_role("heading", name="Mulai di sini"))
    follow(page, guide.get_by_role("link", name=step))


def go_next(page, step):
    """To what the message of what was just stored says comes next."""
    follow(page, page.get_by_role("status").get_by_role("link", name=step, exact=True))


def save(page, button, told):
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_text(told).first.wait_for()


def come_in(page, password):
    page.goto("/")
    page.get_by_label("Nama pengguna").fill("rina")
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_label("Kata sandi saat ini").fill(password)
    page.locator("#id_password1").fill(OWN_PASSWORD)
    page.locator("#id_password2").fill(OWN_PASSWORD)
    save(page, "Ganti kata sandi", "Kata sandi sudah diganti.")


def set_up_the_office(page):
    go_next(page, "Lengkapi profil satuan kerja")
    page.get_by_label("Tempat penandatanganan").fill("Bojonegoro")
    page.get_by_label("Alamat").fill("Jalan Pemuda Nomor 1, Bojonegoro")
    page.get_by_label("Nama", exact=True).fill("Sari Utami")
    page.get_by_label("Jabatan").fill("Sekretaris KPU Kabupaten Bojonegoro")
    save(page, "Simpan profil", "Profil satuan kerja tersimpan.")
    go(page, "Tambahkan unit")
    page.get_by_label("Nama lengkap unit").fill("Subbagian Keuangan, Umum, dan Logistik")
    page.get_by_label("Nama singkat").fill("Subbag KUL")
    save(page, "Tambah unit", "Subbagian Keuangan, Umum, dan Logistik")


def enter_the_survey(page):
    go_next(page, "Buat siklus")
    page.get_by_label("Tahun").fill("2025")
    page.get_by_label("Periode").select_option("S1")
    save(page, "Mulai siklus", "Siklus baru dimulai.")
    page.get_by_text("Masih di halaman ini: Masukkan nilai survei.").wait_for()
    for element, score in SCORES.items():
        page.get_by_label(element, exact=True).fill(score)
    save(page, "Simpan data survei", "Data survei tersimpan.")
    go_next(page, "Pilih unsur prioritas")
    expect(page.get_by_text("Tiga nilai terendah sudah dicentang")).to_be_visible()
    for element in ("Persyaratan", "Kompetensi Pelaksana"):
        page.get_by_role("checkbox", name=element).uncheck()
    save(page, "Simpan unsur prioritas", "Unsur prioritas tersimpan.")


def plan(page):
    go_next(page, "Susun RTL")
    page.get_by_text("Tambah RTL untuk Waktu Penyelesaian").click()
    for number, programme in enumerate(("Menempelkan jadwal pelayanan", "Menata antrean"), start=1):
        page.get_by_label("Program/kegiatan").fill(programme)
        if number == 1:
            page.get_by_label("Jul 2025").check()
            page.get_by_label("Penanggung jawab", exact=True).select_option("Seluruh satuan kerja")
        with page.expect_navigation():
            page.get_by_role("button", name="Tambah", exact=True).click()
    page.get_by_text("Masih di halaman ini: Tetapkan jadwal dan penanggung jawab.").wait_for()
    page.get_by_role("button", name="Agustus 2025, RTL 1 b").click()
    page.get_by_role("button", name="Agustus 2025, RTL 1 b", pressed=True).wait_for()
    follow(page, page.get_by_role("link", name="Ubah RTL 1 b"))
    page.get_by_label("Subbag KUL", exact=True).check()
    save(page, "Simpan RTL", "RTL tersimpan.")
    go(page, "Isi pemeliharaan")
    page.get_by_text("Tambah pemeliharaan").click()
    follow(page, page.get_by_role("link", name="Isian lengkap"))
    page.get_by_label("Rencana pemeliharaan").fill("Layanan tetap tanpa biaya.")
    page.get_by_label("Bentuk realisasi").fill("Maklumat layanan tanpa biaya dipasang.")
    page.get_by_label("Subbag KUL", exact=True).check()
    save(page, "Simpan pemeliharaan", "Pemeliharaan ditambahkan.")


def report_what_was_done(page):
    go_next(page, "Catat realisasi setiap RTL")
    follow(page, page.get_by_role("link", name="Menempelkan jadwal pelayanan"))
    page.get_by_label("Tambah foto").set_input_files([photo("jadwal.jpg", "green")])
    page.get_by_text("1 dari 1 foto tersimpan.").wait_for()
    page.get_by_label("Sudah", exact=True).check()
    page.get_by_label("Deskripsi realisasi").fill("Jadwal pelayanan ditempel di loket.")
    page.get_by_role("group", name="Bulan pelaksanaan").get_by_label("Juli 2025").check()
    save(page, "Simpan", "Realisasi tersimpan.")
    go_next(page, "Catat realisasi setiap RTL")
    follow(page, page.get_by_role("link", name="Menata antrean"))
    page.get_by_label("Dalam proses").check()
    page.get_by_label("Alasan belum dilaksanakan").fill("Menunggu mesin antrean.")
    page.get_by_label("Strategi penyelesaian").fill("Antrean dipanggil petugas sampai mesin datang.")
    page.get_by_label("Target selesai").select_option(index=3)
    page.get_by_role("group", name="Penanggung jawab penyelesaian").get_by_label("Subbag KUL").check()
    save(page, "Simpan", "Realisasi tersimpan.")


def open_the_draft(page):
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Beranda").click()
    page.get_by_text("menghalangi penandatanganan").wait_for()
    expect(page.get_by_role("heading", name="Mulai di sini")).not_to_be_visible()
    expect(page.get_by_text("1 dari 2 RTL selesai.")).to_be_visible()
    assert_sound(page)
    page.get_by_role("link", name="Baca laporan").click()


def mend_a_text(page):
    page.get_by_role("navigation", name="Halaman Laporan").get_by_role("link", name="Teks").click()
    page.get_by_role("link", name="Penutup").click()
    page.get_by_label("Teks bagian ini").fill("Demikian laporan {{ periode }} ini disusun.")
    save(page, "Simpan teks", "tersimpan")
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Beranda").click()
    page.get_by_role("link", name="Semua catatan").click()
    page.get_by_role("heading", name="Catatan kelengkapan").wait_for()
    assert not page.get_by_text("wajib diperbaiki").is_visible()
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Beranda").click()
    page.get_by_role("link", name="Baca laporan").click()
    expect(page.get_by_text("Demikian laporan Semester I Tahun 2025 ini disusun.")).to_be_visible()
    expect(page.get_by_text("1 dari 2 RTL (50%) telah dilaksanakan").first).to_be_visible()


@pytest.fixture
def touches(monkeypatch):
    """What was pressed, ticked, chosen or filled in, each once."""
    made = []

    def counted(name, act):
        def touch(self, *arguments, **options):
            made.append(name)
            return act(self, *arguments, **options)

        return touch

    for name in TOUCHES:
        monkeypatch.setattr(Locator, name, counted(name, getattr(Locator, name)))
    return made


@pytest.mark.prove
def test_a_new_admin_reaches_a_complete_draft_by_what_comes_next_alone(walk, password, touches):
    def steps(page):
        come_in(page, password)
        set_up_the_office(page)
        enter_the_survey(page)
        plan(page)
        report_what_was_done(page)
        open_the_draft(page)
        drafted = len(touches)
        mend_a_text(page)
        return drafted

    assert walk(steps) <= MOST
    assert Survey.objects.get().scores.count() == len(SCORES)
    done, still_open = ActionPlan.objects.order_by("position")
    assert (done.status, done.review, EvidenceUse.objects.get().group.plan) == (Status.DONE, Review.PENDING, done)
    assert [str(month.month) for month in still_open.months.all()] == ["2025-08-01"]
    assert (Upkeep.objects.count(), Narrative.objects.get().section) == (1, "4.penutup")

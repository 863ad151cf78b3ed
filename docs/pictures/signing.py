"""The pictures of a signature: a note, preparing, signing, handing on, two versions, the check by anyone.

They follow each other as in life, so each step is really done; make.py starts the demo and calls ``tell``.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

CODE, PERIOD = "3521", "2025-S1"
PASSPHRASE = "contoh-tanda-tangan-2025"  # noqa: S105 (printed by the demo itself)
REPORT = f"/laporan/{CODE}/{PERIOD}/"
SIGNING, NOTES, HANDED = f"{REPORT}tanda-tangan/", f"{REPORT}catatan/", f"{REPORT}penyampaian/"
CLOSING = "Laporan ini menjadi bahan penyusunan rencana tindak lanjut semester berikutnya."
PATIENCE = 180_000  # milliseconds that the worker may take for a report

Take = Callable[[Page, str], None]


def tell(page: Page, narrow: Page, address: str, take: Take, environment: dict[str, str]) -> None:
    """``page`` is the secretary's, ``narrow`` a telephone that nobody is signed in on."""
    page.set_default_timeout(30_000)
    _note(page, address, take)
    _first_version(environment)
    _hand_on(page, address, take)
    _second_version(page, address, take)
    page.goto(f"{address}{REPORT}bandingkan/?lama=1&baru=2")
    take(page, "bandingkan")
    page.goto(f"{address}{SIGNING}")
    code = (
        (page.get_by_role("main").get_by_role("link", name="Cek Keaslian Dokumen").get_attribute("href") or "")
        .rstrip("/")
        .rpartition("/")[2]
    )
    narrow.goto(f"{address}/verifikasi/{code}/")
    take(narrow, "keaslian")


def _note(page: Page, address: str, take: Take) -> None:
    page.goto(f"{address}{NOTES}")
    page.get_by_label("Bagian laporan").select_option("bab-3")
    page.get_by_role("textbox", name="Catatan").fill("Sebutkan di loket mana jadwal baru ditempel.")
    page.get_by_role("button", name="Simpan catatan").click()
    page.goto(f"{address}{REPORT}")
    take(page, "catatan")


def _first_version(environment: dict[str, str]) -> None:
    folder = Path(environment["SIGNING_TRUST"]).parent
    phrase = folder / "phrase"
    phrase.write_text(PASSPHRASE)
    files = ["--p12", str(folder / "demo-sekretaris.p12"), "--passphrase-file", str(phrase)]
    target = ["-o", str(folder / "v1.pdf"), "--answer-warnings", "Sesuai keadaan siklus contoh."]
    command = [sys.executable, "manage.py", "sign_report", CODE, PERIOD, *files, *target]
    subprocess.run(command, cwd=Path(__file__).parents[2], env=environment, check=True, stdout=subprocess.DEVNULL)


def _hand_on(page: Page, address: str, take: Take) -> None:
    for kind, note in (("sent", ""), ("returned", "Penutup belum menyebut kelanjutannya.")):
        page.goto(f"{address}{HANDED}")
        page.get_by_label("Jenis").select_option(kind)
        page.get_by_label("Dikirim kepada / dimuat di").fill("KPU Provinsi Jawa Timur")
        page.get_by_role("textbox", name="Catatan").fill(note)
        page.get_by_role("button", name="Simpan", exact=True).click()
    page.goto(f"{address}{HANDED}")
    take(page, "penyampaian")


def _second_version(page: Page, address: str, take: Take) -> None:
    page.get_by_role("button", name="Buka versi baru dengan alasan ini").click()
    page.goto(f"{address}{REPORT}teks/4.penutup/")
    page.locator("#id_text").fill(CLOSING)
    page.get_by_role("button", name="Simpan teks").click()
    page.goto(f"{address}{SIGNING}")
    take(page, "siapkan")
    page.get_by_label("Di portal ini").check()
    page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
    page.get_by_role("heading", name="Siap ditandatangani").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(5_000)  # the browser shows the file in a frame of its own, and tells nobody when
    take(page, "tandatangani")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Frasa sandi").fill(PASSPHRASE)
    page.get_by_role("button", name="Tandatangani versi 2").click()
    page.get_by_role("link", name="Unduh laporan bertanda tangan").first.wait_for()

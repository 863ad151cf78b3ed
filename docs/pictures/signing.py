"""The pictures of a signature: a note, preparing, signing, handing on, two versions, the check by anyone.

They follow each other as in life, so each step is really done; make.py starts the demo and tells a Story.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

PASSPHRASE = "contoh-tanda-tangan-2025"  # noqa: S105 (printed by the demo itself)
CLOSING = "Laporan ini menjadi bahan penyusunan rencana tindak lanjut semester berikutnya."
PATIENCE = 180_000  # milliseconds that the worker may take for a report

Take = Callable[[Page, str], None]


@dataclass(frozen=True, slots=True)
class Story:
    """``page`` is the secretary's, ``address`` the portal's; ``code`` and ``period`` name the cycle."""

    page: Page
    address: str
    take: Take
    environment: dict[str, str]
    code: str
    period: str

    @property
    def report(self) -> str:
        return f"{self.address}/laporan/{self.code}/{self.period}/"

    def tell(self, narrow: Page) -> None:
        """``narrow``: a telephone that nobody is signed in on."""
        self.page.set_default_timeout(30_000)
        self._note()
        self._first_version()
        self._hand_on()
        self._second_version()
        self.page.goto(f"{self.report}bandingkan/?lama=1&baru=2")
        self.take(self.page, "bandingkan")
        self.page.goto(f"{self.report}tanda-tangan/")
        code = (
            (self.page.get_by_role("main").get_by_role("link", name="Cek Keaslian Dokumen").get_attribute("href") or "")
            .rstrip("/")
            .rpartition("/")[2]
        )
        narrow.goto(f"{self.address}/verifikasi/{code}/")
        self.take(narrow, "keaslian")

    def _note(self) -> None:
        self.page.goto(f"{self.report}catatan/")
        self.page.get_by_label("Bagian laporan").select_option("bab-3")
        self.page.get_by_role("textbox", name="Catatan").fill("Sebutkan di loket mana jadwal baru ditempel.")
        self.page.get_by_role("button", name="Simpan catatan").click()
        self.page.goto(self.report)
        self.take(self.page, "catatan")

    def _first_version(self) -> None:
        folder = Path(self.environment["SIGNING_TRUST"]).parent
        phrase = folder / "phrase"
        phrase.write_text(PASSPHRASE)
        files = ["--p12", str(folder / "demo-sekretaris.p12"), "--passphrase-file", str(phrase)]
        target = ["-o", str(folder / "v1.pdf"), "--answer-warnings", "Sesuai keadaan siklus contoh.", "--early"]
        command = [sys.executable, "manage.py", "sign_report", self.code, self.period, *files, *target]
        root = Path(__file__).parents[2]
        subprocess.run(command, cwd=root, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        self.page.goto(self.report)
        self.page.get_by_role("button", name="Saya mengerti").click()  # else every picture begins with this news
        self.page.locator("#pemberitahuan-akun").wait_for(state="detached")

    def _hand_on(self) -> None:
        handed = f"{self.report}penyampaian/"
        for kind, note in (("sent", ""), ("returned", "Penutup belum menyebut kelanjutannya.")):
            self.page.goto(handed)
            self.page.get_by_label("Jenis").select_option(kind)
            self.page.get_by_label("Dikirim kepada / dimuat di").fill("KPU Provinsi Jawa Timur")
            self.page.get_by_role("textbox", name="Catatan").fill(note)
            self.page.get_by_role("button", name="Simpan", exact=True).click()
        self.page.goto(handed)
        self.take(self.page, "penyampaian")

    def _second_version(self) -> None:
        page = self.page
        page.get_by_role("button", name="Buka versi baru dengan alasan ini").click()
        page.goto(f"{self.report}teks/4.penutup/")
        page.locator("#id_text").fill(CLOSING)
        page.get_by_role("button", name="Simpan teks").click()
        page.goto(f"{self.report}tanda-tangan/")
        self.take(page, "siapkan")
        page.get_by_label("Di portal ini").check()
        page.get_by_label("Laporan disiapkan sebelum masa tindak lanjut berakhir").check()
        page.get_by_role("button", name="Siapkan untuk ditandatangani").click()
        page.get_by_role("heading", name="Siap ditandatangani").wait_for(timeout=PATIENCE)
        page.wait_for_timeout(5_000)  # the browser shows the file in a frame of its own, and tells nobody when
        self.take(page, "tandatangani")
        for box in page.get_by_role("checkbox").all():
            box.check()
        page.get_by_label("Frasa sandi").fill(PASSPHRASE)
        page.get_by_role("button", name="Tandatangani versi 2").click()
        page.get_by_role("link", name="Unduh laporan bertanda tangan").first.wait_for()

"""Make the pictures of the README and the user guide from the demonstration case: ``make pictures``.

Starts the demo on a database and a port of its own, photographs pages in Chromium and pages of its PDF.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import signing
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CODE = "3521"
IN_WORK = re.compile(rf"{CODE} (\S+) +siklus yang sedang berjalan")
PASSWORD = "contoh-skm-2025"  # noqa: S105 (printed by the demo itself)
CHROMIUM = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
WIDE, NARROW = ViewportSize(width=1200, height=720), ViewportSize(width=360, height=740)
LATE_PLAN, WAITING_PLAN = "Evaluasi kesesuaian waktu pelayanan", "Penegasan dan sosialisasi"
NEW_OFFICE, NEW_ADMIN = ("3522", "Komisi Pemilihan Umum Kabupaten Contoh"), "admin-baru"
PAGES_OF_REPORT = (1, 4, 11, 14, 21)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as an account sees it; ``{cycle}`` stands for code and period.

    ``click``: words of the link to follow from there; ``at``: what is scrolled to the top.
    """

    name: str
    account: str
    path: str
    narrow: bool = False
    click: str = ""
    at: str = ""


PICTURES = (
    Picture("masuk", "", "/akun/masuk/"),
    Picture("beranda-operator", "operator", "/", narrow=True),
    Picture("isi-realisasi", "operator", "/", narrow=True, click=LATE_PLAN, at=".realisation-form"),
    Picture("tambah-foto", "operator", "/", narrow=True, click=LATE_PLAN, at="#bukti-dukung"),
    Picture("beranda-kasubbag", "kasubbag", "/"),
    Picture("periksa", "kasubbag", "/", click=WAITING_PLAN, at="#persetujuan"),
    Picture("langkah-pertama", NEW_ADMIN, "/"),
    Picture("beranda-admin", "admin", "/"),
    Picture("profil", "admin", f"/satuan-kerja/{CODE}/"),
    Picture("pengguna", "admin", f"/satuan-kerja/{CODE}/pengguna/"),
    Picture("survei", "admin", "/skm/{cycle}/"),
    Picture("ambil-nilai", "admin", "/skm/{cycle}/berkas/"),
    Picture("prioritas", "admin", "/skm/{cycle}/prioritas/"),
    Picture("rencana", "admin", "/rtl/{cycle}/"),
    Picture("pemeliharaan", "admin", "/pemeliharaan/{cycle}/"),
    Picture("bukti-dukung", "admin", "/bukti-dukung/{cycle}/"),
    Picture("teks", "sekretaris", "/laporan/{cycle}/teks/", click="Penutup"),
    Picture("pdf", "sekretaris", "/laporan/{cycle}/pdf/"),
    Picture("riwayat", "sekretaris", f"/riwayat/{CODE}/"),
    Picture("laporan", "sekretaris", "/laporan/{cycle}/"),
    Picture("laporan-ponsel", "sekretaris", "/laporan/{cycle}/", narrow=True),
    Picture("pemeriksaan", "admin", "/pemeriksaan/{cycle}/"),
)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, _demo(Path(folder)) as address, sync_playwright() as playwright:
        (period,) = IN_WORK.findall(_said(Path(folder)).read_text("utf-8"))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM.split())
        _first_log_in(browser, address, _new_office(Path(folder)))
        for picture in PICTURES:
            _take(browser, address, picture, period)
        _signature(browser, address, Path(folder), period)
        browser.close()
        _report_pages(Path(folder), period)
    return 0


@contextmanager
def _demo(folder: Path) -> Iterator[str]:
    """The portal with its example on a database of its own; its address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with _said(folder).open("wb") as said:
        command = [sys.executable, "manage.py", "demo", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=_environment(folder), stdout=said)
    try:
        _wait(process, f"{address}/healthz")
        yield address
    finally:
        process.terminate()
        process.wait()


def _said(folder: Path) -> Path:
    """Where lies what the demo said when it started."""
    return folder / "said.log"


def _environment(folder: Path) -> dict[str, str]:
    own = {"DEBUG": "1", "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3", "MEDIA_ROOT": str(folder / "media")}
    own["SIGNING_TRUST"] = str(folder / "demo-ca.pem")
    return os.environ | own


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: "subprocess.Popen[bytes]", address: str) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 (our own address)
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise RuntimeError("the demo did not start")


def _new_office(folder: Path) -> str:
    """Register an empty office; the password that its admin is given for the first time."""
    command = [sys.executable, "manage.py", "create_office", *NEW_OFFICE, "--admin", NEW_ADMIN, "--admin-name", "Admin"]
    said = subprocess.run(command, cwd=ROOT, env=_environment(folder), check=True, capture_output=True, text=True)
    (password,) = re.findall(r"\b\w{4}-\w{4}-\w{4}\b", said.stdout)
    return str(password)


def _first_log_in(browser: Browser, address: str, given: str) -> None:
    page = browser.new_page()
    _sign_in(page, address, NEW_ADMIN, given)
    for name, value in {"oldpassword": given, "password1": PASSWORD, "password2": PASSWORD}.items():
        page.fill(f"[name={name}]", value)
    page.click("main button[type=submit]")
    page.wait_for_load_state("networkidle")
    page.close()


def _take(browser: Browser, address: str, picture: Picture, period: str) -> None:
    context = browser.new_context(viewport=NARROW if picture.narrow else WIDE, locale="id-ID")
    page = context.new_page()
    if picture.account:
        _sign_in(page, address, picture.account)
    page.goto(address + picture.path.format(cycle=f"{CODE}/{period}"))
    if picture.click:
        page.get_by_role("link", name=picture.click).click()
    page.wait_for_load_state("networkidle")
    if picture.at:
        page.locator(picture.at).evaluate("part => window.scrollTo(0, part.getBoundingClientRect().top - 16)")
    page.screenshot(path=HERE / f"{picture.name}.png")
    context.close()


def _signature(browser: Browser, address: str, folder: Path, period: str) -> None:
    """What is done once, in its order: it changes the case, so it comes last."""
    page, narrow = browser.new_page(viewport=WIDE, locale="id-ID"), browser.new_page(viewport=NARROW, locale="id-ID")
    _sign_in(page, address, "sekretaris")

    def take(shown: Page, name: str) -> None:
        shown.wait_for_load_state("load")
        shown.screenshot(path=HERE / f"{name}.png")

    signing.Story(page, address, take, _environment(folder), CODE, period).tell(narrow)


def _sign_in(page: Page, address: str, account: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/akun/masuk/")
    page.fill("[name=login]", account)
    page.fill("[name=password]", password)
    page.click("main button[type=submit]")
    page.wait_for_load_state("networkidle")


def _report_pages(folder: Path, period: str) -> None:
    """Some pages of the PDF, as small pictures."""
    pdf = folder / "laporan.pdf"
    render = [sys.executable, "manage.py", "render_report", CODE, period, "-o", str(pdf)]
    subprocess.run(render, cwd=ROOT, env=_environment(folder), check=True, stdout=subprocess.DEVNULL)
    for number in PAGES_OF_REPORT:
        target = HERE / f"halaman-{number:02}"
        only = ["-f", str(number), "-l", str(number), "-singlefile"]
        subprocess.run(["pdftoppm", "-r", "60", "-png", *only, str(pdf), str(target)], check=True)


if __name__ == "__main__":
    sys.exit(main())

"""The demonstration once from log-in to a signature, over HTTP: ``python -m tests.runtime.demo_journey``.

Starts ``bin/demo`` on a free port with its data in a temporary folder, and ends it.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.runtime.visitor import Form, Page, Visitor

ROOT = Path(__file__).parents[2]
OFFICE = "3521"
IN_WORK = re.compile(rf"{OFFICE} (\S+) +siklus yang sedang berjalan")
SECRETARY, PASSWORD = "sekretaris", "contoh-skm-2025"  # printed by the demo itself
PASSPHRASE = "contoh-tanda-tangan-2025"
REASON = "Sesuai keadaan siklus contoh."
TO_START, TO_RENDER, TO_END = 120, 240, 30  # seconds


class Stuck(Exception):
    """A step did not lead where it should; the message has what the page says."""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="skm-journey-") as folder:
        place = Path(folder)
        try:
            with demo(place) as address:
                (period,) = IN_WORK.findall((place / "said.log").read_text())
                content = journey(Visitor(address), f"{OFFICE}/{period}", place)
                check(content, place, address)
        except Stuck as stuck:
            print(f"STUCK: {stuck}", (place / "said.log").read_text(), sep="\n", file=sys.stderr)
            return 1
    print("The demonstration signed a report over HTTP, and the file is valid.")
    return 0


@contextmanager
def demo(place: Path) -> Iterator[str]:
    """The running demonstration; afterwards nothing of it is left."""
    port = free_port()
    with (place / "said.log").open("wb") as log:
        own = {**os.environ, "SKM_DEMO": str(place)}
        process = subprocess.Popen(["bin/demo", str(port)], cwd=ROOT, env=own, stdout=log, stderr=log)
        try:
            until(lambda: "Ctrl-C" in (place / "said.log").read_text() or ended(process), TO_START, "it does not start")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(TO_END)
    if process.returncode or not is_free(port):
        raise Stuck(f"the demonstration ended with {process.returncode}, port free: {is_free(port)}")


def ended(process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise Stuck("the demonstration ended by itself")
    return False


def signing_page(cycle: str) -> str:
    """Of a cycle as addresses name it, office and period."""
    return f"/laporan/{cycle}/tanda-tangan/"


def journey(visitor: Visitor, cycle: str, place: Path) -> bytes:
    """Log in, explain, prepare, read, sign, download; the signed file."""
    signing = signing_page(cycle)
    log_in = wanted(visitor.open("/akun/masuk/"), "/akun/masuk/")
    arrived(visitor.send(log_in, login=SECRETARY, password=PASSWORD))
    explain(visitor, cycle)
    prepare(visitor, cycle)
    until(lambda: is_prepared(visitor.open(signing), signing), TO_RENDER, "the worker does not finish")
    waiting = pdf(visitor.open(f"{signing}berkas/"))
    sign = wanted(visitor.open(signing), f"{signing}bubuhkan/")
    ticked = {name: values for name, values in sign.choices.items() if name != "csrfmiddlewaretoken"}
    arrived(visitor.send(sign, **ticked, passphrase=PASSPHRASE))
    signed = pdf(visitor.open(f"{signing}versi/1/"))
    if not signed.startswith(waiting):
        raise Stuck("what was signed is not what was read")
    (place / "signed.pdf").write_bytes(signed)
    return signed


def explain(visitor: Visitor, cycle: str) -> None:
    """Give a reason for everything that asks for one."""
    findings = f"/pemeriksaan/{cycle}/"
    page = arrived(visitor.open(f"{findings}?saat=penyiapan"))
    form = page.form(findings)
    if form and form.choices.get("subject"):
        arrived(visitor.send(form, subject=form.choices["subject"], reason=REASON))


def prepare(visitor: Visitor, cycle: str) -> None:
    """Ask for the file, within the follow-up too; what only today's date brings up is asked for on the same page."""
    signing = signing_page(cycle)
    address = f"{signing}siapkan/"
    page = visitor.send(wanted(visitor.open(signing), address), way="here", early="on")
    form = page.form(address)
    if page.status == 422 and form and "reason" in form.values:
        page = visitor.send(form, reason=REASON, early="on")
    arrived(page)


def is_prepared(page: Page, signing: str) -> bool:
    if page.form(f"{signing}ulangi/"):
        raise Stuck(f"the file could not be made: {page.words()[:600]}")
    return page.form(f"{signing}bubuhkan/") is not None


def check(content: bytes, place: Path, address: str) -> None:
    """The portal's own judgement of the file, on the demonstration's database."""
    own = {"DEBUG": "1", "DATABASE_URL": f"sqlite:///{place}/demo.sqlite3", "SIGNING_TRUST": f"{place}/demo-ca.pem"}
    command = [sys.executable, "manage.py", "verify_pdf", str(place / "signed.pdf"), "--json"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **own, "PUBLIC_URL": address}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Stuck(f"verify_pdf ended with {done.returncode}: {done.stdout}{done.stderr}")
    told = json.loads(done.stdout)
    if not (told["valid"] and told["intact"] and told["trusted"] and told["known"]):
        raise Stuck(f"verify_pdf says {told}")
    if open_to_others := [path.name for path in place.rglob("demo*") if path.stat().st_mode & 0o007]:
        raise Stuck(f"others may read {open_to_others}")
    print(f"{len(content)} bytes, signed by {told['signer']}")


def arrived(page: Page) -> Page:
    if page.status != 200:
        raise Stuck(f"{page.address} answers {page.status}: {page.words()[:600]}")
    return page


def wanted(page: Page, action: str) -> Form:
    form = arrived(page).form(action)
    if form is None:
        raise Stuck(f"{page.address} has no form for {action}: {page.words()[:600]}")
    return form


def pdf(page: Page) -> bytes:
    if not arrived(page).content.startswith(b"%PDF-"):
        raise Stuck(f"{page.address} is no PDF file")
    return page.content


def until(condition, seconds: float, otherwise: str) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Stuck(otherwise)
        time.sleep(0.5)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())

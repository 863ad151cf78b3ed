"""``manage.py demo``: the portal with its example, web and worker, until Ctrl-C.

``bin/demo`` sets its scene: own database, own files, DEBUG.
"""

import fcntl
import http.client
import os
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from skm_portal.demo import authority, content
from skm_portal.demo.processes import ProcessEndedError, run_together

HOST = "127.0.0.1"
PORTS_TRIED = 20


class Command(BaseCommand):
    help = "Menjalankan portal dengan data contoh (web dan pekerja latar) sampai Ctrl-C ditekan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *_args: Any, port: int, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Data contoh hanya boleh dijalankan dengan DEBUG=1.")
        with alone() as note:
            if note is None:
                self.stdout.write(f"Demo ini sudah berjalan di {note_file().read_text(encoding='utf-8')}.")
                return
            self.run(note, port)

    def run(self, note: IO[str], wanted: int) -> None:
        port = free_port(wanted)
        if port != wanted:
            self.stdout.write(f"Porta {wanted} sedang dipakai program lain; demo memakai porta {port}.")
        address = f"http://{HOST}:{port}"
        os.environ["PUBLIC_URL"] = settings.PUBLIC_URL = address  # of the web; and of the report that is signed here
        note.write(f"{address}/")
        note.flush()
        self.stdout.write("Menyiapkan data contoh …")
        self.prepare()
        try:
            run_together(commands(port), lambda: answers(port), lambda: self.announce(port))
        except ProcessEndedError as died:
            raise CommandError(f"Proses {died} berhenti sendiri; semuanya dihentikan.") from died
        self.stdout.write("Berhenti.")

    def prepare(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("createcachetable")
        if content.holds_other_people():
            raise CommandError("Basis data ini berisi akun yang bukan akun contoh. Jalankan: make demo")
        content.ensure_content()

    def announce(self, port: int) -> None:
        self.stdout.write(
            f"\nSKM Portal dapat dibuka di http://{HOST}:{port}/\n\n"
            f"Akun contoh (kata sandi semuanya: {content.PASSWORD})\n\n"
            f"{content.describe_accounts()}\n\n"
            f"{content.describe_cycles()}\n\n"
            f"Frasa sandi tanda tangan akun {content.SIGNATORY}: {authority.PASSPHRASE}\n"
            f"Kunci contoh sebagai berkas: {authority.key_file()}\n\n"
            "Tekan Ctrl-C untuk berhenti.\n"
        )
        self.stdout.flush()


def note_file() -> Path:
    """Where a demonstration that runs says at which address."""
    return Path(settings.DATABASES["default"]["NAME"]).with_suffix(".address")


@contextmanager
def alone() -> Iterator[IO[str] | None]:
    """The note to be written by the only demonstration on this database; None where one runs already.

    The lock ends with its process, however that ends.
    """
    with note_file().open("a", encoding="utf-8") as note:
        try:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
            return
        note.truncate(0)
        yield note


def free_port(wanted: int) -> int:
    """This port, or the next that no program has."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        with suppress(OSError), socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    raise CommandError(f"Porta {wanted} dan yang sesudahnya sedang dipakai. Pilih yang lain: make demo PORT=9000")


def commands(port: int) -> dict[str, list[str]]:
    """The processes of the portal, as argument lists by name."""
    serve = ["-m", "gunicorn", "skm_portal.wsgi", "--bind", f"{HOST}:{port}", "--threads", "4"]
    return {
        "web": [sys.executable, *serve, "--log-level", "warning"],
        "worker": [sys.executable, "manage.py", "worker", "--verbosity", "0"],
    }


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()

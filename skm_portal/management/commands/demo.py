"""``manage.py demo``: the portal with its example, web and worker, until Ctrl-C.

``bin/demo`` sets its scene: own database, own files, DEBUG.
"""

import http.client
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from skm_portal.demo import authority, content
from skm_portal.demo.processes import ProcessEndedError, run_together

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Menjalankan portal dengan data contoh (web dan pekerja latar) sampai Ctrl-C ditekan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *_args: Any, port: int, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Data contoh hanya boleh dijalankan dengan DEBUG=1.")
        if not is_free(port):
            raise CommandError(f"Porta {port} sedang dipakai. Pilih yang lain, misalnya: make demo PORT=8001")
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
            f"Frasa sandi tanda tangan akun {content.SIGNATORY}: {authority.PASSPHRASE}\n"
            f"Kunci contoh sebagai berkas: {authority.key_file()}\n\n"
            "Tekan Ctrl-C untuk berhenti.\n"
        )
        self.stdout.flush()


def commands(port: int) -> dict[str, list[str]]:
    """The processes of the portal, as argument lists by name."""
    serve = ["-m", "gunicorn", "skm_portal.wsgi", "--bind", f"{HOST}:{port}", "--threads", "4"]
    return {
        "web": [sys.executable, *serve, "--log-level", "warning"],
        "worker": [sys.executable, "manage.py", "worker", "--verbosity", "0"],
    }


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()

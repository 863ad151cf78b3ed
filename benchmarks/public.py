"""What strangers ask for, under load: 100 requests a second for 10 seconds on loopback, from what is kept, no error.

Run with ``python -m benchmarks.public``; exit status 1 if a *must* is missed. The portal is one of its own in a folder,
served by gunicorn as in production; it ends with the measurement, in three minutes at the latest.
"""

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import quantiles

RATE, SECONDS, CALLERS = 100, 10, 16
PATIENCE = 60  # seconds until the server answers
MUST_CPU_MS = 20
"""Of the processor for a request: two cores bear RATE of them just so. How long one waits is told only, as it depends
on what else the machine does."""
CODE = "9001"
ADDRESSES = (
    f"/publik/{CODE}/",
    f"/publik/{CODE}/lencana.svg",
    f"/publik/{CODE}/metadata/",
    *(f"/publik/{CODE}/data/{name}.csv" for name in ("indeks", "unsur", "responden", "tindak-lanjut")),
    f"/publik/{CODE}/data/indeks.json",
)


@dataclass(frozen=True)
class Answered:
    """One request: its status (0: none came), and how many seconds after its turn the answer was there."""

    status: int
    seconds: float


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def set_up(folder: Path) -> dict[str, str]:
    """A portal with one office whose page is open and whose report is signed; its environment."""
    own = {
        "DJANGO_SETTINGS_MODULE": "skm_portal.settings",
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
        "ALLOWED_HOSTS": "127.0.0.1",
        "PUBLIC_URL": "http://127.0.0.1",
    }
    os.environ |= own
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    open_office(folder)
    return os.environ | own


def open_office(folder: Path) -> None:
    from datetime import UTC, date, datetime

    from benchmarks.pages import office_with
    from followups.models import FollowUp
    from offices.models import Membership, Role, User
    from publishing.models import PublicFace
    from reports.document.build import build
    from reports.document.frozen import freeze
    from reports.document.gather import source_of
    from reports.document.source import Signing
    from reports.models import Report, State

    survey = office_with(CODE, 30, folder)
    user = User.objects.create(username="sekretaris-ukur", name="Sekretaris")
    Membership.objects.create(user=user, office=survey.office, role=Role.SECRETARY)
    at, code = datetime(2026, 1, 9, 2, 30, tzinfo=UTC), "ABCD-EFGH-JKMN-PQRS-TUVW"
    url = f"http://127.0.0.1/verifikasi/{code}/"
    signing = Signing("here", 1, "", date(2026, 1, 9), code, at, url, True, False, "", None)
    Report.objects.create(
        followup=FollowUp.objects.get(survey=survey),
        state=State.SIGNED,
        way="here",
        version=1,
        code=code,
        dated=date(2026, 1, 9),
        document=freeze(build(source_of(survey, signing))),
        prepared_sha256="a" * 64,
        prepared_at=at,
        prepared_by=user,
        signed_sha256="b" * 64,
        signed_at=at,
        signed_by=user,
        signer={},
    )
    PublicFace.objects.create(office=survey.office, opened_by=user)


@contextmanager
def served(environment: dict[str, str], folder: Path) -> Iterator[tuple[int, int]]:
    """Port and id of a server of two processes, which is ended by that id."""
    port = free_port()
    command = ["-m", "gunicorn", "skm_portal.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen([sys.executable, *command], env=environment, stdout=log, stderr=log)
        try:
            _wait_for(port)
            yield port, server.pid
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(port: int) -> None:
    deadline, pause = time.monotonic() + PATIENCE, threading.Event()
    while asked(HTTPConnection("127.0.0.1", port, timeout=5), "/healthz", time.monotonic()).status != 200:
        if time.monotonic() > deadline:
            raise RuntimeError("the server did not answer")
        pause.wait(0.2)


def asked(connection: HTTPConnection, address: str, turn: float) -> Answered:
    try:
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        return Answered(answer.status, time.monotonic() - turn)
    except (OSError, HTTPException):
        connection.close()
        return Answered(0, time.monotonic() - turn)


def cpu_of(server: int) -> float:
    """Seconds of the processor that a server and its processes took until now."""
    ticks = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            pid, _, rest = place.read_text().partition(" ")
            told = rest.rpartition(")")[2].split()
            if server in (int(pid), int(told[1])):
                ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def load(port: int) -> list[Answered]:
    """RATE requests a second for SECONDS, each at its turn whether or not those before are answered."""
    begin, found = time.monotonic() + 0.5, list[Answered]()

    def call(first: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        for number in range(first, RATE * SECONDS, CALLERS):
            turn = begin + number / RATE
            time.sleep(max(0.0, turn - time.monotonic()))
            found.append(asked(connection, ADDRESSES[number % len(ADDRESSES)], turn))
        connection.close()

    callers = [threading.Thread(target=call, args=(first,)) for first in range(CALLERS)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    return found


def main() -> int:
    """Print one line per figure: name, measured, must, verdict. Returns the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(set_up(folder), folder) as (port, server):
            warm = HTTPConnection("127.0.0.1", port, timeout=30)
            first = [asked(warm, address, time.monotonic()).status for address in ADDRESSES]
            if first != [200] * len(ADDRESSES):
                raise RuntimeError(f"not everything is there: {first}")
            begun, spent = time.monotonic(), cpu_of(server)
            found = load(port)
            took, cpu = time.monotonic() - begun, cpu_of(server) - spent
    times = sorted(each.seconds * 1000 for each in found)
    errors = sum(each.status != 200 for each in found)
    p95 = quantiles(times, n=20)[-1]
    lines = (
        ("requests", float(len(found)), None),
        ("seconds", took, None),
        ("errors", float(errors), 0.0),
        ("cpu_ms_of_a_request", 1000 * cpu / len(found), float(MUST_CPU_MS)),
        ("median_ms", times[len(times) // 2], None),
        ("p95_ms", p95, None),
        ("slowest_ms", times[-1], None),
    )
    print(f"{'name':38}{'measured':>10}{'must':>8}  verdict")
    for name, value, must in lines:
        verdict = "-" if must is None else "MISSED" if value > must else "ok"
        print(f"{name:38}{value:>10.1f}{'-' if must is None else f'<={must:g}':>8}  {verdict}")
    return int(any(must is not None and value > must for _name, value, must in lines))


if __name__ == "__main__":
    sys.exit(main())

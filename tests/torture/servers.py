"""The portal as it runs on a server: web processes and two workers on a loopback port, to be killed at any time."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
WEB, ONE_OF_WEB, WORKERS = "web", "one web process", ("worker-1", "worker-2")
TO_BE_UP = 15.0  # seconds of a worker, which is then in the middle of a rendering
GUNICORN = ["-m", "gunicorn", "skm_portal.wsgi", "--workers", "2", "--preload", "--log-level", "critical"]
WORKER = ["manage.py", "worker", "--interval", "0.2"]


class Servers:
    """What is killed comes back at once; ``end`` leaves none of them behind."""

    def __init__(self, environment, log):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._environment = environment | {"PUBLIC_URL": self.address}
        self._log = log
        self._since = {}
        self._running = {name: self._start(name) for name in (WEB, *WORKERS)}

    def kill(self, chance: Random):
        """Kill one process, chosen by chance: one of those that answer, all of the web, or a worker. Its name.

        None where it is not up yet: who is always killed while starting does no work that could be lost.
        """
        kind = chance.choices((ONE_OF_WEB, WEB, *WORKERS), weights=(10, 1, 2, 2))[0]
        if not self._is_up(kind):
            return None
        if kind == ONE_OF_WEB:
            return kind if self._kill_one_that_answers(chance) else None
        self._kill_group(self._running[kind])
        self._running[kind] = self._start(kind)
        return kind

    def end(self):
        for process in self._running.values():
            self._kill_group(process)

    def _is_up(self, kind):
        if kind in WORKERS:
            return monotonic() - self._since[kind] > TO_BE_UP
        try:
            with urlopen(f"{self.address}/healthz", timeout=1):
                return True
        except OSError:
            return False

    def _start(self, name):
        self._since[name] = monotonic()
        command = [*GUNICORN, "--bind", f"127.0.0.1:{self.port}"] if name == WEB else WORKER
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )

    def _kill_one_that_answers(self, chance):
        master = self._running[WEB].pid
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        if not children:
            return False
        os.kill(int(chance.choice(children)), signal.SIGKILL)
        return True

    @staticmethod
    def _kill_group(process):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

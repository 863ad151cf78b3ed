"""A real worker in a process of its own, on the database and the files of the running test."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[1]


def environment(**extra):
    name = str(connection.settings_dict["NAME"])
    url = f"sqlite:///{name}"
    if connection.vendor == "postgresql":
        url = f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"
    own = {"DEBUG": "1", "DATABASE_URL": url, "MEDIA_ROOT": str(settings.MEDIA_ROOT)}
    return {**os.environ, **own, **extra}


@contextmanager
def worker(*command, log=subprocess.DEVNULL, **extra):
    """``worker("worker", JOB_LEASE_SECONDS="1")``; killed at the end if it still runs. ``log``: an open file."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(**extra),
        stdout=subprocess.DEVNULL,
        stderr=log,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(condition, seconds=60):
    """Ask again and again until it holds; fail after the deadline."""
    deadline, pause = monotonic() + seconds, Event()
    while not condition():
        assert monotonic() < deadline, "the deadline passed"
        pause.wait(0.02)

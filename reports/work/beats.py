"""When workers were last seen: each leaves a row, which /readyz and the page of a waiting job read."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import Error, connection
from django.utils import timezone

from reports.models import Job, JobState, WorkerBeat

BEAT_SECONDS = 15.0
SILENT_AFTER = timedelta(minutes=1)
FORGOTTEN_AFTER = timedelta(days=1)


@contextmanager
def beating() -> Iterator[None]:
    """Say from a thread of its own that this process is there: rendering keeps the first one busy for long."""
    ended = threading.Event()
    thread = threading.Thread(target=_beat_until, args=(ended,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _beat_until(ended: threading.Event) -> None:
    name = f"{socket.gethostname()}:{os.getpid()}"
    pause = 0.0
    while not ended.wait(pause):
        try:
            beat(name)
            pause = BEAT_SECONDS
        except Error:  # the loop of the worker tells the log that the database is away
            pause = 1.0
        finally:
            connection.close()


def beat(name: str) -> None:
    """A worker of this name is there; those of long ago are forgotten."""
    now = timezone.now()
    WorkerBeat.objects.update_or_create(name=name, defaults={"seen_at": now})
    WorkerBeat.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()


def is_anyone_there() -> bool:
    """Whether a worker was seen within a minute; a time in the future comes from a clock that jumped."""
    now = timezone.now()
    return WorkerBeat.objects.filter(seen_at__range=(now - SILENT_AFTER, now + SILENT_AFTER)).exists()


def is_left_alone(job: Job | None) -> bool:
    """Whether a job waits while no worker was seen for a minute."""
    return job is not None and job.state == JobState.QUEUED and not is_anyone_there()


def longest_wait() -> timedelta:
    """How long the job that waits longest has been waiting; nothing where none waits."""
    waiting = Job.objects.filter(state=JobState.QUEUED).order_by("queued_at").values_list("queued_at", flat=True)
    since = waiting.first()
    return max(timezone.now() - since, timedelta()) if since else timedelta()

"""The right of one worker to one job: taken, kept alive while it works, and given up with the result.

What is asked for, tried again and done is in jobs.py.
"""

import logging
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import Error, IntegrityError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from offices.stored import discard, keep
from reports.models import Job, JobKind, JobState, job_path

MOST_ATTEMPTS = 3
log = logging.getLogger(__name__)


def lease_time() -> timedelta:
    """How long a worker may be silent before its job is given to another."""
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


@dataclass(frozen=True, slots=True)
class Lease:
    """The right of one worker to one job, as long as it renews it."""

    job_id: int
    token: str


def is_over() -> Q:
    """A lease that nobody can hold: it ran out, or a clock that was ahead promised more than a lease is."""
    now = timezone.now()
    return Q(lease_until__lt=now) | Q(lease_until__gt=now + 2 * lease_time())


def claim(job_id: int) -> Lease | None:
    """Take the lease of a job that is free (queued, or its lease is over); None if another holds it."""
    token = secrets.token_hex(16)
    free = Q(state=JobState.QUEUED) | Q(is_over(), state=JobState.RUNNING)
    taken = Job.objects.filter(free, pk=job_id, attempts__lt=MOST_ATTEMPTS).update(
        state=JobState.RUNNING,
        lease_token=token,
        lease_until=timezone.now() + lease_time(),
        attempts=F("attempts") + 1,
        step="",
        percent=0,
    )
    return Lease(job_id, token) if taken else None


def renew(lease: Lease, step: str | None = None, percent: int | None = None) -> bool:
    """Hold the lease longer, and say how far the work is. False: it was lost, the work is another's."""
    told = {key: value for key, value in (("step", step), ("percent", percent)) if value is not None}
    return bool(held(lease).update(lease_until=timezone.now() + lease_time(), **told))


def name_after(lease: Lease, digest: str) -> bool:
    """Rename a job after the data that it finds: they may have changed since it was asked for.

    False if a job for these data exists already.
    """
    try:
        with transaction.atomic():
            return bool(held(lease).update(digest=digest))
    except IntegrityError:
        return False


def finish(lease: Lease, content: bytes, ending: str = "") -> bool:
    """Store the result and be done, if the lease still holds; else leave nothing behind."""
    job = Job.objects.get(pk=lease.job_id)
    stored = keep(job_path(job, f"{lease.token[:8]}.{ending or JobKind(job.kind).ending}"), content)
    done = conclude(lease, stored)
    if not done:
        discard(stored)
    return done


def conclude(lease: Lease, stored: str) -> bool:
    """Be done with a file that was stored elsewhere; False if the lease was lost."""
    done = held(lease).update(state=JobState.DONE, file=stored, percent=100, lease_token="", finished_at=timezone.now())
    return bool(done)


@contextmanager
def kept(lease: Lease) -> Iterator[None]:
    """Renew the lease from a thread of its own, so that a long rendering is not taken for a dead worker."""
    done = threading.Event()
    thread = threading.Thread(target=_keep, args=(lease, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _keep(lease: Lease, done: threading.Event) -> None:
    ours = True
    while ours and not done.wait(lease_time().total_seconds() / 3):
        try:
            ours = renew(lease)
        except Error as error:
            log.warning("job %s: the lease could not be renewed, trying again: %s", lease.job_id, error)
            connection.close()
    connection.close()


def held(lease: Lease) -> QuerySet[Job]:
    """The job, as long as this lease holds."""
    return Job.objects.filter(pk=lease.job_id, state=JobState.RUNNING, lease_token=lease.token)

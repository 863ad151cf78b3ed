"""Work for the worker, kept in our own rows: asked for once, held under a lease, never lost.

A task only carries the id of a row. Whoever finds a lease run out, or a queued row that no worker took,
puts it back in the queue; the conditional UPDATE lets exactly one do so. Rendering is in pdf.py.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from followups.models import FollowUp
from offices.models import User
from reports.document.build import document_of
from reports.document.model import digest_of
from reports.models import Job, JobKind, JobState, job_path
from surveys.models import Survey

MOST_ATTEMPTS = 3
GAVE_UP = "Pembuatan PDF terhenti beberapa kali sebelum selesai. Coba lagi; bila terulang, hubungi pengelola server."
BROKE = "PDF gagal dibuat karena kesalahan pada server. Coba lagi; bila terulang, hubungi pengelola server."


def lease_time() -> timedelta:
    """How long a worker may be silent before its job is given to another."""
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


@dataclass(frozen=True, slots=True)
class Lease:
    """The right of one worker to one job, as long as it renews it."""

    job_id: int
    token: str


def request_draft_pdf(survey: Survey, user: User) -> Job:
    """The job that makes the draft of the cycle as it is now, new or already there.

    One that failed, or whose file is gone, is started afresh.
    """
    followup = FollowUp.objects.get(survey=survey)
    return _request(followup, JobKind.DRAFT_PDF, digest_of(document_of(survey)), user)


def request_preparation(followup: FollowUp, digest: str, user: User) -> Job:
    """The job that makes the file of a version that was just frozen; queued when the transaction commits."""
    return _request(followup, JobKind.PREPARE, digest, user)


def preparation_of(followup: FollowUp, digest: str) -> Job | None:
    """The job that makes, or made, the file of the version with this data."""
    return Job.objects.filter(followup=followup, kind=JobKind.PREPARE, digest=digest).first()


def _request(followup: FollowUp, kind: JobKind, digest: str, user: User) -> Job:
    wanted = {"created_by": user, "lease_until": timezone.now() + lease_time()}
    with transaction.atomic():
        job, is_new = Job.objects.get_or_create(followup=followup, kind=kind, digest=digest, defaults=wanted)
        if is_new:
            _enqueue(job.pk)
    if job.state == JobState.FAILED or (job.state == JobState.DONE and result_of(job) is None):
        _restart(job)
        job.refresh_from_db()
    return job


def draft_pdf_of(survey: Survey, digest: str) -> Job | None:
    """The job for the draft of this data, if somebody asked for it."""
    return Job.objects.filter(followup__survey=survey, kind=JobKind.DRAFT_PDF, digest=digest).first()


def result_of(job: Job | None) -> FieldFile | None:
    """The file that a finished job left in the storage, if it still is there."""
    if job is None or job.state != JobState.DONE or not job.file.name or not default_storage.exists(job.file.name):
        return None
    return job.file


def claim(job_id: int) -> Lease | None:
    """Take the lease of a job that is free (queued, or its lease ran out); None if another holds it."""
    token = secrets.token_hex(16)
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=timezone.now())
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
    return bool(_held(lease).update(lease_until=timezone.now() + lease_time(), **told))


def name_after(lease: Lease, digest: str) -> bool:
    """Rename a job after the data that it finds: they may have changed since it was asked for.

    False if a job for these data exists already.
    """
    try:
        with transaction.atomic():
            return bool(_held(lease).update(digest=digest))
    except IntegrityError:
        return False


def finish(lease: Lease, content: bytes) -> bool:
    """Store the result and be done, if the lease still holds; else leave nothing behind."""
    job = Job.objects.get(pk=lease.job_id)
    stored = default_storage.save(job_path(job, f"{lease.token[:8]}.pdf"), ContentFile(content))
    done = conclude(lease, stored)
    if not done:
        default_storage.delete(stored)
    return done


def conclude(lease: Lease, stored: str) -> bool:
    """Be done with a file that was stored elsewhere; False if the lease was lost."""
    done = _held(lease).update(
        state=JobState.DONE, file=stored, percent=100, lease_token="", finished_at=timezone.now()
    )
    return bool(done)


def try_again(job: Job) -> None:
    """Start a job that failed afresh; one that did not is left alone."""
    if job.state == JobState.FAILED:
        _restart(job)


def fail(lease: Lease, reason: str = BROKE, *, for_good: bool = False) -> None:
    """Give the work back: to be tried again, or for good with a sentence for the one who asked."""
    job = _held(lease)
    hopeless = job if for_good else job.filter(attempts__gte=MOST_ATTEMPTS)
    if hopeless.update(**_failed(reason)):
        return
    if job.update(**_queued()):
        _enqueue(lease.job_id)


def reclaim_expired() -> int:
    """Free every job whose worker fell silent, and queue again what no worker took; the number of them."""
    silent = Job.objects.filter(lease_until__lt=timezone.now(), state__in=[JobState.QUEUED, JobState.RUNNING])
    return sum(_free(job) for job in silent)


def _free(job: Job) -> bool:
    if job.state == JobState.RUNNING and job.attempts >= MOST_ATTEMPTS:
        return bool(_unchanged(job).update(**_failed(GAVE_UP)))
    freed = _unchanged(job).update(**_queued())
    if freed:
        _enqueue(job.pk)
    return bool(freed)


def _restart(job: Job) -> None:
    if _unchanged(job).update(**_queued(), attempts=0, error="", step="", percent=0, finished_at=None):
        _enqueue(job.pk)


def _unchanged(job: Job) -> QuerySet[Job]:
    """The row if it still is as it was read: of several who would change it, one does."""
    return Job.objects.filter(pk=job.pk, state=job.state, lease_token=job.lease_token, lease_until=job.lease_until)


def _held(lease: Lease) -> QuerySet[Job]:
    return Job.objects.filter(pk=lease.job_id, state=JobState.RUNNING, lease_token=lease.token)


def _queued() -> dict[str, Any]:
    """A queued row waits for a worker as long as a lease lasts; then its task counts as lost."""
    return {"state": JobState.QUEUED, "lease_token": "", "lease_until": timezone.now() + lease_time()}


def _failed(reason: str) -> dict[str, Any]:
    return {"state": JobState.FAILED, "error": reason, "lease_token": "", "finished_at": timezone.now()}


def _enqueue(job_id: int) -> None:
    from reports.work.tasks import run_job

    transaction.on_commit(lambda: run_job.enqueue(job_id))

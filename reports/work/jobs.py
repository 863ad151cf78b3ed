"""Work for the worker, kept in our own rows: asked for once, done under a lease, never lost.

A task only carries the id of a row. Whoever finds a lease run out, or a queued row that no worker took, puts it back
in the queue; one conditional UPDATE does so. What is done for a kind of job is entered in WORK by apps.py.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django_tasks import task

from followups.models import FollowUp
from offices.models import User
from reports.models import Job, JobKind, JobState
from reports.work.leases import MOST_ATTEMPTS, Lease, claim, held, kept, lease_time

log = logging.getLogger(__name__)
WORK: dict[str, Callable[[Lease], None]] = {}
"""Kind of job to what makes its file."""
GAVE_UP = "Pembuatan PDF terhenti beberapa kali sebelum selesai. Coba lagi; bila terulang, hubungi pengelola server."
BROKE = "PDF gagal dibuat karena kesalahan pada server. Coba lagi; bila terulang, hubungi pengelola server."


class WorkRefused(ValueError):
    """Work that would not succeed a second time either; the text says why, in Indonesian."""


def request_preparation(followup: FollowUp, digest: str, user: User) -> Job:
    """The job that makes the file of a version that was just frozen; queued when the transaction commits."""
    return request(followup, JobKind.PREPARE, digest, user)


def preparation_of(followup: FollowUp) -> Job | None:
    """The job that makes, or made, the file of the latest version."""
    return Job.objects.filter(followup=followup, kind=JobKind.PREPARE).order_by("-pk").first()


def request(followup: FollowUp, kind: JobKind, digest: str, user: User) -> Job:
    """The job of this kind for these data, new or already there; queued when the transaction commits.

    One that failed, or whose file is gone, is started afresh.
    """
    wanted = {"created_by": user, "lease_until": timezone.now() + lease_time()}
    with transaction.atomic():
        job, is_new = Job.objects.get_or_create(followup=followup, kind=kind, digest=digest, defaults=wanted)
        if is_new:
            _enqueue(job.pk)
    if job.state == JobState.FAILED or (job.state == JobState.DONE and result_of(job) is None):
        _restart(job)
        job.refresh_from_db()
    return job


def result_of(job: Job | None) -> FieldFile | None:
    """The file that a finished job left in the storage, if it still is there."""
    if job is None or job.state != JobState.DONE or not job.file.name or not default_storage.exists(job.file.name):
        return None
    return job.file


@task()  # type: ignore[untyped-decorator]
def run_job(job_id: int) -> None:
    """Do a job if it is free. A second task for the same job finds it taken or done and ends."""
    lease = claim(job_id)
    if lease is None:
        return
    try:
        with kept(lease):
            _work_for(lease)(lease)
    except WorkRefused as error:
        fail(lease, str(error), for_good=True)
    except Exception:
        log.exception("job %s failed", job_id)
        fail(lease)


def _work_for(lease: Lease) -> Callable[[Lease], None]:
    return WORK[Job.objects.values_list("kind", flat=True).get(pk=lease.job_id)]


def try_again(job: Job) -> None:
    """Start a job that failed afresh; one that did not is left alone."""
    if job.state == JobState.FAILED:
        _restart(job)


def fail(lease: Lease, reason: str = BROKE, *, for_good: bool = False) -> None:
    """Give the work back: to be tried again, or for good with a sentence for the one who asked."""
    job = held(lease)
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


def _queued() -> dict[str, Any]:
    """A queued row waits for a worker as long as a lease lasts; then its task counts as lost."""
    return {"state": JobState.QUEUED, "lease_token": "", "lease_until": timezone.now() + lease_time()}


def _failed(reason: str) -> dict[str, Any]:
    return {"state": JobState.FAILED, "error": reason, "lease_token": "", "finished_at": timezone.now()}


def _enqueue(job_id: int) -> None:
    transaction.on_commit(lambda: run_job.enqueue(job_id))

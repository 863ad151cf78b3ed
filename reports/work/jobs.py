"""Work for the worker, kept in our own rows: asked for once, done under a lease, never lost.

The rows are the queue. Whoever finds a lease that is over puts its job back; one conditional UPDATE does so.
What is done for a kind of job is entered in WORK by the apps.py of the room that knows it.
"""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from followups.models import FollowUp
from offices.declining import Declined
from offices.models import User
from offices.stored import NotKept
from reports.models import Job, JobKind, JobState, Report, ReportKind
from reports.work.leases import MOST_ATTEMPTS, Lease, claim, held, is_over, kept

log = logging.getLogger(__name__)
WORK: dict[str, Callable[[Lease], None]] = {}
"""Kind of job to what makes its file."""
LATELY = timedelta(minutes=10)
GAVE_UP = "Pembuatan berkas terhenti beberapa kali sebelum selesai. Coba lagi; bila terulang, hubungi pengelola server."
BROKE = "Berkas gagal dibuat karena kesalahan pada server. Coba lagi; bila terulang, hubungi pengelola server."


class WorkRefused(ValueError):
    """Work that would not succeed a second time either; the text says why, in Indonesian."""


def request_preparation(report: Report, digest: str, user: User) -> Job:
    """The job that makes the file of a version that was just frozen; queued when the transaction commits."""
    return request(report.followup, JobKind.PREPARE, digest, user, ReportKind(report.kind))


def preparation_of(report: Report) -> Job | None:
    """The job that makes, or made, the file of the latest version of this kind."""
    of_kind = Job.objects.filter(followup=report.followup_id, kind=JobKind.PREPARE, report_kind=report.kind)
    return of_kind.order_by("-pk").first()


def request(
    followup: FollowUp,
    kind: JobKind,
    digest: str,
    user: User,
    report_kind: ReportKind = ReportKind.FOLLOW_UP,
    which: str = "",
) -> Job:
    """The job of this kind for these data, new or already there; a worker sees it when the transaction commits.

    One that failed, or whose file is gone, is started afresh.
    """
    wanted = {"followup": followup, "kind": kind, "digest": digest, "report_kind": report_kind}
    job, _is_new = Job.objects.get_or_create(**wanted, defaults={"created_by": user, "which": which})
    if job.state == JobState.FAILED or is_gone(job):
        _restart(job)
        job.refresh_from_db()
    return job


def result_of(job: Job | None) -> FieldFile | None:
    """The file that a finished job left in the storage, if it still is there."""
    if job is None or job.state != JobState.DONE or not job.file.name or not default_storage.exists(job.file.name):
        return None
    return job.file


def is_gone(job: Job) -> bool:
    """Whether a job was done and the storage has its file no more: it is as if nobody had asked."""
    return job.state == JobState.DONE and result_of(job) is None


def next_in_turn() -> int | None:
    """The id of a queued job: preparing before drafts, then whose office was served least, then who waits longest."""
    office = "followup__survey__office"
    waiting = list(Job.objects.filter(state=JobState.QUEUED).order_by("queued_at", "pk").values("pk", "kind", office))
    if not waiting:
        return None
    served = Q(state=JobState.RUNNING) | Q(finished_at__gte=timezone.now() - LATELY)
    times = Counter(Job.objects.filter(served).values_list(office, flat=True))
    chosen = min(waiting, key=lambda job: (job["kind"] != JobKind.PREPARE, times[job[office]]))
    return int(chosen["pk"])


def run_job(job_id: int) -> None:
    """Do a job if it is free; one that is taken or done is left alone. A worker that is asked to end gives it back."""
    lease = claim(job_id)
    if lease is None:
        return
    try:
        with kept(lease):
            work = WORK[Job.objects.values_list("kind", flat=True).get(pk=lease.job_id)]
            work(lease)
    except WorkRefused as error:
        fail(lease, str(error), for_good=True)
    except Declined as declined:
        fail(lease, str(declined), for_good=not isinstance(declined, NotKept))
    except Exception:
        log.exception("job %s failed", job_id)
        _use_a_whole_connection()
        fail(lease)
    except BaseException:
        _use_a_whole_connection()
        held(lease).update(**_queued(), attempts=F("attempts") - 1)
        raise


def _use_a_whole_connection() -> None:
    """What failed or was interrupted may have broken it; a closed one is opened anew."""
    if not connection.is_usable():
        connection.close()


def try_again(job: Job) -> None:
    """Start a job that failed afresh; one that did not is left alone."""
    if job.state == JobState.FAILED:
        _restart(job)


def call_off(followup: FollowUp, kind: JobKind, reason: str) -> bool:
    """Give up what is queued or at work, which then keeps nothing; whether there was any."""
    under_way = Job.objects.filter(followup=followup, kind=kind, state__in=(JobState.QUEUED, JobState.RUNNING))
    return bool(under_way.update(**_failed(reason)))


def fail(lease: Lease, reason: str = BROKE, *, for_good: bool = False) -> None:
    """Give the work back: to be tried again, or for good with a sentence for the one who asked."""
    job = held(lease)
    hopeless = job if for_good else job.filter(attempts__gte=MOST_ATTEMPTS)
    if not hopeless.update(**_failed(reason)):
        job.update(**_queued())


def reclaim_expired() -> int:
    """Free every job whose worker fell silent; the number of them."""
    freed = 0
    for job in Job.objects.filter(is_over(), state=JobState.RUNNING):
        outcome = _failed(GAVE_UP) if job.attempts >= MOST_ATTEMPTS else _queued()
        freed += _unchanged(job).update(**outcome)
    return freed


def _restart(job: Job) -> None:
    anew = {"queued_at": timezone.now(), "attempts": 0, "error": "", "step": "", "percent": 0, "finished_at": None}
    _unchanged(job).update(**_queued(), **anew)


def _unchanged(job: Job) -> QuerySet[Job]:
    """The row if it still is as it was read: of several who would change it, one does."""
    return Job.objects.filter(pk=job.pk, state=job.state, lease_token=job.lease_token, lease_until=job.lease_until)


def _queued() -> dict[str, Any]:
    return {"state": JobState.QUEUED, "lease_token": "", "lease_until": None}


def _failed(reason: str) -> dict[str, Any]:
    return {"state": JobState.FAILED, "error": reason, "lease_token": "", "finished_at": timezone.now()}

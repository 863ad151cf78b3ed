"""How many jobs wait, run and ended of late, and how long they took: figures for whoever runs the server."""

from collections import Counter
from datetime import timedelta
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone

from reports.models import Job, JobState, WorkerBeat
from reports.work.beats import SILENT_AFTER

UNFINISHED = (JobState.QUEUED, JobState.RUNNING)
ENDED = (JobState.DONE, JobState.FAILED)


def unfinished_jobs() -> Counter[tuple[str, ...]]:
    """(kind, state) to the number of jobs that wait or are being done."""
    return Counter(Job.objects.filter(state__in=UNFINISHED).values_list("kind", "state"))


def ended_jobs(within: timedelta) -> Counter[tuple[str, ...]]:
    """(kind, state) to the number of jobs that ended of late."""
    return Counter(_ended(within).values_list("kind", "state"))


def failed_jobs(within: timedelta) -> int:
    """How many failed for good of late, of whatever kind."""
    return _ended(within).filter(state=JobState.FAILED).count()


def slowest_jobs(within: timedelta) -> dict[str, float]:
    """Kind to the most seconds that lay between asking and the file."""
    done = _ended(within).filter(state=JobState.DONE).order_by("kind").values_list("kind", "queued_at", "finished_at")
    return {
        kind: max((ended - queued).total_seconds() for _kind, queued, ended in jobs if ended)
        for kind, jobs in groupby(done, key=lambda job: job[0])
    }


def workers_seen() -> int:
    """How many workers left a sign of life within the last minute."""
    return WorkerBeat.objects.filter(seen_at__gte=timezone.now() - SILENT_AFTER).count()


def _ended(within: timedelta) -> QuerySet[Job]:
    return Job.objects.filter(state__in=ENDED, finished_at__gte=timezone.now() - within)

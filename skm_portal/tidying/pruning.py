"""What may go because its time is over: sessions, forms, counters, drafts, cache, and files that nothing refers to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.db.models import QuerySet

from offices.models import Counter, KeptForm, OpenSession, SentForm
from offices.sending import kept, once
from offices.stored import discard
from reports.models import PASSING, Job, JobState
from skm_portal.tidying.sweeping import delete, unused_files
from surveys.answers.keeping import expire_answers, expired_answers


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many of a kind were over, and what that kind is called."""

    what: str
    count: int


def prune(now: datetime, days: int, *, for_real: bool) -> list[Pruned]:
    """What is over at a moment; with ``for_real`` it goes. Drafts and files are kept for ``days`` first."""
    before = now - timedelta(days=days)
    longest_session = timedelta(seconds=max(settings.SESSION_STAYING, settings.SESSION_LONGEST))
    rows: dict[str, QuerySet[Any, Any]] = {
        "sesi masuk yang berakhir": Session.objects.filter(expire_date__lt=now),
        "baris daftar perangkat yang berakhir": OpenSession.objects.filter(begun__lt=now - longest_session),
        "formulir terkirim": SentForm.objects.filter(at__lt=now - timedelta(days=once.DAYS)),
        "isian yang disimpan sementara": KeptForm.objects.filter(at__lt=now - timedelta(days=kept.DAYS)),
        "hitungan percobaan masuk": Counter.objects.filter(ends_at__lte=now),
    }
    return [
        *(Pruned(what, query.delete()[0] if for_real else query.count()) for what, query in rows.items()),
        Pruned("jawaban responden", expire_answers(now) if for_real else expired_answers(now)),
        Pruned("entri tembolok", _cache_entries(now, for_real=for_real)),
        Pruned("draf dan lembar publikasi", _drafts(before, for_real=for_real)),
        Pruned("berkas yang tidak dipakai", sum(not for_real or delete(file) for file in unused_files(before))),
    ]


def _cache_entries(now: datetime, *, for_real: bool) -> int:
    """The database's cache forgets what is over only when it is full."""
    table = getattr(cache, "_table", "")
    if not table or table not in connection.introspection.table_names():
        return 0
    verb = "DELETE" if for_real else "SELECT count(*)"
    moment = connection.ops.adapt_datetimefield_value(now)
    with connection.cursor() as cursor:
        cursor.execute(f"{verb} FROM {connection.ops.quote_name(table)} WHERE expires < %s", [moment])
        return cursor.rowcount if for_real else int(cursor.fetchone()[0])


def _drafts(before: datetime, *, for_real: bool) -> int:
    """Drafts that were made long ago; whoever wants one asks again. Their row goes before their file."""
    ended = [JobState.DONE, JobState.FAILED]
    jobs = Job.objects.filter(kind__in=PASSING, state__in=ended, finished_at__lt=before)
    if not for_real:
        return jobs.count()
    gone = 0
    for job in jobs.iterator():
        name = job.file.name
        if jobs.filter(pk=job.pk).delete()[0]:
            gone += 1
            if name and not Job.objects.filter(file=name).exists():
                discard(name)
    return gone

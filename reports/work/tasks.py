"""What the worker runs: one task, which renders what a job asks for, as often as it must."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django_tasks import task

from reports.document.build import document_of
from reports.document.model import digest_of
from reports.issuing.making import WorkRefused, make_signable
from reports.models import Job, JobKind
from reports.printing.pdf import render_pdf
from reports.work.jobs import Lease, claim, fail, finish, lease_time, name_after, renew

log = logging.getLogger(__name__)
OVERTAKEN = "Data laporan berubah selama PDF dibuat. Minta PDF sekali lagi."


@task()  # type: ignore[untyped-decorator]
def run_job(job_id: int) -> None:
    """Do a job if it is free. A second task for the same job finds it taken or done and ends."""
    lease = claim(job_id)
    if lease is None:
        return
    try:
        with kept(lease):
            _work(lease)
    except WorkRefused as error:
        fail(lease, str(error), for_good=True)
    except Exception:
        log.exception("job %s failed", job_id)
        fail(lease)


def _work(lease: Lease) -> None:
    kind = Job.objects.values_list("kind", flat=True).get(pk=lease.job_id)
    (make_signable if kind == JobKind.PREPARE else make_draft)(lease)


def make_draft(lease: Lease) -> None:
    """Render the cycle as it is now. No transaction is open meanwhile."""
    job = Job.objects.select_related("followup__survey__office", "followup__survey__instrument").get(pk=lease.job_id)
    renew(lease, "Mengumpulkan data", 10)
    document = document_of(job.followup.survey)
    if not name_after(lease, digest_of(document)):
        fail(lease, OVERTAKEN, for_good=True)
        return
    renew(lease, "Menata halaman", 30)
    content = render_pdf(document)
    renew(lease, "Menyimpan berkas", 95)
    finish(lease, content)


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
    held = True
    while held and not done.wait(lease_time().total_seconds() / 3):
        try:
            held = renew(lease)
        except DatabaseError:
            log.exception("job %s: the lease could not be renewed; trying again", lease.job_id)
    connection.close()

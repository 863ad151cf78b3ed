"""What the worker makes of a frozen version: the very file that is read and signed, or a sentence why not.

No transaction is open while it works; at the end one conditional UPDATE says that the file is there.
"""

import gc
import logging

from offices.audit import record
from reports.document.frozen import FrozenDataError
from reports.issuing.console import actor_of
from reports.issuing.fitting import Fit, fitting
from reports.issuing.keeping import digest_of_bytes, discard, store
from reports.issuing.naming import told_of
from reports.issuing.telling import tell_prepared
from reports.kinds.documents import Document, frozen_document
from reports.models import Job, Report, State
from reports.printing.conformance import faults_of
from reports.printing.soundness import refuse_unsound
from reports.work.jobs import WorkRefused, preparation_of
from reports.work.leases import Lease, conclude, renew
from surveys.locking import held_cycle

log = logging.getLogger(__name__)
GONE = "Penyiapan ini sudah dibatalkan: laporan dikembalikan menjadi draf."
RETURN = "Kembalikan menjadi draf, lalu siapkan lagi."
UNSOUND = (
    "Berkas yang dibuat tidak memenuhi standar arsip (PDF/A-3a) atau aksesibilitas (PDF/UA-1), sehingga tidak dapat "
    "ditandatangani. Kembalikan menjadi draf, lalu laporkan kepada pengelola server."
)


class _Lost(Exception):
    """Somebody else has done the work, or it is not wanted any more."""


def make_signable(lease: Lease) -> None:
    """Make the file of the version that a job is for, and call the version prepared."""
    job = Job.objects.select_related("followup__survey__office").get(pk=lease.job_id)
    renew(lease, "Membaca laporan yang dibekukan", 5)
    report, document = _frozen(job)
    refuse_unsound(document)
    fit = Fit.of(report)
    content, longest = fitting(document, fit, lambda step, percent: renew(lease, step, percent))
    renew(lease, "Memeriksa berkas terhadap PDF/A-3a dan PDF/UA-1", 85)
    gc.collect()  # what the renderer left behind would lie beside all that the validator needs
    if faults := faults_of(content):
        log.error("report %s: %s", report.pk, "; ".join(faults))
        raise WorkRefused(UNSOUND)
    renew(lease, "Menyimpan berkas", 95)
    hand_over(lease, report, content, longest)


def _frozen(job: Job) -> tuple[Report, Document]:
    """The version that waits for this job's file, with its document; one prepared again has a later job."""
    waiting = Report.objects.select_related("followup__survey__office", "prepared_by")
    report = waiting.filter(followup=job.followup, kind=job.report_kind, state=State.PREPARING).first()
    if report is None or preparation_of(report) != job:
        raise WorkRefused(GONE)
    try:
        return report, frozen_document(report)
    except FrozenDataError as error:
        log.exception("report %s cannot be thawed", report.pk)
        raise WorkRefused(f"{error} {RETURN}") from error


def hand_over(lease: Lease, report: Report, content: bytes, longest: int = 0) -> None:
    """Store the file and say so in one transaction; whoever comes second leaves nothing behind."""
    stored = store(report, "siap", content)
    try:
        with held_cycle(report.followup.survey):
            if not conclude(lease, stored):
                raise _Lost
            waiting = Report.objects.filter(pk=report.pk, state=State.PREPARING, code=report.code)
            digest = digest_of_bytes(content)
            kept = (report.findings or {}) | {"smaller_photos": longest}
            if not waiting.update(state=State.PREPARED, prepared_file=stored, prepared_sha256=digest, findings=kept):
                raise _Lost
            told = told_of(report) | {"sha256": digest, "size": len(content)}
            actor = actor_of(report.prepared_by) if report.prepared_by else None
            tell_prepared(report)
            record(actor, "report.ready", report, report.followup.survey.office, after=told)
    except _Lost:
        discard(stored)
    except BaseException:
        discard(stored)
        raise

"""The draft of a cycle as a PDF or for Word: asked for by a reader, made by the worker from the data of that moment."""

from followups.models import FollowUp
from offices.declining import Declined
from offices.models import User
from reports.document.model import digest_of
from reports.kinds.documents import document_now
from reports.models import Job, JobKind, ReportKind
from reports.printing.pdf import render_pdf
from reports.printing.soundness import refuse_unsound
from reports.work.jobs import WorkRefused, request
from reports.work.leases import Lease, finish, name_after, renew
from surveys.models import Survey

OVERTAKEN = "Data laporan berubah selama berkas dibuat. Minta sekali lagi."


def request_draft(
    survey: Survey,
    user: User,
    kind: JobKind = JobKind.DRAFT_PDF,
    report_kind: ReportKind = ReportKind.FOLLOW_UP,
) -> Job:
    """The job that makes the draft of a report as it would be now; Declined where there is nothing that it says."""
    followup = FollowUp.objects.get(survey=survey)
    return request(followup, kind, digest_of(document_now(survey, report_kind)), user, report_kind)


def draft_of(survey: Survey, digest: str, kind: JobKind = JobKind.DRAFT_PDF) -> Job | None:
    """The job for the draft of this data, if somebody asked for it."""
    return Job.objects.filter(followup__survey=survey, kind=kind, digest=digest).first()


def make_draft(lease: Lease) -> None:
    """Render the cycle as it is now. No transaction is open meanwhile."""
    job = Job.objects.select_related("followup__survey__office", "followup__survey__instrument").get(pk=lease.job_id)
    renew(lease, "Mengumpulkan data", 10)
    try:
        document = document_now(job.followup.survey, ReportKind(job.report_kind))
    except Declined as declined:
        raise WorkRefused(str(declined)) from declined
    if not name_after(lease, digest_of(document)):
        raise WorkRefused(OVERTAKEN)
    refuse_unsound(document)
    renew(lease, "Menata halaman", 30)
    if job.kind == JobKind.DRAFT_WORD:
        from reports.word.writing import word_bytes  # imports that nothing else needs

        content = word_bytes(document)
    else:
        content = render_pdf(document, for_pencil=job.kind == JobKind.MARGIN_PDF)
    renew(lease, "Menyimpan berkas", 95)
    finish(lease, content)

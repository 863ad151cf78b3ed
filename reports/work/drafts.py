"""The draft of a cycle as a PDF: asked for by whoever reads it, made by the worker from the data as they are then."""

from followups.models import FollowUp
from offices.models import User
from reports.document.gather import document_of
from reports.document.model import digest_of
from reports.models import Job, JobKind
from reports.printing.pdf import render_pdf
from reports.printing.soundness import refuse_unsound
from reports.work.jobs import WorkRefused, request
from reports.work.leases import Lease, finish, name_after, renew
from surveys.models import Survey

OVERTAKEN = "Data laporan berubah selama PDF dibuat. Minta PDF sekali lagi."


def request_draft_pdf(survey: Survey, user: User, kind: JobKind = JobKind.DRAFT_PDF) -> Job:
    """The job that makes the draft of the cycle as it is now."""
    followup = FollowUp.objects.get(survey=survey)
    return request(followup, kind, digest_of(document_of(survey)), user)


def draft_pdf_of(survey: Survey, digest: str, kind: JobKind = JobKind.DRAFT_PDF) -> Job | None:
    """The job for the draft of this data, if somebody asked for it."""
    return Job.objects.filter(followup__survey=survey, kind=kind, digest=digest).first()


def make_draft(lease: Lease) -> None:
    """Render the cycle as it is now. No transaction is open meanwhile."""
    job = Job.objects.select_related("followup__survey__office", "followup__survey__instrument").get(pk=lease.job_id)
    renew(lease, "Mengumpulkan data", 10)
    document = document_of(job.followup.survey)
    if not name_after(lease, digest_of(document)):
        raise WorkRefused(OVERTAKEN)
    refuse_unsound(document)
    renew(lease, "Menata halaman", 30)
    content = render_pdf(document, for_pencil=job.kind == JobKind.MARGIN_PDF)
    renew(lease, "Menyimpan berkas", 95)
    finish(lease, content)

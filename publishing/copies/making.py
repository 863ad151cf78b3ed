"""The released copy of a report as a file: asked for by who may publish, printed by the worker, kept for good."""

import logging
from dataclasses import dataclass

from django.templatetags.static import static

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from publishing.copied import inputs_of
from publishing.copies.redacting import mark_of, released_document
from publishing.released.photos import released_photos
from publishing.signed import document_in, reports_in_force
from reports.document.model import ReportDocument
from reports.document.shapes import Picture
from reports.issuing.keeping import digest_of_bytes, discard, store
from reports.models import Job, JobKind, ReleasedCopy, Report
from reports.printing.conformance import faults_of
from reports.printing.html import print_html
from reports.printing.links import OFFICE_PICTURES, office_pictures
from reports.printing.pdf import pdf_of
from reports.work.jobs import WorkRefused, call_off, request
from reports.work.leases import Lease, conclude, renew
from surveys.locking import held_cycle
from surveys.models import Survey

log = logging.getLogger(__name__)
CLOSED = "Salinan ini ditutup selama dibuat. Minta sekali lagi bila akan dibuka untuk umum."
NOTHING_SIGNED = (
    "Salinan rilis dibuat dari laporan yang berlaku. Laporan periode ini belum ditandatangani, atau ditarik."
)
UNREADABLE = "Isi laporan ini disimpan oleh rilis portal yang lain, sehingga salinannya tidak dapat dibuat di sini."
CHANGED = "Laporan atau pilihan fotonya berubah selama salinan dibuat. Minta sekali lagi."
UNSOUND = (
    "Salinan yang dibuat tidak memenuhi standar arsip (PDF/A-3a) atau aksesibilitas (PDF/UA-1), sehingga tidak "
    "disimpan. Laporkan kepada pengelola server."
)
KEPT_BACK = "img/foto-tidak-dirilis.svg"


@dataclass(frozen=True, slots=True)
class CopyLinks:
    """Names for the renderer; all photos that are kept back are one drawing."""

    base: str = ""

    def photo(self, picture: Picture) -> str:
        return f"/gambar/{picture.sha256}.jpg" if picture.path else static(KEPT_BACK)

    def office_picture(self, name: str) -> str:
        return f"/gambar/{OFFICE_PICTURES[name]}"


@dataclass(frozen=True, slots=True)
class Copyable:
    """A report in force, what it says, and the digests of those of its photos that may be seen."""

    report: Report
    document: ReportDocument
    shown: frozenset[str]

    @property
    def inputs(self) -> str:
        """Another one where the copy would show something else."""
        return inputs_of(self.report, self.shown)


def copyable(survey: Survey) -> Copyable:
    """Raises Declined where there is nothing to make a copy of."""
    in_force = reports_in_force().select_related("followup__survey__office")
    report = in_force.filter(followup__survey=survey).first()
    if report is None:
        raise Declined(NOTHING_SIGNED)
    document = document_in(report)
    if document is None:
        raise Declined(UNREADABLE)
    printed = {figure.picture.sha256 for figure in document.annex.figures}
    released = released_photos(report.followup).values_list("sha256", flat=True)
    return Copyable(report, document, frozenset(printed.intersection(released)))


def copy_of(wanted: Copyable) -> ReleasedCopy | None:
    """The copy that shows exactly these photos, whether or not it is public."""
    return ReleasedCopy.objects.filter(report=wanted.report, inputs=wanted.inputs).exclude(file="").first()


def request_copy(wanted: Copyable, user: User) -> Job:
    """The job that makes the copy, new or already there."""
    return request(wanted.report.followup, JobKind.COPY, wanted.inputs, user)


def job_of(wanted: Copyable) -> Job | None:
    jobs = Job.objects.filter(followup=wanted.report.followup_id, kind=JobKind.COPY, digest=wanted.inputs)
    return jobs.first()


def stop_making(wanted: Copyable) -> bool:
    """Whether a copy of this report was under way: what is closed must not open when it is ready."""
    return call_off(wanted.report.followup, JobKind.COPY, CLOSED)


def copy_bytes(wanted: Copyable) -> bytes:
    """The copy as a file: the same report and photos give the same bytes."""
    document = released_document(wanted.document, wanted.shown)
    links = CopyLinks()
    photos = [figure.picture for figure in document.annex.figures if figure.picture.path]
    files = {links.photo(picture): picture.path for picture in photos}
    files |= {links.office_picture(name): path for name, path in office_pictures(document).items()}
    return pdf_of(print_html(document, links, mark=mark_of(wanted.report.version)), files)


def make_copy(lease: Lease) -> None:
    """Print the copy that a job is for and keep it. No transaction is open while it works."""
    job = Job.objects.select_related("created_by", "followup__survey__office").get(pk=lease.job_id)
    renew(lease, "Membaca laporan yang berlaku", 5)
    wanted = copyable(job.followup.survey)
    if wanted.inputs != job.digest:
        raise WorkRefused(CHANGED)
    renew(lease, "Menata halaman", 20)
    content = copy_bytes(wanted)
    renew(lease, "Memeriksa berkas terhadap PDF/A-3a dan PDF/UA-1", 80)
    if faults := faults_of(content):
        log.error("copy of report %s: %s", wanted.report.pk, "; ".join(faults))
        raise WorkRefused(UNSOUND)
    renew(lease, "Menyimpan berkas", 95)
    _keep(lease, wanted, content, job.created_by)


def _keep(lease: Lease, wanted: Copyable, content: bytes, actor: User | None) -> None:
    """File, row and event at once; whoever lost the lease leaves nothing behind."""
    stored = store(wanted.report, "salinan", content)
    survey = wanted.report.followup.survey
    with held_cycle(survey):
        done = conclude(lease, stored)
        if done:
            digest = digest_of_bytes(content)
            kept = {"file": stored, "sha256": digest, "is_public": True}
            ReleasedCopy.objects.update_or_create(report=wanted.report, inputs=wanted.inputs, defaults=kept)
            told = {"version": wanted.report.version, "sha256": digest, "size": len(content)}
            record(actor, "public.copy", wanted.report, survey.office, after=told | {"foto": len(wanted.shown)})
    if not done:
        discard(stored)

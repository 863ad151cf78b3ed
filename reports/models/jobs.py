"""The jobs that render a report, and who was there to do them; how they are held is in reports/work/."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from followups.models import FollowUp
from reports.models.versions import ReportKind


class JobKind(models.TextChoices):
    DRAFT_PDF = "draft_pdf", "PDF draf"
    MARGIN_PDF = "margin_pdf", "PDF draf bertepi lebar"
    DRAFT_WORD = "draft_word", "Konsep Word"
    PREPARE = "prepare", "Penyiapan laporan"
    SHEET = "sheet", "Lembar publikasi"
    COPY = "copy", "Salinan rilis"

    @property
    def ending(self) -> str:
        """How the name of its file ends, where nothing else is said."""
        return "docx" if self is JobKind.DRAFT_WORD else "pdf"


DRAFTS = (JobKind.DRAFT_PDF, JobKind.MARGIN_PDF, JobKind.DRAFT_WORD)
"""The reports of a cycle as it is now."""
PASSING = (*DRAFTS, JobKind.SHEET)
"""What is made of a cycle as it is now, and may be thrown away: whoever wants it asks again."""


class JobState(models.TextChoices):
    QUEUED = "queued", "Menunggu giliran"
    RUNNING = "running", "Sedang dikerjakan"
    DONE = "done", "Selesai"
    FAILED = "failed", "Gagal"


def job_path(job: "Job", filename: str) -> str:
    """Where a job's result is kept."""
    return f"jobs/{job.digest[:2]}/{job.digest}/{filename}"


class Job(models.Model):
    """A piece of work for the worker: the queued rows are the queue, since ``queued_at``.

    ``digest`` names what is made (the digest of the document's data), so that the same wish is one job;
    ``report_kind`` says of which of the cycle's reports it is; ``which`` what of several things of its kind.
    A worker holds a lease (``lease_token`` until ``lease_until``); an expired lease is taken over.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    kind = models.CharField("jenis", max_length=10, choices=JobKind)
    report_kind = models.CharField("jenis laporan", max_length=10, choices=ReportKind, default=ReportKind.FOLLOW_UP)
    which = models.CharField("bagian", max_length=80, blank=True)
    digest = models.CharField("sidik jari data", max_length=64)
    state = models.CharField("keadaan", max_length=8, choices=JobState, default=JobState.QUEUED)
    step = models.CharField("tahap", max_length=100, blank=True)
    percent = models.PositiveSmallIntegerField("kemajuan (%)", default=0)
    queued_at = models.DateTimeField("menunggu sejak", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("percobaan", default=0)
    lease_token = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    error = models.TextField("galat", blank=True)
    file = models.FileField("hasil", upload_to=job_path, max_length=250, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    finished_at = models.DateTimeField("selesai pada", null=True, blank=True)

    class Meta:
        verbose_name = "pekerjaan"
        verbose_name_plural = "pekerjaan"
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "lease_until"], name="job_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["followup", "kind", "digest"], name="job_once_per_document"),
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(condition=Q(report_kind__in=ReportKind.values), name="job_report_kind_known"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="job_percent_in_range"),
            models.CheckConstraint(
                condition=~Q(state=JobState.RUNNING) | (Q(lease_until__isnull=False) & ~Q(lease_token="")),
                name="job_running_has_lease",
            ),
            models.CheckConstraint(condition=~Q(state=JobState.DONE) | ~Q(file=""), name="job_done_has_file"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.digest[:8]}"


class WorkerBeat(models.Model):
    """When a worker was last there, by the name of its process."""

    name = models.CharField("pekerja latar", max_length=100, unique=True)
    seen_at = models.DateTimeField("terakhir terlihat")

    class Meta:
        verbose_name = "tanda pekerja latar"
        verbose_name_plural = "tanda pekerja latar"

    def __str__(self) -> str:
        return self.name

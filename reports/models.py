"""The Laporan Tindak Lanjut: an office's own texts, the versions of a report, the jobs that render it.

What a report says is in document.py and build.py; here is only what must be remembered.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from followups.models import FollowUp


class LegalBasis(models.Model):
    """One line of section 1.2. A regulation that was repealed keeps its row with ``valid_until``."""

    position = models.PositiveSmallIntegerField("urutan", unique=True)
    title = models.TextField("peraturan")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta:
        verbose_name = "dasar hukum"
        verbose_name_plural = "dasar hukum"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="legal_basis_not_reversed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Narrative(models.Model):
    """An office's own text of one section, in place of the standard text; keys are in sections.py."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    section = models.CharField("bagian", max_length=20)
    text = models.TextField("teks")

    class Meta:
        verbose_name = "teks laporan"
        verbose_name_plural = "teks laporan"
        ordering = ["followup", "section"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "section"], name="narrative_once_per_section"),
        ]

    def __str__(self) -> str:
        return self.section


class State(models.TextChoices):
    DRAFT = "draft", "Draf"
    PREPARING = "preparing", "Sedang disiapkan"
    PREPARED = "prepared", "Siap ditandatangani"
    SIGNED = "signed", "Ditandatangani"
    SUPERSEDED = "superseded", "Digantikan"
    WITHDRAWN = "withdrawn", "Ditarik"


class SigningWay(models.TextChoices):
    HERE = "here", "Ditandatangani di portal ini"
    ELSEWHERE = "elsewhere", "Ditandatangani dengan layanan lain"
    BY_HAND = "by_hand", "Ditandatangani dengan tangan"


OPEN = (State.DRAFT, State.PREPARING, State.PREPARED)
FROZEN = (State.PREPARED, State.SIGNED, State.SUPERSEDED, State.WITHDRAWN)
FINAL = (State.SIGNED, State.SUPERSEDED, State.WITHDRAWN)


def report_path(report: "Report", filename: str) -> str:
    """Where a version's file is kept; the file name carries the digest of its bytes."""
    survey = report.followup.survey
    return f"reports/{survey.office.code}/{survey.period}/v{report.version}/{filename}"


class Report(models.Model):
    """One version of a cycle's report. Once prepared, ``document`` (frozen data) and the files never change.

    ``reason`` says why a version replaced the one before it; ``findings`` is what the rules said when it was
    prepared, with the answers given; ``scan`` a version signed by hand, which no key protects.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField("versi")
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.DRAFT)
    reason = models.TextField("alasan perubahan", blank=True)
    code = models.CharField("kode verifikasi", max_length=32, unique=True, null=True, blank=True)
    number = models.CharField("nomor dokumen", max_length=100, blank=True)
    place = models.CharField("tempat", max_length=100, blank=True)
    dated = models.DateField("tanggal", null=True, blank=True)
    way = models.CharField("cara penandatanganan", max_length=10, choices=SigningWay, blank=True)
    document: Any = models.JSONField("dokumen", null=True, blank=True)
    prepared_file = models.FileField("berkas siap tanda tangan", upload_to=report_path, blank=True)
    prepared_sha256 = models.CharField("sidik jari berkas siap", max_length=64, blank=True)
    prepared_at = models.DateTimeField("disiapkan pada", null=True, blank=True)
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    signed_file = models.FileField("berkas bertanda tangan", upload_to=report_path, blank=True)
    signed_sha256 = models.CharField("sidik jari berkas", max_length=64, blank=True)
    signed_at = models.DateTimeField("ditandatangani pada", null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    signer: Any = models.JSONField("keterangan penanda tangan", null=True, blank=True)
    scan = models.FileField("pindaian", upload_to=report_path, blank=True)
    scan_sha256 = models.CharField("sidik jari pindaian", max_length=64, blank=True)
    findings: Any = models.JSONField("catatan pemeriksaan", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)
    withdrawn_reason = models.TextField("alasan penarikan", blank=True)

    class Meta:
        verbose_name = "laporan"
        verbose_name_plural = "laporan"
        ordering = ["followup", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "version"], name="report_version_once"),
            models.UniqueConstraint(
                fields=["followup"],
                condition=Q(state__in=OPEN),
                name="report_one_open_version",
            ),
            models.UniqueConstraint(
                fields=["followup"], condition=Q(state=State.SIGNED), name="report_one_signed_version"
            ),
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="report_number_unique"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="report_state_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="report_version_from_one"),
            models.CheckConstraint(
                condition=~Q(state__in=FROZEN)
                | (
                    Q(document__isnull=False, code__isnull=False, prepared_at__isnull=False)
                    & Q(dated__isnull=False, prepared_by__isnull=False)
                    & ~Q(way="")
                    & ~Q(prepared_sha256="")
                ),
                name="report_prepared_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=FINAL)
                | (
                    Q(signed_at__isnull=False, signed_by__isnull=False)
                    & (
                        (Q(way=SigningWay.BY_HAND) & ~Q(scan_sha256="") & Q(signed_sha256=""))
                        | (~Q(way=SigningWay.BY_HAND) & ~Q(signed_sha256=""))
                    )
                ),
                name="report_signed_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN) | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="report_withdrawn_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PREPARING) | (Q(document__isnull=False, code__isnull=False) & ~Q(way="")),
                name="report_preparing_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.followup} v{self.version}"


class RetiredCode(models.Model):
    """The verification code of a file that was prepared and went back to draft: printed somewhere, never valid."""

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    code = models.CharField("kode verifikasi", max_length=32, unique=True)
    retired_at = models.DateTimeField("berakhir pada", auto_now_add=True)

    class Meta:
        verbose_name = "kode yang tidak berlaku"
        verbose_name_plural = "kode yang tidak berlaku"

    def __str__(self) -> str:
        return self.code


class Part(models.TextChoices):
    """The parts of a report that a reader may remark on."""

    COVER = "sampul", "Sampul"
    PREFACE = "kata_pengantar", "Kata Pengantar"
    CHAPTER_1 = "bab-1", "Bab I Pendahuluan"
    CHAPTER_2 = "bab-2", "Bab II Deskripsi Rencana Tindak Lanjut"
    CHAPTER_3 = "bab-3", "Bab III Realisasi Rencana Tindak Lanjut"
    CHAPTER_4 = "bab-4", "Bab IV Kesimpulan"
    ANNEX = "lampiran", "Lampiran"


class ReaderNote(models.Model):
    """What the one who signs wants mended, on a part of the report; open until somebody says it is done."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    part = models.CharField("bagian", max_length=20, choices=Part)
    text = models.TextField("catatan")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField("ditulis pada", auto_now_add=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField("diselesaikan pada", null=True, blank=True)

    class Meta:
        verbose_name = "catatan pembaca"
        verbose_name_plural = "catatan pembaca"
        ordering = ["followup", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values) & ~Q(text=""), name="reader_note_is_whole"),
            models.CheckConstraint(
                condition=Q(done_by=None, done_at=None) | Q(done_by__isnull=False, done_at__isnull=False),
                name="reader_note_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.text[:60]}"


class HandoverKind(models.TextChoices):
    SENT = "sent", "Dikirim"
    RETURNED = "returned", "Dikembalikan"
    PUBLISHED = "published", "Dipublikasikan"


class Handover(models.Model):
    """Where a signed version went: sent to whom, returned by whom, published where."""

    OFFICE_PATH: ClassVar[str] = "report__followup__survey__office"

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    kind = models.CharField("kejadian", max_length=10, choices=HandoverKind)
    party = models.CharField("pihak atau media", max_length=200)
    happened_on = models.DateField("tanggal")
    note = models.TextField("catatan", blank=True)
    link = models.URLField("tautan", max_length=500, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("dicatat pada", auto_now_add=True)

    class Meta:
        verbose_name = "penyampaian laporan"
        verbose_name_plural = "penyampaian laporan"
        ordering = ["report", "happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=HandoverKind.values) & ~Q(party=""), name="handover_kind_and_party"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.party}"


class SigningKey(models.Model):
    """A signatory's PKCS#12 container as it came, locked by its own passphrase, which is kept nowhere.

    ``certificate``: holder, issuer, serial number, validity, as read when it was uploaded.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    container = models.BinaryField("kunci")
    sha256 = models.CharField("sidik jari", max_length=64)
    certificate: Any = models.JSONField("sertifikat")
    is_demo = models.BooleanField("kunci contoh", default=False)
    uploaded_at = models.DateTimeField("diunggah pada", auto_now=True)

    class Meta:
        verbose_name = "kunci tanda tangan"
        verbose_name_plural = "kunci tanda tangan"
        constraints = [
            models.CheckConstraint(condition=~Q(sha256=""), name="signing_key_has_digest"),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Answer(models.Model):
    """Why a finding may stand: a reason for one *warn*, as long as what it was about (``subject``) is unchanged."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    rule = models.CharField("kaidah", max_length=10)
    subject = models.CharField("sidik jari pokok", max_length=64)
    place = models.CharField("tempat", max_length=300)
    reason = models.TextField("alasan")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField("diberikan pada", auto_now=True)

    class Meta:
        verbose_name = "penjelasan catatan"
        verbose_name_plural = "penjelasan catatan"
        ordering = ["followup", "rule", "id"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "rule", "subject"], name="answer_once_per_subject"),
            models.CheckConstraint(condition=~Q(reason=""), name="answer_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason[:60]}"


class JobKind(models.TextChoices):
    DRAFT_PDF = "draft_pdf", "PDF draf"
    PREPARE = "prepare", "Penyiapan laporan"


class JobState(models.TextChoices):
    QUEUED = "queued", "Menunggu giliran"
    RUNNING = "running", "Sedang dikerjakan"
    DONE = "done", "Selesai"
    FAILED = "failed", "Gagal"


def job_path(job: "Job", filename: str) -> str:
    """Where a job's result is kept."""
    return f"jobs/{job.digest[:2]}/{job.digest}/{filename}"


class Job(models.Model):
    """A piece of work for the worker, and the truth about it: the queue may lose a task, this row may not.

    ``digest`` names what is made (the digest of the document's data), so that the same wish is one job.
    A worker holds a lease (``lease_token`` until ``lease_until``); an expired lease is taken over.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="+")
    kind = models.CharField("jenis", max_length=10, choices=JobKind)
    digest = models.CharField("sidik jari data", max_length=64)
    state = models.CharField("keadaan", max_length=8, choices=JobState, default=JobState.QUEUED)
    step = models.CharField("tahap", max_length=100, blank=True)
    percent = models.PositiveSmallIntegerField("kemajuan (%)", default=0)
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
        constraints = [
            models.UniqueConstraint(fields=["followup", "kind", "digest"], name="job_once_per_document"),
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="job_percent_in_range"),
            models.CheckConstraint(
                condition=~Q(state=JobState.RUNNING) | (Q(lease_until__isnull=False) & ~Q(lease_token="")),
                name="job_running_has_lease",
            ),
            models.CheckConstraint(condition=~Q(state=JobState.DONE) | ~Q(file=""), name="job_done_has_file"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.digest[:8]}"

"""The versions of a cycle's report, from draft to superseded. What one says is in document/model.py."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from followups.models import FollowUp


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


class ReportKind(models.TextChoices):
    """Which document a version is of. A cycle has versions of each kind, numbered and replaced by themselves."""

    FOLLOW_UP = "follow_up", "Laporan Tindak Lanjut SKM"
    SURVEY = "survey", "Laporan Survei Kepuasan Masyarakat"
    ADDENDUM = "addendum", "Laporan Penyelesaian RTL"

    @property
    def locks_cycle(self) -> bool:
        """Whether the cycle's data stay as they are while a version of this kind is prepared or in force."""
        return self is ReportKind.FOLLOW_UP

    @property
    def has_letters(self) -> bool:
        """Whether papers that go with a report are made for it; what completes a report goes with it."""
        return self is not ReportKind.ADDENDUM

    @property
    def holds(self) -> str:
        """The column of the survey that keeps what this kind freezes as it is; empty where it freezes nothing."""
        return {ReportKind.FOLLOW_UP: "lock", ReportKind.SURVEY: "results_lock"}.get(self, "")


OPEN = (State.DRAFT, State.PREPARING, State.PREPARED)
FROZEN = (State.PREPARED, State.SIGNED, State.SUPERSEDED, State.WITHDRAWN)
FINAL = (State.SIGNED, State.SUPERSEDED, State.WITHDRAWN)


def report_path(report: "Report", filename: str) -> str:
    """Where a version's file is kept; the file name carries the digest of its bytes."""
    survey = report.followup.survey
    folder = f"v{report.version}" if report.kind == ReportKind.FOLLOW_UP else f"{report.kind}-v{report.version}"
    return f"reports/{survey.office.code}/{survey.period}/{folder}/{filename}"


class Report(models.Model):
    """One version of a report of a cycle. Once prepared, ``document`` (frozen data) and the files never change.

    ``reason`` says why a version replaced the one before it; ``findings`` is what the rules said when it was
    prepared, with the answers given; ``scan`` a version signed by hand, which no key protects. ``draft_digest``: of
    the draft that it was frozen from, to which parafs were given. ``dated`` and ``number`` are what the pen wrote,
    where it did; ``limit_mb`` (10⁶ bytes): what is accepted where the file is sent to.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.PROTECT, related_name="+")
    kind = models.CharField("jenis laporan", max_length=10, choices=ReportKind, default=ReportKind.FOLLOW_UP)
    version = models.PositiveSmallIntegerField("versi")
    state = models.CharField("keadaan", max_length=10, choices=State, default=State.DRAFT)
    reason = models.TextField("alasan perubahan", blank=True)
    code = models.CharField("kode verifikasi", max_length=32, unique=True, null=True, blank=True)
    number = models.CharField("nomor dokumen", max_length=100, blank=True)
    place = models.CharField("tempat", max_length=100, blank=True)
    dated = models.DateField("tanggal", null=True, blank=True)
    way = models.CharField("cara penandatanganan", max_length=10, choices=SigningWay, blank=True)
    document: Any = models.JSONField("dokumen", null=True, blank=True)
    draft_digest = models.CharField("sidik jari draf", max_length=64, blank=True)
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
    limit_mb = models.PositiveSmallIntegerField("batas unggah tujuan (MB)", null=True, blank=True)
    findings: Any = models.JSONField("catatan pemeriksaan", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)
    withdrawn_reason = models.TextField("alasan penarikan", blank=True)

    class Meta:
        verbose_name = "laporan"
        verbose_name_plural = "laporan"
        ordering = ["followup", "kind", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "kind", "version"], name="report_version_once_of_a_kind"),
            models.UniqueConstraint(
                fields=["followup", "kind"],
                condition=Q(state__in=OPEN),
                name="report_one_open_version_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["followup", "kind"], condition=Q(state=State.SIGNED), name="report_one_signed_version_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(kind__in=ReportKind.values), name="report_kind_known"),
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="report_number_unique"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="report_state_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="report_version_from_one"),
            models.CheckConstraint(
                condition=~Q(state__in=FROZEN)
                | (
                    Q(document__isnull=False, code__isnull=False, prepared_at__isnull=False)
                    & Q(prepared_by__isnull=False)
                    & (Q(dated__isnull=False) | Q(way=SigningWay.BY_HAND))
                    & ~Q(way="")
                    & ~Q(prepared_sha256="")
                ),
                name="report_prepared_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=FINAL)
                | (
                    Q(signed_at__isnull=False, signed_by__isnull=False, dated__isnull=False)
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
            models.CheckConstraint(
                condition=Q(limit_mb__isnull=True) | Q(limit_mb__gte=1), name="report_limit_from_one_mb"
            ),
        ]

    def __str__(self) -> str:
        kind = "" if self.kind == ReportKind.FOLLOW_UP else f" ({self.get_kind_display()})"
        return f"{self.followup}{kind} v{self.version}"

    @property
    def issued(self) -> tuple[str, str]:
        """Where the file of a signed version lies, and its digest; of one signed by hand the scan."""
        if self.way == SigningWay.BY_HAND:
            return self.scan.name or "", self.scan_sha256
        return self.signed_file.name or "", self.signed_sha256


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

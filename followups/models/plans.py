"""What was promised and done after a survey: priorities, plans and upkeep.

Numbers, percentages and lists of done and open plans are computed in progress.py, never stored.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from offices.models import Unit
from surveys.models import Element, Service, Survey


class FollowUp(models.Model):
    """The cycle after one survey. Months are stored as the first day of the month."""

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.OneToOneField(Survey, models.CASCADE, related_name="+")
    start = models.DateField("bulan pertama")
    end = models.DateField("bulan terakhir")
    report_month = models.DateField("bulan laporan", null=True, blank=True)

    class Meta:
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        constraints = [
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="followup_window_not_reversed"),
            models.CheckConstraint(
                condition=Q(start__day=1) & Q(end__day=1) & (Q(report_month=None) | Q(report_month__day=1)),
                name="followup_months_are_first_days",
            ),
        ]

    def __str__(self) -> str:
        return f"Tindak lanjut {self.survey}"


class Priority(models.Model):
    """An element chosen for action. ``rationale`` empty: the report prints its standard text."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="priorities")
    element = models.ForeignKey(Element, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField("urutan")
    rationale = models.TextField("alasan dipilih", blank=True)

    class Meta:
        verbose_name = "unsur prioritas"
        verbose_name_plural = "unsur prioritas"
        ordering = ["followup", "position"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "element"], name="priority_once_per_element"),
            models.UniqueConstraint(fields=["followup", "position"], name="priority_position_unique"),
        ]

    def __str__(self) -> str:
        return str(self.element)


class Status(models.TextChoices):
    NOT_STARTED = "not_started", "Belum dimulai"
    IN_PROGRESS = "in_progress", "Dalam proses"
    DONE = "done", "Sudah"
    IMPOSSIBLE = "impossible", "Tidak dapat dilaksanakan"


class Review(models.TextChoices):
    NONE = "none", "–"
    PENDING = "pending", "Belum disetujui"
    APPROVED = "approved", "Disetujui"
    RETURNED = "returned", "Dikembalikan"


class ActionPlan(models.Model):
    """A promised action (RTL) with its realisation and what a second person said of it.

    ``all_units`` stands for every unit of the office and excludes ``units``; ``others``: posts and persons that answer
    beside units or instead of them, one a line, here and in the rows below. ``revision`` grows with each
    change, so that the second of two writers is told. ``continues``: the open plan of an earlier cycle of this office.
    """

    OFFICE_PATH: ClassVar[str] = "priority__followup__survey__office"
    UNIT_PATH: ClassVar[str] = ""

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="plans")
    position = models.PositiveSmallIntegerField("urutan")
    programme = models.TextField("program/kegiatan")
    indicator = models.TextField("indikator", blank=True)
    target = models.TextField("target", blank=True)
    all_units = models.BooleanField("seluruh unit", default=False)
    units = models.ManyToManyField(Unit, verbose_name="penanggung jawab", related_name="+", blank=True)
    others = models.TextField("penanggung jawab lain", blank=True)
    lead = models.ForeignKey(Unit, models.PROTECT, verbose_name="koordinator", null=True, blank=True, related_name="+")
    services = models.ManyToManyField(Service, verbose_name="layanan yang dilayani", related_name="+", blank=True)
    continues = models.OneToOneField(
        "self", models.PROTECT, verbose_name="meneruskan", null=True, blank=True, related_name="continued_by"
    )
    status = models.CharField("status", max_length=12, choices=Status, default=Status.NOT_STARTED)
    description = models.TextField("deskripsi realisasi", blank=True)
    obstacle = models.TextField("tantangan/hambatan", blank=True)
    completed_on = models.DateField("tanggal selesai", null=True, blank=True)
    review = models.CharField("persetujuan", max_length=10, choices=Review, default=Review.NONE)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField("diperiksa pada", null=True, blank=True)
    review_note = models.TextField("catatan pengembalian", blank=True)
    revision = models.PositiveIntegerField("revisi", default=1)

    class Meta:
        verbose_name = "rencana tindak lanjut"
        verbose_name_plural = "rencana tindak lanjut"
        ordering = ["priority__followup", "priority__position", "position"]
        constraints = [
            models.UniqueConstraint(fields=["priority", "position"], name="plan_position_unique"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="plan_status_known"),
            models.CheckConstraint(condition=Q(review__in=Review.values), name="plan_review_known"),
            models.CheckConstraint(condition=~Q(programme=""), name="plan_is_named"),
            models.CheckConstraint(condition=~Q(continues=F("pk")), name="plan_continues_another"),
            models.CheckConstraint(
                condition=Q(review__in=[Review.NONE, Review.RETURNED]) | Q(status=Status.DONE),
                name="plan_review_only_when_done",
            ),
            models.CheckConstraint(
                condition=~Q(review=Review.RETURNED) | ~Q(review_note=""), name="plan_return_has_note"
            ),
            models.CheckConstraint(
                condition=~Q(review=Review.APPROVED)
                | Q(submitted_by=None)
                | Q(reviewed_by=None)
                | ~Q(submitted_by=F("reviewed_by")),
                name="plan_approved_by_second_person",
            ),
        ]

    def __str__(self) -> str:
        return self.programme


class MonthKind(models.TextChoices):
    PLANNED = "planned", "Direncanakan"
    REALISED = "realised", "Dilaksanakan"


class PlanMonth(models.Model):
    """A month in which a plan is promised (within the window) or was really done (any month)."""

    OFFICE_PATH: ClassVar[str] = "plan__priority__followup__survey__office"

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="months")
    kind = models.CharField("jenis", max_length=8, choices=MonthKind)
    month = models.DateField("bulan")

    class Meta:
        verbose_name = "bulan pelaksanaan"
        verbose_name_plural = "bulan pelaksanaan"
        ordering = ["plan", "kind", "month"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind", "month"], name="plan_month_once"),
            models.CheckConstraint(condition=Q(kind__in=MonthKind.values), name="plan_month_kind_known"),
            models.CheckConstraint(condition=Q(month__day=1), name="plan_month_is_first_day"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Completion(models.Model):
    """Why a plan is open, how and by when it will be done; months are stored as their first day."""

    OFFICE_PATH: ClassVar[str] = "plan__priority__followup__survey__office"
    UNIT_PATH: ClassVar[str] = ""
    HAS_LEAD: ClassVar[bool] = False

    plan = models.OneToOneField(ActionPlan, models.CASCADE, related_name="completion")
    reason = models.TextField("alasan", blank=True)
    strategy = models.TextField("strategi penyelesaian", blank=True)
    earliest = models.DateField("paling cepat", null=True, blank=True)
    latest = models.DateField("paling lambat", null=True, blank=True)
    all_units = models.BooleanField("seluruh unit", default=False)
    units = models.ManyToManyField(Unit, verbose_name="penanggung jawab", related_name="+", blank=True)
    others = models.TextField("penanggung jawab lain", blank=True)

    class Meta:
        verbose_name = "strategi penyelesaian"
        verbose_name_plural = "strategi penyelesaian"
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest=None) | Q(latest=None) | Q(earliest__lte=F("latest")),
                name="completion_months_not_reversed",
            ),
            models.CheckConstraint(
                condition=(Q(earliest=None) | Q(earliest__day=1)) & (Q(latest=None) | Q(latest__day=1)),
                name="completion_months_are_first_days",
            ),
        ]

    def __str__(self) -> str:
        return f"Penyelesaian {self.plan}"


class Upkeep(models.Model):
    """What keeps a high element high: ``plan`` prints in section 2.4, ``activity`` in Tabel 3.2."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="upkeep")
    element = models.ForeignKey(Element, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField("urutan")
    plan = models.TextField("rencana pemeliharaan", blank=True)
    activity = models.TextField("bentuk realisasi", blank=True)
    all_units = models.BooleanField("seluruh unit", default=False)
    units = models.ManyToManyField(Unit, verbose_name="penanggung jawab", related_name="+", blank=True)
    others = models.TextField("penanggung jawab lain", blank=True)
    revision = models.PositiveIntegerField("revisi", default=1)

    class Meta:
        verbose_name = "pemeliharaan unsur"
        verbose_name_plural = "pemeliharaan unsur"
        ordering = ["followup", "position"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "position"], name="upkeep_position_unique"),
        ]

    def __str__(self) -> str:
        return f"Pemeliharaan {self.element}"

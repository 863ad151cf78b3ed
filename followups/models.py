"""What was promised and done after a survey: priorities, plans, upkeep and the proof of them.

Numbers, percentages and lists of done and open plans are computed in progress.py, never stored.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from offices.models import Office, Unit
from surveys.models import A_PERIOD, LATEST_FIRST, Element, Instrument, Service, Survey
from surveys.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodKind


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

    ``all_units`` stands for every unit of the office and excludes ``units``. ``revision`` grows with each
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


class EvidenceGroup(models.Model):
    """The proof of one plan or of one upkeep: a note that explains it, and photos in order."""

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"
    UNIT_PATH: ClassVar[str] = "plan"

    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="groups")
    plan = models.OneToOneField(ActionPlan, models.PROTECT, null=True, blank=True, related_name="evidence")
    upkeep = models.OneToOneField(Upkeep, models.PROTECT, null=True, blank=True, related_name="evidence")
    note = models.TextField("keterangan", blank=True)

    class Meta:
        verbose_name = "kelompok bukti dukung"
        verbose_name_plural = "kelompok bukti dukung"
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=False, upkeep__isnull=True) | Q(plan__isnull=True, upkeep__isnull=False),
                name="evidence_of_plan_or_upkeep",
            ),
        ]

    def __str__(self) -> str:
        return f"Bukti dukung {self.plan or self.upkeep}"


class EvidencePhoto(models.Model):
    """One figure of a cycle. Its files are content-addressed and immutable. Without use it is in the tray.

    ``name`` is its path in a cycle file; ``is_placeholder`` marks a drawn stand-in (CONTOH). ``batch`` is a page on
    which photos were chosen, ``chosen`` the how-manieth of them this one was.
    """

    OFFICE_PATH: ClassVar[str] = "followup__survey__office"

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    followup = models.ForeignKey(FollowUp, models.CASCADE, related_name="photos")
    name = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField("sidik jari", max_length=64)
    width = models.PositiveIntegerField("lebar")
    height = models.PositiveIntegerField("tinggi")
    size = models.PositiveIntegerField("ukuran (byte)")
    file = models.FileField("berkas", max_length=200)
    thumbnail = models.FileField("gambar kecil", max_length=200)
    caption = models.TextField("keterangan gambar", blank=True)
    taken_on = models.DateField("tanggal pengambilan", null=True, blank=True)
    is_placeholder = models.BooleanField("gambar contoh", default=False)
    batch = models.CharField("rombongan unggahan", max_length=40, blank=True)
    chosen = models.PositiveIntegerField("urutan dipilih", default=0)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField("diunggah pada", auto_now_add=True)

    class Meta:
        verbose_name = "foto bukti dukung"
        verbose_name_plural = "foto bukti dukung"
        ordering = ["followup", "id"]
        constraints = [
            models.UniqueConstraint(fields=["followup", "name"], name="photo_name_unique_in_cycle"),
            models.CheckConstraint(
                condition=Q(width__gt=0) & Q(width__lte=1600) & Q(height__gt=0) & Q(height__lte=2400),
                name="photo_normalised",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.name


class EvidenceUse(models.Model):
    """A photo as the n-th proof of a group; the same photo may prove several groups and stays one figure."""

    OFFICE_PATH: ClassVar[str] = "group__followup__survey__office"
    UNIT_PATH: ClassVar[str] = "group__plan"

    group = models.ForeignKey(EvidenceGroup, models.CASCADE, related_name="uses")
    photo = models.ForeignKey(EvidencePhoto, models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "pemakaian foto"
        verbose_name_plural = "pemakaian foto"
        ordering = ["group", "position"]
        constraints = [
            models.UniqueConstraint(fields=["group", "photo"], name="evidence_photo_once_per_group"),
            models.UniqueConstraint(fields=["group", "position"], name="evidence_position_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.photo} ({self.position})"


class RecordedPeriod(models.Model):
    """An earlier period that the portal did not compose: recorded by hand, with its signed report as a file.

    ``kind`` and ``number`` are those of ``Period``; ``index`` 25.00–100.00. ``is_public``: anybody may open the report.
    """

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("tahun")
    kind = models.PositiveSmallIntegerField("jenis periode", choices=[(int(kind), kind.word) for kind in PeriodKind])
    number = models.PositiveSmallIntegerField("urutan periode dalam setahun")
    index = models.DecimalField("IKM", max_digits=9, decimal_places=6, null=True, blank=True)
    plans_done = models.PositiveIntegerField("RTL yang selesai", null=True, blank=True)
    plans_total = models.PositiveIntegerField("RTL yang direncanakan", null=True, blank=True)
    start = models.DateField("mulai survei", null=True, blank=True)
    end = models.DateField("selesai survei", null=True, blank=True)
    report_date = models.DateField("tanggal laporan SKM", null=True, blank=True)
    report = models.FileField("laporan bertanda tangan", max_length=200, blank=True)
    sha256 = models.CharField("sidik jari", max_length=64, blank=True)
    size = models.PositiveIntegerField("ukuran (byte)", default=0)
    is_public = models.BooleanField("terbuka untuk umum", default=False)

    class Meta:
        verbose_name = "periode sebelumnya"
        verbose_name_plural = "periode sebelumnya"
        ordering = ["office", *LATEST_FIRST]
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "kind", "number"], name="recorded_once_per_period"),
            models.CheckConstraint(condition=A_PERIOD, name="recorded_period_exists"),
            models.CheckConstraint(condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)), name="recorded_year_sane"),
            models.CheckConstraint(
                condition=Q(index=None) | (Q(index__gte=25) & Q(index__lte=100)), name="recorded_index_in_scale"
            ),
            models.CheckConstraint(
                condition=Q(plans_done=None, plans_total=None)
                | Q(plans_total__isnull=False, plans_done__lte=F("plans_total")),
                name="recorded_plans_together",
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(start__lte=F("end")), name="recorded_starts_before_end"
            ),
            models.CheckConstraint(
                condition=Q(report="", sha256="", size=0) | (~Q(report="") & ~Q(sha256="") & Q(size__gt=0)),
                name="recorded_report_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.period}"

    @property
    def span(self) -> Period:
        return Period(self.year, PeriodKind(self.kind), self.number)

    @property
    def period(self) -> str:
        return self.span.code


class RecordedScore(models.Model):
    """The mean answer (1–4) that one element received in a period that was recorded by hand."""

    OFFICE_PATH: ClassVar[str] = "recorded__office"

    recorded = models.ForeignKey(RecordedPeriod, models.CASCADE, related_name="scores")
    element = models.ForeignKey(Element, models.PROTECT, related_name="+")
    score = models.DecimalField("nilai rata-rata", max_digits=7, decimal_places=6)

    class Meta:
        verbose_name = "nilai unsur periode sebelumnya"
        verbose_name_plural = "nilai unsur periode sebelumnya"
        ordering = ["recorded", "element__position"]
        constraints = [
            models.UniqueConstraint(fields=["recorded", "element"], name="recorded_score_once_per_element"),
            models.CheckConstraint(condition=Q(score__gte=1) & Q(score__lte=4), name="recorded_score_in_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.score}"

"""Earlier periods that an office records by hand, with the scores of their elements."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from offices.models import Office
from surveys.models import A_PERIOD, LATEST_FIRST, Element, Instrument
from surveys.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodKind


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

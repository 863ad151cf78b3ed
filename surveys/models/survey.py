"""One survey of an office and its scores. The calculation is in ikm.py; nothing here computes."""

from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from offices.models import Office
from surveys.models.instrument import Element, Instrument
from surveys.models.means import mean_column
from surveys.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodKind

LAST_MONTH = F("kind") * F("number")
"""The month of the year with which a period ends."""
LATEST_FIRST = ("-year", LAST_MONTH.desc(), "-kind")
A_PERIOD = reduce(or_, (Q(kind=int(kind), number__range=(1, kind.in_a_year)) for kind in PeriodKind))
"""What holds of the columns of a period, whatever its year."""


class Lock(models.TextChoices):
    OPEN = "open", "Draf"
    PREPARED = "prepared", "Siap ditandatangani"
    SIGNED = "signed", "Ditandatangani"


class Survey(models.Model):
    """One survey of one office in one period, and the lowest row of its cycle.

    ``kind`` and ``number`` are those of ``Period``. ``lock`` and ``results_lock`` are set downward by reports; each
    verb that writes to the cycle, or to its results, checks them under this row's lock. ``declared_index`` and
    ``declared_grades`` (``{element key: letter}``) are what the office published. ``covered`` and ``forums``: a
    service, a discussion of the results, on each line. The ``signatory_*`` fields sign this cycle's report.
    """

    OFFICE_PATH: ClassVar[str] = "office"

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("tahun")
    kind = models.PositiveSmallIntegerField("jenis periode", choices=[(int(kind), kind.word) for kind in PeriodKind])
    number = models.PositiveSmallIntegerField("urutan periode dalam setahun")
    start = models.DateField("mulai survei", null=True, blank=True)
    end = models.DateField("selesai survei", null=True, blank=True)
    report_date = models.DateField("tanggal laporan SKM", null=True, blank=True)
    respondents = models.PositiveIntegerField("jumlah responden", null=True, blank=True)
    population = models.PositiveIntegerField("populasi", null=True, blank=True)
    declared_index = models.DecimalField(
        "IKM yang dipublikasikan", max_digits=9, decimal_places=6, null=True, blank=True
    )
    report_number = models.CharField("nomor laporan SKM", max_length=100, blank=True)
    report_url = models.CharField("alamat laporan SKM", max_length=400, blank=True)
    covered = models.TextField("layanan yang disurvei", blank=True)
    forums = models.TextField("forum pembahasan hasil SKM", blank=True)
    exceeds_population = models.BooleanField("responden melebihi populasi menurut laporan SKM", default=False)
    method_unknown = models.BooleanField("cara hitung IKM tidak diketahui", default=False)
    declared_grades: Any = models.JSONField("mutu yang dipublikasikan", null=True, blank=True)
    signatory_name = models.CharField("nama penanda tangan", max_length=200)
    signatory_title = models.CharField("jabatan penanda tangan", max_length=300)
    signatory_nip = models.CharField("NIP penanda tangan", max_length=18, blank=True)
    lock = models.CharField("keadaan", max_length=10, choices=Lock, default=Lock.OPEN)
    results_lock = models.CharField("keadaan hasil survei", max_length=10, choices=Lock, default=Lock.OPEN)

    class Meta:
        verbose_name = "survei"
        verbose_name_plural = "survei"
        ordering = ["office", *LATEST_FIRST]
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "kind", "number"], name="survey_once_per_period"),
            models.CheckConstraint(condition=A_PERIOD, name="survey_period_exists"),
            models.CheckConstraint(condition=Q(year__gte=FIRST_YEAR) & Q(year__lte=LAST_YEAR), name="survey_year_sane"),
            models.CheckConstraint(condition=Q(lock__in=Lock.values), name="survey_lock_known"),
            models.CheckConstraint(condition=Q(results_lock__in=Lock.values), name="survey_results_lock_known"),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(start__lte=F("end")),
                name="survey_starts_before_end",
            ),
            models.CheckConstraint(
                condition=Q(declared_index=None) | (Q(declared_index__gte=25) & Q(declared_index__lte=100)),
                name="survey_declared_index_in_scale",
            ),
            models.CheckConstraint(
                condition=Q(report_url="") | Q(report_url__startswith="https://") | Q(report_url__startswith="http://"),
                name="survey_report_on_the_web",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.period}"

    @property
    def period(self) -> str:
        """The period as URLs and commands name it: ``2025-S1``."""
        return self.span.code

    @property
    def period_label(self) -> str:
        """The period as pages and the report name it: ``Semester I Tahun 2025``."""
        return self.span.label

    @property
    def span(self) -> Period:
        return Period(self.year, PeriodKind(self.kind), self.number)


class ElementScore(models.Model):
    """The mean answer (NRR, 1–4) that one element received in one survey.

    ``answers`` and ``error``: how many it is the mean of, and its standard error, where a file told them.
    """

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="scores")
    element = models.ForeignKey(Element, models.PROTECT, related_name="+")
    score = mean_column()
    answers = models.PositiveIntegerField("banyaknya jawaban", null=True, blank=True)
    error = models.DecimalField("galat baku", max_digits=7, decimal_places=6, null=True, blank=True)

    class Meta:
        verbose_name = "nilai unsur"
        verbose_name_plural = "nilai unsur"
        ordering = ["survey", "element__position"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "element"], name="score_once_per_element"),
            models.CheckConstraint(condition=Q(score__gte=1) & Q(score__lte=4), name="score_in_scale"),
            models.CheckConstraint(condition=Q(error=None) | Q(error__gte=0), name="score_error_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.element} {self.score}"

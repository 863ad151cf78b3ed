"""How a survey was carried out: by whom, how, where, and on which days."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from surveys.fields import ACTIVITIES
from surveys.models.survey import Survey


def _day(label: str) -> "models.DateField[date | None, date | None]":
    return models.DateField(label, null=True, blank=True)


def _days(label: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class Fieldwork(models.Model):
    """What the survey report tells of the work on a survey; a survey without this row tells nothing of it yet.

    ``team``, ``places``: a person, a place on each line. ``background`` to ``conclusion``: the office's own
    words in sections of the report, see ``OWN_SECTIONS``. ``*_days``: working days as an office counts them; None where
    the calendar of ``workdays.py`` counts them.
    """

    OFFICE_PATH: ClassVar[str] = "survey__office"

    survey = models.OneToOneField(Survey, models.CASCADE, related_name="fieldwork")
    team = models.TextField("pelaksana survei", blank=True)
    manner = models.TextField("cara pengumpulan data", blank=True)
    places = models.TextField("lokasi pengumpulan data", blank=True)
    background = models.TextField("latar belakang laporan SKM", blank=True)
    legal = models.TextField("dasar pelaksanaan laporan SKM", blank=True)
    purpose = models.TextField("maksud dan tujuan laporan SKM", blank=True)
    method = models.TextField("metode laporan SKM", blank=True)
    sample = models.TextField("penjelasan jumlah responden laporan SKM", blank=True)
    analysis = models.TextField("analisis laporan SKM", blank=True)
    recommendation = models.TextField("rekomendasi laporan SKM", blank=True)
    trend = models.TextField("penjelasan tren laporan SKM", blank=True)
    conclusion = models.TextField("kesimpulan laporan SKM", blank=True)
    preparation_start = _day("mulai persiapan")
    preparation_end = _day("selesai persiapan")
    preparation_days = _days("hari kerja persiapan")
    collection_start = _day("mulai pengumpulan data")
    collection_end = _day("selesai pengumpulan data")
    collection_days = _days("hari kerja pengumpulan data")
    processing_start = _day("mulai pengolahan data")
    processing_end = _day("selesai pengolahan data")
    processing_days = _days("hari kerja pengolahan data")
    reporting_start = _day("mulai pelaporan")
    reporting_end = _day("selesai pelaporan")
    reporting_days = _days("hari kerja pelaporan")

    class Meta:
        verbose_name = "pelaksanaan survei"
        verbose_name_plural = "pelaksanaan survei"
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{key}_start": None})
                | Q(**{f"{key}_end": None})
                | Q(**{f"{key}_start__lte": F(f"{key}_end")}),
                name=f"fieldwork_{key}_in_order",
            )
            for key in ACTIVITIES
        ]

    def __str__(self) -> str:
        return f"Pelaksanaan {self.survey}"

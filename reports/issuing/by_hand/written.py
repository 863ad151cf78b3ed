"""What the pen wrote on a report, day and number, recorded beside the version: the frozen document keeps its blanks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.numbering import LONGEST
from offices.zones import today_of
from reports.document.legible import value_at
from reports.issuing.naming import told_of
from reports.issuing.sealing import fresh, name_in_survey
from reports.models import Report, State
from surveys.locking import held_cycle

NO_DAY = "Isi tanggal yang ditulis pada naskah."
NOT_YET = "Tanggal pada naskah belum tiba. Periksa kembali tanggalnya."
NO_NUMBER = "Isi nomor yang ditulis pada naskah."
TAKEN = "Nomor dokumen {number} sudah dipakai laporan lain. Periksa kembali nomornya."
NOT_FOR_THE_PEN = "Nomor laporan ini tercetak, sehingga tidak dicatat kemudian."
NOT_IN_FORCE = "Nomor dicatat pada laporan yang berlaku. Muat ulang halaman ini."


@dataclass(frozen=True, slots=True)
class ByPen:
    """What stands on the paper; None and empty where nothing was left for the pen, or no number is there yet."""

    dated: date | None = None
    number: str = ""


NOTHING_WRITTEN = ByPen()


@dataclass(frozen=True, slots=True)
class Blanks:
    """What a version leaves to the pen."""

    day: bool
    number: bool

    def __bool__(self) -> bool:
        return self.day or self.number


def blanks_of(report: Report) -> Blanks:
    """What was printed as dots when the version was prepared."""
    signing = value_at(report.document, "signing")
    day = value_at(signing, "dated") is None and report.way == "by_hand"
    return Blanks(day, value_at(signing, "pen_number") is True)


def columns_of(report: Report, written: ByPen) -> dict[str, Any]:
    """The columns of a version that is being signed. Raises Declined for a day that is missing or has not come."""
    blanks = blanks_of(report)
    columns: dict[str, Any] = {}
    if blanks.day:
        if written.dated is None:
            raise Declined(NO_DAY, "dated")
        if written.dated > today_of(report.followup.survey.office):
            raise Declined(NOT_YET, "dated")
        columns["dated"] = written.dated
    if blanks.number and written.number:
        columns["number"] = _free(report, written.number)
    return columns


def record_number(report: Report, user: User, number: str) -> Report:
    """Record the number that a signed version got afterwards, or correct it. Raises Declined."""
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state != State.SIGNED:
            raise Declined(NOT_IN_FORCE)
        if not blanks_of(now).number:
            raise Declined(NOT_FOR_THE_PEN)
        before = told_of(now) | {"number": now.number}
        now.number = _free(now, number)
        try:
            with transaction.atomic():
                now.save(update_fields=["number"])
        except IntegrityError as error:
            raise Declined(TAKEN.format(number=now.number), "number") from error
        name_in_survey(now, survey)
        record(user, "report.number", now, survey.office, before=before, after=told_of(now) | {"number": now.number})
    return now


def _free(report: Report, number: str) -> str:
    """The number without odd blanks, which no other report has."""
    tidy = " ".join(number.split())[:LONGEST]
    if not tidy:
        raise Declined(NO_NUMBER, "number")
    if Report.objects.filter(number__iexact=tidy).exclude(pk=report.pk).exists():
        raise Declined(TAKEN.format(number=tidy), "number")
    return tidy

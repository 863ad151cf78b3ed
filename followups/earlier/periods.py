"""The verbs for earlier periods that an office records by hand: add, change, delete.

A period with a cycle in the portal is not recorded, and where a cycle is begun later that one counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db.models import Prefetch, QuerySet

from followups.models import RecordedPeriod, RecordedScore
from offices.audit import record
from offices.declining import Declined
from offices.models import Office, User
from offices.profile.holding import held_office
from offices.stored import keep_exactly
from surveys.models import LATEST_FIRST, Element, Instrument, Survey
from surveys.periods import Period

MOST = 4
PLACE = "earlier"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded of a period. ``index`` 25.00–100.00; ``scores``: element key to mean (1–4), or nothing.

    ``plans_done`` of ``plans_total`` plans were done; both are known or neither.
    """

    index: Decimal | None
    plans_done: int | None
    plans_total: int | None
    start: date | None
    end: date | None
    report_date: date | None
    is_public: bool
    scores: Mapping[str, Decimal]


_COLUMNS = tuple(field.name for field in fields(Recorded) if field.name != "scores")


def recorded_periods(office: Office) -> QuerySet[RecordedPeriod]:
    """What an office recorded, the latest first, with the scores."""
    scores = Prefetch("scores", RecordedScore.objects.select_related("element"))
    return RecordedPeriod.objects.filter(office=office).order_by(*LATEST_FIRST).prefetch_related(scores)


def add_recorded(
    office: Office, actor: User, period: Period, instrument: Instrument, given: Recorded, *, report: bytes = b""
) -> RecordedPeriod:
    """Record a period; ``report``: a PDF that was looked at already.

    Raises Declined for a period that is there already and for a fifth one, NotKept where the file cannot be stored.
    """
    with held_office(office):
        if RecordedPeriod.objects.filter(office=office).count() >= MOST:
            raise Declined(f"Paling banyak {MOST} periode sebelumnya dapat dicatat. Hapus dahulu yang terlama.")
        _refuse_known(office, period)
        when = {name: getattr(period, name) for name in Period.__dataclass_fields__}
        row = RecordedPeriod(office=office, instrument=instrument, **when)
        write_recorded(row, given, report)
        record(actor, "earlier.add", row, office, after=told(row))
    return row


def change_recorded(row: RecordedPeriod, actor: User, given: Recorded, *, report: bytes = b"") -> None:
    """Change what is recorded; without a new report the old one stays."""
    with held_office(row.office):
        before = told(row)
        write_recorded(row, given, report)
        record(actor, "earlier.change", row, row.office, before=before, after=told(row))


def delete_recorded(row: RecordedPeriod, actor: User) -> None:
    """Forget a period; its file stays until files without a row are swept. Declined where somebody did already."""
    with held_office(row.office):
        held = RecordedPeriod.objects.filter(pk=row.pk).first()
        if held is None:
            raise Declined(f"{row.span.label} sudah tidak dicatat lagi.")
        record(actor, "earlier.delete", held, row.office, before=told(held))
        held.delete()


def told(row: RecordedPeriod) -> dict[str, Any]:
    """What is stored, as the trail tells it."""
    values = {name: getattr(row, name) for name in _COLUMNS}
    return values | {"period": row.period, "scores": scores_of(row), "report": row.sha256}


def scores_of(row: RecordedPeriod) -> dict[str, Decimal]:
    return dict(row.scores.values_list("element__key", "score"))


def _refuse_known(office: Office, period: Period) -> None:
    when = {name: getattr(period, name) for name in Period.__dataclass_fields__}
    if RecordedPeriod.objects.filter(office=office, **when).exists():
        raise Declined(f"{period.label} sudah dicatat.", "year")
    if Survey.objects.filter(office=office, **when).exists():
        raise Declined(f"Siklus {period.label} sudah ada dalam portal ini, sehingga tidak perlu dicatat.", "year")


def write_recorded(row: RecordedPeriod, given: Recorded, report: bytes) -> None:
    """Write a period, new or there already, for who holds its office; without a report the old one stays."""
    for name in _COLUMNS:
        setattr(row, name, getattr(given, name))
    if report:
        row.sha256 = sha256(report).hexdigest()
        row.size = len(report)
        row.report.name = keep_exactly(f"{PLACE}/{row.office.code}/{row.sha256}.pdf", report)
    row.save()
    elements = {element.key: element for element in Element.objects.filter(instrument=row.instrument_id)}
    row.scores.all().delete()
    RecordedScore.objects.bulk_create(
        RecordedScore(recorded=row, element=elements[key], score=score) for key, score in given.scores.items()
    )

"""Earlier periods that an office recorded by hand, on their way out of the portal and into it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from followups.earlier.pdf import fault_of_pdf
from followups.earlier.periods import MOST, Recorded, recorded_periods, write_recorded
from followups.models import RecordedPeriod
from offices.declining import Declined
from offices.models import Office
from reports.cycle.faults import CycleFault, quoted
from reports.cycle.model import EarlierData, report_name, tidy
from surveys.models import Instrument
from surveys.periods import of_period

if TYPE_CHECKING:
    from reports.cycle.pictures import FileReader  # it decodes photos, which who only reads a cycle does without

PLAIN = tuple(name for name in Recorded.__dataclass_fields__ if name not in ("index", "scores"))
"""What a cycle file, the form and the row call alike."""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """The signed report of a recorded period: its place in the storage, and its digest."""

    path: str
    sha256: str


def read_earlier(office: Office) -> tuple[EarlierData, ...]:
    """The latest first."""
    return tuple(_data(row) for row in recorded_periods(office).select_related("instrument"))


def read_reports(office: Office) -> dict[str, StoredReport]:
    """By the name that each has in a cycle file."""
    rows = RecordedPeriod.objects.filter(office=office).exclude(report="")
    return {report_name(row.period): StoredReport(row.report.name or "", row.sha256) for row in rows}


def _data(row: RecordedPeriod) -> EarlierData:
    return EarlierData(
        period=row.period,
        instrument=row.instrument.key,
        index=None if row.index is None else tidy(row.index),
        scores={score.element.key: tidy(score.score) for score in row.scores.all()},
        report=report_name(row.period) if row.report else None,
        **{name: getattr(row, name) for name in PLAIN},
    )


def brought_reports(
    earlier: tuple[EarlierData, ...], file_of: "FileReader", *, without: bool
) -> tuple[dict[str, bytes], list[CycleFault]]:
    """The signed reports that a file brings, by their period, and why others cannot be taken.

    ``without``: one that is absent is left out, else that is a fault.
    """
    found: dict[str, bytes] = {}
    faults: list[CycleFault] = []
    for at, data in enumerate(earlier):
        if data.report is None:
            continue
        try:
            content = file_of(data.report)
            fault = "" if content is None else fault_of_pdf(content)
        except Declined as refused:
            content = None
            fault = f"{quoted(data.report)} ditolak: {refused}"
        if content is None and not fault and not without:
            fault = f"berkas {quoted(data.report)} tidak ada; seharusnya ada di dalam zip, kecuali dimuat dengan "
            fault += "--without-reports"
        if fault:
            faults.append(CycleFault(f"earlier[{at}].report", fault))
        elif content is not None:
            found[data.period] = content
    return found, faults


def earlier_faults(
    office_code: str, earlier: tuple[EarlierData, ...], reports: Mapping[str, bytes], *, replace: bool
) -> list[CycleFault]:
    """What the office has recorded that stands against these periods."""
    office = Office.objects.filter(code=office_code).first()
    if office is None or not earlier:
        return _too_many(len(earlier))
    rows = {row.period: row for row in recorded_periods(office).select_related("instrument")}
    faults = _too_many(len(rows.keys() | {data.period for data in earlier}))
    for at, data in enumerate(earlier):
        row = rows.get(data.period)
        if row and not replace and _differs(row, data, reports.get(data.period)):
            message = "berbeda dari yang dicatat di portal; seharusnya sama, kecuali dimuat dengan --replace"
            faults.append(CycleFault(f"earlier[{at}]", message))
    return faults


def _too_many(count: int) -> list[CycleFault]:
    if count <= MOST:
        return []
    message = f"dengan yang sudah dicatat menjadi {count} periode; seharusnya paling banyak {MOST}"
    return [CycleFault("earlier", message)]


def _differs(row: RecordedPeriod, data: EarlierData, report: bytes | None) -> bool:
    """A report that the file does not bring is no difference: the one that is there stays."""
    other = report is not None and sha256(report).hexdigest() != row.sha256
    return other or replace(_data(row), report=None) != replace(data, report=None)


def write_earlier(office: Office, earlier: tuple[EarlierData, ...], reports: Mapping[str, bytes]) -> None:
    """Bring what is recorded up to the file, for who holds the office; periods that the file lacks stay."""
    for data in earlier:
        when = of_period(data.period)
        row = RecordedPeriod.objects.filter(office=office, **when).first() or RecordedPeriod(office=office, **when)
        row.instrument = Instrument.objects.get(key=data.instrument)
        plain = {name: getattr(data, name) for name in PLAIN}
        given = Recorded(index=data.index, scores=data.scores, **plain)
        write_recorded(row, given, reports.get(data.period, b""))

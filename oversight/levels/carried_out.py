"""Indicator 8: how many per cent of the plans of the year before are done, as far as signed reports say so. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from oversight.levels.reaching import level_of, percent
from oversight.levels.reading import Reading, Told
from oversight.levels.records import CycleRecord, OfficeRecord
from oversight.levels.schemes import Indicator, Scheme
from reports.words.language import decimal_text


def value(record: OfficeRecord, indicator: Indicator, _scheme: Scheme, day: date) -> Decimal | None:
    """Realised to planned, times 100; None without a plan."""
    cycles = list(record.cycles_for(indicator, day))
    return percent(sum(cycle.proven for cycle in cycles), sum(cycle.promised for cycle in cycles))


def read(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Reading:
    cycles = list(record.cycles_for(indicator, day))
    ahead = (
        Told.of(
            cycle,
            f"SKM {cycle.period.label}: {cycle.done} dari {cycle.planned} RTL selesai sampai hari ini",
            "realisations",
        )
        for cycle in record.cycles_ahead(indicator, day)
    )
    return Reading(
        rests_on=tuple(_rests_on(cycle) for cycle in cycles if cycle.promised),
        lacks=tuple(_unsigned(cycle) for cycle in cycles if cycle.promised and cycle.signed is None),
        toward=tuple(_toward(cycles, indicator, value(record, indicator, scheme, day), day)),
        ahead=tuple(ahead),
        note=_note(cycles, value(record, indicator, scheme, day), day),
    )


def _rests_on(cycle: CycleRecord) -> Told:
    label, signed = cycle.period.label, cycle.signed
    if signed is None:
        return Told.of(cycle, f"SKM {label}: {cycle.promised} RTL direncanakan", "plan_table")
    words = f"SKM {label}: {signed.done} dari {signed.total} RTL selesai menurut laporan tindak lanjut"
    return Told.of(cycle, words, "report")


def _unsigned(cycle: CycleRecord) -> Told:
    told = f"{cycle.done} dari {cycle.planned} RTL yang sudah selesai" if cycle.done else "RTL-nya"
    words = f"Laporan tindak lanjut SKM {cycle.period.label} belum ditandatangani, sehingga {told} belum dibuktikan."
    return Told.of(cycle, words, "signing")


def _toward(cycles: list[CycleRecord], indicator: Indicator, now: Decimal | None, day: date) -> Iterator[Told]:
    """How many plans more have to be done, and said to be done by a report."""
    if now is None:
        year = day.year - indicator.years[0]
        words = (
            f"Belum ada RTL dari SKM tahun {year}. Bila SKM-nya dilaksanakan sebelum portal ini dipakai, catat di sini."
        )
        yield Told(words, "earlier_periods")
        return
    done = sum(cycle.proven for cycle in cycles)
    total = sum(cycle.promised for cycle in cycles)
    level = level_of(indicator, now)
    enough = (more for more in range(1, total - done + 1) if level_of(indicator, percent(done + more, total)) > level)
    if (more := next(enough, None)) is not None:
        open_cycle = next((cycle for cycle in cycles if cycle.proven < cycle.promised), cycles[0])
        words = f"Selesaikan {more} RTL lagi dan buktikan dengan laporan yang ditandatangani."
        yield Told.of(open_cycle, words, "realisations")


def _note(cycles: list[CycleRecord], now: Decimal | None, day: date) -> str:
    if now is None:
        return ""
    return f"{decimal_text(now)}% dari RTL SKM tahun {cycles[0].period.year}, tahun sebelum penilaian {day.year}."

"""Indicator 9: months from the survey's report until the report by which all plans are done. Pure.

The slowest survey of the year decides. Between two steps the lower level is reached.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from followups.months import Month
from oversight.levels.reaching import level_of, months_after, months_begun
from oversight.levels.reading import Reading, Told
from oversight.levels.records import CycleRecord, OfficeRecord
from oversight.levels.schemes import SCHEMES, Indicator, Measure, Scheme, scheme_on
from reports.words.language import date_text, join_list


def value(record: OfficeRecord, indicator: Indicator, _scheme: Scheme, day: date) -> Decimal | None:
    """None while a plan is open, a report is missing or the year has no plan."""
    months = [_months_of(cycle) for cycle in _followed(record, indicator, day)]
    known = [each for each in months if each is not None]
    return max(known) if known and len(known) == len(months) else None


def _followed(record: OfficeRecord, indicator: Indicator, day: date) -> list[CycleRecord]:
    """Surveys with plans; of those recorded by hand nobody knows when their follow-up was reported."""
    return [cycle for cycle in record.cycles_for(indicator, day) if cycle.promised and not cycle.is_recorded]


def _months_of(cycle: CycleRecord) -> Decimal | None:
    if cycle.reported is None or cycle.signed is None or cycle.signed.complete_on is None:
        return None
    return months_begun(cycle.reported, cycle.signed.complete_on)


@dataclass(frozen=True, slots=True)
class Chance:
    """The level that a survey can still reach, and until which day its follow-up has to be reported for that."""

    level: int
    until: date


def chance_of(reported: date, indicator: Indicator, day: date) -> Chance | None:
    """None when even the last step is over."""
    steps = ((level, months_after(reported, int(bound.value))) for level, bound in enumerate(indicator.bounds, start=1))
    return max(
        (Chance(level, until) for level, until in steps if until >= day), key=lambda each: each.level, default=None
    )


def ending_chance(reported: date, planned_until: Month, day: date) -> Chance | None:
    """What can be reached for less than a month more by the rules of that day; the survey was reported before it.

    None where the plans themselves go on beyond the last day: then nobody meant to reach it.
    """
    speed = [each for each in scheme_on(day, SCHEMES).indicators if each.measure is Measure.SPEED]
    chance = chance_of(reported, speed[0], day) if speed else None
    if chance is None or chance.until > months_after(day, 1) or Month.of(chance.until) < planned_until:
        return None
    return chance


def read(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Reading:
    followed = _followed(record, indicator, day)
    ahead = [cycle for cycle in record.cycles_ahead(indicator, day) if not cycle.is_recorded]
    return Reading(
        rests_on=tuple(_rests_on(followed)),
        lacks=tuple(told for cycle in followed for told in _lacks(cycle)),
        toward=tuple(told for cycle in followed for told in _toward(cycle, indicator, day)),
        ahead=tuple(told for cycle in ahead for told in _toward(cycle, indicator, day)),
        note=_note(value(record, indicator, scheme, day), indicator) if followed else _left_out(record, indicator, day),
    )


def _rests_on(cycles: list[CycleRecord]) -> Iterator[Told]:
    for cycle in cycles:
        if _months_of(cycle) is not None and cycle.reported and cycle.signed and cycle.signed.complete_on:
            days = date_text(cycle.reported), date_text(cycle.signed.complete_on)
            words = "SKM {}: laporan SKM {}, seluruh RTL selesai menurut laporan tindak lanjut {}"
            yield Told.of(cycle, words.format(cycle.period.label, *days), "report")


def _lacks(cycle: CycleRecord) -> Iterator[Told]:
    label = cycle.period.label
    if cycle.reported is None:
        yield Told.of(cycle, f"Tanggal laporan SKM {label} belum diisi.", "survey")
    if cycle.signed is None:
        yield Told.of(cycle, f"Laporan tindak lanjut SKM {label} belum ditandatangani.", "signing")
    elif cycle.signed.complete_on is None:
        left = cycle.signed.total - cycle.signed.done
        yield Told.of(cycle, f"{left} RTL SKM {label} belum selesai menurut laporan yang ditandatangani.", "signing")
    elif cycle.reported and cycle.signed.complete_on < cycle.reported:
        yield Told.of(cycle, f"Laporan tindak lanjut {label} bertanggal lebih awal dari laporan SKM-nya.", "survey")


def _toward(cycle: CycleRecord, indicator: Indicator, day: date) -> Iterator[Told]:
    """What can still be reached with a survey whose follow-up is not complete."""
    if cycle.reported is None or _months_of(cycle) is not None:
        return
    label = cycle.period.label
    chance = chance_of(cycle.reported, indicator, day)
    if chance is None:
        months = indicator.bounds[0].value
        yield Told(
            f"SKM {label}: {months} bulan sejak laporan SKM sudah lewat, sehingga tidak ada lagi yang dapat dicapai."
        )
        return
    words = "SKM {}: bila seluruh RTL selesai dan laporannya bertanggal paling lambat {}, tercapai tingkat {}."
    yield Told.of(cycle, words.format(label, date_text(chance.until), chance.level), "realisations")


def _left_out(record: OfficeRecord, indicator: Indicator, day: date) -> str:
    """Why no survey of the year counts, so that a level of 0 is understood."""
    counted = record.cycles_for(indicator, day)
    by_hand = [cycle.period.label for cycle in counted if cycle.is_recorded and cycle.promised]
    if not by_hand:
        return "Tidak ada SKM dengan RTL pada tahun yang dihitung."
    return (
        f"SKM {join_list(by_hand)} hanya dicatat, sehingga tanggal laporan tindak lanjutnya tidak diketahui portal. "
        "Bila laporannya ada, tunjukkan sendiri kepada evaluator."
    )


def _note(months: Decimal | None, indicator: Indicator) -> str:
    """That a value between two steps counts as the slower one, and that all has to be done first."""
    if months is None:
        return "Kecepatan baru dihitung setelah seluruh RTL selesai, sehingga belum ada tingkat yang tercapai."
    level = level_of(indicator, months)
    if level == 0:
        return (
            f"Lebih dari {indicator.bounds[0].value} bulan sejak laporan SKM, sehingga tidak ada tingkat yang tercapai."
        )
    step = indicator.bounds[level - 1].value
    if months == step or level == len(indicator.bounds):
        return ""
    quicker = indicator.bounds[level].value
    return f"Selesai di antara {quicker} dan {step} bulan, sehingga yang berlaku ialah tingkat yang lebih rendah."

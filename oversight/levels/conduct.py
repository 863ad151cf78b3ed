"""Indicator 6: how far the best survey of the years that count has come, from its scores to its follow-up. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import takewhile

from oversight.levels.reading import Reading, Told
from oversight.levels.records import CycleRecord, OfficeRecord
from oversight.levels.schemes import Indicator, Scheme
from reports.words.language import date_text

STEPS = 5


def value(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Decimal | None:
    """How many steps the best of these surveys has taken one after the other; None without a survey."""
    cycles = record.cycles_for(indicator, day)
    return max((Decimal(steps_of(record, cycle, scheme, day)) for cycle in cycles), default=None)


def steps_of(record: OfficeRecord, cycle: CycleRecord, scheme: Scheme, day: date) -> int:
    """Carried out; as the regulation wants it; printed media; electronic ones; followed up."""
    media = {each.medium for each in record.published_of(cycle) if each.is_proven and each.day <= day}
    signed = cycle.signed
    steps = (
        cycle.scored > 0,
        not list(_unconforming(cycle, scheme, day)),
        bool(media & scheme.printed),
        bool(media & scheme.electronic),
        signed is not None and signed.done > 0 and (signed.dated is None or signed.dated <= day),
    )
    return len(list(takewhile(bool, steps)))


def _unconforming(cycle: CycleRecord, scheme: Scheme, day: date) -> Iterator[Told]:
    """What keeps a survey from being as the regulation wants it."""
    label = cycle.period.label
    if cycle.instrument not in scheme.instruments:
        yield Told.of(cycle, f"Instrumen SKM {label} bukan instrumen PermenPANRB yang berlaku.", "survey")
    if cycle.scored < cycle.elements:
        words = f"Isi nilai {cycle.elements - cycle.scored} unsur SKM {label} yang masih kosong."
        yield Told.of(cycle, words, "survey")
    if not cycle.has_respondents:
        yield Told.of(cycle, f"Isi jumlah responden SKM {label}.", "survey")
    if cycle.reported is None or cycle.reported > day:
        yield Told.of(cycle, f"Terbitkan laporan SKM {label} dan isi tanggalnya.", "survey")


def read(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Reading:
    cycles = list(record.cycles_for(indicator, day))
    if not cycles:
        return Reading(toward=(Told("Laksanakan SKM, buat siklusnya, dan isi nilai setiap unsur.", "survey_new"),))
    best = max(cycles, key=lambda cycle: steps_of(record, cycle, scheme, day))  # of several the first: the latest
    steps = steps_of(record, best, scheme, day)
    return Reading(
        rests_on=tuple(_rests_on(record, best, scheme, steps)),
        lacks=()
        if steps < 2 or best.has_report
        else (Told.of(best, f"Berkas laporan SKM {best.period.label} belum ada di portal.", "papers"),),
        toward=tuple(_toward(record, best, scheme, day, steps)),
    )


def _rests_on(record: OfficeRecord, cycle: CycleRecord, scheme: Scheme, steps: int) -> Iterator[Told]:
    label = cycle.period.label
    if steps > 0:
        words = f"SKM {label}: {cycle.scored} dari {cycle.elements} unsur mempunyai nilai"
        yield Told.of(cycle, words, "results")
    if steps > 1 and cycle.reported:
        yield Told.of(cycle, f"Laporan SKM {label} tanggal {date_text(cycle.reported)}", "survey")
    wanted = (scheme.printed if steps > 2 else frozenset()) | (scheme.electronic if steps > 3 else frozenset())
    for each in record.published_of(cycle):
        if each.is_proven and each.medium in wanted:
            yield Told.of(cycle, f"Publikasi: {each.place}, {date_text(each.day)}", "publications")
    if steps == STEPS and cycle.signed:
        words = f"Laporan tindak lanjut {label}: {cycle.signed.done} dari {cycle.signed.total} RTL selesai"
        yield Told.of(cycle, words, "report")


def _toward(record: OfficeRecord, cycle: CycleRecord, scheme: Scheme, day: date, steps: int) -> Iterator[Told]:
    """What the next step wants."""
    label = cycle.period.label
    match steps:
        case 0:
            yield Told.of(cycle, f"Isi nilai setiap unsur SKM {label}.", "survey")
        case 1:
            yield from _unconforming(cycle, scheme, day)
        case 2:
            yield _to_publish(record, cycle, scheme.printed, "non-elektronik, misalnya papan pengumuman")
        case 3:
            yield _to_publish(record, cycle, scheme.electronic, "elektronik, misalnya situs web atau media sosial")
        case 4:
            words = f"Tandatangani laporan tindak lanjut {label} yang memuat paling sedikit satu RTL selesai."
            yield Told.of(cycle, words, "signing")


def _to_publish(record: OfficeRecord, cycle: CycleRecord, media: frozenset[str], called: str) -> Told:
    unproven = [each for each in record.published_of(cycle) if each.medium in media]
    if unproven:
        return Told.of(cycle, f"Unggah foto atau tangkapan layar publikasi di {unproven[0].place}.", "publications")
    words = f"Publikasikan hasil SKM {cycle.period.label} pada media {called}, lalu catat dengan fotonya."
    return Told.of(cycle, words, "publications")

"""What form F01 of PEKPPP asks about surveys, answered from what an office has to show; to be copied. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from oversight.levels.records import CycleRecord, OfficeRecord
from oversight.levels.schemes import Measure, Scheme
from oversight.levels.standing import Standings
from reports.words.language import decimal_text, join_list
from surveys.periods import Period

YES, NO = "Ya", "Belum"
UNKNOWN = "Belum dapat dijawab dari data portal."
_CONFORMING = 2
"""The level of indicator 6 from which a survey is as the regulation wants it."""


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class IssuedIndex:
    """The index, 25.00–100.00, of a survey whose report is issued."""

    period: Period
    index: Decimal


def answers_of(
    record: OfficeRecord, standings: Standings, indexes: Sequence[IssuedIndex], year: int
) -> tuple[Answer, ...]:
    """Of the year of the evaluation and the one before, as the rules in force on its day want it."""
    told = (f"{decimal_text(each.index)} untuk periode {each.period.label}" for each in indexes)
    often = (
        f"{sum(cycle.scored > 0 for cycle in _of(record, each))} kali pada tahun {each}" for each in (year, year - 1)
    )
    return (
        Answer("Apakah SKM sudah dilaksanakan?", _yes(any(cycle.scored for cycle in _of(record, year, year - 1)))),
        Answer("Berapa kali SKM dilaksanakan dalam setahun?", "; ".join(often)),
        Answer("Berapa nilai IKM pada skala 100, dan untuk periode mana?", "; ".join(told) or UNKNOWN),
        Answer(
            "Apakah SKM sesuai dengan PermenPANRB yang berlaku?",
            _yes(next(row.level for row in standings.rows if row.indicator.measure is Measure.CONDUCT) >= _CONFORMING),
        ),
        *_published(record, standings.scheme, standings.day),
        Answer("Apakah hasil SKM ditindaklanjuti?", _yes(any(cycle.proven for cycle in _of(record, year, year - 1)))),
        *_carried_out(record, standings, year - 1),
        Answer("Berapa lama seluruh rekomendasi selesai ditindaklanjuti?", _how_long(record, standings, year - 1)),
    )


def _of(record: OfficeRecord, *years: int) -> list[CycleRecord]:
    return [cycle for cycle in record.cycles if cycle.period.year in years]


def _yes(is_so: bool) -> str:
    return YES if is_so else NO


def _published(record: OfficeRecord, scheme: Scheme, day: date) -> Iterator[Answer]:
    """By what is proven alone: an evaluator counts no medium without its picture."""
    places: dict[str, list[str]] = {}
    for each in record.published:
        if each.is_proven and each.day <= day and each.medium in scheme.media:
            places.setdefault(each.medium, []).append(each.place)
    kinds = [
        name
        for name, media in (("non-elektronik", scheme.printed), ("elektronik", scheme.electronic))
        if media & places.keys()
    ]
    yield Answer("Apakah hasil SKM dipublikasikan?", _yes(bool(places)))
    yield Answer("Pada media elektronik atau non-elektronik?", join_list(kinds) or UNKNOWN)
    told = (f"{scheme.media[medium].name}: {join_list(list(dict.fromkeys(where)))}" for medium, where in places.items())
    yield Answer(f"Media apa saja? ({len(places)} jenis)", "; ".join(told) or UNKNOWN)


def _carried_out(record: OfficeRecord, standings: Standings, year: int) -> Iterator[Answer]:
    cycles = _of(record, year)
    note = next(row.reading.note for row in standings.rows if row.indicator.measure is Measure.DONE)
    yield Answer("Apakah RTL disusun?", _yes(any(cycle.promised for cycle in cycles)))
    yield Answer(f"Berapa persen RTL tahun {year} yang selesai?", note or UNKNOWN)
    yield Answer("Apakah laporan pelaksanaan tindak lanjut dibuat?", _yes(any(cycle.signed for cycle in cycles)))


def _how_long(record: OfficeRecord, standings: Standings, year: int) -> str:
    """One of the form's options; none where all is only recorded by hand: nobody knows how long that took."""
    followed = [cycle for cycle in _of(record, year) if cycle.promised]
    if followed and all(cycle.is_recorded for cycle in followed):
        return UNKNOWN
    return next(row.meaning for row in standings.rows if row.indicator.measure is Measure.SPEED)

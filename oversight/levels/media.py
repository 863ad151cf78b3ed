"""Indicator 7: in how many kinds of media results were published, each with its proof. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from oversight.levels.reaching import level_of
from oversight.levels.reading import Reading, Told
from oversight.levels.records import OfficeRecord, PublishedResults
from oversight.levels.schemes import Indicator, Scheme
from reports.words.language import begun_large, date_text, join_list


def value(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Decimal:
    """How many kinds were used in the years that count, as far as it is proven."""
    return Decimal(len(_by_kind(record, indicator, scheme, day)))


def read(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Reading:
    proven = _by_kind(record, indicator, scheme, day)
    unproven = [each for each in _counted(record, indicator, scheme, day) if each.medium not in proven]
    is_below_top = level_of(indicator, Decimal(len(proven))) < len(indicator.bounds)
    lacks = (_told(each, f"Unggah foto atau tangkapan layar publikasi di {each.place}.") for each in unproven)
    shown = (
        _told(each, f"{begun_large(scheme.media[each.medium].name)}: {each.place}, {date_text(each.day)}")
        for each in proven.values()
    )
    return Reading(
        rests_on=tuple(shown),
        lacks=tuple(lacks),
        toward=tuple(_toward(record, scheme, {*proven, *(each.medium for each in unproven)}) if is_below_top else ()),
    )


def _by_kind(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> dict[str, PublishedResults]:
    """The latest of each kind that is proven, in the order in which kinds are counted."""
    proven = [each for each in _counted(record, indicator, scheme, day) if each.is_proven]
    latest = {each.medium: each for each in sorted(proven, key=lambda each: each.day)}
    return {medium: latest[medium] for medium in scheme.media if medium in latest}


def _counted(record: OfficeRecord, indicator: Indicator, scheme: Scheme, day: date) -> Iterator[PublishedResults]:
    for each in record.published:
        if each.medium in scheme.media and each.day <= day and indicator.is_of_years(each.day.year, day):
            yield each


def _toward(record: OfficeRecord, scheme: Scheme, used: set[str]) -> Iterator[Told]:
    """Where else results could be published."""
    unused = [kind.told for medium, kind in scheme.media.items() if medium not in used]
    if not unused:
        return
    words = f"Belum dipakai: {join_list(unused)}."
    if record.cycles and not record.cycles[0].is_recorded:
        yield Told(words, "publication_sheets", record.cycles[0].period.code)
    else:
        yield Told(words)


def _told(published: PublishedResults, words: str) -> Told:
    return Told(words, "publications", published.period.code)

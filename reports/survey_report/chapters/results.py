"""Bab III of the survey report, Hasil: who answered, and the index of the whole, of elements and of services. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.document.chapters.cells import whose
from reports.document.chapters.offering import ServiceTable, service_table
from reports.document.chapters.plans import Results
from reports.document.chapters.profile import HIDING, MARK, share_text
from reports.document.facts import Facts
from reports.document.shapes import Entry, Section, TableHead
from reports.survey_report.parts import part
from reports.words.language import integer_text
from surveys.profiles import MARGINS, Margin
from surveys.respondents.disclosure import printed_counts

_PEOPLE = "Survei diikuti oleh {{ jumlah_responden }} responden. Karakteristiknya disajikan dalam Tabel 3.1."
_UNKNOWN_PEOPLE = "Survei diikuti oleh {{ jumlah_responden }} responden. Karakteristiknya belum dimasukkan."
_UNCOUNTED = "Jumlah responden belum diisi. Karakteristiknya disajikan dalam Tabel 3.1."
_NOTHING_OF_PEOPLE = "Jumlah dan karakteristik responden belum dimasukkan."
_INDEX = (
    "IKM {{ satker }} {{ periode }} adalah {{ ikm }} dengan mutu pelayanan {{ mutu_lengkap }}. Nilai setiap unsur "
    "disajikan dalam Tabel 3.2 dan Grafik 3.1."
)
_NO_INDEX = "Nilai survei belum dimasukkan, sehingga IKM belum dapat dihitung."


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of respondents: how many, and what share of those that were counted; MARK where that is hidden."""

    label: str
    count: str
    share: str


@dataclass(frozen=True, slots=True)
class Characteristic:
    number: int
    name: str
    rows: tuple[ClassRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """``characteristics_head`` is None while nobody counted; ``services``: None where the whole says as much."""

    entry: Entry
    people: Section
    characteristics_head: TableHead | None
    characteristics: tuple[Characteristic, ...]
    index: Section
    results: Results
    services: ServiceTable | None

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.people, self.index)

    @property
    def tables(self) -> tuple[TableHead, ...]:
        services = self.services.head if self.services else None
        return tuple(filter(None, (self.characteristics_head, self.results.head, services)))


def found_of(facts: Facts) -> Found:
    characteristics = tuple(_characteristics(facts))
    hidden = any(row.count == MARK for each in characteristics for row in each.rows)
    return Found(
        entry=Entry("BAB III", "HASIL PENGOLAHAN DATA SURVEI", "bab-3", 1),
        people=part("3.1", _of_people(facts, bool(characteristics)), facts),
        characteristics_head=TableHead(
            "Tabel 3.1", f"Karakteristik Responden SKM {whose(facts)}", "tabel-3-1", (HIDING,) if hidden else ()
        )
        if characteristics
        else None,
        characteristics=characteristics,
        index=part("3.2", _INDEX if facts.index else _NO_INDEX, facts),
        results=_results(facts),
        services=_services(facts),
    )


def _of_people(facts: Facts, is_shown: bool) -> str:
    if facts.cycle.survey.respondents is None:
        return _UNCOUNTED if is_shown else _NOTHING_OF_PEOPLE
    return _PEOPLE if is_shown else _UNKNOWN_PEOPLE


def _characteristics(facts: Facts) -> Iterator[Characteristic]:
    """What of the respondents may be shown: margins that small counts would show through, or nobody, are left out."""
    shown = (
        (MARGINS[key], rows)
        for key, counts in facts.cycle.survey.profile.items()
        if (rows := _classes(MARGINS[key], counts))
    )
    for number, (margin, rows) in enumerate(shown, start=1):
        yield Characteristic(number, margin.label, rows)


def _classes(margin: Margin, counts: dict[str, int]) -> tuple[ClassRow, ...]:
    total = sum(counts.values())
    return tuple(
        ClassRow(margin.classes[key], MARK, MARK)
        if count is None
        else ClassRow(margin.classes[key], integer_text(count), share_text(count, total))
        for key, count in printed_counts(margin, counts).items()
    )


def _results(facts: Facts) -> Results:
    """As the follow-up report has them, but as the report itself that tells them first."""
    found = Results.of(facts)
    note = (
        (
            f"IKM yang telah dipublikasikan adalah {found.index_text}; perhitungan ulang dari nilai unsur menghasilkan "
            f"{found.recomputed}.",
        )
        if found.recomputed
        else ()
    )
    chart = found.chart and replace(found.chart, label="Grafik 3.1", anchor="grafik-3-1")
    return replace(
        found,
        head=replace(found.head, label="Tabel 3.2", title=f"Nilai Unsur SKM {whose(facts)}", anchor="tabel-3-2"),
        recomputed="",
        notes=(*note, *found.notes),
        chart=chart,
        origin=(),
        profile=None,
    )


def _services(facts: Facts) -> ServiceTable | None:
    table = service_table(facts)
    return table and replace(table, head=replace(table.head, label="Tabel 3.3", anchor="tabel-3-3"))

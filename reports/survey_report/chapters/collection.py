"""Bab II of the survey report, Pengumpulan Data: who carried it out, how, where, when, how many were asked. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from reports.document.chapters.cells import NONE, NOT_FILLED_IN
from reports.document.facts import Facts
from reports.document.phrases import index_formula, method_sentence
from reports.document.shapes import Entry, Section, TableHead
from reports.survey_report.parts import as_typed, paragraph, part
from reports.survey_report.source import SurveyReportSource, Work
from reports.words.language import date_range, integer_text, paragraphs_of
from reports.words.prose import Block
from surveys.sampling import sample_of

WORKDAYS = "Hari kerja ialah Senin sampai dengan Jumat di luar hari libur nasional dan cuti bersama"
ANSWERED = "Jumlah responden yang mengisi survei"
"""The row of Tabel 2.2 that says how many answered."""
_METHOD = (
    "Survei menggunakan kuesioner menurut {{ instrumen }} dengan {{ jumlah_unsur }} unsur pelayanan. Setiap jawaban "
    "bernilai 1 sampai 4. Rata-rata jawaban atas suatu unsur adalah nilai rata-rata (NRR) unsur itu; dari semua nilai "
    "itu dihitung Indeks Kepuasan Masyarakat (IKM) pada skala 25 sampai 100."
)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A row of Tabel 2.1."""

    number: int
    name: str
    when: str
    workdays: str

    @classmethod
    def of(cls, number: int, work: Work) -> Self:
        when = NOT_FILLED_IN
        if work.first and work.last:
            when = date_range(work.first, work.last)
        return cls(number, work.name, when, NONE if work.workdays is None else str(work.workdays))


@dataclass(frozen=True, slots=True)
class Collection:
    """``sample``: names and numbers of Tabel 2.2."""

    entry: Entry
    carried_out: tuple[Section, ...]
    when: Section
    work_head: TableHead
    work: tuple[WorkRow, ...]
    people: Section
    sample_head: TableHead
    sample: tuple[tuple[str, str], ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        return (*self.carried_out, self.when, self.people)

    @property
    def tables(self) -> tuple[TableHead, ...]:
        return (self.work_head, self.sample_head)


def collection_of(source: SurveyReportSource) -> Collection:
    facts = source.facts
    survey = facts.cycle.survey
    told = survey.fieldwork
    return Collection(
        entry=Entry("BAB II", "PENGUMPULAN DATA", "bab-2", 1),
        carried_out=(
            part("2.1", "SKM {{ periode }} dilaksanakan oleh:", facts, _typed(told.team)),
            part("2.2", _METHOD, facts, *_method(source)),
            part("2.3", "Data dikumpulkan di:", facts, _typed(told.places)),
        ),
        when=part("2.4", "Tahapan survei dan waktunya disajikan dalam Tabel 2.1.", facts),
        work_head=TableHead("Tabel 2.1", "Waktu Pelaksanaan Survei", "tabel-2-1", (WORKDAYS,)),
        work=tuple(WorkRow.of(number, work) for number, work in enumerate(source.work, start=1)),
        people=part("2.5", "", facts, paragraph(_sample_sentence(facts))),
        sample_head=TableHead("Tabel 2.2", "Penentuan Jumlah Responden", "tabel-2-2", ()),
        sample=tuple(_sample(survey.respondents, survey.population)),
    )


def _typed(text: str) -> Block:
    return as_typed(paragraphs_of(text) or (NOT_FILLED_IN,))


def _method(source: SurveyReportSource) -> Iterator[Block]:
    facts = source.facts
    for line in paragraphs_of(facts.cycle.survey.fieldwork.manner) or (NOT_FILLED_IN,):
        yield paragraph(line)
    if sentence := method_sentence(facts):
        yield paragraph(sentence)
    if facts.index:
        yield paragraph(f"Perhitungannya: {index_formula(facts)}.")


def _sample_sentence(facts: Facts) -> str:
    survey = facts.cycle.survey
    people, population = survey.respondents, survey.population
    if people is None or not population:
        return "Jumlah responden atau populasi belum diisi, sehingga kecukupan jumlah responden belum dapat dinilai."
    wanted = sample_of(population)
    verdict = "terpenuhi" if people >= wanted else "belum terpenuhi"
    return (
        "Jumlah responden minimum ditentukan dengan tabel Krejcie dan Morgan. Untuk populasi "
        f"{integer_text(population)} orang diperlukan paling sedikit {integer_text(wanted)} responden. Survei diikuti "
        f"oleh {integer_text(people)} responden, sehingga jumlah minimum {verdict}."
    )


def _sample(respondents: int | None, population: int | None) -> Iterator[tuple[str, str]]:
    """Population, what the table of Krejcie and Morgan asks for, who answered, and whether that is enough."""
    wanted = sample_of(population) if population else None
    yield "Populasi (penerima layanan)", _count(population)
    yield "Jumlah responden minimum menurut tabel Krejcie dan Morgan", _count(wanted)
    yield ANSWERED, _count(respondents)
    enough = (
        NONE if wanted is None or respondents is None else "Terpenuhi" if respondents >= wanted else "Belum terpenuhi"
    )
    yield "Kecukupan jumlah responden", enough


def _count(number: int | None) -> str:
    return NOT_FILLED_IN if number is None else f"{integer_text(number)} orang"

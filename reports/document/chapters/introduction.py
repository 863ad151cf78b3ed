"""Bab I, Pendahuluan: texts, and what abbreviations stand for. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.document.chapters.cells import unit_legend
from reports.document.facts import Facts
from reports.document.sections import section
from reports.document.shapes import Entry, Section, TableHead

ABBREVIATIONS = (
    "IKM: Indeks Kepuasan Masyarakat",
    "RTL: rencana tindak lanjut",
    "SKM: Survei Kepuasan Masyarakat",
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """``abbreviations``: what the short names in all tables stand for, told once."""

    entry: Entry
    sections: tuple[Section, ...]
    abbreviations: tuple[str, ...]

    @property
    def tables(self) -> tuple[TableHead, ...]:
        return ()


def introduction_of(facts: Facts) -> Introduction:
    return Introduction(
        entry=Entry("BAB I", "PENDAHULUAN", "bab-1", 1),
        sections=tuple(section(key, facts) for key in ("1.1", "1.2", "1.3", "1.4")),
        abbreviations=(*ABBREVIATIONS, *unit_legend(facts, _units(facts))),
    )


def _units(facts: Facts) -> Iterator[str]:
    """The units that tables name, by their keys."""
    for fact in facts.plans:
        yield from (*fact.plan.units, fact.plan.lead or "")
        yield from fact.plan.completion.units if fact.plan.completion else ()
    for item in facts.upkeep:
        yield from item.data.units

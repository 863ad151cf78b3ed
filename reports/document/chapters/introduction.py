"""Bab I, Pendahuluan: texts only. Pure."""

from dataclasses import dataclass

from reports.document.facts import Facts
from reports.document.sections import section
from reports.document.shapes import Entry, Section, TableHead


@dataclass(frozen=True, slots=True)
class Introduction:
    entry: Entry
    sections: tuple[Section, ...]

    @property
    def tables(self) -> tuple[TableHead, ...]:
        return ()


def introduction_of(facts: Facts) -> Introduction:
    return Introduction(
        entry=Entry("BAB I", "PENDAHULUAN", "bab-1", 1),
        sections=tuple(section(key, facts) for key in ("1.1", "1.2", "1.3", "1.4")),
    )

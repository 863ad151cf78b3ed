"""The Laporan Tindak Lanjut as data: everything that is printed, and the cycle it was computed from.

Plain frozen values only (Decimal, date, str, int, tuple), no model, no markup. build.py makes it, templates print it,
consistency rules read it.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, ClassVar, Protocol

from reports.cycle.model import Cycle
from reports.document.chapters.annex import Annex
from reports.document.chapters.conclusion import Conclusion
from reports.document.chapters.introduction import Introduction
from reports.document.chapters.plans import Plans
from reports.document.chapters.preface import Preface
from reports.document.chapters.publications import PublicationRow
from reports.document.chapters.realisation import RealisationChapter
from reports.document.chapters.summary import Summary
from reports.document.shapes import Entry, OfficeFace, Section, SectionText
from reports.document.source import Signing
from surveys.ikm import Grade

SCHEMA = 21
"""Which shape of ReportDocument this is; grows with every change of it, see docs/architecture.md."""


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report. ``is_example``: placeholder photos stand in it, so every page says CONTOH.
    ``summary``: None where the office prints none, or there is nothing to sum up.
    ``publications``: the rows of the last group of the annex; without them there is no such group.

    ``grades``, ``element_names`` and ``source`` are what it was computed from, for who compares and checks it.
    """

    schema: int
    office: OfficeFace
    period: str
    period_label: str
    title: str
    is_example: bool
    signing: Signing | None
    preface: Preface
    contents: tuple[Entry, ...]
    tables: tuple[Entry, ...]
    charts: tuple[Entry, ...]
    figures: tuple[Entry, ...]
    summary: Summary | None
    introduction: Introduction
    plans: Plans
    realisation: RealisationChapter
    conclusion: Conclusion
    annex: Annex
    publications: tuple[PublicationRow, ...]
    grades: tuple[Grade, ...]
    element_names: dict[str, str]
    source: Cycle

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section, in the order of the report."""
        chapters = (self.introduction, self.plans, self.realisation, self.conclusion)
        return (self.preface.section, *(section for chapter in chapters for section in chapter.sections))

    @property
    def publication_proofs(self) -> tuple[str, ...]:
        """Where in the storage the photos lie that prove publications."""
        figures = self.annex.groups[-1].figures if self.publications else ()
        return tuple(figure.picture.path for figure in figures)

    @property
    def texts(self) -> tuple[SectionText, ...]:
        """What each section says."""
        return tuple(SectionText(section.key, section.heading, section.text) for section in self.sections)


class Record(Protocol):
    """A document of any kind: a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


def digest_of(document: Record) -> str:
    """SHA-256 (hex) of the document's data: the same data give the same digest, and the same file."""
    data = json.dumps(asdict(document), default=str, sort_keys=True, ensure_ascii=False)
    return sha256(data.encode()).hexdigest()

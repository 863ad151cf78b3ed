"""The Laporan Survei Kepuasan Masyarakat as data: chapters I to V and four annexes.

Plain frozen values as the follow-up report (document/model.py); build.py makes it, templates print it.
"""

from dataclasses import dataclass

from reports.cycle.model import OfficeData, Signatory
from reports.document.chapters.annex import Annex
from reports.document.shapes import Entry, OfficeFace, Section
from reports.document.source import Signing
from reports.survey_report.chapters.analysis import Analysis
from reports.survey_report.chapters.annexes import SURVEY_PICTURES, Annexes
from reports.survey_report.chapters.closing import Closing
from reports.survey_report.chapters.collection import Collection
from reports.survey_report.chapters.introduction import Opening
from reports.survey_report.chapters.results import Found

SCHEMA = 2
"""Which shape of SurveyReportDocument this is; grows with every change of it, see docs/architecture.md."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whose report it is and who signs it. ``photos_of``: the period before, whose photos are printed, if any.

    ``papers``: digests of the pictures that are kept beside this survey.
    """

    office: OfficeData
    signatory: Signatory
    photos_of: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyReportDocument:
    """The whole of it; fields as in ReportDocument. ``lacking``: what is to be filled in before it is prepared."""

    schema: int
    office: OfficeFace
    period: str
    period_label: str
    title: str
    is_example: bool
    signing: Signing | None
    lacking: tuple[str, ...]
    contents: tuple[Entry, ...]
    tables: tuple[Entry, ...]
    charts: tuple[Entry, ...]
    figures: tuple[Entry, ...]
    opening: Opening
    collection: Collection
    found: Found
    analysis: Analysis
    closing: Closing
    annexes: Annexes
    annex: Annex
    source: Issuer

    @property
    def missed(self) -> tuple[str, ...]:
        """What such a report usually has and this one is printed without; it may be prepared all the same."""
        annexes = self.annexes
        told = {
            "kuesioner pada Lampiran 1": annexes.questions or annexes.groups[0],
            "foto pelaksanaan survei pada Lampiran 3": any(g.heading == SURVEY_PICTURES for g in annexes.groups[2]),
            "rencana tindak lanjut pada bagian 4.2": self.analysis.has_plans,
        }
        return tuple(what for what, is_there in told.items() if not is_there)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section, in the order of the report."""
        chapters = (self.opening, self.collection, self.found, self.analysis, self.closing)
        return tuple(section for chapter in chapters for section in chapter.sections)

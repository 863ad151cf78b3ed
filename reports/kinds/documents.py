"""What a report of each kind says: built from the rows of its cycle, and read again as it was frozen."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from reports.addendum.frozen import thaw as thaw_addendum
from reports.addendum.gather import settled_addendum_of
from reports.addendum.model import AddendumDocument
from reports.document.frozen import thaw as thaw_report
from reports.document.gather import document_of
from reports.document.model import ReportDocument, digest_of
from reports.models import Report, ReportKind
from reports.survey_report.frozen import thaw as thaw_survey_report
from reports.survey_report.gather import survey_report_of
from reports.survey_report.model import SurveyReportDocument
from surveys.models import Survey

Document = ReportDocument | SurveyReportDocument | AddendumDocument


@dataclass(frozen=True, slots=True)
class Making:
    """``now``: as it would be said today; ``thaw``: as a version says it; ``said``: what a paraf agrees with."""

    now: Callable[[Survey], Document]
    thaw: Callable[[Any], Document]
    said: Callable[[Any], Any]


MAKING: dict[ReportKind, Making] = {
    ReportKind.FOLLOW_UP: Making(document_of, thaw_report, lambda document: document),
    ReportKind.SURVEY: Making(survey_report_of, thaw_survey_report, lambda document: document),
    ReportKind.ADDENDUM: Making(settled_addendum_of, thaw_addendum, attrgetter("source")),
}


OF_CONSOLE = {"followup": ReportKind.FOLLOW_UP} | {kind.value: kind for kind in ReportKind}
"""What a command calls each kind."""


def document_now(survey: Survey, kind: ReportKind) -> Document:
    """Raises Declined where there is nothing that a report of this kind could say."""
    return MAKING[kind].now(survey)


def draft_digest(document: Document, kind: ReportKind) -> str:
    """The digest of a draft: another one where it says something else, which another day does not."""
    return digest_of(MAKING[kind].said(document))


def frozen_document(report: Report) -> Document:
    """Raises FrozenDataError where it cannot be read."""
    return MAKING[ReportKind(report.kind)].thaw(report.document)

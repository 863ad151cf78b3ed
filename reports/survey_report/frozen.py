"""A Laporan Survei Kepuasan Masyarakat as JSON and back, as a prepared version keeps it. Pure."""

from typing import Any

from reports.document.frozen import thaw_as
from reports.survey_report.model import SCHEMA, SurveyReportDocument


def thaw(data: Any) -> SurveyReportDocument:
    """The document that was frozen. Raises FrozenDataError as the thaw of a follow-up report does."""
    return thaw_as(SurveyReportDocument, data, SCHEMA, _upgraded)


def _upgraded(data: Any, _schema: int) -> Any:
    """There is no earlier shape yet."""
    return data

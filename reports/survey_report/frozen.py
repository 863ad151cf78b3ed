"""A Laporan Survei Kepuasan Masyarakat as JSON and back, as a prepared version keeps it. Pure."""

from typing import Any

from reports.document.frozen import thaw_as
from reports.document.upgrades_from_fifteen import with_switch_of_publications
from reports.survey_report.model import SCHEMA, SurveyReportDocument


def thaw(data: Any) -> SurveyReportDocument:
    """The document that was frozen. Raises FrozenDataError as the thaw of a follow-up report does."""
    return thaw_as(SurveyReportDocument, data, SCHEMA, _upgraded)


def _upgraded(data: Any, _schema: int) -> Any:
    return _first_to_second(data) if data["schema"] == 1 else data


def _first_to_second(data: Any) -> Any:
    """The look did not say whether publications are printed; this report prints none anyhow."""
    return data | {"schema": 2, "office": with_switch_of_publications(data["office"])}

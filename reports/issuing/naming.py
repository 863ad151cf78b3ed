"""How a version is named: in the trail, in notices, and by the files that are handed out of it."""

from typing import Any

from reports.models import JobKind, Report, ReportKind
from surveys.models import Survey

_STEMS = {
    ReportKind.FOLLOW_UP: "Laporan-TL-SKM",
    ReportKind.SURVEY: "Laporan-SKM",
    ReportKind.ADDENDUM: "Laporan-Penyelesaian-RTL",
}
_DRAFTS = {JobKind.DRAFT_PDF: "draf", JobKind.MARGIN_PDF: "draf-tepi-lebar", JobKind.DRAFT_WORD: "konsep"}


def told_of(report: Report) -> dict[str, Any]:
    """Which version an event is about; the kind is said where it is not the follow-up report."""
    told: dict[str, Any] = {"version": report.version}
    return told if report.kind == ReportKind.FOLLOW_UP else {"report_kind": report.get_kind_display()} | told


def title_of(report: Report) -> str:
    """``Laporan Tindak Lanjut SKM KPU Kabupaten Ngawi Semester I Tahun 2025 versi 1``."""
    survey = report.followup.survey
    return f"{report.get_kind_display()} {survey.office} {survey.period_label} versi {report.version}"


def draft_name_of(survey: Survey, kind: ReportKind, draft: JobKind) -> str:
    return f"{_STEMS[kind]}-{survey.office.code}-{survey.period}-{_DRAFTS[draft]}.{draft.ending}"


def file_name_of(report: Report, suffix: str, ending: str) -> str:
    survey = report.followup.survey
    stem = _STEMS[ReportKind(report.kind)]
    return f"{stem}-{survey.office.code}-{survey.period}-v{report.version}{suffix}.{ending}"

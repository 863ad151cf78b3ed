"""What stands above a table of the workbook. Pure."""

from reports.document.model import ReportDocument
from reports.document.shapes import TableHead


def head_lines(document: ReportDocument) -> tuple[str, ...]:
    """Whose cycle it is, above each table."""
    return document.office.name, f"SKM {document.period_label}"


def title_of(head: TableHead) -> str:
    return f"{head.label} {head.title}"

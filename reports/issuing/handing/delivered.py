"""From the records of handing on: how far versions are on their way, and which receipts are waited for."""

from collections.abc import Iterable

from reports.issuing.handing.delivery import NOT_SENT, Delivery
from reports.models import Handover, HandoverKind, ReportKind, State


def delivery_of(rows: Iterable[Handover]) -> Delivery:
    """Of one version, of which these are all records."""
    sent = [row for row in rows if row.kind == HandoverKind.SENT]
    if not sent:
        return NOT_SENT
    received = [(row.received_on, row.received_by) for row in sent if row.received_on]
    return Delivery(
        min(row.happened_on for row in sent),
        any(row.awaits_receipt for row in sent),
        *max(received, default=(None, "")),
    )


def deliveries_of(surveys: Iterable[int]) -> dict[int, Delivery]:
    """Of the report in force of each of these surveys (ids) that was sent; one query."""
    rows = Handover.objects.filter(
        kind=HandoverKind.SENT,
        report__kind=ReportKind.FOLLOW_UP,
        report__state=State.SIGNED,
        report__followup__survey__in=list(surveys),
    )
    found: dict[int, list[Handover]] = {}
    for row in rows.select_related("report__followup"):
        found.setdefault(row.report.followup.survey_id, []).append(row)
    return {survey: delivery_of(own) for survey, own in found.items()}

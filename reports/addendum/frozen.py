"""A Laporan Penyelesaian RTL as JSON and back, as a prepared version keeps it. Pure."""

from typing import Any

from reports.addendum.model import SCHEMA, AddendumDocument
from reports.document.frozen import thaw_as


def thaw(data: Any) -> AddendumDocument:
    """The document that was frozen. Raises FrozenDataError as the thaw of a report does."""
    return thaw_as(AddendumDocument, data, SCHEMA, lambda frozen, _schema: frozen)

"""A Laporan Penyelesaian RTL as JSON and back, as a prepared version keeps it. Pure."""

from typing import Any

from reports.addendum.model import SCHEMA, AddendumDocument
from reports.document.frozen import thaw_as


def thaw(data: Any) -> AddendumDocument:
    """The document that was frozen. Raises FrozenDataError as the thaw of a report does."""
    return thaw_as(AddendumDocument, data, SCHEMA, _upgraded)


def _upgraded(data: Any, _schema: int) -> Any:
    return _first_to_second(data) if data["schema"] == 1 else data


def _first_to_second(data: Any) -> Any:
    """Nothing but photos was proof."""
    source = data["source"]
    fates = [
        fate and fate | {"evidence": fate["evidence"] | {"web_pages": []}}  # nobody took it up: None
        for fate in source["fates"]
    ]
    groups = [group | {"web_pages": []} for group in data["annex"]["groups"]]
    return data | {
        "schema": 2,
        "annex": data["annex"] | {"groups": groups},
        "source": source | {"fates": fates},
    }

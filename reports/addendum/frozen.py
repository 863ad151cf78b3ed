"""A Laporan Penyelesaian RTL as JSON and back, as a prepared version keeps it. Pure."""

from typing import Any

from reports.addendum.model import SCHEMA, AddendumDocument
from reports.document.frozen import thaw_as
from reports.document.upgrades import with_first_look
from reports.document.upgrades_from_fifteen import with_switch_of_publications


def thaw(data: Any) -> AddendumDocument:
    """The document that was frozen. Raises FrozenDataError as the thaw of a report does."""
    return thaw_as(AddendumDocument, data, SCHEMA, _upgraded)


def _upgraded(data: Any, _schema: int) -> Any:
    if data["schema"] == 1:
        data = _first_to_second(data)
    if data["schema"] == 2:
        data = data | {"schema": 3, "office": with_first_look(data["office"], has_summary=True)}
    if data["schema"] == 3:
        data = _third_to_fourth(data)
    return _fourth_to_fifth(data) if data["schema"] == 4 else data


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


def _third_to_fourth(data: Any) -> Any:
    """Day and number were always printed, without a rank, and nobody signed beside the signatory."""
    alone = {"rank": "", "acknowledger": None}
    signing = data["signing"]
    return data | {
        "schema": 4,
        "signing": signing and signing | alone | {"pen_number": False},
        "signature": data["signature"] | alone,
    }


def _fourth_to_fifth(data: Any) -> Any:
    """The look did not say whether publications are printed; this report prints none anyhow."""
    return data | {"schema": 5, "office": with_switch_of_publications(data["office"])}

"""How a survey was carried out, in a cycle file. Pure."""

from typing import Any

from offices.fields import Kind
from reports.cycle.model import FieldworkData
from reports.cycle.shape import Node
from surveys.fields import ACTIVITIES, FIELDWORK_FIELDS, LONGEST_OF_FIELDWORK, MOST_WORKDAYS, activity_fields


def fieldwork(node: Node) -> FieldworkData:
    """Each key may be left out; an activity does not end before it begins."""
    nothing = {field.key: "" if field.kind is Kind.TEXT else None for field in FIELDWORK_FIELDS}
    part = node.fields(**nothing)
    found: dict[str, Any] = {field.key: _value(part[field.key], field.kind) for field in FIELDWORK_FIELDS}
    for key in ACTIVITIES:
        start, end, _days = (field.key for field in activity_fields(key))
        first, last = found[start], found[end]
        if first and last and part[start].sound and part[end].sound and last < first:
            part[end].fault(f"{last} mendahului awalnya; seharusnya {first} atau sesudahnya")
    return FieldworkData(**found)


def _value(node: Node, kind: Kind) -> object:
    match kind:
        case Kind.TEXT:
            return node.optional_text(LONGEST_OF_FIELDWORK) or ""
        case Kind.DAY:
            return node.or_null(Node.day)
    return node.or_null(lambda number: number.integer(0, MOST_WORKDAYS))

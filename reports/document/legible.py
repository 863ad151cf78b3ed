"""What can be read of a frozen document whatever its shape: the texts of its sections, and single values. Pure.

A version that was signed is shown, checked and compared with no more than this, should it not thaw any more.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reports.document.sections import SECTIONS
from reports.document.shapes import SectionText, heading


def value_at(data: Any, *path: str) -> Any:
    """The value under these keys, one within the other; None where there is none."""
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def text_at(data: Any, *path: str) -> str:
    """The text under these keys; empty where there is none."""
    text = value_at(data, *path)
    return text if isinstance(text, str) else ""


def texts_of(data: Any) -> tuple[SectionText, ...]:
    """What each section says, in the order of the report; sections that cannot be read are left out."""
    order = list(SECTIONS)
    legible = []
    for section in _sections(data):
        name = heading(text_at(section, "number"), text_at(section, "title"))
        text = _text(section["blocks"])
        if name and text:
            legible.append(SectionText(text_at(section, "key"), name, text))
    return tuple(
        sorted(legible, key=lambda each: (order.index(each.key) if each.key in order else len(order), each.key))
    )


def _sections(data: Any) -> Iterator[Mapping[str, Any]]:
    """Databases sort the keys of JSON, so that the order here is nobody's."""
    if isinstance(data, Mapping):
        if {"title", "blocks"} <= data.keys():
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for inner in data:
            yield from _sections(inner)


def _text(blocks: Any) -> str:
    try:
        return "\n".join("".join(run["text"] for run in line) for block in blocks for line in block["lines"])
    except (LookupError, TypeError):
        return ""

"""What only the XML of a workbook tells: rows that are hidden, formulas without a value or with an error."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ADDRESS = re.compile(r"([A-Z]+)(\d+)", re.ASCII)
_HIDES = re.compile(rb"visibility=\"(?:collapse|filter)\"")
_MOST_ROWS = 2**20
_TELLING = re.compile(rb"<(?:\w+:)?f[ />]|\shidden=|\st=\"e\"")


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one sheet, counted from 0."""

    hidden: frozenset[int]
    broken: Mapping[tuple[int, int], str]


NO_MARKS = Marks(frozenset(), {})


def marks_of(content: bytes) -> dict[str, Marks]:
    """Sheets by name; of ods only what is hidden. None where the file is neither, or its XML cannot be read."""
    marks = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "content.xml" in archive.namelist():
                book = archive.read("content.xml")
                return _hidden_of_ods(io.BytesIO(book)) if _HIDES.search(book) else {}
            for name, part in _parts(archive):
                sheet = archive.read(part) if part in archive.namelist() else b""
                marks[name] = _read(io.BytesIO(sheet)) if _TELLING.search(sheet) else NO_MARKS
    except (ParseError, DefusedXmlException, KeyError, ValueError, OSError, zipfile.BadZipFile):
        return {}
    return marks


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and the file in the archive that holds it."""
    if "xl/workbook.xml" not in archive.namelist():
        return
    targets = {}
    with archive.open("xl/_rels/workbook.xml.rels") as relations:
        for _event, node in iterparse(relations):
            if _tag(node.tag) == "Relationship":
                targets[node.get("Id")] = node.get("Target", "")
    with archive.open("xl/workbook.xml") as book:
        for _event, node in iterparse(book):
            if _tag(node.tag) == "sheet":
                target = targets.get(node.get(_RELATION) or node.get(_STRICT_RELATION), "")
                yield node.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _hidden_of_ods(book: IO[bytes]) -> dict[str, Marks]:
    """The hidden rows of each sheet; a row that is written once may stand for many."""
    hidden: dict[str, set[int]] = {}
    name = ""
    number = 0
    for event, node in iterparse(book, events=("start", "end")):
        tag = _tag(node.tag)
        told = {_tag(key): value for key, value in node.items()} if tag in {"table", "table-row"} else {}
        if tag == "table" and event == "start":
            name = told.get("name", "")
            number = 0
        elif tag == "table-row" and event == "start":
            repeated = min(int(told.get("number-rows-repeated", "1")), _MOST_ROWS)
            if told.get("visibility") in {"collapse", "filter"}:
                hidden.setdefault(name, set()).update(range(number, number + repeated))
            number += repeated
        elif tag == "table-row":
            node.clear()
    return {name: Marks(frozenset(rows), {}) for name, rows in hidden.items()}


def _read(sheet: IO[bytes]) -> Marks:
    hidden = set()
    broken = {}
    number = -1
    column = -1
    for event, node in iterparse(sheet, events=("start", "end")):
        tag = _tag(node.tag)
        if tag == "row" and event == "start":
            number = int(node.get("r", number + 2)) - 1
            column = -1
            if node.get("hidden") in {"1", "true"}:
                hidden.add(number)
        elif tag == "c" and event == "end":
            parts = {_tag(child.tag): child.text or "" for child in node}
            is_error = node.get("t") == "e"
            # Some programs leave the addresses out: then the cells stand one behind the other.
            place = _place(node.get("r", "")) or (number, column + 1)
            column = place[1]
            if is_error or ("f" in parts and not parts.get("v")):
                broken[place] = parts.get("v", "") if is_error else ""
        elif tag == "row":
            node.clear()
    return Marks(frozenset(hidden), broken)


def _place(address: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _tag(name: str) -> str:
    return name.rpartition("}")[2]

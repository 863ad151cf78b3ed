"""What the XML of an Excel sheet tells: hidden rows, formulas without a value or with an error, percentages."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from lxml.etree import LxmlError, XPath
from lxml.etree import iterparse as rows_of

from surveys.workbooks.sheets.marks import NO_MARKS, Marks, tag
from surveys.workbooks.sheets.ods_xml import marks_of_ods

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ADDRESS = re.compile(r"([A-Z]+)(\d+)", re.ASCII)
_QUOTED = re.compile(r"\"[^\"]*\"|\\.")
_TELLING = tuple(b"%b%b" % (start, end) for start in (b"<f", b":f") for end in (b" ", b"/", b">"))
_TELLING += (b'hidden="', b't="e"')
"""What stands in the XML of a sheet that has anything to be told; looked for as it stands, which is fast."""


def marks_of(content: bytes) -> dict[str, Marks]:
    """Sheets by name. None where the file is neither xlsx nor ods, or its XML cannot be read."""
    marks = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "content.xml" in archive.namelist():
                return marks_of_ods(archive.read("content.xml"))
            percent = _percent_styles(archive)
            signs = (*_TELLING, *(f's="{style}"'.encode() for style in percent))
            for name, part in _parts(archive):
                sheet = archive.read(part) if part in archive.namelist() else b""
                is_telling = any(sign in sheet for sign in signs)
                marks[name] = _read(io.BytesIO(sheet), percent) if is_telling else NO_MARKS
    except (ParseError, LxmlError, DefusedXmlException, KeyError, ValueError, OSError, zipfile.BadZipFile):
        return {}
    return marks


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and the file in the archive that holds it."""
    if "xl/workbook.xml" not in archive.namelist():
        return
    targets = {}
    with archive.open("xl/_rels/workbook.xml.rels") as relations:
        for _event, node in iterparse(relations):
            if tag(node.tag) == "Relationship":
                targets[node.get("Id")] = node.get("Target", "")
    with archive.open("xl/workbook.xml") as book:
        for _event, node in iterparse(book):
            if tag(node.tag) == "sheet":
                target = targets.get(node.get(_RELATION) or node.get(_STRICT_RELATION), "")
                yield node.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _percent_styles(archive: zipfile.ZipFile) -> dict[str, int]:
    """The styles by which a cell is shown as a percentage, as cells name them, with what 1 % is of their value."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    formats = {"9": 100, "10": 100}
    styles: list[str] = []
    with archive.open("xl/styles.xml") as sheet:
        for _event, node in iterparse(sheet):
            if tag(node.tag) == "numFmt" and "%" in (code := node.get("formatCode", "")):
                formats[node.get("numFmtId", "")] = 100 if "%" in _QUOTED.sub("", code) else 1
            elif tag(node.tag) == "cellXfs":
                styles = [style.get("numFmtId", "") for style in node]
    return {str(at): formats[style] for at, style in enumerate(styles) if style in formats}


def _read(sheet: IO[bytes], percent: Mapping[str, int]) -> Marks:
    """The cells that tell anything are chosen by the XML library: a row of answers has dozens of others."""
    styles = "".join(f" or @s='{style}'" for style in percent)
    telling = XPath(f"*[@t='e' or *[local-name()='f']{styles}]")
    hidden = set()
    broken = {}
    shown = {}
    number = -1
    for _event, row in rows_of(sheet, tag="{*}row", resolve_entities=False, no_network=True):
        number = int(row.get("r", number + 2)) - 1
        if row.get("hidden") in {"1", "true"}:
            hidden.add(number)
        for cell in telling(row):
            parts = {tag(part.tag): part.text or "" for part in cell.iterchildren("*")}
            # Some programs leave the addresses out: then the cells stand one behind the other.
            place = _place(cell.get("r", "")) or (number, row.index(cell))
            if cell.get("t") == "e" or ("f" in parts and not parts.get("v")):
                broken[place] = parts.get("v", "") if cell.get("t") == "e" else ""
            if parts.get("v") and cell.get("s") in percent:
                shown[place] = percent[cell.get("s")]
        row.clear()
    return Marks(frozenset(hidden), broken, percent=shown)


def _place(address: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1

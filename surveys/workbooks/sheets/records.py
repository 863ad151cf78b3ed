"""Which rows of an old .xls are hidden, told from the records of its bytes, which the library does not give. Pure."""

import re
from collections.abc import Sequence

_RECORDS = re.compile(
    rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06](?P<kind>\x05\x00|\x10\x00|\x20\x00|\x40\x00)"
    rb"|\x08\x02\x10\x00(?P<row>..)(?P<columns>....).{6}(?P<look>.)[\x00\x01]",
    re.DOTALL,
)
"""BOF, with which a part of the file begins, and ROW ([MS-XLS] 2.4.21, 2.4.221)."""
SHEET = b"\x10\x00"
HIDDEN = 0x20
MOST_COLUMNS = 256


def hidden_rows(content: bytes, names: Sequence[str]) -> dict[str, frozenset[int]]:
    """By sheet, counted from 0; nothing where the parts of the file are not the sheets that it names.

    A record that is cut by a sector of the file is overlooked, so there may be more.
    """
    parts: list[tuple[bytes, set[int]]] = []
    for record in _RECORDS.finditer(content):
        if kind := record["kind"]:
            parts.append((kind, set()))
            continue
        first = int.from_bytes(record["columns"][:2], "little")
        end = int.from_bytes(record["columns"][2:], "little")
        if parts and first <= end <= MOST_COLUMNS and record["look"][0] & HIDDEN:
            parts[-1][1].add(int.from_bytes(record["row"], "little"))
    sheets = [frozenset(rows) for kind, rows in parts if kind == SHEET]
    return dict(zip(names, sheets, strict=True)) if len(sheets) == len(names) else {}

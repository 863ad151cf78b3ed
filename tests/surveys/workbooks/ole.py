"""OLE files ([MS-CFB], version 3), as far as it takes to hold a few streams: what Excel puts a locked workbook into."""

import struct
from itertools import chain, pairwise

SECTOR = 512
SMALLEST = 4096
"""A shorter stream would lie in the small sectors, which are not written here: it is filled up with zeros."""
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STREAM, ROOT = 2, 5


def ole(streams):
    """``streams``: names to bytes."""
    bodies = [_filled(content.ljust(SMALLEST, b"\0")) for content in streams.values()]
    directory = _filled(_directory(streams, bodies))
    parts = [*bodies, directory]
    starts = _starts(parts)
    table = _filled(_fat(starts), b"\xff")
    assert len(table) == SECTOR, "one sector of the table tells where 127 others are"
    return _head(at_table=starts[-1], at_directory=starts[-2]) + b"".join(parts) + table


def _starts(parts):
    """The sector at which each part starts, and the one behind all of them."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part) // SECTOR)
    return starts


def _fat(starts):
    """After each sector the next of its part."""
    chains = [[*range(start + 1, end), END] for start, end in pairwise(starts)]
    return struct.pack(f"<{starts[-1] + 1}I", *chain(*chains), FAT)


def _directory(streams, bodies):
    starts = _starts(bodies)
    order = sorted(streams, key=lambda name: (len(name), name.upper()))
    places = {name: at for at, name in enumerate(streams, 1)}
    after = dict(pairwise(order))
    entries = [_entry("Root Entry", ROOT, FREE, places[order[0]], END, 0)]
    for at, name in enumerate(streams):
        next_name = after.get(name)
        entries.append(
            _entry(name, STREAM, places[next_name] if next_name else FREE, FREE, starts[at], len(bodies[at]))
        )
    return b"".join(entries)


def _entry(name, kind, right, child, start, size):
    text = f"{name}\0".encode("utf-16-le")
    black = 1
    links = struct.pack("<HBBIII", len(text), kind, black, FREE, right, child)
    return text.ljust(64, b"\0") + links + bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", start, size)


def _head(*, at_table, at_directory):
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    shape = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    sectors = struct.pack("<IIIIIIIIII", 0, 1, at_directory, 0, SMALLEST, END, 0, END, 0, at_table)
    return (signature + shape + sectors).ljust(SECTOR, b"\xff")


def _filled(content, with_byte=b"\0"):
    return content.ljust(-(-len(content) // SECTOR) * SECTOR, with_byte)

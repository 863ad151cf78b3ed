"""A PDF written to a file piece by piece: each object is made into bytes once, and none is kept.

pydyf's own way makes each twice, compresses it twice, and holds the whole file to name it.
"""

from hashlib import md5
from typing import IO, Any

import pydyf

_STREAM_END = b"\nendstream"


class _Output:
    """A file that knows how far it is written, and a name for what is in it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.position = 0
        self.hash = md5(usedforsecurity=False)

    def write(self, data: bytes | memoryview) -> None:
        self.file.write(data)
        self.position += len(data)
        self.hash.update(data)

    def object(self, item: Any, data: bytes) -> None:
        """Write an object. A stream's data end with CR LF: after data that end in CR, a lone LF is read as part of that
        pair. One stream in 256 ends so by chance, and PDF/A wants its length to be exact.
        """
        item.offset = self.position
        self.write(b"%d 0 obj\n" % item.number)
        if data.endswith(_STREAM_END):
            self.write(memoryview(data)[: -len(_STREAM_END)])
            self.write(b"\r" + _STREAM_END)
        else:
            self.write(data)
        self.write(b"\nendobj\n")


def write_objects(pdf: Any, file: IO[bytes], version: str) -> None:
    """Write a finished PDF with an object stream and a cross-reference stream; the same objects give the same bytes."""
    output = _Output(file)
    output.write(b"%%PDF-%s\n%%\xf0\x9f\x96\xa4\n" % version.encode())
    pdf.add_object(pdf.info)
    packed = []
    for item in pdf.objects[1:]:
        if item.compressible:
            packed.append(item)
        else:
            output.object(item, item.data)
    pack = _packed(pdf, packed)
    output.object(pack, pack.data)
    table = _table(pdf, packed, pack, output)
    start = output.position
    output.object(table, table.data)
    output.write(b"startxref\n%d\n%%%%EOF\n" % start)


def _packed(pdf: Any, items: list[Any]) -> Any:
    """The stream of all objects that are no streams."""
    places, parts, position = [], [], 0
    for item in items:
        data = item.data
        places.append(b"%d %d" % (item.number, position))
        parts.append(data)
        position += len(data) + 1
    head = b" ".join(places)
    extra = {"Type": "/ObjStm", "N": len(items), "First": len(head) + 1}
    pack = pydyf.Stream([head, *parts], extra, compress=True)
    pdf.add_object(pack)
    return pack


def _table(pdf: Any, packed: list[Any], pack: Any, output: _Output) -> Any:
    """The stream that says where each object is. Its own place is the end of what is written."""
    table = pydyf.Stream(compress=True)
    pdf.add_object(table)
    table.offset = output.position
    within = {item.number: at for at, item in enumerate(packed)}
    widths = (1, _width(output.position), max(2, _width(len(packed))))
    rows = (
        (2, pack.number, within[item.number]) if item.number in within else (1, item.offset, 0)
        for item in pdf.objects[1:]
    )
    table.stream = [b"".join(_row(row, widths) for row in ((0, 0, 65535), *rows))]
    name = pydyf.String(output.hash.hexdigest()).data
    table.extra = {
        "Type": "/XRef",
        "Index": pydyf.Array((0, len(pdf.objects))),
        "W": pydyf.Array(widths),
        "Size": len(pdf.objects),
        "Root": pdf.catalog.reference,
        "Info": pdf.info.reference,
        "ID": pydyf.Array((name, name)),
    }
    return table


def _row(row: tuple[int, ...], widths: tuple[int, ...]) -> bytes:
    return b"".join(value.to_bytes(width, "big") for value, width in zip(row, widths, strict=True))


def _width(number: int) -> int:
    return (number.bit_length() + 7) // 8

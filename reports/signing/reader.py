"""A PDF reader for files with large object streams, as the renderer writes them; what is read is not judged here."""

from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader


class Reader(PdfFileReader):  # type: ignore[misc]
    """Reads the head of an object stream once; the library does so for each object, in time that grows squared."""

    def __init__(self, stream: BytesIO, *, strict: bool) -> None:
        self._streams: dict[int, tuple[BytesIO, dict[int, int]]] = {}
        super().__init__(stream, strict=strict)

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        if stmnum not in self._streams:
            self._streams[stmnum] = _unpacked(generic.Reference(stmnum, 0, self).get_object())
        content, offsets = self._streams[stmnum]
        if idnum not in offsets:
            raise misc.PdfReadError(f"object {idnum} is not in stream {stmnum} at {idx}")
        content.seek(offsets[idnum])
        found = generic.read_object(content, generic.Reference(idnum, 0, self))
        if isinstance(found, generic.StreamObject | generic.IndirectObject):
            raise misc.PdfReadError("a kind of object that may not lie in an object stream")
        return found


def reader_of(pdf: bytes, *, strict: bool = True) -> Reader:
    """A reader of a whole file in memory."""
    return Reader(BytesIO(pdf), strict=strict)


def _unpacked(stream: Any) -> tuple[BytesIO, dict[int, int]]:
    """An object stream's content, and where in it each object begins (the first of a number counts)."""
    if not isinstance(stream, generic.StreamObject) or stream["/Type"] != "/ObjStm":
        raise misc.PdfReadError("not an object stream")
    content = stream.read_data(DecodePurpose.OBJECT_STREAM)
    first = int(stream["/First"])
    head = bytes(content[: int(stream["/First"])]).split()
    offsets: dict[int, int] = {}
    for number, offset in zip(head[::2], head[1::2], strict=False):
        offsets.setdefault(int(number), first + int(offset))
    return BytesIO(content), offsets

"""How the portal adds to a PDF: an incremental update that keeps what makes it PDF/A-3a and PDF/UA-1."""

import hashlib
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from reports.signing.reader import reader_of


class Update(IncrementalPdfFileWriter):  # type: ignore[misc]
    """An update of our own rendered file; the same update of the same file gives the same bytes."""

    def _update_meta(self) -> None:
        """The library would write the metadata anew and lose the schema by which PDF/A knows the claim of PDF/UA."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        first = super()._handle_id(prev)[0]  # type: ignore[no-untyped-call]
        prev.stream.seek(0)
        state = hashlib.sha256(prev.stream.read()).digest()[:16]
        return generic.ArrayObject([first, generic.ByteStringObject(state)])

    def _populate_trailer(self, trailer: generic.DictionaryObject) -> None:
        """Leave the cross-reference stream plain: one compressed stream in 256 ends in CR, its length then unclear."""
        super()._populate_trailer(trailer)  # type: ignore[no-untyped-call]
        for key in ("/Filter", "/DecodeParms"):
            trailer.pop(generic.pdf_name(key), None)


def update_of(pdf: bytes) -> Any:
    """Start an update of a file that the portal rendered itself."""
    return Update.from_reader(reader_of(pdf))


def written(update: Any) -> bytes:
    """The file with its update."""
    target = BytesIO()
    update.write(target)
    return target.getvalue()

"""What a PDF shows and says of itself to a reader: its words, its makers, what is attached to it; inside the fence."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

import pypdfium2

MOST_PAGES = 400
MOST_ATTACHED = 20
_BROKEN_HYPHEN = "\ufffe"  # what PDFium writes for a hyphen at the end of a line


class LockedError(Exception):
    """A password is asked for."""


@dataclass(frozen=True, slots=True)
class Pages:
    """``makers``: the programs that made it; ``pictures_only``: nothing but a picture on the first page."""

    words: str
    makers: str
    attached: tuple[bytes, ...]
    pictures_only: bool


def pages_of(pdf: bytes) -> Pages:
    """Raises LockedError, or whatever the library raises over a file that it cannot read."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise LockedError from None
        raise
    if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document) != -1:
        raise LockedError
    about = document.get_metadata_dict()
    makers = f"{about.get('Creator', '')} {about.get('Producer', '')}"
    texts = (document[number].get_textpage().get_text_range() for number in range(min(len(document), MOST_PAGES)))
    words = " ".join(text.replace(_BROKEN_HYPHEN, "-") for text in texts)
    shown = {each.type for each in islice(document[0].get_objects(max_depth=2), MOST_PAGES)}
    is_picture = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in shown and pypdfium2.raw.FPDF_PAGEOBJ_TEXT not in shown
    return Pages(words, makers, tuple(_attached(document)), is_picture)


def _attached(document: pypdfium2.PdfDocument) -> Iterator[bytes]:
    """What each attachment holds; the library raises over one that holds nothing."""
    for number in range(min(document.count_attachments(), MOST_ATTACHED)):
        with suppress(pypdfium2.PdfiumError):
            yield bytes(document.get_attachment(number).get_data())

"""What PDFium makes of a file: whether its pages open (what stands on them: pages.py). It runs inside the fence."""

from typing import Any

import pypdfium2

LOCKED, BROKEN = "locked", "broken"


def opened(pdf: bytes) -> Any:
    """The file as PDFium reads it; raises pypdfium2.PdfiumError where it cannot."""
    return pypdfium2.PdfDocument(pdf)


def hindrance_to_reading(pdf: bytes) -> str:
    """LOCKED, BROKEN, the number of the first page that does not open, or nothing."""
    try:
        file = opened(pdf)
    except pypdfium2.PdfiumError as error:
        return LOCKED if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD else BROKEN
    if not len(file):
        return BROKEN
    return next((str(at + 1) for at in range(len(file)) if not _opens(file, at)), "")


def _opens(file: Any, at: int) -> bool:
    try:
        file[at].close()
    except pypdfium2.PdfiumError:
        return False
    return True

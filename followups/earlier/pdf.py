"""Whether a file that somebody sent is a PDF with pages: looked at behind the fence."""

from collections.abc import Iterator
from io import BytesIO

from offices.fence import UnfinishedError, fenced

LARGEST = 25 * 2**20
TOO_LARGE = "Berkas ini lebih dari 25 MB. Perkecil pindaiannya, lalu pilih lagi."
NO_PDF = "Berkas ini bukan PDF yang dapat dibuka. Pilih laporan yang sudah ditandatangani dalam bentuk PDF."


def fault_of_pdf(content: bytes) -> str:
    """Why this cannot be kept as a PDF, as a sentence; empty where it can."""
    if len(content) > LARGEST:
        return TOO_LARGE
    if not content.startswith(b"%PDF-"):
        return NO_PDF
    import pikepdf  # noqa: F401 – outside the fence, in which there is little room; and by no other page

    try:
        return "" if fenced(lambda: _pages_in(content)) else NO_PDF
    except UnfinishedError:
        return NO_PDF


def _pages_in(content: bytes) -> Iterator[int]:
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        yield len(pdf.pages)

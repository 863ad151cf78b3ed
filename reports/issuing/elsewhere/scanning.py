"""Whether what was uploaded is the scan of a signed report: a PDF whose pages open, or a picture."""

from followups.evidence.photos import normalise
from offices.declining import Declined
from offices.fence import UnfinishedError, fenced

MOST_SCAN_BYTES = 40 * 2**20
SECONDS = 10
_PDF = b"%PDF-"
_ANEW = "Pindai ulang, simpan sebagai PDF, JPEG, atau PNG, buka dahulu di komputer Anda, lalu unggah."


def scan_of(content: bytes) -> tuple[bytes, str]:
    """What is kept of a scan, and its ending: a PDF as it came; a picture without what a telephone wrote into it.

    Raises Declined with what is wrong and what to do.
    """
    if len(content) > MOST_SCAN_BYTES:
        raise Declined(
            f"Pindaian terlalu besar; paling besar {MOST_SCAN_BYTES // 2**20} MB. Pindai dengan ketajaman lebih rendah "
            "(150–200 dpi), lalu unggah lagi."
        )
    if content.startswith(_PDF):
        _refuse_unreadable(content)
        return content, "pdf"
    try:
        return normalise(content).jpeg, "jpg"
    except Declined as error:
        raise Declined("Pindaian harus berupa PDF atau gambar JPEG/PNG yang utuh. " + _ANEW) from error


def _refuse_unreadable(content: bytes) -> None:
    from reports.signing.likeness import drawn

    try:
        hindrance = str(fenced(lambda: iter([drawn.hindrance_to_reading(content)]), SECONDS))
    except UnfinishedError:
        hindrance = drawn.BROKEN
    if hindrance == drawn.LOCKED:
        raise Declined("Pindaian ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.")
    if hindrance == drawn.BROKEN:
        raise Declined("Pindaian ini bukan PDF yang utuh: isinya tidak dapat dibuka. " + _ANEW)
    if hindrance:
        raise Declined(f"Halaman {hindrance} pindaian ini tidak dapat dibuka. " + _ANEW)

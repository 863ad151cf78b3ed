"""The pages of a PDF that somebody sent, counted and drawn behind the fence and nowhere else."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pypdfium2

from followups.evidence.photos import PHOTO_BOX
from offices.declining import Declined
from offices.fence import OutOfTimeError, UnfinishedError, fenced

BROKEN = "PDF ini rusak atau terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu pilih lagi."
BUSY = (
    "Server sedang sibuk, sehingga PDF ini belum sempat dibaca dan tidak ada yang berubah. Ulangi beberapa saat lagi."
)
MOST_PAGES = 2000
TOO_MANY = "PDF ini berisi {pages} halaman, melebihi batas 2.000 halaman. Bagi menjadi beberapa berkas."
_SECONDS = 8
_QUALITY = 92


def pages_in(pdf: bytes) -> int:
    """How many pages it has; raises ``Declined`` where it cannot be opened, or has too many."""
    count = int(_behind_the_fence(lambda: _counted(pdf)))
    if count > MOST_PAGES:
        raise Declined(TOO_MANY.format(pages=count))
    return count


def page_drawn(pdf: bytes, number: int) -> bytes:
    """The page with this number, from 1, as a JPEG of the size in which photos are kept; raises ``Declined``."""
    return bytes(_behind_the_fence(lambda: _drawn(pdf, number)))


def page_as_png(pdf: bytes, width: int) -> bytes:
    """The first page as a PNG of exactly so many pixels across; raises ``Declined``."""
    return bytes(_behind_the_fence(lambda: _as_png(pdf, width)))


def _behind_the_fence(work: Callable[[], Iterator[Any]]) -> Any:
    try:
        return fenced(work, seconds=_SECONDS)
    except OutOfTimeError as fault:
        raise Declined(BUSY) from fault
    except UnfinishedError as fault:
        raise Declined(BROKEN) from fault


def _counted(pdf: bytes) -> Iterator[int]:
    pages = len(pypdfium2.PdfDocument(pdf))
    if pages:
        yield pages


def _drawn(pdf: bytes, number: int) -> Iterator[bytes]:
    """Scaled to the box of a photo, whatever size the page says it has."""
    page = pypdfium2.PdfDocument(pdf)[number - 1]
    width, height = page.get_size()
    scale = min(PHOTO_BOX[0] / width, PHOTO_BOX[1] / height)
    out = BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(out, "JPEG", quality=_QUALITY)
    yield out.getvalue()


def _as_png(pdf: bytes, width: int) -> Iterator[bytes]:
    page = pypdfium2.PdfDocument(pdf)[0]
    out = BytesIO()
    page.render(scale=width / page.get_width()).to_pil().convert("RGB").save(out, "PNG", optimize=True)
    yield out.getvalue()

"""How large a version's file may be where it is sent to: photos are made smaller while it is prepared, never after.

What cannot fit is told before anything is prepared, from the photos themselves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil, floor
from typing import Self

from django.template.defaultfilters import floatformat

from followups.evidence.photos import smaller
from offices.declining import Declined
from offices.stored import Unsound, digest_in, read
from reports.kinds.documents import Document
from reports.models import Report, SigningWay
from reports.printing.links import PrintLinks, stored_files
from reports.printing.pdf import render_pdf
from reports.work.jobs import WorkRefused

MEGABYTE = 1_000_000
TENTH = MEGABYTE // 10
SIZES = ((1200, 70), (900, 60), (640, 50))
"""Longest edge in pixels and JPEG quality of the photos of a file that has to become smaller, tried in turn."""
ROOM_FOR_SIGNATURE = 64_000
SIGNED_PAGES = 3
"""Title page, Kata Pengantar and Bab IV come back as pictures where a report is signed by hand."""
LARGEST_PAGE = 350_000
_SHARE_OF_PAGE = 0.12
"""Of a small limit, for each signed page."""
PAGES_AT_LEAST = 90_000
"""Bytes of the smallest report without photos: its fonts, contents and structure."""
_MOST_TRIED = 16
_SURE = 0.9
"""Of an estimate from some of the photos: what is refused before it is tried could not fit."""


@dataclass(frozen=True, slots=True)
class Fit:
    """``limit_mb``: what is accepted where the file goes, None: any size; ``by_hand``: signed pages come into it."""

    limit_mb: int | None
    by_hand: bool

    @classmethod
    def of(cls, report: Report) -> Self:
        """That of a version; where nothing was said when it was prepared, its office's."""
        limit = report.limit_mb or report.followup.survey.office.pdf_limit_mb
        return cls(limit, report.way == SigningWay.BY_HAND)

    @property
    def page_bytes(self) -> int:
        """How many bytes a signed page may have."""
        if self.limit_mb is None:
            return LARGEST_PAGE
        return min(LARGEST_PAGE, round(self.limit_mb * MEGABYTE * _SHARE_OF_PAGE))

    @property
    def most_bytes(self) -> int | None:
        """How many the file may have before it is signed; None: any number."""
        if self.limit_mb is None:
            return None
        room = SIGNED_PAGES * self.page_bytes if self.by_hand else 0
        return self.limit_mb * MEGABYTE - ROOM_FOR_SIGNATURE - room

    def holds(self, size: float) -> bool:
        return self.most_bytes is None or size <= self.most_bytes


def check_fits(document: Document, fit: Fit) -> None:
    """Raise Declined, with the figures, where even the smallest photos cannot meet the limit.

    Some of many photos are tried: half a second at most on a quiet machine.
    """
    paths = sorted(set(stored_files(document, PrintLinks()).values()))
    tried = paths[:: len(paths) // _MOST_TRIED + 1]
    pictures = list(filter(None, map(_picture, tried)))
    if not pictures or fit.holds(PAGES_AT_LEAST + _scaled(pictures, len(paths))):
        return
    longest, quality = SIZES[-1]
    least = _scaled([smaller(picture, longest, quality) for picture in pictures], len(paths))
    sure = 1.0 if len(tried) == len(paths) else _SURE
    if fit.holds(sure * least + PAGES_AT_LEAST):
        return
    raise Declined(
        f"Laporan ini tidak akan muat dalam batas unggah {fit.limit_mb} MB: {len(paths)} gambar yang diperkecil sampai "
        f"{longest} piksel pun memerlukan kira-kira {_up(least)} MB, sedangkan yang tersedia "
        f"{_down(max(0, (fit.most_bytes or 0) - PAGES_AT_LEAST))} MB. Belum ada yang disiapkan. Kurangi foto "
        "bukti dukung, atau naikkan batasnya bila tujuan menerima berkas yang lebih besar.",
        "limit_mb",
    )


def fitting(document: Document, fit: Fit, told: Callable[[str, int], object]) -> tuple[bytes, int]:
    """The file that is to be signed, with its empty signature field unless the pen signs.

    Photos are as large as the limit lets them be; with the file their longest edge (pixels) if they were reduced, or 0.
    ``told`` hears each step and how far it is. Raises WorkRefused where it stays too large.
    """
    told("Menata halaman", 15)
    content = _signable(render_pdf(document), fit)
    edge = 0
    for number, (longest, quality) in enumerate(SIZES):
        if fit.holds(len(content)):
            return content, edge
        told(f"Mengecilkan foto, karena berkas melebihi {fit.limit_mb} MB", 45 + 10 * number)
        content = _signable(render_pdf(document, partial(smaller, longest=longest, quality=quality)), fit)
        edge = longest
    if not fit.holds(len(content)):
        raise WorkRefused(
            f"Dengan foto yang sudah diperkecil pun berkas ini {_up(len(content))} MB, sedangkan yang tersedia "
            f"{_down(max(0, fit.most_bytes or 0))} MB: dari batas unggah {fit.limit_mb} MB sisanya disediakan untuk "
            f"{'halaman bertanda tangan yang dipindai' if fit.by_hand else 'tanda tangan elektronik'}. Kembalikan "
            "menjadi draf, lalu kurangi foto bukti dukung atau naikkan batasnya."
        )
    return content, edge


def _signable(content: bytes, fit: Fit) -> bytes:
    if fit.by_hand:
        return content
    from reports.signing.field import add_field  # a second of imports, which only the worker needs

    return add_field(content)


def _scaled(pictures: Sequence[bytes], count: int) -> float:
    """The bytes of that many pictures like these."""
    return sum(map(len, pictures)) * count / len(pictures)


def _picture(path: str) -> bytes:
    """The bytes of a stored picture; nothing where it is gone, which another rule tells."""
    try:
        return read(path, digest_in(path))
    except Unsound:
        return b""


def _up(size: float) -> str:
    """What is needed, in megabytes: rounded so that it never reads as what is available."""
    return floatformat(ceil(size / TENTH) / 10, 1)


def _down(size: float) -> str:
    return floatformat(floor(size / TENTH) / 10, 1)

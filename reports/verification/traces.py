"""Traces of this portal in a file that is none of ours any more: printed, cut, locked, packed, extracted.

Strangers send such files, so all of it runs behind the fence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from offices.fence import OutOfTimeError, UnfinishedError, fenced
from reports.verification.fingerprints import (
    Beginning,
    beginnings_of,
    codes_in,
    codes_in_text,
    first_codes,
    has_frame,
    is_cut,
)

_HEADER_WITHIN = 1024
_CREATOR = "SKM Portal"  # what print.html says
_HEADS = ("Laporan Tindak Lanjut SKM", "Laporan Penyelesaian Rencana Tindak Lanjut")  # what stands on their pages
_PRINTERS = (
    "cairo",
    "Skia/PDF",
    "Quartz",
    "Microsoft: Print To PDF",
    "Microsoft Print",
    "Ghostscript",
    "PDFCreator",
    "Bullzip",
    "CutePDF",
    "doPDF",
    "CUPS",
    "Android",
)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_PHOTO_BRANDS = {b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis", b"avif"}

if TYPE_CHECKING:
    from reports.signing.pages import Pages


class Form(StrEnum):
    """What a file is to who checks it."""

    PDF = "pdf"
    CUT = "cut"
    LOCKED = "locked"
    PICTURE = "picture"
    PRINTED = "printed"
    PACKED = "packed"
    OURS_ONCE = "ours_once"  # says of itself that it came from this portal, in whole or in part
    OTHER = "other"  # no PDF and no picture


OF_FORM = {
    Form.LOCKED: "Berkas ini dikunci dengan kata sandi.",
    Form.PICTURE: "Berkas ini gambar atau hanya berisi gambar, misalnya foto atau pindaian.",
    Form.PRINTED: "Berkas ini ditulis oleh program yang mencetak ke PDF.",
    Form.PACKED: "Berkas ini membungkus PDF lain sebagai lampiran. Keluarkan lampirannya, lalu cek lampiran itu.",
    Form.OURS_ONCE: "Berkas ini bermula dari laporan SKM, tetapi tidak memuat tanda tangan yang dapat dicek.",
}
"""A sentence for each form that leaves nothing to check in a file without a signature."""


@dataclass(frozen=True, slots=True)
class Traces:
    """``beginnings``: the latest first; ``codes``: well-formed ones, known or not; ``framed``: whether a signature
    stands where it says that it stands. ``read``: whether there was time for all of it;
    ``late``: whether the machine was too busy for any of it."""

    beginnings: tuple[Beginning, ...]
    codes: tuple[str, ...]
    form: Form
    framed: bool
    read: bool
    late: bool = False


def traces_of(content: bytes, seconds: int, by_clock: float) -> Traces:
    """What can be told in time; nothing about a file that cannot be read at all."""
    from reports.signing import pages  # noqa: F401 (half a second of imports, needed only here, before the fork)

    try:
        found = fenced(lambda: _told(content), seconds, by_clock=by_clock)
    except OutOfTimeError:
        return Traces((), (), _form(content), framed=False, read=False, late=True)
    except UnfinishedError:
        return Traces((), (), _form(content), framed=False, read=False)
    beginnings = tuple(Beginning(*row) for row in found["beginnings"])
    return Traces(beginnings, tuple(found["codes"]), Form(found["form"]), found["framed"], found["read"])


def _told(content: bytes) -> Iterator[dict[str, Any]]:
    """From coarse to fine: what a hostile file keeps back by being slow is the fine part."""
    form = _form(content)
    beginnings = [[each.digest, each.end] for each in beginnings_of(content)]
    told: dict[str, Any] = {"beginnings": beginnings, "codes": (), "form": form, "read": False}
    told["framed"] = has_frame(content)
    yield told
    told["codes"] = codes_in(content)
    yield told
    if form in (Form.PDF, Form.CUT) and not told["codes"]:
        told |= _read(content, form)
    yield told | {"read": True}


def _form(content: bytes) -> Form:
    if (content[4:8] == b"ftyp" and content[8:12] in _PHOTO_BRANDS) or content[8:12] == b"WEBP":
        return Form.PICTURE
    if content.startswith(_PICTURES):
        return Form.PICTURE
    if b"%PDF-" not in content[:_HEADER_WITHIN]:
        return Form.OTHER
    return Form.CUT if is_cut(content) else Form.PDF


def _read(content: bytes, form: Form) -> dict[str, Any]:
    """The form as a reader of PDF sees it, and the codes that are printed on pages or packed into attachments."""
    from reports.signing.pages import LockedError, pages_of

    try:
        pages = pages_of(content)
    except LockedError:
        return {"form": Form.LOCKED}
    except Exception:
        return {}
    packed = (code for each in pages.attached for code in codes_in(each))
    found = first_codes((*codes_in_text(pages.words), *packed))
    return {"codes": found, "form": _form_of(pages) if form == Form.PDF else form}


def _form_of(pages: "Pages") -> Form:
    if any(b"%PDF-" in each[:_HEADER_WITHIN] for each in pages.attached):
        return Form.PACKED
    words = " ".join(pages.words.split())
    if _CREATOR in pages.makers or any(head in words for head in _HEADS):
        return Form.OURS_ONCE
    if any(name in pages.makers for name in _PRINTERS):
        return Form.PRINTED
    return Form.PICTURE if pages.pictures_only and not pages.words.strip() else Form.PDF

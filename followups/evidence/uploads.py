"""Uploaded files on their way to being photos: read one by one, brought into shape, stored, and named by us.

Nothing here opens a transaction or knows a cycle; what becomes of a stored photo is said in evidence.py.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.timezone import localdate

from followups.evidence.day_taken import day_offered
from followups.evidence.photos import NormalisedPhoto, normalise, store
from followups.evidence.picture_files import advice_on, refuse_icon, refuse_many_bytes
from followups.models import EvidencePhoto
from offices.declining import Declined
from offices.stored import NotKept

LONGEST_STEM = 80
PICTURE = ("sha256", "width", "height", "size")
"""What tells which picture a photo is."""
_NO_LETTERS = re.compile(r"[^a-z0-9_]+")
_PLACEHOLDER = re.compile(r"^(?:contoh(?:[-_]+|$))+")


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A photo that lies in the storage and belongs to nothing yet; ``original`` is the user's file name.

    ``width`` and ``height`` in pixels, ``size`` in bytes. ``advice`` is what its uploader should know of it,
    ``caption`` what is known of what it shows, ``offered_on`` the day that its file tells.
    """

    original: str
    sha256: str
    width: int
    height: int
    size: int
    file: str
    thumbnail: str
    advice: str = ""
    caption: str = ""
    offered_on: date | None = None


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that is no photo of ours, and why, in Indonesian; ``again``: the same file may be taken later."""

    original: str
    reason: str
    again: bool = False


def store_uploads(
    office_code: str, files: Iterable["UploadedFile[bytes]"]
) -> tuple[list[StoredPhoto], list[RefusedFile]]:
    """Each file as a stored photo or with the reason why it is none, in the order in which they came."""
    stored, refused = [], []
    for file in files:
        original = file.name or "foto"
        try:
            stored.append(_store(office_code, original, file))
        except Declined as reason:
            refused.append(RefusedFile(original, str(reason), isinstance(reason, NotKept)))
    return stored, refused


def photo_name(original: str, taken: Collection[str]) -> str:
    """What a photo is called in a cycle file, after the user's name for it: ``photos/img_2031.jpg``.

    Never one of ``taken`` (in lower case), and never one that marks a placeholder.
    """
    base = original.rpartition("/")[2].rpartition("\\")[2]
    plain = unicodedata.normalize("NFKD", base.rpartition(".")[0] or base).encode("ascii", "ignore").decode().lower()
    cleaned = _PLACEHOLDER.sub("", _NO_LETTERS.sub("-", plain).strip("-"))
    stem = cleaned[:LONGEST_STEM].strip("-_") or "foto"
    number, name = 1, f"photos/{stem}.jpg"
    while name in taken:
        number += 1
        name = f"photos/{stem}-{number}.jpg"
    return name


def _store(office_code: str, original: str, file: "UploadedFile[bytes]") -> StoredPhoto:
    refuse_many_bytes(file.size or 0)
    photo = normalise(file.read())
    refuse_icon(*photo.came)
    offered = day_offered(photo.taken, original, localdate())
    return stored_photo(office_code, original, photo, advice=advice_on(*photo.came), offered_on=offered)


def stored_photo(office_code: str, original: str, photo: NormalisedPhoto, **said: Any) -> StoredPhoto:
    """A photo, stored; raises ``NotKept``."""
    names = store(office_code, photo)
    return StoredPhoto(original, photo.sha256, photo.width, photo.height, len(photo.jpeg), *names, **said)


def told_picture(photo: EvidencePhoto) -> dict[str, Any]:
    """Which picture a photo is, for the trail."""
    return {name: getattr(photo, name) for name in PICTURE}


def put_picture(photo: EvidencePhoto, stored: StoredPhoto) -> None:
    """Let a photo, to be saved by the caller, be another picture."""
    for name in (*PICTURE, "file", "thumbnail"):
        setattr(photo, name, getattr(stored, name))

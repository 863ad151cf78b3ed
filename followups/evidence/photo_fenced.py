"""Pictures worked on in a child process: those of strangers, and those that are drawn over.

One at a time, as in photos.py, whose lock is held while the child works: the machine has the memory for one.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from struct import Struct

from followups.evidence.photos import NormalisedPhoto, one_at_a_time, shaped
from followups.evidence.picture_files import BROKEN, refuse_many_bytes
from offices.declining import Declined
from offices.fence import OutOfTimeError, UnfinishedError, fenced

BUSY = "Server sedang sibuk, sehingga gambar ini belum sempat diolah. Ulangi beberapa saat lagi."
_SECONDS = 10
_LONGEST_DAY = 19  # as EXIF writes it: 2025:07:14 10:11:12
_HEAD = Struct(f">5I{_LONGEST_DAY}s")
"""Bytes of the picture, its width and height, those of the file that came, and when its EXIF says it was taken."""


def normalise_fenced(data: bytes) -> NormalisedPhoto:
    """As ``normalise``, for what comes from nobody whom the portal knows; raises ``Declined``."""
    refuse_many_bytes(len(data))
    return in_a_child(lambda: shaped(data))


def in_a_child(work: Callable[[], NormalisedPhoto]) -> NormalisedPhoto:
    """The photo that ``work`` makes, made in a child process; raises ``Declined`` as it does, or where it ends."""
    with one_at_a_time():
        try:
            answer = fenced(lambda: _told(work), seconds=_SECONDS)
        except OutOfTimeError as fault:
            raise Declined(BUSY) from fault
        except UnfinishedError as fault:
            raise Declined(BROKEN) from fault
    if isinstance(answer, str):
        raise Declined(answer)
    length, width, height, across, down, taken = _HEAD.unpack_from(answer)
    jpeg = answer[_HEAD.size : _HEAD.size + length]
    thumbnail = answer[_HEAD.size + length :]
    digest = sha256(jpeg).hexdigest()
    day = taken.rstrip(b"\0").decode("ascii")
    return NormalisedPhoto(jpeg, thumbnail, width, height, digest, (across, down), day)


def _told(work: Callable[[], NormalisedPhoto]) -> Iterator[str | bytes]:
    """The photo in bytes, or why there is none."""
    try:
        photo = work()
    except Declined as declined:
        yield str(declined)
        return
    day = photo.taken.encode("ascii", "ignore")[:_LONGEST_DAY]
    yield _HEAD.pack(len(photo.jpeg), photo.width, photo.height, *photo.came, day) + photo.jpeg + photo.thumbnail

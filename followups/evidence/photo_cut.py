"""A stored photo drawn anew in a child process: turned, cut to a part of it, or covered in places.

What is covered is gone: the pixels are painted over before the picture is coded again.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Self

from PIL import Image, ImageDraw
from PIL.Image import Transpose

from followups.evidence.photo_fenced import in_a_child
from followups.evidence.photos import NormalisedPhoto, shaped
from followups.evidence.picture_files import refuse_icon
from offices.declining import Declined

MOST = 40
BLOCK = 16
"""A JPEG codes its colours in squares of so many pixels: those beside a covered one tell of it."""
INK = "black"
NO_AREA = "Tandai dahulu bagian gambarnya."
TOO_MANY = f"Paling banyak {MOST} kotak sekaligus. Simpan dahulu, lalu tandai yang lain."
OUTSIDE = "Kotak yang ditandai berada di luar gambar. Muat ulang halaman ini, lalu tandai lagi."
_QUALITY = 90
_AREA = re.compile(r"([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in pixels of the stored picture; ``right`` and ``below`` are the first ones beyond it."""

    left: int
    top: int
    right: int
    below: int

    def within(self, width: int, height: int) -> Self:
        return type(self)(self.left, self.top, min(self.right, width), min(self.below, height))

    def whole_blocks(self) -> Self:
        """The same with all pixels that are coded together with one of its own."""
        left = self.left // BLOCK * BLOCK
        top = self.top // BLOCK * BLOCK
        return type(self)(left, top, -(-self.right // BLOCK) * BLOCK, -(-self.below // BLOCK) * BLOCK)


def areas_in(text: str, width: int, height: int) -> list[Area]:
    """Rectangles as ``left,top,width,height;…`` within a picture of that size; raises ``Declined``."""
    parts = [part for part in text.split(";") if part]
    if not parts:
        raise Declined(NO_AREA)
    if len(parts) > MOST:
        raise Declined(TOO_MANY)
    return [_area(part, width, height) for part in parts]


def _area(text: str, width: int, height: int) -> Area:
    found = _AREA.fullmatch(text)
    if found is None:
        raise Declined(OUTSIDE)
    left, top, across, down = map(int, found.groups())
    area = Area(left, top, left + across, top + down).within(width, height)
    if area.left >= area.right or area.top >= area.below:
        raise Declined(OUTSIDE)
    return area


def turned(jpeg: bytes, *, clockwise: bool) -> NormalisedPhoto:
    """A quarter of a circle."""
    turn = Transpose.ROTATE_270 if clockwise else Transpose.ROTATE_90
    return _drawn(jpeg, lambda image: image.transpose(turn))


def cropped(jpeg: bytes, area: Area) -> NormalisedPhoto:
    """That part alone; raises ``Declined`` where it is too small to be printed."""
    refuse_icon(area.right - area.left, area.below - area.top)
    return _drawn(jpeg, lambda image: image.crop((area.left, area.top, area.right, area.below)))


def covered(jpeg: bytes, areas: Sequence[Area]) -> NormalisedPhoto:
    """With opaque rectangles over those parts, and over what is coded together with them."""

    def painted(image: Image.Image) -> Image.Image:
        draw = ImageDraw.Draw(image)
        for each in areas:
            area = each.whole_blocks()
            draw.rectangle((area.left, area.top, area.right - 1, area.below - 1), fill=INK)
        return image

    return _drawn(jpeg, painted)


def _drawn(jpeg: bytes, change: Callable[[Image.Image], Image.Image]) -> NormalisedPhoto:
    def work() -> NormalisedPhoto:
        with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
            changed = change(image.convert("RGB"))
        out = BytesIO()
        changed.save(out, "JPEG", quality=_QUALITY)
        return shaped(out.getvalue())

    return in_a_child(work)

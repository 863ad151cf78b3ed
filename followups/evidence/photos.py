"""Pictures in: read from any upload, turned upright, cleaned, shrunk, and stored under their own digest.

How pixels are decoded stands in photo_pixels.py; no other module imports Pillow. It knows no model: who may
upload, and what a photo proves, is said elsewhere.
"""

import hashlib
import threading
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from followups.evidence.photo_intake import readable
from followups.evidence.photo_pixels import Box, decode, is_bare
from offices.declining import Declined
from offices.stored import keep_exactly

__all__ = [
    "Declined",
    "NormalisedPhoto",
    "NormalisedPicture",
    "draw_placeholder",
    "names_of",
    "normalise",
    "normalise_picture",
    "one_at_a_time",
    "shaped",
    "smaller",
    "store",
    "thumbnail_of",
]


PHOTO_BOX: Box = (1600, 2400)
PICTURE_BOX: Box = (2000, 2000)
THUMBNAIL_BOX: Box = (400, 400)

_QUALITY = 80
_ONE_AT_A_TIME = threading.Lock()
_SHEET = (1600, 1200)
_MOST_LETTERS = 1000
_PAPER, _LINE, _INK, _FAINT = "#f4f5f7", "#c3c8d0", "#1f2937", "#5b6472"


@dataclass(frozen=True, slots=True)
class NormalisedPhoto:
    """A photo as the portal stores it: an upright sRGB JPEG without metadata, at most 1600 × 2400 pixels.

    ``thumbnail`` (JPEG, at most 400 pixels on its long edge) depends on ``jpeg`` alone; ``sha256`` is the
    digest of ``jpeg`` in hexadecimal; ``came`` the pixels across and down of the file that came; ``taken`` when its
    EXIF says that it was taken.
    """

    jpeg: bytes
    thumbnail: bytes
    width: int
    height: int
    sha256: str
    came: tuple[int, int] = field(compare=False)
    taken: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class NormalisedPicture:
    """A logo or cover picture: upright, sRGB, without metadata, at most 2000 × 2000 pixels.

    ``extension`` is ``png`` where something is transparent, else ``jpg``.
    """

    data: bytes
    extension: str
    width: int
    height: int


def normalise(data: bytes) -> NormalisedPhoto:
    """The photo in ``data`` (JPEG, PNG, WebP, HEIC or AVIF) as the portal stores photos; raises ``Declined``.

    A file that already is so is kept byte for byte. Of several frames or pictures the first one is taken.
    One picture at a time is decoded in a process, which so needs at most 300 MiB for it.
    """
    with _ONE_AT_A_TIME:
        return shaped(data)


def one_at_a_time() -> AbstractContextManager[object]:
    """The turn that who works on a picture waits for."""
    return _ONE_AT_A_TIME


def shaped(data: bytes) -> NormalisedPhoto:
    """What ``normalise`` does, for who has the turn."""
    whole = readable(data)
    decoded = decode(whole, PHOTO_BOX)
    image = decoded.image
    kept = whole if is_bare(whole, PHOTO_BOX) else _jpeg_of(image)
    return NormalisedPhoto(
        jpeg=kept,
        thumbnail=_jpeg_of(decode(kept, THUMBNAIL_BOX).image),
        width=image.width,
        height=image.height,
        sha256=hashlib.sha256(kept).hexdigest(),
        came=decoded.came,
        taken=decoded.taken,
    )


def normalise_picture(data: bytes) -> NormalisedPicture:
    """The logo or cover picture in ``data``, its transparency kept; raises ``Declined`` as for a photo."""
    with _ONE_AT_A_TIME:
        whole = readable(data)
        image = decode(whole, PICTURE_BOX).image
        if image.mode == "RGBA":
            out = BytesIO()
            image.save(out, "PNG")
            kept = out.getvalue()
            extension = "png"
        else:
            kept = whole if is_bare(whole, PICTURE_BOX) else _jpeg_of(image)
            extension = "jpg"
        return NormalisedPicture(kept, extension, image.width, image.height)


def thumbnail_of(jpeg: bytes) -> bytes:
    """The thumbnail of a stored photo."""
    with _ONE_AT_A_TIME:
        return _jpeg_of(decode(jpeg, THUMBNAIL_BOX).image)


def smaller(data: bytes, longest: int, quality: int) -> bytes:
    """A stored picture with at most ``longest`` pixels on an edge, as JPEG of that quality (1–95).

    What has transparency, or would not become smaller, is given back as it is.
    """
    with _ONE_AT_A_TIME:
        image = decode(data, (longest, longest)).image
    if image.mode == "RGBA":
        return data
    return min(data, _jpeg_of(image, quality), key=len)


def draw_placeholder(what: str) -> bytes:
    """A stand-in for an absent photo, marked CONTOH and with ``what`` it stands for; already in normal form.

    The same ``what`` always gives the same bytes, and another one others, even where the text is cut:
    the mark in the bottom line is its digest.
    """
    sheet = Image.new("RGB", _SHEET, _PAPER)
    draw = ImageDraw.Draw(sheet)
    _frame(draw)
    _write(draw, 300, "CONTOH", _font("bold", 250), _INK)
    size, lines = _wrapped(what)
    for number, line in enumerate(lines):
        _write(draw, 560 + round(number * size * 1.3), line, _font("regular", size), _INK)
    mark = hashlib.sha256(what.encode(errors="surrogatepass")).hexdigest()[:12]
    _write(draw, 1095, f"Gambar pengganti, bukan bukti dukung · {mark}", _font("regular", 34), _FAINT)
    return _jpeg_of(sheet)


def store(office_code: str, photo: NormalisedPhoto) -> tuple[str, str]:
    """Keep ``photo`` and its thumbnail in the storage; returns their two names. Raises ``NotKept`` where that fails.

    The names follow from office and content, so that storing again writes nothing, and mends what is damaged.
    """
    name, small = names_of(office_code, photo.sha256)
    return keep_exactly(name, photo.jpeg), keep_exactly(small, photo.thumbnail)


def names_of(office_code: str, sha256: str) -> tuple[str, str]:
    """Under which names an office's photo and its thumbnail are kept."""
    if not office_code.strip(".") or "/" in office_code:
        raise ValueError(f"not an office code: {office_code!r}")
    stem = f"photos/{office_code}/{sha256[:2]}/{sha256}"
    return f"{stem}.jpg", f"{stem}-kecil.jpg"


def _jpeg_of(image: Image.Image, quality: int = _QUALITY) -> bytes:
    """Baseline JPEG without any metadata, so that WeasyPrint embeds it as it is; transparency becomes white."""
    if image.mode == "RGBA":
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        image = white
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    spec = find_spec("rinoh_typeface_texgyreheros")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("rinoh-typeface-texgyreheros is not installed (requirements/fonts.txt)")
    file = Path(spec.origin).with_name(f"texgyreheros-{weight}.otf")
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _frame(draw: ImageDraw.ImageDraw) -> None:
    """A dashed frame, as around a place that is still empty."""
    width, height = _SHEET
    for x in range(40, width - 40, 80):
        draw.line([(x, 40), (x + 40, 40)], _LINE, 10)
        draw.line([(x, height - 40), (x + 40, height - 40)], _LINE, 10)
    for y in range(40, height - 40, 80):
        draw.line([(40, y), (40, y + 40)], _LINE, 10)
        draw.line([(width - 40, y), (width - 40, y + 40)], _LINE, 10)


def _write(draw: ImageDraw.ImageDraw, y: int, text: str, font: ImageFont.FreeTypeFont, ink: str) -> None:
    """One line of text centred around the middle of the sheet at ``y``."""
    draw.text((_SHEET[0] / 2, y), text, ink, font, anchor="mm")


def _wrapped(text: str) -> tuple[int, list[str]]:
    """The largest size at which ``text`` fits beneath the word, and its lines; cut if none does."""
    text = text[:_MOST_LETTERS]
    size, lines = 0, [""]
    for size, most in ((72, 5), (54, 7), (40, 9)):
        lines = _lines_of(text, _font("regular", size), _SHEET[0] - 240)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[:8], "…"]


def _lines_of(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """``text`` filled into lines of ``width`` pixels; a word that is longer than a line is broken."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if font.getlength(joined) <= width:
            lines[-1] = joined
            continue
        lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line]

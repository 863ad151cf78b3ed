"""The pixels of an uploaded picture: decoded within 300 MiB, reduced, upright, in sRGB; and whether a JPEG is bare.

Large pictures are reduced strip by strip, so that none is in memory twice. What is kept of one stands in photos.py.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from PIL import Image, ImageCms, ImageFile
from PIL.Image import Resampling, Transpose
from pillow_heif import HeifFile, open_heif, options

from followups.evidence.formats import heif, jpeg
from followups.evidence.picture_files import (
    AVIF,
    BROKEN,
    HEIC,
    HEIC_RICH,
    JPEG,
    PNG,
    WEBP,
    Limit,
    format_of,
    limit_of_jpeg,
    oversized,
    refuse_many_pixels,
    size_of_webp,
)
from offices.declining import Declined

Box = tuple[int, int]

# What HEIC carries beside its picture is never wanted, so it is never decoded.
options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
Image.MAX_IMAGE_PIXELS = JPEG.pixels  # above it Pillow warns, above its double it refuses by itself

_EXIF_ORIENTATION = 0x0112
_EXIF_DETAILS = 0x8769
_EXIF_TAKEN = 0x9003
_LANCZOS_UP_TO = 6_000_000
_WHOLE_UP_TO = 12_000_000
_PIXELS_OF_A_STRIP = 1_000_000
_LAST_BYTES = 16
_LIMITS = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP, "HEIF": HEIC, "AVIF": AVIF}
_TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_LYING = {Transpose.TRANSPOSE, Transpose.ROTATE_270, Transpose.TRANSVERSE, Transpose.ROTATE_90}


def is_bare(data: bytes, box: Box) -> bool:
    """Whether a JPEG is nothing but its picture: no other segment, and a scan whose last bytes its pixels need.

    What is hidden behind the last pixel, but before the end marker, changes nothing when it is cut away.
    """
    if not jpeg.is_bare(data, box):
        return False
    cut = jpeg.without_last_bytes(data, _LAST_BYTES)
    if cut is None:
        return True
    with Image.open(BytesIO(data)) as whole, Image.open(BytesIO(cut)) as shorter:
        return whole.tobytes() != shorter.tobytes()


@dataclass(frozen=True, slots=True)
class Upright:
    """Decoded pixels, and ``came``: how many of them, across and down, the file had when it came.

    ``taken``: when its EXIF says that it was taken, as it stands there.
    """

    image: Image.Image
    came: Box
    taken: str = ""


def decode(data: bytes, box: Box) -> Upright:
    """Upright sRGB pixels of ``data`` within ``box``: mode RGBA if anything is transparent, else RGB."""
    form = format_of(data)
    with _refusing_what_decoders_raise(_LIMITS[form]):
        opened = _heic(data, box) if form == "HEIF" else _picture(data, form, box)
        pixels = _to_srgb(opened.shrunk(), opened.profile)
        upright = pixels if opened.turn is None else pixels.transpose(opened.turn)
    upright.info.clear()
    return Upright(upright, _box_as_stored(opened.size, opened.turn), opened.taken)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A picture as decoded and perhaps reduced, in a simple mode; ``box`` and ``turn`` as it is stored.

    ``size`` is that of the file; ``covered`` is how much of the reduced pixels the picture covers: the last ones may
    stand for less than others.
    """

    size: Box
    image: Image.Image
    covered: tuple[float, float]
    box: Box
    turn: Transpose | None
    profile: bytes | None
    taken: str = ""

    def shrunk(self) -> Image.Image:
        """Within the box. Lanczos keeps letters crisp but alone takes 170 ms on twelve megapixels."""
        size = _size_within(self.covered, self.box)
        if size == self.image.size:
            return self.image
        small = self.image.width * self.image.height <= _LANCZOS_UP_TO
        how = Resampling.LANCZOS if small else Resampling.HAMMING
        return self.image.resize(size, how, box=(0, 0, *self.covered), reducing_gap=2.0)


def _picture(data: bytes, form: str, box: Box) -> _Opened:
    limit = limit_of_jpeg(data) if form == "JPEG" else _LIMITS[form]
    if form == "WEBP":
        refuse_many_pixels(*size_of_webp(data), limit)
    image = Image.open(BytesIO(data), formats=[form])
    size = image.size
    refuse_many_pixels(*size, limit)
    turn = _turn_of_heif(data) if form == "AVIF" and not heif.turns_itself(data) else _turn_of(image)
    taken = _taken(image.getexif)
    as_stored = _box_as_stored(box, turn)
    # A JPEG is decoded at a half, a quarter or an eighth if that still fills the box, which is asked for with the
    # picture's own proportions: asked for a square, the decoder would not shrink at all.
    if isinstance(image, ImageFile.ImageFile) and image.format in {"JPEG", "MPO"}:
        image.draft("", _size_within(image.size, as_stored))
    image.load()
    reduced, covered = _reduced(image.size, as_stored, lambda first, last: image.crop((0, first, image.width, last)))
    return _Opened(size, reduced, covered, as_stored, turn, image.info.get("icc_profile"), taken)


def _heic(data: bytes, box: Box) -> _Opened:
    """The primary picture, turned by its own marks, or by EXIF where it has none; taken strip by strip."""
    file = open_heif(BytesIO(data), convert_hdr_to_8bit=True, remove_stride=False)
    # Colours at half the size and eight bits are what phones write; all else takes twice the memory.
    plain = file.info["bit_depth"] == 8 and file.info["chroma"] in {400, 420} and not file.has_alpha
    limit = HEIC if plain else HEIC_RICH
    refuse_many_pixels(*_size_of(file), limit)
    pixels = memoryview(file.data)
    refuse_many_pixels(*_size_of(file), limit)  # the file may have lied
    width, mode, stride = file.size[0], file.mode, file.stride
    turn = None if heif.turns_itself(data) else _turn_by(file.info.get("exif"))
    as_stored = _box_as_stored(box, turn)

    def rows(first: int, last: int) -> Image.Image:
        part = bytes(pixels[first * stride : last * stride])
        return Image.frombuffer(mode, (width, last - first), part, "raw", mode, stride, 1)

    reduced, covered = _reduced(_size_of(file), as_stored, rows)
    taken = _taken(lambda: _loaded(file.info.get("exif")))
    return _Opened(_size_of(file), reduced, covered, as_stored, turn, file.info.get("icc_profile"), taken)


def _size_of(file: HeifFile) -> Box:
    width, height = file.size
    return width, height


def _reduced(size: Box, box: Box, rows: Callable[[int, int], Image.Image]) -> tuple[Image.Image, tuple[float, float]]:
    """A picture of ``size`` in a simple mode, and how much of it is covered.

    A large one is reduced by whole numbers, strip by strip, so that it is never in memory twice; ``rows`` gives the
    lines from one to before another.
    """
    width, height = size
    across, down = (max(1, have // wanted) for have, wanted in zip(size, _size_within(size, box), strict=True))
    if width * height <= _WHOLE_UP_TO or across * down == 1:
        return _without_idle_alpha(_with_eight_bits(rows(0, height))), size
    lines = down * max(1, _PIXELS_OF_A_STRIP // (width * down))
    whole: Image.Image | None = None
    for first in range(0, height, lines):
        strip = _with_eight_bits(rows(first, min(first + lines, height))).reduce((across, down))
        if whole is None:
            whole = Image.new(strip.mode, (strip.width, -(-height // down)))
        whole.paste(strip, (0, first // down))
    return _without_idle_alpha(cast(Image.Image, whole)), (width / across, height / down)


@contextmanager
def _refusing_what_decoders_raise(limit: Limit) -> Iterator[None]:
    """Turn whatever a decoder raises on a broken or hostile file, and that is anything, into a refusal."""
    # WeasyPrint lets Pillow fill up truncated pictures in the whole process; an upload has to be complete.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    except Declined:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise oversized(limit) from fault
    except Exception as fault:
        raise Declined(BROKEN) from fault


def _turn_of(image: Image.Image) -> Transpose | None:
    """The turn that EXIF asks for, as Pillow reads it."""
    try:
        return _TURNS.get(image.getexif().get(_EXIF_ORIENTATION, 1))
    except Exception:
        return None  # broken EXIF says nothing about the picture


def _turn_by(exif: bytes | None) -> Transpose | None:
    """The turn that these bytes of EXIF ask for."""
    try:
        return _TURNS.get(_loaded(exif).get(_EXIF_ORIENTATION, 1))
    except Exception:
        return None


def _loaded(exif: bytes | None) -> Image.Exif:
    found = Image.Exif()
    found.load(exif or b"")
    return found


def _taken(read: Callable[[], Image.Exif]) -> str:
    """When the picture was taken, in the words of its EXIF; empty where it does not tell, or is broken."""
    try:
        return str(read().get_ifd(_EXIF_DETAILS).get(_EXIF_TAKEN, ""))
    except Exception:
        return ""


def _turn_of_heif(data: bytes) -> Transpose | None:
    """What the EXIF of an AVIF asks for: Pillow overwrites it with the file's own turn, also where there is none."""
    try:
        return _turn_by(open_heif(BytesIO(data)).info.get("exif"))
    except Exception:
        return None


def _box_as_stored(box: Box, turn: Transpose | None) -> Box:
    return (box[1], box[0]) if turn in _LYING else box


def _size_within(size: tuple[float, float], box: Box) -> Box:
    """``size`` scaled to fit ``box``, its proportions kept; never enlarged, never below one pixel."""
    scale = min(1.0, box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _with_eight_bits(image: Image.Image) -> Image.Image:
    """``image`` in mode L, RGB, RGBA or CMYK, which depends on its mode and not on its pixels."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 257).convert("L")
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    opaque = image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255)
    return image.convert("RGB") if opaque else image


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """``image`` as RGB or RGBA; a profile that is broken or made for other channels is left aside."""
    if image.mode == "RGBA":
        colours = _to_srgb(image.convert("RGB"), profile)
        colours.putalpha(image.getchannel("A"))
        return colours
    if profile:
        source = BytesIO(profile)
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            converted = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(source), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return converted or image.convert("RGB")
    return image.convert("RGB")

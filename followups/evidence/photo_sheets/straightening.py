"""A photo of a sheet of paper drawn anew as the sheet: upright, cut at its edges, of the shape of the printed page.

Pixels are worked on in a child process, as those of all pictures that somebody sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageFilter, ImageMath, ImageOps
from PIL.Image import Resampling, Transform, Transpose

from followups.evidence.photo_fenced import in_a_child
from followups.evidence.photo_sheets.corners import Corners, corners_of, perspective
from followups.evidence.photos import NormalisedPhoto, one_at_a_time, shaped
from offices.fence import UnfinishedError, fenced

_ACROSS = 200
_BLUR = 2
_OVER_LETTERS = 5
_TURNS = {1: Transpose.ROTATE_270, 2: Transpose.ROTATE_180, 3: Transpose.ROTATE_90}
_SECONDS = 8
_LIGHT_ACROSS = 100
_WHITE = 262
"""What bare paper becomes: a little more than white, so that its grain is white too."""
_FORMS = ((1400, 80), (1400, 65), (1400, 50), (1150, 50), (950, 45), (800, 40))
"""Pixels across and quality of the JPEG, tried in turn until it is small enough: 1400 are 170 dpi on A4."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be made of a picture. ``corners``: of the sheet in it, None for the whole picture; ``turn``: quarters
    clockwise, afterwards; ``shape``: width and height of the printed page in any unit; ``most``: bytes."""

    corners: Corners | None
    turn: int
    shape: tuple[float, float]
    most: int


def corners_in(jpeg: bytes) -> Corners | None:
    """The corners of the sheet of paper in a stored picture; None where none is found."""
    with one_at_a_time():
        try:
            found = fenced(lambda: _found(jpeg), seconds=_SECONDS)
        except UnfinishedError:
            return None
    return Corners.of(found) if found else None


def sheet_drawn(jpeg: bytes, sheet: Sheet) -> NormalisedPhoto:
    """The sheet as a picture of the page's shape; raises ``Declined`` where the picture cannot be read."""
    return in_a_child(lambda: shaped(_drawn(jpeg, sheet)))


def _found(jpeg: bytes) -> Iterator[str]:
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
        grey = image.convert("L")
    grey = grey.resize((_ACROSS, max(2, round(_ACROSS * grey.height / grey.width))), Resampling.BOX)
    grey = grey.filter(ImageFilter.MaxFilter(_OVER_LETTERS)).filter(ImageFilter.MinFilter(_OVER_LETTERS))
    corners = corners_of(list(grey.filter(ImageFilter.GaussianBlur(_BLUR)).tobytes()), _ACROSS)
    try:
        yield str(Corners.of(str(corners))) if corners else ""
    except ValueError:  # what was found is no sheet
        yield ""


def _drawn(jpeg: bytes, sheet: Sheet) -> bytes:
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as opened:
        image: Image.Image = opened.convert("RGB")
    across, down = _size(sheet, _FORMS[0][0])
    if sheet.turn in _TURNS and not sheet.corners:
        image = image.transpose(_TURNS[sheet.turn])
    if sheet.corners:
        image = _flattened(image, sheet, across, down)
    fitted = _lit_evenly(image)
    page = Image.new("RGB", (across, down), "white")
    inner = ImageOps.contain(fitted, (across, down), Resampling.LANCZOS)
    page.paste(inner, ((across - inner.width) // 2, (down - inner.height) // 2))
    return _small_enough(page, sheet)


def _lit_evenly(image: Image.Image) -> Image.Image:
    """As if light fell on all of the paper alike: each spot beside the lightest around it, which is bare paper."""
    grey = image.convert("L").resize((_LIGHT_ACROSS, round(_LIGHT_ACROSS * image.height / image.width)), Resampling.BOX)
    paper = grey.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(5)).resize(image.size)

    def lit(channel: Image.Image) -> Image.Image:
        evened: Image.Image = ImageMath.lambda_eval(
            lambda of: of["convert"](of["min"](of["spot"] * _WHITE / of["max"](of["paper"], 1), 255), "L"),
            spot=channel,
            paper=paper,
        )
        return evened

    return Image.merge("RGB", [lit(channel) for channel in image.split()])


def _flattened(image: Image.Image, sheet: Sheet, across: int, down: int) -> Image.Image:
    """The sheet alone, as seen from straight above. A sheet that lies on its side is turned after it."""
    assert sheet.corners is not None  # noqa: S101 (asked before)
    lying = sheet.turn % 2 == 1
    size = (down, across) if lying else (across, down)
    points = sheet.corners.within(image.width, image.height)
    data: Any = perspective(points, *size)
    flat = image.transform(size, Transform.PERSPECTIVE, data, Resampling.BICUBIC)
    return flat.transpose(_TURNS[sheet.turn]) if sheet.turn in _TURNS else flat


def _size(sheet: Sheet, across: int) -> tuple[int, int]:
    width, height = sheet.shape
    return across, round(across * height / width)


def _small_enough(page: Image.Image, sheet: Sheet) -> bytes:
    """The best form that is small enough; the last one whatever its size."""
    content = b""
    for across, quality in _FORMS:
        out = BytesIO()
        page.resize(_size(sheet, across), Resampling.LANCZOS).save(out, "JPEG", quality=quality)
        content = out.getvalue()
        if len(content) <= sheet.most:
            break
    return content

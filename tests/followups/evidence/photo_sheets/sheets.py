"""A photo of a sheet of paper as a phone takes it: askew, on a dark table, in uneven light."""

import io

from PIL import Image, ImageDraw

from followups.evidence.photo_sheets.corners import perspective

SIZE = (800, 1065)
LIES = ((130, 90), (665, 120), (710, 990), (75, 950))
"""Where the corners of the sheet are in the photo, in pixels, from top left clockwise."""


def page(size=(500, 707), ink="black"):
    """A printed page: a bar near its top, a square near its bottom right, and lines between."""
    sheet = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(sheet)
    across, down = size
    draw.rectangle((0.1 * across, 0.08 * down, 0.9 * across, 0.1 * down), fill=ink)
    for line in range(12):
        draw.rectangle((0.1 * across, (0.2 + 0.04 * line) * down, 0.9 * across, (0.205 + 0.04 * line) * down), fill=ink)
    draw.rectangle((0.7 * across, 0.8 * down, 0.8 * across, 0.87 * down), fill="#1f3fae")
    return sheet


def photo(sheet=None, lies=LIES, size=SIZE, table="#4a3826"):
    """JPEG bytes of the sheet lying so."""
    sheet = sheet or page()
    width, height = sheet.size
    found = perspective(lies, width, height)
    seen = Image.new("RGB", size, table)
    back = _inverse(found)
    seen.paste(
        sheet.transform(size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC),
        mask=Image.new("L", sheet.size, 255).transform(size, Image.Transform.PERSPECTIVE, back),
    )
    shade = Image.linear_gradient("L").resize(size).point(lambda grey: grey // 4)
    target = io.BytesIO()
    Image.composite(Image.new("RGB", size, "black"), seen, shade).save(target, "JPEG", quality=88)
    return target.getvalue()


def _inverse(numbers):
    """The way back of a perspective: the adjugate of its matrix, so that the last number is one."""
    a, b, c, d, e, f, g, h = numbers
    rows = (
        e - f * h, c * h - b, b * f - c * e,
        f * g - d, a - c * g, c * d - a * f,
        d * h - e * g, b * g - a * h, a * e - b * d,
    )  # fmt: skip
    return tuple(value / rows[8] for value in rows[:8])

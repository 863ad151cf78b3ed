"""A scrolled screenshot: blocks of text on white with gaps between them."""

from io import BytesIO

from PIL import Image, ImageDraw

BLOCK, GAP = 180, 20
GAPS = [(end, end + GAP) for end in range(BLOCK, 2000, BLOCK + GAP)]


def screenshot(mark="black"):
    image = Image.new("RGB", (600, 2000), "white")
    draw = ImageDraw.Draw(image)
    for top in range(0, 2000, BLOCK + GAP):
        for left in range(20, 560, 12):
            draw.line([(left, top), (left + 6, top + BLOCK - 1)], mark, 4)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()

"""Pictures as people upload them, drawn for the tests: encoded, turned, burdened with metadata."""

from io import BytesIO

from PIL import Image, ImageCms
from PIL.Image import Transpose
from pillow_heif import register_heif_opener

register_heif_opener()

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 160, 60), (40, 60, 200), (240, 200, 40)
# What a camera must have done to an upright picture for this EXIF orientation to set it right again.
STORED_AS = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def encode(image, form="JPEG", **options):
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def decoded(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


def flag(size=(400, 300)):
    """Four fields of four colours: red above left, green above right, blue below left, yellow below right."""
    width, height = size
    image = Image.new("RGB", size, YELLOW)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def noise(size=(400, 300)):
    return Image.merge("RGB", [Image.effect_noise(size, 40 + n) for n in range(3)])


def corners(image):
    """The colours above left, above right, below left, below right."""
    x, y = image.width // 8, image.height // 8
    right, below = image.width - 1 - x, image.height - 1 - y
    return [image.convert("RGB").getpixel(at) for at in ((x, y), (right, y), (x, below), (right, below))]


def near(found, wanted, tolerance=14):
    return all(abs(a - b) <= tolerance for a, b in zip(found, wanted, strict=True))


def exif_of(orientation=1):
    """EXIF with a maker and a place, as a phone writes it; HEIC takes it as bytes to note the turn as its own."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = "PembuatKamera"
    exif.get_ifd(GPS).update({1: "S", 2: (7.0, 24.0, 11.0), 3: "E", 4: (111.0, 26.0, 38.0)})
    return exif.tobytes()


def turned(orientation, form="JPEG"):
    """The flag as a camera stores it that was held differently."""
    turn = STORED_AS[orientation]
    image = flag() if turn is None else flag().transpose(turn)
    return encode(image, form, exif=exif_of(orientation))


def patched_turn(image, form, orientation):
    """``image`` in a file (HEIF, AVIF) that has no turn of its own, while its EXIF asks for one.

    Encoders move the turn of EXIF into the file, so another tag is written and renamed.
    """
    exif = Image.Exif()
    exif[0x0113] = orientation
    data = encode(image, form, exif=exif.tobytes())
    tags = (b"\x01\x13\0\x03\0\0\0\x01", b"\x13\x01\x03\0\x01\0\0\0")
    [tag] = [tag for tag in tags if tag in data]
    return data.replace(tag, tag.replace(b"\x13", b"\x12"))


def srgb_profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def strange_profile():
    """A valid profile in which red and green are exchanged: who heeds it sees a red picture green."""
    return srgb_profile().replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


def with_segment(jpeg, marker, payload):
    """``jpeg`` with one more segment behind its JFIF header."""
    behind = 4 + int.from_bytes(jpeg[4:6])
    segment = bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2) + payload
    return jpeg[:behind] + segment + jpeg[behind:]


def taken_at(when, form):
    """A picture whose EXIF says when it was taken."""
    image = flag()
    exif = image.getexif()
    exif.get_ifd(0x8769)[0x9003] = when
    return encode(image, form, exif=exif.tobytes())

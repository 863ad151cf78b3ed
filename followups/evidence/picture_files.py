"""What can be told of an uploaded picture before it is decoded: its size, its format, and why it is refused.

Pure; pixels are the affair of photos.py.
"""

from dataclasses import dataclass

from followups.evidence import heif, jpeg, png
from offices.declining import Declined

MAX_BYTES = 25 * 2**20
LONGEST_EDGE = 65_535  # what a JPEG can have
SHORTEST_LONG_EDGE = 200
MOST_STRETCHED = 5

_EMPTY = "Berkas ini kosong. Pilih kembali foto aslinya, lalu unggah lagi."
_TOO_HEAVY = "Berkas ini berukuran {size} MB, melebihi batas 25 MB. Perkecil fotonya, lalu unggah lagi."
_TOO_MANY_PIXELS = (
    "Gambar ini berukuran {size}, melebihi batas {most} megapiksel untuk {kind}. "
    "Perkecil ukuran pikselnya, lalu unggah lagi."
)
_TOO_LONG = "Sisi gambar ini {edge} piksel, melebihi batas 65.535 piksel. Perkecil ukuran pikselnya, lalu unggah lagi."
_UNKNOWN = (
    "Berkas ini bukan gambar yang dapat dibaca. Unggah foto berformat JPEG, PNG, WebP, HEIC, atau AVIF "
    "(mengganti nama berkas saja tidak mengubah formatnya)."
)
_OTHER_FORMAT = (
    "Berkas ini berformat {name}, yang tidak diterima. "
    "Simpan ulang sebagai JPEG, PNG, WebP, HEIC, atau AVIF, lalu unggah lagi."
)
_TOO_SMALL = (
    "Gambar ini hanya {width} × {height} piksel, sehingga tidak terbaca bila dicetak; sisi panjangnya paling sedikit "
    "200 piksel. Pilih foto aslinya, bukan gambar kecil atau ikonnya, lalu unggah lagi."
)
_STRIP = (
    "Gambar ini sangat memanjang ({width} × {height} piksel), sehingga tulisannya sulit dibaca bila dicetak. "
    "Potong menjadi beberapa bagian yang lebih pendek, unggah bagian-bagian itu, lalu hapus yang ini."
)
BROKEN = (
    "Gambar ini rusak atau tidak lengkap, misalnya karena penyalinannya terputus. "
    "Salin ulang berkas aslinya dari ponsel atau kamera, lalu unggah lagi."
)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most pixels of pictures of one kind: what can be decoded with 300 MiB, as measured in the tests."""

    kind: str
    pixels: int


JPEG = Limit("JPEG", 108_000_000)
JPEG_IN_STEPS = Limit("JPEG progresif", 40_000_000)
JPEG_IN_STEPS_CMYK = Limit("JPEG progresif empat warna", 25_000_000)
PNG = Limit("PNG", 40_000_000)
WEBP = Limit("WebP", 16_000_000)
HEIC = Limit("HEIC", 50_000_000)
AVIF = Limit("AVIF", 16_000_000)
HEIC_RICH = Limit("HEIC 10-bit, 4:4:4, atau transparan", 16_000_000)


def format_of(data: bytes) -> str:
    """What ``data`` begins like, in Pillow's words: JPEG, PNG, WEBP, HEIF or AVIF; raises ``Declined``."""
    if not data:
        raise Declined(_EMPTY)
    refuse_many_bytes(len(data))
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(png.SIGNATURE):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if coding := heif.coding_of(data):
        return coding
    known = {
        "GIF": data.startswith((b"GIF87a", b"GIF89a")),
        "BMP": data.startswith(b"BM") and data[6:10] == bytes(4),
        "TIFF": data.startswith((b"II*\0", b"MM\0*")),
        "PDF": data.startswith(b"%PDF-"),
        "SVG": b"<svg" in data[:1024],
    }
    names = [name for name, fits in known.items() if fits]
    raise Declined(_OTHER_FORMAT.format(name=names[0]) if names else _UNKNOWN)


def refuse_many_bytes(size: int) -> None:
    """Raise ``Declined`` if a file of this size is over 25 MB; asked before it is read into memory."""
    if size > MAX_BYTES:
        raise Declined(_TOO_HEAVY.format(size=_comma(size / 2**20)))


def refuse_many_pixels(width: int, height: int, limit: Limit) -> None:
    """Raise ``Declined`` if a picture of this size has more pixels than its kind may have."""
    pixels = width * height
    if pixels > limit.pixels:
        size = f"{width} × {height} piksel ({_comma(pixels / 1_000_000)} megapiksel)"
        raise Declined(_TOO_MANY_PIXELS.format(size=size, most=limit.pixels // 1_000_000, kind=limit.kind))
    if max(width, height) > LONGEST_EDGE:
        raise Declined(_TOO_LONG.format(edge=max(width, height)))


def ends_like_jpeg(data: bytes) -> bool:
    """Whether a JPEG of our own making is there from its first mark to its last."""
    return data.startswith(b"\xff\xd8\xff") and data.endswith(b"\xff\xd9")


def refuse_icon(width: int, height: int) -> None:
    """Raise ``Declined`` if a photo of this size, in pixels, shows nothing when it is printed."""
    if max(width, height) < SHORTEST_LONG_EDGE:
        raise Declined(_TOO_SMALL.format(width=width, height=height))


def advice_on(width: int, height: int) -> str:
    """What is to be said of a photo of this size that is taken all the same; mostly nothing."""
    is_strip = max(width, height) > MOST_STRETCHED * min(width, height)
    return _STRIP.format(width=width, height=height) if is_strip else ""


def oversized(limit: Limit) -> Declined:
    """For a picture that is so large that its decoder does not even tell its size."""
    most = limit.pixels // 1_000_000
    return Declined(_TOO_MANY_PIXELS.format(size="terlalu besar", most=most, kind=limit.kind))


def limit_of_jpeg(data: bytes) -> Limit:
    """One scan is decoded line by line; several keep two bytes of each channel of every pixel until the last."""
    if jpeg.is_decoded_in_passing(data):
        return JPEG
    return JPEG_IN_STEPS_CMYK if jpeg.channels(data) > 3 else JPEG_IN_STEPS


def size_of_webp(data: bytes) -> tuple[int, int]:
    """Width and height that a WebP file claims, zero if it tells none: its decoder takes the room on opening."""
    chunk = data[12:16]
    if chunk == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


def _comma(number: float) -> str:
    """One decimal, rounded up, so that what is just over a limit does not read as the limit itself."""
    return f"{-(-number * 10 // 1) / 10:.1f}".replace(".", ",")

"""What can be told of an uploaded picture before it is decoded: its size, its format, and why it is refused.

Pure; pixels are the affair of photos.py.
"""

from dataclasses import dataclass

from followups.evidence.formats import heif, jpeg, png
from offices.declining import Declined

MAX_BYTES = 25 * 2**20
LONGEST_EDGE = 65_535  # what a JPEG can have
SHORTEST_LONG_EDGE = 200
SHORTEST_EDGE = 50
"""Pixels that the short side has to have, as the file came and as it is printed on a sheet of ``SHEET_EDGE``."""
SHEET_EDGE = 1600
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
_NO_PHOTO = (
    "Berkas ini berformat {name}, bukan foto. Simpan gambarnya sebagai JPEG, PNG, WebP, HEIC, atau AVIF, misalnya "
    "dengan tangkapan layar, lalu unggah lagi."
)
_TOO_SMALL = (
    "Gambar ini hanya {width} × {height} piksel, sehingga tidak terbaca bila dicetak; sisi panjangnya paling sedikit "
    "200 piksel. Pilih foto aslinya, bukan gambar kecil atau ikonnya, lalu unggah lagi."
)
_TOO_NARROW = (
    "Gambar ini {width} × {height} piksel, sehingga hampir tidak ada yang terlihat bila dicetak; sisi pendeknya paling "
    "sedikit 50 piksel dan paling sedikit sepertiga puluh sisi panjangnya. Pilih foto aslinya, atau potong gambar yang "
    "memanjang menjadi beberapa bagian, lalu unggah lagi."
)
_STRIP = "Gambar ini sangat memanjang ({width} × {height} piksel), sehingga tulisannya sulit dibaca bila dicetak. "
_TALL = "Tekan Bagi gambar panjang di bawah fotonya untuk membaginya menjadi beberapa bagian."
_LYING = "Potong menjadi beberapa bagian yang lebih pendek, unggah bagian-bagian itu, lalu hapus yang ini."
BROKEN = (
    "Gambar ini rusak atau tidak lengkap, misalnya karena penyalinannya terputus. "
    "Salin ulang berkas aslinya dari ponsel atau kamera, lalu unggah lagi."
)


_JPEG_BEGINS = b"\xff\xd8\xff"
_LINE_ENDS = b"\r\n\t "
_DNG_VERSION = (b"\x12\xc6\x01\0\x04\0\0\0", b"\xc6\x12\0\x01\0\0\0\x04")
"""The tag by which a DNG is told from other TIFF files, in both orders of its bytes."""
_HEAD = 65_536


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
    if data.startswith(_JPEG_BEGINS):
        return "JPEG"
    if data.startswith(png.SIGNATURE):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if coding := heif.coding_of(data):
        return coding
    raise Declined(_reason_for_unknown(data))


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
    printed = min(width, height) * min(1, SHEET_EDGE / max(width, height))
    if printed < SHORTEST_EDGE:
        raise Declined(_TOO_NARROW.format(width=width, height=height))


def advice_on(width: int, height: int) -> str:
    """What is to be said of a photo of this size that is taken all the same; mostly nothing."""
    if max(width, height) <= MOST_STRETCHED * min(width, height):
        return ""
    return _STRIP.format(width=width, height=height) + (_TALL if height > width else _LYING)


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


def without_line_ends(data: bytes) -> bytes:
    """``data`` without line ends before a JPEG, as a transfer of texts may put them there."""
    bare = data[:_HEAD].lstrip(_LINE_ENDS)
    begins = len(data[:_HEAD]) - len(bare)
    return data[begins:] if begins and bare.startswith(_JPEG_BEGINS) else data


def _reason_for_unknown(data: bytes) -> str:
    is_tiff = data.startswith((b"II*\0", b"MM\0*"))
    is_zip = data.startswith(b"PK\3\4")
    head = data[:512].lstrip(b"\xef\xbb\xbf" + _LINE_ENDS).lower()
    pictures = {
        "GIF": data.startswith((b"GIF87a", b"GIF89a")),
        "BMP": data.startswith(b"BM") and data[6:10] == bytes(4),
        "DNG": is_tiff and any(tag in data[:_HEAD] for tag in _DNG_VERSION),
        "TIFF": is_tiff,
        "ICO": data.startswith(b"\0\0\1\0") and data[4:5] != b"\0" and data[5:6] == b"\0",
        "JPEG 2000": data.startswith((b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51")),
        "PDF": data.startswith(b"%PDF-"),
        "SVG": b"<svg" in data[:1024],
    }
    no_pictures = {
        "Word (DOCX)": is_zip and b"word/" in data,
        "Excel (XLSX)": is_zip and b"xl/" in data,
        "PowerPoint (PPTX)": is_zip and b"ppt/" in data,
        "video MP4": data[4:8] == b"ftyp",
        "HTML": head.startswith((b"<!doctype html", b"<html")),
    }
    for words, kinds in ((_OTHER_FORMAT, pictures), (_NO_PHOTO, no_pictures)):
        if name := next((name for name, fits in kinds.items() if fits), ""):
            return words.format(name=name)
    return _UNKNOWN


def _comma(number: float) -> str:
    """One decimal, rounded up, so that what is just over a limit does not read as the limit itself."""
    return f"{-(-number * 10 // 1) / 10:.1f}".replace(".", ",")

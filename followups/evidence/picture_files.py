"""What can be told of an uploaded picture before it is decoded: its size, its format, and why it is refused.

Pure; pixels are the affair of photos.py.
"""

from followups.evidence import jpeg

MAX_BYTES = 25 * 2**20
MAX_PIXELS = 60_000_000

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}

_EMPTY = "Berkas ini kosong. Pilih kembali foto aslinya, lalu unggah lagi."
_TOO_HEAVY = "Berkas ini berukuran {size} MB, melebihi batas 25 MB. Perkecil fotonya, lalu unggah lagi."
_TOO_MANY_PIXELS = (
    "Gambar ini berukuran {size}, melebihi batas 60 megapiksel. Perkecil ukuran pikselnya, lalu unggah lagi."
)
_UNKNOWN = (
    "Berkas ini bukan gambar yang dapat dibaca. Unggah foto berformat JPEG, PNG, WebP, atau HEIC "
    "(mengganti nama berkas saja tidak mengubah formatnya)."
)
_OTHER_FORMAT = (
    "Berkas ini berformat {name}, yang tidak diterima. "
    "Simpan ulang sebagai JPEG, PNG, WebP, atau HEIC, lalu unggah lagi."
)
BROKEN = (
    "Gambar ini rusak atau tidak lengkap, misalnya karena penyalinannya terputus. "
    "Salin ulang berkas aslinya dari ponsel atau kamera, lalu unggah lagi."
)
OVERSIZED = _TOO_MANY_PIXELS.format(size="terlalu besar")


class PhotoRefused(ValueError):  # noqa: N818
    """Why a picture is not taken and what to do about it: Indonesian sentences for the user."""


def format_of(data: bytes) -> str:
    """What ``data`` begins like, in Pillow's words: JPEG, PNG, WEBP or HEIF; raises ``PhotoRefused``."""
    if not data:
        raise PhotoRefused(_EMPTY)
    refuse_many_bytes(len(data))
    if data.startswith(b"\xff\xd8\xff"):
        return _whole_jpeg(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "HEIF"
    raise PhotoRefused(_reason_for_unknown(data))


def refuse_many_bytes(size: int) -> None:
    """Raise ``PhotoRefused`` if a file of this size is over 25 MB; asked before it is read into memory."""
    if size > MAX_BYTES:
        raise PhotoRefused(_TOO_HEAVY.format(size=_comma(size / 2**20)))


def refuse_many_pixels(width: int, height: int) -> None:
    """Raise ``PhotoRefused`` if a picture of this size is over 60 megapixels."""
    pixels = width * height
    if pixels > MAX_PIXELS:
        size = f"{width} × {height} piksel ({_comma(pixels / 1_000_000)} megapiksel)"
        raise PhotoRefused(_TOO_MANY_PIXELS.format(size=size))


def _whole_jpeg(data: bytes) -> str:
    if not jpeg.is_whole(data):
        raise PhotoRefused(BROKEN)
    return "JPEG"


def _reason_for_unknown(data: bytes) -> str:
    known = {
        "GIF": data.startswith((b"GIF87a", b"GIF89a")),
        "BMP": data.startswith(b"BM") and data[6:10] == bytes(4),
        "TIFF": data.startswith((b"II*\0", b"MM\0*")),
        "PDF": data.startswith(b"%PDF-"),
        "SVG": b"<svg" in data[:1024],
        "AVIF": data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis"},
    }
    names = [name for name, fits in known.items() if fits]
    return _OTHER_FORMAT.format(name=names[0]) if names else _UNKNOWN


def _comma(number: float) -> str:
    """One decimal, rounded up, so that what is just over a limit does not read as the limit itself."""
    return f"{-(-number * 10 // 1) / 10:.1f}".replace(".", ",")

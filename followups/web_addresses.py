"""Which web addresses may stand as proof: those that anybody can open and that a report can print. Pure."""

import re
from datetime import date
from urllib.parse import quote, urlsplit

LONGEST = 400
"""Of a longer one the QR code could not be read from paper."""
EARLIEST_VISIT = date(2000, 1, 1)
SCHEMES = ("https://", "http://")
_KEPT = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~\\"
_END_OF_SITE = re.compile(r"[/?#]")
_UNFIT = '"<>\\^`{|}'
_UNREADABLE = "Nama situs dalam alamat ini tidak terbaca. Salin alamatnya dari bilah alamat peramban."


def plain(text: str) -> str:
    """An address in the letters that every printer has: others as browsers send them, ``%C3%A9`` for ``é``."""
    address = text.strip()
    start = next((scheme for scheme in SCHEMES if address.lower().startswith(scheme)), "")
    return start + quote(address[len(start) :], safe=_KEPT) if start and not _blanks(address) else address


def fault_of(address: str) -> str:
    """What is wrong with a plain address, in a sentence; nothing if it can stand as proof."""
    if not address.startswith(SCHEMES):
        return "Alamat harus diawali https:// atau http://, misalnya https://kpu.go.id/berita."
    if _blanks(address):
        return "Alamat tidak boleh memuat spasi. Salin alamatnya dari bilah alamat peramban."
    if len(address) > LONGEST:
        return f"Alamat ini {len(address)} karakter, paling panjang {LONGEST}. Buang bagian sesudah tanda tanya."
    if "@" in _END_OF_SITE.split(address.partition("://")[2], maxsplit=1)[0]:
        return "Alamat tidak boleh memuat nama pengguna atau kata sandi. Hapus bagian sebelum tanda @."
    return "" if address.isascii() and _names_a_site(address) else _UNREADABLE


def _names_a_site(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        is_site = "." in host.strip(".") and "%" not in host and parts.port != 0
    except ValueError:
        return False
    return is_site and not any(sign in address for sign in _UNFIT)


def _blanks(address: str) -> bool:
    return any(sign.isspace() or not sign.isprintable() for sign in address)

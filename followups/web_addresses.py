"""Which web addresses may stand as proof: those that anybody can open and that a report can print. Pure."""

import re
from datetime import date
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

LONGEST = 400
"""Of a longer one the QR code could not be read from paper."""
EARLIEST_VISIT = date(2000, 1, 1)
SCHEMES = ("https://", "http://")
_KEPT = "!#$%&'()*+,-./:;=?@[]_~\\"
_UNFIT = '"<>\\^`{|}'
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_PORTS = {"https": 443, "http": 80}
_UNREADABLE = "Nama situs dalam alamat ini tidak terbaca. Salin alamatnya dari bilah alamat peramban."
_NOT_PUBLIC = (
    "Alamat ini hanya dapat dibuka dari satu komputer atau jaringan, sehingga pembaca laporan tidak dapat "
    "memeriksanya. Isi alamat yang terbuka untuk umum."
)


def plain(text: str) -> str:
    """An address as browsers send it: ``%C3%A9`` for ``é``, ``%22`` for a quotation mark, the site in small letters."""
    address = text.strip()
    start = next((scheme for scheme in SCHEMES if address.lower().startswith(scheme)), "")
    if not start or _blanks(address):
        return address
    site, rest = _parts(address[len(start) :])
    who, at, host = site.rpartition("@")
    name, colon, port = host.partition(":")
    return (
        start
        + quote(f"{who}{at}{name.lower().removesuffix('.')}{colon}{port}", safe=_KEPT + _UNFIT)
        + quote(rest, safe=_KEPT)
    )


def same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to one page. What stands behind ``#`` tells them apart: on some sites it is a page."""
    return _compared(one) == _compared(other)


def fault_of(address: str, longest: int = LONGEST) -> str:
    """What is wrong with a plain address, in a sentence; nothing if it can stand as proof."""
    if not address.startswith(SCHEMES):
        return "Alamat harus diawali https:// atau http://, misalnya https://kpu.go.id/berita."
    if _blanks(address):
        return "Alamat tidak boleh memuat spasi. Salin alamatnya dari bilah alamat peramban."
    if len(address) > longest:
        return f"Alamat ini {len(address)} karakter, paling panjang {longest}. Buang bagian sesudah tanda tanya."
    site, rest = _parts(address.partition("://")[2])
    if fault := _fault_of_site(address, site):
        return fault
    sign = next((sign for sign in rest if sign in _UNFIT), "")
    return f"Alamat tidak boleh memuat tanda {sign}. Tulis {quote(sign)} sebagai gantinya." if sign else ""


def _fault_of_site(address: str, site: str) -> str:
    if "@" in site:
        return "Alamat tidak boleh memuat nama pengguna atau kata sandi. Hapus bagian sebelum tanda @."
    if not _is_public(_host_of(address)):
        return _NOT_PUBLIC
    is_plain = address.isascii() and not any(sign in site for sign in _UNFIT)
    return "" if is_plain and _names_a_site(address) else _UNREADABLE


def _parts(behind_scheme: str) -> tuple[str, str]:
    """The site, and what stands behind it."""
    end = next((place for place, sign in enumerate(behind_scheme) if sign in "/?#"), len(behind_scheme))
    return behind_scheme[:end], behind_scheme[end:]


def _compared(address: str) -> str:
    start, _, behind = plain(address).partition("://")
    site, rest = _parts(behind)
    site = site.removesuffix(f":{_PORTS.get(start, '')}")
    return f"{start}://{site}{rest if rest.startswith('/') else '/' + rest}"


def _names_a_site(address: str) -> bool:
    try:
        host = _host_of(address)
        return "." in host.strip(".") and "%" not in host and urlsplit(address).port != 0
    except ValueError:
        return False


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _is_public(host: str) -> bool:
    """Whether everybody may reach a host: no name and no number of one machine or one network."""
    try:
        return ip_address(host).is_global
    except ValueError:
        # Browsers read a last part of digits as a number of four parts, however it is written.
        is_number = _NUMBER.fullmatch(host.rpartition(".")[2])
        return not is_number and not f".{host}".endswith((".localhost", ".local", ".internal"))


def _blanks(address: str) -> bool:
    return any(sign.isspace() or not sign.isprintable() for sign in address)

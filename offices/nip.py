"""The NIP, the eighteen-digit number of a civil servant: checked and printed. Pure."""

import re
from datetime import date

from offices.invisible import narrowed, visible

_BEFORE = re.compile(r"^[\s'’‘`\"(]*(?:N\.?\s?I\.?\s?P(?:PPK|\.?\s*PPPK)?|NI\s*PPPK)?[\s.:(]*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s.,()'’‘`\"/‐‑‒–—−_-]")
_SHAPE = re.compile(r"\d{18}", re.ASCII)
_ROUNDED = re.compile(r"\d+e\+?\d+", re.ASCII | re.IGNORECASE)
_ROUNDED_BY_EXCEL = (
    "Excel telah membulatkan NIP ini. Ubah format selnya dari Umum atau Angka menjadi Teks, ketik ulang NIP "
    "di sel itu, lalu salin lagi."
)
_YOUNGEST, _OLDEST = 17, 60


def clean_nip(text: str) -> str:
    """The digits of a NIP as people write it: ``NIP. 19830503 200902 1 002``, with hyphens or an apostrophe before."""
    return _BETWEEN.sub("", _BEFORE.sub("", narrowed(visible(text))))


def check_nip(nip: str, *, pppk: bool = False, today: date | None = None) -> None:
    """Accept eighteen digits that can be a NIP, else raise ValueError with a sentence in Indonesian.

    Perka BKN 22/2007: birth date (8), month of appointment (6), sex 1 or 2, sequence (3). The number of
    a contract employee (PPPK) carries no month of appointment, so only its length and birth date are held.
    """
    today = today or date.today()
    if _ROUNDED.fullmatch(nip):
        raise ValueError(_ROUNDED_BY_EXCEL)
    if not _SHAPE.fullmatch(nip):
        if strange := "".join(dict.fromkeys(re.sub(r"[0-9]", "", nip))):
            raise ValueError(f"NIP harus terdiri atas 18 angka. Hapus “{strange[:10]}”.")
        counted = f"Yang ditulis {len(nip)} angka; periksa yang kurang atau lebih."
        raise ValueError(f"NIP harus terdiri atas 18 angka. {counted}")
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        raise ValueError("Delapan angka pertama NIP harus berupa tanggal lahir (TTTTBBHH).") from None
    if born >= today:
        raise ValueError("Delapan angka pertama NIP harus berupa tanggal lahir yang sudah lewat.")
    if not pppk:
        _check_appointment(nip, born, today)


def nip_fault(nip: str, *, pppk: bool = False) -> str:
    """What is wrong with a NIP that was typed, and that it may be a number of the other kind; empty if nothing is."""
    try:
        check_nip(nip, pppk=pppk)
    except ValueError as error:
        if pppk or not _SHAPE.fullmatch(nip) or nip_fault(nip, pppk=True):
            return str(error)
        return f"{error} Bila ini nomor induk PPPK, tandai sebagai PPPK."
    return ""


def needs_pppk(nip: str) -> bool:
    """Whether a number that is kept can only be that of a contract employee."""
    try:
        check_nip(nip)
    except ValueError:
        return bool(nip)
    return False


def _check_appointment(nip: str, born: date, today: date) -> None:
    try:
        appointed = date(int(nip[8:12]), int(nip[12:14]), 1)
    except ValueError:
        raise ValueError("Angka ke-9 sampai ke-14 NIP harus berupa tahun dan bulan pengangkatan.") from None
    if appointed > today:
        raise ValueError("Bulan pengangkatan dalam NIP belum tiba.")
    if not _YOUNGEST <= appointed.year - born.year <= _OLDEST:
        raise ValueError("Usia pada saat pengangkatan menurut NIP harus antara 17 dan 60 tahun.")
    if nip[14] not in "12":
        raise ValueError("Angka ke-15 NIP harus 1 (pria) atau 2 (wanita).")


def format_nip(nip: str) -> str:
    """``198305032009021002`` as it is printed: ``19830503 200902 1 002``; anything else unchanged."""
    if not _SHAPE.fullmatch(nip):
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def mask_nip(nip: str) -> str:
    """A NIP for public pages, without the birth date that it holds (UU 27/2022): ``•••••••• 200902 1 002``."""
    return f"{'•' * 8}{format_nip(nip)[8:]}" if _SHAPE.fullmatch(nip) else nip

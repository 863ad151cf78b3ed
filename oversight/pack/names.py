"""Names of the folders and files of a pack: what may be typed, and how they are made safe for every machine. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

LONGEST = 60
"""Of a name that somebody gives, in characters."""
LONGEST_FILE = 100
ENDING = ".pdf"
_ALLOWED = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_OTHERS = re.compile(r"[^A-Z0-9]+")
WRONG = (
    "Nama hanya memuat huruf tanpa tanda, angka, spasi, titik, garis bawah, dan tanda hubung, serta diawali dan "
    "diakhiri huruf atau angka."
)
DOTTED = "Nama tidak boleh memuat dua titik berurutan."
TOO_LONG = f"Nama paling panjang {LONGEST} karakter."
RESERVED = "Nama ini dipakai sendiri oleh Windows, sehingga foldernya tidak dapat dibuka di sana. Pilih nama lain."
TWICE = "Nama ini sudah dipakai folder lain. Huruf besar dan kecil tidak dibedakan."


def fault_of(name: str) -> str:
    """What is wrong with a name that somebody gives, as a sentence; nothing where it may be used."""
    if len(name) > LONGEST:
        return TOO_LONG
    if not _ALLOWED.fullmatch(name):
        return WRONG
    if ".." in name:
        return DOTTED
    return RESERVED if _RESERVED.fullmatch(name) else ""


def doubled(names: Mapping[str, str], taken: Iterable[str] = ()) -> list[str]:
    """The keys whose name stands before them already, or is ``taken``, whatever its case."""
    seen = {name.casefold() for name in taken}
    found = []
    for key, name in names.items():
        if name.casefold() in seen:
            found.append(key)
        seen.add(name.casefold())
    return found


def capitals(words: str) -> str:
    """``Situs web, https://…`` as ``SITUS_WEB_HTTPS``: plain capitals and digits, empty where there are none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return _OTHERS.sub("_", plain.upper()).strip("_")


def file_name(number: int, name: str, details: Sequence[str]) -> str:
    """``04_LAPORAN_SKM_TRIWULAN_I_2025.pdf``; details that do not fit are cut, the number never is."""
    words = "_".join(filter(None, (f"{number:02d}", name, *map(capitals, details))))
    return words[: LONGEST_FILE - len(ENDING)].rstrip(" ._-") + ENDING


def folder_names(wanted: Mapping[str, str], taken: Iterable[str] = ()) -> dict[str, str]:
    """By key, the name that is wanted; where two offices' choices made two alike, the later gets a number."""
    used = {name.casefold() for name in taken}
    given = {}
    for key, name in wanted.items():
        given[key] = next(each for each in _numbered(name) if each.casefold() not in used)
        used.add(given[key].casefold())
    return given


def _numbered(name: str) -> Iterable[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1

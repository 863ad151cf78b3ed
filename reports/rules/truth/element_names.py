"""How the elements of the survey are called: by their official names, and by the names that offices give them. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

UNOFFICIAL = {
    "persyaratan": ("persyaratan pelayanan", "persyaratan layanan", "syarat pelayanan", "kesesuaian persyaratan"),
    "prosedur": (
        "sistem mekanisme dan prosedur pelayanan",
        "mekanisme dan prosedur",
        "sistem dan prosedur",
        "prosedur pelayanan",
        "prosedur layanan",
        "kemudahan prosedur",
    ),
    "waktu": (
        "waktu penyelesaian pelayanan",
        "waktu pelayanan",
        "waktu layanan",
        "kecepatan waktu pelayanan",
        "kecepatan pelayanan",
        "jangka waktu penyelesaian",
        "jangka waktu pelayanan",
    ),
    "biaya": ("biaya dan tarif", "biaya pelayanan", "biaya layanan", "tarif pelayanan", "kewajaran biaya"),
    "produk": (
        "produk spesifikasi dan jenis pelayanan",
        "produk dan spesifikasi jenis pelayanan",
        "produk pelayanan",
        "produk layanan",
        "spesifikasi produk",
        "kesesuaian produk",
    ),
    "kompetensi": ("kompetensi petugas", "kompetensi pegawai", "kemampuan petugas", "kemampuan pelaksana"),
    "perilaku": ("perilaku petugas", "perilaku pegawai", "sikap petugas", "kesopanan dan keramahan"),
    "sarana": ("kualitas sarana dan prasarana", "sarana prasarana", "sarana & prasarana", "sarpras"),
    "pengaduan": (
        "penanganan pengaduan saran masukan",
        "penanganan pengaduan",
        "pengelolaan pengaduan",
        "pengaduan saran dan masukan",
    ),
}
SHORT = {
    "prosedur": ("prosedur",),
    "waktu": ("waktu",),
    "biaya": ("biaya", "tarif"),
    "produk": ("produk",),
    "kompetensi": ("kompetensi",),
    "perilaku": ("perilaku",),
    "sarana": ("sarana", "prasarana", "fasilitas"),
    "pengaduan": ("pengaduan",),
}
"""Ordinary words that are the name of an element only where something says so."""

_ABLE = r"(?:kompetensi|kemampuan|keahlian)"
_KIND = r"(?:perilaku|sikap)"
MERGED = re.compile(
    rf"(?:{_ABLE} (?:dan|serta|&) {_KIND}|{_KIND} (?:dan|serta|&) {_ABLE})\b(?: petugas| pelaksana| pegawai)?"
)
"""Two elements told as one."""


@dataclass(frozen=True, slots=True)
class Named:
    """An element in a sentence; ``official`` if by its own name, ``short`` if by a mere word of it."""

    key: str
    start: int
    end: int
    official: bool
    short: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an instrument's elements, and the pattern that finds them in small letters."""

    official: dict[str, str]
    keys: dict[str, tuple[str, bool, bool]]
    pattern: re.Pattern[str]

    def mentions(self, low: str) -> list[Named]:
        return [mention for mention in self._mentions(low) if not mention.short]

    def all_mentions(self, low: str) -> list[Named]:
        """With the ordinary words, for places where something says that elements are named there."""
        return list(self._mentions(low))

    def _mentions(self, low: str) -> Iterator[Named]:
        for match in self.pattern.finditer(low):
            key, official, short = self.keys[plain(match[0])]
            yield Named(key, match.start(), match.end(), official, short)

    def whole(self, name: str) -> Named | None:
        """The element that a whole name means, if it means one."""
        found = self.keys.get(plain(name))
        return found and Named(found[0], 0, len(name), found[1], found[2])


def names_of(official: Mapping[str, str]) -> Names:
    """``official``: element key to name. An unofficial name of one that is official for another is not one."""
    keys: dict[str, tuple[str, bool, bool]] = {}
    for table, short in ((SHORT, True), (UNOFFICIAL, False)):
        for key, variants in table.items():
            keys.update({plain(name): (key, False, short) for name in variants if key in official})
    keys.update({plain(name): (key, True, False) for key, name in official.items()})
    alternatives = []
    for name in sorted(keys, key=len, reverse=True):
        words = [r"(?:dan|&)" if word == "dan" else re.escape(word).replace("/", r"\s*/\s*") for word in name.split()]
        alternatives.append(r",?\s+".join(words))
    pattern = "|".join(alternatives) or r"(?!)"
    return Names(dict(official), keys, re.compile(rf"(?<![\w/])(?:{pattern})(?![\w/])"))


def plain(name: str) -> str:
    """A name without what writers vary: commas, blanks, an ampersand."""
    return " ".join(re.sub(r"\s*/\s*", "/", name.lower()).replace(",", " ").replace("&", "dan").split())

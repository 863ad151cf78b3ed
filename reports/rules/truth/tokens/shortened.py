"""The words that hurried writers shorten, and what each stands for. Pure."""

import re

from reports.rules.words import word_set

_SHORT = {
    word: full
    for full, words in {
        "yang": "yg",
        "dengan": "dgn dg",
        "untuk": "utk",
        "pada": "pd",
        "dalam": "dlm",
        "dari": "dr",
        "kepada": "kpd",
        "karena": "krn krna",
        "setelah": "stlh",
        "sebelum": "sblm",
        "sampai": "smp smpai",
        "sudah": "sdh",
        "belum": "blm",
        "tidak": "tdk",
        "jangan": "jgn",
        "masih": "msh",
        "hanya": "hny",
        "tetapi": "tp tpi",
        "supaya": "spy",
        "sekarang": "skrg skr skrng",
        "kemarin": "kmrn",
        "paling": "plg",
        "lebih": "lbh",
        "banyak": "bnyk byk",
        "mendapat": "dpt dpat",
        "mengisi": "ngisi",
        "jumlah": "jml jmlh",
        "orang": "org",
        "responden": "resp respd",
        "waktu": "wkt",
        "tanggal": "tgl",
        "bulan": "bln",
        "tahun": "thn",
        "triwulan": "triw trw",
        "laporan": "lap",
        "tentang": "ttg",
        "tersebut": "tsb",
        "masyarakat": "masy",
        "kegiatan": "keg",
        "kecamatan": "kec",
        "kelurahan": "kel",
        "kabupaten": "kab",
        "tindak lanjut": "tl",
    }.items()
    for word in words.split()
}
_SMALL_ONLY = frozenset(("dr", "smp"))
"""Written large these are a doctor and a school."""
_DOTTED = word_set("triw trw lap kec kel kab resp jml keg masy tgl bln thn")
SHORTENED = (
    rf"(?<![\w.@/-])(?i:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b\.?(?=\s|[,;:)]|$)|\b[A-Za-z]{{3,}}2\b"
)
"""A shortened word with its full stop, or one written twice by a number: *laki2*."""


def full_word(short: str, before: str) -> str:
    """What a shortened word stands for, written large where it was; itself where it may be something else.

    A full stop that may end the sentence is kept.
    """
    word = short.rstrip(".")
    low = word.lower()
    if low.endswith("2"):
        return f"{word[:-1]}-{low[:-1]}"
    small = low in _SMALL_ONLY and not word.islower()
    dotted = low in _SMALL_ONLY and short.endswith(".")
    if small or dotted or (low == "smp" and re.search(r"(?:lulusan|pendidikan|tamat|siswa|sd|/) $", before.lower())):
        return short
    full = _SHORT[low]
    full = full.capitalize() if word[0].isupper() and low != "tl" else full
    return full if low in _DOTTED else full + short[len(word) :]

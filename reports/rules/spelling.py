"""Words that offices often misspell, with the standard form (KBBI, EYD V). A list, never a correction. Pure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.rules.words import word_set, words

_LIST = """
standart standar
standarisasi standardisasi
realisasasi realisasi
realistik realistis
respon respons
kehadirat ke hadirat
perundangan perundang-undangan
persubbagian per subbagian
perbagian per bagian
analisa analisis
aktifitas aktivitas
efektifitas efektivitas
kreatifitas kreativitas
produktifitas produktivitas
kwalitas kualitas
kwantitas kuantitas
kwitansi kuitansi
prosentase persentase
resiko risiko
ijin izin
perijinan perizinan
jadual jadwal
praktek praktik
sekedar sekadar
merubah mengubah
dirubah diubah
kordinasi koordinasi
dikordinasikan dikoordinasikan
obyek objek
obyektif objektif
subyek subjek
managemen manajemen
tehnis teknis
tehnik teknik
sistim sistem
metoda metode
nopember November
pebruari Februari
himbauan imbauan
menghimbau mengimbau
dihimbau diimbau
silahkan silakan
terimakasih terima kasih
kerjasama kerja sama
tanggungjawab tanggung jawab
karir karier
nomer nomor
propinsi provinsi
detil detail
hirarki hierarki
sosialiasi sosialisasi
masyarkat masyarakat
pelayananan pelayanan
evaluai evaluasi
dokumentsi dokumentasi
monitorring monitoring
hakekat hakikat
azas asas
legalisir legalisasi
antri antre
antrian antrean
apotik apotek
jaman zaman
trampil terampil
"""
STANDARD = {wrong: right for wrong, _, right in (line.partition(" ") for line in _LIST.strip().splitlines())}
_BOUND = word_set(
    "unsur bagian subbagian unit petugas instansi lembaga pegawai sektor wilayah daerah pihak divisi seksi bidang"
)
_INNER_DOT = re.compile(r"://|\w\.\w")
_SUSPECT = frozenset((*STANDARD, "antar"))
_ADDRESS = re.compile(r"\S*(?:@|://|\w\.\w)\S*")


def misspellings(text: str) -> Iterator[tuple[str, str]]:
    """Each misspelt word of a text once, with its standard form; addresses and handles are no words."""
    has_address = "@" in text or _INNER_DOT.search(text)
    spoken = words(_ADDRESS.sub(" ", text) if has_address else text)
    if not _SUSPECT & set(spoken):
        return
    yield from dict.fromkeys((word, STANDARD[word]) for word in spoken if word in STANDARD)
    loose = [(a, b) for a, b in pairwise(spoken) if a == "antar" and b in _BOUND]
    yield from dict.fromkeys((f"{a} {b}", f"{a}{b}") for a, b in loose)

"""Proper names of which a report knows nothing: other people, offices and places, by their capital letters. Pure."""

from collections.abc import Iterator

from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set

_LEAST = 4
"""Shorter words are degrees and titles: S.Sos., Dra., UPT."""
_NO_NAMES = word_set(
    "senin selasa rabu kamis jumat sabtu minggu direktur sekretaris kepala ketua wakil camat lurah bupati gubernur "
    "bapak saudara saudari peraturan pemerintah undang-undang keputusan menteri pelayanan publik standar prosedur "
    "operasional maklumat layanan masyarakat kepuasan rencana tindak lanjut realisasi lampiran nomor tahun tanggal "
    "indonesia negara kecamatan kabupaten kelurahan provinsi kota desa dinas badan kantor bagian bidang subbagian"
)


def unknown_names(sentence: Scanned) -> Iterator[tuple[int, int]]:
    """The first and last token of each; the first word of a sentence is written large whatever it is."""
    first = 1
    while first < len(sentence.tokens):
        last = first
        while last < len(sentence.tokens) and sentence.types[last] == ".":
            word = sentence.words(last, last)
            if not (word[0].isupper() and word[1:].strip(".-").isalpha()):
                break
            last += 1
        if any(len(sentence.low(at)) >= _LEAST and sentence.low(at) not in _NO_NAMES for at in range(first, last)):
            yield first, last - 1
        first = last + 1

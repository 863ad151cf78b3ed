"""Counts and shares of plans under any of their names, held against a report's own plans."""

import pytest

from tests.reports.rules.worlds import claims

WRONG = """
3.1 | K46 | 3 | Dari lima RTL, empat telah selesai dilaksanakan.
3.1 | K46 | 5 | Pelaksanaan keenam rencana tindak lanjut dapat diikhtisarkan sebagai berikut.
4 | K46 | 3 | Empat dari lima kegiatan dinyatakan selesai, satu kegiatan masih berproses, dan satu belum dimulai.
2.3 | K46 | 5 | Satuan kerja menetapkan selusin program untuk tiga unsur prioritas.
4.penutup | K46 | 2 | Tiga kegiatan yang belum tuntas akan dituntaskan pada tahun berikutnya.
3.1 | K46 | 2 | Bagi unsur Kompetensi Pelaksana disusun tiga rencana, sama banyak dengan unsur lain.
4 | K45 | 60% | Tingkat penyelesaian rencana mencapai tujuh puluh persen.
3.3 | K45 | 60% | Kira-kira tiga perempat rencana telah terlaksana sampai akhir tahun.
3.1 | K45 | 50% | Pada unsur Waktu Penyelesaian seluruhnya 100% kegiatan selesai.
4 | K45 | 40% | Sisanya, 30 persen kegiatan, belum tuntas.
"""
RIGHT = """
3.1 | Dari lima RTL, tiga telah selesai dilaksanakan.
3.1 | Tiga dari lima rencana telah tuntas. Dari dua rencana yang tersisa, satu sedang dikerjakan dan satu belum dimulai.
4 | Pada periode sebelumnya disusun tujuh rencana dan enam di antaranya selesai. Kali ini disusun lima rencana.
2.3 | Dua kegiatan dijadwalkan pada satu bulan saja, antara lain pembinaan internal.
3.1 | Dua kegiatan sosialisasi di kecamatan diikuti 40 orang.
4 | Tingkat penyelesaian rencana mencapai enam puluh persen, lebih dari separuh rencana yang disusun.
4 | Target 80% rencana selesai ditetapkan untuk tahun depan.
3.1 | Sebanyak 90% permohonan selesai tepat waktu.
3.3 | Karena hanya ada dua rencana, penyelesaian satu rencana saja sudah berarti 50%.
1.1 | Panitia mengadakan tujuh kegiatan yang telah selesai pada acara peringatan.
"""


@pytest.mark.parametrize("row", WRONG.strip().splitlines())
def test_a_wrong_count_or_share_is_told_with_that_of_the_data(row):
    key, rule, value, text = row.split(" | ")
    found = claims(text, key=key)
    assert any(each.rule == rule and value in each.message for each in found), found


@pytest.mark.parametrize("row", RIGHT.strip().splitlines())
def test_a_right_count_or_that_of_something_else_is_left_alone(row):
    key, text = row.split(" | ")
    assert [each for each in claims(text, key=key) if each.rule in {"K45", "K46", "K47"}] == []

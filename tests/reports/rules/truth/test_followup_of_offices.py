"""What fields of the trial offices say of plans, upkeep and figures: right is left alone, wrong is told."""

import pytest

from tests.truth.offices_of import OFFICES, new_faults

FIELDS = {
    "description": "realisation.description",
    "obstacle": "realisation.obstacle",
    "reason": "completion.reason",
    "strategy": "completion.strategy",
    "note": "evidence.note",
}
RIGHT = """
rsud | 2.1.description | Pengadaannya direncanakan Oktober 2025, tetapi bergeser sehingga terlaksana pada November.
pengadilan | 3.3 | Papan elektronik jadwal sidang, sebanyak dua unit, ditargetkan terpasang antara Maret dan Mei 2026.
pengadilan | 3.3 | Penyusunan papan elektronik jadwal sidang dijadwalkan kembali pada Maret sampai Mei 2026.
pengadilan | 4 | Penyusunan papan elektronik jadwal sidang yang semula dijadwalkan Desember 2025 menjadi Mei 2026.
kelurahan | 0.1.strategy | Menetapkan format bersama kecamatan; rapat pertama dijadwalkan 12 Februari 2026.
rsud | 3.1.reason | Jadwal akreditasi jatuh pada Oktober sampai November 2025.
rsud | 3.1.strategy | Simulasi gelombang pertama dijadwalkan April 2026 dan gelombang kedua Juni 2026.
rsud | 2.2.strategy | Bahan papan dijadwalkan tiba pada Februari 2026.
kpukab | 3.1 | Pengadaan kursi ruang tunggu dijadwalkan Agustus 2025 dan terlaksana pada September 2025.
pengadilan | 3.1 | Dari lima RTL, tiga selesai (60%), satu berjalan (20%), dan satu belum dimulai (20%).
pengadilan | 3.1 | Capaian RTL: selesai 60%, dalam proses 20%, belum dimulai 20%.
rsud | 4 | Sebanyak 9 RTL (75%) selesai, 2 RTL (16,67%) dalam proses, dan 1 RTL (8,33%) belum dimulai.
kpukab | 3.1 | Selain keduanya, hanya pemantauan bulanan yang belum rampung; RTL yang lain telah selesai seluruhnya.
rsud | 3.1 | Kecuali tiga rencana yang disebut di atas, seluruh RTL telah selesai dilaksanakan.
rsud | 3.1 | Belum seluruh RTL selesai; tiga di antaranya dilanjutkan pada tahun 2026.
rsud | 3.1 | Tidak semua RTL telah dituntaskan.
rsud | 3.1 | Seluruh RTL yang selesai telah dilengkapi bukti dukung.
rsud | 3.1 | Seluruh RTL telah dilaporkan kepada Direktur dan dibahas dalam rapat.
rsud | 3.1 | Sebagian besar RTL selesai tepat waktu.
dukcapil | 2.0.description | Tahapnya berkurang dari tujuh menjadi empat. Bagi layanan akta, alur lama belum diubah.
kelurahan | 0.0.description | Keluhan menurun, walaupun penurunan itu belum dapat dibandingkan dengan hasil survei.
rsud | 0.1.description | Dua loket dibuka di lobi. Sebagian pasien belum mengetahui letaknya.
kpukab | 2.0.description | Tiga media terbit. Sebelum itu brosur belum tersedia di loket.
kpukab | 0.0.description | Standar ditetapkan; layanan lain belum memerlukan standar tersendiri.
dukcapil | 3.1 | Dari sepuluh rencana, enam di antaranya telah selesai dan satu belum dimulai.
kpukab | 2.0.description | Dengan demikian kegiatan ini merupakan satu dari lima RTL yang tuntas.
pengadilan | 3.1 | Penyusunan papan elektronik jadwal sidang, yang ditunggu warga, belum dimulai.
kecamatan | 1.1.description | Sebanyak 91 persen selesai, melampaui target yang dipatok sekurang-kurangnya 85 persen.
rsud | 2.4 | Rumah sakit memelihara tiga unsur yang nilainya tinggi.
kecamatan | 1.4 | Laporan mencakup tindak lanjut yang dikerjakan pada Agustus s.d. November 2025.
kpukab | 1.4 | Tindak lanjut yang dikerjakan pada Agustus sampai September 2025 berpusat pada loket.
"""
WRONG = """
rsud | 3.1 | K47 | 9 dari 12 | Seluruh RTL telah selesai dilaksanakan.
rsud | 3.1 | K47 | 9 dari 12 | Belum ada RTL yang selesai.
kecamatan | 4 | K47 | 4 dari 4 | Tidak semua RTL telah dituntaskan.
kpukab | 3.3 | K47 | 5 dari 8 | Sebagian besar rencana tindak lanjut belum selesai.
kpukab | 3.1 | K47 | 5 dari 8 | RTL telah dilaksanakan seluruhnya.
pengadilan | 3.1 | K45 | 20% | Dari lima RTL, tiga selesai (60%) dan satu belum dimulai (30%).
rsud | 3.1.reason | K53 | November 2025 | Simulasi yang menurut rencana diadakan Oktober 2025 berbenturan.
kpukab | 3.1 | K53 | Agustus 2025 | Penambahan kursi ruang tunggu dijadwalkan Oktober 2025.
dukcapil | 3.1 | K46 | 6 dari 10 | Dari sepuluh rencana, tujuh di antaranya telah selesai.
kpukab | 2.0.description | K46 | 5 dari 8 | Dengan demikian kegiatan ini merupakan satu dari enam RTL yang tuntas.
dukcapil | 3.1 | K45 | 60% | Dinas telah menuntaskan enam RTL. Tingkat penyelesaiannya dengan demikian 66,67%.
pengadilan | 3.1 | K54 | belum dimulai | Penyusunan papan elektronik jadwal sidang, yang ditunggu, sedang berjalan.
pengadilan | 1.0.description | K86 | Perdata | Unggahan tepat waktu. Penanggung jawab utamanya Panmud Hukum.
kecamatan | 1.1.description | K58 | 85% | Angka itu melampaui target yang dipatok sekurang-kurangnya 80 persen.
rsud | 2.4 | K92 | tiga unsur | Rumah sakit memelihara empat unsur yang nilainya tinggi ini.
kecamatan | 2.4 | K92 | dua unsur | Agar capaian tidak menurun, ada tiga unsur bernilai tinggi yang dipelihara.
kecamatan | 1.4 | K53 | Agustus–November | Laporan mencakup tindak lanjut yang dikerjakan pada Juli s.d. Desember 2025.
pengadilan | 1.2.reason | K53 | Desember | Rencana ini menurut jadwal jatuh pada Oktober 2025.
kpukab | 2.0.description | S5 | belum diterbitkan | Brosur belum diterbitkan.
"""


def said_of(office, place, text):
    """What is new of an office with a text at a place: of a section by its number, of a plan ``0.1.reason``."""
    *row, field = place.split(".")
    if field in FIELDS:
        place = f"followup.priorities[{row[0]}].plans[{row[1]}].{FIELDS[field]}"
    else:
        place = f"narrative.{place}"
    return new_faults(OFFICES, {"office": office, "place": place, "text": text})


@pytest.mark.parametrize("row", RIGHT.strip().splitlines())
def test_what_is_right_is_left_alone(row):
    assert said_of(*row.split(" | ")) == set()


@pytest.mark.parametrize("row", WRONG.strip().splitlines())
def test_what_is_wrong_is_told_with_what_is_so(row):
    office, place, rule, value, text = row.split(" | ")
    found = said_of(office, place, text)
    assert any(id == rule and value in message for id, _where, message in found), found

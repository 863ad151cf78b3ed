"""Sentences that contradict what the plans of an office give: each is found, with the value that is right."""

import pytest

from tests.reports.rules.truth.offices_read import said_of
from tests.truth.offices_of import names_value

WRONG = {
    "plan_counts": """
rsud | 3.1 | 9 | Sepuluh dari dua belas aksi perbaikan sudah rampung pada saat laporan ini disusun.
rsud | 3.1 | 2 | Masih terdapat tiga kegiatan yang sedang dikerjakan.
rsud | kata_pengantar | 12 | Hasil survei kami jawab dengan 13 program perbaikan.
kpukab | 3.1 | 8 | Secara keseluruhan disusun sembilan rencana bagi tiga unsur prioritas.
kpukab | 4 | 1 | Dua rencana tidak dapat dilaksanakan karena gedung bukan milik sendiri.
dukcapil | 3.1 | 6 | Yang telah dituntaskan sebanyak tujuh program.
pengadilan | 3.1 | 3 | Dari lima rencana, masing-masing empat selesai dan satu berjalan.
dukcapil | 4 | 4 | Tersisa tiga rencana yang belum selesai.
""",
    "percent": """
rsud | 3.1 | 75 | Persentase penyelesaian rencana mencapai 80 persen.
kpukab | 3.1 | 62,5 | Capaian tindak lanjut tercatat 65,2% dari seluruh rencana.
dukcapil | 3.1 | 60 | Dua pertiga rencana telah selesai.
dukcapil | 3.1 | 10 | Rencana yang belum dimulai hanya 20%.
kecamatan | kata_pengantar | 100 | Kami telah menuntaskan 75% rencana tindak lanjut.
kelurahan | 3.1 | 50 | Rencana yang rampung baru 40 persen.
""",
    "statuses": """
rsud | 3.1 | selesai | Perbaikan toilet dan wastafel ruang tunggu masih dikerjakan.
kpukab | 3.1 | tidak dapat | Pembangunan ruang laktasi dan ruang bermain anak masih berjalan.
kpukab | 3.1 | selesai | Hingga laporan ini disusun, penerapan kartu kendali waktu layanan di loket belum terlaksana.
dukcapil | 4 | belum dimulai | Penggantian perangkat perekaman biometrik sedang berlangsung.
kecamatan | 3.1 | selesai | Penyediaan pojok baca dan titik pengisian daya tertunda.
rsud | 3.0.obstacle | selesai | Belum dapat dilaksanakan karena berkas rujukan belum seragam.
""",
    "plan_months": """
rsud | 3.1 | November 2025 | Pengadaan kursi tunggu poliklinik rampung pada bulan Desember 2025.
rsud | 3.1 | 30 Juli 2025 | Penambahan loket pendaftaran rawat jalan tuntas tanggal 13 Juli 2025.
rsud | 2.2 | September | Penyederhanaan alur pelayanan pasien rujukan dijadwalkan pada Agustus dan September 2025.
kpukab | 3.1 | 21 Agustus 2025 | Per 12 Agustus 2025 penetapan standar waktu penyelesaian setiap jenis layanan \
telah tuntas.
kpukab | 2.2 | Oktober | Penyediaan jalur landai dan kursi roda bagi penyandang disabilitas direncanakan pada \
triwulan III.
pengadilan | 3.1 | Desember 2025 | Percepatan pengunggahan salinan putusan dirampungkan pada pertengahan November 2025.
rsud | 0.2.description | Oktober 2025 | Kegiatan dilaksanakan dari Juni sampai Oktober 2025.
""",
    "window_dates": """
rsud | 3.1 | Juli | Pelaksanaan tindak lanjut berlangsung dari Agustus sampai dengan Desember 2025.
kpukab | 3.1 | Desember 2025 | Masa tindak lanjut ditutup pada akhir November 2025.
""",
    "units": """
rsud | 3.1 | Instalasi Farmasi | Pemangkasan waktu tunggu obat nonracikan dikerjakan oleh Bidang Pelayanan Medik.
rsud | 3.1 | Bagian Umum | Penanggung jawab perbaikan toilet dan wastafel ruang tunggu ialah Instalasi Rawat Jalan.
kpukab | 3.1 | Subbag Tekhum | Subbag Rendatin bertanggung jawab atas peninjauan keputusan tentang persyaratan \
pelayanan.
dukcapil | 3.1 | Bidang Dafduk | Penyederhanaan alur layanan pindah datang dipimpin Bidang Capil.
dukcapil | 2.2 | Bidang PIAK | Penerapan antrean daring layanan adminduk menjadi tugas Sekretariat.
pengadilan | 3.1 | Panmud Hukum | Panmud Perdata mengoordinasikan penerapan tanda terima digital pada pendaftaran \
surat kuasa.
kecamatan | 3.1 | Seksi Yanum | Seksi Trantibum menyediakan pojok baca dan titik pengisian daya.
kelurahan | 3.1 | Sekretariat | Pembukaan kanal pengaduan WhatsApp kelurahan ditangani Seksi Kesejahteraan Sosial.
""",
    "targets_deadlines": """
rsud | 4 | Juni 2026 | Simulasi alur pelayanan gawat darurat bagi petugas dijanjikan rampung selambat-lambatnya \
Mei 2026.
rsud | 4 | April 2026 | Penataan ulang jadwal praktik dokter spesialis ditargetkan tuntas pada Juni 2026.
rsud | 2.1.description | 60 kursi | Terpasang 50 kursi dari sasaran 50 kursi.
""",
    "figures": """
rsud | 3.1 | 12 | Kursi tunggu poliklinik dapat dilihat pada Gambar 13.
rsud | 3.1 | dua | Perbaikan toilet dan wastafel ruang tunggu dilengkapi tiga foto.
kpukab | 3.1 | tiga | Penyediaan jalur landai dan kursi roda bagi penyandang disabilitas didukung dua gambar.
kpukab | 3.1 | 14 | Laporan ini memuat 16 foto.
dukcapil | 3.1 | 3 | Antrean daring layanan adminduk tampak pada Gambar 6 sampai Gambar 8.
kecamatan | 3.1 | satu | Untuk penyediaan pojok baca dan titik pengisian daya terlampir dua dokumentasi.
rsud | 0.0.photos1 | 2 | Gambar 3. Petugas mendampingi pasien mendaftar
""",
    "references": """
rsud | 3.1 | Tabel 2.2 | Rencana tindak lanjut selengkapnya tercantum dalam Tabel 2.1.
rsud | 3.1 | Tabel 3.1 | Realisasi setiap rencana disajikan pada Tabel 4.1.
rsud | 4 | Tabel 4.1 | Rencana yang belum selesai dirinci dalam Tabel 3.2.
kpukab | 3.2 | Tabel 3.2 | Pemeliharaan unsur yang bernilai tinggi dimuat dalam Tabel 3.1.
dukcapil | kata_pengantar | Bab III | Realisasi tindak lanjut diuraikan pada Bab II.
pengadilan | 3.1 | Tabel 2.1 | Nilai tiap unsur, sebagaimana Tabel 2.2, menjadi dasar prioritas.
""",
    "upkeep": """
rsud | 3.2 | tiga | Empat unsur dipertahankan mutunya.
rsud | 3.2 | persyaratan | Unsur yang dipelihara adalah kompetensi, produk, dan perilaku.
pengadilan | 3.2 | Panmud Hukum | Pelatihan singkat bagi petugas PTSP diselenggarakan Panmud Pidana.
kelurahan | 3.2 | Seksi Kesejahteraan Sosial | Keramahan petugas dijaga oleh Sekretariat Kelurahan.
""",
    "plan_names": """
rsud | 3.1 | Penambahan loket pendaftaran rawat jalan | Rencana “Penambahan loket pendaftaran rawat inap” selesai \
pada 30 Juli 2025.
rsud | 3.1 | Pengadaan kursi tunggu poliklinik | Program Pengadaan kursi tunggu apotek telah tuntas.
kpukab | 3.1 | Penyusunan brosur dan infografis persyaratan layanan | Program “Penyusunan brosur dan infografis \
prosedur layanan” dilaksanakan Subbag Parmas-SDM.
dukcapil | 2.2 | Sosialisasi alur layanan kepada perangkat kelurahan | Rencana “Sosialisasi alur layanan kepada \
perangkat kecamatan” melengkapi unsur prosedur.
pengadilan | 3.1 | Perbaikan pendingin ruangan dan pengeras suara ruang sidang | Rencana Perbaikan pendingin \
ruangan dan pengeras suara ruang tunggu masih berjalan.
kecamatan | 3.1 | Penerapan antrean elektronik pada loket pelayanan | Program penerapan antrean elektronik pada \
loket pengaduan selesai pada Oktober 2025.
""",
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_told_with_what_is_right(kind):
    rows = [row.split(" | ") for row in WRONG[kind].strip().splitlines()]
    missed = [
        text
        for office, place, value, text in rows
        if not any(names_value(m, value) for m in said_of(office, place, text))
    ]
    assert missed == []

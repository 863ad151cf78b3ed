"""What contradicts the data is found under the id of its kind, with the words that the data would put there."""

from tests.cases import in_one_test
from tests.reports.rules.worlds import claims

FOUND = {
    "kpu": """
K40 {{ ikm }} | IKM yang diperoleh adalah 86,50.
K40 {{ ikm }} | Indeks Kepuasan Masyarakat (IKM) Semester I Tahun 2025 sebesar 85,10 dengan mutu B.
K40 {{ ikm }} | Hasil SKM menunjukkan bahwa pelayanan memperoleh nilai 88,36 dan berada pada kategori B (Baik).
K40 {{ ikm }} | IKM sebesar 90 menunjukkan penilaian masyarakat.
K40 {{ ikm }} | Nilai SKM berubah dari 84,20 menjadi 88,00.
K41 {{ mutu_lengkap }} | IKM 87,36 termasuk mutu pelayanan A (Sangat Baik).
K41 {{ mutu }} | Hasil survei memperoleh mutu pelayanan C.
K41 {{ kinerja }} | IKM tersebut berada pada kategori sangat baik.
K42 {{ nilai_waktu }} | Unsur Waktu Penyelesaian memperoleh nilai 3,52.
K42 {{ nilai_persyaratan }} | Unsur terendah adalah Waktu Penyelesaian (3,25) dan Persyaratan (3,72).
K42 {{ nilai_kompetensi }} | Nilai 3,03 diberikan masyarakat pada unsur Kompetensi Pelaksana.
K42 {{ nilai_kompetensi }} | Unsur Persyaratan dan Kompetensi Pelaksana memperoleh nilai masing-masing 3,27 dan 3,31.
K42 {{ nilai_waktu }} | Nilai terendah adalah 3,20.
K43 {{ mutu_sarana }} | Unsur Sarana dan Prasarana memperoleh nilai 3,76 dengan mutu B.
K43 {{ mutu_perilaku }} | Unsur Perilaku Pelaksana berada pada kategori A (Sangat Baik).
K44 {{ unsur_terendah }} | Unsur Persyaratan memperoleh nilai terendah.
K44 {{ unsur_tertinggi }} | Nilai tertinggi dicapai unsur Sarana dan Prasarana.
K44 | Unsur dengan nilai terendah yaitu Waktu Penyelesaian, Persyaratan, dan Perilaku Pelaksana.
K45 {{ persen_selesai }} | Realisasi RTL mencapai 70%.
K45 {{ persen_selesai }} | Tindak lanjut telah terlaksana sebesar 65 persen.
K45 {{ persen_belum }} | Masih terdapat 30% RTL yang belum selesai dilaksanakan.
K45 | Pada unsur Kompetensi Pelaksana, 80% RTL telah terlaksana.
K46 {{ jumlah_rtl_selesai }} | Sebanyak tujuh RTL telah dilaksanakan.
K46 {{ jumlah_rtl_selesai }} | Sampai laporan ini disusun, 4 dari 5 RTL (60%) telah dilaksanakan.
K46 {{ jumlah_rtl }} | Untuk memperbaiki unsur prioritas disusun sepuluh rencana tindak lanjut (RTL).
K46 {{ jumlah_rtl }} | Realisasi mencapai 3 dari 10 RTL.
K46 {{ jumlah_rtl_selesai }} | Sebanyak 4 dari 5 RTL sudah dilaksanakan.
K46 | Satu RTL belum selesai dilaksanakan, dan 4 RTL belum dimulai.
K46 | Pada unsur Waktu Penyelesaian, dua dari dua RTL sudah dilaksanakan.
K47 | Seluruh RTL telah dilaksanakan dengan baik.
K47 | Belum ada RTL yang selesai dilaksanakan.
K47 | Semua rencana tindak lanjut sudah direalisasikan pada akhir tahun.
K47 | Sebagian kecil RTL telah dilaksanakan.
K48 {{ unsur_prosedur }} | Unsur Prosedur Pelayanan memperoleh penilaian baik dari masyarakat.
K48 {{ unsur_perilaku }} | Nilai unsur Perilaku Petugas dipertahankan.
K48 {{ unsur_pengaduan }} | Unsur Penanganan Pengaduan dipelihara.
K49 {{ jumlah_prioritas }} | Empat unsur pelayanan ditetapkan sebagai prioritas tindak lanjut.
K49 {{ jumlah_unsur }} | Survei menilai 14 unsur pelayanan.
K50 {{ daftar_prioritas }} | Unsur prioritas yaitu Waktu Penyelesaian, Persyaratan, dan Sarana dan Prasarana.
K51 {{ periode }} | Laporan ini memuat tindak lanjut atas hasil SKM Semester II Tahun 2024.
K51 {{ periode }} | Survei Kepuasan Masyarakat (SKM) Semester I Tahun 2024 menilai sembilan unsur.
K52 {{ tahun }} | Hasil SKM Tahun 2024 menjadi dasar penyusunan rencana.
K52 {{ tahun }} | Tindak lanjut hasil SKM tahun 2023 dilaporkan dalam dokumen ini.
K82 | SKM mengacu pada PermenPANRB Nomor 14 Tahun 2018.
K83 {{ satker }} | Nilai IKM di lingkungan KPU Kabupaten Merdeka dihitung dari sembilan unsur.
K86 | Penyusunan dan publikasi informasi persyaratan pelayanan dikerjakan oleh Subbagian Keuangan, Umum, dan Logistik.
K84 {{ penandatangan }} | Laporan ini ditandatangani oleh Sekretaris KPU Kabupaten Contoh, Joko Santoso.
K79 | Sebanyak tujuh unsur memperoleh mutu B (Baik).
K79 | Seluruh unsur berkategori Baik.
K79 | Mutu A diraih oleh dua unsur.
K90 | Laporan ini memuat dua belas gambar.
K91 | Realisasi setiap RTL beserta hambatannya dimuat dalam Tabel 2.2.
K92 | Pemeliharaan dilakukan pada empat unsur pelayanan.
K80 | Responden yang mengisi kuesioner mencapai 15% dari populasi.
K53 {{ masa_tindak_lanjut }} | Masa tindak lanjut adalah Januari–Juni 2025.
K53 {{ masa_tindak_lanjut }} | Realisasi RTL dilaksanakan pada bulan Maret 2025.
K53 {{ tanggal_survei }} | Survei dilaksanakan pada 2 sampai dengan 30 Mei 2025.
K53 {{ bulan_laporan }} | Laporan ini disusun pada Maret 2026.
K53 {{ tanggal_laporan_skm }} | Laporan hasil SKM diterbitkan tanggal 15 Agustus 2025.
K53 | RTL pada unsur Persyaratan dijadwalkan pada bulan Agustus 2025.
K54 | Penyusunan dan publikasi informasi persyaratan pelayanan belum dilaksanakan.
K55 {{ jumlah_responden }} | Survei diikuti oleh 150 responden.
K55 {{ jumlah_populasi }} | Responden diambil dari populasi 1.200 orang.
M1 {{ unsur_waktu }} | Unsur Waktu Pelayanan ditetapkan sebagai prioritas.
M1 {{ unsur_waktu }} | Survei mengukur unsur pelayanan, antara lain persyaratan dan waktu pelayanan.
M2 {{ unsur_persyaratan }} | Nilai unsur Persyaratan Pelayanan perlu ditingkatkan.
M3 {{ unsur_produk }} | Unsur Produk, Spesifikasi, dan Jenis Pelayanan memperoleh nilai 3,31.
M4 | RTL meliputi Evaluasi kesesuaian waktu pelayanan dengan standart pelayanan.
M5 | RTL yang disusun adalah Pembinaan internal peningkatan kompetensi teknis pelayanan.
M6 | RTL meliputi Penyusunan Standar Waktu Layanan Setiap Jenis Pelayanan.
M7 | RTL mencakup Monitoring dan evaluasi kinerja harian petugas pelayanan.
M8 | RTL tersebut adalah Monitoring kinerja harian petugas pelayanan.
M9 | RTL yang sudah dilaksanakan meliputi sosialisasi standar waktu pelayanan kepada petugas.
M10 | Subbagian Protokol menyiapkan jadwal.
K57 | Diperlukan koordinasi lintas bagian agar kebijakan seragam.
M12 | Subbag Umum, Keuangan, dan Logistik menyiapkan ruang tunggu.
M15 | Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Survei Kepuasan Unit Penyelenggaraan Pelayanan.
M16 | Unsur Kejelasan Informasi memperoleh nilai yang rendah.
M17 | Survei mengukur unsur pelayanan, antara lain persyaratan serta kompetensi dan perilaku petugas.
N9 | Tindak lanjut yang telah dilakukan memberikan dampak positif bagi masyarakat.
N9 | Hal ini menunjukkan adanya peningkatan profesionalitas petugas.
N9 | Kualitas pelayanan telah meningkat dibandingkan sebelumnya.
N9 | Satuan kerja berhasil meningkatkan kepuasan masyarakat.
S1 | Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan telah selesai dilaksanakan.
S1 | RTL yang sudah dilaksanakan meliputi Monitoring dan evaluasi kinerja petugas pelayanan.
S2 | Realisasi tindak lanjut dilaksanakan melalui kegiatan evaluasi, pembinaan, dan sosialisasi.
T1 {{ masa_tindak_lanjut }} | Rencana tindak lanjut dilaksanakan selama Semester I Tahun 2025.
T1 {{ masa_tindak_lanjut }} | Realisasi kegiatan dilakukan secara bertahap sepanjang periode Semester I Tahun 2025.
K40 | Nilai Indeks Kepuasan Masyarakat (IKM) KPU Kabupaten Contoh sebesar 86,12 atau berada pada kategori Baik.
K40 | IKM: 88,00
K46 | Dari total 8 RTL, sebagian telah dilaksanakan.
K46 | Sudah ada empat RTL yang dituntaskan.
K45 | Persentase realisasi rencana tindak lanjut adalah 55%.
K45 | Tingkat penyelesaian RTL sebesar 75%.
K42 | Persyaratan (3,72), Waktu Penyelesaian (3,25), dan Biaya/Tarif (4,00).
K51 | Berdasarkan hasil SKM Semester II 2023, ditetapkan tiga unsur prioritas.
K53 | Rencana tindak lanjut dilaksanakan pada bulan Februari sampai dengan April 2025.
M1 | Waktu Pelayanan (3,25) ditetapkan sebagai unsur prioritas.
S1 | Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan sudah terealisasi pada Oktober 2025.
K47 | Sebagian besar RTL belum dilaksanakan.
N9 | Perbaikan tersebut berdampak langsung pada kepuasan masyarakat.
K55 | Survei melibatkan 75 responden.
K40 | Pada periode ini satuan kerja memperoleh IKM 85,4.
K40 | Berdasarkan hasil survei, nilai Indeks Kepuasan Masyarakat adalah 78,20 (Baik).
K40 | Indeks kepuasan masyarakat mencapai angka 91,25.
K40 | Nilai IKM yang diraih yaitu 86.15 dan masuk dalam kategori Baik.
K41 | Pelayanan memperoleh predikat Sangat Baik berdasarkan hasil SKM.
K41 | Dengan IKM tersebut, kinerja pelayanan dinyatakan Sangat Baik.
K41 | Mutu pelayanannya adalah A.
K42 | Unsur Persyaratan mendapat skor 3,72.
K42 | Nilai unsur Biaya/Tarif sebesar 3,90.
K42 | Perilaku Pelaksana memperoleh nilai rata-rata 3,45.
K44 | Unsur Kompetensi Pelaksana merupakan unsur dengan nilai terendah.
K44 | Unsur dengan nilai paling tinggi adalah Perilaku Pelaksana.
K45 | Capaian realisasi RTL baru 50%.
K45 | Sebesar 80% rencana tindak lanjut sudah terealisasi.
K45 | RTL telah dilaksanakan sebesar 70% (3 dari 5 RTL).
K46 | Dari 10 RTL, 3 RTL telah dilaksanakan.
K46 | Terdapat 4 RTL yang belum dilaksanakan.
K46 | Rencana tindak lanjut berjumlah delapan.
K46 | Jumlah RTL adalah 7.
K46 | Total RTL sebanyak 12.
K46 | Lima RTL telah selesai dan tidak ada yang tertunda.
K47 | Tidak ada RTL yang belum selesai.
K47 | RTL telah dilaksanakan seluruhnya.
K49 | Dua unsur prioritas ditetapkan pada periode ini.
K49 | Ada lima unsur yang menjadi prioritas perbaikan.
K51 | Laporan Tindak Lanjut SKM Semester II Tahun 2025 ini disusun oleh sekretariat.
K51 | Survei dilaksanakan pada Semester II Tahun 2024.
K51 | Hasil SKM Semester 2 Tahun 2024 menjadi dasar.
K52 | Laporan Tindak Lanjut SKM Tahun 2024 disusun sebagai pertanggungjawaban.
K53 | Tindak lanjut dilaksanakan pada Januari sampai dengan Juni 2025.
K53 | Survei berlangsung pada bulan Mei 2025.
K53 | Masa pelaksanaan tindak lanjut berlangsung dari Agustus sampai Desember 2025.
M1 | Nilai terendah terdapat pada unsur Kecepatan Pelayanan.
M1 | Prioritas perbaikan adalah unsur waktu pelayanan.
M3 | Unsur Produk Layanan memperoleh nilai 3,31.
M16 | Unsur Keamanan Pelayanan perlu diperbaiki berdasarkan hasil SKM.
M10 | Subbagian Kepegawaian menjadi penanggung jawab.
M12 | Subbag Keuangan dan Umum menyusun jadwal.
N9 | Terjadi peningkatan kualitas pelayanan setelah tindak lanjut.
N9 | Kepuasan masyarakat meningkat setelah adanya perbaikan.
N9 | Pelayanan menjadi lebih baik berkat tindak lanjut ini.
N9 | Tindak lanjut ini terbukti meningkatkan kepuasan masyarakat.
N9 | Kegiatan tersebut berdampak positif terhadap kualitas pelayanan.
S1 | Kegiatan monitoring dan evaluasi kinerja petugas pelayanan sudah dilaksanakan secara rutin.
S1 | Telah dilaksanakan evaluasi kesesuaian waktu pelayanan dengan standar pelayanan.
K54 | RTL yang belum dilaksanakan adalah Penyusunan dan publikasi informasi persyaratan pelayanan.
K55 | Jumlah responden sebanyak 98 orang.
T1 | Tindak lanjut dilakukan sepanjang Semester I Tahun 2025.
T1 | RTL direalisasikan pada Semester I Tahun 2025.
""",
    "puskesmas": """
K46 {{ jumlah_rtl }} | Sampai laporan ini disusun, belum ada RTL yang selesai (0 dari 5).
K40 {{ ikm }} | Puskesmas memperoleh IKM sebesar 87,36.
K41 {{ mutu_lengkap }} | IKM tersebut termasuk mutu pelayanan A (Sangat Baik).
K43 {{ mutu_sarana }} | Unsur Sarana dan Prasarana memperoleh mutu B (Baik).
K46 {{ jumlah_rtl }} | Puskesmas menyusun tiga RTL.
K47 | Seluruh RTL telah terlaksana.
K49 {{ jumlah_prioritas }} | Tiga unsur prioritas ditetapkan.
K51 {{ periode }} | SKM Semester I Tahun 2025 menetapkan satu unsur prioritas.
S1 | Penambahan kursi ruang tunggu telah dilaksanakan.
K58 | Rencana tindak lanjut memuat indikator keberhasilan setiap kegiatan.
T1 {{ masa_tindak_lanjut }} | RTL dilaksanakan selama Semester II Tahun 2025.
""",
    "dinas": """
K41 {{ mutu_lengkap }} | Hasil survei termasuk mutu pelayanan B (Baik).
K45 {{ persen_selesai }} | Realisasi rencana tindak lanjut mencapai 50%.
K47 | Sebagian kecil RTL telah dilaksanakan.
K54 | Penambahan loket pengambilan belum terlaksana.
M10 | Bidang Perizinan membantu petugas loket.
M12 | Bidang Pendaftaran Penduduk menempatkan petugas di loket.
""",
}


def cases():
    for world, text in FOUND.items():
        for line in filter(None, text.splitlines()):
            expected, sentence = line.split(" | ")
            rule, _blank, suggestion = expected.partition(" ")
            yield world, rule, suggestion, sentence


def test_there_are_more_than_sixty_of_them():
    assert len(list(cases())) >= 60


@in_one_test(("world", "rule", "suggestion", "sentence"), list(cases()))
def test_what_contradicts_is_found_and_nothing_else(world, rule, suggestion, sentence):
    found = claims(sentence, world, "3")
    assert [claim.rule for claim in found] == [rule]
    (claim,) = found
    assert sentence[claim.start : claim.end].strip() == claim.words
    assert claim.message.endswith(".")
    if suggestion:
        assert claim.suggestion == suggestion
        assert suggestion in claim.message


@in_one_test(("world", "rule", "suggestion", "sentence"), [case for case in cases() if case[2]])
def test_the_suggestion_in_place_of_the_words_mends_it(world, rule, suggestion, sentence):
    (claim,) = claims(sentence, world, "3")
    mended = sentence[: claim.start] + claim.suggestion + sentence[claim.end :]
    assert rule not in {left.rule for left in claims(mended, world, "3")}

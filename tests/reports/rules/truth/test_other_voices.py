"""Right sentences in other voices accuse nobody, and their wrong twins are told; of the offices of the trials."""

from tests.cases import in_one_test
from tests.reports.rules.truth.offices_read import said_of

RIGHT = """
rsud | 1.1 | Sebanyak 61 responden, atau 18,65%, tercatat berpendidikan sarjana, sedangkan 41 orang hanya tamat SD.
rsud | 2.1 | Dari 327 orang yang mengisi, 83 mengaku sebagai ibu rumah tangga dan 66 wiraswasta.
rsud | 2.1 | Kaum perempuan mendominasi: 186 berbanding 141 laki-laki.
rsud | 2.2 | Tak satu unsur pun tercecer ke mutu D; yang paling rendah pun masih C.
rsud | 2.2 | Tidak ada unsur yang jatuh ke kategori D, meskipun dua unsur masih menyandang mutu C.
rsud | 2.2 | Mutu D tidak ditemukan di rumah sakit ini, dan mutu C hanya milik dua unsur.
rsud | 4 | Dari Triwulan I ke Triwulan II Tahun 2025 indeks rumah sakit bertambah satu poin, dari 80,78 ke 81,78.
rsud | 4 | Bila triwulan pertama mencatat 80,78, triwulan kedua mencatat 81,78.
rsud | 4.penutup | Sembilan dari dua belas rencana, yakni tiga perempatnya, telah dinikmati pasien.
rsud | 3.1 | Tiga perempat rencana telah rampung; seperempat lagi menunggu tahun 2026.
rsud | 3.1 | Dua dari tiga rencana sarana sudah tuntas, tinggal papan petunjuk arah yang belum.
rsud | 1.3 | Tahun sebelumnya survei berjalan dari 15 April sampai 14 Juni 2024, tahun ini 14 April sampai 13 Juni 2025.
rsud | 1.3 | Pada 2024 kuesioner disebar antara 6 Mei dan 28 Juni, tahun ini lebih awal.
rsud | up1.activity | Audit rekam medis dikerjakan Instalasi Farmasi bersama Bid. Yanmed setiap akhir bulan.
rsud | 3.1 | Baik perbaikan toilet dan wastafel maupun pengadaan kursi tunggu poliklinik sudah selesai.
rsud | 0.2.obstacle | Targetnya 30 menit, tetapi pada jam sibuk resep racikan tetap perlu 60 menit.
rsud | 2.2 | Kompetensi Pelaksana menduduki puncak, lalu Produk Spesifikasi Jenis Pelayanan, lalu Persyaratan.
rsud | 2.2 | Waktu Penyelesaian tertinggal paling belakang, berada di posisi kesembilan dari sembilan unsur.
rsud | kata_pengantar | Dengan nilai 81,78 rumah sakit belum menembus angka 88,31 yang menjadi pintu masuk mutu A.
rsud | 1.2 | Masa tindak lanjut dimulai pada bulan Juli dan berakhir pada bulan Desember 2025, lalu laporan ini disusun.
kecamatan | 2.1 | Lebih dari separuh responden (51,09%) berpendidikan SMA.
kecamatan | 2.1 | Sekitar tiga perempat dari 120 warga yang dilayani bersedia mengisi kuesioner.
kecamatan | 2.1 | Separuh lebih sedikit responden kami adalah laki-laki, 49 orang.
kecamatan | 2.2 | Lima dari sembilan unsur meraih mutu A, selebihnya B.
kecamatan | 2.2 | Tidak satu pun unsur bermutu C atau D.
kecamatan | 2.2 | Mutu C dan D tidak kami jumpai pada satu unsur pun.
kecamatan | 3.1 | Keempat rencana telah tuntas seratus persen.
kecamatan | 3.1 | Dua dari empat rencana, yaitu separuhnya, menyangkut Sarana dan Prasarana.
kecamatan | 3.1 | Dua dari dua rencana pada unsur Waktu Penyelesaian rampung sebelum Desember 2025.
kecamatan | 3.2 | Seksi Yanum memasang pengumuman bebas pungutan, sementara Seksi Pemerintahan ikut memeriksanya.
kecamatan | up0.activity | Pengumuman dipasang oleh Seksi Pelayanan Umum pada setiap loket.
kecamatan | up1.activity | Apel pagi dipimpin bergiliran oleh Seksi PMD, Seksi Trantibum, dan Subbag Umpeg.
kecamatan | 4 | Terima kasih kami sampaikan kepada 92 responden dan seluruh jajaran Kecamatan Sumberagung.
kecamatan | 2.3 | Penetapan janji layanan dipegang Seksi Pemerintahan dan Seksi Pelayanan Umum.
kecamatan | 1.1 | Pada tahun 2024 survei digelar 5 Agustus hingga 30 September, dengan 88 responden.
kecamatan | 1.1.description | Janji layanan digarap bertahap: Agustus, Oktober, lalu November 2025.
pengadilan | 4 | Dibandingkan Triwulan II Tahun 2025 yang 85,86, indeks pengadilan kini 86,14, naik tipis 0,28 poin.
pengadilan | 4 | Dari 85,86 pada triwulan kedua ke 86,14 pada triwulan ketiga, pengadilan melangkah pelan tetapi pasti.
pengadilan | 2.1 | Sebanyak 66 pengguna layanan, sekitar 42 persen, bergelar sarjana; 15 lainnya magister.
pengadilan | 2.1 | Responden laki-laki 91 orang, sisanya 65 orang perempuan.
pengadilan | 2.2 | Waktu Penyelesaian dan Biaya/Tarif sama-sama memperoleh 3,20.
pengadilan | 2.2 | Hanya Sarana dan Prasarana yang bermutu C; mutu D nihil.
pengadilan | 3.1 | Tiga dari lima rencana, atau enam puluh persen, telah dirasakan para pencari keadilan.
pengadilan | 1.2.reason | Papan elektronik belum dipasang sama sekali; baru spesifikasinya yang disusun.
kelurahan | 1.1 | Dari 42 warga yang terlayani, 38 mengisi kuesioner, atau sembilan dari sepuluh orang.
kelurahan | 3.1 | Dari dua rencana, yang satu tuntas dan yang satu lagi masih berjalan.
kelurahan | 1.4 | Tindak lanjut berjalan tiga bulan, yaitu November, Desember, dan Januari 2026.
dukcapil | 2.2 | Waktu Penyelesaian satu-satunya unsur yang mendapat mutu D.
dukcapil | 4 | Semester II Tahun 2024 berindeks 81,11 dan semester ini 81,94.
kpukab | 1.3 | Pada tahun 2024 survei semester kedua dibuka 2 September dan ditutup 15 November.
kpukab | 1.0.description | Sesuai target, 20 kursi dan dua pendingin udara telah terpasang di ruang tunggu.
"""
WRONG = """
rsud | 2.1 | Sebanyak 16 responden, atau 18,65%, berpendidikan sarjana. | 61
kecamatan | 2.1 | Menurut pendidikan, lulusan sarjana (S1) mencapai 27 orang. | 17
kecamatan | 2.2 | Tak satu unsur pun jatuh ke mutu B. | 4 unsur
rsud | 4 | Empat dari lima rencana telah selesai. | 9 dari 12
pengadilan | 4 | Dari Triwulan II ke Triwulan III Tahun 2025 indeks beranjak dari 85,68 ke 86,14. | 85,86
dukcapil | 4 | Semester II Tahun 2024 yang berindeks 82,11 menjadi bekal kami. | 81,11
kpukab | 4 | IKM KPU Kabupaten Tirtamulya menurun jika disandingkan dengan Semester II Tahun 2024. | naik
dukcapil | 1.4 | Seluruh tindak lanjut dijadwalkan antara Juli dan November 2025. | Desember 2025
pengadilan | 1.1 | Survei kepuasan pengguna layanan ditutup pada 30 September 2025. | 26 September
kecamatan | 2.2 | Waktu Penyelesaian berada di urutan ketujuh dari sembilan unsur. | kedelapan
rsud | 0.2.obstacle | Padahal targetnya waktu tunggu obat nonracikan paling lama 20 menit. | 30 menit
kecamatan | 1.0.description | Sesuai target, antrean elektronik diterapkan pada lima loket. | Tiga loket
rsud | up0.plan | Rumah sakit memelihara empat unsur bernilai tinggi. | tiga unsur
kpukab | up1.plan | Unsur Kompetensi Pelaksana yang bernilai tinggi ini kami pertahankan. | Perilaku Pelaksana
kelurahan | 2.3 | Prioritas tindak lanjut jatuh pada unsur Kompetensi Pelaksana. | Penanganan Pengaduan
kpukab | 4 | Rencana yang masih harus diselesaikan beserta strateginya dihimpun dalam Tabel 3.1. | Tabel 4.1
pengadilan | 0.1.strategy | Perbaikan pengeras suara ruang sidang ditugaskan kepada Kepaniteraan Muda Hukum. | Subbag
"""


def rows(table):
    return [tuple(part.strip() for part in line.split(" | ")) for line in table.strip().splitlines()]


@in_one_test(("office", "place", "text"), rows(RIGHT))
def test_what_is_right_is_silent(office, place, text):
    assert said_of(office, place, text) == []


@in_one_test(("office", "place", "text", "value"), rows(WRONG))
def test_a_contradiction_is_told_with_its_value(office, place, text, value):
    assert value in "".join(said_of(office, place, text))

"""Sentences about one survey and its office, each right or wrong against the data, in sections and in cells."""

import json
from decimal import Decimal
from pathlib import Path

from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.document.earlier import EarlierPeriod
from reports.document.facts import facts_of
from reports.document.fields import DESCRIPTION, RATIONALE, TEXT, PlanAt, PriorityAt, SectionAt
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.reader import truth_reader
from tests.cases import in_one_test
from tests.make_cycle import ELEMENT_KEYS, make_instrument, make_source
from tests.reports.rules.truth.right_sentences import IN_CELLS
from tests.reports.rules.truth.right_sentences import RIGHT as OTHERS

CYCLE = Path(__file__).parents[4] / "skm_portal/demo/cycles/current.cycle.json"
PLACES = {
    "section": Place(TEXT, SectionAt("2.1", "")),
    "rationale": Place(RATIONALE, PriorityAt(1, "waktu")),
    "description": Place(DESCRIPTION, PlanAt(1, "a")),
}


def reader():
    """The office of the demo, whose survey before this one found 84,10 and a tenth less in all elements but one."""
    keys = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
    cycle = parse_cycle(json.dumps(json.loads(CYCLE.read_text())).encode(), keys)
    before = {key: score - Decimal("0.10") for key, score in cycle.survey.scores.items()} | {"biaya": Decimal("3.96")}
    earlier = (EarlierPeriod("2024-S2", "Semester II Tahun 2024", Decimal("84.10"), before, ()),)
    return truth_reader(facts_of(make_source(cycle, earlier=earlier)), earlier)


READER = reader()
WRONG = {
    "section": """
Pada periode ini kami meraih IKM 86,41, sebuah capaian yang patut disyukuri.
Angka 85,14 yang diraih mencerminkan kepuasan masyarakat terhadap layanan kami, sebagaimana tercermin dalam IKM.
Nilai 86,14 berada pada interval 88,31–100,00 sehingga mutu pelayanan adalah A.
IKM kami telah melampaui 88,31 sehingga dapat disebut Sangat Baik.
Dibandingkan Semester II Tahun 2024 yang memperoleh 84,10, IKM periode ini turun.
Dibandingkan Semester II Tahun 2024 yang memperoleh 84,10, IKM periode ini naik 3,04 poin.
IKM naik dari 83,10 pada Semester II Tahun 2024 menjadi 86,14.
IKM naik dari 84,10 pada Semester II Tahun 2024 menjadi 87,14.
Nilai unsur Biaya/Tarif meningkat dibandingkan semester sebelumnya.
Capaian ini lebih rendah daripada IKM semester sebelumnya yang sebesar 84,10.
Unsur Waktu Penyelesaian naik 0,20 poin dibandingkan periode sebelumnya.
Unsur yang mendapat penilaian paling rendah dari responden ialah Kompetensi Pelaksana.
Persyaratan menempati urutan terendah ketiga.
Peringkat tertinggi kedua diduduki unsur Sarana dan Prasarana.
Nilai unsur Perilaku Pelaksana berada di atas Sarana dan Prasarana.
Skor untuk Waktu Penyelesaian hanya 3,41 dari skala 4.
Persyaratan, Waktu Penyelesaian, dan Kompetensi Pelaksana masing-masing memperoleh 3,22, 3,14, dan 3,62.
Nilai 3,57 diperoleh unsur Penanganan Pengaduan, Saran dan Masukan.
Unsur waktu (3,14) dan biaya (3,29) perlu mendapat perhatian.
Apabila dikonversi, nilai unsur Waktu Penyelesaian adalah 87,50.
Unsur Kompetensi Pelaksana (nilai 3,26; mutu A) menjadi prioritas ketiga.
Lima unsur tergolong Baik, sedangkan empat unsur lainnya Sangat Baik.
Dari sembilan unsur yang dinilai, hanya dua yang masuk kategori Sangat Baik.
Terdapat satu unsur bermutu C.
Mayoritas unsur berada pada kategori Sangat Baik.
Unsur yang bermutu A berjumlah empat.
Empat unsur prioritas perbaikan telah disepakati dalam rapat.
Kedua unsur prioritas tersebut telah ditindaklanjuti.
Rapat menetapkan Waktu Penyelesaian, Persyaratan, dan Perilaku Pelaksana sebagai prioritas perbaikan.
Prioritas perbaikan periode ini adalah Waktu Penyelesaian, Persyaratan, dan Sarana dan Prasarana.
Persyaratan bukan merupakan unsur prioritas.
Jumlah responden yang terjaring mencapai 290 orang.
Sebanyak seratus delapan puluh responden mengisi kuesioner.
Survei menjaring 190 responden dari 630 pengguna layanan.
Lebih dari 200 responden berpartisipasi dalam survei ini.
Dari 109 responden, 50 orang mengeluhkan waktu tunggu.
Responden laki-laki berjumlah 89 orang dan perempuan 92 orang.
Mayoritas responden adalah perempuan, yaitu 52,42%.
Responden mewakili 25,78% dari populasi.
Responden berpendidikan S1 sebanyak 38 orang.
Kuesioner disebarkan mulai 21 Januari 2025 dan ditutup pada 28 Maret 2025.
Pengisian kuesioner berakhir pada 31 Maret 2025.
Survei dilaksanakan dari tanggal 20-01-2025 s.d. 28-02-2025.
Survei Kepuasan Masyarakat dilaksanakan pada bulan Februari sampai dengan April 2025.
Survei dilaksanakan pada Triwulan II Tahun 2025.
Pelaksanaan survei berlangsung selama 30 hari kalender.
Laporan hasil SKM terbit tanggal 15 Mei 2025.
Tindak lanjut atas hasil SKM Semester II Tahun 2025 disusun oleh sekretariat.
Kegiatan SKM tahun 2023 menjaring pendapat pengguna layanan di kantor kami.
Masa tindak lanjut dimulai pada Juni 2025 dan berakhir pada Desember 2025.
Nilai terendah adalah 3,22 dan nilai tertinggi 3,92.
Selisih antara unsur tertinggi dan terendah adalah 0,87.
Survei dilaksanakan berdasarkan Permenpan RB Nomor 14 Tahun 2018.
SKM mengacu pada PermenPANRB 14/2018 dan memuat sembilan unsur.
Penyelenggaraan pelayanan berpedoman pada Undang-Undang Nomor 25 Tahun 2019 tentang Pelayanan Publik.
Peraturan Pemerintah Nomor 69 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.
KPU Kabupaten Magetan melaksanakan SKM pada Semester I Tahun 2025.
Laporan ini disusun oleh KPU Kota Ngawi.
Laporan ini ditandatangani oleh Sekretaris KPU Kabupaten Ngawi, Budi Raharjo.
Laporan ini ditandatangani oleh Ketua KPU Kabupaten Ngawi.
Laporan ini ditandatangani oleh Budi Rahayu, NIP 19830503 200902 1 003.
Laporan hasil SKM Nomor 48/ORT.07-LAP/3521/2025 telah disampaikan.
Laporan tindak lanjut ini diterbitkan pada Februari 2026.
Berdasarkan hasil pengolahan kuesioner, diperoleh nilai rata-rata tertimbang 3,64 atau setara IKM 86,14.
Masyarakat memberi nilai 82,14 untuk pelayanan kami selama Semester I Tahun 2025 sebagaimana hasil SKM.
Mutu pelayanan kami dinyatakan A, dengan IKM 86,14.
Dengan capaian 86,14 tersebut, unit pelayanan kami masuk predikat "Sangat Baik".
Nilai yang diperoleh unsur Produk Spesifikasi Jenis Pelayanan (3,44) sama dengan nilai unsur Perilaku Pelaksana (3,44).
Unsur Perilaku Pelaksana serta Sarana dan Prasarana berturut-turut bernilai 3,57 dan 3,47.
U3 Waktu Penyelesaian: 3,41 (B).
Unsur paling lemah adalah persyaratan dengan nilai 3,22.
Kompetensi Pelaksana memperoleh skor terendah kedua setelah Waktu Penyelesaian.
Perilaku Pelaksana masuk tiga besar unsur dengan nilai tertinggi.
Hanya satu unsur yang bernilai di bawah 3,20, yakni Persyaratan.
Dua unsur bernilai di bawah 3,20.
Seluruh unsur bernilai di atas 3,20.
Semua unsur memperoleh mutu minimal B, bahkan lima di antaranya bermutu A.
Unsur Biaya/Tarif, Sarana dan Prasarana, dan Perilaku Pelaksana bermutu A.
Dari hasil tersebut ditetapkan dua unsur prioritas.
Prioritas perbaikan sebanyak empat unsur.
Fokus perbaikan diarahkan pada tiga unsur prioritas: Waktu Penyelesaian, Persyaratan, serta Perilaku Pelaksana.
Unsur Sistem, Mekanisme, dan Prosedur juga dijadikan prioritas tindak lanjut.
Prioritas pertama adalah Persyaratan.
Partisipan survei berjumlah 109 orang.
Kuesioner diisi oleh 180 responden yang dipilih secara acak.
Sampel yang diambil sebanyak 186 responden dari 360 penerima layanan.
Populasi penerima layanan tercatat 306 orang.
Dari populasi 360 orang, 180 orang menjadi responden.
Tingkat partisipasi responden terhadap populasi sebesar 62,78%.
Sebanyak 58,51% responden adalah laki-laki.
Lebih dari separuh responden adalah perempuan.
Responden terbanyak berpendidikan S1, yaitu 73 orang.
Kelompok usia 26–34 tahun mendominasi dengan 75 orang.
Survei yang dimulai 20 Januari 2025 itu berakhir pada 25 Maret 2025.
Pelaksanaan SKM berlangsung sejak Februari hingga Maret 2025.
Waktu pelaksanaan survei: 20 Januari–18 Maret 2025.
SKM Semester II Tahun 2025 KPU Kabupaten Ngawi diikuti 190 responden.
Laporan ini menyajikan tindak lanjut SKM periode Juli–Desember 2025.
Pada Tahun 2024 KPU Kabupaten Ngawi melaksanakan SKM dan memperoleh IKM 86,14.
Pada Semester II Tahun 2024 diperoleh IKM 83,10, lalu pada Semester I Tahun 2025 menjadi 86,14.
IKM mengalami penurunan sebesar 2,04 poin dibandingkan Semester II Tahun 2024.
Kenaikan IKM dari periode sebelumnya mencapai 4,20 poin.
Jika dibandingkan periode sebelumnya (81,40), terjadi kenaikan 2,04 poin.
Tren IKM menunjukkan penurunan dibandingkan periode sebelumnya.
Hampir semua unsur turun dibandingkan Semester II Tahun 2024.
Nilai unsur Persyaratan naik dari 3,02 menjadi 3,22.
Unsur Persyaratan turun dari 3,32 pada semester lalu menjadi 3,22.
Kecuali Biaya/Tarif dan Waktu Penyelesaian, seluruh unsur turun dibandingkan Semester II Tahun 2024.
Selain Persyaratan, semua unsur meningkat dibandingkan Semester II Tahun 2024.
Dari 180 responden, sebagian mengeluhkan antrean.
Survei diikuti oleh 180 responden yang ditarik dari populasi 360 orang.
Unsur Persyaratan bernilai paling rendah di antara sembilan unsur.
Apabila kesembilan unsur diurutkan, tempat teratas diduduki Produk Spesifikasi Jenis Pelayanan.
Menurut mutunya, empat unsur, termasuk Biaya/Tarif, bermutu A.
Menurut mutunya, dari sembilan unsur terdapat tiga yang bermutu A dan lima yang bermutu B.
Laporan ini berpedoman pada Undang-Undang Nomor 25 Tahun 2019 tentang Pelayanan Publik beserta turunannya.
Undang-undang itu dilaksanakan dengan Peraturan Pemerintah Nomor 69 Tahun 2012.
Terima kasih kepada seluruh jajaran KPU Kabupaten Ngawen yang telah bekerja keras.
Sebagai penutup, KPU Kabupaten Ngawen berkomitmen melanjutkan perbaikan.
Ngawi, Sekretaris Komisi Pemilihan Umum Kabupaten Ngawi, Bambang Rahardjo.
Laporan ini ditandatangani oleh Budi Rahayu, S.Sos., M.AP., selaku Ketua Komisi Pemilihan Umum.
Sekretaris KPU Kabupaten Ngawi, Drs. Bambang Rahardjo, M.Si., membuka rapat.
""",
    "rationale": """
Nilai 3,41 menunjukkan waktu penyelesaian belum memuaskan.
Dengan nilai 3,14 dan mutu C, unsur ini menjadi prioritas.
Unsur ini merupakan unsur dengan nilai terendah kedua.
Konversi nilai unsur ini sebesar 87,50.
Rendahnya nilai unsur ini (3,41) disebabkan keterlambatan.
Nilai Waktu Penyelesaian sebesar 3,14 atau 78,50 setelah konversi masuk mutu C.
Unsur ini hanya lebih tinggi dari unsur Persyaratan.
Sebagai unsur terendah kedua, waktu penyelesaian mendapat perhatian.
Dari 180 responden, 35 orang menulis saran mengenai lamanya antrean.
Pada semester lalu nilainya 3,24.
""",
    "description": """
Kegiatan ini menindaklanjuti unsur Waktu Penyelesaian yang bernilai 3,04.
Hasil SKM dengan IKM 81,64 dipaparkan dalam rapat.
""",
}
RIGHT = {
    "section": """
Secara keseluruhan, kinerja pelayanan KPU Kabupaten Ngawi berada pada kategori Baik dengan perolehan indeks 86,14.
Nilai 86,14 berada pada interval 76,61–88,30 sehingga mutu pelayanan adalah B.
IKM kami 86,14, sedangkan Dinas Kesehatan memperoleh 85,20 untuk pelayanan di puskesmas.
Sebagai perbandingan, indeks pada KPU Provinsi Jawa Tengah adalah 88,90 dengan mutu A.
IKM Kecamatan Sukamaju sebesar 79.
Mutu unsur: A tiga, B enam, C nihil.
Hasil SKM menunjukkan mutu unsur sebagai berikut: a) tiga unsur Sangat Baik; b) enam unsur Baik.
IKM kami tercatat 86,14 (B), masih di bawah target 88,31 yang ditetapkan dalam Renstra.
Apabila IKM mencapai 88,31, mutu pelayanan menjadi A (Sangat Baik).
IKM tahun depan ditargetkan sebesar 88,50 dengan mutu A.
Dibandingkan Semester II Tahun 2024 yang memperoleh 84,10, IKM periode ini naik 2,04 poin.
IKM naik dari 84,10 pada Semester II Tahun 2024 menjadi 86,14.
Nilai unsur Biaya/Tarif menurun dari 3,96 menjadi 3,92.
Unsur Waktu Penyelesaian naik 0,10 poin dibandingkan periode sebelumnya.
Unsur yang mendapat penilaian paling rendah dari responden ialah Waktu Penyelesaian.
Tiga unsur dengan nilai terendah secara berurutan adalah Waktu Penyelesaian, Persyaratan, dan Kompetensi Pelaksana.
Peringkat tertinggi kedua diduduki unsur Penanganan Pengaduan, Saran dan Masukan.
Nilai Perilaku Pelaksana sedikit lebih tinggi daripada Produk Spesifikasi Jenis Pelayanan.
Skor untuk Waktu Penyelesaian hanya 3,14 dari skala 4.
Persyaratan, Waktu Penyelesaian, dan Kompetensi Pelaksana masing-masing memperoleh 3,22, 3,14, dan 3,26.
Nilai 3,57 diperoleh unsur Sarana dan Prasarana.
Apabila dikonversi, nilai unsur Waktu Penyelesaian adalah 78,50.
Enam unsur tergolong Baik, sedangkan tiga unsur lainnya Sangat Baik.
Dari sembilan unsur yang dinilai, tiga di antaranya masuk kategori Sangat Baik.
Tidak ada unsur yang berkategori Kurang Baik maupun Tidak Baik.
Mayoritas unsur berada pada kategori Baik.
Ketiga unsur prioritas tersebut ditindaklanjuti.
Rapat menetapkan Waktu Penyelesaian, Persyaratan, dan Kompetensi Pelaksana sebagai prioritas perbaikan.
Sarana dan Prasarana tidak ditetapkan sebagai prioritas karena nilainya sudah tinggi.
Sebanyak seratus sembilan puluh responden mengisi kuesioner.
Lebih dari 150 responden berpartisipasi dalam survei ini.
Dari 190 responden, 50 orang mengeluhkan waktu tunggu.
Responden laki-laki berjumlah 98 orang (51,58%) dan perempuan 92 orang (48,42%).
Responden mewakili 52,78% dari populasi sebanyak 360 orang.
Kuesioner disebarkan mulai 20 Januari 2025 dan ditutup pada 28 Maret 2025.
Survei Kepuasan Masyarakat dilaksanakan pada bulan Januari sampai dengan Maret 2025.
Survei dilaksanakan pada Triwulan I Tahun 2025.
Rapat pembahasan hasil SKM dilaksanakan pada 22 April 2025.
Laporan SKM ditetapkan pada 15 April 2025.
Masa tindak lanjut dimulai pada Mei 2025 dan berakhir pada Desember 2025.
Nilai terendah adalah 3,14 dan nilai tertinggi 3,92.
Selisih antara unsur tertinggi dan terendah adalah 0,78.
Pada tahun 2023 IKM kami sebesar 80,12.
Rata-rata IKM KPU se-Jawa Timur sebesar 87,90.
Survei dilaksanakan berdasarkan PermenPANRB Nomor 14 Tahun 2017.
SKM mengacu pada PermenPANRB 14/2017 dan memuat sembilan unsur.
Penyelenggaraan pelayanan berpedoman pada Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.
Peraturan Daerah Nomor 3 Tahun 2020 tentang Pelayanan Publik mengatur hal itu.
Petugas melakukan studi tiru ke KPU Kabupaten Madiun.
Laporan ini disusun oleh KPU Ngawi.
KPU Ngawi melaksanakan SKM pada Semester I Tahun 2025.
Rapat dihadiri perwakilan KPU Provinsi Jawa Timur dan KPU Kabupaten Magetan.
Laporan ini ditandatangani oleh Sekretaris KPU Kabupaten Ngawi, Budi Rahayu.
Laporan ini ditandatangani oleh Sekretaris Komisi Pemilihan Umum Kabupaten Ngawi, Budi Rahayu, NIP 198305032009021002.
Maklumat pelayanan ditandatangani oleh Ketua KPU Kabupaten Ngawi.
Laporan hasil SKM Nomor 84/ORT.07-LAP/3521/2025 telah disampaikan.
Laporan tindak lanjut ini disusun pada Desember 2025.
Berdasarkan hasil pengolahan kuesioner, diperoleh nilai rata-rata tertimbang 3,45 atau setara IKM 86,14.
Masyarakat memberi nilai 86,14 untuk pelayanan kami selama Semester I Tahun 2025 sebagaimana hasil SKM.
Dengan capaian 86,14 tersebut, unit pelayanan kami masuk predikat "Baik".
IKM sebesar 86,14 hanya terpaut 2,17 dari batas bawah kategori A (88,31).
Untuk mencapai kategori A diperlukan nilai minimal 88,31.
Unsur Perilaku Pelaksana serta Sarana dan Prasarana berturut-turut bernilai 3,47 dan 3,57.
U3 Waktu Penyelesaian: 3,14 (B).
Persyaratan memperoleh skor terendah kedua setelah Waktu Penyelesaian.
Sarana dan Prasarana masuk tiga besar unsur dengan nilai tertinggi.
Hanya satu unsur yang bernilai di bawah 3,20, yakni Waktu Penyelesaian.
Tiga unsur, yaitu Waktu Penyelesaian, Persyaratan, dan Kompetensi Pelaksana, bernilai di bawah 3,30.
Seluruh unsur bernilai di atas 3,00.
Semua unsur memperoleh mutu minimal B, bahkan tiga di antaranya bermutu A.
Unsur Biaya/Tarif, Sarana dan Prasarana, serta Penanganan Pengaduan, Saran dan Masukan bermutu A.
Selain Biaya/Tarif, masih ada dua unsur lain yang bermutu A.
Dari hasil tersebut ditetapkan 3 (tiga) unsur prioritas.
Unsur Sistem, Mekanisme, dan Prosedur akan diusulkan menjadi prioritas pada periode berikutnya.
Prioritas pertama adalah Waktu Penyelesaian.
Partisipan survei berjumlah 190 orang.
Dari populasi 360 orang, 190 orang menjadi responden.
Sebanyak 51,58% responden adalah laki-laki.
Lebih dari separuh responden adalah laki-laki.
Responden terbanyak berpendidikan S1, yaitu 83 orang.
Kelompok usia 26–34 tahun mendominasi dengan 57 orang.
Survei yang dimulai 20 Januari 2025 itu berakhir pada 28 Maret 2025.
Waktu pelaksanaan survei: 20 Januari–28 Maret 2025.
Laporan ini menyajikan tindak lanjut SKM periode Januari–Juni 2025.
Pada Semester II Tahun 2024 diperoleh IKM 84,10, lalu pada Semester I Tahun 2025 menjadi 86,14.
IKM mengalami kenaikan sebesar 2,04 poin dibandingkan Semester II Tahun 2024.
Jika dibandingkan periode sebelumnya (84,10), terjadi kenaikan 2,04 poin.
Nilai unsur Persyaratan naik dari 3,12 menjadi 3,22.
Nilai 3,44 pada unsur Produk Spesifikasi Jenis Pelayanan terpaut 0,0924 dari batas bawah mutu A, yaitu 3,5324.
Batas bawah mutu A adalah 88,31, sedangkan IKM kami 86,14.
Tiga unsur bermutu A, sedangkan enam unsur sisanya B atau lebih baik.
Sembilan unsur bermutu B ke atas.
Laporan SKM terbit 15 April 2025, tidak lama setelah survei ditutup, dan diunggah ke laman pada 17 April 2025.
Survei ditutup pada 28 Maret 2025 dan hasilnya dipaparkan pada 22 April 2025.
Keluhan itu muncul dalam survei 7 Juli–26 September 2024, dan muncul kembali dalam survei 20 Januari–28 Maret 2025.
Waktu Penyelesaian memperoleh 3,14 dari nilai tertinggi 4.
Nilai Sarana dan Prasarana tidak sampai 0,4 di bawah unsur tertinggi.
Tidak ada unsur yang nilainya lebih rendah daripada Waktu Penyelesaian.
Survei diisi 190 responden. Di antara pemohon lewat surat, yang tidak disurvei, 61% adalah perempuan.
Sebagai pembanding, IKM gabungan satuan kerja lain untuk tahun yang sama mencapai 84,12.
Perilaku Pelaksana bernilai 3,47; angka 3,37 pada spanduk adalah hasil semester sebelumnya.
Persyaratan dipilih sebagai prioritas kedua, bukan karena mutunya C, melainkan karena berkas kerap tidak lengkap.
SKM Semester II sedang diolah ketika laporan disusun, dan hasilnya disajikan tersendiri.
Hampir semua unsur menguat atau bertahan dibandingkan Semester II Tahun 2024, kecuali Biaya/Tarif.
Hampir semua unsur naik dibandingkan Semester II Tahun 2024.
Kecuali Biaya/Tarif yang turun, seluruh unsur mengalami kenaikan nilai dibandingkan dengan semester sebelumnya.
Dibandingkan semester sebelumnya IKM naik 2,04 poin; dari Prosedur pun tercatat kenaikan, yaitu 0,10.
Laporan ini ditandatangani Budi Rahayu selaku Sekretaris Komisi Pemilihan Umum Kabupaten Ngawi, bukan oleh Ketua.
Ruang pelayanan direnovasi setelah masa tindak lanjut lewat dan sebelum akhir Maret 2026.
Dari 190 responden, 12 responden mengeluhkan antrean.
Peraturan Menteri PANRB Nomor 16 Tahun 2014 tentang pedoman survei telah dicabut.
Dari 40 pemohon yang ditolak, 12 mengajukan keberatan.
Rapat koordinasi diikuti jajaran KPU Kabupaten Madiun.
Peraturan Pemerintah Nomor 61 Tahun 2010 mengatur keterbukaan informasi.
Rapat dipimpin Sekretaris Komisi Pemilihan Umum Kabupaten Ngawi, Budi Rahayu, bersama Ketua, Siti Aminah.
Sekretaris Daerah Kabupaten Ngawi, Agus Santoso, membuka pameran.
Apabila dua unsur yang sama nilainya diurutkan, kode unsur yang menentukan.
""",
    "rationale": """
Dengan nilai 3,14 (B), unsur ini menempati urutan terbawah.
Unsur ini merupakan unsur dengan nilai terendah.
Nilai unsur ini lebih rendah dari unsur Persyaratan.
Dari 190 responden, 35 orang menulis saran mengenai lamanya antrean.
Target kami pada periode berikutnya adalah 3,50.
Pada semester lalu nilainya 3,04.
Unsur ini rendah nilainya, padahal mutu pelayanan secara keseluruhan B.
Unsur ini memperoleh 3,14 dari nilai tertinggi 4, atau 78,50 apabila dikonversi ke skala 100.
""",
    "description": """
Rapat dihadiri 25 peserta pada 12 Mei 2025 dan menghasilkan 3 kesepakatan.
Waktu layanan turun dari 20 menit menjadi 12 menit.
""",
}


def cases(sentences):
    return [(place, line) for place, text in sentences.items() for line in text.strip().splitlines()]


def claims(place, sentence):
    return [claim for _mention, claim in READER.read(TypedText(PLACES[place], sentence, ("x",))) if claim]


@in_one_test(("place", "sentence"), cases(WRONG))
def test_what_contradicts_is_told_with_its_words(place, sentence):
    found = claims(place, sentence)
    assert found
    for claim in found:
        assert sentence[claim.start : claim.end] == claim.words
        assert f"“{claim.words}”" in claim.message
        assert claim.suggestion == "" or place == "section"


@in_one_test(("place", "sentence"), cases(RIGHT))
def test_what_agrees_or_speaks_of_something_else_is_silent(place, sentence):
    assert [(claim.rule, claim.words) for claim in claims(place, sentence)] == []


@in_one_test(
    ("theme", "sentence"), [(theme, line) for theme, text in OTHERS.items() for line in text.split("\n")[1:-1]]
)
def test_what_is_right_of_a_part_another_time_or_another_office_is_silent(theme, sentence):
    assert [(claim.rule, claim.words) for claim in claims("section", sentence)] == []


@in_one_test(("place", "sentence"), cases(IN_CELLS))
def test_what_is_right_in_a_cell_is_silent(place, sentence):
    assert [(claim.rule, claim.words) for claim in claims(place, sentence)] == []


def test_every_number_and_name_is_mentioned_once_with_its_verdict():
    text = "IKM KPU Kabupaten Ngawi sebesar 86,14 (B), ruang tunggu menampung 40 orang, dan responden 109 orang."
    told = {
        mention.words: mention.verdict for mention, _claim in READER.read(TypedText(PLACES["section"], text, ("x",)))
    }
    assert told["86,14"] == "right"
    assert told["KPU Kabupaten Ngawi"] == "right"
    assert told["40"] == "unknown"
    assert told["109"] == "wrong"


def test_one_contradiction_is_told_once():
    assert len(claims("section", "IKM yang diperoleh sebesar 86,20.")) == 1

"""Sentences of health centres, courts, schools and others: what contradicts the data is found, nothing else is."""

from tests.cases import in_one_test
from tests.reports.rules.worlds import WORLDS, claims

HONEST = """
Puskesmas melayani 15.240 pasien rawat jalan sepanjang tahun 2024.
Angka stunting turun dari 14,2% menjadi 11,8% pada tahun 2024.
Cakupan imunisasi dasar lengkap baru mencapai 87%.
Seluruh bidan desa sudah mengikuti pelatihan.
RSUD memiliki 120 tempat tidur dan 34 dokter spesialis.
Rumah sakit terakreditasi dengan predikat Paripurna.
Sekolah memperoleh akreditasi A dengan nilai 93.
Akreditasi B diperoleh pada tahun 2021.
Sebanyak 320 siswa mengikuti ujian akhir semester.
Nilai rata-rata ujian siswa adalah 82,45.
Rapor pendidikan menunjukkan kategori Baik.
Pengadilan memutus 1.203 perkara dan 97% di antaranya tepat waktu.
Sisa perkara tahun 2024 sebanyak 45 perkara.
Indeks Persepsi Anti Korupsi (IPAK) satuan kerja sebesar 3,71.
Survei Persepsi Kualitas Pelayanan (SPKP) menghasilkan nilai 3,65.
Nilai SAKIP satuan kerja adalah 72,15 dengan predikat BB.
Indeks Reformasi Birokrasi pemerintah daerah sebesar 68,40 dengan kategori B.
Nilai kepatuhan dari Ombudsman Republik Indonesia adalah 89,12 dengan kategori A.
Indeks Pelayanan Publik tahun 2024 sebesar 4,12 dengan kategori A-.
Hasil evaluasi Kementerian PANRB memberi predikat Pelayanan Prima.
Penilaian Maturitas SPIP berada pada level 3.
Kecamatan terdiri atas 12 desa dan 3 kelurahan.
Penduduk kecamatan berjumlah 45.320 jiwa.
Luas wilayah kecamatan adalah 87,36 km².
Kantor kecamatan buka pada hari Senin–Jumat pukul 07.30–16.00.
Pelayanan tutup pada hari libur nasional dan cuti bersama.
Pada bulan Ramadan jam pelayanan berakhir pukul 15.00.
Pembayaran retribusi sebesar Rp25.000 dilakukan secara nontunai.
Anggaran sebesar 1,2 miliar rupiah belum tersedia.
Pengadaan kursi menunggu perubahan anggaran pada bulan September.
DPA Perubahan ditetapkan pada bulan Oktober.
Surat edaran Nomor 5 Tahun 2023 tanggal 17 Maret 2023 menjadi pedoman petugas.
Peraturan Daerah Nomor 3 Tahun 2020 belum mengatur layanan daring.
Perpres Nomor 76 Tahun 2013 mengatur pengelolaan pengaduan pelayanan publik.
Keputusan KPU Nomor 440 Tahun 2024 menetapkan standar pelayanan.
Lampiran II Peraturan Menteri tersebut memuat rumus perhitungan.
Maklumat pelayanan ditandatangani pada 2 Januari 2024.
Standar pelayanan ditinjau kembali paling sedikit satu kali dalam setahun.
Pengaduan ditindaklanjuti paling lambat 5 hari kerja.
Terdapat 12 pengaduan, dan 11 di antaranya sudah selesai.
Semua pengaduan telah diselesaikan.
Belum ada pengaduan yang masuk melalui SP4N-LAPOR!.
Pengaduan yang belum selesai akan diteruskan kepada instansi yang berwenang.
Sebanyak 3 dari 5 petugas loket telah bersertifikat.
Sebanyak 80% pegawai telah mengikuti bimbingan teknis.
Dua orang petugas akan pensiun pada tahun 2026.
Sebagian besar pemohon berusia 25–40 tahun.
Sebagian kecil pemohon masih datang tanpa berkas lengkap.
Sebagian besar petugas memahami standar pelayanan.
Tidak semua pemohon memahami alur pelayanan.
Ruang laktasi dan jalur kursi roda sudah tersedia.
Jaringan internet di kantor belum stabil.
Listrik padam selama dua jam pada hari pertama kegiatan.
Kendaraan layanan keliling mengunjungi 24 desa setiap bulan.
Mal Pelayanan Publik menampung 25 instansi.
Aplikasi Identitas Kependudukan Digital sudah diunduh 10.000 kali.
Situs web dikunjungi 5.432 kali dalam satu bulan.
Akun Instagram memiliki 3.250 pengikut.
Rata-rata waktu tunggu turun dari 20 menit menjadi 12 menit.
Target waktu pelayanan adalah 10 menit per pemohon.
Surat keterangan selesai dalam 1 hari kerja.
Permohonan informasi dijawab paling lambat 10 hari kerja.
Undang-Undang Nomor 14 Tahun 2008 menjamin hak atas informasi publik.
Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum mengatur tugas KPU.
Pemilihan Gubernur dan Wakil Gubernur Tahun 2024 telah selesai dilaksanakan.
Pilkada 2024 berlangsung pada 27 November 2024.
Penyusunan daftar pemilih sudah selesai sebelum survei dimulai.
Pemutakhiran Data Pemilih Berkelanjutan dilakukan pada Triwulan IV.
Logistik pemilu dikembalikan ke gudang secara bertahap.
Survei kepuasan internal pegawai memperoleh nilai 81,20.
Survei kepuasan pasien rumah sakit lain di provinsi ini memperoleh nilai 79,90.
IKM Kabupaten Tetangga sebesar 90,11.
IKM rata-rata nasional adalah 88,50.
Target IKM dalam Renstra adalah 90,00.
Target IKM tahun berikutnya sebesar 89.
Diharapkan IKM pada survei berikutnya dapat mencapai 90,00.
Nilai interval konversi 76,61–88,30 berarti mutu pelayanan B (Baik).
Mutu pelayanan A berada pada nilai interval konversi 88,31–100,00.
Skala penilaian adalah 1 sampai dengan 4.
Kuesioner memuat sembilan pertanyaan dengan empat pilihan jawaban.
Setiap unsur diberi bobot 0,11.
Nilai unsur dikalikan 25 agar diperoleh nilai konversi.
Sampel ditentukan dengan tabel Krejcie dan Morgan.
Tingkat kepercayaan survei adalah 95% dengan margin kesalahan 5%.
Responden perempuan mencapai 55% dan responden laki-laki 45%.
Sebagian besar responden berpendidikan SMA.
Responden dipilih secara acak dari pengguna layanan.
Kuesioner disebarkan melalui tautan dan kode QR.
Petugas pelayanan bersikap ramah, sopan, dan santun.
Petugas belum pernah menerima gratifikasi.
Pelayanan tidak dipungut biaya.
Kotak saran dibuka setiap hari Jumat.
Pimpinan memberi arahan pada apel Senin pagi.
Rapat dihadiri 25 peserta dari lima unit kerja.
Rapat evaluasi pertama berlangsung di Aula Lantai 3.
Narasumber berasal dari Kantor Wilayah Kementerian Hukum.
Bimbingan teknis diikuti oleh Sekretaris Dinas dan para kepala bidang dari kabupaten lain.
Kegiatan itu didampingi oleh Bagian Organisasi Sekretariat Daerah.
Inspektorat Daerah memeriksa kelengkapan dokumen.
Dinas Komunikasi dan Informatika membantu pemasangan jaringan.
Badan Pusat Statistik Kabupaten memberi masukan atas kuesioner.
Kepala satuan kerja menyampaikan terima kasih kepada semua pihak.
Puji syukur kami panjatkan kepada Tuhan Yang Maha Esa.
Laporan ini masih memiliki kekurangan sehingga saran sangat kami harapkan.
Semoga laporan ini bermanfaat bagi peningkatan kualitas pelayanan publik.
Masukan masyarakat akan menjadi bahan perbaikan pada masa yang akan datang.
Masyarakat mengusulkan agar jam pelayanan diperpanjang hingga pukul 18.00.
Sebagian pemohon merasa waktu pelayanan terlalu lama.
Persyaratan yang berbelit-belit sering dikeluhkan pemohon.
Pemohon kerap belum membawa persyaratan lengkap.
Sistem antrean dipasang pada tahun 2022.
Sistem informasi manajemen rumah sakit sudah terintegrasi.
Kompetensi petugas diuji setiap tahun oleh lembaga sertifikasi.
Waktu pelayanan dihitung sejak berkas dinyatakan lengkap.
Kecepatan pelayanan menjadi perhatian pimpinan.
Keamanan lingkungan dijaga oleh dua orang satpam.
Kebersihan ruang tunggu dijaga petugas kebersihan.
Sarana bagi penyandang disabilitas disediakan di lantai dasar.
Biaya pengiriman dokumen ditanggung pemohon.
Produk layanan terdiri atas 14 jenis.
Satuan kerja menyediakan 23 jenis layanan.
Terdapat empat jenis layanan konsultasi.
Tim tindak lanjut dibentuk dengan keputusan pimpinan.
Tim terdiri atas tujuh orang.
Setiap rencana diperiksa oleh pimpinan sebelum dilaksanakan.
Rencana anggaran tahun 2026 sudah diusulkan.
Rencana strategis satuan kerja berlaku sampai dengan tahun 2029.
Program kerja tahun 2026 akan memuat perbaikan sarana.
Pemeliharaan gedung dilakukan oleh pihak ketiga.
Pemeliharaan jaringan dilakukan setiap tiga bulan.
Monitoring dilakukan setiap triwulan oleh pimpinan.
Evaluasi dilakukan pada akhir tahun anggaran.
Kegiatan akan dilanjutkan pada tahun anggaran berikutnya.
Prosedur layanan dipasang di papan informasi pada tiga lokasi.
Hasil rapat dituangkan dalam notula dan daftar hadir.
Notula rapat tanggal 14 belum ditandatangani oleh pimpinan.
Bukti dukung berupa foto disajikan pada lampiran.
Daftar rencana disajikan dalam bentuk tabel.
Laporan disampaikan kepada Kementerian PANRB melalui aplikasi.
Laporan disusun secara objektif dan transparan.
Skor tertinggi lomba inovasi pelayanan publik diraih Kecamatan Sukamaju.
Juara 1 lomba pelayanan prima tahun 2023 diraih satuan kerja.
Penghargaan Zona Integritas menuju WBK diterima pada tahun 2022.
Survei semester sebelumnya dilaksanakan dengan kuesioner kertas.
Hubungi Ibu Siti Aminah, S.Kom., M.M. di nomor 0351-749123 pesawat 12.
Surat Nomor 065/123/35.21/2024 telah dikirimkan.
Nomor Induk Berusaha diterbitkan melalui sistem OSS.
Sidang keliling diadakan 6 kali dalam setahun.
Perkara prodeo sebanyak 30 perkara dibiayai negara.
Gugatan sederhana diputus paling lama 25 hari kerja.
Penerimaan peserta didik baru dibuka pada bulan Juni.
Ujian sekolah berakhir pada 20 Mei.
Dokter spesialis anak hanya praktik pada hari Selasa dan Kamis.
Obat generik selalu tersedia 100%.
Waktu tanggap darurat kurang dari 5 menit tercapai 100%.
Hanya 2 dari 7 loket yang dilengkapi pengeras suara.
Upaya perbaikan akan terus dilakukan secara berkelanjutan.
"""
CONTRADICTING = """
kpu K40 Berdasarkan hasil pengolahan data, nilai IKM KPU Kabupaten Contoh sebesar 87,63.
kpu K40 Indeks Kepuasan Masyarakat mencapai angka 78,36.
kpu K40 Capaian IKM tersebut, yaitu 86,37, menunjukkan pelayanan yang baik.
kpu K40 IKM kami 89,36 poin.
kpu K41 Kinerja unit pelayanan dinilai Sangat Baik.
kpu K41 Mutu pelayanan KPU Kabupaten Contoh adalah A.
kpu K41 Dengan demikian, mutu pelayanan masuk kategori C (Kurang Baik).
kpu K42 Persyaratan mendapat nilai 3,72.
kpu K42 Nilai unsur Biaya/Tarif adalah 3,90.
kpu K42 Unsur Waktu Penyelesaian hanya memperoleh skor 3,15.
kpu K42 Sarana dan Prasarana (3,67) dinilai baik oleh masyarakat.
kpu K42 Adapun Kompetensi Pelaksana memperoleh 3,03.
kpu K42 Untuk unsur Perilaku Pelaksana nilainya 3,44.
kpu K43 Unsur Persyaratan termasuk kategori A.
kpu K43 Unsur Biaya/Tarif bermutu B.
kpu K44 Unsur Perilaku Pelaksana merupakan unsur dengan nilai paling rendah.
kpu K44 Penilaian tertinggi diberikan pada Penanganan Pengaduan, Saran dan Masukan.
kpu K44 Unsur terendah adalah Kompetensi Pelaksana.
kpu K45 Capaian tindak lanjut sebesar 75%.
kpu K45 Sebesar 40% RTL sudah dilaksanakan.
kpu K45 Persentase penyelesaian RTL adalah 66,67 persen.
kpu K45 Sisanya sebesar 20% RTL belum terlaksana.
kpu K46 Dari lima RTL, empat telah selesai.
kpu K46 Terdapat 6 rencana tindak lanjut yang disusun.
kpu K46 Jumlah RTL yang disusun sebanyak 7 kegiatan.
kpu K46 Tiga RTL belum dilaksanakan.
kpu K46 Empat rencana tindak lanjut sudah terlaksana.
kpu K46 Realisasi sebanyak 2 dari 5 RTL.
kpu K46 Pada unsur Persyaratan terdapat dua RTL.
kpu K47 Seluruh rencana tindak lanjut telah selesai dilaksanakan.
kpu K47 Tidak ada RTL yang tertunda.
kpu K47 Tidak satu pun RTL dapat dilaksanakan.
kpu K49 Ada empat unsur prioritas yang ditindaklanjuti.
kpu K49 Survei menilai 14 unsur pelayanan.
kpu K49 Dua unsur ditetapkan sebagai prioritas perbaikan.
kpu K50 Unsur prioritas perbaikan adalah Perilaku Pelaksana, Persyaratan, dan Kompetensi Pelaksana.
kpu K50 Sarana dan Prasarana ditetapkan sebagai unsur prioritas.
kpu K51 Laporan ini menindaklanjuti SKM Semester II Tahun 2024.
kpu K51 Hasil SKM Semester II Tahun 2025 menjadi dasar laporan ini.
kpu K51 Survei Kepuasan Masyarakat semester II tahun 2025 dilaksanakan secara daring.
kpu K52 Survei Kepuasan Masyarakat Tahun 2024 menghasilkan IKM 87,36.
kpu K52 Laporan Tindak Lanjut SKM Tahun 2023 ini disusun oleh Sekretariat.
kpu K53 Survei dilaksanakan pada 2–30 Mei 2025.
kpu K53 Survei berlangsung pada bulan Maret 2025.
kpu K53 Masa tindak lanjut berlangsung dari Juli sampai dengan November 2025.
kpu K54 Penyusunan dan publikasi informasi persyaratan pelayanan belum dapat dilaksanakan.
kpu K54 Kegiatan Penegasan dan sosialisasi standar waktu pelayanan kepada petugas masih tertunda.
kpu K55 Survei diikuti oleh 120 responden.
kpu K55 Jumlah responden sebanyak 101 orang.
kpu K55 Populasi pengguna layanan sebanyak 950 orang.
kpu K55 Sebanyak 280 responden mengisi kuesioner.
kpu M1 Unsur Waktu Pelayanan memperoleh perhatian khusus.
kpu M2 Unsur Persyaratan Pelayanan ditetapkan sebagai prioritas.
kpu N9 Tindak lanjut tersebut terbukti meningkatkan kepuasan masyarakat.
kpu N9 Pelaksanaan RTL telah meningkatkan nilai unsur Persyaratan.
kpu N9 Kualitas pelayanan meningkat berkat tindak lanjut tersebut.
kpu S1 Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan sudah selesai dilaksanakan.
kpu S1 Monitoring dan evaluasi kinerja petugas pelayanan telah dilaksanakan pada bulan Oktober 2025.
kpu S1 Monitoring dan evaluasi kinerja petugas pelayanan telah rampung.
kpu S1 Satuan kerja berhasil menuntaskan Monitoring dan evaluasi kinerja petugas pelayanan.
puskesmas K40 IKM Puskesmas Sukamaju sebesar 90,11.
puskesmas K42 Unsur Sarana dan Prasarana bernilai 2,09.
puskesmas K46 Dua RTL disusun untuk unsur Sarana dan Prasarana.
puskesmas K47 Seluruh RTL sudah dilaksanakan.
puskesmas K51 Laporan ini menindaklanjuti hasil SKM Semester I Tahun 2025.
puskesmas S1 Penambahan kursi ruang tunggu telah selesai dilaksanakan.
dinas K45 Baru 50% RTL yang selesai.
dinas K46 Satu RTL belum selesai dilaksanakan.
dinas K54 Penataan alur permohonan KTP-el belum dilaksanakan.
dinas K41 Mutu pelayanan tergolong Baik (B).
dinas K40 IKM sebesar 90,96 dengan mutu A.
"""


@in_one_test("sentence", HONEST.strip().splitlines())
def test_what_contradicts_nothing_raises_nothing(sentence):
    found = [
        claim.words for world in WORLDS for key in ("1.1", "2.1", "3.1", "4") for claim in claims(sentence, world, key)
    ]
    assert found == []


@in_one_test("case", CONTRADICTING.strip().splitlines())
def test_what_contradicts_is_found_under_its_id(case):
    world, rule, sentence = case.split(" ", 2)
    assert {claim.rule for claim in claims(sentence, world, "3")} == {rule}

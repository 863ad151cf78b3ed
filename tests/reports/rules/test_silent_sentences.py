"""What is right, or speaks of something else, raises nothing: sentences as offices write them, in every section."""

from tests.cases import in_one_test
from tests.reports.rules.worlds import WORLDS, claims

ANYWHERE = """
Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik menjadi dasar penyelenggaraan pelayanan.
PP Nomor 96 Tahun 2012 mengatur pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.
Permenpan Nomor 14 Tahun 2017 memuat sembilan unsur pelayanan.
Permenpan 14/2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik.
Hal itu diatur dalam Pasal 28 ayat (3) Peraturan Menteri PANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan.
Keputusan Kepala Dinas Nomor 188.4/25/2024 menetapkan tim penyusun survei.
Kantor beralamat di Jalan Merdeka Nomor 48, RT 02 RW 05, Kecamatan Sukamaju 63212.
Gedung pelayanan terletak di Jl. Ahmad Yani No. 12 Lantai 2.
Layanan pengaduan melalui WhatsApp 0812-3456-7890 tersedia 24 jam.
Pelayanan dibuka Senin sampai dengan Jumat pukul 08.00 sampai 15.30.
Waktu tunggu di loket rata-rata 15 menit.
Sebanyak 100% petugas hadir dalam apel pagi.
Seluruh petugas loket mengenakan seragam dan tanda pengenal.
Sebanyak 30% pemohon memilih layanan daring.
Anggaran pelayanan terserap 95,20% sampai akhir tahun.
Pengadaan printer menelan biaya Rp87.500.000,00.
Luas ruang tunggu adalah 3,50 meter kali 4,25 meter.
Ruang pelayanan berukuran 87,50 meter persegi.
Pemilu 2024 menambah beban kerja petugas pelayanan.
Persiapan Pemilu dan Pilkada Serentak Tahun 2024 berlangsung bersamaan dengan pelayanan rutin.
Sejak tahun 2019 satuan kerja memakai antrean elektronik.
Renstra 2020–2024 menempatkan pelayanan publik sebagai sasaran.
Pendaftaran dilayani secara daring mulai Oktober.
Petugas melapor setiap awal bulan.
Rapat koordinasi diadakan setiap tanggal 5 pada awal bulan.
Tahapan pelayanan dijelaskan pada papan informasi.
Tindak lanjut hasil survei merupakan tahapan penting dalam siklus perbaikan.
Pelatihan diadakan guna meningkatkan kecakapan petugas.
Pembinaan petugas dilakukan untuk meningkatkan kualitas pelayanan.
Penyelesaian permohonan dilakukan sesuai dengan standar pelayanan.
Penyelesaian pengaduan dicatat dalam buku register.
Pelayanan di loket berjalan baik.
Koordinasi dengan kecamatan telah berjalan dengan baik.
Laporan ini merupakan bagian dari pertanggungjawaban satuan kerja.
Setiap bagian laporan ini disusun menurut data.
Kepuasan masyarakat adalah bagian dari reformasi birokrasi.
Setiap *responden* mengisi kuesioner secara mandiri.
Kami berterima kasih kepada para responden yang telah meluangkan waktu.
Setiap responden menerima penjelasan sebelum mengisi kuesioner.
Survei memakai kuesioner dengan skala 1 sampai dengan 4.
Nilai persepsi 1 berarti tidak baik dan nilai persepsi 4 berarti sangat baik.
Mutu pelayanan dibagi menjadi empat, yaitu A, B, C, dan D.
Nilai interval konversi 88,31–100,00 termasuk mutu pelayanan A dengan kinerja Sangat Baik.
IKM antara 76,61 dan 88,30 termasuk kategori B.
Nilai SAKIP satuan kerja tahun lalu adalah 72,15 dengan predikat BB.
Indeks Reformasi Birokrasi memperoleh nilai 78,40.
Satuan kerja meraih predikat Baik dalam penilaian kepatuhan Ombudsman.
Puskesmas terakreditasi dengan predikat Paripurna.
Hasil penilaian PEKPPP memperoleh kategori A.
Target kinerja pelayanan tahun depan akan dibahas dalam rapat kerja.
Target IKM pada periode berikutnya adalah 90,00.
IKM ditargetkan paling rendah 88,31 pada survei yang akan datang.
Masyarakat dapat menyampaikan saran melalui kotak saran.
Waktu pelayanan tercantum pada maklumat pelayanan.
Standar waktu pelayanan dipasang di dinding.
Persyaratan pelayanan diumumkan melalui laman resmi.
Produk layanan meliputi surat keterangan dan rekomendasi.
Kompetensi petugas dikembangkan melalui bimbingan teknis.
Sikap petugas yang ramah diharapkan oleh masyarakat.
Biaya pelayanan tidak dipungut.
Sarana dan prasarana dipelihara oleh petugas kebersihan.
Rapat dihadiri oleh unsur Pimpinan, unsur Kecamatan, dan unsur Kepolisian.
Tim terdiri atas unsur Sekretariat dan unsur masyarakat.
Tiga petugas ditempatkan di loket depan.
Dua kursi roda disediakan bagi penyandang disabilitas.
Terdapat empat loket dan satu meja informasi.
Pelatihan diikuti oleh tujuh petugas.
Rapat diadakan dua kali sebulan.
Dari 12 pengaduan, 10 pengaduan selesai ditangani.
Sebanyak 7 dari 10 petugas telah mengikuti pelatihan.
Sebanyak 90 persen berkas dinyatakan lengkap.
Laporan ini diharapkan bermanfaat bagi masyarakat.
Kegiatan ini diharapkan dapat meningkatkan kepuasan masyarakat.
Perbaikan dilakukan agar kualitas pelayanan meningkat.
Kami berkomitmen meningkatkan mutu pelayanan.
Upaya peningkatan kualitas pelayanan terus dilakukan.
Pengaruh tindak lanjut baru dapat diketahui dari survei berikutnya.
Apakah kepuasan masyarakat meningkat baru akan diketahui pada survei periode berikutnya.
Tanpa tindak lanjut, survei tidak memberikan dampak nyata bagi masyarakat.
Jumlah pemohon meningkat pada musim pendaftaran sekolah.
Perangkat daerah lain dapat memakai laporan ini sebagai bahan perbandingan.
Satuan kerja menyampaikan terima kasih kepada semua pihak.
Dokumen ini terdiri atas empat bab dan satu lampiran.
Tabel 2.1 memuat nilai setiap unsur.
Rincian RTL disajikan dalam Tabel 2.2.
Bukti dukung dapat dilihat pada Gambar 3 dan Gambar 4.
Uraian lebih lanjut terdapat pada halaman 12.
Gedung lama dibangun pada tahun 1987 dan diperluas pada tahun 2015.
Hari Ulang Tahun Republik Indonesia diperingati setiap 17 Agustus.
Cuti bersama pada bulan Desember mengurangi jam pelayanan.
Musim hujan pada Januari membuat jalan ke kantor tergenang.
Bagian depan gedung dipakai sebagai ruang tunggu.
Kerja sama lintas sektor dilakukan bersama puskesmas dan kelurahan.
Kegiatan posyandu melibatkan kader di setiap dusun.
Petugas wajib menjawab pesan paling lambat 2 hari kerja.
Permohonan yang lengkap diselesaikan dalam 3,5 jam.
Kecepatan internet di ruang layanan adalah 87,50 Mbps.
Suhu lemari vaksin dijaga antara 2,00 dan 8,00 derajat.
Versi 3.25 aplikasi antrean telah dipasang.
Responden berusia 17 sampai 60 tahun.
Sebanyak 54 responden perempuan mengisi kuesioner.
Pengisian kuesioner memerlukan waktu lima menit.
Rencana aksi dibahas bersama pimpinan.
Agar seluruh RTL dapat dilaksanakan, koordinasi perlu diperkuat.
Diharapkan seluruh RTL dapat direalisasikan sesuai jadwal.
Strategi ini disusun guna memastikan seluruh rencana tindak lanjut terlaksana tepat waktu.
Setiap RTL mempunyai penanggung jawab.
RTL yang belum selesai diteruskan menurut strategi penyelesaian.
Hambatan dicatat untuk setiap RTL.
Hasil survei periode sebelumnya dipakai sebagai pembanding.
Setelah laporan ini terbit, survei berikutnya segera disiapkan.
Kepala Seksi Pemerintahan Kecamatan Sukamaju hadir sebagai narasumber.
Divisi Teknis dan Divisi Hukum memberikan arahan.
Petugas memahami alur pelayanan dan menjelaskannya kepada pemohon.
Ketentuan Pasal 3 ayat (2) huruf b tetap berlaku.
Nilai-nilai BerAKHLAK menjadi pedoman perilaku petugas.
Ruang laktasi, toilet, dan tempat parkir tersedia bagi pengunjung.
Kami membalas 87 dari 90 pesan yang masuk.
Pelayanan publik yang semakin baik adalah harapan masyarakat.
Nilai pelayanan yang telah ditetapkan dalam standar dipatuhi petugas.
"""

RIGHT = {
    "kpu": """
Sampai laporan ini disusun, 3 dari 5 RTL (60%) telah dilaksanakan.
IKM yang diperoleh adalah 87,36 dengan mutu pelayanan B (Baik).
Hasil SKM Semester I Tahun 2025 memperoleh nilai 87,36 dan berada pada kategori B (Baik).
Indeks Kepuasan Masyarakat sebesar 87,36 termasuk kategori baik.
Perhitungan ulang dari nilai unsur menghasilkan IKM 87,33.
Unsur Waktu Penyelesaian memperoleh nilai 3,25, yaitu nilai terendah di antara sembilan unsur.
Nilai tertinggi adalah 4,00 pada unsur Biaya/Tarif, sedangkan nilai terendah adalah 3,25 pada unsur Waktu Penyelesaian.
Unsur Waktu Penyelesaian (3,25), Persyaratan (3,27), dan Kompetensi Pelaksana (3,30) memperoleh nilai terendah.
Unsur Persyaratan dan Kompetensi Pelaksana memperoleh nilai masing-masing 3,27 dan 3,30.
Unsur Penanganan Pengaduan, Saran, dan Masukan memperoleh nilai 3,89 dengan mutu A (Sangat Baik).
Unsur Sarana dan Prasarana bermutu A, sedangkan unsur Perilaku Pelaksana memperoleh mutu B.
Tiga unsur pelayanan ditetapkan sebagai prioritas, yaitu Waktu Penyelesaian, Persyaratan, dan Kompetensi Pelaksana.
Survei menilai sembilan unsur pelayanan.
Untuk ketiga unsur prioritas tersebut disusun lima RTL.
Realisasi RTL mencapai 60% (3 dari 5 RTL).
Sebanyak 3 (tiga) RTL telah dilaksanakan dan 2 (dua) RTL belum selesai.
Masih terdapat 40% (2 dari 5 RTL) yang belum selesai dilaksanakan.
Sebagian besar rencana tindak lanjut telah direalisasikan.
Pada unsur Waktu Penyelesaian, satu dari dua RTL sudah dilaksanakan.
Pada unsur Waktu Penyelesaian, 50% RTL telah terlaksana.
Survei dilaksanakan pada 2–30 Juni 2025 dengan 110 responden dari populasi 900 orang.
Survei Kepuasan Masyarakat dilaksanakan pada bulan Juni 2025.
Masa tindak lanjut adalah Juli–Desember 2025.
Realisasi RTL dilaksanakan pada Juli sampai dengan Desember 2025.
Tindak lanjut dilaksanakan selama Semester II Tahun 2025.
RTL pada unsur Persyaratan dijadwalkan pada November 2025.
Penyusunan dan publikasi informasi persyaratan pelayanan telah dilaksanakan.
Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan belum selesai dilaksanakan.
Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan telah mulai dilakukan.
Subbagian Keuangan, Umum, dan Logistik menyiapkan ruang tunggu.
Subbag Rendatin dan Subbag KUL menyusun jadwal.
Kepala Subbagian Perencanaan, Data, dan Informasi memimpin rapat.
Laporan ini disusun pada Januari 2026.
Laporan SKM tanggal 10 Juli 2025 memuat hasil lengkapnya.
Dibandingkan dengan Semester II Tahun 2024, jumlah responden bertambah.
Survei berikutnya dilaksanakan pada Semester II Tahun 2025.
Laporan ini mencakup tindak lanjut atas tiga unsur pelayanan yang memperoleh nilai terendah.
Kegiatan penguatan kompetensi petugas dilaksanakan tiga kali.
Tiga RTL telah dilaksanakan, yaitu pada unsur Waktu Penyelesaian, Persyaratan, dan Kompetensi Pelaksana.
Capaian ini menunjukkan komitmen satuan kerja dalam meningkatkan kualitas pelayanan.
Nilai IKM tersebut menunjukkan bahwa kinerja pelayanan berada pada kategori baik.
Unsur dengan nilai terendah kedua adalah Persyaratan.
Unsur Persyaratan dan Kompetensi Pelaksana memperoleh nilai yang lebih rendah daripada unsur lainnya.
Kepala KPU menyampaikan bahwa 100% RTL ditargetkan selesai pada April 2026.
RTL ditargetkan selesai 100% pada akhir periode berikutnya.
Pencapaian target RTL diharapkan 100%.
Diharapkan pada periode mendatang IKM mencapai 90,00.
Penyusunan dan publikasi informasi persyaratan pelayanan dilaksanakan pada November 2025 melalui papan pengumuman.
Tindak lanjut terhadap unsur Persyaratan telah selesai dilaksanakan.
Sebanyak 2 dari 3 unsur prioritas masih memiliki RTL yang belum selesai.
Dokumentasi 10 kegiatan dimuat dalam lampiran.
Pelayanan diberikan oleh 5 petugas di 2 loket.
Bimbingan teknis dilaksanakan pada 5 Agustus 2025 dan diikuti 12 petugas.
Pada Semester I Tahun 2025 jumlah permohonan informasi sebanyak 87.
Alamat: Jalan Semester No. 3, Contoh 63200.
Hari Sabtu dan Minggu libur.
Kontak: (0351) 700000.
Laporan disusun berdasarkan surat Nomor 2981/ORT.07-SD/01/2025 tanggal 28 Agustus 2025.
Kuesioner diisi pada Mei dan Juni.
KPU Kabupaten Contoh menerima 87,36 juta rupiah hibah sarana.
Jumlah TPS pada Pemilu 2024 adalah 1.250.
Partisipasi pemilih Pemilu 2024 mencapai 85,20%.
Data Pemilih Berkelanjutan Semester I Tahun 2025 telah ditetapkan.
Rekapitulasi PDPB Triwulan II Tahun 2025 dilaksanakan pada 30 Juni 2025.
Pemutakhiran data pemilih dilakukan setiap triwulan.
Sebanyak 7 parpol menggunakan layanan konsultasi.
Rapat internal dilaksanakan pada awal bulan Oktober.
Kegiatan sosialisasi dilaksanakan mulai Oktober sampai dengan Desember 2025.
Monitoring dan evaluasi kinerja petugas pelayanan dijadwalkan pada triwulan berikutnya.
Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan akan diselesaikan paling lambat April 2026.
Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan sedang dalam proses.
Pembinaan internal & eksternal peningkatan kompetensi teknis pelayanan dilaksanakan secara bertahap.
Pembinaan internal dan eksternal peningkatan kompetensi teknis pelayanan telah dilaksanakan.
RTL yang telah dilaksanakan akan dipertahankan.
Petugas yang kompeten diharapkan mampu meningkatkan nilai unsur Kompetensi Pelaksana.
Dua RTL yang belum selesai menjadi perhatian pimpinan.
Dua RTL yang belum selesai akan dilanjutkan pada periode berikutnya.
Jumlah RTL yang telah dilaksanakan adalah 3.
Sebanyak 60 persen RTL telah selesai, sedangkan sisanya 40 persen masih dalam proses.
Unsur Waktu Penyelesaian memperoleh nilai 3,25 atau setara 81,25 pada skala 100.
Nilai unsur terendah adalah 3,25, dan nilai unsur tertinggi adalah 4,00.
Enam unsur memperoleh mutu B dan tiga unsur memperoleh mutu A.
Nilai 3,33 diperoleh unsur Sistem, Mekanisme, dan Prosedur serta Perilaku Pelaksana.
Dengan nilai 3,89, unsur Penanganan Pengaduan, Saran dan Masukan termasuk mutu A.
Pada unsur Kompetensi Pelaksana, satu RTL telah dilaksanakan dan satu RTL belum dimulai.
SKM periode ini diikuti 110 responden, yaitu 60 laki-laki dan 50 perempuan.
Rencana tindak lanjut SKM disusun pada bulan Juli 2025.
Rencana tindak lanjut hasil survei dibahas dalam rapat pada 14 Juli 2025.
Tindak lanjut direncanakan pada Semester II Tahun 2025.
Perbaikan yang telah dilakukan diharapkan memberikan dampak positif.
Survei Semester II Tahun 2025 akan menunjukkan apakah perbaikan tersebut berdampak.
Perubahan ini belum menunjukkan peningkatan yang dapat diukur.
Tindak lanjut dilaksanakan mulai Oktober 2025.
Pelaksanaan RTL dimulai pada awal bulan Juli.
Pemilu 2024 menjadi tantangan bagi pelaksanaan tindak lanjut SKM.
Tahapan Pemilihan Serentak 2024 baru berakhir pada awal tahun 2025.
Sesuai dengan Undang-Undang Nomor 25 Tahun 2009, hasil SKM wajib ditindaklanjuti.
Peraturan Menteri PANRB Nomor 14 Tahun 2017 mewajibkan SKM paling sedikit satu kali setahun.
SKM dilaksanakan dua kali dalam satu tahun, yaitu pada Semester I dan Semester II.
Hasil SKM menjadi bahan evaluasi kinerja pelayanan.
Nilai IKM dihitung dari sembilan unsur dengan bobot yang sama.
Responden terdiri atas 60 laki-laki dan 50 perempuan.
Sebanyak 110 responden mengisi kuesioner.
Sebagian besar responden berpendidikan SMA.
Sebagian besar masyarakat menilai pelayanan sudah baik.
RTL 1 a dan RTL 2 b dikoordinasikan oleh Subbag Rendatin.
RTL pertama dijadwalkan pada bulan Oktober.
Setiap RTL dilaporkan setiap bulan.
Kualitas pelayanan perlu terus ditingkatkan.
Nilai unsur yang rendah menunjukkan perlunya peningkatan.
Capaian tersebut menunjukkan bahwa masyarakat menilai pelayanan sudah sesuai standar.
Unsur-unsur yang bernilai tinggi perlu dipertahankan.
Unsur Biaya/Tarif memperoleh nilai tinggi karena pelayanan tidak dipungut biaya.
Unsur yang memperoleh nilai di bawah 3,30 menjadi perhatian.
Selisih nilai tertinggi dan terendah adalah 0,75.
Nilai rata-rata seluruh unsur adalah 3,49.
Survei memakai empat pilihan jawaban.
Rata-rata waktu penyelesaian permohonan adalah 2,50 hari.
Waktu penyelesaian permohonan paling lama 3 hari kerja.
Pelatihan petugas dilaksanakan pada 12 Agustus 2025.
Sosialisasi dilaksanakan pada bulan November 2025 di ruang rapat.
Rapat evaluasi dilaksanakan pada 3 Februari 2025.
Laporan hasil SKM diunggah pada laman resmi.
Tabel 2.2 memuat lima RTL.
Strategi penyelesaian RTL yang belum selesai disajikan dalam Tabel 4.1.
Kegiatan ini melibatkan tiga subbagian.
Kami mengucapkan terima kasih kepada Subbagian Keuangan, Umum, dan Logistik.
Subbagian Keuangan, Umum dan Logistik menyiapkan perlengkapan.
Subbag KUL bersama KPU Provinsi Jawa Timur mengadakan bimbingan teknis.
Kepala Bagian Organisasi Sekretariat Daerah hadir sebagai narasumber.
Dengan IKM 87,36, pelayanan termasuk kategori Baik.
Mutu pelayanan B berarti kinerja Baik.
Kinerja unit pelayanan dinyatakan Baik.
Pelayanan yang baik merupakan hak masyarakat.
Kategori pelayanan dibedakan menjadi pelayanan langsung dan tidak langsung.
Sebagai bagian dari reformasi birokrasi, dilakukan evaluasi berkala.
Persyaratan, prosedur, dan biaya diumumkan di loket.
Aspek persyaratan dan prosedur pelayanan menjadi perhatian pimpinan.
Perbaikan dilakukan pada aspek prosedur pelayanan, waktu pelayanan, dan sarana.
Evaluasi kinerja pelayanan dilakukan setiap akhir bulan.
Monitoring dan evaluasi dilakukan oleh pimpinan.
Petugas yang telah mengikuti pelatihan ditempatkan di loket.
Seluruh petugas telah mengikuti sosialisasi.
Seluruh kegiatan dilaksanakan sesuai jadwal.
Koordinasi antarunit berjalan baik.
Setiap bagian dalam laporan ini saling berkaitan.
Seluruh bagian gedung dapat diakses penyandang disabilitas.
Tindak lanjut ini diharapkan berdampak positif terhadap kepuasan masyarakat.
Peningkatan kualitas pelayanan merupakan tujuan tindak lanjut ini.
Masyarakat merasakan kemudahan dalam mengakses informasi.
Untuk Semester II Tahun 2025, survei akan dilaksanakan pada November 2025.
Rencana tindak lanjut disusun berdasarkan hasil SKM Semester I Tahun 2025.
Pelaksanaan tindak lanjut hasil SKM Semester I Tahun 2025 dilaporkan dalam dokumen ini.
Pada Semester I Tahun 2025 dilaksanakan survei terhadap 110 responden.
Selama Semester I Tahun 2025 diberikan berbagai pelayanan kepada masyarakat.
Pelayanan yang diberikan selama Semester I Tahun 2025 dinilai melalui survei.
Tahun anggaran 2025 berakhir pada 31 Desember 2025.
Indikator keberhasilan setiap RTL tercantum dalam Tabel 2.2.
Kedua RTL pada unsur Waktu Penyelesaian ditangani oleh Subbag Rendatin.
Dua RTL lainnya masih dalam proses.
Terdapat dua RTL yang dijadwalkan sampai Desember.
Unsur prioritas ditetapkan berdasarkan nilai terendah.
Dari hasil tersebut, unsur Waktu Penyelesaian menjadi prioritas pertama.
Unsur Kompetensi Pelaksana dan Perilaku Pelaksana saling berkaitan.
Nilai 4,00 merupakan nilai maksimum.
Skor maksimal setiap unsur adalah 4,00.
Skala likert 1–4 digunakan dalam kuesioner.
Jumlah pengaduan turun dari 12 menjadi 8.
Sebesar 85% permohonan diselesaikan tepat waktu.
Tingkat kehadiran petugas mencapai 98,5%.
Realisasi anggaran mencapai 97,36%.
Realisasi kegiatan sosialisasi dihadiri 40 peserta.
Tindak lanjut pengaduan selesai 100% dalam tiga hari.
Pelayanan data pemilih diselesaikan 100%.
Seluruh rencana tindak lanjut dapat diselesaikan pada Desember 2025.
""",
    "puskesmas": """
SKM Semester II Tahun 2025 menetapkan satu unsur prioritas, yaitu Sarana dan Prasarana.
Realisasi rencana tindak lanjut masih 0% (0 dari 1 RTL).
Belum ada RTL yang selesai dilaksanakan.
Sampai laporan ini disusun, belum ada RTL yang selesai (0 dari 1).
Unsur Sarana dan Prasarana memperoleh nilai 2,90 dengan mutu C (Kurang Baik).
Penambahan kursi ruang tunggu belum dilaksanakan karena menunggu pengadaan.
Tindak lanjut dilaksanakan pada Januari–Juni 2026.
Tindak lanjut SKM berlangsung selama Semester I Tahun 2026.
Subbagian Tata Usaha mengajukan usulan pengadaan.
Survei diikuti oleh 75 responden.
Puskesmas Sukamaju melayani 12.500 kunjungan selama tahun 2025.
Sebanyak 98,5% balita telah ditimbang.
Jam pelayanan UGD adalah 24 jam sehari.
Puskesmas terakreditasi Paripurna sejak tahun 2023.
Pelayanan imunisasi diberikan setiap tanggal 10.
Kursi ruang tunggu ditambah 20 buah.
Penambahan kursi ruang tunggu direncanakan pada tahun 2026.
Ruang tunggu dilengkapi kipas angin guna meningkatkan kenyamanan pasien.
Pasien BPJS Kesehatan dilayani tanpa dipungut biaya.
Unsur Sarana dan Prasarana menjadi satu-satunya unsur prioritas.
RTL tersebut belum dapat dilaksanakan karena menunggu pengadaan.
Klaster 2 dan Klaster 3 melayani ibu, anak, dan usia dewasa.
Kepala Puskesmas menetapkan tim tindak lanjut.
Loket pendaftaran dibuka pukul 07.30.
Nilai unsur Sarana dan Prasarana adalah 2,90, terendah di antara semua unsur.
Survei dilaksanakan oleh tim Puskesmas pada bulan Desember 2025.
Kasus demam berdarah turun dari 35 menjadi 20 kasus.
Poli Umum, Poli Gigi, dan Poli KIA berada di lantai satu.
Subbagian Tata Usaha bersama Penanggung Jawab UKP menyusun usulan.
Laporan ini disusun pada bulan Juli 2026.
Tindak lanjut berlangsung pada Januari sampai dengan Juni 2026.
""",
    "dinas": """
IKM sebesar 90,69 termasuk mutu pelayanan A (Sangat Baik).
Seluruh RTL telah dilaksanakan.
Realisasi rencana tindak lanjut mencapai 100% (2 dari 2 RTL).
Kedua RTL tersebut sudah selesai dilaksanakan.
Unsur Produk Spesifikasi Jenis Pelayanan memperoleh nilai terendah, yaitu 3,55.
Koordinasi lintas bidang dipimpin oleh Sekretariat.
Bidang Pelayanan Pencatatan Sipil melayani akta kelahiran.
Bidang Dafduk dan Bidang Capil menempatkan petugas di loket.
Penataan alur permohonan KTP-el telah selesai dilaksanakan pada Oktober 2025.
Disdukcapil menerbitkan 4.350 KTP-el selama Semester I Tahun 2025.
Perekaman KTP-el mencapai 99,12% dari wajib KTP.
IKM sebesar 90,69 dan termasuk kategori A (Sangat Baik).
Unsur Biaya/Tarif memperoleh nilai tertinggi, yaitu 3,90.
Dua RTL yang direncanakan telah selesai dilaksanakan seluruhnya.
Seluruh RTL telah selesai pada Oktober 2025.
Tidak ada RTL yang belum selesai.
Bidang Pelayanan Pendaftaran Penduduk membuka loket tambahan.
Kepala Bidang Capil memimpin rapat evaluasi.
Seksi Identitas Penduduk membantu di loket.
Camat dan lurah diundang dalam forum konsultasi publik.
Forum Konsultasi Publik dihadiri unsur Akademisi dan unsur Media.
Dokumen diterbitkan dalam waktu 15 menit.
Aplikasi melayani 1,5 juta permintaan.
Semua unsur memperoleh mutu A.
Sembilan unsur memperoleh mutu A (Sangat Baik).
Penambahan loket pengambilan dilaksanakan pada Oktober 2025.
Pasal 5 Peraturan Bupati Nomor 12 Tahun 2021 mengatur standar pelayanan.
Kecamatan menempati peringkat 3 dari 18 kecamatan.
""",
}


def lines(text):
    return [line for line in text.splitlines() if line]


def told(found):
    return [(claim.rule, claim.words) for claim in found]


def test_there_are_more_than_a_hundred_of_them():
    assert len(lines(ANYWHERE)) >= 100


@in_one_test("sentence", lines(ANYWHERE))
def test_what_speaks_of_something_else_raises_nothing(sentence):
    for world in WORLDS:
        for key in ("1.1", "2.1", "3.1", "4"):
            assert told(claims(sentence, world, key)) == [], world


@in_one_test(("world", "sentence"), [(world, line) for world in RIGHT for line in lines(RIGHT[world])])
def test_what_is_right_raises_nothing(sentence, world):
    for key in ("2.1", "3.1", "4"):
        assert told(claims(sentence, world, key)) == []


def test_all_of_them_together_raise_nothing():
    assert told(claims(" ".join(lines(ANYWHERE)), key="1.1")) == []
    assert told(claims("\n\n".join(lines(ANYWHERE)), key="1.3")) == []

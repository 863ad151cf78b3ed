"""Sentences that offices may write and that are right of their data, or speak of something else: nobody is accused."""

import pytest

from tests.reports.rules.truth.offices_read import said_of

RIGHT = {
    "plan_counts": """
rsud | 3.1 | Dari dua belas rencana tindak lanjut, sembilan telah selesai, sedangkan tiga sisanya, yaitu dua yang \
masih dikerjakan dan satu yang belum dimulai, dilanjutkan pada triwulan I Tahun 2026.
rsud | 3.1 | Empat rencana pada unsur waktu penyelesaian menyangkut pendaftaran, obat, dan jadwal dokter; tiga di \
antaranya selesai.
rsud | 3.3 | Tujuh rencana ditangani oleh Bagian Umum dan Kepegawaian sebagai penanggung jawab utama.
rsud | 3.1 | Lebih dari delapan rencana tuntas sebelum tahun anggaran berakhir.
rsud | 3.1 | Tidak sampai sepuluh program yang selesai pada jendela tindak lanjut.
rsud | 3.1 | Selain dua kegiatan yang masih berjalan dan satu yang belum dimulai, seluruh kegiatan telah dilaksanakan.
rsud | 4 | Andaikan dua belas rencana itu selesai seluruhnya, waktu tunggu pasien dapat dipangkas lebih jauh.
rsud | 3.3 | Pada periode sebelumnya hanya lima dari delapan rencana yang rampung.
rsud | 3.1 | Sebanyak 14 foto melengkapi sepuluh rencana yang sudah berbukti.
rsud | 3.3 | Tiga kegiatan dibahas setiap bulan dalam rapat manajemen.
kpukab | 3.1 | Lima dari delapan rencana selesai; satu berjalan, satu belum dimulai, dan satu tidak dapat dilaksanakan.
kpukab | 3.3 | Tiga rencana untuk unsur sarana tidak semuanya terwujud: dua selesai, satu tidak dapat dilaksanakan.
kpukab | 4 | Dua rencana, yakni pemantauan bulanan dan peninjauan keputusan, diteruskan ke periode berikutnya.
pengadilan | 3.1 | Dua rencana belum tuntas, satu karena ruang sidang terus dipakai dan satu lagi karena menunggu \
pengadaan.
kecamatan | 3.1 | Keempat rencana tuntas sebelum November 2025 berakhir, sehingga tidak ada rencana yang dibawa ke \
tahun berikutnya.
dukcapil | 3.1 | Enam program selesai, dan dari empat program lainnya hanya satu yang sama sekali belum dimulai.
dukcapil | 3.1 | Unsur sarana memuat tiga rencana; dua di antaranya sudah selesai.
rsud | 1.3 | Instalasi Farmasi hanya memegang satu rencana, sedangkan Bidang Pelayanan Medik memimpin dua rencana.
rsud | 3.1 | Sampai akhir September 2025 baru lima rencana yang selesai.
kelurahan | 3.1 | Satu rencana telah selesai dan satu rencana lagi berjalan.
""",
    "percent": """
rsud | 3.1 | Tiga perempat rencana tuntas pada akhir jendela tindak lanjut.
rsud | 3.1 | Capaian 75% itu naik menjadi 91,67% apabila dua rencana yang sedang berjalan dihitung pula.
rsud | 3.1 | Sebanyak 25% rencana belum selesai.
rsud | 3.1 | Pada unsur sarana dan prasarana, dua dari tiga rencana (66,67%) selesai.
rsud | 3.1 | Unsur penanganan pengaduan mencatat capaian 100% karena ketiga rencananya tuntas.
rsud | 0.0.description | Pendaftaran daring mencapai 46%, melampaui sasaran 40%.
rsud | 0.3.description | Penataan jadwal mencapai 62,5% (lima dari delapan poliklinik).
rsud | 2.2.description | Baru 60% papan yang terpasang.
kpukab | 3.1 | Tingkat penyelesaian sebesar 62,5% masih di bawah harapan pimpinan sebesar 80%.
kpukab | 3.1 | Bila rencana yang tidak dapat dilaksanakan tidak dihitung, capaiannya 71,43%.
kpukab | 3.1 | Realisasi anggaran kegiatan mencapai 97,3%.
dukcapil | 3.1 | Sebagian besar rencana, yakni 60%, sudah selesai; 30% berjalan, dan 10% belum dimulai.
pengadilan | 3.1 | Dua rencana, atau 40%, belum selesai.
kecamatan | 3.1 | Seluruh rencana (100%) terlaksana meskipun tingkat kehadiran petugas pada bulan pertama baru 80%.
dukcapil | 0.1.description | Pemakai antrean daring sudah 63% dari seluruh pemohon, sedangkan sasarannya 60%.
rsud | 3.1 | Lebih dari 70% rencana selesai, kurang dari 10% belum dimulai.
""",
    "statuses": """
rsud | 3.1 | Penataan ulang jadwal praktik dokter spesialis masih berjalan, sedangkan pemangkasan waktu tunggu \
obat nonracikan sudah selesai.
rsud | 3.1 | Simulasi alur pelayanan gawat darurat bagi petugas belum dimulai walaupun ruang pelatihannya sudah \
disiapkan.
rsud | 3.1 | Pemasangan papan petunjuk arah antarinstalasi belum selesai seluruhnya: 18 papan telah terpasang.
rsud | 3.1 | Pembukaan kanal pengaduan terpadu melalui WhatsApp selesai, meskipun sosialisasinya kepada pasien \
lama masih berjalan.
kpukab | 3.1 | Pembangunan ruang laktasi dan ruang bermain anak tidak dapat dilaksanakan karena gedung berstatus \
pinjam pakai.
kpukab | 4 | Ruang laktasi itu baru dapat dibangun apabila pemilik gedung mengizinkan.
kpukab | 3.1 | Penetapan standar waktu penyelesaian setiap jenis layanan telah tuntas, namun standar bagi layanan \
baru masih disusun.
dukcapil | 3.1 | Layanan jemput bola perekaman KTP-el ke kelurahan telah berjalan sejak Agustus 2025 dan belum \
seluruh kelurahan didatangi.
dukcapil | 3.1 | Sosialisasi alur layanan kepada perangkat kelurahan belum rampung.
dukcapil | 4 | Setelah penggantian perangkat perekaman biometrik selesai, waktu perekaman diperkirakan turun.
pengadilan | 3.1 | Perbaikan pendingin ruangan dan pengeras suara ruang sidang sudah dimulai, tetapi belum selesai.
pengadilan | 0.1.description | Dua ruang sidang telah selesai diperbaiki, sedangkan ruang sidang utama menyusul.
kelurahan | 3.1 | Buku register pengaduan dan tanggapannya masih disusun.
rsud | 2.1.description | Kursi semula dijadwalkan terpasang pada Oktober, namun baru terpasang pada 6 November 2025.
rsud | 3.1.reason | Simulasi belum dilaksanakan karena jadwalnya berbenturan dengan penilaian akreditasi yang \
selesai pada Desember.
rsud | 0.3.description | Lima poliklinik selesai ditata; tiga poliklinik belum.
kecamatan | 3.1 | Tidak ada satu pun rencana yang belum selesai.
kecamatan | 3.1 | Rencana yang masih berjalan pada laporan bulan Oktober kini telah tuntas.
rsud | 3.1 | Publikasi rekapitulasi tindak lanjut pengaduan setiap bulan telah selesai dan akan dilanjutkan pada \
tahun 2026.
""",
    "plan_months": """
rsud | 3.1 | Penambahan loket pendaftaran rawat jalan selesai pada 30 Juli 2025, atau hampir sebulan lebih awal \
daripada pendaftaran daring yang selesai 28 Agustus 2025.
rsud | 3.1 | Pengadaan kursi tunggu poliklinik direncanakan pada Oktober 2025 dan selesai pada November 2025.
rsud | 3.1 | Toilet yang rusak sejak Maret 2024 selesai diperbaiki pada September 2025.
rsud | 3.1 | Penyederhanaan alur pelayanan pasien rujukan, yang konsepnya telah dibahas sejak Juni 2025, \
dilaksanakan pada September sampai dengan Oktober 2025.
rsud | 3.1 | Publikasi rekapitulasi tindak lanjut pengaduan setiap bulan berlangsung dari September hingga \
Desember 2025; rekapitulasi ketiga terbit pada November 2025.
rsud | 3.1 | Rapat batas waktu tanggapan pengaduan diadakan pada 11 September 2025, sebelum penetapannya pada 22 \
September 2025.
kpukab | 3.1 | Penyusunan brosur dan infografis persyaratan layanan dijadwalkan Juli–September 2025, tetapi baru \
mulai dikerjakan pada Agustus 2025.
kpukab | 3.1 | Penerapan kartu kendali waktu layanan di loket dilaksanakan selama tiga bulan, yaitu September, \
Oktober, dan November 2025.
dukcapil | 2.2 | Penayangan video alur layanan di ruang tunggu dan media sosial direncanakan pada triwulan IV \
Tahun 2025.
dukcapil | 3.1 | Penambahan loket pencetakan KTP-el semula direncanakan Juli sampai Agustus 2025.
pengadilan | 3.1 | Percepatan pengunggahan salinan putusan dimulai November 2025, sebulan setelah tanda terima \
digital diterapkan.
rsud | 0.2.description | Alur resep diubah pada 15 September 2025; pada Oktober 2025 waktu tunggu turun menjadi 27 \
menit.
rsud | 2.0.description | Toilet lantai dua diperbaiki pada Agustus, toilet lantai satu pada September 2025.
rsud | 2.1.obstacle | Barang yang dipesan pada Oktober baru tiba pada awal November 2025.
rsud | 1.2.description | Rekapitulasi bulan September dimuat pada 3 Oktober 2025.
rsud | 0.0.description | Sejak aplikasi diluncurkan pada 28 Agustus 2025, pendaftaran daring pada Januari 2026 \
telah mencapai 46%.
rsud | 3.1.strategy | Simulasi gelombang pertama dilaksanakan pada April 2026 dan gelombang kedua pada Juni 2026.
rsud | 2.2.strategy | Memasang 12 papan sisanya paling lambat Mei 2026.
kecamatan | 3.1 | Penerapan antrean elektronik pada loket pelayanan selesai pada 17 Oktober 2025 walaupun \
perangkatnya sudah tiba pada bulan September.
kecamatan | 3.1 | Penataan ruang tunggu memakan waktu dua bulan, yaitu Agustus dan September 2025.
""",
    "window_dates": """
rsud | 3.1 | Tindak lanjut dilaksanakan pada Juli sampai dengan Desember 2025.
rsud | 3.1 | Pemantauan tindak lanjut dilakukan setiap akhir bulan sejak Agustus 2025.
rsud | 4 | Tindak lanjut yang tersisa dilanjutkan pada Maret sampai dengan Juni 2026.
rsud | 3.1 | Sosialisasi hasil tindak lanjut dilakukan pada Januari 2026, setelah jendela tindak lanjut ditutup.
rsud | 3.1 | Tindak lanjut semester II Tahun 2025 mencakup enam bulan.
rsud | 3.1 | Rapat awal tindak lanjut diadakan pada 4 Juli 2025.
kecamatan | 3.1 | Tindak lanjut berlangsung Agustus–November 2025, tidak sampai Desember 2025.
kecamatan | 3.1 | Berbeda dengan periode lalu yang berlangsung Februari hingga Mei 2025, tindak lanjut kali ini \
dilaksanakan Agustus hingga November 2025.
kelurahan | 3.1 | Tindak lanjut dilaksanakan dari November 2025 sampai Januari 2026.
pengadilan | 3.1 | Seluruh tindak lanjut ditempatkan pada triwulan IV Tahun 2025.
kelurahan | 3.1 | Masa tindak lanjut melintasi tahun anggaran, yaitu dua bulan pada tahun 2025 dan satu bulan pada \
tahun 2026.
rsud | 3.1 | Sebagian besar tindak lanjut dikerjakan pada Agustus hingga Oktober 2025.
rsud | 1.2 | Tindak lanjut dituntaskan paling lama enam bulan setelah survei selesai.
dukcapil | 3.1 | Tindak lanjut direncanakan Juli 2025 sampai dengan Desember 2025; pelaporannya pada Januari 2026.
rsud | 3.1 | Pelaksanaan tindak lanjut pada bulan Juli 2025 diawali dengan penambahan loket.
""",
    "units": """
rsud | 3.1 | Pemangkasan waktu tunggu obat nonracikan ditangani Instalasi Farmasi dengan dukungan Instalasi Rawat \
Jalan.
rsud | 3.1 | Penambahan loket pendaftaran rawat jalan dikerjakan Bagian Umum bersama Instalasi Rawat Jalan.
rsud | 3.1 | Simulasi alur pelayanan gawat darurat bagi petugas menjadi tanggung jawab IGD; Bagian Umum hanya \
menyiapkan ruangan.
rsud | 3.1 | Usul penataan ulang jadwal praktik dokter spesialis datang dari Instalasi Rawat Jalan, sedangkan \
pelaksanaannya berada pada Bidang Pelayanan Medik.
rsud | 3.1 | Hasil perbaikan toilet dan wastafel ruang tunggu diperiksa oleh Instalasi Rawat Jalan.
rsud | 3.1 | Bukan Bagian Umum, melainkan Instalasi Farmasi yang menangani pemangkasan waktu tunggu obat nonracikan.
rsud | 3.1 | Semula pemasangan papan petunjuk arah antarinstalasi direncanakan ditangani IGD sendiri, kemudian \
Bagian Umum ditunjuk sebagai penanggung jawab utama.
kpukab | 3.1 | Penyediaan jalur landai dan kursi roda bagi penyandang disabilitas dilaksanakan Subbag KUL dan \
Subbag Parmas-SDM.
kpukab | 4 | Subbag Tekhum meninjau keputusan tentang persyaratan pelayanan; naskahnya disiapkan bersama Subbag \
Parmas-SDM.
kpukab | 0.1.description | Petugas Subbag KUL mencatat permohonan pada kartu kendali.
rsud | 0.2.description | Apoteker Instalasi Farmasi dan perawat Instalasi Rawat Jalan menyepakati alur resep baru.
rsud | 2.1.description | Kursi diterima Bagian Umum, lalu ditempatkan di depan poliklinik Instalasi Rawat Jalan.
pengadilan | 3.1 | Kepaniteraan Muda Pidana dan Kepaniteraan Muda Perdata mempercepat pengunggahan salinan \
putusan, dengan Panmud Perdata sebagai koordinator.
dukcapil | 3.1 | Sekretariat menata ruang tunggu, sementara Bidang Dafduk menambah loket pencetakan KTP-el.
dukcapil | 3.1 | Sosialisasi alur layanan kepada perangkat kelurahan melibatkan seluruh bidang, termasuk Bidang PIAK.
kecamatan | 3.1 | Penetapan janji layanan dilakukan oleh Seksi Pelayanan Umum dan Seksi Pemerintahan; Seksi \
Trantibum tidak dilibatkan.
kecamatan | 3.3 | Seksi PMD tidak memegang rencana apa pun pada periode ini.
kelurahan | 0.1.description | Buku register disimpan di Sekretariat dan diisi oleh Seksi Pemerintahan.
""",
    "targets_deadlines": """
rsud | 4 | Penataan ulang jadwal praktik dokter spesialis diselesaikan paling lambat April 2026, simulasi alur \
pelayanan gawat darurat bagi petugas paling lambat Juni 2026.
rsud | 4 | Seluruh rencana yang tersisa dituntaskan sebelum Juli 2026.
rsud | 4 | Rencana terakhir, yaitu simulasi, ditargetkan selesai antara April dan Juni 2026.
rsud | 2.0.description | Enam dari enam toilet selesai diperbaiki, padahal usul awal manajemen hanya empat toilet.
rsud | 0.2.description | Waktu tunggu obat nonracikan turun dari 48 menit menjadi 27 menit, lebih cepat tiga menit \
daripada batas 30 menit.
rsud | 2.2.description | Dari sasaran 30 papan telah terpasang 18 papan; 12 papan lagi menunggu bahan.
rsud | 2.1.description | Sebanyak 60 kursi terpasang, ditambah 5 kursi sumbangan koperasi.
kpukab | 4 | Pemantauan bulanan ketepatan waktu penyelesaian layanan ditargetkan tuntas dalam satu sampai tiga bulan.
kpukab | 0.2.description | Dua dari empat laporan telah disusun.
kpukab | 1.1.description | Satu jalur landai dan dua kursi roda tersedia; pada tahun 2027 akan ditambah tiga kursi \
roda.
dukcapil | 0.3.description | Layanan jemput bola telah mendatangi sebagian dari 12 kelurahan.
pengadilan | 4 | Papan elektronik jadwal sidang dipasang antara Maret dan Mei 2026.
pengadilan | 0.1.strategy | Ruang sidang utama diperbaiki pada akhir pekan selama satu sampai dua bulan.
rsud | 4 | Tenggat pengisian LHKPN paling lambat 31 Maret 2026 tidak termasuk dalam rencana ini.
rsud | 0.0.description | Sasaran sedikitnya 40% terlampaui karena 46% pasien mendaftar secara daring.
kecamatan | 1.1.description | Sebanyak 91% surat pengantar selesai dalam 15 menit, di atas sasaran 85%.
""",
    "figures": """
rsud | 3.1 | Gambar 1 dan Gambar 2 memperlihatkan penerapan pendaftaran daring.
rsud | 3.1 | Kursi tunggu poliklinik terlihat pada Gambar 12, sedangkan toilet yang telah diperbaiki terlihat pada \
Gambar 11.
rsud | 3.1 | Gambar 10 s.d. Gambar 13 menunjukkan perbaikan sarana.
rsud | 3.3 | Seluruh 18 gambar dalam laporan ini diambil sendiri oleh petugas.
rsud | 3.1 | Penerapan pendaftaran daring melalui aplikasi Wanasari Sehat dibuktikan dengan dua foto, satu di \
antaranya memperlihatkan petugas mendampingi pasien.
rsud | 3.1 | Penambahan loket pendaftaran rawat jalan hanya didukung satu foto.
rsud | 1.2 | Gambar 3 pada Peraturan Menteri PANRB memuat alur penyusunan.
rsud | 3.1 | Foto tambahan sebanyak tiga lembar disimpan di Bagian Umum.
rsud | 2.0.photos1 | Toilet sesudah diperbaiki (bandingkan dengan Gambar 10)
rsud | 2.0.note | Dua foto: sebelum dan sesudah diperbaiki.
rsud | 0.2.note | Gambar 4 alur resep, Gambar 5 papan waktu tunggu.
kpukab | 3.1 | Tiga foto pada rencana jalur landai memperlihatkan pengerjaan dan hasilnya.
kpukab | 3.3 | Dari 14 foto, 11 mendukung rencana dan tiga mendukung pemeliharaan.
dukcapil | 3.1 | Rencana yang belum dimulai tentu belum memiliki foto.
dukcapil | 3.2 | Gambar 15 sampai Gambar 17 memperlihatkan kegiatan pemeliharaan.
rsud | 3.1 | Dua rencana, yaitu penataan jadwal dokter spesialis dan simulasi, belum disertai foto.
rsud | 1.2.note | Foto pertama diambil 3 Oktober 2025 dan foto kedua 17 Desember 2025.
""",
    "references": """
rsud | 3.1 | Rencana tindak lanjut dimuat dalam Tabel 2.2, realisasinya dalam Tabel 3.1.
rsud | 2.1 | Nilai setiap unsur dapat dilihat pada Tabel 2.1 Bab II.
rsud | 3.2 | Pemeliharaan unsur yang sudah baik disajikan dalam Tabel 3.2.
rsud | 4 | Rencana yang belum selesai beserta tenggatnya dimuat dalam Tabel 4.1 pada Bab IV.
rsud | 2.1 | Tabel 2 dalam laporan SKM memuat jumlah responden menurut jenis kelamin.
rsud | 1.2 | Sebagaimana Bab II Peraturan Menteri PANRB Nomor 14 Tahun 2017, survei dilakukan secara berkala.
rsud | 3.1 | Realisasi rencana yang diuraikan pada Tabel 2.2 dijelaskan dalam Tabel 3.1.
rsud | kata_pengantar | Bab I memuat latar belakang, Bab II nilai dan rencana, Bab III realisasi, dan Bab IV penutup.
rsud | 3.1 | Tabel 3.1 tidak memuat pemeliharaan; untuk itu lihat Tabel 3.2.
rsud | 1.2 | Lampiran II surat edaran tersebut memuat format laporan.
rsud | 3.3 | Hambatan setiap rencana ditulis pada Tabel 3.1.
rsud | 4 | Kesimpulan pada Bab IV menegaskan kembali capaian yang diuraikan pada Bab III.
rsud | 3.1 | Gambar pada Bab III mendukung realisasi rencana.
rsud | 3.3 | Angka pada Tabel 3.1 diambil dari laporan bulanan, bukan dari Tabel 2.2.
rsud | 2.1 | Tabel 1.1 pada lampiran laporan SKM memuat profil responden.
rsud | 4 | Dari rencana pada Tabel 2.2, yang belum tuntas dibawa ke Tabel 4.1.
""",
    "upkeep": """
rsud | 3.2 | Unsur kompetensi pelaksana dipelihara melalui pelatihan komunikasi efektif dan bantuan hidup dasar \
oleh Bidang Pelayanan Medik.
rsud | 3.2 | Tiga unsur yang sudah baik dipelihara, yaitu kompetensi, produk, dan persyaratan.
rsud | 3.2 | Mutu rekam medis diaudit setiap bulan oleh Bidang Pelayanan Medik dan Instalasi Farmasi.
rsud | 3.2 | Pemeliharaan unsur persyaratan dilakukan Instalasi Rawat Jalan dengan memperbarui daftar persyaratan \
pada laman.
kpukab | 3.2 | Tiga unsur dipertahankan; dua di antaranya berbukti foto.
kpukab | 3.2 | Apel pelayanan setiap Senin menjaga unsur perilaku pelaksana.
pengadilan | 3.2 | Seluruh kepaniteraan dan kesekretariatan mengikuti apel pagi, sedangkan pelatihan singkat \
diadakan Panmud Hukum.
dukcapil | 3.2 | Pengaduan yang masuk dibahas dalam rapat mingguan Sekretariat.
kecamatan | 3.2 | Pemeliharaan dilakukan atas dua unsur, yaitu biaya/tarif dan perilaku pelaksana.
rsud | up0.activity | Pelatihan komunikasi efektif diikuti 24 tenaga kesehatan dari IGD dan Instalasi Rawat Jalan.
rsud | up1.plan | Mutu hasil layanan (3,55) dijaga agar tidak turun di bawah 3,53.
rsud | up2.activity | Daftar persyaratan diperbarui dua kali setahun.
kelurahan | 3.2 | Dua unsur dengan nilai tertinggi, biaya dan perilaku, dipertahankan.
rsud | 3.2 | Selain tiga unsur yang dipelihara, enam unsur lain tetap dipantau.
kpukab | 3.2 | Belum ada foto untuk pemeliharaan unsur produk.
""",
    "plan_names": """
rsud | 3.1 | Penerapan pendaftaran daring pada poliklinik gigi dilakukan lebih dahulu sebagai uji coba.
rsud | 3.1 | Perbaikan toilet dan wastafel ruang rawat inap bukan bagian dari rencana ini.
rsud | 3.1 | Pengadaan kursi tunggu poliklinik dan kursi tunggu apotek diusulkan dalam satu paket, tetapi hanya \
kursi poliklinik yang disetujui.
rsud | 2.2 | Rencana “Penambahan loket pendaftaran rawat jalan” mula-mula berjudul “Penambahan loket pendaftaran \
rawat inap”.
rsud | 3.1 | Kegiatan pemasangan papan petunjuk arah di area parkir dibiayai koperasi.
dukcapil | 4 | Penambahan loket pencetakan KIA akan diusulkan pada tahun 2026.
kpukab | 3.1 | Program penyusunan brosur dan infografis persyaratan selesai pada 19 September 2025.
kpukab | 3.1 | Program “Penyediaan jalur landai dan kursi roda” selesai pada 25 November 2025.
pengadilan | 4 | Penerapan tanda terima digital berlaku pada pendaftaran surat kuasa dan, mulai tahun 2026, pada \
pendaftaran gugatan.
pengadilan | 3.1 | Percepatan pengunggahan salinan putusan perkara pidana lebih dahulu dicapai daripada perkara \
perdata.
kecamatan | 3.1 | Penerapan antrean elektronik pada loket pelayanan meniru antrean elektronik pada loket pengaduan \
di Kecamatan Ngadirejo.
kecamatan | 3.1 | Penyediaan pojok baca dan titik pengisian daya sudah selesai; pojok bermain anak belum tersedia.
rsud | 3.1 | Rekapitulasi tindak lanjut pengaduan setiap triwulan dimuat pula dalam majalah rumah sakit.
rsud | 3.1 | Penyederhanaan alur pelayanan pasien rujukan mengikuti penyederhanaan alur pelayanan pasien umum yang \
dilakukan pada tahun 2024.
""",
    "trend": """
rsud | 3.3 | Jumlah rencana yang selesai pada periode ini sembilan, sedangkan jumlah rencana periode sebelumnya \
tidak dibandingkan.
rsud | 3.1 | Seperti periode yang lalu, pelaksanaan rencana dipantau setiap bulan.
kpukab | 3.1 | Tingkat penyelesaian rencana diharapkan meningkat pada periode mendatang.
kpukab | 3.1 | Capaian tindak lanjut belum dapat dibandingkan dengan tahun 2023.
""",
}


@pytest.mark.parametrize("kind", RIGHT)
def test_what_is_right_or_of_something_else_is_left_alone(kind):
    accused = {row: said for row in RIGHT[kind].strip().splitlines() if (said := said_of(*row.split(" | ")))}
    assert accused == {}

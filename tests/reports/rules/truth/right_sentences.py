"""Right sentences on the survey of the demo's office, theme by theme: exceptions, parts, other times, other offices."""

RIGHT = {
    "index": """
IKM 86,14 berjarak 2,17 poin dari ambang kategori Sangat Baik.
Seandainya unsur Biaya/Tarif dikeluarkan dari perhitungan, indeksnya menjadi 84,66.
Tanpa unsur Biaya/Tarif, indeks hanya akan mencapai 84,66.
Indeks per layanan berbeda-beda: layanan PPID 87,20, layanan data pemilih 85,40, dan konsultasi 85,90.
Nilai IKM loket persuratan 84,90, sedangkan IKM seluruh layanan 86,14.
IKM bulan Januari 85,70 dan bulan Maret 86,60; nilai gabungannya 86,14.
Responden berusia di atas 55 tahun memberi indeks 88,20.
IKM menurut responden perempuan 86,90, menurut responden laki-laki 85,40.
IKM Provinsi Jawa Timur yang kami jadikan acuan adalah 88,90.
Dalam kuesioner daring diperoleh indeks 87,01, dalam kuesioner kertas 85,33; keduanya digabung menjadi 86,14.
Nilai Survei Penilaian Integritas kami 78,92, lebih rendah daripada IKM yang 86,14.
Nilai Indeks Reformasi Birokrasi 74,20 bukan bagian dari laporan ini.
IKM yang tercantum pada spanduk lama, 84,10, telah diganti dengan 86,14.
Belum pernah IKM kami melampaui 87,00.
IKM dapat menyentuh 90,00 bila waktu penyelesaian dibenahi.
Kalau hanya delapan unsur yang dihitung, IKM menjadi 85,00.
IKM KPU Kabupaten Magetan 87,15 dan IKM KPU Kabupaten Madiun 85,90 menjadi pembanding.
Selisih IKM kami dengan rata-rata provinsi adalah 2,76.
Pada skala empat, IKM kami setara dengan 3,45.
IKM 86,14 dibulatkan menjadi 86,1 pada infografis.
Indeks tertimbang 86,14 berbeda tipis dari rata-rata sederhana 86,13.
Capaian IKM tahun 2022 sebesar 81,75 merupakan yang terendah dalam lima tahun.
Kami mencatat simpangan baku 6,32 pada nilai indeks 86,14.
Reliabilitas kuesioner (Cronbach's alpha) 0,87 dan margin of error 4,90 persen.
Nilai keterbukaan informasi publik kami pada tahun yang sama 91,40.
Untuk naik ke kategori A, IKM kurang 2,17 poin dari 88,31.
    """,
    "grade": """
Unsur Waktu Penyelesaian nyaris jatuh ke mutu C.
Kategori B diberikan kepada unit pelayanan yang indeksnya 76,61 sampai 88,30.
Mutu A belum kami peroleh.
Kami belum berhak atas predikat Sangat Baik.
Mutu pelayanan B (Baik), selangkah lagi menuju A (Sangat Baik).
Ruang pelayanan kami mendapat kategori C dari Ombudsman.
Dalam akreditasi kearsipan, kantor kami memperoleh predikat A.
Menurut responden, kebersihan toilet tergolong kurang baik.
Bukan A, melainkan B mutu pelayanan kami.
Unsur Sarana dan Prasarana bermutu A, lainnya seperti Persyaratan masih B.
Mutu pelayanan turun menjadi C bila IKM di bawah 76,61.
Predikat Sangat Baik hanya diraih unsur Biaya/Tarif, Sarana dan Prasarana dan Penanganan Pengaduan.
Kinerja petugas loket dinilai baik oleh atasan.
Dalam penilaian SAKIP kami berpredikat BB, dalam SKM mutu B.
Semester lalu unsur Sarana dan Prasarana masih bermutu B.
Kecuali tiga unsur yang bermutu A, semua unsur bermutu B.
Kantor KPU Kabupaten Madiun meraih mutu A.
Huruf mutu terdiri atas A, B, C, dan D.
Golongan darah A dan B tidak dicatat pada formulir.
Mutu B pada unsur Produk Spesifikasi Jenis Pelayanan kami anggap cukup.
Unsur ketiga yang bermutu A adalah Sarana dan Prasarana.
Persyaratan, walaupun bermutu B, tetap kami jadikan prioritas.
Nilai 3,57 termasuk A, tetapi 3,47 baru B.
Layanan konsultasi saja, bila dihitung sendiri, bermutu A.
Sarana dan Prasarana (A) berada di atas Perilaku Pelaksana (B).
    """,
    "ranks": """
Waktu Penyelesaian terendah, Biaya/Tarif tertinggi.
Unsur Persyaratan berada satu tingkat di atas unsur terendah.
Di antara ketiga unsur prioritas, Kompetensi Pelaksana memperoleh nilai tertinggi.
Dari unsur yang bermutu A, yang paling rendah adalah Sarana dan Prasarana.
Setelah Biaya/Tarif dikesampingkan, unsur tertinggi adalah Penanganan Pengaduan, Saran dan Masukan.
Jika Biaya/Tarif tidak diperhitungkan, Penanganan Pengaduan, Saran dan Masukan menjadi unsur tertinggi.
Menurut responden laki-laki, unsur terendah adalah Persyaratan.
Pada layanan konsultasi, unsur terendah justru Kompetensi Pelaksana.
Semester lalu unsur terendah juga Waktu Penyelesaian, sedangkan tertinggi Biaya/Tarif.
Tahun 2023 unsur terendah adalah Sarana dan Prasarana.
Kenaikan terbesar terjadi pada unsur Persyaratan.
Unsur Persyaratan bukan yang terendah.
Persyaratan tidak lagi menjadi unsur terendah.
Keluhan terbanyak menyangkut Sarana dan Prasarana, walaupun nilai unsurnya tinggi.
Waktu Penyelesaian dan Persyaratan merupakan dua unsur terendah.
Persyaratan serta Kompetensi Pelaksana menempati urutan kedua dan ketiga dari bawah.
Urutan ketiga tertinggi ditempati Sarana dan Prasarana.
Selain Waktu Penyelesaian, nilai terendah berikutnya ada pada Persyaratan.
Perilaku Pelaksana mendekati tiga unsur tertinggi.
Unsur Produk Spesifikasi Jenis Pelayanan berada tepat di tengah, pada urutan kelima.
Nilai Prosedur lebih tinggi daripada Kompetensi Pelaksana tetapi lebih rendah daripada Perilaku Pelaksana.
Nilai terendah kedua, yaitu 3,22, diperoleh unsur Persyaratan.
Bobot setiap unsur sama, tidak ada yang tertinggi.
KPU Kabupaten Madiun melaporkan Sarana dan Prasarana sebagai unsur terendahnya.
Seandainya tarif dipungut, Biaya/Tarif barangkali menjadi unsur terendah.
Petugas terbaik bulan ini bertugas di loket pengaduan.
Tiga unsur teratas: Biaya/Tarif, Penanganan Pengaduan, Saran dan Masukan, Sarana dan Prasarana.
    """,
    "scores": """
Nilai Waktu Penyelesaian 3,14 masih 0,08 di bawah Persyaratan.
Unsur Persyaratan kurang 0,3124 untuk mencapai mutu A.
Waktu Penyelesaian 3,14; bila naik 0,40 menjadi 3,54, mutunya A.
Responden lansia memberi nilai 2,90 untuk Waktu Penyelesaian.
Pada layanan data pemilih, Waktu Penyelesaian bernilai 3,30.
Nilai Persyaratan 3,22 adalah rata-rata dari 3,30 di loket dan 3,14 di layanan daring.
Dari skala 1 sampai 4, Biaya/Tarif memperoleh 3,92.
Nilai 3,5324 adalah batas bawah mutu A, dan Sarana dan Prasarana melewatinya dengan 3,57.
Unsur Persyaratan ditargetkan mencapai 3,40.
Semester II Tahun 2024 Persyaratan memperoleh 3,12.
Waktu Penyelesaian dan Persyaratan masing-masing bernilai 3,14 dan 3,22.
Rata-rata ketiga unsur prioritas adalah 3,21.
Nilai ketiga unsur prioritas berkisar antara 3,14 dan 3,26.
Persyaratan, Kompetensi Pelaksana, dan Waktu Penyelesaian belum mencapai 3,30.
Nilai unsur Perilaku Pelaksana 3,47, hampir 3,50.
Waktu Penyelesaian di KPU Kabupaten Madiun bernilai 3,45.
Enam unsur bernilai di atas 3,30.
Selisih Biaya/Tarif dan Waktu Penyelesaian 0,78 poin.
Waktu pelayanan rata-rata 3,5 hari, sedangkan standarnya 3 hari.
Persyaratan dikurangi dari 5 menjadi 3,5 halaman.
Biaya/Tarif memperoleh 3,92 atau 98,00 dari 100.
Nilai Biaya/Tarif kurang 0,08 dari nilai sempurna 4,00.
Unsur Kompetensi Pelaksana (3,26) dan Persyaratan (3,22) hanya terpaut 0,04.
Nilai penimbang setiap unsur 0,11.
Sarana dan Prasarana: jumlah kursi bertambah 1,5 kali.
    """,
    "elements_counted": """
Tiga unsur bermutu A, sisanya B.
Tidak satu pun unsur bermutu C.
Dua dari tiga unsur bermutu A adalah unsur yang dipertahankan sejak 2023.
Dari enam unsur bermutu B, tiga menjadi prioritas.
Hanya satu unsur prioritas yang nilainya di atas 3,25.
Enam unsur masih B, dan kami ingin dua di antaranya menjadi A.
Semester lalu baru satu unsur bermutu A.
Jika batas A diturunkan menjadi 3,40, lima unsur akan bermutu A.
KPU Kabupaten Magetan memiliki lima unsur bermutu A.
Selain tiga unsur bermutu A, ada enam unsur bermutu B.
Unsur bermutu A bertambah dua dibandingkan semester lalu, menjadi tiga.
Kurang dari separuh unsur bermutu A.
Sepertiga dari seluruh unsur bermutu A.
Semua unsur prioritas bermutu B.
Ketiga unsur bermutu A dipertahankan.
Kami menargetkan empat unsur bermutu A pada semester berikutnya.
Sekurang-kurangnya dua unsur bermutu A.
Menurut responden perempuan, empat unsur bermutu A.
Dua unsur lain yang bermutu A adalah Biaya/Tarif serta Penanganan Pengaduan, di samping Sarana dan Prasarana.
Tiga unsur A, enam unsur B, nol unsur C, nol unsur D.
Mutu C dan D tidak ada.
Lima unsur bernilai 3,44 ke atas, selebihnya di bawahnya.
    """,
    "priorities": """
Prioritas perbaikan: waktu, persyaratan, dan kompetensi.
Unsur Sistem, Mekanisme, dan Prosedur, yang sempat dipertimbangkan menjadi prioritas, akhirnya tidak dipilih.
Rapat semula mengusulkan lima unsur, lalu menetapkan tiga unsur sebagai prioritas.
Bukan Sarana dan Prasarana yang menjadi prioritas, melainkan Kompetensi Pelaksana.
Dua dari tiga unsur prioritas berkaitan dengan petugas.
Unsur prioritas kedua mendapat tiga rencana.
Perilaku Pelaksana pernah menjadi prioritas pada tahun 2023.
Dari sembilan unsur, tiga menjadi prioritas dan tiga dipertahankan.
Apabila anggaran mencukupi, Sarana dan Prasarana ditetapkan sebagai prioritas keempat.
Prioritas anggaran 2026 adalah Sarana dan Prasarana.
Ombudsman menyarankan Perilaku Pelaksana dijadikan prioritas.
Waktu Penyelesaian sebagai prioritas pertama dan Persyaratan sebagai prioritas kedua.
Unsur Kompetensi Pelaksana, prioritas terakhir, mendapat tiga rencana.
Sembilan unsur pelayanan diukur, tidak lebih dan tidak kurang.
Kecuali Waktu Penyelesaian, unsur prioritas tidak berubah dari semester lalu.
KPU Provinsi Jawa Timur menetapkan dua unsur prioritas.
Semester lalu unsur prioritas berjumlah dua.
Kami tidak memasukkan Biaya/Tarif ke dalam prioritas.
Enam unsur lainnya tidak menjadi prioritas.
Salah satu unsur prioritas adalah Persyaratan.
Unsur prioritas antara lain Waktu Penyelesaian dan Persyaratan.
Tiap unsur prioritas memiliki tiga sampai empat rencana.
Prioritas nasional adalah pemilu yang jujur dan adil.
Satu unsur saja, Waktu Penyelesaian, menyerap empat dari sepuluh rencana.
Prioritas perbaikan diurutkan menurut nilai: Waktu Penyelesaian, Persyaratan, lalu Kompetensi Pelaksana.
    """,
    "respondents": """
Survei menjaring 190 responden; 14 kuesioner lain tidak sah.
Dari 204 kuesioner yang kembali, 190 dinyatakan sah.
Kuesioner dibagikan kepada 220 orang dan diisi lengkap oleh 190 responden.
Sebanyak 46 responden menuliskan saran.
Responden yang puas berjumlah 171 orang.
Dari 190 responden, hanya 12 yang mengeluhkan biaya.
Pada hari pertama 15 responden mengisi kuesioner.
Rata-rata 19 responden per minggu mengisi kuesioner.
Menurut tabel Krejcie dan Morgan, populasi 360 memerlukan sampel 186 responden.
Target 200 responden tidak tercapai; yang diperoleh 190 responden.
Semester lalu respondennya 175 orang dari populasi 340 orang.
Uji coba kuesioner melibatkan 30 responden.
Seratus sembilan puluh orang mengisi kuesioner, empat lebih banyak daripada jumlah minimal.
Wawancara mendalam dilakukan terhadap sepuluh responden.
Responden layanan PPID 60 orang, layanan data pemilih 80 orang, selebihnya layanan lain.
Jumlah pengguna layanan 360 orang, 190 di antaranya menjadi responden.
Responden bertambah 15 orang dibandingkan semester lalu.
Setiap responden menjawab sembilan pertanyaan.
Petugas survei berjumlah empat orang.
Kuesioner kertas diisi 120 responden, kuesioner daring 70 responden.
KPU Kabupaten Magetan menjaring 210 responden.
Sedikitnya 186 responden diperlukan.
Jika populasi 400 orang, sampel yang diperlukan 196 responden.
Penduduk Kabupaten Ngawi berjumlah 870.000 orang, pengguna layanan kami 360 orang.
Sebanyak 170 dari 360 pengguna layanan tidak mengisi kuesioner.
Separuh lebih pengguna layanan menjadi responden.
    """,
    "shares": """
Responden laki-laki 98 orang, perempuan enam orang lebih sedikit.
Responden laki-laki lebih banyak daripada perempuan.
Responden perempuan tidak sampai separuh.
Sebanyak 40% responden perempuan mengeluhkan ruang laktasi.
Dari 92 responden perempuan, 30 orang mengusulkan ruang laktasi.
Lulusan SMA dan S1 bersama-sama 155 orang.
Responden ASN 46 orang, 12 di antaranya guru.
Di KPU Provinsi, responden perempuan 55%.
Semester lalu responden perempuan 52%.
Kuota perempuan sekurang-kurangnya 30% terlampaui.
Pegawai kami sendiri 60% perempuan.
Sebanyak 90% responden menyatakan puas.
Tingkat respons 86,36% dihitung dari 220 kuesioner yang dibagikan.
Mahasiswa magang membantu 3 orang petugas.
Jumlah sampel minimal adalah 186 atau 51,67% dari populasi.
Usia 26–34 tahun 30%, usia 35–44 tahun 25,26%.
Responden berpendidikan S1 ke atas berjumlah 97 orang.
Wirausaha 20%, pegawai swasta 27,37%, dan sisanya pekerjaan lain.
Hampir separuh responden (48,42%) perempuan.
Kelompok usia 17–25 tahun yang mengeluh 9 orang.
Sebanyak 52,78% pengguna layanan telah mengisi kuesioner.
Di antara responden pelajar/mahasiswa, 15 orang datang untuk magang.
    """,
    "trend": """
IKM naik 2,04 poin, padahal target kenaikannya 3,00 poin.
IKM naik dari 84,10 menjadi 86,14, sedangkan rata-rata provinsi naik 1,20 poin.
Jumlah pemohon meningkat 15% dibandingkan semester lalu.
Waktu tunggu turun 20% dibandingkan semester lalu.
Biaya/Tarif turun 0,04, unsur lain naik 0,10.
Kenaikan IKM kali ini lebih kecil daripada kenaikan tahun lalu, yaitu 3,10 poin.
Sejak tahun 2021 IKM naik 6,30 poin.
Dibandingkan semester I tahun 2024 (82,75), IKM naik 3,39 poin.
Perilaku Pelaksana naik 0,10 menjadi 3,47.
IKM tidak turun.
Kami berharap IKM semester depan naik 2,17 poin.
Pengaduan menurun dari 12 menjadi 8 laporan.
Hanya Biaya/Tarif yang turun dibandingkan semester lalu.
Delapan unsur naik dan satu unsur turun dibandingkan semester sebelumnya.
Kepuasan responden perempuan meningkat 1,50 poin dari semester lalu.
IKM KPU Kabupaten Madiun turun 0,50 poin.
IKM semester lalu 84,10, sekarang 86,14.
IKM meningkat, tetapi kenaikannya belum mencapai 2,50 poin.
Anggaran naik 5% sejak tahun lalu.
Kalau IKM turun, evaluasi dilakukan lebih awal.
Nilai Waktu Penyelesaian membaik dari 3,04 ke 3,14.
Nilai terendah naik dari 3,04 menjadi 3,14.
Mutu tidak berubah dari semester lalu, tetap B.
Naiknya IKM sebesar 2,43 persen tidak terlepas dari kerja keras petugas.
Biaya/Tarif satu-satunya unsur yang nilainya menurun.
    """,
    "periods": """
SKM semester II tahun 2025 akan dilaksanakan pada bulan Juli.
Laporan SKM semester II tahun 2024 memuat IKM 84,10.
SKM kami dilaksanakan dua kali setahun, yaitu pada semester I dan semester II.
Hasil SKM semester I tahun 2025 menjadi dasar laporan ini, sedangkan hasil SKM semester II tahun 2025 belum tersedia.
Tindak lanjut atas SKM semester II tahun 2024 telah dilaporkan pada Juni 2025.
Laporan kinerja tahun 2024 disampaikan pada Februari 2025.
Renstra 2025–2029 menetapkan target IKM 90.
Laporan ini disusun untuk memenuhi kewajiban tahun 2025.
Pada triwulan I tahun 2025 survei dilaksanakan.
Tindak lanjut dilaksanakan sejak triwulan II sampai triwulan IV tahun 2025.
Anggaran tahun 2026 telah memuat usulan kursi.
Peserta pemilu tahun 2024 termasuk pengguna layanan kami.
Survei internal tahun 2024 tidak dibahas di sini.
SKM triwulan tidak kami laksanakan.
Laporan semester ini merupakan laporan ketujuh sejak tahun 2022.
Laporan tindak lanjut semester sebelumnya, yaitu semester II tahun 2024, dapat diunduh di laman kami.
SKM tahun 2026 akan memakai kuesioner daring sepenuhnya.
SKM sejak tahun 2017 berpedoman pada peraturan yang sama.
Berbeda dengan tahun 2024, survei tahun 2025 dilaksanakan lebih awal.
Kegiatan yang belum selesai dilanjutkan pada semester I tahun 2026.
Untuk SKM semester berikutnya kuesioner akan diperbaiki.
    """,
    "dates": """
Survei dilaksanakan 20 Januari–28 Maret 2025, sedangkan pengolahan data 7–10 April 2025.
Kuesioner diuji coba pada 13 Januari 2025.
Survei dibuka 20 Januari 2025 setelah tim dibentuk pada 6 Januari 2025.
Setelah survei berakhir pada 28 Maret 2025, laporan disusun dan terbit pada 15 April 2025.
Survei diperpanjang dari semula 14 Maret 2025 menjadi 28 Maret 2025.
Survei berlangsung sepuluh minggu.
Pengumpulan data di loket PPID dilaksanakan 3–14 Februari 2025.
Hasil survei dibahas pada 22 April 2025 dan diumumkan pada 25 April 2025.
Survei berikutnya dijadwalkan 7 Juli sampai 26 September 2025.
Survei tidak dilaksanakan pada 29–31 Januari 2025 karena libur.
Laporan hasil SKM tanggal 15 April 2025 diterima KPU Provinsi pada 21 April 2025.
Masa tindak lanjut Mei sampai Desember 2025 dipantau setiap bulan.
Tindak lanjut triwulan ketiga dievaluasi pada 3 Oktober 2025.
Rencana tindak lanjut ditetapkan pada 30 April 2025, sebelum masa tindak lanjut dimulai pada Mei 2025.
Laporan tindak lanjut ini mencakup keadaan sampai dengan 31 Desember 2025.
Laporan SKM semester lalu terbit 14 Oktober 2024.
Survei kepuasan pegawai dilaksanakan 2–13 Juni 2025.
Pada bulan Februari 2025 pengisian kuesioner paling ramai.
Pelaksanaan tindak lanjut dipantau pada Agustus dan November 2025.
Surat permohonan narasumber bertanggal 9 Mei 2025.
Jadwal tindak lanjut diumumkan pada 2 Mei 2025.
Laporan kemajuan tindak lanjut disampaikan pada 15 September 2025.
Survei seharusnya ditutup 21 Maret 2025, tetapi ditutup 28 Maret 2025.
Sebagian responden mengisi kuesioner pada minggu terakhir, 24–28 Maret 2025.
    """,
    "laws": """
Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum menjadi dasar kelembagaan kami.
Peraturan KPU Nomor 14 Tahun 2020 mengatur tata kerja sekretariat.
PermenPANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan menjadi acuan penyusunan standar.
Peraturan Menteri PANRB Nomor 16 Tahun 2014 sudah diganti dengan Nomor 14 Tahun 2017.
Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik mengatur layanan PPID.
Undang-Undang Nomor 25 Tahun 2009 dan peraturan pelaksanaannya, PP Nomor 96 Tahun 2012, menjadi dasar.
Keputusan KPU Nomor 25 Tahun 2024 menetapkan standar pelayanan.
Surat Edaran Menteri PANRB Nomor 4 Tahun 2023 dipakai sebagai rujukan tambahan.
Peraturan Presiden Nomor 76 Tahun 2013 mengatur pengelolaan pengaduan.
UU 25/2009 mewajibkan penyelenggara melaksanakan survei.
Peraturan Menteri PANRB Nomor 17 Tahun 2017 tentang penilaian kinerja tidak dipakai dalam survei ini.
Permenpan RB Nomor 29 Tahun 2022 mengatur pemantauan dan evaluasi kinerja.
Keputusan Menpan Nomor KEP/25/M.PAN/2/2004 pernah menjadi dasar survei.
Peraturan Bupati Ngawi Nomor 14 Tahun 2018 tentang pelayanan terpadu dikutip sebagai contoh.
Undang-Undang Nomor 25 Tahun 2007 tentang Penanaman Modal tidak berkaitan.
Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia menjadi rujukan penanganan pengaduan.
    """,
    "office": """
Petugas KPU Kabupaten Madiun berkunjung ke kantor kami.
Kami belajar dari KPU Kota Surabaya yang telah memakai antrean daring.
Pegawai KPU Kabupaten Magetan magang selama dua minggu.
Bersama Bawaslu Kabupaten Ngawi, kami membuka layanan bersama.
Dinas Kependudukan dan Pencatatan Sipil Kabupaten Ngawi menyediakan data.
KPU Provinsi Jawa Timur membina KPU Kabupaten Ngawi.
Sekretariat KPU Kabupaten Ngawi melaksanakan tindak lanjut.
KPU RI menerbitkan pedoman.
Pemohon dari KPU Kota Madiun ikut mengisi kuesioner.
Kantor kami di Kecamatan Ngawi berbatasan dengan Kecamatan Geneng.
Layanan serupa ada di KPU Kabupaten Bojonegoro.
Survei di KPU Kabupaten Tuban dijadikan contoh.
Komisi Pemilihan Umum Kabupaten Ngawi (selanjutnya disebut KPU Ngawi) menyusun laporan ini.
KPU menyelenggarakan survei setiap semester.
Bupati Ngawi mengapresiasi pelayanan KPU Kabupaten Ngawi.
Ketua KPU Kabupaten Blitar memberi materi.
Kesbangpol Kabupaten Ngawi dan Polres Ngawi hadir.
Laman kpu.go.id memuat laporan seluruh satuan kerja.
Menurut KPU Kabupaten Pacitan, aplikasi itu mudah dipakai.
Jaringan di Kelurahan Karang Tengah sering terputus.
    """,
    "signatory": """
Ketua KPU Kabupaten Ngawi, Siti Aminah, membuka forum konsultasi publik.
Kepala Subbagian Perencanaan, Data, dan Informasi, Rina Wulandari, memimpin tim survei.
Sekretaris KPU Provinsi Jawa Timur, Nanik Karsini, memberi arahan.
Laporan periode lalu ditandatangani Sekretaris sebelumnya, Slamet Widodo.
Berita acara ditandatangani oleh Ketua, Siti Aminah.
Surat tugas tim survei ditandatangani oleh Ketua KPU.
Budi Rahayu, Sekretaris KPU Kabupaten Ngawi, menetapkan tim survei.
Sekretaris Budi Rahayu didampingi Ketua Siti Aminah menerima tamu.
Penanggung jawab survei adalah Rina Wulandari.
Narasumber pelatihan adalah Kepala Ombudsman Perwakilan Jawa Timur, Agus Muttaqin.
Petugas loket, Dewi Lestari, menerima penghargaan.
Bapak Budi Rahayu selaku Sekretaris membuka rapat.
Plt. Sekretaris KPU Kabupaten Magetan, Joko Susilo, hadir.
Laporan ini disetujui Ketua dan ditandatangani Sekretaris.
NIP petugas tidak dicantumkan.
Keputusan itu ditandatangani Ketua KPU Kabupaten Ngawi, bukan Sekretaris.
    """,
}

IN_CELLS = {
    "rationale": """
Nilai unsur ini paling rendah pada bulan Februari, lalu membaik pada bulan Maret.
Unsur ini sudah dua kali berturut-turut menjadi yang terendah.
Keluhan terbanyak datang dari pemohon data pemilih, 12 dari 40 orang.
Waktu pelayanan rata-rata 4,2 hari, padahal standarnya 3 hari.
Nilainya 3,14, selisih 0,08 dengan unsur di atasnya.
Dibandingkan semester lalu nilainya naik tipis, 0,10.
Di KPU kabupaten tetangga unsur yang sama bernilai 3,40.
Unsur ini sempat bernilai 2,95 pada tahun 2022.
Kami menargetkan 3,30 pada survei mendatang.
Sebanyak 23 responden menulis bahwa jawaban permohonan terlambat.
Mutunya masih B, sama seperti Persyaratan.
Bukan terendah karena petugas lalai, melainkan karena data tersebar di tiga subbagian.
Responden perempuan menilai unsur ini 3,05, laki-laki 3,22.
Unsur ini bersama Persyaratan menempati dua urutan terbawah.
Hampir separuh responden yang mengeluh mengurus data pemilih.
Jika dikonversi, nilainya 78,50, masih mutu B.
Nilainya belum mencapai 3,20.
Unsur ini satu-satunya yang nilainya di bawah 3,20.
Bila dua layanan terlambat itu tidak dihitung, nilai unsur ini 3,25.
Terendah, tetapi tidak jauh dari Persyaratan (3,22).
""",
    "description": """
Rapat dihadiri 18 dari 25 pegawai pada 9 Mei 2025.
Kartu kendali dipakai untuk 190 permohonan selama Mei dan Juni.
Waktu penyelesaian rata-rata turun dari 5 hari menjadi 3 hari.
Sosialisasi diikuti 30 peserta dari dua kecamatan.
Hasil survei kilat pada Oktober 2025 menunjukkan 92% pemohon puas.
Nilai post-test petugas rata-rata 86,50.
Sebanyak 12 responden survei kilat menyatakan waktu tunggu berkurang.
Kegiatan ini menanggapi unsur yang bernilai 3,14 pada survei.
Evaluasi triwulan ketiga menunjukkan 95% permohonan selesai tepat waktu.
Peserta pelatihan yang lulus 14 orang, nilai tertinggi 98,00 dan terendah 71,50.
""",
}
"""The same in the cells of an element and of a plan."""

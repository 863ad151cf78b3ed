"""The standard texts whole, as a reader meets them: of a cycle in which much happened, and of one that just began."""

from dataclasses import replace

from reports.document.facts import facts_of
from reports.document.sections import SECTIONS, section
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.reports.shapes import mixed, young

MIXED = {
    "kata_pengantar": (
        "Dengan memanjatkan puji dan syukur kepada Tuhan Yang Maha Esa, Komisi Pemilihan Umum Kabupaten Contoh "
        "menyampaikan Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) Semester I Tahun 2025. Laporan ini "
        "memuat hasil survei, rencana yang disusun atas hasil itu, realisasinya, dan bukti dukungnya.\n"
        "Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar 87,36 dengan mutu pelayanan B "
        "(Baik). Untuk dua unsur prioritas disusun lima rencana tindak lanjut (RTL). Sampai laporan ini disusun, "
        "2 dari 5 RTL (40%) telah dilaksanakan.\n"
        "Laporan ini terdiri atas empat bab. Bab I memuat latar belakang, dasar hukum, maksud dan tujuan, serta "
        "ruang lingkup. Bab II memuat hasil survei, unsur prioritas, dan rencana tindak lanjutnya. Bab III memuat "
        "realisasi RTL, pemeliharaan unsur bernilai tinggi, dan evaluasinya. Bab IV memuat kesimpulan beserta "
        "strategi penyelesaian RTL yang masih dapat dilaksanakan. Bukti dukungnya disajikan dalam Lampiran.\n"
        "Kami berterima kasih kepada masyarakat yang telah memberikan penilaian serta kepada semua pihak yang "
        "telah melaksanakan tindak lanjutnya. Semoga laporan ini memberi gambaran kepada masyarakat tentang tindak "
        "lanjut atas penilaiannya dan kepada Komisi Pemilihan Umum Provinsi Contoh sebagai bahan pemantauan, serta "
        "menjadi bahan penyusunan rencana pada periode berikutnya. Saran dan masukan atas laporan ini kami harapkan."
    ),
    "1.1": (
        "Pelayanan publik diselenggarakan bagi masyarakat, sehingga penilaian masyarakat menjadi ukuran "
        "mutunya. Peraturan Menteri PANRB Nomor 14 Tahun 2017 mengatur Survei Kepuasan Masyarakat (SKM) sebagai "
        "cara untuk memperoleh penilaian itu atas sembilan unsur pelayanan, yaitu Persyaratan; Sistem, Mekanisme,"
        " dan Prosedur; Waktu Penyelesaian; Biaya/Tarif; Produk Spesifikasi Jenis Pelayanan; Kompetensi "
        "Pelaksana; Perilaku Pelaksana; Sarana dan Prasarana; serta Penanganan Pengaduan, Saran dan Masukan.\n"
        "Komisi Pemilihan Umum Kabupaten Contoh telah menyelenggarakan SKM Semester I Tahun 2025 dan memperoleh "
        "Indeks Kepuasan Masyarakat (IKM) sebesar 87,36 dengan mutu pelayanan B (Baik). Nilai tertinggi adalah "
        "4,00 pada unsur Biaya/Tarif, sedangkan nilai terendah adalah 3,25 pada unsur Waktu Penyelesaian.\n"
        "Survei baru bermanfaat apabila hasilnya ditindaklanjuti. Tindak lanjut dimulai dengan penetapan unsur "
        "yang menjadi prioritas perbaikan, diteruskan dengan rencana tindak lanjut (RTL) dan pelaksanaannya. "
        "Laporan ini disusun agar masyarakat dan pihak yang berkepentingan dapat mengetahui rencana itu, "
        "membandingkannya dengan realisasi, dan memeriksa bukti dukungnya."
    ),
    "1.2": ("Laporan ini disusun berdasarkan peraturan berikut:\nUndang-Undang A;\nPeraturan B."),
    "1.3": (
        "Laporan ini dimaksudkan sebagai pertanggungjawaban KPU Kabupaten Contoh atas tindak lanjut hasil SKM "
        "Semester I Tahun 2025. Tujuannya adalah:\n"
        "menyajikan hasil survei dan unsur yang menjadi prioritas perbaikan;\n"
        "menyajikan RTL untuk setiap unsur prioritas beserta waktu dan penanggung jawabnya;\n"
        "melaporkan realisasi setiap RTL, hambatannya, dan bukti dukungnya;\n"
        "melaporkan pemeliharaan unsur bernilai tinggi; dan\n"
        "menyediakan bahan untuk menyusun rencana pada periode berikutnya."
    ),
    "1.4": (
        "Ruang lingkup laporan ini adalah sebagai berikut:\n"
        "Pelayanan. Pelayanan publik yang diselenggarakan oleh KPU Kabupaten Contoh dan dinilai dalam SKM "
        "Semester I Tahun 2025.\n"
        "Unsur. Sebanyak sembilan unsur pelayanan menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017.\n"
        "Waktu. Hasil survei Semester I Tahun 2025 dan tindak lanjutnya pada Juli–Desember 2025.\n"
        "Isi. Hasil survei, unsur prioritas, RTL, realisasi dan bukti dukungnya, pemeliharaan unsur bernilai "
        "tinggi, serta kesimpulan."
    ),
    "2.1": (
        "SKM Semester I Tahun 2025 pada KPU Kabupaten Contoh menilai sembilan unsur pelayanan dengan skala 1 "
        "sampai dengan 4. Survei dilaksanakan pada 2–30 Juni 2025. Populasi survei berjumlah 900 orang. Hasilnya "
        "dilaporkan dalam laporan SKM tanggal 10 Juli 2025.\n"
        "IKM yang diperoleh adalah 87,36 dengan mutu pelayanan B (Baik). Nilai rata-rata dan mutu setiap unsur "
        "disajikan dalam Tabel 2.1 dan digambarkan dalam Grafik 2.1."
    ),
    "2.2": (
        "Dari sembilan unsur yang dinilai, dua unsur ditetapkan sebagai prioritas tindak lanjut, yaitu Sistem, "
        "Mekanisme, dan Prosedur serta Waktu Penyelesaian.\n"
        "Unsur Sistem, Mekanisme, dan Prosedur memperoleh nilai 3,33 dengan mutu B (Baik), yaitu nilai tertinggi "
        "keempat di antara sembilan unsur, sama dengan nilai unsur Perilaku Pelaksana.\n"
        "Permasalahan dan alasan penetapan: Alur belum dipahami pengguna layanan.\n"
        "Antrean sering panjang.\n"
        "Unsur Waktu Penyelesaian memperoleh nilai 3,25 dengan mutu B (Baik), yaitu nilai terendah di antara "
        "sembilan unsur."
    ),
    "2.3": (
        "Untuk memperbaiki unsur prioritas disusun lima rencana tindak lanjut (RTL) dengan masa tindak lanjut "
        "Juli–Desember 2025.\n"
        "Untuk unsur Sistem, Mekanisme, dan Prosedur disusun tiga RTL (1\xa0a–1\xa0c). "
        "RTL tersebut dijadwalkan pada Oktober 2025 dengan penanggung jawab Subbag Rendatin.\n"
        "Untuk unsur Waktu Penyelesaian disusun dua RTL (2\xa0a dan 2\xa0b). RTL "
        "tersebut dijadwalkan pada Oktober 2025 dengan penanggung jawab Subbag Rendatin dan Seluruh Subbagian.\n"
        "Program/kegiatan, indikator, target, waktu pelaksanaan, dan penanggung jawab setiap RTL disajikan dalam "
        "Tabel 2.2."
    ),
    "2.4": (
        "Unsur dengan nilai tinggi dipelihara agar mutunya dapat dipertahankan. Pada periode ini pemeliharaan "
        "mencakup unsur Biaya/Tarif serta Sarana dan Prasarana.\n"
        "Unsur Biaya/Tarif memperoleh nilai 4,00 dengan mutu A (Sangat Baik). Pemeliharaannya direncanakan "
        "sebagai berikut:\n"
        "Mengumumkan bahwa pelayanan tidak dipungut biaya.\n"
        "Unsur Sarana dan Prasarana memperoleh nilai 3,76 dengan mutu A (Sangat Baik).\n"
        "Bentuk realisasinya disajikan dalam Tabel 3.2."
    ),
    "3": (
        "Bab ini melaporkan realisasi RTL atas hasil SKM Semester I Tahun 2025 dengan masa tindak lanjut "
        "Juli–Desember 2025 serta realisasi pemeliharaan unsur bernilai tinggi. Status RTL dicatat sebagai Sudah "
        "atau Belum. Status Belum diberi keterangan apabila RTL masih dalam proses atau tidak dapat dilaksanakan."
    ),
    "3.1": (
        "Sampai laporan ini disusun, 2 dari 5 RTL (40%) telah dilaksanakan.\n"
        "Pada unsur Sistem, Mekanisme, dan Prosedur, 1 dari 3 RTL (33%) telah dilaksanakan, yaitu RTL 1\xa0a; "
        "RTL 1\xa0b masih dalam proses; RTL 1\xa0c tidak dapat dilaksanakan.\n"
        "Pada unsur Waktu Penyelesaian, 1 dari 2 RTL (50%) telah dilaksanakan, yaitu RTL 2\xa0a; RTL 2\xa0b "
        "belum dimulai.\n"
        "Status, deskripsi realisasi, bukti dukung, dan tantangan atau hambatan setiap RTL disajikan dalam Tabel "
        "3.1."
    ),
    "3.2": (
        "Realisasi pemeliharaan unsur bernilai tinggi, beserta nilai, mutu, bukti dukung, dan penanggung jawabnya, "
        "disajikan dalam Tabel 3.2."
    ),
    "3.3": (
        "Tantangan dan hambatan yang dicatat dalam Tabel 3.1 menjadi bahan perbaikan bagi penanggung jawab "
        "masing-masing RTL.\n"
        "Pengaruh tindak lanjut terhadap kepuasan masyarakat baru dapat diketahui dari hasil survei berikutnya. "
        "RTL yang masih dapat dilaksanakan diteruskan menurut strategi penyelesaian dalam Tabel 4.1. RTL yang "
        "tidak dapat dilaksanakan tidak diteruskan.\n"
        "Laporan ini juga dapat digunakan oleh Komisi Pemilihan Umum Provinsi Contoh sebagai bahan pemantauan."
    ),
    "4": (
        "Berdasarkan pelaksanaan tindak lanjut hasil SKM Semester I Tahun 2025 pada KPU Kabupaten Contoh, ditarik"
        " kesimpulan sebagai berikut:"
    ),
    "4.penutup": (
        "Demikian laporan ini disusun sebagai pertanggungjawaban atas tindak lanjut SKM Semester I Tahun 2025 dan"
        " sebagai bahan penyusunan rencana tindak lanjut pada periode berikutnya."
    ),
}
YOUNG = {
    "kata_pengantar": (
        "Dengan memanjatkan puji dan syukur kepada Tuhan Yang Maha Esa, Komisi Pemilihan Umum Kabupaten Contoh "
        "menyampaikan Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) Semester I Tahun 2025. Laporan ini "
        "memuat hasil survei, rencana yang disusun atas hasil itu, dan realisasinya.\n"
        "Nilai survei untuk periode ini belum dimasukkan. Laporan akan dilengkapi setelah hasil survei tersedia.\n"
        "Laporan ini terdiri atas empat bab. Bab I memuat latar belakang, dasar hukum, maksud dan tujuan, serta "
        "ruang lingkup. Bab II memuat hasil survei, unsur prioritas, dan rencana tindak lanjutnya. Bab III memuat "
        "realisasi dan evaluasinya. Bab IV memuat kesimpulan.\n"
        "Semoga laporan ini memberi gambaran kepada masyarakat tentang tindak lanjut atas penilaiannya, serta menjadi "
        "bahan penyusunan rencana pada periode berikutnya. Saran dan masukan atas laporan ini kami harapkan."
    ),
    "1.1": (
        "Pelayanan publik diselenggarakan bagi masyarakat, sehingga penilaian masyarakat menjadi ukuran "
        "mutunya. Peraturan Menteri PANRB Nomor 14 Tahun 2017 mengatur Survei Kepuasan Masyarakat (SKM) sebagai "
        "cara untuk memperoleh penilaian itu atas sembilan unsur pelayanan, yaitu Persyaratan; Sistem, Mekanisme,"
        " dan Prosedur; Waktu Penyelesaian; Biaya/Tarif; Produk Spesifikasi Jenis Pelayanan; Kompetensi "
        "Pelaksana; Perilaku Pelaksana; Sarana dan Prasarana; serta Penanganan Pengaduan, Saran dan Masukan.\n"
        "Komisi Pemilihan Umum Kabupaten Contoh menyelenggarakan SKM Semester I Tahun 2025. Hasilnya belum "
        "dimasukkan.\n"
        "Survei baru bermanfaat apabila hasilnya ditindaklanjuti. Tindak lanjut dimulai dengan penetapan unsur "
        "yang menjadi prioritas perbaikan, diteruskan dengan rencana tindak lanjut (RTL) dan pelaksanaannya. "
        "Laporan ini disusun agar masyarakat dan pihak yang berkepentingan dapat mengetahui rencana itu "
        "dan membandingkannya dengan realisasinya."
    ),
    "1.2": ("Laporan ini disusun berdasarkan peraturan berikut:\nUndang-Undang A;\nPeraturan B."),
    "1.3": (
        "Laporan ini dimaksudkan sebagai pertanggungjawaban KPU Kabupaten Contoh atas tindak lanjut hasil SKM "
        "Semester I Tahun 2025. Tujuannya adalah:\n"
        "menyajikan hasil survei dan unsur yang menjadi prioritas perbaikan;\n"
        "menyajikan RTL untuk setiap unsur prioritas beserta waktu dan penanggung jawabnya;\n"
        "melaporkan realisasi setiap RTL dan hambatannya; dan\n"
        "menyediakan bahan untuk menyusun rencana pada periode berikutnya."
    ),
    "1.4": (
        "Ruang lingkup laporan ini adalah sebagai berikut:\n"
        "Pelayanan. Pelayanan publik yang diselenggarakan oleh KPU Kabupaten Contoh dan dinilai dalam SKM "
        "Semester I Tahun 2025.\n"
        "Unsur. Sebanyak sembilan unsur pelayanan menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017.\n"
        "Waktu. Hasil survei Semester I Tahun 2025 dan tindak lanjutnya pada Juli–Desember 2025.\n"
        "Isi. Hasil survei, unsur prioritas, RTL, realisasi, serta kesimpulan."
    ),
    "2.1": (
        "SKM Semester I Tahun 2025 pada KPU Kabupaten Contoh menilai sembilan unsur pelayanan dengan skala 1 "
        "sampai dengan 4.\n"
        "Nilai unsur belum dimasukkan, sehingga IKM dan mutu pelayanan belum dapat dihitung."
    ),
    "2.2": ("Unsur prioritas tindak lanjut atas hasil SKM Semester I Tahun 2025 belum ditetapkan."),
    "2.3": ("Rencana tindak lanjut (RTL) atas hasil SKM Semester I Tahun 2025 belum disusun."),
    "2.4": ("Pada periode ini tidak ditetapkan kegiatan pemeliharaan unsur bernilai tinggi."),
    "3": ("Bab ini akan melaporkan realisasi RTL setelah RTL atas hasil SKM Semester I Tahun 2025 disusun."),
    "3.1": ("Belum ada RTL yang realisasinya dapat dilaporkan."),
    "3.2": (
        "Kegiatan pemeliharaan unsur bernilai tinggi tidak ditetapkan pada periode ini, sehingga tidak ada "
        "realisasi yang dilaporkan."
    ),
    "3.3": ("Tindak lanjut belum dapat dievaluasi karena RTL belum disusun."),
    "4": (
        "RTL atas hasil SKM Semester I Tahun 2025 pada KPU Kabupaten Contoh belum disusun, sehingga "
        "pelaksanaannya belum dapat disimpulkan."
    ),
    "4.penutup": (
        "Demikian laporan ini disusun sebagai pertanggungjawaban atas tindak lanjut SKM Semester I Tahun 2025 dan"
        " sebagai bahan penyusunan rencana tindak lanjut pada periode berikutnya."
    ),
}


def text(key, cycle):
    source = make_source(replace(cycle, narrative={}), legal_bases=("Undang-Undang A", "Peraturan B"))
    return section(key, facts_of(source)).text


@in_one_test("key", SECTIONS)
def test_a_cycle_in_which_much_happened_is_told_so(key):
    assert text(key, mixed()) == MIXED[key]


@in_one_test("key", SECTIONS)
def test_a_cycle_that_just_began_is_told_so(key):
    assert text(key, young()) == YOUNG[key]

"""What is read in sentences as offices write them: found where it is said, silent where it only sounds alike."""

import pytest

from reports.rules.spelling import misspellings
from reports.rules.wording import breaks_off, claims_improvement, foreign_sites
from reports.rules.words import says_all, says_begun, says_done, says_not_done, sentences, words
from tests.cases import in_one_test


def test_words_are_whole_and_hyphens_bind():
    assert words("Sebelum e-PPID, 3 tahapan (guna) meningkatkan.") == (
        "sebelum",
        "e-ppid",
        "tahapan",
        "guna",
        "meningkatkan",
    )


@in_one_test(
    "sentence",
    [
        "Jadwal disusun dan ditempel di ruang pelayanan.",
        "Dilaksanakan mulai Oktober.",
        "Kegiatan dilaksanakan mulai Oktober sampai Desember 2025.",
        "Layanan mulai dilaksanakan pada Oktober 2025 dan diikuti 24 petugas.",
        "Pelayanan antrean daring mulai dilaksanakan sejak awal bulan Oktober.",
        "Penyelesaian permohonan dilakukan dalam satu hari kerja.",
        "Setiap tahapan pelayanan dijelaskan kepada pemohon.",
        "Layanan konsultasi berjalan baik.",
        "Petugas mendampingi pemohon yang belum memiliki akun.",
        "Pendampingan diberikan apabila belum ada berkas lengkap.",
        "Sebelum Oktober pemohon menunggu lama; kini nomor antrean tersedia.",
        "Semula belum ada papan informasi, kini papan terpasang di loket.",
        "Informasi yang selama ini belum tersedia kini dipasang di loket.",
        "Evaluasi berikutnya akan dilaksanakan pada tahun 2026.",
        "Aturan yang sebelumnya belum tertulis telah ditetapkan.",
        "Rapat diadakan pada awal bulan November.",
        "Sosialisasi awal tahun dihadiri semua petugas.",
        "Petugas yang sedang bertugas memberi penjelasan langsung.",
        "Mutu layanan berada pada kategori sedang dan dipantau.",
        "Petugas dilibatkan dalam proses pelayanan.",
        "Pemenuhan kebutuhan akan informasi dilayani di loket.",
        "Kegiatan yang akan dilaksanakan diumumkan lebih dahulu.",
        "Pelatihan dilakukan secara bertahap dan telah selesai pada Desember.",
        "Pelatihan yang masih dalam proses pada Oktober telah selesai pada November.",
        "Petugas tidak dikenai biaya.",
        "Loket baru dibuka di lantai satu.",
        "Sebagian ruang tunggu diperluas.",
        "100% petugas hadir.",
        "Layanan dibuka 24 jam.",
    ],
)
def test_a_done_description_that_says_so_is_left_alone(sentence):
    assert says_not_done(sentence) == ""


@in_one_test(
    ("sentence", "told"),
    [
        ("Jadwal belum disusun.", "belum disusun"),
        ("Kegiatan ini belum sepenuhnya terlaksana.", "belum sepenuhnya"),
        ("Papan belum tersedia di loket.", "belum tersedia"),
        ("Penyusunan masih dalam tahap koordinasi.", "masih dalam"),
        ("Penyusunan masih berlangsung.", "masih berlangsung"),
        ("Standar sedang disusun oleh tim.", "sedang disusun"),
        ("Kegiatan akan dilaksanakan pada triwulan berikutnya.", "akan dilaksanakan"),
        ("Pembinaan mulai dilaksanakan untuk meningkatkan kompetensi.", "mulai dilaksanakan"),
        ("Pembinaan mulai dilaksanakan petugas pada loket.", "mulai dilaksanakan"),
        ("Sosialisasi awal disampaikan kepada petugas.", "sosialisasi awal"),
        ("Monitoring dilakukan secara bertahap.", "secara bertahap"),
        ("Baru sebagian petugas yang dilatih.", "baru sebagian"),
        ("Sebagian besar dokumen telah disusun.", "sebagian besar"),
        ("Pelatihan tidak jadi diadakan.", "tidak jadi"),
        ("Sebagian besar telah selesai, tetapi sisanya masih dalam proses.", "sebagian besar"),
    ],
)
def test_a_done_description_that_says_otherwise_is_found(sentence, told):
    assert says_not_done(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Evaluasi telah mulai dilakukan.",
        "Rapat koordinasi telah dilaksanakan pada 3 Oktober.",
        "Draf standar telah selesai disusun.",
        "Sebagian kegiatan telah dilaksanakan.",
        "Kegiatan telah dilaksanakan, tetapi hasilnya belum lengkap.",
        "Kegiatan akan selesai setelah anggaran tersedia.",
        "Kegiatan belum dilaksanakan.",
        "Penyelesaian menunggu kesepakatan.",
        "Permohonan yang masuk ditangani.",
    ],
)
def test_an_open_description_of_a_first_step_is_left_alone(sentence):
    assert not says_done(sentence, "Evaluasi standar pelayanan")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Telah dilaksanakan.", "Menata antrean"),
        ("Kegiatan sudah selesai.", "Menata antrean"),
        ("Kegiatan ini telah selesai dilaksanakan pada Oktober 2025.", "Menata antrean"),
        ("Penataan antrean selesai dilaksanakan.", "Menata antrean"),
        ("Rapat koordinasi telah dilaksanakan.", "Rapat koordinasi layanan"),
    ],
)
def test_an_open_description_that_says_done_is_found(sentence, name):
    assert says_done(sentence, name)


@pytest.mark.parametrize(
    ("sentence", "begun"),
    [
        ("Kegiatan mulai dilaksanakan.", True),
        ("Standar sedang disusun.", True),
        ("Kegiatan belum mulai dilaksanakan.", False),
        ("Kegiatan dapat mulai dilaksanakan tahun depan.", False),
        ("Menunggu anggaran.", False),
    ],
)
def test_what_has_begun(sentence, begun):
    assert says_begun(sentence) is begun


@pytest.mark.parametrize(
    ("obstacle", "nouns"),
    [
        ("Belum seluruh petugas hadir.", {"petugas"}),
        ("Tidak semua pemohon membaca papan.", {"pemohon"}),
        ("Seluruh petugas hadir.", set()),
        ("Belum ada anggaran untuk seluruh loket.", set()),
    ],
)
def test_not_all(obstacle, nouns):
    assert says_all(obstacle, denied=True) == nouns


@in_one_test(
    "text",
    [
        "Rapat koordinasi",
        "Membuka layanan antar",
        "Dokumentasi rapat internal yang membahas pengaduan.",
        "Foto kegiatan (Oktober 2025)",
        "Loket di lantai atas",
        "Papan pengumuman, brosur, dll.",
        "Papan pengumuman, brosur, dst...",
        "Kerja sama dengan Provinsi DIY",
        "Kegiatan ini merupakan bentuk kepedulian petugas",
        "Hasil digunakan sebagai bahan evaluasi.",
        "Jadwal ditempel di loket 1 dan 2",
        "1) Loket; dan\n2) ruang tunggu.",
    ],
)
def test_a_whole_text_is_not_broken_off(text):
    assert not breaks_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "Penanganan pengaduan masyarakat sebagai upaya",
        "Penanganan pengaduan sebagai bentuk.",
        "Rapat bersama petugas dan",
        "Kegiatan dilaksanakan untuk",
        "Petugas, loket,",
        "Kegiatan ini bertujuan agar …",
        "Dokumentasi (Oktober",
        "Rapat dalam rangka",
    ],
)
def test_a_text_that_breaks_off_is_found(text):
    assert breaks_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kegiatan dilaksanakan guna meningkatkan mutu pelayanan.",
        "Diharapkan kepuasan masyarakat meningkat.",
        "Pelatihan bertujuan memberikan dampak positif bagi pelayanan.",
        "Jumlah pemohon meningkat pada bulan Oktober.",
        "Terjadi kenaikan biaya layanan pos.",
        "Terjadi peningkatan jumlah permohonan layanan.",
        "Petugas mengikuti pelatihan peningkatan kompetensi.",
        "Agar mutu pelayanan naik, jadwal disusun kembali.",
        "Perbaikan sarana dilaksanakan pada Oktober.",
        "Loket naik ke lantai dua.",
        "Petugas memberikan kepada setiap pemohon positif Covid nomor antrean sendiri.",
    ],
)
def test_an_aim_is_no_claim(text):
    assert not any(map(claims_improvement, sentences(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Kegiatan ini memberikan dampak positif terhadap pelayanan.",
        "Hasilnya menunjukkan adanya peningkatan kualitas pelayanan.",
        "Kepuasan masyarakat meningkat.",
        "Nilai unsur ini telah naik.",
        "Upaya ini terbukti meningkatkan mutu layanan.",
    ],
)
def test_a_claim_of_effect_is_found(text):
    assert any(map(claims_improvement, sentences(text)))


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Lihat tangmas.kpungawi.com untuk layanan.", ("tangmas.kpungawi.com",)),
        ("Tautan https://www.layanan-kami.id/daftar dibuka.", ("layanan-kami.id",)),
        ("Situs kab-ngawi.kpu.go.id dan desa.contoh.desa.id.", ()),
        ("Surel kpu@gmail.com, akun @kpu.ngawi.id.", ()),
        ("Video pada www.youtube.com/kpu dan instagram.com/kpu.", ()),
        ("Jl. Pemuda No.48, S.Kom, dll.", ()),
        ("Pukul 08.00–15.30.", ()),
    ],
)
def test_sites_of_no_public_body(text, sites):
    assert foreign_sites(text) == sites


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Standart pelayanan dan respon petugas", ["standart", "respon"]),
        ("peraturan perundangan", ["perundangan"]),
        ("peraturan perundang-undangan", []),
        ("Sebanyak 110 responden mengisi; responsif.", []),
        ("koordinasi antar unsur dan antarbagian", ["antar unsur"]),
        ("layanan antar jemput berkas", []),
        ("surel praktek@kpu.go.id", []),
    ],
)
def test_misspellings(text, found):
    assert [wrong for wrong, _right in misspellings(text)] == found

"""Whether a value is told of all that the survey found: nothing unread stands about it that could change that. Pure.

A word is read when a frame knows its class, when it only joins or colours, or when it is a verb or a name of one's own.
Any other word beside a noun may make it another's: *indeks layanan konsultasi*, *responden lanjut usia*.
"""

import re

from reports.rules.truth.known import Truth
from reports.rules.truth.neighbours import owned_elsewhere
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.atoms import phrase_of
from reports.rules.words import word_set

_PLAIN = word_set(
    "adalah ialah yaitu yakni merupakan maka lalu kemudian juga pun pula masih baru hanya cuma saja sudah telah "
    "sempat kembali lagi tetap selalu sangat amat cukup begitu agak relatif sekali paling lebih kurang sungguh "
    "memang justru malah malahan bahkan ternyata kiranya tentu rupanya pada di ke dari daripada dengan untuk bagi "
    "oleh dalam sebagai secara selama atas antara antaranya hingga sampai sejak kepada dan atau serta yang ini "
    "itu tersebut demikian begini kami kita mereka nya para kaum sang bapak ibu saudara sebesar sebanyak sejumlah "
    "senilai seluas selain bahwa jadi hasil angka capaian perolehan pencapaian besaran jumlah total data tahap "
    "proses dasar tahun periode semester bulan masyarakat warga publik pemohon pengguna penerima pelanggan "
    "pengunjung pasien pencari keadilan peserta pemakai pelayanan layanan kantor dinas badan instansi lembaga "
    "unit satuan kerja satker rumah sakit opd perangkat peringkat urutan posisi tempat rangking ranking dapat "
    "mampu berhasil kepuasan kinerja rata-rata keseluruhan umum besar kecil tinggi rendah baik buruk bagus banyak "
    "sedikit lengkap penuh aktif lumayan memuaskan menggembirakan sering kerap biasanya umumnya akhirnya "
    "alhamdulillah syukur puji kali kondisi keadaan tingkat bobot skala perbaikan pembenahan peningkatan "
    "penetapan penilaian pengukuran penghitungan perhitungan pengolahan analisis berikut berikutnya sebelumnya "
    "terakhir pertama utama minimal maksimal wajib resmi sah valid nilainya skornya bawah setidaknya sekurang- "
    "kurangnya sedikitnya sekitar hampir nyaris mendekati kira-kira putusan salinan masuk naik turun jatuh ada "
    "tidak belum bukan tanpa tak persen poin orang responden ikut hari kalender tanggal tgl mulai awal akhir "
    "selesai pelaksanaan kegiatan sampel sama setara sendiri kemarin guna pd dgn utk yg dlm th thn sepanjang "
    "kurun waktu rentang jangka masa jadwal habis tepatnya persisnya sebenarnya sesungguhnya sejatinya karena "
    "menurut segi sisi jenis kelamin usia umur kelompok golongan lulusan pendidikan pekerjaan nomor lain "
    "sekitarnya tengah tengah-tengah pertengahan lebihnya setiap tiap"
)
_VERB = re.compile(r"(?:me|di|ter|ber)[a-z]{3,}")
_MODIFIABLE = frozenset("isnrqE")
"""Nouns of the survey that a word behind them narrows."""
_LED_BY = word_set("pada di untuk bagi menurut dalam khusus khususnya oleh dari kalangan antara")
_NARROWS = word_set(
    "loket poli poliklinik layanan pelayanan jenis bidang seksi bagian subbagian urusan ruang gerai cabang "
    "kelompok kalangan responden pemohon pasien warga kuesioner angket wawancara hari minggu pekan bulan saluran "
    "kanal wilayah desa kelurahan kecamatan dusun jalur sidang perkara instalasi unit"
)
"""What a phrase at the head of a clause narrows all to, where a strange word is one: *pada layanan konsultasi, …*."""


def is_covered(sentence: Scanned, first: int, last: int, truth: Truth) -> bool:
    """Whether nothing unread between two tokens, beside their nouns or over their clause may change what is told."""
    if any(_is_strange(sentence, at, truth) for at in range(first, last + 1)) or owned_elsewhere(sentence, last, truth):
        return False
    start, end = sentence.clause(first)
    part = max(start, sentence.types.rfind(",", start, first))
    near = (_is_narrowed(sentence, at, first, truth) for at in range(part, last + 1))
    return not any(near) and not any(_narrows(sentence, at, min(end, last + 4), truth) for at in range(start, last + 1))


def _is_strange(sentence: Scanned, at: int, truth: Truth) -> bool:
    """Whether a word is neither read nor one that only joins or colours."""
    word = sentence.low(at)
    if sentence.types[at] == "M" and truth.own.period.kind > 1 and sentence.left(at, "i", 2) >= 0:
        return True
    if sentence.types[at] != "." or not word[0].isalpha() or _VERB.fullmatch(word):
        return False
    parts = word.split()
    office = truth.facts.cycle.office
    own = phrase_of(f"{office.name} {office.short_name} {office.place}")
    return not all(part.removesuffix("nya") in _PLAIN or part in _PLAIN or part in own for part in parts)


def _is_narrowed(sentence: Scanned, at: int, first: int, truth: Truth) -> bool:
    """Whether a noun of the survey has a strange word just behind it, or respondents are those of a class."""
    behind = at + 1
    if sentence.types[at] == "r" and set("κAB") & set(sentence.types[behind : min(behind + 3, first)]):
        return True
    return sentence.types[at] in _MODIFIABLE and behind < len(sentence.types) and _is_strange(sentence, behind, truth)


def _narrows(sentence: Scanned, at: int, end: int, truth: Truth) -> bool:
    """Whether a phrase begins at a place that narrows its clause to a part: *pada layanan konsultasi*."""
    if sentence.low(at) not in _LED_BY or sentence.low(at + 1) not in _NARROWS:
        return False
    return any(_is_strange(sentence, here, truth) for here in range(at + 2, min(at + 4, end)))

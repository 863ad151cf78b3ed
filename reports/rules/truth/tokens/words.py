"""The nouns, verbs and joints that frames look for, each under the letter of its meaning. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.rules.truth.tokens.atoms import Atom, phrase_of
from reports.rules.words import word_set

NOUNS = {
    "i": "ikm; indeks; indeks kepuasan; indeks kepuasan masyarakat; indeks kepuasan masyarakat ikm; nilai ikm; "
    "nilai skm;"
    "nilai indeks; nilai indeks kepuasan masyarakat; skor ikm; angka ikm; capaian ikm; nilai survei kepuasan "
    "masyarakat;"
    "indeks skm; nilai akhir skm; nilai konversi ikm; nilai skm unit pelayanan; nilai ikm unit pelayanan; skor skm;"
    "berindeks; indeks kepuasan pelanggan; indeks kepuasan pengguna layanan",
    "s": "skm; survei; survey; survei kepuasan masyarakat; survei kepuasan masyarakat skm; survei kepuasan; "
    "jajak pendapat; pengumpulan suara; pengumpulan pendapat; penghimpunan pendapat; pengumpulan kuesioner;"
    "pengumpulan data; penyebaran kuesioner; pengisian kuesioner; kuesioner; pelaksanaan skm; pelaksanaan survei;"
    "periode survei; masa survei; waktu survei; pengambilan data; penjaringan pendapat; penyebaran angket; angket",
    "n": "nilai; skor; nrr; nilai rata-rata; rata-rata nilai; nilai unsur; skor rata-rata; nilai rata-rata unsur;"
    "perolehan nilai; nilai persepsi; bernilai; nilai rata-rata nrr; rerata; rata-rata skor; capaian nilai; ber-nilai;"
    "nilai rerata; skor unsur; penilaian; hasil penilaian; nilai per unsur",
    "u": "unsur; unsur pelayanan; unsur layanan; unsur penilaian; unsur skm; unsur survei; indikator pelayanan; aspek;"
    "unsur-unsur; unsur-unsur pelayanan; aspek pelayanan; ruang lingkup skm; unsur yang dinilai; unsur yang diukur",
    "r": "responden; responden survei; responden skm; partisipan survei; responden yang mengisi kuesioner",
    "q": "populasi; jumlah populasi; populasi penerima layanan; populasi pengguna layanan; jumlah pengguna layanan;"
    "seluruh pengguna layanan; jumlah penerima layanan; total populasi; populasi penerima pelayanan; pengguna layanan;"
    "penerima layanan; pengguna;"
    "pemohon layanan; penerima pelayanan",
    "x": "orang; jiwa; lembar; kuesioner terisi; eksemplar",
    "h": "mutu; mutu pelayanan; mutu layanan; mutu unit pelayanan; nilai mutu; kategori; predikat; kinerja; "
    "kinerja unit;"
    "kinerja pelayanan; kinerja unit pelayanan; kualifikasi; grade; berkategori; berpredikat; bermutu; klasifikasi;"
    "kategori mutu; kategori mutu pelayanan; kategori kinerja; golongan; mutu unsur; berkinerja; "
    "berkualifikasi; kelas mutu;"
    "kategori penilaian; kategori nilai; huruf mutu; tergolong; digolongkan; dikategorikan; kategori mutu layanan",
    "t": "tertinggi; paling tinggi; terbaik; paling baik; terbesar; teratas; paling unggul; tertinggi di antara;"
    "melampaui semua unsur; melampaui semua unsur lain; di atas semua unsur;"
    "di atas semua unsur lain; mengungguli semua unsur; di atas seluruh unsur; melampaui seluruh unsur",
    "b": "terendah; paling rendah; terburuk; terbawah; paling bawah; terkecil; terlemah; paling lemah; paling buncit",
    "p": "rtl; rencana tindak lanjut; rencana tindak lanjut rtl; program tindak lanjut; kegiatan tindak lanjut;"
    "butir tindak lanjut; aksi tindak lanjut; rencana aksi tindak lanjut; rencana aksi; rencana perbaikan;"
    "program perbaikan; kegiatan rencana tindak lanjut; butir rtl; program/kegiatan tindak lanjut; aksi perbaikan",
    "a": "kegiatan; program; rencana; aksi; program/kegiatan; butir; tindakan",
    "j": "prioritas; unsur prioritas; prioritas perbaikan; prioritas tindak lanjut; diprioritaskan; unsur yang "
    "diprioritaskan;"
    "prioritas utama; unsur prioritas perbaikan; prioritas unsur; unsur yang menjadi prioritas;"
    "unsur yang dibenahi; unsur yang diperbaiki;"
    "unsur yang ditindaklanjuti; unsur yang menjadi fokus; prioritas penanganan",
    "w": "tindak lanjut; masa tindak lanjut; periode tindak lanjut; pelaksanaan tindak lanjut; waktu tindak lanjut;"
    "jangka waktu tindak lanjut; realisasi tindak lanjut; menindaklanjuti; jendela tindak lanjut; pelaksanaan rtl;"
    "masa pelaksanaan rencana; pelaksanaan seluruh rencana; waktu pelaksanaan rencana; jadwal tindak lanjut;"
    "masa rtl; periode rtl; masa pelaksanaan rtl; masa pelaksanaan tindak lanjut; tahap tindak lanjut;"
    "kurun tindak lanjut",
    "z": "laporan; laporan hasil skm; laporan skm; laporan hasil survei; laporan pelaksanaan skm; laporan survei;"
    "laporan tindak lanjut; laporan hasil survei kepuasan masyarakat; laporan survei kepuasan masyarakat;"
    "laporan hasil pelaksanaan skm; hasil skm",
    "+": "telah; sudah; selesai; tuntas; rampung; terlaksana; terealisasi; terealisasikan; dituntaskan; diselesaikan",
    "-": "belum; tertunda; tersisa; sisanya; menyisakan; berproses; dalam proses; sedang",
    "c": "konversi; nilai konversi; dikonversi; dikonversikan; setelah dikonversi; nik; nilai interval "
    "konversi; setara;"
    "nilai konversinya; terkonversi; hasil konversi; skala 100",
    "v": "naik; meningkat; kenaikan; peningkatan; bertambah; membaik; menguat; terangkat; lebih tinggi; lebih "
    "baik; menanjak;"
    "meningkat sebesar; tumbuh; melonjak",
    "V": "turun; menurun; penurunan; berkurang; merosot; melemah; lebih rendah; lebih buruk; terkoreksi; "
    "susut; memburuk",
    "l": "paling lambat; selambat-lambatnya; tenggat; batas waktu; target waktu; target penyelesaian; target selesai",
    "J": "lain; lainnya; sisa; selebihnya; tersisa; yang lain",
    "W": "periode ini; semester ini; tahun ini; saat ini; kali ini; triwulan ini; periode laporan ini; survei "
    "ini; kini;"
    "periode berjalan; sekarang; periode pelaporan ini; menjadi; periode tersebut",
    "=": "masing-masing; berturut-turut; secara berurutan; berurutan; berturut turut; secara berturut-turut",
    "α": "dimulai; mulai; sejak; dibuka; berawal; diawali; terhitung mulai; bermula; dimulainya",
    "ω": "berakhir; ditutup; berakhirnya; diakhiri; penutupan; tanggal akhir; hari terakhir; sampai dengan; "
    "hingga; sampai;"
    "usai; rampung pada; selesai pada; selesai tanggal",
    "Δ": "selisih; berselisih; terpaut; perbedaan; beda; jarak; rentang antara; gap; berjarak",
    "θ": "tidak berubah; tidak mengalami perubahan; stagnan; tetap sama; tidak bergerak; bertahan",
    "<": "(",
    ">": ")",
    ",": ",",
    ":": ":; =",
    "&": "dan; serta; maupun",
    "~": "yang",
    ".": "cukup baik; dengan baik; secara baik; salah satu; satu per satu; baik dari; baik secara; kurang "
    "lebih sama; lebih cepat;"
    "dengan sangat baik; secara umum; satu pintu; satu atap; satu sisi; di satu sisi; satu sama lain; berjalan baik",
    "!": "bukan; tidak; bukanlah; tanpa; tidaklah; tak; bukan lagi",
}
QUANTITIES = {
    "all": "seluruh; semua; keseluruhan; segenap; kesemua; semuanya; seluruhnya; tanpa kecuali; tanpa terkecuali",
    "none": "tidak ada; belum ada; tidak satu pun; belum satu pun; tidak terdapat; belum terdapat; tak satu pun; nihil;"
    "tidak satupun; belum satupun; tidak ada satu pun; tak ada",
    "only": "hanya; satu-satunya; cuma; sebatas",
    "most": "sebagian besar; mayoritas; kebanyakan; lebih dari separuh; lebih dari setengah",
    "some": "sebagian; sebagian kecil; beberapa; sejumlah unsur",
}
CLASSES = {
    "sex:male": "laki-laki; pria; lelaki; responden laki-laki; responden pria; berjenis kelamin laki-laki",
    "sex:female": "perempuan; wanita; responden perempuan; responden wanita; berjenis kelamin perempuan",
    "education:sd": "lulusan sd; berpendidikan sd; pendidikan sd",
    "education:smp": "lulusan smp; berpendidikan smp; pendidikan smp",
    "education:sma": "lulusan sma; berpendidikan sma; pendidikan sma; sma/sederajat; sma; slta; lulusan slta; "
    "berpendidikan slta",
    "education:diploma": "diploma; lulusan diploma; berpendidikan diploma",
    "education:s1": "s1; sarjana; lulusan s1; berpendidikan s1; lulusan sarjana; berpendidikan sarjana",
    "education:s2": "s2; magister; lulusan s2; berpendidikan s2",
    "occupation:asn": "asn; pns; aparatur sipil negara; pegawai negeri",
    "occupation:private": "pegawai swasta; karyawan swasta; swasta",
    "occupation:self-employed": "wirausaha; wiraswasta; pelaku usaha",
    "occupation:homemaker": "ibu rumah tangga",
    "occupation:student": "pelajar; mahasiswa; pelajar/mahasiswa; pelajar dan mahasiswa",
    "occupation:farmer-fisher": "petani; nelayan; petani/nelayan; petani dan nelayan",
}
"""By what respondents are counted: margin and class of surveys/profiles.py."""
BOUNDS = {
    ">": "lebih dari; di atas; melebihi; melampaui; menembus; lebih besar dari; lebih besar daripada",
    "<": "kurang dari; di bawah; tidak sampai; lebih kecil dari; belum mencapai; tidak mencapai",
    "≥": "sekurang-kurangnya; minimal; paling sedikit; setidaknya; sedikitnya; paling kurang; tidak kurang dari;"
    "setidak-tidaknya; paling tidak; minimum",
    "≤": "maksimal; paling banyak; tidak lebih dari; maksimum; sebanyak-banyaknya",
    "~": "sekitar; kurang lebih; hampir; kira-kira; lebih kurang; mendekati; nyaris; berkisar",
}
JOINTS = (
    ";; sedangkan; sementara; sementara itu; namun; tetapi; tapi; melainkan; adapun; meskipun; meski; "
    "walaupun; kendati;"
    "kendatipun; apabila; jika; bila; kalau; bilamana; agar; supaya; sehingga; karena; sebab; sebagaimana; seandainya;"
    "padahal; akan tetapi; sekalipun; dan akan; serta akan; dan diharapkan; dan ditargetkan; serta ditargetkan;"
    "serta diharapkan; dan perlu; serta perlu"
)
MEASURES = word_set(
    "menit jam detik km kilometer meter m m2 m² rupiah juta miliar triliun kali kg gram ton liter ha hektare "
    "hektar gb mb "
    "mbps derajat watt volt eksemplar halaman lembar loket kursi unit ruang komputer desa kelurahan kecamatan "
    "buah set paket "
    "pengaduan petugas pegawai dokumen berkas permohonan peserta pertanyaan opsi pilihan rapat pertemuan "
    "angkatan"
)
DURATIONS = {"hari": "day", "minggu": "week", "pekan": "week", "bulan": "month"}
RANKED = word_set("peringkat urutan ranking rangking posisi nomor")
"""What makes an ordinal of the small number behind it."""
NUMBERED = word_set(
    "nomor no rt rw lantai pasal ayat huruf pukul telepon telp hp wa whatsapp kode pos versi level kelas ruang loket "
    "usia umur iso nik nip lt blok kav faks fax butir bagian kabin gedung jalur perkara sk skala bobot kali"
)
"""What stands before a number that counts nothing."""

_ENDINGS = ("nya", "lah", "pun")
Entry = tuple[tuple[str, ...], str, str]
"""The words of a phrase, the letter of its meaning, and its key."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by their first word, the longest first."""

    entries: Mapping[str, tuple[Entry, ...]]

    def find(self, atoms: Sequence[Atom], at: int) -> tuple[str, str, int] | None:
        """Letter, key and end of the longest phrase that begins at a place; a word may bear *-nya*."""
        for words, kind, key in self.entries.get(_base(atoms[at].low, self.entries), ()):
            if end := _end_of(words, atoms, at):
                return kind, key, end
        return None

    def with_more(self, more: Iterable[Entry]) -> "Lexicon":
        return lexicon_of([*more, *(entry for group in self.entries.values() for entry in group)])


def _base(word: str, entries: Mapping[str, object]) -> str:
    if word not in entries and word.endswith(_ENDINGS):
        return word[:-3]
    return word


def _end_of(words: Sequence[str], atoms: Sequence[Atom], at: int) -> int:
    """The place behind a phrase that begins at a place, or 0; commas and brackets within it are passed over."""
    here = at + 1
    for word in words[1:]:
        while here < len(atoms) and atoms[here].low in {",", "(", ")"} and word != atoms[here].low:
            here += 1
        if here >= len(atoms):
            return 0
        told = "dan" if atoms[here].low in {"&", "serta"} and word == "dan" else atoms[here].low
        if told != word and told.removesuffix("nya") != word:
            return 0
        here += 1
    if here < len(atoms) and atoms[here].low == ")" and any(atom.low == "(" for atom in atoms[at:here]):
        return here + 1
    return here


def lexicon_of(entries: Iterable[Entry]) -> Lexicon:
    """Earlier entries win over later ones with the same words."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if entry[0]:
            found.setdefault(entry[0], entry)
    by_first: dict[str, list[Entry]] = {}
    for entry in sorted(found.values(), key=lambda entry: len(entry[0]), reverse=True):
        by_first.setdefault(entry[0][0], []).append(entry)
    return Lexicon({word: tuple(group) for word, group in by_first.items()})


def _phrases(text: str) -> list[tuple[str, ...]]:
    words = [text] if text == ":" else [part.strip() for part in text.replace(";;", "; ;").split(";")]
    return [phrase_of(part) or (part,) for part in words if part]


_MARKS = {"(": "<", ")": ">", ",": ",", ":": ":", "=": ":", ";": "|", "&": "&"}

BASIC = lexicon_of(
    [
        *(((mark,), kind, "") for mark, kind in _MARKS.items()),
        *((words, "|", "") for words in _phrases(JOINTS) if words != (";",)),
        *((words, "≈", bound) for bound, text in BOUNDS.items() for words in _phrases(text)),
        *((words, "κ", key) for key, text in CLASSES.items() for words in _phrases(text)),
        *((words, "f", key) for key, text in QUANTITIES.items() for words in _phrases(text)),
        *(
            (words, kind, "")
            for kind, text in NOUNS.items()
            if kind.isalpha() or kind in "+-=&~!."
            for words in _phrases(text)
        ),
    ]
)
"""What any report may say; gazetteer.py adds the names of one."""

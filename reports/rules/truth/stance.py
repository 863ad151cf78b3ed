"""Whether a place in a clause is asserted of this report, or an aim, a condition, another time, somebody else's. Pure.

One list of words for all frames: what is missing here is missing nowhere else.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from reports.rules.truth.tokens.atoms import Atom, phrase_of
from reports.rules.truth.tokens.words import Lexicon, lexicon_of
from reports.rules.words import word_set

Stance = Literal[
    "asserted", "aim", "condition", "other time", "other body", "definition", "quotation", "exception", "denied", "part"
]

_WORDS: dict[Stance, str] = {
    "aim": "akan; target; sasaran; diharapkan; harapan; berharap; hendak; agar; supaya; semoga; guna; rangka; "
    "diupayakan;"
    "diproyeksikan; direncanakan; dijadwalkan; perlu; harus; wajib; sebaiknya; seharusnya; ingin; bertekad; diusulkan;"
    "mengusulkan; usulan; proyeksi; menargetkan; ditargetkan; ditarget; mengharapkan; mematok; dipatok; "
    "hendaknya; idealnya;"
    "menuju; mengejar; rencananya; menyasar; berkomitmen; renstra; rpjmd; perjanjian kinerja",
    "condition": "apabila; jika; bila; kalau; bilamana; seandainya; andai; andaikan; andaikata; sekiranya; "
    "misalnya; misal;"
    "sebagai contoh; contohnya; umpama; umpamanya; ilustrasi; simulasi; diasumsikan; asumsi; dalam hal; "
    "manakala; seumpama",
    "other time": "sebelumnya; tahun lalu; semester lalu; periode lalu; triwulan lalu; bulan lalu; survei "
    "lalu; yang lalu;"
    "terdahulu; semula; periode berikutnya; semester berikutnya; tahun berikutnya; survei berikutnya; triwulan "
    "berikutnya;"
    "mendatang; akan datang; periode selanjutnya; semester selanjutnya; tahun selanjutnya; survei selanjutnya; "
    "ke depan;"
    "dahulu; awalnya; mulanya; dibandingkan; dibanding; lebih tinggi dari; lebih tinggi daripada; lebih rendah dari;"
    "pembanding; lebih rendah daripada; lebih baik dari; lebih baik daripada; naik dari; meningkat dari; turun dari;"
    "menurun dari; bergerak dari; beranjak dari; tahun kemarin; pernah; sejarah; dulu; silam; periode lain; "
    "semester lain",
    "other body": "sakip; akip; lakip; lke; wbk; wbbm; zona integritas; indeks rb; indeks reformasi; reformasi "
    "birokrasi;"
    "indeks spbe; indeks pembangunan; indeks profesionalitas; indeks keterbukaan; keterbukaan informasi; "
    "indeks persepsi;"
    "indeks pelayanan publik; ipp; indeks integritas; indeks inovasi; indeks maturitas; pekppp; ombudsman; akreditasi;"
    "terakreditasi; spbe; spip; opini; wtp; ipm; iso; ipk; ipak; spak; spkp; survei persepsi; survei internal; iklm;"
    "survei kepuasan internal; survei kepuasan pegawai; survei pegawai; survei kepuasan karyawan; anggaran; "
    "dipa; apbd; apbn;"
    "kepatuhan; nasional; tetangga; instansi lain; kabupaten lain; kota lain; satuan kerja lain; satker lain; "
    "unit lain;"
    "opd lain; daerah lain; perangkat daerah lain; kecamatan lain; puskesmas lain; rumah sakit lain; dinas lain;"
    "rata-rata provinsi; rata-rata kabupaten; rata-rata kota; tingkat provinsi; tingkat kabupaten; tingkat "
    "kota; ujian; rapor;"
    "google; ulasan; bintang; rating; post-test; pre-test; indeks desa; indeks kualitas; indeks kematangan; "
    "nilai evaluasi;"
    "skor evaluasi; pagu; serapan; realisasi anggaran; survei lain; penilaian mandiri; indeks kepuasan pegawai;"
    "indeks kepuasan karyawan; indeks kepuasan internal; indeks lain; survei penilaian integritas; "
    "survei integritas; survei mandiri; survei daring; survei kepuasan aplikasi",
    "definition": "skala; interval; rentang; kisaran; berarti; artinya; didefinisikan; kriteria; ambang; "
    "batas; rumus; bobot; nilai sempurna; nilai maksimal; nilai penuh; simpangan baku",
    "quotation": "menurut responden; responden menyatakan; responden berpendapat; responden mengusulkan; "
    "responden menyarankan;"
    "responden mengeluhkan; salah satu responden; seorang responden; seorang pemohon; seorang pasien; "
    "responden menulis;"
    "masyarakat mengusulkan; masyarakat menyarankan; saran responden; keluhan responden",
    "exception": "kecuali; selain; di luar; terkecuali; tidak termasuk; belum termasuk; di samping",
    "part": "uji coba; wawancara; diskusi kelompok; observasi; khusus untuk; hari pertama; "
    "hari terakhir; minggu pertama",
    "denied": "bukan; bukanlah; bukan lagi; tidak lagi",
}
ANY: tuple[Stance, ...] = tuple(_WORDS)
"""All but the asserted one: for what is wrong wherever it is said."""
TO_COMMA = word_set(
    "untuk guna rangka menuju selain kecuali terkecuali dibandingkan dibanding skala interval rentang kisaran "
    "kriteria ambang "
    "batas rumus bobot renstra rpjmd"
) | {"di luar", "di samping", "tidak termasuk", "belum termasuk"}
"""Words whose stance ends with the next comma; all others govern the rest of their clause."""
COPULAS = frozenset(("adalah", "yaitu", "yakni", "ialah", ",", ":", "ditetapkan", "dengan"))
"""Where the stance of a relative clause ends: *unsur yang perlu diperbaiki adalah …*."""
NEAREST: frozenset[Stance] = frozenset(("other time", "other body"))
"""Stances that a nearer word of this report's own lifts."""
NEVER_BACKWARD = frozenset(("dibandingkan", "dibanding", "pernah", "pembanding"))
"""Words of another time that speak only of what follows; the others of what stands just before them, too."""
VIEWING = word_set(
    "dikonversi dikonversikan dibandingkan dibanding disandingkan bersanding diperbandingkan dikelompokkan dipilah "
    "dijajarkan disusun dilihat ditinjau dicermati dirinci diurutkan diamati dikaji"
)
"""After *apabila*, *jika*: no condition, but how the data are looked at."""
_CAN_BECOME = word_set("masuk naik turun jadi menjadi sampai jatuh menyentuh meningkat menurun berubah ditingkatkan")
NEARLY = word_set("nyaris hampir mendekati menuju")
"""Before a grade: it is not that yet."""
AIMED_AT = frozenset(("ditargetkan", "ditarget", "dipatok", "diharapkan", "diproyeksikan"))
"""Aims that speak of what stands before them: *IKM 90 yang ditargetkan*."""
STANCES: Lexicon = lexicon_of(
    [
        (phrase_of(phrase.strip()), stance, phrase.strip())
        for stance, text in _WORDS.items()
        for phrase in text.split(";")
        if phrase.strip()
    ]
)


def stance_marks(atoms: Sequence[Atom]) -> Iterator[tuple[int, str, str]]:
    """Each word that gives a stance: its atom's number, the stance, the words."""
    at = 0
    while at < len(atoms):
        found = STANCES.find(atoms, at)
        if found and found[0] == "condition":  # *apabila kesembilan unsur diurutkan* only says how data are looked at
            ahead = [atom.low for atom in atoms[at + 1 : at + 6]]
            if VIEWING & set(ahead[: ahead.index(",")] if "," in ahead else ahead):
                found = None
        if atoms[at].low.startswith("se-"):
            yield at, "other body", atoms[at].low
        if found:
            stance, words, end = found
            yield at, stance, words
            at = end
            continue
        if atoms[at].low in {"untuk", "guna", "dapat", "bisa"} and at + 1 < len(atoms) and _is_deed(atoms, at):
            yield at, "aim", atoms[at].low
        at += 1


def _is_deed(atoms: Sequence[Atom], at: int) -> bool:
    """Whether *untuk*, *dapat* open something to be done; what *dapat dilihat*, *dapat disimpulkan* says is so."""
    word = atoms[at + 1].low
    if atoms[at].low in {"dapat", "bisa"}:
        return word in _CAN_BECOME
    return word in _CAN_BECOME or (word.startswith(("me", "ber", "di")) and len(word) > 5)

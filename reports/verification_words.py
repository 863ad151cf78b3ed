"""What Cek Keaslian Dokumen says in words: of a code, and of a file that was sent."""

from dataclasses import dataclass

from reports.authenticity import Standing, Verdict
from reports.comparison import Comparison, Match


@dataclass(frozen=True, slots=True)
class Told:
    """A tone and an icon of the house with a headline, and what it means for the reader."""

    tone: str
    icon: str
    title: str
    text: str


_VALID = Told(
    "good",
    "badge-check",
    "Laporan ini ditandatangani dan berlaku",
    "Laporan dengan kode ini ditandatangani secara elektronik dan belum digantikan. Untuk memastikan bahwa berkas di "
    "tangan Anda sama dengan yang ditandatangani, unggah berkas PDF-nya di bawah.",
)
_BY_HAND = Told(
    "good",
    "pen-line",
    "Laporan ini berlaku dan ditandatangani dengan tangan",
    "Satuan kerja menyatakan bahwa laporan ini ditandatangani di atas kertas dan menyimpan pindaiannya. Pindaian bukan "
    "tanda tangan elektronik: portal tidak dapat membuktikan siapa yang menandatanganinya.",
)
_VERDICTS = {
    Verdict.REPLACED: Told(
        "warn",
        "replace",
        "Laporan ini sudah digantikan",
        "Laporan dengan kode ini pernah ditandatangani, tetapi satuan kerja sudah menggantikannya dengan versi baru.",
    ),
    Verdict.WITHDRAWN: Told(
        "bad",
        "ban",
        "Laporan ini sudah ditarik",
        "Laporan dengan kode ini pernah ditandatangani, tetapi satuan kerja menariknya kembali. Jangan dipakai lagi.",
    ),
    Verdict.UNSIGNED: Told(
        "warn",
        "hourglass",
        "Laporan ini belum ditandatangani",
        "Laporan dengan kode ini baru disiapkan untuk ditandatangani. Sebelum ditandatangani, isinya belum resmi.",
    ),
    Verdict.LAPSED: Told(
        "bad",
        "file-x",
        "Kode ini tidak berlaku lagi",
        "Berkas dengan kode ini pernah disiapkan, tetapi dikembalikan menjadi draf sebelum ditandatangani. Berkas itu "
        "tidak pernah menjadi laporan resmi.",
    ),
    Verdict.UNKNOWN: Told(
        "bad",
        "file-question-mark",
        "Kode ini tidak dikenal",
        "Tidak ada laporan dengan kode ini di portal. Periksa kembali kode yang tercetak di bawah tanda tangan pada "
        "Bab IV.",
    ),
}
_MATCHES = {
    Match.SCAN: Told(
        "good",
        "scan-line",
        "Berkas ini pindaian yang disimpan satuan kerja",
        "Berkas Anda sama persis dengan pindaian laporan yang ditandatangani dengan tangan. Pindaian bukan tanda "
        "tangan elektronik.",
    ),
    Match.SIGNED_AGAIN: Told(
        "warn",
        "signature",
        "Tanda tangan lain ditambahkan pada berkas ini",
        "Isi laporan masih seperti yang ditandatangani, tetapi sesudah itu orang lain menambahkan tanda tangan yang "
        "tidak berasal dari portal. Pegang berkas asli dari satuan kerja.",
    ),
    Match.ADDED_TO: Told(
        "bad",
        "file-pen-line",
        "Berkas ini diubah sesudah ditandatangani",
        "Berkas ini bermula dari laporan yang ditandatangani, tetapi sesudahnya ada yang ditambahkan atau diubah. "
        "Jangan dipakai; mintalah berkas asli kepada satuan kerja.",
    ),
    Match.ELSEWHERE: Told(
        "bad",
        "file-pen-line",
        "Berkas ini bukan berkas resmi portal",
        "Berkas ini bermula dari laporan yang disiapkan portal, tetapi dilanjutkan di luar portal dan tidak diterima "
        "sebagai laporan yang ditandatangani.",
    ),
    Match.CHANGED: Told(
        "bad",
        "file-x",
        "Berkas ini tidak sama dengan laporan yang tersimpan",
        "Berkas ini memuat kode laporan di bawah ini, tetapi isinya berbeda: diubah sesudah ditandatangani, atau "
        "disimpan ulang dengan program lain. Mintalah berkas asli kepada satuan kerja.",
    ),
    Match.LAPSED: Told(
        "bad",
        "file-x",
        "Berkas ini tidak pernah menjadi laporan resmi",
        "Berkas ini memuat kode yang tidak berlaku lagi: disiapkan, lalu dikembalikan menjadi draf sebelum "
        "ditandatangani.",
    ),
    Match.BROKEN: Told(
        "bad",
        "file-x",
        "Tanda tangan pada berkas ini tidak cocok dengan isinya",
        "Berkas ini diubah sesudah ditandatangani, dan tidak dikenal sebagai laporan dari portal ini.",
    ),
    Match.FOREIGN: Told(
        "bad",
        "file-question-mark",
        "Berkas ini bukan laporan dari portal ini",
        "Tidak ada laporan di portal yang sama dengan berkas ini, dan tidak ada kode verifikasi yang dikenal di "
        "dalamnya.",
    ),
}
_SAME = {
    Verdict.VALID: Told(
        "good",
        "badge-check",
        "Berkas ini asli dan berlaku",
        "Berkas Anda sama persis dengan laporan yang ditandatangani; tidak ada yang berubah sejak itu.",
    ),
    Verdict.REPLACED: Told(
        "warn",
        "replace",
        "Berkas ini asli, tetapi sudah digantikan",
        "Berkas Anda sama persis dengan laporan yang ditandatangani, tetapi ada versi yang lebih baru.",
    ),
    Verdict.WITHDRAWN: Told(
        "bad",
        "ban",
        "Berkas ini asli, tetapi sudah ditarik",
        "Berkas Anda sama persis dengan laporan yang ditandatangani, tetapi satuan kerja menariknya kembali.",
    ),
}
_PREPARED = Told(
    "warn",
    "hourglass",
    "Berkas ini belum ditandatangani",
    "Berkas Anda sama dengan yang disiapkan portal untuk ditandatangani, dan tidak memuat tanda tangan.",
)
_PRINTED = Told(
    "warn",
    "printer",
    "Berkas ini naskah cetak tanpa tanda tangan",
    "Berkas Anda sama dengan yang disiapkan portal untuk dicetak dan ditandatangani dengan tangan.",
)


def told_of_code(standing: Standing) -> Told:
    if standing.verdict != Verdict.VALID:
        return _VERDICTS[standing.verdict]
    return _BY_HAND if standing.facts and standing.facts.by_hand else _VALID


def told_of_file(found: Comparison) -> Told:
    standing = found.standing
    if found.match == Match.SIGNED and standing:
        return _SAME[standing.verdict]
    if found.match == Match.PREPARED:
        return _PRINTED if standing and standing.facts and standing.facts.by_hand else _PREPARED
    return _MATCHES[found.match]

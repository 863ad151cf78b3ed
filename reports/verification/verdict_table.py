"""What is said about a file: one table. docs/security.md prints it, and a test holds both to each other. Pure."""

from reports.verification.verdict import (
    FILED,
    TO_SIGN,
    Familiar,
    FileCase,
    Integrity,
    Reason,
    Ruling,
    Stands,
    VerdictLine,
)
from reports.verification.verdict_copies import OF_COPIES

IN_FORCE = "Diterbitkan dan berlaku"
REPLACED = "Diterbitkan, tetapi sudah digantikan"
WITHDRAWN = "Diterbitkan, tetapi sudah ditarik"
_NOT_THE_SAME = "Berkas ini tidak sama dengan laporan yang diterbitkan"
_NOT_OFFICIAL = "Berkas ini bukan berkas resmi portal"
_NOT_OURS = "Berkas ini bukan laporan dari portal ini"
_TYPE_THE_CODE = "Ketik kode yang tercetak di bawah tanda tangan, lalu lihat keadaan laporannya."
_TYPE_THE_CODE_NEXT = f"k{_TYPE_THE_CODE[1:]}"
_ASK = "Mintalah berkas aslinya kepada satuan kerja."

_WHOLE, _BLANK, _PROOFS = (Integrity.WHOLE,), (Integrity.BLANK,), (Integrity.PROOFS,)
_HARMLESS = (Integrity.WHOLE, Integrity.BLANK, Integrity.PROOFS)

TABLE = (
    VerdictLine(
        known=(Familiar.ISSUED,),
        stands=(Stands.SIGNED,),
        integrity=_WHOLE,
        ruling=Ruling(
            "good",
            "badge-check",
            IN_FORCE,
            "Berkas Anda sama persis, byte demi byte, dengan laporan yang diterbitkan portal ini.",
            status=0,
        ),
    ),
    VerdictLine(
        known=FILED,
        stands=(Stands.SIGNED,),
        integrity=_PROOFS,
        ruling=Ruling(
            "good",
            "badge-check",
            IN_FORCE,
            "Berkas Anda ialah berkas yang diterbitkan portal ini; sesudahnya hanya ditambahkan data pembuktian "
            "(sertifikat atau penanda waktu), dan isinya tetap.",
            status=0,
        ),
    ),
    VerdictLine(
        known=(Familiar.SCAN,),
        stands=(Stands.SIGNED,),
        integrity=_WHOLE,
        ruling=Ruling(
            "good",
            "scan-line",
            IN_FORCE,
            "Berkas Anda sama persis dengan pindaian yang disimpan portal, dipindai dari naskah bertanda tangan basah. "
            "Pindaian bukan tanda tangan elektronik: portal tidak dapat membuktikan siapa yang menandatanganinya.",
            status=0,
        ),
    ),
    VerdictLine(
        known=FILED,
        stands=(Stands.SIGNED,),
        integrity=_BLANK,
        ruling=Ruling(
            "good",
            "badge-check",
            IN_FORCE,
            "Berkas Anda ialah berkas yang diterbitkan portal ini. Di belakangnya hanya ada baris kosong atau spasi, "
            "yang biasa timbul saat berkas dikirim; isinya tetap.",
            status=0,
        ),
    ),
    VerdictLine(
        known=FILED,
        stands=(Stands.SUPERSEDED,),
        integrity=_HARMLESS,
        ruling=Ruling(
            "warn",
            "replace",
            REPLACED,
            "Berkas Anda ialah laporan yang pernah diterbitkan portal ini, tetapi satuan kerja sudah menggantikannya "
            "dengan versi baru. Pakailah versi penggantinya.",
        ),
    ),
    VerdictLine(
        known=FILED,
        stands=(Stands.WITHDRAWN,),
        integrity=_HARMLESS,
        ruling=Ruling(
            "bad",
            "ban",
            WITHDRAWN,
            "Berkas Anda ialah laporan yang pernah diterbitkan portal ini, tetapi satuan kerja menariknya kembali. "
            "Jangan dipakai lagi.",
        ),
    ),
    VerdictLine(
        integrity=(Integrity.INCOMPLETE,),
        ruling=Ruling(
            "warn",
            "scissors",
            "Berkas ini tidak lengkap",
            "Berkas ini terpotong, misalnya karena unduhan atau pengirimannya terputus, sehingga tidak dapat dicek. "
            "Unduh atau mintalah sekali lagi, lalu cek berkas yang utuh.",
            reason=Reason.INCOMPLETE,
        ),
    ),
    VerdictLine(
        integrity=(Integrity.BUSY,),
        ruling=Ruling(
            "warn",
            "hourglass",
            "Berkas ini belum sempat dicek",
            "Portal sedang sibuk, sehingga berkas ini belum selesai dicek. Coba lagi beberapa saat lagi.",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        integrity=(Integrity.PADDED,),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            "Di belakang berkas ini ada tambahan kosong",
            "Di belakang berkas ini ada tambahan kosong yang panjang, yang dapat timbul saat berkas dikirim atau "
            "disimpan, sehingga tidak setiap program membacanya. Unduh atau mintalah sekali lagi, atau "
            f"{_TYPE_THE_CODE_NEXT}",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        known=FILED,
        integrity=(Integrity.METADATA,),
        ruling=Ruling(
            "warn",
            "file-pen-line",
            "Keterangan berkas ini diubah sesudah diterbitkan",
            "Halaman laporannya tidak ditambahi apa pun, tetapi judul atau keterangan lain tentang berkas ini diganti "
            f"sesudah diterbitkan. {_ASK}",
            reason=Reason.CHANGED,
        ),
    ),
    VerdictLine(
        known=FILED,
        integrity=(Integrity.SIGNATURE,),
        ruling=Ruling(
            "warn",
            "signature",
            "Tanda tangan lain ditambahkan pada berkas ini",
            "Berkas ini bermula dari laporan yang diterbitkan portal ini, tetapi sesudah itu ada yang menambahkan "
            f"tanda tangan yang tidak berasal dari portal. {_ASK}",
            reason=Reason.CHANGED,
        ),
    ),
    VerdictLine(
        known=FILED,
        integrity=(Integrity.UNCHECKABLE,),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            "Tambahan pada berkas ini tidak dapat dicek",
            "Berkas ini bermula dari laporan yang diterbitkan portal ini, tetapi sesudahnya ditambahi, dan "
            f"tambahannya tidak dapat dicek. {_ASK}",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        known=FILED,
        ruling=Ruling(
            "bad",
            "file-pen-line",
            "Berkas ini diubah sesudah diterbitkan",
            "Berkas ini bermula dari laporan yang diterbitkan portal ini, tetapi sesudahnya ada yang ditambahkan atau "
            f"diubah. Jangan dipakai. {_ASK}",
            reason=Reason.CHANGED,
        ),
    ),
    *OF_COPIES,
    VerdictLine(
        known=(Familiar.PREPARED,),
        integrity=_HARMLESS,
        ruling=Ruling(
            "warn",
            "hourglass",
            "Berkas ini belum ditandatangani",
            "Berkas Anda sama dengan yang disiapkan portal untuk ditandatangani, dan tidak memuat tanda tangan.",
        ),
    ),
    VerdictLine(
        known=(Familiar.PRINTED,),
        integrity=_HARMLESS,
        ruling=Ruling(
            "warn",
            "printer",
            "Berkas ini naskah cetak tanpa tanda tangan",
            "Berkas Anda sama dengan yang disiapkan portal untuk dicetak dan ditandatangani dengan tangan.",
        ),
    ),
    VerdictLine(
        known=TO_SIGN,
        integrity=(Integrity.SIGNATURE,),
        ruling=Ruling(
            "warn",
            "signature",
            _NOT_OFFICIAL,
            "Berkas ini bermula dari naskah yang disiapkan portal dan memuat tanda tangan, tetapi tidak sama byte demi "
            f"byte dengan berkas yang diterima portal sebagai laporan yang ditandatangani. {_ASK}",
            reason=Reason.UNKNOWN,
        ),
    ),
    VerdictLine(
        known=TO_SIGN,
        integrity=(Integrity.UNCHECKABLE,),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            _NOT_OFFICIAL,
            "Berkas ini bermula dari naskah yang disiapkan portal dan ditambahi di luar portal; tambahannya tidak "
            "dapat dicek.",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        known=TO_SIGN,
        ruling=Ruling(
            "bad",
            "file-pen-line",
            _NOT_OFFICIAL,
            "Berkas ini bermula dari naskah yang disiapkan portal, tetapi diubah di luar portal dan tidak diterima "
            "sebagai laporan yang ditandatangani.",
            reason=Reason.CHANGED,
        ),
    ),
    VerdictLine(
        known=(Familiar.CODE,),
        stands=(Stands.RETURNED,),
        ruling=Ruling(
            "bad",
            "file-x",
            "Berkas ini tidak pernah menjadi laporan resmi",
            "Berkas ini memuat kode yang tidak berlaku lagi: disiapkan, lalu dikembalikan menjadi draf sebelum "
            "ditandatangani.",
            reason=Reason.UNKNOWN,
        ),
    ),
    VerdictLine(
        known=(Familiar.CODE,),
        integrity=(Integrity.UNSIGNED, Integrity.UNCHECKABLE),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            "Berkas ini tidak dapat dicek",
            "Berkas ini memuat kode laporan di bawah ini, tetapi bukan berkas yang diterbitkan portal: misalnya "
            "dicetak ke PDF, disimpan ulang dengan program lain, diambil sebagian halamannya, atau digabungkan. "
            f"Isinya tidak dapat dipastikan dari berkas ini. {_ASK}",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        integrity=(Integrity.UNCHECKABLE,),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            "Berkas ini tidak dapat dicek",
            "Dari berkas ini tidak dapat dipastikan apakah isinya asli atau tidak: misalnya berkas dikunci, berupa "
            "gambar, dicetak ke PDF, disimpan ulang dengan program lain, atau diambil sebagian halamannya. "
            f"{_TYPE_THE_CODE}",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        known=(Familiar.CODE,),
        stands=(Stands.PREPARED,),
        integrity=(*_HARMLESS, Integrity.SIGNATURE),
        ruling=Ruling(
            "warn",
            "signature",
            _NOT_OFFICIAL,
            "Berkas ini memuat kode laporan yang baru disiapkan dan ditandatangani di luar portal; portal belum "
            "menerimanya sebagai laporan yang ditandatangani.",
            reason=Reason.UNKNOWN,
        ),
    ),
    VerdictLine(
        known=(Familiar.CODE,),
        ruling=Ruling(
            "bad",
            "file-x",
            _NOT_THE_SAME,
            f"Berkas ini memuat kode laporan di bawah ini, tetapi isinya tidak sama dengan yang diterbitkan. {_ASK}",
            reason=Reason.CHANGED,
        ),
    ),
    VerdictLine(
        known=(Familiar.NOTHING,),
        integrity=(Integrity.CHANGED, Integrity.METADATA),
        ruling=Ruling(
            "bad",
            "file-x",
            "Tanda tangan pada berkas ini tidak cocok dengan isinya",
            "Berkas ini tidak dikenal sebagai laporan dari portal ini, dan diubah sesudah ditandatangani.",
            reason=Reason.CHANGED,
        ),
    ),
    VerdictLine(
        known=(Familiar.NOTHING,),
        integrity=_HARMLESS,
        trusted=True,
        in_time=True,
        ruling=Ruling(
            "info",
            "signature",
            _NOT_OURS,
            "Tanda tangan elektronik di dalamnya utuh dan penerbit sertifikatnya terdaftar di portal ini, tetapi "
            "berkas ini tidak diterbitkan portal ini; portal tidak tahu apakah berkas ini masih berlaku.",
            status=0,
        ),
    ),
    VerdictLine(
        known=(Familiar.NOTHING,),
        integrity=_HARMLESS,
        in_time=False,
        ruling=Ruling(
            "warn",
            "signature",
            _NOT_OURS,
            "Tanda tangan elektronik di dalamnya utuh, tetapi sertifikatnya tidak berlaku saat menandatangani.",
            reason=Reason.UNKNOWN,
        ),
    ),
    VerdictLine(
        known=(Familiar.NOTHING,),
        integrity=_HARMLESS,
        trusted=False,
        ruling=Ruling(
            "warn",
            "signature",
            _NOT_OURS,
            "Tanda tangan elektronik di dalamnya utuh, tetapi penerbit sertifikatnya tidak terdaftar di portal ini.",
            reason=Reason.UNKNOWN,
        ),
    ),
    VerdictLine(
        integrity=(Integrity.UNSIGNED,),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            _NOT_OURS,
            "Berkas ini tidak memuat tanda tangan elektronik dan tidak memuat kode verifikasi yang dikenal, dan tidak "
            f"ada laporan di portal yang sama dengannya. Bila ada kode yang tercetak: {_TYPE_THE_CODE_NEXT}",
            reason=Reason.UNKNOWN,
        ),
    ),
    VerdictLine(
        ruling=Ruling(
            "warn",
            "file-question-mark",
            _NOT_OURS,
            "Tidak ada laporan di portal yang sama dengan berkas ini, dan tidak ada kode verifikasi yang dikenal di "
            f"dalamnya. Bila ada kode yang tercetak: {_TYPE_THE_CODE_NEXT}",
            reason=Reason.UNKNOWN,
        ),
    ),
)


def ruling_on(case: FileCase) -> Ruling:
    """The ruling of the first line that is about a case."""
    return next(line.ruling for line in TABLE if line.is_about(case))

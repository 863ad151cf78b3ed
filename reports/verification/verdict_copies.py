"""What is said about a file that is a copy which an office released: part of the one table. Pure."""

from reports.verification.verdict import HARMLESS, Familiar, Integrity, Reason, Ruling, Stands, VerdictLine

_HARMLESS = tuple(each for each in Integrity if each in HARMLESS)
OF_COPIES = (
    VerdictLine(
        known=(Familiar.COPY,),
        stands=(Stands.SIGNED,),
        integrity=_HARMLESS,
        ruling=Ruling(
            "info",
            "copy-check",
            "Salinan rilis dari laporan yang berlaku",
            "Berkas Anda sama dengan salinan yang dirilis satuan kerja untuk umum: isi laporannya sama, tanpa tanda "
            "tangan, NIP, dan foto yang tidak dirilis. Naskah resminya ialah laporan bertanda tangan di bawah ini.",
        ),
    ),
    VerdictLine(
        known=(Familiar.COPY,),
        stands=(Stands.SUPERSEDED, Stands.WITHDRAWN),
        integrity=_HARMLESS,
        ruling=Ruling(
            "warn",
            "copy-x",
            "Salinan rilis dari laporan yang tidak berlaku lagi",
            "Berkas Anda sama dengan salinan yang pernah dirilis satuan kerja, tetapi laporannya sudah digantikan atau "
            "ditarik. Jangan dipakai lagi.",
        ),
    ),
    VerdictLine(
        known=(Familiar.COPY,),
        integrity=(Integrity.UNCHECKABLE,),
        ruling=Ruling(
            "warn",
            "file-question-mark",
            "Tambahan pada salinan rilis ini tidak dapat dicek",
            "Berkas ini bermula dari salinan yang dirilis satuan kerja, tetapi sesudahnya ditambahi, dan tambahannya "
            "tidak dapat dicek. Unduh salinannya sekali lagi dari laman publik satuan kerja.",
            reason=Reason.UNCHECKABLE,
        ),
    ),
    VerdictLine(
        known=(Familiar.COPY,),
        ruling=Ruling(
            "bad",
            "file-pen-line",
            "Salinan rilis ini diubah",
            "Berkas ini bermula dari salinan yang dirilis satuan kerja, tetapi sesudahnya ada yang ditambahkan atau "
            "diubah. Jangan dipakai; unduh salinannya sekali lagi dari laman publik satuan kerja.",
            reason=Reason.CHANGED,
        ),
    ),
)

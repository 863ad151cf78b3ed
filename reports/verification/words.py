"""What Cek Keaslian Dokumen says beside the verdict about a file: of a code alone, and of a certificate. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from reports.verification.verdict import Ruling, Stands
from reports.verification.verdict_table import IN_FORCE, REPLACED, WITHDRAWN


class CertificateLine(StrEnum):
    """What is known of the certificate by which a version was signed."""

    CERTIFIED = "certified"  # by an authority of SIGNING_TRUST that is not the office's own, with an official service
    KNOWN = "known"  # by an authority of SIGNING_TRUST
    STRANGE = "strange"
    OUT_OF_TIME = "out_of_time"


@dataclass(frozen=True, slots=True)
class Aside:
    """A line of its own tone beside the headline."""

    tone: str
    text: str


CERTIFICATES = {
    CertificateLine.CERTIFIED: Aside("good", "Sertifikat: tersertifikasi; penerbitnya terdaftar di portal ini."),
    CertificateLine.KNOWN: Aside("good", "Sertifikat: tidak tersertifikasi; penerbitnya terdaftar di portal ini."),
    CertificateLine.STRANGE: Aside("warn", "Sertifikat: penerbit tidak terdaftar di portal ini."),
    CertificateLine.OUT_OF_TIME: Aside("bad", "Sertifikat: tidak berlaku saat menandatangani."),
}


def certificate_of(*, trusted: bool, in_time: bool, official: bool) -> CertificateLine:
    """``official``: signed with another service, by an authority that is not said to be an office's own."""
    if not in_time:
        return CertificateLine.OUT_OF_TIME
    if not trusted:
        return CertificateLine.STRANGE
    return CertificateLine.CERTIFIED if official else CertificateLine.KNOWN


# --- a code alone

_BY_CODE = (
    "Untuk memastikan bahwa berkas di tangan Anda sama dengan yang diterbitkan, cocokkan berkas PDF-nya di bawah."
)
OF_CODE = {
    Stands.SIGNED: Ruling(
        "good",
        "badge-check",
        IN_FORCE,
        f"Laporan dengan kode ini diterbitkan, ditandatangani secara elektronik, dan belum digantikan. {_BY_CODE}",
    ),
    Stands.SUPERSEDED: Ruling(
        "warn",
        "replace",
        REPLACED,
        "Laporan dengan kode ini pernah diterbitkan, tetapi satuan kerja sudah menggantikannya dengan versi baru.",
    ),
    Stands.WITHDRAWN: Ruling(
        "bad",
        "ban",
        WITHDRAWN,
        "Laporan dengan kode ini pernah diterbitkan, tetapi satuan kerja menariknya kembali. Jangan dipakai lagi.",
    ),
    Stands.PREPARED: Ruling(
        "warn",
        "hourglass",
        "Laporan ini belum ditandatangani",
        "Laporan dengan kode ini baru disiapkan untuk ditandatangani. Sebelum ditandatangani, isinya belum resmi.",
    ),
    Stands.RETURNED: Ruling(
        "bad",
        "file-x",
        "Kode ini tidak berlaku lagi",
        "Berkas dengan kode ini pernah disiapkan, tetapi dikembalikan menjadi draf sebelum ditandatangani. Berkas itu "
        "tidak pernah menjadi laporan resmi.",
    ),
    Stands.UNKNOWN: Ruling(
        "bad",
        "file-question-mark",
        "Kode ini tidak dikenal",
        "Tidak ada laporan dengan kode ini di portal. Periksa kembali kode yang tercetak di bawah tanda tangan.",
    ),
}
OF_CODE_BY_HAND = Ruling(
    "good",
    "pen-line",
    IN_FORCE,
    "Laporan dengan kode ini diterbitkan dan belum digantikan. Satuan kerja menyatakan bahwa laporan ini "
    "ditandatangani di atas kertas, dan menyimpan berkas yang dipindai dari naskah bertanda tangan basah. Pindaian "
    "bukan tanda tangan elektronik: portal tidak dapat membuktikan siapa yang menandatanganinya.",
)


def ruling_on_code(stands: Stands, *, by_hand: bool) -> Ruling:
    return OF_CODE_BY_HAND if by_hand and stands == Stands.SIGNED else OF_CODE[stands]

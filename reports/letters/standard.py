"""The texts of letters as the portal words them; an office writes its own in place of each. Pure."""

from enum import StrEnum

DOTS = "." * 24


class LetterKind(StrEnum):
    """As they stand in addresses, in names of files and in rows."""

    NOTE = "nota-dinas"
    LETTER = "surat-dinas"
    COVER = "surat-pengantar"


NAMES = {LetterKind.NOTE: "Nota Dinas", LetterKind.LETTER: "Surat Dinas", LetterKind.COVER: "Surat Pengantar"}
PURPOSES = {
    LetterKind.NOTE: "Dari {head}: memohon laporan ditandatangani.",
    LetterKind.LETTER: "Menyampaikan laporan kepada satuan kerja di atasnya.",
    LetterKind.COVER: "Mengantar berkas laporan, dengan tanda terima.",
}
ABOVE = f"Pimpinan {{{{ satker_atasan }}}}\ndi\n{DOTS}"
FOLLOW_UP_REPORT = "Laporan Tindak Lanjut SKM"
SURVEY_REPORT = "Laporan Survei Kepuasan Masyarakat"
"""What a letter calls the report that it carries."""
_ORDINARY = {"nature": "Biasa", "attached": "Satu berkas"}
_TEXTS: dict[LetterKind, dict[str, str]] = {
    LetterKind.NOTE: {
        "addressee": "{{ jabatan_penandatangan }}",
        "sender": f"%(head)s {DOTS}",
        **_ORDINARY,
        "subject": "Permohonan Penandatanganan Laporan Tindak Lanjut SKM {{ periode }}",
        "body": "Bersama ini disampaikan konsep Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) "
        "{{ satker_lengkap }} {{ periode }}, yang memuat hasil survei, rencana tindak lanjut, realisasi, dan bukti "
        "dukungnya.\n\n"
        "{{ kalimat_capaian }}\n\n"
        "Sehubungan dengan hal tersebut, mohon perkenan Bapak/Ibu menandatangani laporan dimaksud.\n\n"
        "Demikian disampaikan. Atas perhatian Bapak/Ibu, diucapkan terima kasih.",
        "sender_name": "",
        "sender_nip": "",
        "copies": "",
    },
    LetterKind.LETTER: {
        **_ORDINARY,
        "subject": "Penyampaian Laporan Tindak Lanjut SKM {{ periode }}",
        "addressee": ABOVE,
        "body": "Sebagai tindak lanjut hasil Survei Kepuasan Masyarakat (SKM) {{ periode }}, bersama ini disampaikan "
        "{{ laporan }}.\n\n"
        "{{ kalimat_ikm }}\n\n"
        "{{ kalimat_capaian }}\n\n"
        "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, diucapkan terima kasih.",
        "copies": "Arsip.",
    },
    LetterKind.COVER: {
        "addressee": ABOVE,
        "items": "{{ laporan }}; 1 (satu) berkas; Disampaikan dengan hormat untuk menjadi periksa.",
        "copies": "",
    },
}
_OF_SURVEY_REPORT: dict[LetterKind, dict[str, str]] = {
    LetterKind.NOTE: {
        "subject": "Permohonan Penandatanganan Laporan SKM {{ periode }}",
        "body": "Bersama ini disampaikan konsep Laporan Survei Kepuasan Masyarakat (SKM) {{ satker_lengkap }} "
        "{{ periode }}, yang memuat pelaksanaan survei, hasil dan analisisnya, serta rencana tindak lanjut.\n\n"
        "{{ kalimat_ikm }}\n\n"
        "{{ kalimat_rencana }}\n\n"
        "Sehubungan dengan hal tersebut, mohon perkenan Bapak/Ibu menandatangani laporan dimaksud.\n\n"
        "Demikian disampaikan. Atas perhatian Bapak/Ibu, diucapkan terima kasih.",
    },
    LetterKind.LETTER: {
        "subject": "Penyampaian Laporan SKM {{ periode }}",
        "body": "Sehubungan dengan pelaksanaan Survei Kepuasan Masyarakat (SKM) {{ periode }}, bersama ini disampaikan "
        "{{ laporan }}.\n\n"
        "{{ kalimat_ikm }}\n\n"
        "{{ kalimat_rencana }}\n\n"
        "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, diucapkan terima kasih.",
    },
    LetterKind.COVER: {},
}
"""What a letter says otherwise where it carries the report of a survey."""
WHOLE = frozenset({"body", "items"})
"""Texts without which there is no letter: where an office leaves one empty, the standard one is meant."""


def standard_texts(kind: LetterKind, head: str, report: str = FOLLOW_UP_REPORT) -> dict[str, str]:
    """Each text of a letter by its key, in the order in which it is asked for; ``head``: what the office calls one."""
    texts = _TEXTS[kind] | (_OF_SURVEY_REPORT[kind] if report == SURVEY_REPORT else {})
    return texts | {"sender": texts["sender"] % {"head": head}} if "sender" in texts else texts

"""Rules on what an office's own texts claim: each by the id under which the reader finds its faults. Pure."""

from functools import partial

from reports.document.fields import SectionAt
from reports.rules.case import Case
from reports.rules.finding import Fault, Severity
from reports.rules.rule import Faults, Rule

MEANINGS: tuple[tuple[str, Severity, str], ...] = (
    ("K40", "warn", "Teks menyebut IKM yang berbeda dari data."),
    ("K41", "warn", "Teks menyebut mutu pelayanan yang berbeda dari data."),
    ("K42", "warn", "Teks menyebut nilai unsur yang berbeda dari data."),
    ("K43", "warn", "Teks menyebut mutu unsur yang berbeda dari data."),
    ("K44", "warn", "Teks menyebut unsur tertinggi atau terendah yang bukan demikian menurut data."),
    ("K45", "warn", "Teks menyebut persentase RTL yang berbeda dari data."),
    ("K46", "warn", "Teks menyebut jumlah RTL yang berbeda dari data."),
    ("K47", "warn", "Teks menyebut seluruh, sebagian besar atau tidak satu pun RTL, berbeda dari data."),
    ("K48", "warn", "Teks memakai nama unsur yang tidak resmi."),
    ("K49", "warn", "Teks menyebut jumlah unsur atau unsur prioritas yang berbeda dari data."),
    ("K50", "warn", "Teks menyebut unsur prioritas yang tidak ditetapkan."),
    ("K51", "warn", "Teks menyebut periode lain sebagai periode survei."),
    ("K52", "warn", "Teks menyebut tahun lain sebagai tahun survei, tindak lanjut atau laporan."),
    ("K53", "warn", "Teks menyebut bulan atau tanggal yang berbeda dari data."),
    ("K54", "warn", "Teks menceritakan RTL yang sudah dilaksanakan sebagai belum."),
    ("K55", "warn", "Teks menyebut jumlah responden atau populasi yang berbeda dari data."),
    ("K57", "info", "Teks menyebut jenis unit yang tidak dimiliki satuan kerja."),
    ("K58", "warn", "Teks menjanjikan indikator atau target yang tidak ada dalam rencana."),
    ("K79", "warn", "Teks menyebut jumlah unsur bermutu tertentu yang berbeda dari data."),
    ("K80", "warn", "Teks menyebut bagian responden yang berbeda dari data."),
    ("K81", "warn", "Teks menyebut perubahan terhadap survei sebelumnya yang berbeda dari data."),
    ("K82", "warn", "Teks menyebut peraturan dengan nomor atau tahun lain."),
    ("K83", "warn", "Teks menyebut satuan kerja ini dengan nama lain."),
    ("K84", "warn", "Teks menyebut penanda tangan laporan dengan nama, jabatan, atau NIP lain."),
    ("K85", "warn", "Teks menyebut laporan hasil SKM dengan nomor lain."),
    ("K86", "warn", "Teks menyebut unit lain sebagai penanggung jawab RTL."),
    ("K87", "warn", "Teks menyebut batas waktu penyelesaian yang berbeda dari Tabel 4.1."),
    ("K90", "warn", "Teks menunjuk gambar lain daripada yang memperlihatkannya, atau menyebut jumlah foto lain."),
    ("K91", "warn", "Teks menunjuk tabel atau bab lain daripada yang memuatnya."),
    ("K92", "warn", "Teks menyebut pemeliharaan unsur secara berbeda dari data."),
    ("K93", "warn", "Teks bertentangan dengan teks lain tentang hal yang sama."),
    ("M1", "warn", "Teks memakai nama lain untuk unsur Waktu Penyelesaian."),
    ("M2", "warn", "Teks memakai nama lain untuk unsur Persyaratan."),
    ("M3", "warn", "Teks memakai nama lain untuk unsur Produk Spesifikasi Jenis Pelayanan."),
    ("M4", "warn", "Teks mengeja nama RTL secara lain."),
    ("M5", "warn", "Teks menyempitkan cakupan RTL."),
    ("M6", "warn", "Teks menyebut RTL yang tidak ada dalam rencana."),
    ("M7", "warn", "Teks menambah kata pada nama RTL."),
    ("M8", "warn", "Teks menyebut RTL dengan nama lain."),
    ("M9", "warn", "Teks memendekkan nama RTL."),
    ("M10", "warn", "Teks menyebut unit yang tidak ada dalam daftar unit."),
    ("M12", "warn", "Teks menyebut unit dengan nama lain."),
    ("M15", "warn", "Teks menyebut peraturan dengan judul lain."),
    ("M16", "warn", "Teks menyebut unsur pelayanan yang tidak ada."),
    ("M17", "warn", "Teks menggabungkan dua unsur pelayanan."),
    ("N9", "warn", "Teks menyatakan pengaruh atau peningkatan yang belum diukur oleh survei."),
    ("S1", "warn", "Teks menceritakan RTL yang belum dilaksanakan sebagai sudah."),
    ("S2", "warn", "Teks menceritakan realisasi melalui kegiatan yang belum dilaksanakan."),
    ("S3", "warn", "Teks realisasi tidak menceritakan setiap unsur prioritas."),
    ("S4", "info", "Teks tidak menyebut setiap RTL."),
    ("T1", "warn", "Teks mencampurkan periode survei dengan masa tindak lanjut."),
)


def _check(rule: str, case: Case) -> Faults:
    others = (claim for claim in case.reading.claims if not isinstance(claim.place.thing, SectionAt))
    for claim in (*(claim for _section, claim in case.claims), *others):
        if claim.rule == rule:
            about = (claim.words, claim.message)
            # All these rules warn; a fault that is only a hint says so.
            milder: Severity | None = "info" if claim.severity == "info" else None
            yield Fault(claim.place, claim.message, about, claim.suggestion, milder)


RULES: tuple[Rule, ...] = tuple(Rule(id, severity, meaning, partial(_check, id)) for id, severity, meaning in MEANINGS)

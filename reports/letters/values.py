"""What a placeholder stands for in a letter: a short vocabulary, filled from the report that goes with it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.document.model import ReportDocument
from reports.document.placeholders import INCOMPLETE, placeholders_in, stray_braces
from reports.document.vocabulary import nearest
from reports.words.language import date_text

DOTS = "." * 24
MEANINGS = {
    "laporan": "nama laporan yang dikirim, dengan nomor dan tanggalnya setelah ditandatangani",
    "periode": "periode survei",
    "satker": "nama singkat satuan kerja",
    "satker_lengkap": "nama lengkap satuan kerja",
    "satker_atasan": "nama satuan kerja atasan",
    "jabatan_penandatangan": "jabatan penanda tangan laporan",
    "nomor_laporan": "nomor laporan yang ditandatangani",
    "tanggal_laporan": "tanggal laporan yang ditandatangani",
    "ikm": "IKM yang dicetak",
    "mutu_lengkap": "mutu pelayanan dan sebutannya",
    "jumlah_rtl": "jumlah RTL",
    "jumlah_rtl_selesai": "jumlah RTL yang sudah dilaksanakan",
    "kalimat_ikm": "kalimat tentang IKM, bila ada",
    "kalimat_capaian": "kalimat tentang capaian RTL, bila ada",
}
"""Every placeholder of a letter with what it stands for; those of the report's texts keep their names."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The report in force that a letter names, and what it says, whatever was changed for the next version."""

    number: str
    dated: date
    document: ReportDocument


def values_of(report: ReportDocument, signed: InForce | None) -> dict[str, str]:
    """What each placeholder stands for; nothing is empty where it is no sentence, but left to the pen."""
    office = report.source.office
    sent = signed.document if signed else report
    results = sent.plans.results
    rows = [row for group in sent.realisation.groups for row in group.rows]
    done = sum(row.status_key == "done" for row in rows)
    return {
        "laporan": _named(report, signed),
        "periode": report.period_label,
        "satker": office.short_name,
        "satker_lengkap": office.name,
        "satker_atasan": office.parent.name if office.parent else DOTS,
        "jabatan_penandatangan": report.source.signatory.title or DOTS,
        "nomor_laporan": (signed.number if signed else "") or DOTS,
        "tanggal_laporan": date_text(signed.dated) if signed else DOTS,
        "ikm": results.index_text if results.index else DOTS,
        "mutu_lengkap": results.grade_text if results.index else DOTS,
        "jumlah_rtl": str(len(rows)),
        "jumlah_rtl_selesai": str(done),
        "kalimat_ikm": (
            f"Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar {results.index_text} dengan mutu "
            f"pelayanan {results.grade_text}."
            if results.index
            else ""
        ),
        "kalimat_capaian": _progress(done, len(rows)),
    }


def complaint_of(text: str) -> str:
    """What is wrong with the placeholders of a text, in sentences; nothing if they all stand for something."""
    unknown = [name for name in placeholders_in(text) if name not in MEANINGS]
    if not unknown:
        return INCOMPLETE.format(line=stray) if (stray := stray_braces(text)) else ""
    near = list(dict.fromkeys(filter(None, (nearest(name, MEANINGS) for name in unknown))))
    meant = f"Yang paling mendekati: {_typed(near)}." if near else "Pilih dari daftar Data otomatis."
    return f"Isian berikut tidak dikenal: {_typed(unknown)}. {meant}"


def _typed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in names)


def _named(report: ReportDocument, signed: InForce | None) -> str:
    told = f"Laporan Tindak Lanjut SKM {report.source.office.name} {report.period_label}"
    if signed is None:
        return told
    number = f"nomor {signed.number} " if signed.number else ""
    return f"{told} {number}tanggal {date_text(signed.dated)}"


def _progress(done: int, plans: int) -> str:
    """How many plans are done, where there are any."""
    if not plans:
        return ""
    if not done:
        return f"Sampai laporan disusun, belum ada rencana tindak lanjut (RTL) yang selesai dari {plans} RTL."
    return f"Sampai laporan disusun, {done} dari {plans} rencana tindak lanjut (RTL) telah dilaksanakan."

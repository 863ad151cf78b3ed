"""What a placeholder stands for in a letter: a short vocabulary, filled from the report that goes with it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.document.block import SignatureBlock
from reports.document.chapters.plans import Results
from reports.document.model import ReportDocument
from reports.document.placeholders import INCOMPLETE, placeholders_in, stray_braces
from reports.document.vocabulary import nearest
from reports.letters.standard import DOTS, FOLLOW_UP_REPORT, SURVEY_REPORT
from reports.survey_report.model import SurveyReportDocument
from reports.words.language import date_text

Carried = ReportDocument | SurveyReportDocument
"""A report with which letters go."""
_COMMON = {
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
    "kalimat_ikm": "kalimat tentang IKM, bila ada",
}
MEANINGS = {
    FOLLOW_UP_REPORT: _COMMON
    | {
        "jumlah_rtl_selesai": "jumlah RTL yang sudah dilaksanakan",
        "kalimat_capaian": "kalimat tentang capaian RTL, bila ada",
    },
    SURVEY_REPORT: _COMMON | {"kalimat_rencana": "kalimat tentang RTL yang ditetapkan, bila ada"},
}
"""Every placeholder of a letter with what it stands for, by the report that it carries.

Those of the report's texts keep their names.
"""


@dataclass(frozen=True, slots=True)
class InForce:
    """The report in force that a letter names, and what it says, whatever was changed for the next version."""

    number: str
    dated: date
    document: Carried


def name_of(report: Carried) -> str:
    """What letters call the report that they carry."""
    return SURVEY_REPORT if isinstance(report, SurveyReportDocument) else FOLLOW_UP_REPORT


def signature_of(report: Carried) -> SignatureBlock:
    return report.closing.signature if isinstance(report, SurveyReportDocument) else report.conclusion.signature


def values_of(report: Carried, signed: InForce | None) -> dict[str, str]:
    """What each placeholder stands for; nothing is empty where it is no sentence, but left to the pen."""
    office = report.source.office
    sent = signed.document if signed else report
    results = sent.found.results if isinstance(sent, SurveyReportDocument) else sent.plans.results
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
        "kalimat_ikm": _index(results),
    } | (_of_survey_report(sent) if isinstance(sent, SurveyReportDocument) else _of_follow_up(sent))


def _of_follow_up(sent: ReportDocument) -> dict[str, str]:
    rows = [row for group in sent.realisation.groups for row in group.rows]
    done = sum(row.status_key == "done" for row in rows)
    return {
        "jumlah_rtl": str(len(rows)),
        "jumlah_rtl_selesai": str(done),
        "kalimat_capaian": _progress(done, len(rows)),
    }


def _of_survey_report(sent: SurveyReportDocument) -> dict[str, str]:
    groups = [group for group in sent.analysis.plans.groups if group.rows]
    plans = sum(len(group.rows) for group in groups)
    told = f"Atas hasil tersebut ditetapkan {plans} rencana tindak lanjut (RTL) untuk {len(groups)} unsur pelayanan."
    return {"jumlah_rtl": str(plans), "kalimat_rencana": told if plans else ""}


def _index(results: Results) -> str:
    if results.index is None:
        return ""
    return (
        f"Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar {results.index_text} dengan mutu "
        f"pelayanan {results.grade_text}."
    )


def complaint_of(text: str, report: str = FOLLOW_UP_REPORT) -> str:
    """What is wrong with the placeholders of a text, in sentences; nothing if they all stand for something."""
    known = MEANINGS[report]
    unknown = [name for name in placeholders_in(text) if name not in known]
    if not unknown:
        return INCOMPLETE.format(line=stray) if (stray := stray_braces(text)) else ""
    near = list(dict.fromkeys(filter(None, (nearest(name, known) for name in unknown))))
    meant = f"Yang paling mendekati: {_typed(near)}." if near else "Pilih dari daftar Data otomatis."
    return f"Isian berikut tidak dikenal: {_typed(unknown)}. {meant}"


def _typed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in names)


def _named(report: Carried, signed: InForce | None) -> str:
    told = f"{name_of(report)} {report.source.office.name} {report.period_label}"
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

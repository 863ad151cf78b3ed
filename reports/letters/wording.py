"""The letters that go with a report, as data: what each says of itself from the report that it carries. Pure.

Number and day are left to the pen: they are given by who registers letters, after somebody has signed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reports.document.model import ReportDocument
from reports.document.shapes import OfficeFace
from reports.words.language import begun_large, date_text

DOTS = "." * 24
ORDINARY = "Biasa"
RECEIPT = ("Diterima tanggal", "Nama", "NIP", "Jabatan", "Nomor telepon", "Tanda tangan dan cap")


class LetterKind(StrEnum):
    """As they stand in addresses and in names of files."""

    NOTE = "nota-dinas"
    LETTER = "surat-dinas"
    COVER = "surat-pengantar"


NAMES = {LetterKind.NOTE: "Nota Dinas", LetterKind.LETTER: "Surat Dinas", LetterKind.COVER: "Surat Pengantar"}
PURPOSES = {
    LetterKind.NOTE: "Dari {head}: memohon laporan ditandatangani.",
    LetterKind.LETTER: "Menyampaikan laporan kepada satuan kerja di atasnya.",
    LetterKind.COVER: "Mengantar berkas laporan, dengan tanda terima.",
}


@dataclass(frozen=True, slots=True)
class InForce:
    """The report in force that a letter names, and what it says, whatever was changed for the next version."""

    number: str
    dated: date
    document: ReportDocument


@dataclass(frozen=True, slots=True)
class Item:
    """What a covering letter sends: kind, how many, remark."""

    what: str
    count: str
    remark: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``facts``: labels with what stands beside them; ``to``: the lines of the address.

    ``office``, ``title`` and ``period_label`` are called as in a report, whose frame is printed around it.
    """

    kind: LetterKind
    office: OfficeFace
    title: str
    period_label: str
    place_and_date: str
    facts: tuple[tuple[str, str], ...]
    to: tuple[str, ...]
    paragraphs: tuple[str, ...]
    items: tuple[Item, ...]
    signer: tuple[str, str, str]

    @property
    def is_note(self) -> bool:
        return self.kind == LetterKind.NOTE

    @property
    def copies(self) -> tuple[str, ...]:
        """Who gets a copy; the office adds others in Word."""
        return ("Arsip.",) if self.kind == LetterKind.LETTER else ()

    @property
    def receipt(self) -> tuple[str, ...]:
        """What who receives it fills in."""
        return RECEIPT if self.kind == LetterKind.COVER else ()


def letter_of(kind: LetterKind, report: ReportDocument, signed: InForce | None, head: str) -> Letter:
    """The letter of this kind for a report as it stands; ``signed``: its version in force, if there is one.

    ``head``: what the office calls who heads a unit.
    """
    if kind == LetterKind.NOTE:
        return _note(report, head)
    return _letter(report, signed) if kind == LetterKind.LETTER else _cover(report, signed)


def _note(report: ReportDocument, head: str) -> Letter:
    office = report.source.office
    facts = (
        ("Yth.", report.source.signatory.title or DOTS),
        ("Dari", f"{head} {DOTS}"),
        ("Tanggal", DOTS),
        ("Nomor", DOTS),
        ("Sifat", ORDINARY),
        ("Lampiran", "Satu berkas"),
        ("Hal", f"Permohonan Penandatanganan Laporan Tindak Lanjut SKM {report.period_label}"),
    )
    paragraphs = (
        f"Bersama ini disampaikan konsep Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) {office.name} "
        f"{report.period_label}, yang memuat hasil survei, rencana tindak lanjut, realisasi, dan bukti dukungnya.",
        *_progress(report),
        "Sehubungan dengan hal tersebut, mohon perkenan Bapak/Ibu menandatangani laporan dimaksud.",
        "Demikian disampaikan. Atas perhatian Bapak/Ibu, diucapkan terima kasih.",
    )
    signer = (f"{head} {DOTS}", DOTS, f"NIP. {DOTS}")
    return _of(LetterKind.NOTE, report, facts, paragraphs, signer=signer)


def _letter(report: ReportDocument, signed: InForce | None) -> Letter:
    facts = (
        ("Nomor", DOTS),
        ("Sifat", ORDINARY),
        ("Lampiran", "Satu berkas"),
        ("Hal", f"Penyampaian Laporan Tindak Lanjut SKM {report.period_label}"),
    )
    sent = signed.document if signed else report
    results = sent.plans.results
    index = (
        f"Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar {results.index_text} dengan mutu "
        f"pelayanan {results.grade_text}."
    )
    paragraphs = (
        f"Sebagai tindak lanjut hasil Survei Kepuasan Masyarakat (SKM) {report.period_label}, bersama ini disampaikan "
        f"{_named(report, signed)}.",
        *((index,) if results.index else ()),
        *_progress(sent),
        "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, diucapkan terima kasih.",
    )
    return _of(LetterKind.LETTER, report, facts, paragraphs, to=_above(report))


def _cover(report: ReportDocument, signed: InForce | None) -> Letter:
    named = _named(report, signed)
    item = Item(begun_large(named), "1 (satu) berkas", "Disampaikan dengan hormat untuk menjadi periksa.")
    return _of(LetterKind.COVER, report, (("Nomor", DOTS),), (), to=_above(report), items=(item,))


def _of(
    kind: LetterKind,
    report: ReportDocument,
    facts: tuple[tuple[str, str], ...],
    paragraphs: tuple[str, ...],
    *,
    to: tuple[str, ...] = (),
    items: tuple[Item, ...] = (),
    signer: tuple[str, str, str] | None = None,
) -> Letter:
    block = report.conclusion.signature
    return Letter(
        kind=kind,
        office=report.office,
        title=NAMES[kind],
        period_label=report.period_label,
        place_and_date=f"{report.source.office.place}, {DOTS}",
        facts=facts,
        to=to,
        paragraphs=paragraphs,
        items=items,
        signer=signer or (block.title, block.name or DOTS, block.nip),
    )


def _above(report: ReportDocument) -> tuple[str, ...]:
    """The address: the office above, whose head's title the portal does not know."""
    parent = report.source.office.parent
    return ("Yth.", f"Pimpinan {parent.name if parent else DOTS}", "di", DOTS)


def _named(report: ReportDocument, signed: InForce | None) -> str:
    told = f"Laporan Tindak Lanjut SKM {report.source.office.name} {report.period_label}"
    if signed is None:
        return told
    number = f"nomor {signed.number} " if signed.number else ""
    return f"{told} {number}tanggal {date_text(signed.dated)}"


def _progress(report: ReportDocument) -> tuple[str, ...]:
    """How many plans are done, where there are any."""
    rows = [row for group in report.realisation.groups for row in group.rows]
    done = sum(row.status_key == "done" for row in rows)
    if not rows:
        return ()
    if not done:
        return (f"Sampai laporan disusun, belum ada rencana tindak lanjut (RTL) yang selesai dari {len(rows)} RTL.",)
    return (f"Sampai laporan disusun, {done} dari {len(rows)} rencana tindak lanjut (RTL) telah dilaksanakan.",)

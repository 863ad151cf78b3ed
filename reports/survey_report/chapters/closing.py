"""Bab V of the survey report, Kesimpulan, with the signature. Pure."""

from dataclasses import dataclass

from reports.document.block import SIGNATURE, SignatureBlock, block_of, signed_day
from reports.document.facts import Facts
from reports.document.shapes import Entry, Section, TableHead
from reports.survey_report.parts import part
from reports.words.language import date_text

_CLOSING = "Laporan ini disusun sebagai dasar perbaikan pelayanan dan bahan penyusunan laporan tindak lanjutnya."


@dataclass(frozen=True, slots=True)
class Closing:
    entry: Entry
    conclusion: Section
    signature: SignatureBlock

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.conclusion,)

    @property
    def tables(self) -> tuple[TableHead, ...]:
        return ()


def closing_of(facts: Facts) -> Closing:
    cycle = facts.cycle
    signing = facts.source.signing
    day = signed_day(signing) if signing else ""
    if not day and cycle.survey.report_date:
        day = date_text(cycle.survey.report_date)
    return Closing(
        entry=Entry("BAB V", "KESIMPULAN", "bab-5", 1),
        conclusion=part("5", _text(facts), facts),
        signature=block_of(cycle.office.place, day, cycle.signatory, signing, SIGNATURE),
    )


def _text(facts: Facts) -> str:
    if facts.index is None:
        return f"Hasil SKM {{{{ periode }}}} belum dimasukkan, sehingga belum dapat disimpulkan.\n\n{_CLOSING}"
    ends = (
        "Semua unsur memperoleh nilai yang sama, yaitu {{ nilai_tertinggi }}."
        if facts.all_equal
        else "Nilai tertinggi, {{ nilai_tertinggi }}, diperoleh unsur {{ unsur_tertinggi }}; nilai terendah, "
        "{{ nilai_terendah }}, diperoleh unsur {{ unsur_terendah }}."
    )
    plans = (
        "Ditetapkan {{ jumlah_rtl }} RTL untuk {{ jumlah_prioritas }} unsur prioritas, dengan masa pelaksanaan "
        "{{ masa_tindak_lanjut }}."
        if facts.plans
        else "RTL atas hasil survei ini belum disusun."
    )
    points = (
        "IKM {{ satker }} {{ periode }} adalah {{ ikm }} dengan mutu pelayanan {{ mutu_lengkap }}.",
        ends,
        plans,
    )
    items = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    return f"Dari hasil SKM {{{{ periode }}}} disimpulkan sebagai berikut:\n\n{items}\n\n{_CLOSING}"

"""The closed vocabulary of placeholders in texts, and the small parser that puts their values in.

``{{ ikm }}`` stands for words; a paragraph that is nothing but one placeholder may stand for paragraphs.
No template engine has a part in this: a value is text and is never read again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reports import passages, phrases
from reports.facts import Facts
from reports.markup import blocks_of
from reports.prose import Block, Blocks, Line, Run

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

WORDS: dict[str, tuple[str, Callable[[Facts], str]]] = {
    "satker": ("nama singkat satuan kerja", lambda f: f.source.cycle.office.short_name),
    "satker_lengkap": ("nama lengkap satuan kerja", lambda f: f.source.cycle.office.name),
    "satker_atasan": ("nama satuan kerja atasan", phrases.parent_office),
    "periode": ("periode survei", lambda f: f.period),
    "masa_tindak_lanjut": ("bulan pertama sampai bulan terakhir tindak lanjut", phrases.window),
    "bulan_laporan": ("bulan laporan", phrases.report_month),
    "instrumen": ("peraturan instrumen survei", lambda f: f.source.instrument.name),
    "jumlah_unsur": ("jumlah unsur pelayanan", phrases.element_count),
    "daftar_unsur": ("nama semua unsur pelayanan", phrases.element_names),
    "ikm": ("IKM yang dicetak", phrases.index),
    "ikm_hitung": ("IKM hasil perhitungan ulang dari nilai unsur", phrases.computed_index),
    "mutu": ("huruf mutu pelayanan", phrases.grade_letter),
    "kinerja": ("sebutan kinerja pelayanan", phrases.grade_label),
    "mutu_lengkap": ("mutu pelayanan dan sebutannya", phrases.grade),
    "unsur_tertinggi": ("unsur dengan nilai tertinggi", phrases.highest_names),
    "nilai_tertinggi": ("nilai unsur tertinggi", phrases.highest_score),
    "unsur_terendah": ("unsur dengan nilai terendah", phrases.lowest_names),
    "nilai_terendah": ("nilai unsur terendah", phrases.lowest_score),
    "keterangan_survei": ("waktu survei dan jumlah responden", phrases.survey_details),
    "jumlah_prioritas": ("jumlah unsur prioritas", phrases.priority_count),
    "daftar_prioritas": ("nama unsur prioritas", phrases.priority_names),
    "jumlah_rtl": ("jumlah RTL", phrases.plan_count),
    "jumlah_rtl_selesai": ("jumlah RTL yang sudah dilaksanakan", phrases.done_count),
    "jumlah_rtl_belum": ("jumlah RTL yang belum dilaksanakan", phrases.open_count),
    "persen_selesai": ("persentase RTL yang sudah dilaksanakan", phrases.percent_done),
    "persen_belum": ("persentase RTL yang belum dilaksanakan", phrases.percent_open),
    "capaian": ("capaian RTL dalam satu anak kalimat", phrases.achievement),
    "daftar_rtl_selesai": ("nama RTL yang sudah dilaksanakan", phrases.done_names),
    "daftar_rtl_belum": ("nama RTL yang belum dilaksanakan", phrases.open_names),
    "jumlah_pemeliharaan": ("jumlah kegiatan pemeliharaan", phrases.upkeep_count),
    "daftar_pemeliharaan": ("unsur yang dipelihara", phrases.upkeep_names),
}

PASSAGES: dict[str, tuple[str, Callable[[Facts], Blocks]]] = {
    "dasar_hukum": ("daftar dasar hukum", passages.legal_bases),
    "uraian_prioritas": ("uraian setiap unsur prioritas", passages.priorities),
    "uraian_rencana": ("uraian RTL setiap unsur prioritas", passages.plans),
    "uraian_rencana_pemeliharaan": ("uraian rencana pemeliharaan", passages.upkeep_plans),
    "uraian_realisasi": ("uraian realisasi setiap unsur prioritas", passages.realisation),
    "uraian_pemeliharaan": ("uraian realisasi pemeliharaan", passages.upkeep),
    "capaian_per_unsur": ("capaian RTL menurut unsur", passages.achievement_by_element),
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text with its values put in, and the placeholders that are not in the vocabulary."""

    blocks: Blocks
    unknown: tuple[str, ...]


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """The placeholders of a text that stand for nothing, in their order; a passage does so amid other words."""
    blocks = [block for block in blocks_of(text) if not _passage(block)]
    lines = ("".join(run.text for run in line) for block in blocks for line in block.lines)
    names = (match[1] for line in lines for match in _PLACEHOLDER.finditer(line))
    return tuple(dict.fromkeys(name for name in names if name not in WORDS))


def resolve(text: str, facts: Facts) -> Resolved:
    """Read a text in our small markup and put the present values in; unknown placeholders stay as typed."""
    return Resolved(tuple(_blocks(blocks_of(text), facts)), unknown_placeholders(text))


def _blocks(blocks: Blocks, facts: Facts) -> Iterator[Block]:
    for block in blocks:
        passage = _passage(block)
        if passage:
            yield from PASSAGES[passage][1](facts)
        else:
            yield replace(block, lines=tuple(_line(line, facts) for line in block.lines))


def _passage(block: Block) -> str:
    """The name of the passage that a paragraph consists of, or nothing."""
    if block.kind != "p" or len(block.lines) != 1:
        return ""
    match = _PLACEHOLDER.fullmatch("".join(run.text for run in block.lines[0]).strip())
    return match[1] if match and match[1] in PASSAGES else ""


def _line(line: Line, facts: Facts) -> Line:
    return tuple(Run(_words(run.text, facts), run.bold, run.italic, run.page_of) for run in line)


def _words(text: str, facts: Facts) -> str:
    def value(match: re.Match[str]) -> str:
        known = WORDS.get(match[1])
        return known[1](facts) if known else match[0]

    return _PLACEHOLDER.sub(value, text)

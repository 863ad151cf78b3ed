"""The closed vocabulary of placeholders in texts: what each one means, and what it stands for in one report. Pure.

``{{ ikm }}`` stands for words; a passage for paragraphs. placeholders.py puts the values in; docs/placeholders.md
tells of each, and a test holds it to this.
"""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from reports.document import passages, phrases
from reports.document.facts import ElementFact, Facts
from reports.words.prose import Blocks

Word = tuple[str, Callable[[Facts], str]]

GROUPS: dict[str, dict[str, Word]] = {
    "Satuan kerja": {
        "satker": ("nama singkat satuan kerja", lambda f: f.cycle.office.short_name),
        "satker_lengkap": ("nama lengkap satuan kerja", lambda f: f.cycle.office.name),
        "satker_atasan": ("nama satuan kerja atasan", phrases.parent_office),
        "tempat": ("tempat kedudukan satuan kerja", lambda f: f.cycle.office.place),
        "penandatangan": ("nama penanda tangan laporan", phrases.signatory),
        "jabatan_penandatangan": ("jabatan penanda tangan laporan", phrases.signatory_title),
        "jumlah_unit": ("jumlah unit satuan kerja", phrases.unit_count),
        "daftar_unit": ("nama semua unit satuan kerja", phrases.unit_names),
        "daftar_penanggung_jawab": (
            "unit, jabatan, atau orang yang menjadi penanggung jawab RTL",
            phrases.responsible_names,
        ),
    },
    "Waktu": {
        "periode": ("periode survei", lambda f: f.period),
        "periode_berikutnya": ("periode survei sesudahnya", phrases.next_period),
        "tahun": ("tahun survei", lambda f: str(f.cycle.survey.span.year)),
        "tanggal_survei": ("tanggal pelaksanaan survei", phrases.survey_dates),
        "tanggal_laporan_skm": ("tanggal laporan hasil SKM", phrases.report_date),
        "masa_tindak_lanjut": ("bulan pertama sampai bulan terakhir tindak lanjut", phrases.window),
        "awal_tindak_lanjut": ("bulan pertama tindak lanjut", phrases.window_start),
        "akhir_tindak_lanjut": ("bulan terakhir tindak lanjut", phrases.window_end),
        "bulan_laporan": ("bulan laporan", phrases.report_month),
    },
    "Hasil survei": {
        "instrumen": ("peraturan instrumen survei", lambda f: f.source.instrument.name),
        "jumlah_responden": ("jumlah responden", phrases.respondents),
        "jumlah_populasi": ("jumlah populasi", phrases.population),
        "keterangan_survei": ("waktu survei dan jumlah responden, dalam kalimat lengkap", phrases.survey_details),
        "ikm": ("IKM yang dicetak", phrases.index),
        "ikm_hitung": ("IKM hasil perhitungan ulang dari nilai unsur", phrases.computed_index),
        "mutu": ("huruf mutu pelayanan", phrases.grade_letter),
        "kinerja": ("sebutan kinerja pelayanan", phrases.grade_label),
        "mutu_lengkap": ("mutu pelayanan dan sebutannya", phrases.grade),
        "jumlah_unsur": ("jumlah unsur pelayanan", phrases.element_count),
        "daftar_unsur": ("nama semua unsur pelayanan", phrases.element_names),
        "unsur_tertinggi": ("unsur dengan nilai tertinggi", phrases.highest_names),
        "nilai_tertinggi": ("nilai unsur tertinggi", phrases.highest_score),
        "unsur_terendah": ("unsur dengan nilai terendah", phrases.lowest_names),
        "nilai_terendah": ("nilai unsur terendah", phrases.lowest_score),
    },
    "Rencana dan realisasi": {
        "jumlah_prioritas": ("jumlah unsur prioritas", phrases.priority_count),
        "daftar_prioritas": ("nama unsur prioritas", phrases.priority_names),
        "jumlah_rtl": ("jumlah RTL", phrases.plan_count),
        "jumlah_rtl_selesai": ("jumlah RTL yang sudah dilaksanakan", phrases.done_count),
        "jumlah_rtl_belum": ("jumlah RTL yang belum dilaksanakan", phrases.open_count),
        "persen_selesai": ("persentase RTL yang sudah dilaksanakan", phrases.percent_done),
        "persen_belum": ("persentase RTL yang belum dilaksanakan", phrases.percent_open),
        "capaian": ("capaian RTL dalam satu anak kalimat", phrases.achievement),
        "daftar_rtl": ("nama semua RTL", phrases.all_names),
        "daftar_rtl_selesai": ("nama RTL yang sudah dilaksanakan", phrases.done_names),
        "daftar_rtl_belum": ("nama RTL yang belum dilaksanakan", phrases.open_names),
        "jumlah_pemeliharaan": ("jumlah kegiatan pemeliharaan", phrases.upkeep_count),
        "daftar_pemeliharaan": ("unsur yang dipelihara", phrases.upkeep_names),
    },
}
WORDS: dict[str, Word] = {name: word for group in GROUPS.values() for name, word in group.items()}

PASSAGES: dict[str, tuple[str, Callable[[Facts], Blocks]]] = {
    "dasar_hukum": ("daftar dasar hukum", passages.legal_bases),
    "uraian_prioritas": ("uraian setiap unsur prioritas", passages.priorities),
    "uraian_rencana": ("uraian RTL setiap unsur prioritas", passages.plans),
    "uraian_rencana_pemeliharaan": ("uraian rencana pemeliharaan", passages.upkeep_plans),
    "uraian_realisasi": ("uraian realisasi setiap unsur prioritas, dan siapa yang menyetujuinya", passages.realisation),
    "uraian_pemeliharaan": ("uraian realisasi pemeliharaan", passages.upkeep),
    "capaian_per_unsur": ("capaian RTL menurut unsur", passages.achievement_by_element),
    "rtl_terusan": ("keadaan setiap RTL yang diteruskan dari periode sebelumnya", passages.continued),
}

ELEMENT_WORDS: dict[str, tuple[str, Callable[[Facts, ElementFact], str]]] = {
    "unsur": ("nama unsur", lambda _f, e: e.name),
    "nilai": ("nilai unsur", lambda _f, e: e.score_text or phrases.UNKNOWN),
    "mutu": ("mutu unsur dan sebutannya", lambda _f, e: str(e.grade or phrases.UNKNOWN)),
    "capaian": ("capaian RTL unsur", phrases.achievement_of),
}
"""For every element of the instrument, by its key: ``{{ nilai_waktu }}``."""


def element_words(facts: Facts) -> dict[str, Word]:
    """The placeholders of single elements, element by element."""
    return {
        f"{kind}_{element.key}": (f"{meaning} {element.name}", _of(element, value))
        for element in facts.elements.values()
        for kind, (meaning, value) in ELEMENT_WORDS.items()
    }


def _of(element: ElementFact, value: Callable[[Facts, ElementFact], str]) -> Callable[[Facts], str]:
    return lambda facts: value(facts, element)


def words_of(facts: Facts) -> dict[str, Word]:
    """Every placeholder that stands for words in this report."""
    return WORDS | element_words(facts)


def nearest(name: str, known: Iterable[str]) -> str:
    """The placeholder that somebody who typed this probably meant, or nothing."""
    return next(iter(get_close_matches(name.casefold().replace(" ", "_"), list(known), 1, 0.6)), "")

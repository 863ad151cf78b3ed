"""What an office's own texts claim, compared with the data: each rule by its id, and all claims of a text.

Placeholders are right by construction. How a text is read is in reading.py; each theme has a module.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from reports.document.earlier import EarlierPeriod
from reports.document.facts import Facts
from reports.document.model import ReportDocument
from reports.document.vocabulary import PASSAGES, words_of
from reports.rules.claims.followup import coverage, effects, months, plans, promises, shares, statuses, units
from reports.rules.claims.grammar.known import Known, facts_of_document, known_of
from reports.rules.claims.grammar.reading import Reading, Sentence, read
from reports.rules.claims.grammar.saying import Claim, Said, Theme
from reports.rules.claims.survey import counts, elements, grades, index, periods, scores
from reports.rules.finding import Fault, Found, Place, Rule, Severity
from reports.rules.rows import sections_of, text_place

THEMES: tuple[Theme, ...] = (
    index.index_values,
    grades.grades_told,
    scores.scores_told,
    scores.ranks_told,
    shares.percentages_told,
    shares.quantities_told,
    counts.counts_told,
    elements.names_told,
    elements.element_counts_told,
    elements.priorities_told,
    periods.periods_told,
    periods.years_told,
    months.months_told,
    units.units_told,
    units.kinds_told,
    plans.plan_names_told,
    statuses.statuses_told,
    statuses.activities_told,
    effects.effects_told,
    promises.respondents_told,
    promises.targets_told,
    promises.titles_told,
)
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


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads texts against one report's data."""

    known: Known
    values: Mapping[str, str]

    def claims(self, key: str, text: str) -> tuple[Claim, ...]:
        """Everything in a section's own text that the data contradict, in its order."""
        reading = read(key, text, self.values, frozenset(PASSAGES))
        said = [(sentence, each) for sentence in reading.sentences for each in self._said(sentence)]
        said += [*coverage.elements_left_out(reading, self.known), *coverage.plans_left_out(reading, self.known)]
        claims = (_claim(reading, sentence, each) for sentence, each in said)
        return tuple(
            sorted({claim for claim in claims if claim}, key=lambda claim: (claim.start, claim.end, claim.rule))
        )

    def _said(self, sentence: Sentence) -> Iterator[Said]:
        for theme in THEMES:
            yield from theme(sentence, self.known)


def reader_of(facts: Facts, earlier: tuple[EarlierPeriod, ...] = ()) -> TextReader:
    """Reads texts against these facts and what earlier periods of the office said."""
    return TextReader(
        known_of(facts, earlier), {name: value(facts) for name, (_meaning, value) in words_of(facts).items()}
    )


def _claim(reading: Reading, sentence: Sentence, said: Said) -> Claim | None:
    span = reading.typed_span(sentence.start + said.start, sentence.start + said.end)
    if span is None:
        return None
    words = sentence.text[said.start : said.end].strip()
    return Claim(said.rule, reading.key, *span, words, sentence.text.strip(), said.message, said.suggestion)


_latest: tuple[ReportDocument | None, tuple[tuple[Place, Claim], ...]] = (None, ())


def claims_of(document: ReportDocument) -> tuple[tuple[Place, Claim], ...]:
    """All claims of all own texts of a report with their places; those of the latest report are kept for every rule."""
    global _latest  # noqa: PLW0603 (forty rules ask for the same claims of the same report)
    known, claims = _latest
    if known is not document:
        claims = tuple(_claims(document))
        _latest = (document, claims)
    return claims


def _claims(document: ReportDocument) -> Iterator[tuple[Place, Claim]]:
    own = [section for section in sections_of(document) if section.own]
    if not own:
        return
    reader = reader_of(facts_of_document(document), document.earlier)
    for section in own:
        for claim in reader.claims(section.key, document.source.narrative[section.key]):
            yield text_place(section), claim


def _check(rule: str, document: ReportDocument) -> Found:
    for place, claim in claims_of(document):
        if claim.rule == rule:
            yield Fault(place, claim.message, (claim.words, claim.message), claim.suggestion)


RULES: tuple[Rule, ...] = tuple(Rule(id, severity, meaning, partial(_check, id)) for id, severity, meaning in MEANINGS)

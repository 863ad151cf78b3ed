"""The four annexes of the survey report: questionnaire, processing, documentation, the follow-up before. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self

from followups.progress import PLAIN_STATUS
from reports.cycle.model import Evidence
from reports.document.chapters.annex import AnnexPlan, EvidenceGroup, GroupWish, Place
from reports.document.chapters.cells import NONE, converted_text
from reports.document.facts import ElementFact, Facts, PlanFact
from reports.document.phrases import told
from reports.document.shapes import Entry, Proof, TableHead
from reports.survey_report.source import Followed, SurveyReportSource
from reports.words.language import decimal_text, integer_text, join_list, paragraphs_of
from surveys.ikm import round_half_up

MOST_PHOTOS = 2
"""Of one RTL of the period before: what is more stays in the annex of its own report."""
SURVEY_PICTURES = "Dokumentasi Pelaksanaan Survei"
"""The heading of what shows the survey itself."""
_WEIGHTS = 4
"""Decimals of weight and weighted mean, by which the sum can be followed."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    number: int
    text: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProcessedRow:
    """An element in Lampiran 2: answers behind it, its mean, weight, weighted mean, converted value and grade."""

    number: int
    element: str
    answers: str
    score: str
    weighted: str
    converted: str
    grade: str


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A question in Lampiran 2, where what was found of each question is known."""

    number: int
    text: str
    answers: str
    score: str


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """An RTL of the period before."""

    number: int
    programme: str
    element: str
    status: str
    told: tuple[str, ...]
    proofs: tuple[Proof, ...]
    evidence: str

    @classmethod
    def of(cls, number: int, fact: PlanFact, element: str, annex: AnnexPlan) -> Self:
        done = fact.plan.realisation
        evidence = fact.plan.evidence
        proofs = annex.proofs_at(place_of(fact))
        return cls(
            number=number,
            programme=fact.name,
            element=element,
            status=PLAIN_STATUS[done.status],
            told=paragraphs_of(done.description or "") or (NONE,),
            proofs=proofs,
            evidence="" if proofs else ("Laman web" if evidence.web_pages else NONE),
        )


@dataclass(frozen=True, slots=True)
class Annexes:
    """``texts``: what each annex says before or in place of its tables, by its number; heads are None without rows.

    ``groups``: the pictures that each of them shows.
    """

    entries: tuple[Entry, ...]
    texts: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[EvidenceGroup, ...], ...]
    questions_head: TableHead | None
    questions: tuple[QuestionRow, ...]
    processed_head: TableHead | None
    processed: tuple[ProcessedRow, ...]
    total: str
    answered_head: TableHead | None
    answered: tuple[AnsweredRow, ...]
    followed_head: TableHead | None
    followed: tuple[FollowedRow, ...]

    @property
    def counts_answers(self) -> bool:
        """Whether it is known of any element how many answered."""
        return any(row.answers != NONE for row in self.processed)

    @property
    def tables(self) -> tuple[TableHead, ...]:
        heads = (self.questions_head, self.processed_head, self.answered_head, self.followed_head)
        return tuple(filter(None, heads))


TITLES = (
    "Kuesioner",
    "Hasil Pengolahan Data",
    "Dokumentasi",
    "Laporan Hasil Tindak Lanjut SKM Periode Sebelumnya",
)


def place_of(fact: PlanFact) -> Place:
    return ("plan", fact.number, fact.point)


def wishes_of(source: SurveyReportSource) -> list[GroupWish]:
    """What each annex shows, in its order: questionnaire, survey, and of each RTL of the period before a few photos."""
    shown = [
        GroupWish(("survey", number, ""), heading, subject, subject, source.shown[number])
        for number, heading, subject in (
            (1, "Gambar Kuesioner", "Kuesioner yang diisi responden"),
            (3, SURVEY_PICTURES, f"Pelaksanaan SKM {source.facts.period}"),
        )
        if source.shown.get(number)
    ]
    plans = source.before.plans if source.before else ()
    return shown + [
        GroupWish(
            place_of(fact),
            f"Dokumentasi Lampiran 4 Nomor {number}",
            fact.name,
            f"Dokumentasi {fact.name}",
            Evidence(None, fact.plan.evidence.photos[:MOST_PHOTOS]),
        )
        for number, fact in enumerate(plans, start=1)
        if fact.plan.evidence.photos
    ]


def annexes_of(source: SurveyReportSource, annex: AnnexPlan) -> Annexes:
    facts = source.facts
    before = source.before
    names = {element.key: element.name for element in facts.elements.values()}
    answered = tuple(
        AnsweredRow(
            number=number,
            text=asked.text,
            answers=NONE if asked.answers is None else integer_text(asked.answers),
            score=NONE if asked.score is None else decimal_text(asked.score),
        )
        for number, asked in enumerate(source.questions, start=1)
        if asked.score
    )
    plans = before.plans if before else ()
    first = 1 if source.shown.get(1) else 0
    titles = {
        "pertanyaan": source.questionnaire if source.questions else "",
        "olah": "Pengolahan Nilai per Unsur" if facts.index else "",
        "jawaban": "Nilai per Pertanyaan" if answered else "",
        "lanjut": f"Hasil Tindak Lanjut SKM {before.label}" if before and plans else "",
    }
    heads = _heads({anchor: title for anchor, title in titles.items() if title})
    return Annexes(
        entries=tuple(
            Entry(f"Lampiran {number}", title, f"lampiran-{number}", 1) for number, title in enumerate(TITLES, start=1)
        ),
        texts=(_questionnaire(source), _processing(facts), _documentation(source), _before(before)),
        groups=(annex.annex.groups[:first], (), annex.annex.groups[first:], ()),
        questions_head=heads.get("pertanyaan"),
        questions=tuple(QuestionRow(n, asked.text, asked.options) for n, asked in enumerate(source.questions, start=1)),
        processed_head=heads.get("olah"),
        processed=tuple(_processed(facts)) if facts.index else (),
        total=decimal_text(facts.index.computed) if facts.index else "",
        answered_head=heads.get("jawaban"),
        answered=answered,
        followed_head=heads.get("lanjut"),
        followed=tuple(
            FollowedRow.of(number, fact, names.get(fact.element, fact.element), annex)
            for number, fact in enumerate(plans, start=1)
        ),
    )


def _heads(titles: Mapping[str, str]) -> dict[str, TableHead]:
    """Numbered through, by the end of their anchors."""
    return {
        anchor: TableHead(f"Tabel L.{number}", title, f"tabel-l-{anchor}", ())
        for number, (anchor, title) in enumerate(titles.items(), start=1)
    }


def _questionnaire(source: SurveyReportSource) -> tuple[str, ...]:
    shown = ("Kuesioner yang diisi responden dimuat sebagai gambar.",) if source.shown.get(1) else ()
    if source.questions:
        told = (
            "Pertanyaan dan pilihan jawabannya disajikan dalam Tabel L.1. Nilai jawaban bertambah dari kiri ke kanan."
        )
        return (told, *shown)
    return shown or ("Kuesioner yang dipakai belum dinyatakan, sehingga pertanyaannya tidak dimuat.",)


def _processing(facts: Facts) -> tuple[str, ...]:
    if facts.index is None:
        return ("Nilai survei belum dimasukkan.",)
    shown = "jumlah dan rata-rata" if facts.cycle.survey.answers else "rata-rata"
    return (f"Jawaban responden disajikan sebagai {shown}, sehingga jawaban perorangan tidak dapat dikenali.",)


def _documentation(source: SurveyReportSource) -> tuple[str, ...]:
    plans = source.before.plans if source.before else ()
    what = [
        *(["pelaksanaan survei"] if source.shown.get(3) else []),
        *(["tindak lanjut yang dilaporkan dalam Lampiran 4"] if any(f.plan.evidence.photos for f in plans) else []),
    ]
    if what:
        return (f"Foto berikut mendokumentasikan {join_list(what)}.",)
    return ("Tidak ada dokumentasi yang dilampirkan pada laporan ini.",)


def _before(before: Followed | None) -> tuple[str, ...]:
    if before is None:
        return ("Tindak lanjut periode sebelumnya tidak tercatat, sehingga tidak ada hasil yang dilampirkan.",)
    named = before.report or "Hasil berikut menurut data pada saat laporan ini disusun."
    return (f"Atas hasil SKM {before.label}, {told(before.progress)}. {named}",)


def _processed(facts: Facts) -> list[ProcessedRow]:
    survey = facts.cycle.survey
    questions = facts.source.method.questions if facts.source.method else {}
    total = sum(questions.values()) or len(facts.elements)
    return [
        _processed_row(number, element, survey.answers.get(element.key), Fraction(questions.get(element.key, 1), total))
        for number, element in enumerate(facts.elements.values(), start=1)
    ]


def _processed_row(number: int, element: ElementFact, answers: int | None, weight: Fraction) -> ProcessedRow:
    weighted = Fraction(element.score or 0) * weight
    return ProcessedRow(
        number=number,
        element=element.name,
        answers=NONE if answers is None else integer_text(answers),
        score=element.score_text or NONE,
        weighted=decimal_text(round_half_up(weighted, Decimal("0.0001")), _WEIGHTS),
        converted=converted_text(element),
        grade=str(element.grade or NONE),
    )

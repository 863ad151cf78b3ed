"""Bab IV, Kesimpulan: what is done, what is open and why, and the strategies for what is still owed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from reports.cycle.model import CompletionData
from reports.document.block import SIGNATURE, SignatureBlock, signature_of
from reports.document.chapters.cells import NONE, NOT_FILLED_IN, unit_legend, whose
from reports.document.facts import Facts, PlanFact
from reports.document.sections import section
from reports.document.shapes import Entry, Section, TableHead
from reports.words.language import count_word, month_text, paragraphs_of, sentence_end

UNFINISHED = "belum selesai dilaksanakan"
IMPOSSIBLE = "tidak dapat dilaksanakan"


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point of the conclusion: a bold lead, the rest of its paragraph, and a list of (subject, text)."""

    lead: str
    text: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StrategyRow:
    number: int
    programme: str
    strategy: tuple[str, ...]
    target: str
    responsible: tuple[str, ...]

    @classmethod
    def of(cls, number: int, fact: PlanFact, facts: Facts) -> Self:
        completion = fact.plan.completion
        return cls(
            number=number,
            programme=fact.plan.programme,
            strategy=paragraphs_of((completion.strategy if completion else "") or "") or (NOT_FILLED_IN,),
            target=target_text(completion),
            responsible=(facts.responsible(completion) if completion else ()) or (NONE,),
        )


@dataclass(frozen=True, slots=True)
class Conclusion:
    """``head`` is None where no strategy is owed, and no Tabel 4.1."""

    entry: Entry
    opening: Section
    points: tuple[Point, ...]
    head: TableHead | None
    rows: tuple[StrategyRow, ...]
    closing: Section
    signature: SignatureBlock

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.opening, self.closing

    @property
    def tables(self) -> tuple[TableHead, ...]:
        return (self.head,) if self.head else ()


def conclusion_of(facts: Facts) -> Conclusion:
    return Conclusion(
        entry=Entry("BAB IV", "KESIMPULAN", "bab-4", 1),
        opening=section("4", facts),
        points=tuple(_Telling(facts).points()) if facts.plans else (),
        head=_strategy_head(facts),
        rows=tuple(StrategyRow.of(number, fact, facts) for number, fact in enumerate(facts.owed, start=1)),
        closing=section("4.penutup", facts),
        signature=signature_of(facts, SIGNATURE),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """The points that tell of a report's plans."""

    facts: Facts

    def points(self) -> Iterator[Point]:
        yield self._done()
        if self.facts.open:
            yield self._open()
            yield self._reasons()
        if self.facts.owed:
            subject = "RTL yang masih dapat dilaksanakan" if self.facts.impossible else "RTL yang belum selesai"
            sentence = (
                f"Strategi untuk menyelesaikan {subject}, beserta target waktu dan penanggung jawabnya, disajikan "
                "dalam Tabel 4.1."
            )
            yield Point("", sentence, ())

    def _done(self) -> Point:
        facts = self.facts
        name = facts.cycle.office.short_name
        progress = facts.progress
        share = f"{progress.percent_done}% ({progress.done} dari {progress.total} RTL)"
        if not facts.done:
            so_far = "masih" if facts.owed else "adalah"
            return Point(f"Realisasi rencana tindak lanjut {name} {so_far} {share}.", "", ())
        which = "RTL yang sudah dilaksanakan adalah" if len(facts.done) == 1 else "RTL yang sudah dilaksanakan meliputi"
        return Point(
            f"Realisasi rencana tindak lanjut {name} mencapai {share}.",
            f"{which}:",
            tuple(("", _with_number(fact)) for fact in facts.done),
        )

    def _open(self) -> Point:
        facts = self.facts
        progress = facts.progress
        share = f"{progress.percent_open}% ({progress.open} dari {progress.total} RTL)"
        which = "RTL tersebut adalah" if len(facts.open) == 1 else "RTL tersebut meliputi"
        state = self._state
        lead = f"Masih terdapat {share} yang {state}" if state == UNFINISHED else f"Terdapat {share} yang {state}"
        if not facts.done:
            lead = f"Seluruh RTL {state}, yaitu {share}" if progress.total > 1 else f"Satu-satunya RTL {state}"
        if facts.owed and facts.impossible:
            lead = f"{lead}; {count_word(len(facts.impossible))} di antaranya {IMPOSSIBLE}"
        items = tuple(("", _with_number(fact) + self._mark(fact)) for fact in facts.open)
        return Point(f"{lead}.", f"{which}:", items)

    def _reasons(self) -> Point:
        facts = self.facts
        states = f"{UNFINISHED} atau {IMPOSSIBLE}" if facts.owed and facts.impossible else self._state
        items = []
        for fact in facts.open:
            completion = fact.plan.completion
            reason = paragraphs_of((completion.reason if completion else "") or "")
            items.append((fact.name + self._mark(fact), " ".join(map(sentence_end, reason)) or NOT_FILLED_IN))
        return Point("", f"Alasan RTL tersebut {states} adalah sebagai berikut:", tuple(items))

    @property
    def _state(self) -> str:
        """What the open plans have in common."""
        return UNFINISHED if self.facts.owed else IMPOSSIBLE

    def _mark(self, fact: PlanFact) -> str:
        """What sets an impossible plan off from those that can still be carried out."""
        return f" – {IMPOSSIBLE}" if fact.impossible and self.facts.owed else ""


def _with_number(fact: PlanFact) -> str:
    return f"{fact.name} ({fact.number}\N{NO-BREAK SPACE}{fact.point})"


def _strategy_head(facts: Facts) -> TableHead | None:
    if not facts.owed:
        return None
    completions = [fact.plan.completion for fact in facts.owed]
    return TableHead(
        label="Tabel 4.1",
        title=f"Strategi Penyelesaian Rencana Tindak Lanjut SKM {whose(facts)}",
        anchor="tabel-4-1",
        legend=unit_legend(facts, [key for completion in completions if completion for key in completion.units]),
    )


def target_text(completion: CompletionData | None) -> str:
    """``mulai Februari 2026, paling lambat April 2026``; what is not known is left out."""
    if completion is None or not (completion.earliest or completion.latest):
        return NOT_FILLED_IN
    first = f"mulai {month_text(completion.earliest)}" if completion.earliest else ""
    last = f"paling lambat {month_text(completion.latest)}" if completion.latest else ""
    return last if completion.earliest == completion.latest else ", ".join(filter(None, (first, last)))

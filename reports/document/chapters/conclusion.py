"""Bab IV, Kesimpulan: what is done, what is open and why, and the strategies for what is still owed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from reports.cycle.model import CompletionData
from reports.document.block import SIGNATURE, SignatureBlock, signature_of
from reports.document.chapters.cells import NONE, NOT_FILLED_IN, whose
from reports.document.facts import Facts, PlanFact
from reports.document.phrases import MANY, achievement, points_of
from reports.document.sections import section
from reports.document.shapes import Entry, Section, TableHead
from reports.words.language import (
    count_word,
    join_list,
    listed,
    month_text,
    paragraphs_of,
    sentence_begun,
    sentence_end,
)

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
    """``point``: where the plan stands in Tabel 2.2; ``same_as``: that of an earlier row with this very strategy."""

    point: str
    programme: str
    strategy: tuple[str, ...]
    same_as: str
    target: str
    responsible: tuple[str, ...]

    @classmethod
    def all_of(cls, facts: Facts) -> tuple[Self, ...]:
        first: dict[tuple[str, ...], str] = {}
        return tuple(cls._of(fact, facts, first) for fact in facts.owed)

    @classmethod
    def _of(cls, fact: PlanFact, facts: Facts, first: dict[tuple[str, ...], str]) -> Self:
        completion = fact.plan.completion
        strategy = paragraphs_of((completion.strategy if completion else "") or "")
        point = f"{fact.number} {fact.point}"
        told = first.setdefault(strategy, point) if strategy else point
        return cls(
            point=point,
            programme=fact.plan.programme,
            strategy=strategy or (NOT_FILLED_IN,),
            same_as=told if told != point else "",
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
        rows=StrategyRow.all_of(facts),
        closing=section("4.penutup", facts),
        signature=signature_of(facts, SIGNATURE),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """The points that tell of a report's plans."""

    facts: Facts

    def points(self) -> Iterator[Point]:
        facts = self.facts
        if facts.done or not facts.open:
            yield self._done()
        if facts.open:
            yield self._open()
        if facts.owed:
            subject = "RTL yang masih dapat dilaksanakan" if facts.impossible else "RTL yang belum selesai"
            sentence = (
                f"Strategi penyelesaian {subject}, beserta target waktu dan penanggung jawabnya, disajikan dalam "
                "Tabel 4.1."
            )
            yield Point("", sentence, ())

    def _done(self) -> Point:
        facts = self.facts
        lead = f"{sentence_begun(achievement(facts))}."
        names = [self._named(fact) for fact in facts.done]
        if not self._names_plans or len(facts.plans) == 1:
            return Point(lead, "Realisasinya disajikan dalam Tabel 3.1.", ())
        if len(names) == 1:
            return Point(lead, f"RTL tersebut adalah {names[0]}.", ())
        return Point(lead, "RTL tersebut meliputi:", tuple(("", name) for name in listed(names)))

    def _open(self) -> Point:
        """How much is open, and why; equal reasons are told together."""
        facts = self.facts
        reasons = self._reasons()
        if len(reasons) > 1:
            return Point(self._open_share(), "Alasannya adalah sebagai berikut:", reasons)
        subject, reason = reasons[0]
        alone = subject if self._names_plans else ""
        which = f"RTL tersebut adalah {alone}. " if alone and facts.done else ""
        return Point(self._open_share(), f"{which}Alasannya: {reason}", ())

    def _open_share(self) -> str:
        facts = self.facts
        progress = facts.progress
        if not facts.done:
            lead = sentence_begun(achievement(facts))
        else:
            lead = f"Sebanyak {progress.open} dari {progress.total} RTL ({progress.percent_open}%) {self._state}"
        if facts.owed and facts.impossible:
            those = "di antaranya" if facts.done else "RTL"
            lead = f"{lead}; {count_word(len(facts.impossible))} {those} {IMPOSSIBLE}"
        return f"{lead}."

    def _reasons(self) -> tuple[tuple[str, str], ...]:
        """Which plans, and why: those that share a reason together, those that are impossible apart from the others."""
        grouped: dict[tuple[str, str], list[PlanFact]] = {}
        for fact in self.facts.open:
            completion = fact.plan.completion
            reason = paragraphs_of((completion.reason if completion else "") or "")
            told = " ".join(map(sentence_end, reason)) or NOT_FILLED_IN
            grouped.setdefault((told, self._mark(fact)), []).append(fact)
        return tuple((self._subject(facts) + mark, told) for (told, mark), facts in grouped.items())

    def _subject(self, plans: list[PlanFact]) -> str:
        if self._names_plans:
            return join_list([self._named(fact) for fact in plans])
        return f"RTL {points_of(plans)}"

    @property
    def _names_plans(self) -> bool:
        """Whether plans are named here: where an element has many, the tables do that."""
        return all(len(priority.plans) < MANY for priority in self.facts.priorities)

    @property
    def _state(self) -> str:
        """What the open plans have in common."""
        return UNFINISHED if self.facts.owed else IMPOSSIBLE

    def _mark(self, fact: PlanFact) -> str:
        """What sets an impossible plan off from those that can still be carried out."""
        return f" – {IMPOSSIBLE}" if fact.impossible and self.facts.owed else ""

    @staticmethod
    def _named(fact: PlanFact) -> str:
        return f"{fact.name} ({points_of([fact])})"


def _strategy_head(facts: Facts) -> TableHead | None:
    if not facts.owed:
        return None
    return TableHead("Tabel 4.1", f"Strategi Penyelesaian Rencana Tindak Lanjut SKM {whose(facts)}", "tabel-4-1", ())


def target_text(completion: CompletionData | None) -> str:
    """``mulai Februari 2026, paling lambat April 2026``; what is not known is left out."""
    if completion is None or not (completion.earliest or completion.latest):
        return NOT_FILLED_IN
    first = f"mulai {month_text(completion.earliest)}" if completion.earliest else ""
    last = f"paling lambat {month_text(completion.latest)}" if completion.latest else ""
    return last if completion.earliest == completion.latest else ", ".join(filter(None, (first, last)))

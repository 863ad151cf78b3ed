"""What the survey before found and what became of it: index and elements then and now, and plans carried over. Pure.

That something rose is said only here and in the trend, and only as what two comparable surveys found.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from reports.cycle.model import Continued
from reports.document.chapters.cells import NONE
from reports.document.earlier import PastSurvey
from reports.document.facts import Facts, PlanFact
from reports.document.passages import STATES
from reports.document.phrases import points_of, told
from reports.document.shapes import TableHead
from reports.words.language import count_word, decimal_text, join_list, sentence_begun
from surveys.ikm import places_of, to_places
from surveys.results.trend import Change, Run, as_printed, change_of, runs_of


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An element in two surveys; ``change``: ``naik 0,12``, ``turun 1,05`` or ``tetap``."""

    number: int
    element: str
    before: str
    now: str
    change: str
    was_priority: str


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """``before`` and ``now``: how the two periods are called; ``has_priorities``: whether those of then are known."""

    head: TableHead
    before: str
    now: str
    has_priorities: bool
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What is told of the period before: sentences, and the table where the two can be compared."""

    texts: tuple[str, ...]
    table: ChangeTable | None


def before_of(facts: Facts, label: str, anchor: str) -> Before | None:
    """None where nothing is known of a period before this one, and nothing was carried over from one."""
    past = facts.source.past
    table, texts = None, []
    here = facts.cycle.survey.span
    if len(past) > 1 and past[-1].point.period == here and facts.index:
        runs = runs_of(each.point for each in past)
        known = {point.period for point in runs[-1].points[:-1] if point.scores and point.index is not None}
        there = next((each for each in reversed(past) if each.point.period in known), None)
        if there is None:
            texts.append(_incomparable(runs, here.label))
        else:
            table = _table(
                facts,
                there,
                TableHead(
                    label,
                    f"Nilai Unsur {there.point.period.label} dan {facts.period} {facts.cycle.office.short_name}",
                    anchor,
                    (),
                ),
            )
            texts += _found(facts, there, table)
    texts += _carried(facts)
    told = tuple(filter(None, texts))
    return Before(told, table) if told else None


def _incomparable(runs: tuple[Run, ...], here: str) -> str:
    if len(runs) < 2 or len(runs[-1].points) > 1:
        return ""
    there = runs[-2].points[-1].period.label
    return f"Hasil {here} tidak dibandingkan dengan hasil {there}, karena {join_list(runs[-1].changed)} berubah."


def _table(facts: Facts, there: PastSurvey, head: TableHead) -> ChangeTable | None:
    """None where an element of today was not asked then."""
    before = there.point.scores
    elements = tuple(facts.elements.values())
    now = {element.key: element.score for element in elements if element.score is not None}
    if not now.keys() <= before.keys():
        return None
    places = max(places_of(now.values()), places_of(before[key] for key in now))
    return ChangeTable(
        head=head,
        before=there.point.period.short_label,
        now=facts.cycle.survey.span.short_label,
        has_priorities=bool(there.priorities),
        rows=tuple(
            ChangeRow(
                number=number,
                element=element.name,
                before=decimal_text(before[element.key], places),
                now=decimal_text(now[element.key], places),
                change=_change(before, now, element.key, places),
                was_priority="Ya" if element.key in there.priorities else NONE,
            )
            for number, element in enumerate(elements, start=1)
        ),
    )


def _change(before: Mapping[str, Decimal], now: Mapping[str, Decimal], key: str, places: int) -> str:
    """The difference that a reader finds with the two printed scores."""
    difference = to_places(Fraction(now[key]), places) - to_places(Fraction(before[key]), places)
    direction = Change(difference).direction
    return f"{direction} {decimal_text(abs(difference), places)}" if difference else direction


def _found(facts: Facts, there: PastSurvey, table: ChangeTable | None) -> Iterator[str]:
    period = there.point.period.label
    if facts.index and there.point.index is not None:
        before, now = (decimal_text(as_printed(index)) for index in (there.point.index, facts.index.printed))
        change = change_of(there.point.index, facts.index.printed)
        if change.difference:
            yield f"IKM {change.words} menurut hasil survei, dari {before} ({period}) menjadi {now} ({facts.period})."
        else:
            yield f"IKM {facts.period} sama dengan IKM {period} menurut hasil survei, yaitu {now}."
    if table:
        counts = Counter(row.change.split()[0] for row in table.rows)
        moved = [f"{count_word(counts[way])} {way}" for way in ("naik", "turun", "tetap") if counts[way]]
        of_all = f"Dari {count_word(len(table.rows))} unsur, {join_list(moved)}"
        if len(moved) == 1:
            of_all = f"Nilai seluruh unsur {table.rows[0].change.split()[0]}"
        yield f"{of_all}; rinciannya disajikan dalam {table.head.label}."
    plans = there.plans
    if plans.total:
        yield f"Pada {period}, {told(plans)}."


def _carried(facts: Facts) -> Iterator[str]:
    """What became of the plans that this cycle took over, period by period."""
    carried = [(fact, fact.plan.continues) for fact in facts.plans if fact.plan.continues]
    owed = {each.point.period: each.owed for each in facts.source.past}
    for period, pairs in groupby(sorted(carried, key=lambda pair: pair[1].period), key=lambda pair: pair[1].span):
        those = list(pairs)
        left = owed.get(period, 0)
        of_all = f"Dari {count_word(left)} RTL {period.label} yang belum selesai, {count_word(len(those))} diteruskan"
        alone = f"{sentence_begun(count_word(len(those)))} RTL {period.label} diteruskan"
        yield f"{of_all if left > len(those) else alone} pada periode ini: {_fates(those)}."


def _fates(pairs: list[tuple[PlanFact, Continued]]) -> str:
    """``RTL 1 a (semula 1 b) sudah dilaksanakan; …``, the plans of one status together."""
    parts = []
    for status, state in STATES.items():
        those = [(fact, origin) for fact, origin in pairs if fact.plan.realisation.status == status]
        if those:
            names = [f"{points_of([fact])} (semula {origin.point})" for fact, origin in those]
            parts.append(f"RTL {join_list(names)} {state}")
    return "; ".join(parts)

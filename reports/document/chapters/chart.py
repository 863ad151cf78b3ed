"""The bar chart of section 2.1 as coordinates, so that its template computes nothing. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from textwrap import wrap
from typing import Self

from reports.document.facts import ElementFact, Facts
from reports.words.language import join_list

WIDTH, LEFT, RIGHT = 640, 220, 60
ROW, BAR, TOP, LINE = 18, 10, 20, 12
BETWEEN = 3
"""The least that parts the labels of two bars."""
LOWEST = Decimal(1)
HIGHEST = Decimal(4)
SCORE_TO_INDEX = 25
LABEL_CHARACTERS = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the chart, in the chart's own units; ``y`` is its upper edge, ``text_y`` the base line.

    ``label`` holds its lines of text, each with its base line.
    """

    label: tuple[tuple[int, str], ...]
    value: str
    grade: str
    y: int
    text_y: int
    width: int
    value_x: int
    is_priority: bool

    @classmethod
    def of(cls, element: ElementFact, label: tuple[str, ...], middle: int, *, is_priority: bool) -> Self:
        score = element.score or LOWEST
        first = middle + 4 - LINE * (len(label) - 1) // 2
        return cls(
            label=tuple(zip((first + LINE * line for line in range(len(label))), label, strict=True)),
            value=f"{element.score_text} ({element.grade.letter if element.grade else ''})",
            grade=element.grade.letter if element.grade else "",
            y=middle - BAR // 2,
            text_y=middle + 4,
            width=max(1, _length(score)),
            value_x=LEFT + _length(score) + 6,
            is_priority=is_priority,
        )


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars; ``grid`` holds the marks of the axis as (x, text).

    ``limits``: where a grade begins; ``zones``: the middle of each grade, with its letter above the bars.
    """

    width: int
    height: int
    left: int
    label_x: int
    bar_height: int
    base_y: int
    axis_y: int
    bars: tuple[Bar, ...]
    grid: tuple[tuple[int, str], ...]
    limits: tuple[int, ...]
    zones: tuple[tuple[int, str], ...]
    note: str
    label: str
    title: str
    description: str
    anchor: str


def chart_of(facts: Facts) -> Chart | None:
    """Bars for the scores (1–4) in the order of Tabel 2.1, or None while there are no scores."""
    if facts.index is None:
        return None
    elements = list(facts.elements.values())
    chosen = {priority.element.key: priority.number for priority in facts.priorities}
    labels = [tuple(wrap(_label(element, chosen.get(element.key)), LABEL_CHARACTERS)) for element in elements]
    heights = [max(ROW, LINE * len(label) + BETWEEN) for label in labels]
    tops = [TOP + sum(heights[:place]) for place in range(len(elements))]
    middles = [top + height // 2 for top, height in zip(tops, heights, strict=True)]
    base = TOP + sum(heights)
    grades = sorted(facts.source.instrument.grades, key=lambda grade: grade.lowest)
    bounds = [(grade.letter, max(LOWEST, grade.lowest / SCORE_TO_INDEX)) for grade in grades]
    return Chart(
        width=WIDTH,
        height=base + 22,
        left=LEFT,
        label_x=LEFT - 8,
        bar_height=BAR,
        base_y=base,
        axis_y=base + 16,
        bars=tuple(
            Bar.of(element, label, middle, is_priority=element.key in chosen)
            for element, label, middle in zip(elements, labels, middles, strict=True)
        ),
        grid=tuple((LEFT + _length(Decimal(mark)), str(mark)) for mark in (1, 2, 3, 4)),
        limits=tuple(LEFT + _length(lowest) for _letter, lowest in bounds[1:]),
        zones=tuple(
            (LEFT + _length((lowest + highest) / 2), letter)
            for (letter, lowest), (_next, highest) in pairwise([*bounds, ("", HIGHEST)])
        ),
        note=_note(bounds, has_priorities=bool(chosen)),
        label="Grafik 2.1",
        title=f"Nilai Rata-Rata per Unsur SKM {facts.cycle.office.short_name} {facts.period}",
        description=_description(facts),
        anchor="grafik-2-1",
    )


def _label(element: ElementFact, number: int | None) -> str:
    return f"{element.name} (prioritas {number})" if number else element.name


def _note(bounds: list[tuple[str, Decimal]], *, has_priorities: bool) -> str:
    letters = join_list([letter for letter, _lowest in bounds])
    marked = " Batang berwarna jingga menandai unsur prioritas." if has_priorities else ""
    return f"Garis putus-putus adalah batas mutu pelayanan {letters}.{marked}"


def _description(facts: Facts) -> str:
    elements = facts.elements.values()
    values = "; ".join(f"{element.name} {element.score_text}" for element in elements if element.score is not None)
    chosen = join_list([priority.element.name for priority in facts.priorities])
    priorities = f" Unsur prioritas: {chosen}." if chosen else ""
    return f"Grafik batang nilai rata-rata per unsur pada skala 1 sampai 4: {values}.{priorities}"


def _length(score: Decimal) -> int:
    return int((score - LOWEST) / (HIGHEST - LOWEST) * (WIDTH - LEFT - RIGHT))

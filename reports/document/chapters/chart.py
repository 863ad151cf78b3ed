"""The bar chart of section 2.1 as coordinates, so that its template computes nothing. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Self

from reports.document.facts import ElementFact, Facts

WIDTH, LEFT, RIGHT = 640, 220, 60
ROW, BAR, TOP, LINE = 25, 14, 6, 11
BETWEEN = 6
"""The least that parts the labels of two bars."""
LOWEST = Decimal(1)
HIGHEST = Decimal(4)
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

    @classmethod
    def of(cls, element: ElementFact, label: tuple[str, ...], middle: int) -> Self:
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
        )


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars; ``grid`` holds the marks of the axis as (x, text)."""

    width: int
    height: int
    left: int
    label_x: int
    bar_height: int
    base_y: int
    axis_y: int
    bars: tuple[Bar, ...]
    grid: tuple[tuple[int, str], ...]
    title: str
    description: str
    anchor: str


def chart_of(facts: Facts) -> Chart | None:
    """Bars for the scores (1–4) in the instrument's order, or None while there are no scores."""
    if facts.index is None:
        return None
    elements = list(facts.elements.values())
    labels = [tuple(wrap(element.name, LABEL_CHARACTERS)) for element in elements]
    heights = [max(ROW, LINE * len(label) + BETWEEN) for label in labels]
    tops = [TOP + sum(heights[:place]) for place in range(len(elements))]
    middles = [top + height // 2 for top, height in zip(tops, heights, strict=True)]
    base = TOP + sum(heights)
    values = "; ".join(f"{element.name} {element.score_text}" for element in elements if element.score is not None)
    return Chart(
        width=WIDTH,
        height=base + 26,
        left=LEFT,
        label_x=LEFT - 8,
        bar_height=BAR,
        base_y=base,
        axis_y=base + 16,
        bars=tuple(map(Bar.of, elements, labels, middles)),
        grid=tuple((LEFT + _length(Decimal(mark)), str(mark)) for mark in (1, 2, 3, 4)),
        title=f"Grafik 2.1 Nilai Rata-Rata per Unsur SKM {facts.cycle.office.short_name} {facts.period}",
        description=f"Grafik batang nilai rata-rata per unsur pada skala 1 sampai 4: {values}.",
        anchor="grafik-2-1",
    )


def _length(score: Decimal) -> int:
    return int((score - LOWEST) / (HIGHEST - LOWEST) * (WIDTH - LEFT - RIGHT))

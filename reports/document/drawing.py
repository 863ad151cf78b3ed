"""What a chart of the report is drawn from: coordinates and words, so that no template computes. Pure."""

from dataclasses import dataclass


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

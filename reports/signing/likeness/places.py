"""Where another service may draw on a prepared report: data in points, from the lower left corner of a page."""

from dataclasses import dataclass

STRIP_HEIGHT = 56.7
"""20 mm at the foot of every page. page.css prints nothing there but the page number, a mark CONTOH, and covers."""
BLOCK_WIDTH, BLOCK_HEIGHT = 205.0, 170.0
"""Right of and below the anchor of the signature block (page.css: .ttd): date, code, name, NIP."""
SLACK = 1.0
"""Of a box that another program has rounded."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: "Box", slack: float = SLACK) -> bool:
        """Whether the other lies within this one."""
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.top <= self.bottom


@dataclass(frozen=True, slots=True)
class Addition:
    """That a page was added to. ``places``: where that may show; ``in_form``: all that was prepared is now one form."""

    places: tuple[Box, ...]
    in_form: bool = False


def box_of(numbers: "tuple[float, ...] | list[float]") -> Box:
    """Of two corners in any order, as a PDF names them."""
    first, second, third, fourth = numbers
    return Box(min(first, third), min(second, fourth), max(first, third), max(second, fourth))


def strip_of(page: Box) -> Box:
    """The strip at the foot of a page."""
    return Box(page.left, page.bottom, page.right, page.bottom + STRIP_HEIGHT)


def block_at(left: float, top: float) -> Box:
    """The signature block whose upper left corner is the anchor."""
    return Box(left, top - BLOCK_HEIGHT, left + BLOCK_WIDTH, top)

"""Running text as data: words of one look, paragraphs and lists. Pure; markup.py reads it from what was typed."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. ``page_of`` names an anchor: the run prints the number of its page."""

    text: str
    bold: bool = False
    italic: bool = False
    page_of: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one line) or a list (one line per item); an ordered list counts from ``start``.

    ``marks``: letters or Roman numbers by their first, ``own`` where each item begins with a sign of its own.
    ``depth``: in how many other lists it stands, which go on behind it.
    """

    kind: Literal["p", "ul", "ol"]
    lines: tuple[Line, ...]
    start: int = 1
    marks: Literal["", "a", "A", "i", "I", "own"] = ""
    depth: int = 0


Blocks = tuple[Block, ...]


def text_of(blocks: Blocks) -> str:
    """What blocks say, without their look: a line for each paragraph and each item."""
    return "\n".join("".join(run.text for run in line) for block in blocks for line in block.lines)

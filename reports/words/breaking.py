"""Where a line may end within what is no plain word: after a joint, at a syllable, and never within a number. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

NARROW = 12
"""Characters of a token for which even the narrowest column has room."""
SOFT_HYPHEN, JOINT = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}"
_HYPHENATED = 29
"""Letters of a word for which the renderer looks for syllables itself; what is longer is no word of any dictionary."""
_ENDLESS = 100
_COLUMN = 8.5
"""Ems that the narrowest column of free text has at the largest size; digits are 0.62 of one, points between 0.32."""
_MONEY = r"(?:\b(?:Rp|IDR|USD)\.?[ \N{NO-BREAK SPACE}]?)?"
_NUMBER = rf"{_MONEY}[+±~≈-]?\d[\d.,]{{6,}}\d(?:,-)?%?"
_TOKEN = re.compile(rf"([^\w\s]*{_NUMBER}(?=[\W_]*(?:\s|$))|\S+)")
_WHOLE_NUMBER = re.compile(rf"([^\w\s]*)({_NUMBER})([^\w\s]*)")
_PART = re.compile(r"(?<=[/\\_@&=?#+~|:;-])(?=\w)|(?<=[.,])(?=[^\W\d])")
_SYLLABLE = re.compile(r".{2,9}?[aiueo](?=[^\Waiueo\d_][aiueo]\w)|.{10}(?=.{3})", re.IGNORECASE)
Kind = Literal["", "joint", "word", "endless", "number", "number-tight", "number-tighter", "number-tightest"]
_WIDTHS: tuple[tuple[float, Kind], ...] = (
    (1, "number"),
    (0.84, "number-tight"),
    (0.76, "number-tighter"),
    (0.68, "number-tightest"),
)
"""The share of its width that a number keeps as page.css prints it: in a narrower font, closely set, then closer."""


@dataclass(frozen=True, slots=True)
class TokenPart:
    """A part of a text. ``joint``: nothing but a place where a line may end; ``word``: with soft hyphens of its own."""

    text: str
    kind: Kind = ""


def pieces_of(text: str, shortest: int = NARROW) -> Iterator[TokenPart]:
    """A text in pieces, of which only tokens of more than ``shortest`` characters are other than plain."""
    for place, token in enumerate(_TOKEN.split(text)):
        if place % 2 and len(token) > shortest:
            first, *others = [token] if _WHOLE_NUMBER.fullmatch(token) else _PART.split(token)
            yield from _of_part(first)
            for part in others:
                yield TokenPart(JOINT, "joint")
                yield from _of_part(part)
        elif token:
            yield TokenPart(token)


def _of_part(part: str) -> Iterator[TokenPart]:
    found = _WHOLE_NUMBER.fullmatch(part)
    if found:
        yield from (TokenPart(found[1]), TokenPart(found[2], _number_kind(found[2])), TokenPart(found[3]))
    elif len(part) > _ENDLESS:
        yield TokenPart(part, "endless")
    elif len(part) > _HYPHENATED or (len(part) > NARROW and not re.fullmatch(r"\W*[^\W\d_]+\W*", part)):
        yield TokenPart(_SYLLABLE.sub(lambda syllable: syllable[0] + SOFT_HYPHEN, part), "word")
    else:
        yield TokenPart(part)


def _number_kind(number: str) -> Kind:
    """How narrow a number has to be printed to stay on one line of the narrowest column, at no size under 8 pt."""
    share = _COLUMN / sum(0.32 if mark in ".,- " else 0.62 for mark in number)
    return next((kind for least, kind in _WIDTHS if share >= least), "endless")

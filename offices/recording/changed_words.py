"""Two texts laid beside each other by words: what stays, what went, what came. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Mark = Literal["same", "removed", "added"]
_TOKENS = re.compile(r"\n|[^\s]+[^\S\n]*")
CONTEXT = 20
_EXACT_UP_TO = 2000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one fate, as they stand in their text."""

    text: str
    mark: Mark


def beside(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces; an empty text has none. Long runs of words that stay are cut to those near a change."""
    if not before or not after:
        return _whole(before, "removed"), _whole(after, "added")
    left: list[tuple[list[str], Mark]] = []
    right: list[tuple[list[str], Mark]] = []
    old = _TOKENS.findall(before)
    new = _TOKENS.findall(after)
    quickly = max(len(old), len(new)) > _EXACT_UP_TO
    # Blanks behind a word do not make it another.
    alike = SequenceMatcher(None, list(map(_word, old)), list(map(_word, new)), autojunk=quickly)
    for tag, first, last, start, end in alike.get_opcodes():
        left.append((old[first:last], "same" if tag == "equal" else "removed"))
        right.append((new[start:end], "same" if tag == "equal" else "added"))
    if all(mark == "same" for _, mark in left + right):
        return _whole(before, "removed"), _whole(after, "added")
    return _pieces(left), _pieces(right)


def _word(token: str) -> str:
    return token.rstrip() or token


def _whole(text: str, mark: Mark) -> tuple[Piece, ...]:
    return (Piece(text, mark),) if text else ()


def _pieces(runs: list[tuple[list[str], Mark]]) -> tuple[Piece, ...]:
    last = len(runs) - 1
    pieces: list[Piece] = []
    for place, (tokens, mark) in enumerate(runs):
        shown = _near(tokens, is_first=place == 0, is_last=place == last) if mark == "same" else tokens
        pieces += _marked("".join(shown), mark)
    return tuple(pieces)


def _marked(text: str, mark: Mark) -> list[Piece]:
    """The words under their mark, and the blank behind them under none."""
    words = text.rstrip(" ")
    parts = [Piece(words, mark), Piece(text[len(words) :], "same")] if mark != "same" else [Piece(text, mark)]
    return [part for part in parts if part.text]


def _near(tokens: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    """What a reader needs of unchanged words to find the place: those beside a change."""
    if len(tokens) <= 2 * CONTEXT + 5:
        return tokens
    head = [] if is_first else tokens[:CONTEXT]
    tail = [] if is_last else tokens[-CONTEXT:]
    return [*head, "… ", *tail]

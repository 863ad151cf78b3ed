"""What a frame is: a pattern over the letters of tokens, and the judge of what it finds. Pure.

To add one: a function of (sentence, match, truth) in a theme below this folder, its patterns over it by ``@hears``; a
new theme stands in themes.py beside it, a new folder of themes in FRAMES of reader.py.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from types import ModuleType

from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned


@dataclass(frozen=True, slots=True)
class Told:
    """What a judge says of the tokens from ``first`` to ``last``: right, or by which rule they are wrong.

    ``value``: what the data give, in the precision that was written; ``given`` says the same as a sentence that goes on
    from *menurut data*. ``sure``: the subject was named or is the field's own, so that a fault is a warning.
    """

    first: int
    last: int
    right: bool
    rule: str = ""
    value: str = ""
    given: str = ""
    placeholder: str = ""
    sure: bool = True


Judge = Callable[[Scanned, re.Match[str], Truth], Iterable[Told]]


@dataclass(frozen=True, slots=True)
class Frame:
    """``allows``: stances beside the asserted one under which it still holds.

    ``strict``: it accuses only where nothing unread stands about what it found.
    """

    pattern: re.Pattern[str]
    judge: Judge
    allows: frozenset[str] = frozenset()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Judging:
    """A judge with the frames that ask it, in the order in which they stand over it."""

    judge: Judge
    frames: tuple[Frame, ...]


def hears(pattern: str, *allows: str) -> Callable[[Judge | Judging], Judging]:
    """Stands over a judge, once for each pattern, in which blanks only part what belongs together."""
    compiled = re.compile(pattern.replace(" ", ""))

    def ask(judge: Judge | Judging) -> Judging:
        asked = judge if isinstance(judge, Judging) else Judging(judge, ())
        return Judging(asked.judge, (Frame(compiled, asked.judge, frozenset(allows)), *asked.frames))

    return ask


def frames_of(*themes: ModuleType, strict: bool = False) -> tuple[Frame, ...]:
    """The frames of modules, in the order in which they stand there."""
    judges = (value for theme in themes for value in vars(theme).values() if isinstance(value, Judging))
    return tuple(replace(each, strict=strict) for judging in judges for each in judging.frames)

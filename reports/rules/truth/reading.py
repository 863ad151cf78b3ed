"""What comes of reading texts against data: the ledger of what they mention, and what the data contradict. Pure."""

from dataclasses import dataclass
from typing import Literal

from reports.rules.finding import Place, Severity

TruthVerdict = Literal["right", "wrong", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A number, date or proper name of a text; ``start`` and ``end`` are places in it as it was typed.

    ``value`` is what the data give where it is wrong; ``placeholder`` what could stand there.
    """

    place: Place
    start: int
    end: int
    words: str
    verdict: TruthVerdict
    value: str | None = None
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a text says against the data; ``message`` quotes its words and gives the data's."""

    rule: str
    severity: Severity
    place: Place
    start: int
    end: int
    words: str
    sentence: str
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """``mentions`` is the ledger, in the order of the texts; every wrong one stands in ``claims``, too."""

    mentions: tuple[Mention, ...]
    claims: tuple[Contradiction, ...]

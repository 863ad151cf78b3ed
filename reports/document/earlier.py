"""What a report knows of the office's earlier surveys; gather.py reads it, the rules compare with it. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from followups.progress import Progress
from surveys.results.trend import Point


@dataclass(frozen=True, slots=True)
class EarlierPeriod:
    """An earlier survey of the same office: its index (25.00–100.00) and scores (1–4), as far as they are known.

    ``photos``: the digests of those pictures of this report that had proved something in that period already.
    ``recorded``: written down by hand, not composed in the portal.
    """

    period: str
    label: str
    index: Decimal | None
    scores: dict[str, Decimal]
    photos: tuple[str, ...]
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class PastSurvey:
    """One survey of the office, this one or one before it, with what was promised after it.

    ``priorities``: keys of elements; ``owed``: how many plans were left open that could still be carried out.
    ``recorded``: written down by hand, so that neither is known.
    """

    point: Point
    plans: Progress
    priorities: tuple[str, ...] = ()
    owed: int = 0
    recorded: bool = False

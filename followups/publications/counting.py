"""In how many kinds of media something was published, and what has not been published anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from followups.models import Medium, Publication, Published


@dataclass(frozen=True, slots=True)
class MediumTold:
    """One kind of media: how many publications it has, and how many of them lack their proof."""

    label: str
    count: int
    unproven: int


def media_told(rows: Iterable[Publication]) -> tuple[MediumTold, ...]:
    """The kinds that are used, in the order in which an evaluator counts them."""
    known = tuple(rows)
    told = []
    for medium in Medium:
        own = [row for row in known if row.medium == medium]
        if own:
            told.append(MediumTold(str(medium.label), len(own), sum(1 for row in own if not row.proof)))
    return tuple(told)


def unpublished(rows: Iterable[Publication]) -> tuple[Published, ...]:
    """What no row says was published, in its order."""
    known = {row.what for row in rows}
    return tuple(what for what in Published if what not in known)

"""What is said of a level: on what it rests, what evidence is missing, what reaches the next. Pure."""

from dataclasses import dataclass

from oversight.levels.records import CycleRecord


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the page where it is shown or mended: the name of an address of a cycle or of the office."""

    words: str
    page: str = ""
    period: str = ""

    @classmethod
    def of(cls, cycle: CycleRecord, words: str, page: str) -> "Told":
        """Of a cycle; what was recorded by hand is mended among the earlier periods."""
        return cls(words, "earlier_periods") if cycle.is_recorded else cls(words, page, cycle.period.code)


@dataclass(frozen=True, slots=True)
class Reading:
    """``note``: what has to be known to understand the level, or nothing.

    ``ahead``: of surveys that count in the next evaluation and not in this one.
    """

    rests_on: tuple[Told, ...] = ()
    lacks: tuple[Told, ...] = ()
    toward: tuple[Told, ...] = ()
    ahead: tuple[Told, ...] = ()
    note: str = ""

"""Who answered the survey, beneath its results: counts by class, small ones hidden where no sheet asks them. Pure."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from reports.document.facts import Facts
from reports.words.language import decimal_text, integer_text
from surveys.ikm import round_half_up
from surveys.profiles import MARGINS, Margin
from surveys.respondents.disclosure import FEWEST, printed_counts

MARK = "*"
HIDING = (
    f"{MARK}) Jumlah di bawah {FEWEST} tidak dicetak demi kerahasiaan responden, begitu pula jumlah lain yang "
    "dapat membukanya."
)


@dataclass(frozen=True, slots=True)
class ProfileCell:
    """``count`` is None where it is hidden; ``text``: label, count and share as printed: ``Laki-laki 60 (54,55%)``."""

    label: str
    count: int | None
    text: str

    @classmethod
    def of(cls, label: str, count: int | None, total: int) -> Self:
        if count is None:
            return cls(label, None, f"{label} {MARK}")
        return cls(label, count, f"{label} {integer_text(count)} ({share_text(count, total)})")


def share_text(count: int, total: int) -> str:
    """A part of all that were counted: ``54,55%``."""
    return f"{decimal_text(round_half_up(Fraction(100 * count, total)))}%"


@dataclass(frozen=True, slots=True)
class ProfileRow:
    label: str
    cells: tuple[ProfileCell, ...]


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """``note`` explains the mark of hidden counts; empty where none is hidden."""

    title: str
    anchor: str
    rows: tuple[ProfileRow, ...]
    note: str


def profile_of(facts: Facts) -> ProfileTable | None:
    """None while nobody was counted. A margin of nobody, or that small counts show through in any case, is left out."""
    counted = facts.cycle.survey.profile
    rows = tuple(row for key, counts in counted.items() if (row := _row(MARGINS[key], counts)))
    if not rows:
        return None
    is_hidden = any(cell.count is None for row in rows for cell in row.cells)
    return ProfileTable("Profil Responden", "profil-responden", rows, HIDING if is_hidden else "")


def _row(margin: Margin, counts: dict[str, int]) -> ProfileRow | None:
    printed = printed_counts(margin, counts)
    if not printed:
        return None
    total = sum(counts.values())
    cells = (ProfileCell.of(margin.classes[key], count, total) for key, count in printed.items())
    return ProfileRow(margin.label, tuple(cells))

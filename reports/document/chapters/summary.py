"""The Ringkasan Eksekutif, one page before Bab I: the index, the plans by element and status, what is still owed. Pure.

All of it is computed, and nothing that is not known is spoken of.
"""

from dataclasses import dataclass
from textwrap import shorten, wrap
from typing import Self

from reports.document.chapters.conclusion import target_text
from reports.document.chapters.speed import distance, last_done
from reports.document.chapters.statuses import ElementRow
from reports.document.facts import Facts, PlanFact
from reports.document.phrases import achievement, points_of
from reports.document.shapes import Entry
from reports.words.language import begun_large, date_text, decimal_text, month_text

ROOM = 485
"""Points of an A4 page that the rows of its tables share; their heads and what stands around them have the rest."""
LINE, AROUND = 12, 8
"""Points of a line in a cell, and of the room above and below its text."""
ELEMENT_CHARACTERS, PROGRAMME_CHARACTERS, REST_CHARACTERS = 20, 50, 70
"""What a line of these columns, and one below them, holds at least."""
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class OwedRow:
    """An open plan under its place in the tables, and by when it is to be done."""

    point: str
    programme: str
    deadline: str

    @classmethod
    def of(cls, fact: PlanFact) -> Self:
        completion = fact.plan.completion
        latest = completion.latest if completion else None
        return cls(
            point=f"{fact.number} {fact.point}",
            programme=shorten(fact.name, LONGEST_NAME, placeholder=" …"),
            deadline=month_text(latest) if latest else target_text(completion),
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """``figures``: what is known in one line each, by its name. ``total`` is None for a single priority.

    ``owed`` are as many as fit on the page; ``rest`` says where the others stand, and which are not among them.
    """

    entry: Entry
    figures: tuple[tuple[str, str], ...]
    rows: tuple[ElementRow, ...]
    total: ElementRow | None
    owed: tuple[OwedRow, ...]
    rest: str


def summary_of(facts: Facts) -> Summary | None:
    """None where the office prints none, and while there is nothing to sum up."""
    if not facts.source.appearance.has_summary or (facts.index is None and not facts.plans):
        return None
    rows = tuple(map(ElementRow.of, facts.priorities))
    total = ElementRow.of_all(facts) if len(rows) > 1 else None
    owed = tuple(map(OwedRow.of, facts.owed))
    figures = _figures(facts)
    taken = (AROUND + LINE) * len(figures) + sum(_height(row.element, ELEMENT_CHARACTERS) for row in rows)
    impossible = f"RTL {points_of(facts.impossible)} tidak dapat dilaksanakan." if facts.impossible else ""
    taken += _height(impossible, REST_CHARACTERS) if impossible else 0
    shown = _that_fit(owed, ROOM - taken)
    return Summary(
        entry=Entry("", "RINGKASAN EKSEKUTIF", "ringkasan-eksekutif", 1),
        figures=figures,
        rows=rows,
        total=total,
        owed=shown,
        rest=" ".join(filter(None, (_rest(len(owed), len(shown)), impossible))),
    )


def _figures(facts: Facts) -> tuple[tuple[str, str], ...]:
    index = facts.index
    reported = facts.cycle.survey.report_date
    last = last_done(facts)
    known = {
        "Indeks Kepuasan Masyarakat (IKM)": f"{decimal_text(index.printed)}, mutu {index.grade}" if index else "",
        "Pelaksanaan RTL": begun_large(achievement(facts)) if facts.plans else "",
        "Tanggal laporan SKM": date_text(reported) if reported else "",
        "RTL terakhir yang selesai": date_text(last) if last else "",
        "Jarak waktu keduanya": distance(reported, last) if reported and last else "",
    }
    return tuple((name, text) for name, text in known.items() if text)


def _that_fit(owed: tuple[OwedRow, ...], room: int) -> tuple[OwedRow, ...]:
    """The first rows, as long as there is room for them."""
    taken = 0
    for place, row in enumerate(owed):
        taken += _height(row.programme, PROGRAMME_CHARACTERS)
        if taken > room:
            return owed[:place]
    return owed


def _height(text: str, characters: int) -> int:
    """Points of a row whose longest cell holds this text."""
    return AROUND + LINE * len(wrap(text, characters))


def _rest(total: int, shown: int) -> str:
    if shown == total:
        return ""
    if not shown:
        return f"Sebanyak {total} RTL belum selesai; target penyelesaiannya disajikan dalam Tabel 4.1."
    return f"… dan {total - shown} RTL lainnya dalam Tabel 4.1."

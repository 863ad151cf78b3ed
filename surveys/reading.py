"""Scores as they are read at once while one types them: grades, index, bars, and what to think of the published one.

Pure but for its words of numbers; the calculation is in ikm.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from textwrap import wrap

from surveys.ikm import Grade, IndexResult, converted, grade_of_score, index_result, weights_for
from surveys.typed_numbers import decimal_words

WIDTH, ROW, BAR, TOP, TRACK = 360, 42, 12, 4, 230
LINE, LABEL_CHARACTERS = 17, 48
"""How far apart the lines of a long name are, and how many letters of it stand on one."""
LOWEST = Decimal(1)
HIGHEST = Decimal(4)


@dataclass(frozen=True, slots=True)
class ReadScore:
    """One element with what its score (1–4) means, and its bar; ``value`` is empty while it has none.

    ``lines``: its name as it stands above the bar, each line with its place.
    """

    key: str
    name: str
    lines: tuple[tuple[int, str], ...]
    value: str
    grade: Grade | None
    published: str
    y: int
    value_y: int
    width: int
    value_x: int
    track: int

    @property
    def disagrees(self) -> bool:
        """Whether the published grade is another than the computed one."""
        return bool(self.grade and self.published and self.published != self.grade.letter)


@dataclass(frozen=True, slots=True)
class Reading:
    """``index`` is None until every element has a score; ``remark`` says what to think of the published one."""

    rows: tuple[ReadScore, ...]
    filled: int
    index: IndexResult | None
    remark: str
    width: int
    height: int
    bar: int

    @property
    def disagreeing(self) -> tuple[ReadScore, ...]:
        return tuple(row for row in self.rows if row.disagrees)


@dataclass(frozen=True, slots=True)
class Scale:
    """What an instrument asks and how it grades: element keys with their names, in order, and grades.

    ``questions``: how many of them each element's score counts for in the index, empty where all count alike.
    ``also``: what files and messages call an element beside its name.
    """

    elements: tuple[tuple[str, str], ...]
    grades: tuple[Grade, ...]
    questions: Mapping[str, int] = field(default_factory=dict)
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Element key to its name and what else it is called."""
        return {key: (name, *self.also.get(key, ())) for key, name in self.elements}


def read_scores(
    scale: Scale, scores: Mapping[str, Decimal], declared: Decimal | None, published: Mapping[str, str]
) -> Reading:
    """Read the scores (1–4) that there are so far; ``declared`` and ``published`` as the office made them known."""
    rows: list[ReadScore] = []
    top = TOP
    for key, name in scale.elements:
        row = _row(top, key, name, score=scores.get(key), grades=scale.grades, published=published.get(key, ""))
        rows.append(row)
        top += ROW + LINE * (len(row.lines) - 1)
    complete = bool(rows) and len(scores) == len(rows)
    weights = weights_for(scores, scale.questions)
    index = index_result(list(scores.values()), declared, scale.grades, weights) if complete else None
    return Reading(tuple(rows), len(scores), index, _remark(index), WIDTH, top, BAR)


def _row(top: int, key: str, name: str, *, score: Decimal | None, grades: Sequence[Grade], published: str) -> ReadScore:
    lines = tuple((top + 13 + LINE * at, line) for at, line in enumerate(wrap(name, LABEL_CHARACTERS)))
    last = lines[-1][0]
    grade = None if score is None else grade_of_score(score, grades)
    length = 0 if score is None else _length(score)
    return ReadScore(
        key=key,
        name=name,
        value="" if score is None or grade is None else _value(score, grade),
        grade=grade,
        published=published,
        lines=lines,
        y=last + 7,
        value_y=last + 18,
        width=length,
        value_x=TRACK + 8,
        track=TRACK,
    )


def _value(score: Decimal, grade: Grade) -> str:
    return f"{decimal_words(score)} · {decimal_words(converted(score))} · {grade.letter}"


def _length(score: Decimal) -> int:
    return max(2, int((score - LOWEST) / (HIGHEST - LOWEST) * TRACK))


def _remark(index: IndexResult | None) -> str:
    if index is None or index.declared is None:
        return ""
    computed = decimal_words(index.computed)
    if not index.differs and index.declared_is_explained:
        return "IKM yang dipublikasikan sama dengan hasil perhitungan."
    low = decimal_words(index.envelope.lowest)
    high = decimal_words(index.envelope.highest)
    if index.declared_is_explained:
        return (
            f"IKM yang dipublikasikan berbeda dari hasil perhitungan ({computed}), tetapi pembulatan nilai unsur "
            f"dapat menghasilkan IKM antara {low} dan {high}; karena itu laporan mencetak angka yang dipublikasikan."
        )
    return (
        f"IKM yang dipublikasikan tidak dapat dijelaskan oleh pembulatan nilai unsur, yang hanya dapat menghasilkan "
        f"IKM antara {low} dan {high}; karena itu laporan mencetak hasil perhitungan ({computed}). "
        "Periksa kembali nilai unsur dan IKM yang dipublikasikan."
    )

"""What files of scores would change in a survey, beside what is stored, for a person to accept or not. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any

from surveys.ikm import converted, grade_of_score, index_of, ranked, round_half_up, weights_for
from surveys.profiles import MARGINS, told
from surveys.reading import Scale
from surveys.typed_numbers import decimal_words
from surveys.workbooks.inquiry import ScoreFile

KINDS = {
    "answers": "jawaban responden",
    "frequencies": "banyaknya setiap jawaban",
    "summary": "nilai rata-rata unsur",
}


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One element: its score (1–4) as stored and as found, in words; empty where there is none.

    ``error``: the standard error of what was found. ``rank``: from the lowest score up; with the stored one, if that
    is another.
    """

    name: str
    stored: str
    found: str
    converted: str
    grade: str
    rank: str
    count: int | None
    error: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """``index`` and ``stored_index`` in words. ``digest``: of files and result, by which accepting means this one.

    ``profile``: label of a margin with its counts by label.
    ``method``: questionnaire, mapping and method in words; ``usual``: which of them were taken because they were
    chosen last.
    """

    kind: str
    rows: tuple[PreviewRow, ...]
    index: str
    index_error: str
    grade: str
    stored_index: str
    respondents: int | None
    services: tuple[tuple[str, int], ...]
    usual: str
    method: str
    open_to_choice: bool
    profile: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    digest: str

    @property
    def of_answers(self) -> bool:
        return self.kind == KINDS["answers"]

    @property
    def counted(self) -> bool:
        return any(row.count for row in self.rows)


def preview_of(scale: Scale, stored: Mapping[str, Decimal], found: Mapping[str, Any], digest: str) -> Preview:
    """``stored``: the scores that are there now, by element key; ``found``: what was read (Found.as_json)."""
    scores = {key: Decimal(text) for key, text in found["scores"].items()}
    complete = bool(stored) and len(stored) == len(scale.elements)
    weights = weights_for(stored, scale.questions)
    ranks = dict(ranked({key: Decimal(text) for key, text in found["stored"].items()}))
    stored_ranks = dict(ranked(stored))
    return Preview(
        kind=KINDS.get(found["kind"] or "", ""),
        rows=tuple(
            _row(
                scale,
                name,
                stored=stored.get(key),
                score=scores.get(key),
                rank=_rank_words(ranks.get(key), stored_ranks.get(key)),
                count=found["counts"].get(key),
                error=_short(found["errors"].get(key)),
            )
            for key, name in scale.elements
        ),
        index=(found["index"] or "").replace(".", ","),
        index_error=_short(found["index_error"]),
        grade=found["grade"] or "",
        stored_index=decimal_words(index_of(list(stored.values()), weights)) if complete else "",
        respondents=found["respondents"],
        services=tuple(found["services"].items()),
        usual=found["usual"],
        method=found["how"],
        open_to_choice=found["open_to_choice"],
        profile=tuple((MARGINS[key].label, tuple(counts.items())) for key, counts in told(found["profile"]).items()),
        digest=digest,
    )


def _short(error: str | None) -> str:
    return "" if error is None else decimal_words(round_half_up(Fraction(error)))


def _rank_words(rank: int | None, stored: int | None) -> str:
    if rank is None:
        return ""
    return str(rank) if stored in {None, rank} else f"{rank} (tersimpan {stored})"


def _row(
    scale: Scale, name: str, *, stored: Decimal | None, score: Decimal | None, rank: str, count: int | None, error: str
) -> PreviewRow:
    shown = "" if stored is None else decimal_words(stored.quantize(Decimal("0.0001")))
    found = "" if score is None else decimal_words(score)
    return PreviewRow(
        name=name,
        stored=shown,
        found=found,
        converted="" if score is None else decimal_words(converted(score)),
        grade="" if score is None else grade_of_score(score, scale.grades).letter,
        rank=rank,
        count=count,
        error=error,
        changed=bool(found) and found != shown,
    )


def digest_of(files: Sequence[ScoreFile], found: Mapping[str, Any]) -> str:
    """Of what was sent and what was read of it."""
    told = {key: found[key] for key in ("stored", "kind", "form", "mapping", "method", "respondents", "profile")}
    parts = [sha256(file.content).hexdigest() for file in files]
    return sha256(json.dumps([parts, told], sort_keys=True).encode()).hexdigest()[:24]

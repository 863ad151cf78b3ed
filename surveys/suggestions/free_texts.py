"""What respondents wrote freely, as it may be kept: each text once, short, and nothing that says nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from offices.invisible import alike, narrowed, tidied
from surveys.element_names import is_derived
from surveys.models import MOST_LETTERS

_ASKED = r"(?:saran|kritik|masukan|komentar|keluhan|ulasan|aspirasi)"
_HEADING = re.compile(rf"\b{_ASKED}\b")
_NO = (
    r"(?:tidak|tdk|tak|belum|blm|ga|gak|gk|nggak|ngga|enggak|engga|nda|ndak)(?: ada)?"
    r"|tiada|nihil|kosong|none|no|nothing|nil|null|n a|na"
)
_NOTHING = re.compile(rf"(?:{_NO})(?: (?:{_ASKED}|dan|atau|apa apa|untuk|saat ini|sementara|lagi|kak|pak|bu))*")


def asks_for_suggestions(heading: str) -> bool:
    """Whether a column of this heading (in small letters) is one of free texts, and not an element's own name."""
    told = " ".join(re.findall(r"\w+", heading))
    found = _HEADING.search(told)
    return bool(found) and not is_derived(told) and (found.start() == 0 or "pengaduan" not in told)  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Gathered:
    """``texts``: how many wrote each; ``empty``: how many wrote nothing; ``cut``: texts that were longer."""

    texts: dict[str, int]
    empty: int
    cut: int


def gathered(written: Mapping[str, int]) -> Gathered:
    """What stood in the cells, with how often, as it is kept: texts that differ only in case and signs are one."""
    first: dict[str, str] = {}
    texts: dict[str, int] = {}
    empty = 0
    cut = 0
    for raw, times in written.items():
        words = " ".join(re.findall(r"\w+", alike(raw)))
        if _NOTHING.fullmatch(words) or not any(sign.isalpha() for sign in words):
            empty += times
            continue
        if words not in first:
            lines = (" ".join(line.split()) for line in narrowed(tidied(raw)).splitlines())
            text = "\n".join(line for line in lines if line)
            cut += len(text) > MOST_LETTERS
            first[words] = text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 2].rstrip()} …"
        texts[first[words]] = texts.get(first[words], 0) + times
    return Gathered(texts, empty, cut)

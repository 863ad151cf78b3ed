"""Which element a text names, in spite of slips of the pen: for pasted scores and headings of files alike. Pure."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from offices.invisible import alike

Names = Mapping[str, Sequence[str]]
"""Element key to what the element is called, in the order of the questionnaire."""
NEAR = 86
EIGHTH, NINTH = 8, 9
_REMARK = re.compile(r"\b(?:saran|kritik|komentar|masukan|keluhan|alasan|catatan)\b")
_DERIVED = re.compile(
    r"\b(?:rerata|rata|nrr|ikm|indeks|total|jumlah|bobot|mutu|kategori|tertimbang|konversi|kinerja|pelaksanaan|kegiatan)\b"
)


def exactly_named(text: str, names: Names) -> str:
    """The element whose key or name this is, but for signs and capitals, and nothing more; else empty."""
    told = _words(text)
    return next((key for key, known in names.items() if told and told in (_words(key), *map(_words, known))), "")


def element_named(text: str, names: Names) -> str:
    """The element that is called so; none for what only a respondent wrote about or somebody computed."""
    if exact := exactly_named(text, names):
        return exact
    told = _words(text)
    if not told or is_derived(told) or _REMARK.match(told) or (_REMARK.search(told) and "pengaduan" not in told):
        return ""
    known = [(key, _words(name)) for key, several in names.items() for name in several]
    found = process.extractOne(told, [name for _key, name in known], scorer=fuzz.ratio, score_cutoff=NEAR)
    return known[found[2]][0] if found else ""


def is_derived(text: str) -> bool:
    """Whether a text (in small letters) tells of something that somebody computed."""
    return bool(_DERIVED.search(text))


def two_orders(names: Names) -> tuple[str, str] | None:
    """The eighth and the ninth element where their numbers may mean either.

    The regulation lists complaints before facilities and asks them the other way round, and offices use both orders.
    """
    if len(names) < NINTH:
        return None
    eighth, ninth = list(names)[EIGHTH - 1 : NINTH]
    told = [" ".join(map(_words, names[key])) for key in (eighth, ninth)]
    either = any("pengaduan" in one and "sarana" in other for one, other in (told, reversed(told)))
    return (eighth, ninth) if either else None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", alike(text)))

"""Whether two ways of writing a name mean one person: what is decoration in Indonesia, and what is the name."""

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻ`´′＇"), "'")
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*(?:'[^\W\d_\u0300-\u036f]+)*(\.?)")
_VOWEL = re.compile("[aeiou]")
_LONGEST_DEGREE = 3  # words: "S. Si. T"

HONORIFICS = frozenset(("h", "hj", "kh", "drs", "dra", "drg", "drh", "dr", "ir", "prof", "ns", "apt"))
_PAIRS = frozenset((("k", "h"), ("h", "c")))  # "K.H.", "Dr. H.C."
_DEGREES = frozenset(
    """
    amd amdkeb amdkep ama ba lc phd llm mba mpa mpp msc mphil bsc beng akt cpa ners
    sh se st sp ss sag sap sab sip spd spdi spdsd sfil sgz shi shum siklan sikom sked skedh skeb skep skh skm skom
    skpm smn smat ssos ssosi spsi spt spi spn ssi ssn ssit sst ssy stp sth stt strkeb strkep strip sak saktr
    mh me mt mp mm ma mag map mab mak mars mec med meng mfil mgz mhi mhum mikom mip mkeb mked mkep mkes mkm mkn mkom
    mla mli mmsi mpd mpdi mpsi mpt mpi msak mse msi msn msos msy mth mtr mtrip spog spa spb spm sppd
    """.split()  # noqa: SIM905 (a list of words is read as such)
)
_ALSO_WORDS = frozenset(("ma", "ba", "ama", "mak", "sak", "sip", "map", "spa", "med", "mla", "mli", "ners"))
"""Degrees that, without dots and in capitals, might be a part of a name as well."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    dotted: bool


def same_name(one: str, other: str) -> bool:
    """Whether both, without degrees, honorifics and differences of writing, are one name of at least one word."""
    words = plain_name(one)
    return bool(words) and words == plain_name(other)


def plain_name(name: str) -> tuple[str, ...]:
    """The words of a name, casefolded: no degrees and honorifics, no remark in brackets, one kind of apostrophe."""
    composed = unicodedata.normalize("NFKC", name.translate(_APOSTROPHES))
    seen = "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")
    text = _REMARK.sub(" ", seen).partition(",")[0]
    words = _without_degrees([_Word(found[0].rstrip("."), bool(found[1])) for found in _WORD.finditer(text)])
    plain = [word.text.casefold() for word in words]
    while len(plain) > 1:
        if tuple(plain[:2]) in _PAIRS and len(plain) > 2:
            plain = plain[2:]
        elif plain[0] in HONORIFICS:
            plain = plain[1:]
        else:
            break
    return tuple(plain)


def _without_degrees(words: list[_Word]) -> list[_Word]:
    """Degrees may also stand behind a name without a comma: "Budi Rahayu S.Kom. M.Si"."""
    capitals = all(word.text.isupper() for word in words)
    while len(words) > 1:
        length = next((n for n in range(_LONGEST_DEGREE, 0, -1) if _is_degree(words, n, capitals=capitals)), 0)
        if not length:
            break
        words = words[:-length]
    return words


def _is_degree(words: list[_Word], length: int, *, capitals: bool) -> bool:
    last = words[-length:]
    joined = "".join(word.text for word in last).casefold()
    if len(words) <= length or joined not in _DEGREES:
        return False
    if length > 1:
        return all(word.dotted for word in last[:-1])
    return last[0].dotted or _looks_short(last[0].text, joined, capitals=capitals)


def _looks_short(text: str, joined: str, *, capitals: bool) -> bool:
    """Whether an undotted word reads as an abbreviation, not as a part of a name."""
    if not _VOWEL.search(joined):
        return True
    if text in (text.capitalize(), text.lower()):
        return False
    return not (capitals and joined in _ALSO_WORDS)

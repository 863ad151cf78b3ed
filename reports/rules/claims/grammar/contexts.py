"""What a number or name stands in: its clause, and words that say it speaks of something else. Pure."""

import re

_CLAUSE = re.compile(
    r";|, (?:sedangkan|sementara|namun|tetapi|adapun|melainkan)\b|\b(?:sedangkan|sementara itu|namun|tetapi)\b"
)

LATER = re.compile(r"\b(?:berikutnya|mendatang|akan datang|selanjutnya|ke depan)\b")
AIMS = re.compile(
    r"\b(?:target\w*|ditargetkan|sasaran|minimal|maksimal|sekurang-kurangnya|setidaknya|paling (?:rendah"
    r"|sedikit|tinggi|banyak)"
    r"|skala|rentang|interval|antara|di atas|di bawah|lebih dari|kurang dari|batas|ambang|selisih|selisihnya"
    r"|naik|turun|meningkat"
    r"|menurun|berkurang|bertambah)(?: \S+){0,2} ?$"
)
"""Just before a number: it is an aim, a bound or a difference, not what was found."""

_RANGE_BEFORE = re.compile(r"\d\s*(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*$")
_RANGE_AFTER = re.compile(r"\s*(?:[-–—]|s\.?/?d\.?\s|sampai(?: dengan)?\s|hingga\s)\s*\d")


def clause(low: str, place: int) -> tuple[int, int]:
    """The part of a sentence between the joints that change its subject, around a place."""
    start = 0
    end = len(low)
    for match in _CLAUSE.finditer(low):
        if match.end() <= place:
            start = match.end()
        elif match.start() >= place:
            end = match.start()
            break
    return start, end


def is_bound(low: str, start: int, end: int) -> bool:
    """Whether a number is an aim, a difference or the end of a range."""
    head = low[max(0, start - 60) : start]
    return bool(AIMS.search(head) or _RANGE_BEFORE.search(head) or _RANGE_AFTER.match(low, end))

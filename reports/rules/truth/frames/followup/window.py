"""Whether the months in which the follow-up is told to have been carried out lie within its own. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.words.language import month_range

_FOLLOWED = re.compile(
    r"\btindak lanjut\b[^,;]{0,50}?\b(?:dikerjakan|dilaksanakan|berlangsung|dari|adalah|yaitu)"
    r"(?: (?:pada|dari|mulai|bulan|sejak|selama))* $"
)
_OTHER = re.compile(r"\b(?:sebelumnya|lalu|berikutnya|akan|diteruskan|dilanjutkan|lanjutan|sisa\w*|laporan tindak)\b")


@hears("R")
def window_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: *tindak lanjut dikerjakan pada Juli s.d. Desember 2025*."""
    at = match.start()
    when = sentence.tokens[at].when
    first = sentence.tokens[sentence.clause(at)[0]].start
    ahead = sentence.text[first : sentence.tokens[at].start].lower()
    if when is None or when.months is None or not _FOLLOWED.search(ahead) or _OTHER.search(sentence.text.lower()):
        return
    followup = truth.facts.cycle.followup
    is_within = followup.start <= when.months[0] and when.months[1] <= followup.end
    if is_within:
        return  # a part of it, or the whole: whether the whole is meant, the survey's frames know
    value = month_range(followup.start, followup.end)
    yield Told(at, at, False, "K53", value, f"masa tindak lanjut adalah {value}", "masa_tindak_lanjut")

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


_IN_ALL = re.compile(r"\b(?:masa|waktu|jadwal|selama|sepanjang|ditetapkan|berlangsung|berjalan|\w+ bulan)\b")
_IN_PART = re.compile(r"\b(?:tahap|sebagian|pertama|kedua|ketiga|unsur|antara lain|di antaranya|terutama)\b")


@hears("w [^|EPUDMR]{0,16} M (?: [,&]{1,2} M )+", "aim")
def months_listed(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: *masa tindak lanjut ditetapkan tiga bulan, yaitu Oktober, November, dan Desember 2025*."""
    places = [at for at in range(match.start(), match.end()) if sentence.types[at] == "M"]
    low = sentence.words(match.start(), places[0]).lower()
    named = [when.last.in_year(None) for at in places if (when := sentence.tokens[at].when)]
    year = next((moment.year for moment in reversed(named) if moment.year), None)
    followup = truth.facts.cycle.followup
    months = tuple(followup.start.plus(step) for step in range(followup.start.months_to(followup.end) + 1))
    if not _IN_ALL.search(low) or _IN_PART.search(low) or _OTHER.search(sentence.text.lower()):
        return
    right = [moment.month for moment in named] == [month.number for month in months] and year in (None, months[-1].year)
    value = month_range(followup.start, followup.end)
    yield Told(places[0], places[-1], right, "K53", value, f"masa tindak lanjut adalah {value}", "masa_tindak_lanjut")


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

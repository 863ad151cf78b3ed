"""The period and year of the survey where no other can be meant. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, frame
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from surveys.periods import PeriodKind

_COMPARES = re.compile(
    r"\b(?:banding\w*|dibanding\w*|perbandingan|sebelumnya|semula|terdahulu|lalu|sejak|tren|berikutnya|mendatang|akan datang"
    r"|selanjutnya|ke depan|kembali|pernah|berbeda|lama|riwayat|historis)\b"
)
_HERE = re.compile(
    r"\b(?:laporan ini|tindak lanjut|hasil skm|hasil survei|dasar|dilaksanakan|periode survei|berdasarkan|kegiatan skm"
    r"|pelaksanaan|diselenggarakan|menilai|menetapkan|dokumen ini|melibatkan|diperoleh|menghasilkan|periode ini)\b"
)


def period_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K51: a semester, quarter or month told as the survey's."""
    at = match.end() - 1
    when = sentence.tokens[at].when
    own = truth.own.period
    if when is None or when.kind is None:
        return
    year = when.first.year
    told = type(own)(year or own.year, when.kind, (when.first.month - 1) // when.kind + 1)
    if told == own or told.encloses(own):
        yield Told(at, at, right=True, placeholder="periode" if told == own else "")
        return
    if own.encloses(told) or (when.kind < own.kind and own.kind != PeriodKind.YEAR) or not _is_here(sentence, match):
        return
    if told.code in {period.period for period in truth.earlier} and set(sentence.types) & set("XvVW"):
        return
    yield Told(at, at, False, "K51", truth.facts.period, f"periode survei adalah {truth.facts.period}", "periode")


def _is_here(sentence: Scanned, match: re.Match[str]) -> bool:
    """Whether this report's survey is meant: nothing is compared, and it is not one period of several."""
    low = sentence.text.lower()
    others = sum(kind in "SQ" for kind in sentence.types)
    return bool(_HERE.search(low)) and not _COMPARES.search(low) and others == 1 and "!" not in match[0]


def year_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K52: a year told as the survey's."""
    at = match.end() - 1
    when = sentence.tokens[at].when
    own = truth.own.period
    if when is None or when.first.year is None:
        return
    year = when.first.year
    follows = "w" in match[0] or sentence.left(match.start(), "wz", 5) >= 0
    followup = truth.facts.cycle.followup
    own_years = {own.year, followup.start.year, followup.end.year, truth.facts.report_base.year}
    if year == own.year or (follows and year in own_years):
        yield Told(at, at, right=True, placeholder="tahun" if year == own.year else "")
        return
    if not _is_here(sentence, match) and sum(kind in "SQ" for kind in sentence.types) == 0:
        if not (_HERE.search(sentence.text.lower()) and not _COMPARES.search(sentence.text.lower())):
            return
    if _COMPARES.search(sentence.text.lower()) or set(sentence.types) & set("vV") or sentence.types.count("Y") > 1:
        return
    if any(period.period.startswith(str(year)) for period in truth.earlier) and "X" in sentence.types:
        return
    yield Told(at, at, False, "K52", str(own.year), f"tahun survei adalah {own.year}", "tahun")


FRAMES = (
    frame("[sizw] [^|XNCEPU]{0,5}? [SQ]", period_told),
    frame("[siwz] [.]? Y", year_told),
)

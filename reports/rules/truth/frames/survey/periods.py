"""The period and year of the survey where no other can be meant. Pure."""

import re
from collections.abc import Iterator

from followups.months import Month
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.numbers import tells
from reports.rules.truth.judges.times import is_days, is_months
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set
from surveys.periods import PeriodKind

_COMPARES = re.compile(
    r"\b(?:banding\w*|dibanding\w*|perbandingan|pembanding|sebelumnya|semula|terdahulu|lalu|sejak|tren|berikutnya|mendatang"
    r"|akan datang"
    r"|selanjutnya|ke depan|kembali|pernah|berbeda|riwayat|historis)\b"
)
_UNDER_WAY = re.compile(r" (?:\w+ )?(?:sedang|masih|belum|akan|baru)\b")
"""Another survey than that on which the report rests."""
_IS_PAST = re.compile(r" (?:telah|sudah) (?:dilaporkan|disampaikan|diselesaikan|ditutup|tuntas|selesai)")
_JOINING = word_set("periode pada untuk masa dalam")
_HERE = re.compile(
    r"\b(?:laporan ini|tindak lanjut|hasil skm|hasil survei|dasar|dilaksanakan|periode survei|berdasarkan"
    r"|kegiatan skm|ditindaklanjuti"
    r"|pelaksanaan|diselenggarakan|menilai|menetapkan|dokumen ini|menyelenggarakan|melaksanakan|memperoleh"
    r"|diikuti|responden|laporan|menyajikan"
    r"|melibatkan|diperoleh|menghasilkan|periode ini)\b"
)


@hears("[siz] [^|XNCEPUwpP]{1,3} R")
def months_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K51: *SKM periode Juli–Desember 2025*."""
    at = match.end() - 1
    when = sentence.tokens[at].when
    own = truth.own.period
    joining = {sentence.low(here) for here in range(match.start() + 1, at)}
    if when is None or "periode" not in joining or not joining <= _JOINING or when.first.day:
        return
    first = Month.of(own.first_day)
    last = Month.of(own.last_day)
    survey = truth.facts.cycle.survey
    held = survey.start is not None and survey.end is not None and is_days(when, survey.start, survey.end)
    if is_months(when, first, last) or held:
        yield Told(at, at, right=True)
    elif _is_spoken_of(sentence, at):
        yield Told(at, at, False, "K51", truth.facts.period, f"periode survei adalah {truth.facts.period}", "periode")


@hears("[siz] [^|XNCEPUwpP]{0,5}? [SQM]")
def period_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K51: a semester, quarter or month told as the survey's."""
    at = match.end() - 1
    when = sentence.tokens[at].when
    own = truth.own.period
    # *tindak lanjut SKM berlangsung selama* tells when the follow-up was done.
    head = match.start()
    follows = set("wp") & set(sentence.types[max(0, head - 3) : head])
    is_of_follow_up = follows and any(sentence.low(here) not in _JOINING for here in range(head + 1, at))
    if when is None or is_of_follow_up:
        return
    kind = when.kind or (own.kind if own.kind == PeriodKind.MONTH else None)
    if kind is None:
        return
    year = when.first.year
    told = type(own)(year or own.year, kind, (when.first.month - 1) // kind + 1)
    if told == own or (told.encloses(own) and kind == PeriodKind.YEAR):
        yield Told(at, at, right=True, placeholder="periode" if told == own else "")
        return
    if own.encloses(told) or (kind < own.kind and own.kind != PeriodKind.YEAR) or not _is_here(sentence, match):
        return
    known = told.code in {period.period for period in truth.earlier}
    if known and sentence.low(match.start()) == "laporan":
        return
    behind = sentence.text[sentence.tokens[at].end :].lower()
    if known and (_COMPARES.search(behind) or _tells_of_then(sentence, truth) or _IS_PAST.search(behind)):
        return
    yield Told(at, at, False, "K51", truth.facts.period, f"periode survei adalah {truth.facts.period}", "periode")


def _tells_of_then(sentence: Scanned, truth: Truth) -> bool:
    """Whether a sentence that names an earlier survey gives values of it, not the index of this one."""
    index = truth.facts.index
    values = [token for token in sentence.tokens if token.kind == "X"]
    if index and any(tells(token, index.printed) for token in values):
        return False
    return bool(values) or bool(set(sentence.types) & set("vVW"))


def _is_here(sentence: Scanned, match: re.Match[str]) -> bool:
    """Whether this report's survey is meant: nothing is compared, and it is not one period of several."""
    others = sum(kind in "SQ" for kind in sentence.types)
    behind = sentence.text[sentence.tokens[match.end() - 1].end :][:50].lower()
    if "ditindaklanjuti dalam laporan ini" in behind:
        return True
    if _UNDER_WAY.match(sentence.text.lower(), sentence.tokens[match.end() - 1].end):
        return False
    return _is_spoken_of(sentence, match.end() - 1) and others <= 1 and "!" not in match[0]


def _is_spoken_of(sentence: Scanned, at: int) -> bool:
    """Whether the sentence speaks of this report's survey, and compares nothing up to the place."""
    first, _end = sentence.clause(at)
    lead = sentence.text[sentence.tokens[first].start : sentence.tokens[at].end + 30].lower()
    return bool(_HERE.search(sentence.text.lower())) and not _COMPARES.search(lead)


@hears("[siwz] [.]? Y")
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
    if not _is_spoken_of(sentence, at) or set(sentence.types) & set("vV") or sentence.types.count("Y") > 1:
        return
    if any(period.period.startswith(str(year)) for period in truth.earlier) and "X" in sentence.types:
        return
    yield Told(at, at, False, "K52", str(own.year), f"tahun survei adalah {own.year}", "tahun")

"""What a text says of the index: its value, against the printed one and those of earlier periods. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.rules.claims.grammar.contexts import COMPARES, clause, is_bound, measures_something_else
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.numbers import Number, decimals
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from reports.words.language import decimal_text
from surveys.ikm import converted

_INDEX = re.compile(r"\b(?:ikm|indeks kepuasan|nilai indeks|skm|survei kepuasan|hasil survei|nilai survei)\b")
_GOES_ON = re.compile(
    r"^\s*(?:nilai|angka|capaian|perolehan|hasil|indeks)\b[^.]{0,40}\b(?:tersebut|ini|itu)\b|^\s*nilainya\b"
)
_WHOLE = re.compile(
    r"\b(?:ikm|indeks kepuasan masyarakat|nilai skm)\b(?: ?\(ikm\))?(?: (?:yang diperoleh|unit pelayanan|kami"
    r"|tersebut))?"
    r" (?:sebesar|adalah|yaitu|mencapai|bernilai|=) (\d{2,3})(?![\d.,]*\d| ?%|\w| (?:responden|orang|unsur|persen))"
)
_UNIT = re.compile(
    r"\s?(?:%|persen|hari|jam|menit|detik|km|meter|m2|orang|juta|miliar|ribu|ton|kg|ha|gb|mb|mbps|derajat|rupiah)\b"
)
_RECOMPUTED = re.compile(r"hitung|dihitung|perhitungan|penghitungan")
_AHEAD = re.compile(r"\b(?:target\w*|ditargetkan|diharapkan|berikutnya|mendatang|akan datang)\b")
SCALE = (Decimal(25), Decimal(100))


def index_values(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K40: a value on the scale of the index (25,00–100,00) that the sentence gives to the index, and is not it."""
    index = known.facts.index
    goes_on = _GOES_ON.search(sentence.low) and _INDEX.search(sentence.before)
    if index is None or not (_INDEX.search(sentence.low) or goes_on):
        return
    for match in _WHOLE.finditer(sentence.low):
        value = int(match[1])
        bound = is_bound(sentence.low, *match.span(1)) or COMPARES.search(sentence.low)
        if SCALE[0] <= value <= SCALE[1] and abs(value - index.printed) >= 1 and not bound:
            yield _wrong(sentence, match.span(1), index.printed)
    for number in decimals(sentence.low):
        if not SCALE[0] <= number.value <= SCALE[1] or _belongs_elsewhere(sentence.low, number):
            continue
        if number.tells(index.printed) or _is_another_value(sentence, number, known):
            continue
        yield _wrong(sentence, (number.start, number.end), index.printed)


def _belongs_elsewhere(low: str, number: Number) -> bool:
    money = re.search(r"\brp\.? ?$", low[: number.start])
    other_unit = _UNIT.match(low, number.end)
    ahead = _AHEAD.search(low, clause(low, number.start)[0], number.start)
    return bool(money or other_unit or ahead or is_bound(low, number.start, number.end)) or measures_something_else(
        low, number.start
    )


def _is_another_value(sentence: Sentence, number: Number, known: Known) -> bool:
    """The recomputed index, an element's score on the same scale, a bound of a grade, an earlier period's index."""
    facts = known.facts
    low = sentence.low
    index = facts.index
    if index and number.tells(index.computed) and _RECOMPUTED.search(low):
        return True
    scores = [e.score for e in facts.elements.values() if e.score is not None]
    if known.names.mentions(low[: number.start]) and any(number.tells(converted(score)) for score in scores):
        return True
    if not COMPARES.search(low):
        return False
    earlier = [period.index for period in known.earlier if period.index is not None]
    if any(number.tells(value) for value in earlier):
        return True
    return not re.search(r"\bmenjadi(?: sebesar)? $", low[: number.start])


def _wrong(sentence: Sentence, span: tuple[int, int], printed: Decimal) -> Said:
    return against(sentence, "K40", span, f"IKM adalah {decimal_text(printed)}", "{{ ikm }}")

"""What changed since an earlier survey: values of then, differences, and the direction. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import keys_at, listed_from
from reports.rules.truth.frames.survey.index import is_on_scale
from reports.rules.truth.frames.survey.scores import is_score
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.words.language import decimal_text, join_list

_THEN = re.compile(
    r"\b(?:banding\w*|dibanding\w*|perbandingan|sebelumnya|semula|terdahulu|lalu|dari|sejak|tahun kemarin|daripada)\b"
)
_BETWEEN_ELEMENTS = re.compile(r"lebih \w+ (?:dari|daripada) (?!semester|triwulan|tahun|periode|survei|skm|sebelum)")
_HELD_TO = re.compile(r"\b(?:dari|daripada)\b[^,;]{0,25}$")
_HEADED = frozenset(("sedikit", "justru", "juga", "pun", "masih", "sudah", "telah", "ini", "tetap", "kembali", "yang"))
_OF_THEN = re.compile(
    r"(?:kenaikan|penurunan|peningkatan) (?:\w+ )?(?:tahun|semester|periode|triwulan) (?:lalu|sebelumnya)"
)
_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Change:
    """A value then and now; ``name`` says of what, ``label`` of when."""

    name: str
    then: Decimal
    now: Decimal
    label: str

    def __str__(self) -> str:
        way = "naik" if self.now > self.then else "turun" if self.now < self.then else "tetap"
        moved = f"{way} {decimal_text(abs(self.now - self.then))} poin" if self.now != self.then else way
        return f"{self.name} {moved}, dari {decimal_text(self.then)} pada {self.label} menjadi {decimal_text(self.now)}"


def _change(sentence: Scanned, at: int, truth: Truth) -> _Change | None:
    """What is compared at a place: an element's score or the index, with the period that is named or the last."""
    first, end = sentence.clause(at)
    named = [
        sentence.tokens[here].when
        for here in range(first, end)
        if sentence.types[here] in "SQY" and here != at and sentence.tokens[here].when
    ]
    codes = {when.period.code for when in named if when and when.period} - {truth.own.period.code}
    periods = [period for period in truth.earlier if not codes or period.period in codes]
    years = {when.first.year for when in named if when and when.kind == 12} - {truth.own.period.year}
    if not periods and years:
        periods = [period for period in truth.earlier if int(period.period[:4]) in years]
    if not periods:
        return None
    earlier = periods[0]
    subject = _subject(sentence, at)
    if subject is None:
        return None
    if subject:
        element = truth.facts.elements[subject]
        if element.score is None or subject not in earlier.scores:
            return None
        return _Change(f"nilai unsur {element.name}", earlier.scores[subject], element.score, earlier.label)
    index = truth.facts.index
    if index is None or earlier.index is None:
        return None
    return _Change("IKM", earlier.index, index.printed, earlier.label)


def _subject(sentence: Scanned, at: int) -> str | None:
    """The key of the element that is compared, empty for the index; None where neither is named."""
    left = sentence.left(at, "Eie")
    if left >= 0 and sentence.types[left] == "e" and not _is_head(sentence, left):
        return None
    if left >= 0 and set("Jj") & set(sentence.types[left:at]):
        return None
    if left < 0:
        right = sentence.right(at, "Ei", 4)
        left = right if right >= 0 else max(sentence.types.rfind(kind, 0, at) for kind in "Ei")
    if left < 0 and sentence.before:
        before = sentence.before
        place = max(before.types.rfind(kind) for kind in "Ei")
        if place >= 0:
            return before.tokens[place].key if before.types[place] == "E" else ""
    if left < 0:
        score = is_score(sentence.tokens[at].number) or bool(set("nu") & set(sentence.types))
        return sentence.where.element if score and sentence.where.element else _bare(sentence, at)
    return sentence.tokens[left].key if sentence.types[left] in "Ee" else ""


def _is_head(sentence: Scanned, at: int) -> bool:
    """Whether an ordinary word stands where an element would: at the head of its clause, with nothing added to it."""
    lead = sentence.types[sentence.clause(at)[0] : at]
    behind = sentence.low(at + 1)
    leads = lead[-1:] in {"n", "u"} or (not lead.strip("nu,.~") and lead[-1:] != ".")
    return leads and (sentence.types[at + 1 : at + 2] != "." or behind in _HEADED)


def _bare(sentence: Scanned, at: int) -> str | None:
    """A value of the index alone needs no name where the survey or its periods are spoken of."""
    told = sentence.tokens[at]
    values = [told.number, *(token.number for token in sentence.tokens if token.kind == "X")]
    speaks = not set("EuPA") & set(sentence.types) and any(is_on_scale(value) for value in values)
    return "" if speaks and not sentence.where.element else None


@hears("[fN] [.]? u [^|NXE]{0,5} [vV]", "other time")
def elements_moved(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K81: how many elements rose or fell: *seluruh unsur meningkat*, *tujuh unsur naik*."""
    at = match.start()
    way = match.end() - 1
    earlier = next((period for period in truth.earlier if period.scores), None)
    if earlier is None or not _THEN.search(sentence.text.lower()) or sentence.stances[way] == "aim":
        return
    if _BETWEEN_ELEMENTS.match(sentence.text.lower(), sentence.tokens[way].start):
        return
    if re.match(r" (?:atau|maupun)\b", sentence.text[sentence.tokens[way].end :]):
        return
    excepted = _excepted(sentence)
    scored = [(score, each) for score, each in truth.scored if each.key in earlier.scores and each.key not in excepted]
    pairs = [(score, earlier.scores[each.key]) for score, each in scored]
    rises = sentence.types[way] == "v"
    moved = sum(now > then if rises else now < then for now, then in pairs)
    token = sentence.tokens[at]
    nearly = sentence.low(at - 1) in {"hampir", "nyaris"}
    if token.kind == "f":
        right = {
            "all": moved == len(pairs) or (nearly and 2 * moved > len(pairs)),
            "none": moved == 0,
            "most": 2 * moved > len(pairs),
        }.get(token.key)
    else:
        right = tells(token, moved)
    if right is not None and pairs:
        given = f"{moved} dari {len(pairs)} unsur {'naik' if rises else 'turun'} dibandingkan {earlier.label}"
        others = [each.name for (_s, each), (now, then) in zip(scored, pairs, strict=True) if (now > then) != rises]
        given = f"{given} (tidak: {join_list(others)})" if others and token.key == "all" else given
        yield Told(at, at, right, "K81", str(moved), given)


def _excepted(sentence: Scanned) -> frozenset[str]:
    """The elements that *kecuali A* leaves out."""
    except_for = re.search(r"\b(?:kecuali|selain)\b", sentence.text.lower())
    if not except_for:
        return frozenset()
    first = next(here for here, token in enumerate(sentence.tokens) if token.start >= except_for.start())
    place = next((here for here in range(first, len(sentence.types)) if sentence.types[here] in "Ee"), -1)
    return frozenset(keys_at(sentence, listed_from(sentence, place))) if place >= 0 else frozenset()


@hears("[vVΔ] [^|XIC]{0,8} [IXC]", "other time")
def difference_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K81: *naik sebesar 2,46 poin*."""
    at = match.end() - 1
    token = sentence.tokens[at]
    change = _change(sentence, match.start(), truth)
    if sentence.types[match.start()] == "Δ" and not _speaks_of_then(sentence):
        return
    around = {sentence.low(here) for here in range(at + 1, at + 6)}
    joint = sentence.low(at - 1)
    if change is None or token.number is None or joint in {"dari", "menjadi", "ke", "semula", "daripada"}:
        return
    if _OF_THEN.search(sentence.words(match.start(), at).lower()) or "daripada" in sentence.words(match.start(), at):
        return
    if around & {"batas", "ambang", "kategori", "target", "rata-rata"}:
        return
    exact = abs(change.now - change.then)
    if token.kind == "C":
        exact = exact / change.then * _PERCENT
    elif token.kind == "X" and (is_on_scale(token.number) or tells(token, change.now) or tells(token, change.then)):
        return
    value = written(exact, token)
    given = f"{change}; selisihnya {value}"
    yield Told(at, at, tells(token, exact), "K81", value, given)


@hears("θ", "other time")
def unmoved_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K81: *tidak berubah dari survei sebelumnya*."""
    at = match.start()
    change = _change(sentence, at, truth)
    if change and _speaks_of_then(sentence):
        value = "tetap" if change.now == change.then else "naik" if change.now > change.then else "turun"
        yield Told(at, at, change.now == change.then, "K81", value, str(change))


@hears("X", "other time")
def then_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K81: the value of an earlier survey."""
    at = match.start()
    token = sentence.tokens[at]
    if sentence.stances[at] != "other time" or not (is_on_scale(token.number) or is_score(token.number)):
        return
    change = _change(sentence, at, truth)
    if change is None or (is_score(token.number) != is_score(change.then)):
        return
    if tells(token, change.now) and _HELD_TO.search(sentence.text[: token.start]):
        return
    first, end = sentence.clause(at)
    text = sentence.words(first, end - 1).lower()
    bare = re.sub(r"\bpembanding\b", "", text)
    if not _THEN.search(bare) and not set("SQY") & set(sentence.types[first:end]):
        return
    value = written(change.then, token)
    given = f"{change.name} pada {change.label} adalah {value}"
    yield Told(at, at, tells(token, change.then), "K81", value, given)


def _speaks_of_then(sentence: Scanned) -> bool:
    """Whether another period is named, or the one before."""
    low = sentence.text.lower()
    return any(kind in "SQ" for kind in sentence.types) or any(
        word in low for word in ("sebelumnya", "lalu", "banding")
    )


@hears("[vV]", "other time")
def direction_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K81: *IKM meningkat dibandingkan periode sebelumnya*."""
    at = match.start()
    rest = sentence.text[sentence.tokens[at].start :].lower()
    first, _end = sentence.clause(at)
    lead = sentence.text[sentence.tokens[first].start : sentence.tokens[at].start].lower()
    if (
        not (_THEN.search(rest) or _speaks_of_then(sentence) or re.search(r"\bbanding\w*|dibanding", lead))
        or "!" in sentence.types[max(0, at - 2) : at]
    ):
        return
    if sentence.stances[at] == "aim" or sentence.right(at, "pax", 2) >= 0 or sentence.left(at, "pPaC", 3) >= 0:
        return
    if "unsur ini" in rest[:45] and sentence.low(at).startswith("lebih"):
        return
    if sentence.low(at).startswith("lebih") and sentence.right(at, "E", 5) >= 0:
        return
    first, end = sentence.clause(at)
    around = set(sentence.types[first:end])
    if re.search(r"[fN]\.?u", sentence.types[max(sentence.left(at, "Ei"), first) : at]):
        return
    change = _change(sentence, at, truth)
    if change is None or around & set("AH") or (change.name != "IKM" and not around & set("nXIu")):
        return
    rises = sentence.types[at] == "v"
    right = change.now > change.then if rises else change.now < change.then
    value = f"{decimal_text(change.then)} menjadi {decimal_text(change.now)}"
    yield Told(at, at, right, "K81", value, str(change))

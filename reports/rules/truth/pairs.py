"""Two texts that speak of the same and tell another number of it, or of no obstacle beside an obstacle. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reports.document import fields as printed
from reports.document.fields import SectionAt
from reports.rules.faults import Proven
from reports.rules.finding import Severity
from reports.rules.truth.album import name_of, proven_in
from reports.rules.truth.known import Truth
from reports.rules.truth.ledger import spot_of
from reports.rules.truth.reading import Contradiction
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.sentences import ReadText
from reports.rules.truth.tokens.stems import content_of, stem
from reports.rules.words import word_set

_WEEKDAYS = word_set("senin selasa rabu kamis jumat sabtu minggu")
_APART = word_set(
    "semula awalnya sebelumnya lama sisa sisanya lain lainnya target rencana merencanakan direncanakan perkiraan "
    "tambahan menambah usulan kurang setiap tiap per masing-masing rata-rata"
)
"""Words that make something else of a number, where only one of two texts has them."""
_INTENDED = frozenset(("indicator", "target", "strategy"))
"""Fields whose numbers need not be those that were reached."""
_ALIKE = 0.6
_LEAST = 2
_NONE = re.compile(
    r"^\W*(?:(?:tidak|tak|belum) (?:ada|terdapat|ditemui|ditemukan|dijumpai|mengalami)|nihil)"
    r"(?:\W*$|,| (?:(?:satu|suatu|adanya) )?(?:hambatan|kendala|tantangan|masalah|permasalahan)\b)"
    r"|\bberjalan lancar\b|\btanpa (?:ada )?(?:hambatan|kendala)\b"
)
_REASON = re.compile(r"\b(?:karena|menunggu|belum|masih|tidak|bergantung|berbenturan|bertepatan|terbatas|terhambat)\b")
"""What tells an obstacle where it is given as the reason for which a plan is not done."""
_BUT = re.compile(r"\b(?:selain|kecuali|namun|tetapi|tapi|hanya|meski\w*|walau\w*|kendati\w*|sedangkan)\b")
_OBSTACLE = re.compile(
    r"(?<!tanpa )(?<!tanpa ada )(?<!tidak )(?<!tidak ada )(?<!mencegah )(?<!mengurangi )(?<!tidak mengalami )"
    r"(?<!belum ada )\b(?:terhambat|menghambat|hambatan(?! (?:penglihatan|pendengaran|mobilitas|fisik))|kendala"
    r"|terkendala|tertunda|terhenti|terlambat|gangguan)\b"
)
_ONLY_OF = re.compile(r"^\s*(?:pada|di|bagi|khusus|dalam)\b([^,]*),")
_LONGEST = 160


@dataclass(frozen=True)
class Spoken:
    """A sentence with the text in which it stands, and all numbers and weekdays of that text."""

    read: ReadText
    sentence: Scanned
    values: frozenset[str]

    @property
    def fact(self) -> Proven | None:
        return self.sentence.where.plan or self.sentence.where.upkeep

    @cached_property
    def words(self) -> frozenset[str]:
        """What the sentence is about, with the one before it."""
        before = self.sentence.before.text if self.sentence.before else ""
        return content_of(f"{before} {self.sentence.text}")

    @cached_property
    def times(self) -> frozenset[str]:
        tokens = self.sentence.tokens
        return frozenset(str(token.when.last) for token in tokens if token.when and token.kind in "DMRY")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that a sentence tells of a noun; ``whole``: of how many; ``about``: the words of its clause."""

    spoken: Spoken
    at: int
    value: str
    head: str
    whole: Decimal | None
    about: frozenset[str]
    ordinals: frozenset[Decimal | None]
    apart: frozenset[str]


def contradicting_pairs(spoken: Iterable[Spoken], truth: Truth) -> Iterator[Contradiction]:
    """K93: every pair of texts of one plan or upkeep that cannot both be right, told once."""
    told = [each for each in spoken if each.sentence.where.place.printed.field.key not in _INTENDED]
    sections = [each for each in told if each.sentence.where.section]
    counted_there = [counted for each in sections for counted in _counted(each)]
    for fact in proven_in(truth.facts):
        own = [each for each in told if each.fact is fact]
        named = content_of(name_of(fact))
        near = [each for each in sections if each.words & named]
        yield from _other_numbers(own, [each for each in counted_there if each.spoken.words & named])
        yield from _obstacles(own, near, named)


def _other_numbers(own: list[Spoken], there: list[Counted]) -> Iterator[Contradiction]:
    here = [counted for each in own for counted in _counted(each)]
    for place, one in enumerate(here):
        for other in (*here[place + 1 :], *there):
            if _contradict(one, other):
                yield from _told(other, one)
                return


def _counted(spoken: Spoken) -> Iterator[Counted]:
    sentence = spoken.sentence
    for at, token in enumerate(sentence.tokens):
        weekday = sentence.low(at) in _WEEKDAYS
        if not weekday and (token.kind not in "NACX" or token.number is None or token.bound):
            continue
        whole, head = _head(sentence, at) if not weekday else (None, "hari")
        stance = sentence.stances[at]
        if head and (stance == "asserted" or (stance == "condition" and ", misalnya," in sentence.text)):
            value = sentence.low(at) if weekday else str(token.number)
            yield _as_counted(spoken, at, value, head, whole)


def _as_counted(spoken: Spoken, at: int, value: str, head: str, whole: Decimal | None) -> Counted:
    sentence = spoken.sentence
    first, end = sentence.clause(at)
    told = [here for here in range(first, end) if sentence.tokens[here].number is None]
    text = " ".join(sentence.low(here) for here in told)
    before = set(re.findall(r"[\w-]+", sentence.words(first, at).lower()))
    apart = (set(re.findall(r"[\w-]+", text)) & _APART) | (before & {"sebelum"}) if head != "hari" else set()
    ordinals = frozenset(token.number for token in sentence.tokens[first:end] if token.kind == "k")
    return Counted(spoken, at, value, head, whole, content_of(text) - {head} - _WEEKDAYS, ordinals, frozenset(apart))


def _head(sentence: Scanned, at: int) -> tuple[Decimal | None, str]:
    """What a number counts: *sembilan dari 12 kelurahan* counts kelurahan, of twelve."""
    token = sentence.tokens[at]
    if token.kind == "C":
        return None, "%"
    if "rp" in {sentence.low(at - 1), sentence.low(at - 2)}:
        return None, "rp"
    following = sentence.tokens[at + 1 : at + 3]
    if sentence.low(at + 1) == "dari" and len(following) > 1 and following[1].number is not None:
        return following[1].number, _head(sentence, at + 2)[1]
    word = token.key if token.kind == "A" else sentence.low(at + 1)
    return None, stem(word) if word.replace("-", "").isalpha() and len(word) > 2 else ""


def _contradict(one: Counted, other: Counted) -> bool:
    if one.head != other.head or one.value == other.value or one.whole != other.whole:
        return False
    if one.spoken.read is other.spoken.read or one.ordinals != other.ordinals or one.apart != other.apart:
        return False
    if one.spoken.times and other.spoken.times and one.spoken.times != other.spoken.times:
        return False
    if one.value in other.spoken.values or other.value in one.spoken.values:
        return False
    if one.whole is not None and Decimal(one.value) + Decimal(other.value) == one.whole:
        return False
    return _same_subject(one, other) and not _of_another_part(one, other)


def _of_another_part(one: Counted, other: Counted) -> bool:
    """Whether either is told of a place or kind that the other does not know: *pada poliklinik jantung, …*."""
    if any(f"non{word}" in one.about ^ other.about for word in one.about ^ other.about):
        return True
    return bool(_only_of(one) - other.spoken.words or _only_of(other) - one.spoken.words)


def _only_of(counted: Counted) -> frozenset[str]:
    match = _ONLY_OF.match(counted.spoken.sentence.text.lower())
    return content_of(match[1]) if match else frozenset()


def spoken_in(read: ReadText, sentences: Iterable[Scanned]) -> Iterator[Spoken]:
    """The sentences of a text, to be compared with those of others."""
    scanned = tuple(sentences)
    values = {str(token.number) for each in scanned for token in each.tokens if token.number is not None}
    days = _WEEKDAYS & set(re.findall(r"\w+", read.text.lower()))
    for each in scanned:
        yield Spoken(read, each, frozenset(values | days))


def _same_subject(one: Counted, other: Counted) -> bool:
    shared = one.about & other.about
    fewest = min(len(one.about), len(other.about))
    if shared and len(shared) == fewest and one.spoken.fact and one.head in content_of(name_of(one.spoken.fact)):
        return True
    if len(shared) >= _LEAST and len(shared) >= _ALIKE * fewest:
        return True
    same_time = bool(one.spoken.times) and one.spoken.times == other.spoken.times
    return (one.whole is not None or same_time) and other.spoken.fact is None and fewest <= _LEAST


def _told(wrong: Counted, beside: Counted) -> Iterator[Contradiction]:
    sentence, other = wrong.spoken.sentence, beside.spoken.sentence
    if spot := spot_of(wrong.spoken.read, sentence, *_span(wrong)):
        message = (
            f"Tertulis “{spot.words}”, sedangkan {_place_of(other)} tertulis “{other.words(*_span(beside))}” "
            f"(“{_short(other.text)}”); samakan keduanya."
        )
        yield Contradiction("K93", "warn", spot.place, spot.start, spot.end, spot.words, sentence.text.strip(), message)


def _span(counted: Counted) -> tuple[int, int]:
    """The first and the last token of a number with what it counts."""
    at, sentence = counted.at, counted.spoken.sentence
    if counted.head == "rp":
        return at - 1 if sentence.low(at - 1) == "rp" else at - 2, at
    if counted.head == "%" or sentence.low(at) in _WEEKDAYS:
        return at, at
    return at, at + (3 if counted.whole is not None else 1)


def _place_of(sentence: Scanned) -> str:
    place = sentence.where.place
    return f"pada {place.name}" if isinstance(place.thing, SectionAt) else f"pada {place.within_chapter}"


def _short(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _obstacles(own: list[Spoken], near: list[Spoken], named: frozenset[str]) -> Iterator[Contradiction]:
    """No obstacle is told, and another text of the plan tells one."""
    denied = next((each for each in own if _denies(each)), None)
    if denied is None:
        return
    beside = [each for each in own if each.read is not denied.read]
    beside += [each for each in near if len(content_of(each.sentence.text) & named) >= _LEAST]
    found = next((each for each in beside if _tells_obstacle(each.sentence, named)), None)
    last = len(denied.sentence.tokens) - 1
    spot = spot_of(denied.read, denied.sentence, 0, last) if found else None
    if found and spot:
        message = (
            f"Tertulis “{_short(spot.words)}”, sedangkan {_place_of(found.sentence)} tertulis "
            f"“{_short(found.sentence.text)}”; samakan keduanya."
        )
        severity: Severity = "warn" if _OBSTACLE.search(found.sentence.text.lower()) else "info"
        yield Contradiction("K93", severity, spot.place, spot.start, spot.end, spot.words, spot.words, message)


def _denies(spoken: Spoken) -> bool:
    low = spoken.read.text.lower()
    is_obstacle = spoken.sentence.where.place.printed is printed.OBSTACLE
    return is_obstacle and bool(_NONE.search(spoken.sentence.text.lower())) and not _BUT.search(low)


def _tells_obstacle(sentence: Scanned, named: frozenset[str]) -> bool:
    """Whether a sentence tells an obstacle, and none that the plan is about."""
    low = sentence.text.lower()
    found = _OBSTACLE.search(low)
    if found is None and sentence.where.place.printed is printed.REASON:
        found = _REASON.search(low)
    if not found or _NONE.search(low) or stem(found[0]) in named:
        return False
    at = next((at for at, token in enumerate(sentence.tokens) if token.start >= found.start()), 0)
    return sentence.stances[at] not in {"aim", "condition", "other time", "denied"}

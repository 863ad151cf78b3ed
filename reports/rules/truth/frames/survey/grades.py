"""Grades: of the index and of elements, and how many elements have which. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, frame
from reports.rules.truth.frames.subjects import Subject, subject_of
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.words.language import integer_text

_OF_ALL = re.compile(r"(?:mutu|kinerja)(?: unit)? (?:pelayanan|layanan)(?:nya)?")
_PLAIN_HEADS = frozenset(("kinerja", "kinerja pelayanan", "kinerja unit", "golongan"))
_FAR = 12


def grade_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K41 of the index, K43 of an element: a letter or word of a grade behind what announces one."""
    at = match.end() - 1
    head = sentence.low(match.start())
    token = sentence.tokens[at]
    is_word = token.kind == "g"
    capital = sentence.text[token.start].isupper()
    if is_word and not capital and (head in _PLAIN_HEADS or "|" in sentence.types[match.start() : at]):
        return
    yield from _judged(sentence, at, head, truth)


def _judged(sentence: Scanned, at: int, head: str, truth: Truth) -> Iterator[Told]:
    token = sentence.tokens[at]
    subject = _subject(sentence, at, head)
    if subject is None or sentence.stances[at] != "asserted" or _is_scale(sentence, at):
        return
    if subject.keys:
        elements = [truth.facts.elements[key] for key in subject.keys]
        wrong = next((each for each in elements if each.grade and each.grade.letter != token.key), None)
        if wrong is None:
            yield Told(at, at, right=True)
            return
        given = f"mutu unsur {wrong.name} adalah {wrong.grade}"
        yield Told(at, at, False, "K43", str(wrong.grade), given, f"mutu_{wrong.key}")
        return
    index = truth.facts.index
    if index is None:
        return
    placeholder = "kinerja" if token.kind == "g" else "mutu_lengkap" if token.end - token.start > 1 else "mutu"
    right = index.grade.letter == token.key
    given = f"mutu pelayanan adalah {index.grade}"
    yield Told(at, at, right, "K41", str(index.grade), given, placeholder)


def _is_scale(sentence: Scanned, at: int) -> bool:
    """Whether the scale is explained: its bands are named, or one letter after the other."""
    first, end = sentence.clause(at)
    kinds = sentence.types[first:end]
    letters = {sentence.tokens[here].key for here in range(first, end) if sentence.types[here] in "Gg"}
    return ("B" in kinds and "X" not in kinds) or (len(letters) > 1 and not set(kinds) & set("EiX"))


def _subject(sentence: Scanned, at: int, head: str) -> Subject | None:
    """Whose grade it is; None where it is that of elements that are not named, or nobody's."""
    general = sentence.left(at, "u")
    named = sentence.left(at, "Ei")
    behind = sentence.right(at, "E", 4)
    if general > named and not (behind >= 0 and sentence.types[at + 1 : behind].strip(".u<") == ""):
        return None
    subject = subject_of(sentence, at)
    if subject and subject.at >= 0 and at - subject.at > _FAR + 8:
        return None
    if subject is None and (_OF_ALL.fullmatch(head) or set("sz") & set(sentence.types)):
        return Subject((), -1)
    return subject


def beside_value(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """*82,57 (Baik)*, *82,57 atau B*: the grade of that value's owner."""
    yield from _judged(sentence, match.end() - 1, "nilai", truth)


def of_named(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """*IKM berada pada B (Baik)*: a letter with its word needs no announcement."""
    at = match.end() - 1
    token = sentence.tokens[at]
    if token.end - token.start > 1:
        yield from _judged(sentence, at, "", truth)


def elements_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K79: how many elements have a grade."""
    number, grade = match.start("n"), match.start("g")
    if sentence.tokens[grade].kind == "g" and sentence.left(grade, "hn") < 0:
        return
    letter = sentence.tokens[grade].key
    right = len(truth.graded(letter))
    total = len(truth.scored)
    token = sentence.tokens[number]
    if not total or sentence.types[max(0, number - 2) : number].endswith(("k", "Z")):
        return
    told = str(truth.grade(letter) or letter)
    given = f"{integer_text(right)} unsur bermutu {told}"
    if token.kind == "f":
        is_right = {"all": right == total, "none": right == 0, "most": 2 * right > total}.get(token.key)
        if is_right is not None:
            yield Told(number, number, is_right, "K79", integer_text(right), given)
        return
    if token.kind == "N":
        yield Told(number, number, tells(token, right), "K79", written(right, token), given)


def counted_over(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K79: how many elements score above or below a bound."""
    number, bound = match.start(), match.end() - 1
    limit = sentence.tokens[bound]
    if limit.number is None or limit.bound not in {">", "<", "≥", "≤"}:
        return
    scores = [score for score, _element in truth.scored]
    values = scores if limit.number <= 4 else list(truth.conversions.values())
    right = sum(tells(limit, value) for value in values)
    token = sentence.tokens[number]
    if token.kind == "N" and values:
        given = f"{integer_text(right)} unsur bernilai demikian"
        yield Told(number, number, tells(token, right), "K79", written(right, token), given)


FRAMES = (
    frame("(?P<n>[Nf]) (?: . N)? [.x]? u [^|NGgXE]{0,9}? (?P<g>[Gg])", elements_counted),
    frame("h [^|NGgXE]{0,2} (?P<g>[Gg]) [^|NGgXE,tb~]{0,5}? (?P<n>[Nf]) (?: . N)? [.x]? u", elements_counted),
    frame("u [^|NGgE]{0,7} (?P<n>N) [^|NGgEX]{0,6} (?P<g>[Gg])", elements_counted),
    frame("u [^|NGgE]{0,3} h [^|NGgE]{0,2} (?P<g>[Gg]) [^|NGgXE]{0,3} (?P<n>N)", elements_counted),
    frame("N (?: . N)? u [^|NX]{0,6} X", counted_over),
    frame("h [^|Gg]{0,5}? [Gg]", grade_told),
    frame("X [.<,&:]{0,3}? (?:G|(?<=<)g)", beside_value),
    frame("[iE] [^|GgX]{0,6} G", of_named),
    frame("[iE] [^|GgE]{0,8} X [^|GgX]{0,4} G", of_named),
)

"""Grades: of the index and of elements, and how many elements have which. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import Subject, listed_from, subject_of
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.neighbours import owned_elsewhere
from reports.rules.truth.scanned import Scanned
from reports.words.language import integer_text, join_list

_OF_ALL = re.compile(r"(?:mutu|kinerja)(?: unit)? (?:pelayanan|layanan)(?:nya)?")
_PLAIN_HEADS = frozenset(("kinerja", "kinerja pelayanan", "kinerja unit", "golongan"))
_WHOLE = re.compile(r"\b(?:keseluruhan|seluruhnya|secara umum|gabungan)\b")
_OR_BETTER = re.compile(
    r"\s*\)?\s*(?:atau|dan) lebih|\s*ke (?:atas|bawah)|\s*(?:atau|dan|maupun|hingga|sampai) [ABCD]\b"
)
_IS_ANOTHER = re.compile(r"\b(?:lain|lainnya|lagi|dibanding\w*|belum|tidak|bukan)\b")
"""Between a count and its grade: not all of that grade are counted."""
_FAR = 12


@hears("(?P<n>[Nf]) (?: . N)? [.x]? u [^|NGgXE]{0,9}? (?P<g>[Gg])", "exception")
@hears("(?P<n>N) u , [^|NGgX,]{1,4} , [^|NGgXE]{0,4}? (?P<g>[Gg])", "exception")
@hears("(?P<n>N) ~ h (?P<g>[Gg])")
@hears("h [^|NGgXE]{0,2} (?P<g>[Gg]) [^|NGgXE,tb~]{0,5}? (?P<n>[Nf]) (?: . N)? [.x]? u")
@hears("u [^|]{0,9} (?P<n>N) [.]{1,3} h [.]? (?P<g>[Gg])", "exception")
@hears("u [^|NGgE]{0,7} (?P<n>N) [^|NGgEX]{0,6} (?P<g>[Gg])", "exception")
@hears("u [^|NGgE]{0,3} h [^|NGgE]{0,2} (?P<g>[Gg]) [^|NGgXE,]{0,3} (?P<n>N)")
def elements_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K79: how many elements have a grade."""
    number = _part_or_whole(sentence, match.start("n"), truth)
    grade = match.start("g")
    if sentence.types[number - 1 : number] == "G":
        grade = number - 1
    if sentence.tokens[grade].kind == "g" and sentence.left(grade, "hn") < 0:
        return
    if not truth.scored or _is_bounded(sentence, number, grade) or sentence.types[number - 1 : number] == "k":
        return
    letter = sentence.tokens[grade].key
    if sentence.types[number - 1 : number] in {"v", "V"} or "F" in sentence.types[max(0, number - 2) : number]:
        return
    right = len(truth.graded(letter))
    total = len(truth.scored)
    token = sentence.tokens[number]
    none_of = "pun" in sentence.words(number, grade).lower().split() and sentence.types[number - 1 : number] == "!"
    told = str(truth.grade(letter) or letter)
    given = f"{integer_text(right)} unsur bermutu {told}"
    if none_of:
        yield Told(number, number, right == 0, "K79", integer_text(right), given)
        return
    if token.kind == "f":
        only = right == 1 if sentence.low(number) == "satu-satunya" else None
        judged = {"all": right == total, "none": right == 0, "most": 2 * right > total, "only": only}
        is_right = judged.get(token.key)
        if is_right is not None:
            yield Told(number, number, is_right, "K79", integer_text(right), given)
        return
    if token.kind == "N":
        yield Told(number, number, tells(token, right), "K79", written(right, token), given)


def _part_or_whole(sentence: Scanned, number: int, truth: Truth) -> int:
    """Of *tujuh dari sembilan unsur* the part is told, of *satu dari dua unsur yang bermutu C* the whole."""
    follows = sentence.types[number + 1 : number + 3] == ".N" and sentence.low(number + 1) == "dari"
    if follows and sentence.tokens[number + 2].number != len(truth.scored):
        return number + 2
    return number


def _is_bounded(sentence: Scanned, number: int, grade: int) -> bool:
    """Whether not these elements are counted: *di bawah kategori B*, *selain A masih dua unsur lain*."""
    first, last = sorted((number, grade))
    if _OR_BETTER.match(sentence.text, sentence.tokens[grade].end) or _IS_ANOTHER.search(
        sentence.words(first + 1, last)
    ):
        return True
    between = {sentence.low(here) for here in range(first, last)}
    low = sentence.text.lower()
    if between & {"di bawah", "di atas", "minimal", "sekurang-kurangnya", "paling rendah", "lebih dari", "kurang dari"}:
        return True
    return ("selain" in low or "kecuali" in low) and sentence.low(number - 1) not in {"kecuali", "selain"}


@hears("[Nf] (?: . N)? u [^|NX]{0,6} X")
def counted_over(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K79: how many elements score above or below a bound."""
    number = match.start()
    bound = match.end() - 1
    limit = sentence.tokens[bound]
    if limit.number is None or limit.bound not in {">", "<", "≥", "≤"}:
        return
    held = [
        element
        for score, element in truth.scored
        if limit.number is not None and tells(limit, score if limit.number <= 4 else truth.conversions[element.key])
    ]
    token = sentence.tokens[number]
    names = join_list([element.name for element in held]) or "tidak satu pun"
    given = f"{integer_text(len(held))} unsur bernilai demikian ({names})"
    if not truth.scored or "selain" in sentence.text.lower() or "kecuali" in sentence.text.lower():
        return
    if token.kind == "f":
        right = {"all": len(held) == len(truth.scored), "none": not held}.get(token.key)
        if right is not None:
            yield Told(number, number, right, "K79", names, given)
        return
    yield Told(number, number, tells(token, len(held)), "K79", written(len(held), token), given)
    for place in _named_behind(sentence, bound):
        is_held = sentence.tokens[place].key in {element.key for element in held}
        yield Told(place, place, is_held, "K79", names, given)


def _named_behind(sentence: Scanned, at: int) -> tuple[int, ...]:
    """The elements that *…, yaitu A dan B* goes on to name."""
    right = sentence.right(at, "E", 5)
    if right < 0 or not {sentence.low(here) for here in range(at, right)} & {"yaitu", "yakni", "adalah"}:
        return ()
    return listed_from(sentence, right)


@hears("h [^|Gg]{0,5}? [Gg]")
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
    subject = _subject(sentence, at, head, truth)
    if subject is None or sentence.stances[at] != "asserted" or _is_scale(sentence, at) or _is_denied(sentence, at):
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
    if index is None or owned_elsewhere(sentence, at, truth):
        return
    placeholder = "kinerja" if token.kind == "g" else "mutu_lengkap" if token.end - token.start > 1 else "mutu"
    right = index.grade.letter == token.key
    given = f"mutu pelayanan adalah {index.grade}"
    yield Told(at, at, right, "K41", str(index.grade), given, placeholder)


def _is_denied(sentence: Scanned, at: int) -> bool:
    """Whether a grade is one that is not had: *tidak ada yang jatuh ke mutu D*, *mutu D nihil*, *belum mutu A*."""
    first, _end = sentence.clause(at)
    first = max(first, sentence.types.rfind("&", first, at), *(sentence.types.rfind(k, first, at) for k in "Gg"))
    lead = range(first, at)
    ends = [end for kind in ",|" if (end := sentence.types.find(kind, at + 1)) >= 0]
    behind = range(at + 1, min(at + 4, len(sentence.types), *ends))
    none = any(sentence.tokens[here].key == "none" for here in (*lead, *behind) if sentence.types[here] == "f")
    ahead = any(sentence.types[here] == "!" or sentence.low(here) == "belum" for here in lead)
    return none or ahead or any(sentence.types[here] == "!" for here in behind)


def _is_scale(sentence: Scanned, at: int) -> bool:
    """Whether the scale is explained: its bands are named, or one letter after the other."""
    first, end = sentence.clause(at)
    kinds = sentence.types[first:end]
    letters = {sentence.tokens[here].key for here in range(first, end) if sentence.types[here] in "Gg"}
    return ("B" in kinds and "X" not in kinds) or (len(letters) > 1 and not set(kinds) & set("EiX"))


def _subject(sentence: Scanned, at: int, head: str, truth: Truth) -> Subject | None:
    """Whose grade it is; None where it is that of elements that are not named, or nobody's."""
    general = sentence.left(at, "u")
    named = sentence.left(at, "Ei")
    behind = sentence.right(at, "E", 4)
    own = sentence.where.element and sentence.low(general + 1) == "ini"
    if general > named and not own and not (behind >= 0 and sentence.types[at + 1 : behind].strip(".u<") == ""):
        return None
    first, end = sentence.clause(at)
    if named < 0 and _OF_ALL.fullmatch(head) and _WHOLE.search(sentence.words(first, end - 1).lower()):
        return Subject((), -1)
    subject = subject_of(sentence, at)
    if subject and subject.at >= 0 and at - subject.at > _FAR + 8:
        return None
    announced = any(_OF_ALL.fullmatch(sentence.low(here)) for here in range(sentence.clause(at)[0], at))
    index = truth.facts.index
    has_index = index and any(token.kind == "X" and tells(token, index.printed) for token in sentence.tokens)
    if subject is None and (announced or set("sz") & set(sentence.types) or has_index):
        return Subject((), -1)
    return subject


@hears("X [.<,&:]{0,3}? (?:G|(?<=<)g)")
def beside_value(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """*82,57 (Baik)*, *82,57 atau B*: the grade of that value's owner."""
    yield from _judged(sentence, match.end() - 1, "nilai", truth)


@hears("[iE] [^|GgX]{0,6} G")
@hears("[iE] [^|GgE]{0,8} X [^|GgX]{0,4} G")
def of_named(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """*IKM berada pada B (Baik)*: a letter with its word needs no announcement."""
    at = match.end() - 1
    token = sentence.tokens[at]
    if token.end - token.start > 1:
        yield from _judged(sentence, at, "", truth)

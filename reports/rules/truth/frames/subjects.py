"""Of which element, or of the index, a value in a sentence speaks. Pure."""

from dataclasses import dataclass

from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set

LINKS = word_set("pada untuk bagi kepada terhadap di oleh milik diperoleh diraih dicapai dimiliki")
POINTING = word_set("tersebut ini itu nilainya skornya mutunya capaiannya")
_BETWEEN_LISTED = frozenset(",&u<>XNnGgh")
_FAR = 26


@dataclass(frozen=True, slots=True)
class Subject:
    """``keys``: of the elements meant; none where it is the index. ``at``: where it stands, -1 if it is only "
    "implied."""

    keys: tuple[str, ...]
    at: int


def listed_before(sentence: Scanned, at: int) -> tuple[int, ...]:
    """The elements that are told together with the one at a place: *A, B, dan C*, the last of them there."""
    places = [at]
    while True:
        here = places[0] - 1
        while here >= 0 and sentence.types[here] in _BETWEEN_LISTED:
            here -= 1
        between = set(sentence.types[here + 1 : places[0]])
        excepted = here >= 0 and sentence.stances[here] == "exception"
        if here < 0 or sentence.types[here] != "E" or not between & {",", "&"} or excepted:
            return tuple(places)
        if between & {"X", "N"} and "<" not in between:
            return tuple(places)
        places.insert(0, here)


def listed_from(sentence: Scanned, at: int) -> tuple[int, ...]:
    """The elements that are told together from the one at a place on; scores in brackets may stand between."""
    places = [at]
    here = at + 1
    while here < len(sentence.types):
        between = sentence.types[places[-1] + 1 : here]
        if sentence.types[here] == "E" and ("," in between or "&" in between):
            places.append(here)
        elif sentence.types[here] not in _BETWEEN_LISTED or (sentence.types[here] == "," and "&" in between):
            break
        here += 1
    return tuple(places)


def keys_at(sentence: Scanned, places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence.tokens[place].key for place in places))


def subject_of(sentence: Scanned, at: int) -> Subject | None:
    """Whose the value at a place is: an element's behind or before it, the index's; None where nobody says."""
    if behind := _linked(sentence, at):
        return behind
    left = sentence.left(at, "Ei", _FAR)
    if left >= 0:
        if sentence.types[left] == "i":
            return Subject((), left)
        together = listed_before(sentence, left)
        if any(kind in "XC" for kind in sentence.types[left:at]) and len(together) > 1:
            return None
        return Subject(keys_at(sentence, together), left)
    return _implied(sentence, at)


def _linked(sentence: Scanned, at: int) -> Subject | None:
    """*3,12 pada unsur Waktu Penyelesaian*."""
    if sentence.types[at + 1 : at + 3] == "<E":
        return Subject((sentence.tokens[at + 2].key,), at + 2)
    right = sentence.right(at, "Ei", 5)
    if right < 0 or any(kind in "XCNGg,&" for kind in sentence.types[at + 1 : right]):
        return None
    near = sentence.left(at, "E", 2)
    if near >= 0 and not set("ω,&") & set(sentence.types[near:at]):
        return None
    if any(sentence.low(here) in LINKS for here in range(at + 1, right)):
        if sentence.types[right] == "i":
            return Subject((), right)
        return Subject(keys_at(sentence, listed_from(sentence, right)), right)
    return None


def _implied(sentence: Scanned, at: int) -> Subject | None:
    """Where the clause names nothing: what the sentence said before, or the field's own element."""
    first, end = sentence.clause(at)
    here = max(sentence.types.rfind(kind, 0, first) for kind in "Ei") if first else -1
    if here >= 0:
        return Subject(keys_at(sentence, (here,)) if sentence.types[here] == "E" else (), here)
    points = (
        any(sentence.low(place) in POINTING for place in range(first, end)) or sentence.types[:at].strip(".~") == "n"
    )
    if points and sentence.before:
        before = sentence.before
        named = max(before.types.rfind(kind) for kind in "Ei")
        if named >= 0:
            return Subject(keys_at(before, (named,)) if before.types[named] == "E" else (), -1)
    survey = set("isz") & set(sentence.types[first:at])
    if sentence.where.element and not survey and any(kind in "nuh" for kind in sentence.types[: at + 1]):
        return Subject((sentence.where.element,), -1)
    return None

"""Which elements are priorities, how many, and how many elements the survey has. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import keys_at, listed_before, listed_from
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set
from reports.words.language import count_word, integer_text, join_list, ordinal_word

_MADE = word_set(
    "sebagai menjadi merupakan ditetapkan dipilih adalah masuk dijadikan diprioritaskan termasuk ditentukan"
)
_OPENING = word_set("adalah yaitu yakni ialah meliputi mencakup : terdiri berupa jatuh")
_PARTLY = re.compile(
    r"antara lain|di antara|salah satu|salah satunya|seperti|misalnya|termasuk|pertama|kedua|ketiga|utama"
)
_SETS = re.compile(
    r"\b(?:ditetapkan|menetapkan|terdapat|ada|dipilih|memilih|memiliki|sebanyak|jumlah|berjumlah|tersebut|seluruh"
    r"|semua"
    r"|menjadi|sebagai|ditentukan|menentukan|atas|memuat|mencakup|terhadap|fokus|berfokus|difokuskan|disepakati"
    r"|dari|pada|menurut|menguraikan)\b"
)
_MEASURES = word_set(
    "menilai dinilai mengukur diukur meliputi mencakup terdiri atas terhadap menggunakan memuat dari memakai "
    "berdasarkan "
    "keseluruhan seluruh semua mengacu"
)


@hears("u [^|Ek]{0,6} j k")
def own_order_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K50: *unsur ini menjadi prioritas kedua*, in a field of one element."""
    at = match.end() - 1
    number = sentence.tokens[at].number
    first, _end = sentence.clause(at)
    own = sentence.where.element
    if own not in truth.priority_keys or number is None or "E" in sentence.types[first:at] or "!" in match[0]:
        return
    right = truth.priority_keys.index(own) + 1
    word = ordinal_word(right) if right > 1 else "pertama"
    given = f"unsur {truth.facts.elements[own].name} adalah prioritas {word}"
    yield Told(at, at, int(number) == right, "K50", word, given)


@hears("[pw] [^|E]{0,24} u? E")
def planned_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K50: *rencana tindak lanjut disusun untuk unsur A dan B*: plans are made for priorities only."""
    at = match.end() - 1
    words = {sentence.low(here) for here in range(match.start(), at)}
    if not words & {"disusun", "menyusun", "dirancang", "menyasar"} or not words & {"untuk", "bagi", "menyasar"}:
        return
    for place in listed_from(sentence, at):
        if sentence.tokens[place].key not in truth.priority_keys:
            yield _none(place, truth)
            return


@hears("(?P<k>k) j [^|E]{0,4} (?P<e>E)")
@hears("j (?P<k>k) [^|E]{0,4} (?P<e>E)")
@hears("(?P<e>E) [^|Ek]{0,6} j (?P<k>k)")
def order_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K50: *prioritas pertama adalah A*, *A sebagai prioritas kedua*."""
    place = match.start("e")
    number = int(sentence.tokens[match.start("k")].number or 0)
    between = {sentence.low(here) for here in range(match.start("k"), place)}
    if place > match.start("k") and not between & _OPENING:
        return
    if not 1 <= number <= len(truth.priority_keys) or "!" in match[0]:
        return
    right = truth.facts.elements[truth.priority_keys[number - 1]]
    given = f"unsur prioritas {ordinal_word(number) if number > 1 else 'pertama'} adalah {right.name}"
    yield Told(place, place, sentence.tokens[place].key == right.key, "K50", right.name, given)


@hears("(?P<n>[Nk]) [.x]? u? j", "denied")
@hears("(?P<n>[Nk]) u [^|NEkXGgrq]{0,4} j")
@hears("j [^|NEkr]{0,5} (?P<n>N) (?: u | (?= [.]?$ ) | , )")
def count_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K49: how many priorities there are."""
    at = match.start("n")
    token = sentence.tokens[at]
    behind = sentence.types[match.end() : match.end() + 1]
    words = sentence.text.lower()
    if behind in set("Jtbk") or token.bound or "lain" in sentence.low(match.end()):
        return
    if (sentence.types[at - 1 : at] and sentence.types[at - 1] in "k!tbD") or sentence.low(at - 1) in {
        "di antara",
        "antara",
    }:
        return
    if re.search(r"\b(?:nilainya|bernilai|bermutu|mutunya)\b", sentence.words(at, len(sentence.tokens) - 1).lower()):
        return
    count = len(truth.priority_keys)
    if {"J", "!"} <= set(match[0]) or "!" in match[0]:
        return
    is_collective = token.kind == "k" or sentence.low(at - 1) in {"seluruh", "semua"}
    right = tells(token, count) if token.kind == "N" else token.number == count
    if not count or (not right and not is_collective and not _SETS.search(words)):
        return
    if not right and sentence.types[at + 1 : at + 4].startswith((".N", "~")):
        return
    value = integer_text(count) if token.kind == "N" else f"ke{count_word(count)}"
    given = f"jumlah unsur prioritas adalah {integer_text(count)}"
    yield Told(at, at, right, "K49", value if token.kind == "N" else integer_text(count), given, "jumlah_prioritas")


@hears("j [^|E]{0,7} E")
def list_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K50: *unsur prioritas yaitu A, B, dan C*."""
    at = match.end() - 1
    between = {sentence.low(here) for here in range(match.start() + 1, at)}
    beside = at == match.start() + 1 and sentence.low(match.start()).endswith("nya")
    if not (beside or between & _OPENING) or "!" in sentence.types[match.start() : at]:
        return
    places = listed_from(sentence, at)
    keys = keys_at(sentence, places)
    wrong = [place for place in places if sentence.tokens[place].key not in truth.priority_keys]
    if sentence.types[match.start() + 1] == "k" or "k" in sentence.types[match.start() : at]:
        return
    if wrong:
        yield _none(wrong[0], truth)
        return
    left_out = [key for key in truth.priority_keys if key not in keys]
    head = sentence.text[sentence.tokens[max(0, match.start() - 3)].start : sentence.tokens[at].start].lower()
    if left_out and len(keys) > 1 and not _PARTLY.search(head) and "N" not in sentence.types[: match.start()][-3:]:
        names = join_list([truth.facts.elements[key].name for key in left_out])
        given = f"unsur prioritas juga {names}"
        yield Told(places[0], places[-1], False, "K50", names, given, "daftar_prioritas")
        return
    yield Told(places[0], places[-1], right=True, placeholder="daftar_prioritas")


@hears("E [^|E]{0,7} j", "denied", "exception")
def made_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K50: *A ditetapkan sebagai unsur prioritas*; with a denial that it is none."""
    last = match.start()
    at = match.end() - 1
    between = {sentence.low(here) for here in range(last + 1, at + 1)}
    between |= {sentence.low(here) for here in range(max(0, last - 4), last)} & {"menetapkan", "memilih", "menjadikan"}
    if not between & (_MADE | {"menetapkan", "memilih", "menjadikan"}) or sentence.types[at + 1 : at + 2] == "k":
        return
    if between & {"dicadangkan", "diusulkan", "calon", "kandidat", "cadangan", "pernah", "dipertimbangkan", "sempat"}:
        return
    if sentence.stances[at] in {"aim", "condition", "other time", "definition"}:
        return
    denied = "!" in sentence.types[last:at] or sentence.stances[at] == "denied"
    for place in listed_before(sentence, last):
        is_one = sentence.tokens[place].key in truth.priority_keys
        if is_one and denied:
            name = truth.facts.elements[sentence.tokens[place].key].name
            yield Told(place, place, False, "K50", name, f"{name} adalah unsur prioritas")
        elif is_one or denied:
            yield Told(place, place, right=True)
        else:
            yield _none(place, truth)


def _none(place: int, truth: Truth) -> Told:
    names = join_list([truth.facts.elements[key].name for key in truth.priority_keys])
    return Told(place, place, False, "K50", names, f"unsur prioritas adalah {names}", "daftar_prioritas")


@hears("(?P<n>N) [.]? u")
def elements_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K49: how many elements the survey has."""
    at = match.start("n")
    token = sentence.tokens[at]
    count = len(truth.facts.elements)
    if sentence.types[match.end() : match.end() + 1] in set("JjtbE~,+-") or token.bound:
        return
    first, _end = sentence.clause(at)
    near = {sentence.low(here) for here in range(max(first, at - 3), at)}
    measured = bool(near & _MEASURES) and (bool(set("snL") & set(sentence.types[first:at])) or "dari" in near)
    if "j" in sentence.types or sentence.types[at - 1 : at] == "k" or not (measured or tells(token, count)):
        return
    if sentence.types[match.end() :][:3].strip(".").startswith(("h", "n", "G")) and "dari" not in near:
        return
    if near & {"dari"} and sentence.types[max(0, at - 2) : at - 1].strip("Nfku") != "" and "s" not in sentence.types:
        return
    given = f"jumlah unsur pelayanan adalah {integer_text(count)}"
    yield Told(at, at, tells(token, count), "K49", written(count, token), given, "jumlah_unsur")

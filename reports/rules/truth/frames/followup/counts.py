"""How many plans there are, and how many in which state: by any of their names, in part or as a whole. Pure."""

import re
from collections.abc import Iterator

from followups.months import Month
from reports.rules.truth.frames.followup.scope import Scope, is_told_of_plans, of_element, scopes_of
from reports.rules.truth.frames.followup.statuses_said import (
    NAMES,
    Said,
    last_status_in,
    may_count,
    status_in,
)
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.numbers import tells
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set
from reports.words.language import integer_text

_BEHIND = word_set(
    "yang pada untuk bagi di dalam dari ini tersebut itu telah sudah belum masih sedang tidak dapat dinyatakan lagi "
    "tindak perbaikan dimaksud saja berhasil baru selesai tuntas rampung dilaksanakan direncanakan tersisa tertunda . ;"
)
"""What may stand behind a bare *kegiatan* that means a plan: no noun that would say of what."""
_PLANNED = re.compile(
    r"\b(?:menetapkan|merencanakan|menyusun|disusun|dirancang|merancang|terdapat|memuat|berjumlah|sebanyak|dituangkan"
    r"|terdiri (?:atas|dari)|ditetapkan|memiliki|mempunyai|ditangani dengan|dengan jumlah|total|seluruhnya|melalui"
    r"|dicanangkan|mencanangkan|menjalankan|mengerjakan|dibuat|dirumuskan|merumuskan|meliputi|mencakup|mencantumkan|tercantum|berisi"
    r"|diusulkan|jumlah|disepakati|menyepakati|memperoleh|mendapat|dijawab dengan|jawab dengan)\b"
)
_PLACEHOLDERS: dict[Said, str] = {"total": "jumlah_rtl", "done": "jumlah_rtl_selesai", "open": "jumlah_rtl_belum"}
_SET_UP = re.compile(
    r"yang (?:telah |sudah )?(?:terbagi|tersebar|terdiri|disusun|ditetapkan|dirancang|disepakati|dirumuskan)\b"
)
_IS_DONE = re.compile(r"\b(?:telah|sudah|selesai|tuntas|rampung|berhasil)\b")
_BESIDE = 12
_AMONG = re.compile(r"^di antara(?:nya|\w+) ")
_NUMBERED = re.compile(r"\b(?:berjumlah|sebanyak|jumlah\w*|total\w*|banyaknya)\b")
_PARTLY = re.compile(r"\b(?:antara lain|di antaranya|salah satu|menambah\w*|tambahan|setiap|tiap|per|masing-masing)\b")


@hears("p [^|,NC]{0,8} < N [.] (?P<n>N) >")
def in_brackets(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K46: *belum ada RTL yang selesai (0 dari 5)*."""
    at = match.start("n")
    if truth.facts.plans and sentence.low(at - 1) == "dari":
        yield from _judged(sentence, at, "total", truth)


def _means_plans(sentence: Scanned, noun: int) -> bool:
    if sentence.types[noun] == "p":
        return True
    if not is_told_of_plans(sentence):
        return False
    behind = sentence.low(noun + 1)
    kind = sentence.types[noun + 1 : noun + 2]
    return not kind or kind in ",|&+-~>CNF" or behind in _BEHIND or kind not in ".EPUOk"


def ahead_of(sentence: Scanned, at: int) -> str:
    """What stands before a number since the number or comma before it."""
    first = sentence.clause(at)[0]
    start = max((sentence.types.rfind(kind, first, at) + 1 for kind in ",NCF"), default=first)
    return sentence.text[sentence.tokens[max(start, first)].start : sentence.tokens[at].start].lower()


def behind_of(sentence: Scanned, at: int) -> str:
    """What stands behind a place until the next number or comma."""
    end = sentence.clause(at)[1]
    here = at + 1
    while here < end and sentence.types[here] not in ",NCF|":
        closed = sentence.types.find(">", here, end) if sentence.types[here] == "<" else -1
        here = max(closed, here) + 1
    return sentence.text[sentence.tokens[at].end : sentence.tokens[here - 1].end].lower() if here > at + 1 else ""


def _said(sentence: Scanned, at: int, noun: int) -> Said | None:
    """The state in which the counted plans are said to be; *total* where they are only said to be there."""
    words = behind_of(sentence, noun)
    behind = status_in(words) if "satu pun" not in ahead_of(sentence, at) else None
    is_whole = sentence.low(at - 1) in {"dari", "antara"}
    # *dari lima rencana telah diselesaikan tiga*: the part comes behind the state.
    rest = sentence.types[noun + 1 : sentence.clause(noun)[1]].split(",")[0]
    goes_on = behind and not words[: behind[1]].strip().startswith("yang") and "N" in rest
    if is_whole and behind and words.strip().startswith("yang") and not _SET_UP.match(words.strip()):
        return behind[0]
    if is_whole and (not behind or goes_on or sentence.types[at - 2 : at] == "N."):
        return "total"
    return behind[0] if behind else _said_ahead(ahead_of(sentence, at), words.strip())


def _said_ahead(ahead: str, behind: str) -> Said | None:
    """*rampunglah kelima kegiatan*, *disusun lima kegiatan*."""
    told = last_status_in(ahead)
    if told and len(ahead) - told[2] <= _BESIDE:
        return told[0]
    picks = behind.startswith("yang") and not _SET_UP.match(behind)
    return "total" if not picks and (_PLANNED.search(ahead) or _PLANNED.search(behind)) else None


def _judged(sentence: Scanned, at: int, said: Said, truth: Truth) -> Iterator[Told]:
    token = sentence.tokens[at]
    if said != "total" and _is_of_then(sentence, at, truth):
        return
    scopes = scopes_of(sentence, at, truth)
    right = any(tells(token, count) for scope in scopes for count in may_count(said, scope.plans))
    if not right and token.bound in {"≥", "≤", "~"}:
        return
    if not right and any(_is_ratio(sentence, at, said, scope) for scope in scopes):
        return
    scope = scopes[0]
    count = may_count(said, scope.plans)[0]
    word = "" if scope.named else _PLACEHOLDERS.get(said, "")
    yield Told(at, at, right, "K46", integer_text(count), count_given(said, scope), word)


def _is_ratio(sentence: Scanned, at: int, said: Said, scope: Scope) -> bool:
    """Whether *tiga dari empat rencana* is true as a share: nine of twelve are done."""
    first = at - 2 if sentence.low(at - 1) == "dari" else at
    if first < 0 or sentence.types[first : first + 3] != "N.N" or sentence.low(first + 1) != "dari":
        return False
    part, whole = (sentence.tokens[here].number for here in (first, first + 2))
    spelled = sentence.low(first).isalpha() and sentence.low(first + 2).isalpha()
    states: tuple[Said, ...] = ("done", "open") if said == "total" else (said,)
    counts = {count for state in states for count in may_count(state, scope.plans)}
    return bool(spelled and part and whole and whole < len(scope.plans)) and any(
        part * len(scope.plans) == count * whole for count in counts if part and whole
    )


def _is_of_then(sentence: Scanned, at: int, truth: Truth) -> bool:
    """Whether the clause counts what was so at a time before the end of the follow-up: *sampai September 2025*."""
    first, end = sentence.clause(at)
    times = [token.when.last for token in sentence.tokens[first:end] if token.when and token.kind in "DMQ"]
    window = truth.facts.cycle.followup
    return any(window.start <= Month(moment.year or window.end.year, moment.month) < window.end for moment in times)


@hears("p [^|,N]{0,6} (?P<n>N) (?![.]N|[pa])")
def numbered(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K46: *RTL berjumlah delapan*, *jumlah RTL yang selesai adalah tiga*."""
    at = match.start("n")
    noun = match.start()
    words = sentence.words(max(0, noun - 2), at).lower()
    token = sentence.tokens[at]
    if token.number is None or not truth.facts.plans or not _NUMBERED.search(words):
        return
    if status_in(words) is None and re.search(r"\b(?:yang|per|lain|dengan|setiap|untuk)\b", words):
        return
    told = status_in(words)
    yield from _judged(sentence, at, told[0] if told else "total", truth)


def count_given(said: Said, scope: Scope) -> str:
    """What the data give for a count of plans."""
    count = may_count(said, scope.plans)[0]
    kind = f" {NAMES[said]}" if NAMES[said] else ""
    of = f" dari {len(scope.plans)} RTL" if said != "total" else ""
    return f"jumlah RTL{scope.of}{kind} adalah {integer_text(count)}{of}"


@hears("(?P<n>N) (?= (?:[.]N)? x? (?P<p>p))", "aim")
def planned(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K46: *disusun sepuluh RTL*, which is a fact whatever for they were drawn up."""
    at = match.start("n")
    noun = match.start("p")
    token = sentence.tokens[at]
    ahead = ahead_of(sentence, at).split()
    if token.number is None or not truth.facts.plans or not _means_plans(sentence, noun) or not ahead:
        return
    behind = behind_of(sentence, noun).strip()
    picks = behind.startswith("yang") and not _SET_UP.match(behind)
    if _PLANNED.fullmatch(ahead[-1]) and not status_in(behind) and not picks:
        yield from _judged(sentence, at, "total", truth)


@hears("(?P<n>N) (?= (?:[.]N)? x? (?P<p>[pa]))")
def counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K46: a number of plans, with the state that stands beside it."""
    at = match.start("n")
    noun = match.start("p")
    token = sentence.tokens[at]
    if token.number is None or not truth.facts.plans or not _means_plans(sentence, noun):
        return
    if sentence.types[noun + 1 : noun + 2] == "J" or sentence.low(noun + 1) in {"tambahan", "baru"}:
        return
    if _PARTLY.search(ahead_of(sentence, at)) or sentence.low(at - 1) in {"nomor", "ke", "bab", "tabel"}:
        return
    said = _said(sentence, at, noun)
    if said is None:
        return
    yield from _judged(sentence, at, said, truth)


@hears("k [pa]")
def all_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K46: *kelima RTL*, which names all plans of an element or all there are, and a state of all of them."""
    at = match.start()
    noun = match.end() - 1
    token = sentence.tokens[at]
    if token.number is None or not truth.facts.plans or not _means_plans(sentence, noun):
        return
    scope = scopes_of(sentence, at, truth)[0]
    is_all = tells(token, len(scope.plans))
    points_back = sentence.low(noun + 1) in {"tersebut", "itu", "ini", "tadi", "dimaksud"}
    if not is_all and (points_back or not (scope.named or sentence.types[noun] == "p")):
        return
    said = _said(sentence, at, noun) or "total"
    others = {len(of_element(key, truth).plans) for key in truth.priority_keys} if not scope.named else set()
    is_certain = _IS_DONE.search(behind_of(sentence, noun)) or said != "done"
    several = len(truth.priority_keys) > 1 and token.number in others
    if is_all and not scope.named and sentence.types[noun] != "p" and (several or not is_certain):
        said = "total"  # all plans of some element may be meant
    yield from _judged(sentence, at, said, truth)


@hears("N")
def part_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K46: *lima selesai dan satu masih dikerjakan*, *hanya dua yang belum selesai* beside a count of plans."""
    at = match.start()
    token = sentence.tokens[at]
    if token.number is None or token.places or not truth.facts.plans or not _speaks_of_plans(sentence, at):
        return
    behind = behind_of(sentence, at).strip()
    if _AMONG.match(f"{behind} ") and not _is_among_all(sentence, at, truth):
        return
    behind = _AMONG.sub("", behind)
    told = status_in(behind)
    if told is None or len(behind[: told[1]].split()) > 1:
        return
    if behind[: told[1]].split() and behind.split()[0] not in {"yang", "telah", "sudah", "lagi", "lainnya", "baru"}:
        return
    yield from _judged(sentence, at, told[0], truth)


def _is_among_all(sentence: Scanned, at: int, truth: Truth) -> bool:
    """Whether *tiga di antaranya* is of as many plans as the scope of this count has."""
    before = [sentence.tokens[here].number for here in range(at) if sentence.types[here] in "Nk"]
    return not before or before[-1] == len(scopes_of(sentence, at, truth)[0].plans)


def _speaks_of_plans(sentence: Scanned, at: int) -> bool:
    """Whether plans were counted before in the sentence."""
    for noun in (here for here in range(at) if sentence.types[here] in "pa"):
        counted = set(sentence.types[max(0, noun - 2) : noun + 5]) & set("NkC")
        if counted and _means_plans(sentence, noun):
            return True
    return False

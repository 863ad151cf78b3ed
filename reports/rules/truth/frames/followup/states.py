"""In what state single plans are told to be: by their names, or in their own fields. Pure."""

import re
from collections.abc import Iterator

from reports.document.facts import PlanFact
from reports.document.fields import CAPTION, DESCRIPTION, STRATEGY
from reports.rules.truth.frames.followup.coverage import plainly, unread
from reports.rules.truth.frames.followup.mentions import PlanMention, mentions_in
from reports.rules.truth.frames.followup.single import Single, clause_start, row_of
from reports.rules.truth.frames.followup.statuses_said import STATES, Said, last_status_in, status_in
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned, tokens_within
from reports.rules.words import says_begun, says_done, says_not_done, word_set

_FITS: dict[Said, frozenset[str]] = {
    "total": frozenset(STATES),
    "done": frozenset(("done",)),
    "open": frozenset(("in_progress", "not_started", "impossible")),
    "in_progress": frozenset(("in_progress",)),
    "not_started": frozenset(("not_started", "impossible")),
    "impossible": frozenset(("impossible",)),
}
EVERY_STANCE = ("aim", "condition", "other time", "other body", "exception", "denied", "quotation")
_SAYS_DONE = re.compile(r"(?:\b(?:telah|sudah|dinyatakan|berhasil)\b|^\s*(?:selesai|tuntas|rampung))")
_BESIDE = re.compile(
    r"\b(?:setelah|sesudah|sebelum|apabila|jika|bila|kalau|begitu|sampai|hingga|selama|agar|supaya|semula|awalnya"
    r"|andai\w*|seandainya|sejak|sambil|usul\w*|hasil|sebagian|persiapan|rapat|sosialisasi|konsep|rancangan|tidak semua"
    r"|belum semua|salah satu)\b[^,;]*$"
)
"""Before a name: the state told behind it is a condition, of another time, or of something else about the plan."""
_LESS = word_set("sebagian hampir separuh setengah pertama kedua ketiga keempat satu dua tiga empat lima enam tujuh")
_OWN = re.compile(r"\b(?:kegiatan|rencana|program|pekerjaan|kanal|aksi|rtl) ini\b")
_WORKS = word_set("pekerjaan pekerjaannya kegiatan kegiatannya pelaksanaannya pengerjaannya seluruh tukang penyedia")
_GOES_ON = re.compile(r"\b(?:namun|tetapi|tapi|sedangkan|kecuali|sebelum|semula|kemudian|lalu|kini|menyusul|lagi)\b|\d")
_LISTED = re.compile(
    r"\b(?:rtl|rencana tindak lanjut|rencana|kegiatan|program)\b[^,;]{0,20}\byang (?P<said>[^,;]{4,50}?)"
    r" (?:adalah|yaitu|yakni|ialah|meliputi|mencakup|antara lain):? $"
)
_UNTIL = re.compile(r"[:;(]|, (?:dan|serta|yang|sedangkan)\b")


@hears("^", *EVERY_STANCE)
def state_behind(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K54, S1: *penataan antrean hingga laporan ini disusun masih berjalan*."""
    mentions = mentions_in(sentence, truth)
    for number, mention in enumerate(mentions):
        first, last = tokens_within(sentence, mention.start, mention.end)
        end = sentence.tokens[sentence.clause(last)[1] - 1].end
        if number + 1 < len(mentions):
            end = min(end, mentions[number + 1].start)
        ahead = sentence.text[clause_start(sentence, first) : mention.start].lower()
        if not _is_told(sentence, mention, first) or _is_told_already(sentence) or _BESIDE.search(ahead):
            continue
        behind = _UNTIL.split(plainly(sentence.text[mention.end : end].lower()))[0]
        told = status_in(behind)
        is_active = mention.acts and mention.head.startswith("me")
        if is_active or told is None or unread(behind[: told[1]]):
            yield from _told_ahead(sentence, mention, ahead, first, last, truth)
            continue
        at = _token_at(sentence, last, mention.end, behind, told)
        if _is_certain(told, behind) and sentence.stances[at] == "asserted":
            yield judged_state(first, last, truth.facts.plans[mention.key], told[0])


def _is_told(sentence: Scanned, mention: PlanMention, first: int) -> bool:
    """Whether the plan itself is named: not half of it, nor one of a list whose state is told of others."""
    if mention.strange or mention.is_part or not (mention.begins or mention.matched > 2):
        return False
    return mention.whole or sentence.types[first - 1 : first] not in {"&"}


def _is_certain(told: tuple[Said, int, int], words: str) -> bool:
    """*selesai* alone may be a wish; *tertunda* may be of a part."""
    said, _start, end = told
    return said != "done" or bool(_SAYS_DONE.search(words[:end]))


def _token_at(sentence: Scanned, last: int, start: int, behind: str, told: tuple[Said, int, int]) -> int:
    """The token with which the words of a state end."""
    words = behind[told[1] : told[2]]
    end = sentence.text.lower().find(words, start) + len(words)
    return next((here for here in range(last + 1, len(sentence.tokens)) if sentence.tokens[here].end >= end), last)


def _told_ahead(
    sentence: Scanned, mention: PlanMention, ahead: str, first: int, last: int, truth: Truth
) -> Iterator[Told]:
    """K54, S1: *Bidang Dafduk sudah merampungkan penataan antrean*, *Sekretariat belum menyusun standar*."""
    words = ahead.split()
    helps: dict[str, Said] = {"telah": "done", "sudah": "done", "sedang": "in_progress", "belum": "open"}
    said: Said | None = None
    if sentence.stances[first] != "asserted" or not words:
        return
    if mention.acts:
        said = helps.get(words[-1])
    else:
        told = last_status_in(ahead)
        is_next = told and not ahead[told[2] :].strip(' “"')
        said = told[0] if told and is_next and _is_certain(told, ahead) else None
        if (listed := _LISTED.search(ahead)) and (told := status_in(listed["said"])):
            said = told[0]
    if said:
        yield judged_state(first, last, truth.facts.plans[mention.key], said)


def judged_state(first: int, last: int, fact: PlanFact, said: Said) -> Told:
    """What is to be told of a plan that is said to be in a state."""
    state = STATES[fact.plan.realisation.status]
    rule = "S1" if said == "done" and not fact.done else "K54"
    right = fact.plan.realisation.status in _FITS[said]
    return Told(first, last, right, rule, state, f"status RTL {row_of(fact)} adalah {state}")


@hears("^", *EVERY_STANCE)
def own_state(sentence: Scanned, _match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K54, S1: the state that a field of a plan tells of its own plan: *kegiatan ini tuntas*, *masih dikerjakan*."""
    fact = sentence.where.plan
    if fact is None or sentence.where.place.printed in (CAPTION, STRATEGY):
        return
    low = plainly(sentence.text.lower())
    own = list(_OWN.finditer(low))
    if sentence.where.place.printed is DESCRIPTION and not own:
        return  # what a description says of its status, K24 and S5 tell
    ahead, words = (low[: own[-1].end()], low[own[-1].end() :]) if own else ("", low)
    told = status_in(words)
    if told is None or _BESIDE.search(f"{ahead}{words[: told[1]]}") or not _is_certain(told, words):
        return
    subject = words[: told[1]]
    known = Single(fact, 0, 0, own=True).words
    if unread(subject, known, _WORKS) or _LESS & set(subject.split()) or any(letter.isdigit() for letter in subject):
        return
    is_whole = bool(own) or not subject.strip() or not set(re.findall(r"[\w-]+", subject)) <= _WORKS
    if not is_whole or (not own and not _is_of_all(told[0], words, sentence)):
        return
    start = sentence.text.lower().find(words[told[1] : told[2]])
    first, last = tokens_within(sentence, start, start + told[2] - told[1])
    if sentence.stances[last] == "asserted":
        yield judged_state(first, last, fact, told[0])


def _is_told_already(sentence: Scanned) -> bool:
    """Whether the rules on a description beside its status, K24 and S5, tell it."""
    fact = sentence.where.plan
    if fact is None or sentence.where.place.printed is not DESCRIPTION:
        return False
    if fact.done:
        return bool(says_not_done(sentence.text))
    begun = fact.plan.realisation.status == "not_started" and says_begun(sentence.text)
    return begun or says_done(sentence.text, fact.plan.programme)


def _is_of_all(said: Said, words: str, sentence: Scanned) -> bool:
    """Whether a state without *kegiatan ini* can only be the plan's: no part of it is excepted or still to come."""
    if sentence.where.place.printed.field.key not in {"description", "obstacle", "note"} or sentence.before:
        return False
    if said == "open" and "belum" not in words and "tidak" not in words:
        return False
    return not re.search(
        r"\b(?:namun|tetapi|tapi|sedangkan|kecuali|sebelum|semula|kemudian|lalu|kini|menyusul|lagi)\b|\d", words
    )

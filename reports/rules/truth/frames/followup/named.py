"""What single plans are told to be: near names, states, scheduled months, and who answers for them. Pure."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from followups.months import Month
from reports.document.facts import PlanFact
from reports.document.fields import STRATEGY
from reports.rules.truth.frames.followup.mentions import PlanMention, mentions_in
from reports.rules.truth.frames.followup.scope import of_element
from reports.rules.truth.frames.followup.statuses_said import STATES, Said, status_in
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import content_of, stem
from reports.rules.truth.tokens.token import Moment, When
from reports.rules.words import word_set
from reports.words.language import join_list, months_text

_LEAST = 3
_MANY = 14
_NOT_OURS = re.compile(
    r"\b(?:serupa|(?:meng)?usul(?:kan|an)?|tidak termasuk|bukan|di luar rtl|periode lalu|sebelumnya|program lain)\b"
)
_SAYS_DONE = re.compile(r"(?:\b(?:telah|sudah|dinyatakan|berhasil)\b|^\s*(?:selesai|tuntas|rampung))")
_ASIDE = re.compile(r"^, yang [^,]*,")
_OWN = re.compile(r"\b(?:kegiatan|rencana|program|pekerjaan|kanal|aksi|rtl) ini\b")
_SCHEDULED = re.compile(
    r"\b(?:dijadwalkan|direncanakan|terjadwal|jadwalnya|rencana bulan|semula"
    r"|(?:menurut|sesuai|dalam) (?:rencana|jadwal)(?:nya)?)\b"
)
_MOVED = re.compile(
    r"\b(?:digeser|diundur\w*|mundur|ditunda|menjadi|dipercepat|terlaksana|selesai|tuntas|rampung|tiba)\b"
)
_AT = re.compile(
    r"(?:\W*\b(?:pada|dalam|di|untuk|mulai|sejak|antara|selama|akhir|awal|pertengahan|dari|bulan|tahun|kurun|rentang|waktu"
    r"|masa|adalah|yaitu|yakni|ialah|dilaksanakan|dilakukan|disusun|diadakan|jatuh|berlangsung|berjalan|sebenarnya|juga|memang)\b)*\W*"
)
_OF_IT = frozenset(
    stem(word) for word in word_set("rencana rtl program pekerjaan awal mula jadwal tabel semula sebenarnya ia")
)

_DOES = re.compile(
    r"\b(?:oleh|tanggung jawab|penanggung jawab(?: utama(?:nya)?)?:?|dipimpin|dikelola|diserahkan kepada|tugas"
    r"|ditangani|dipercayakan kepada|dikerjakan|dilaksanakan|diampu|dikoordinasikan|selaku pelaksana)\b"
)
_HELPS = re.compile(
    r"\b(?:dukungan|bantuan|dibantu|bersama|didukung|berkoordinasi|konsultasi|melibatkan|dari|kepada)\b"
)
_ONLY_HELPS = re.compile(r"\b(?:dibantu|bantuan|didukung|dukungan)\b")
_ANSWERS = re.compile(r"anggung jawab|dipercayakan|diserahkan|tugas|dipimpin")
_LEADS = re.compile(r"\b(?:dipimpin|penanggung jawab utama(?:nya)?|utama)\b")
_FITS: dict[Said, frozenset[str]] = {
    "total": frozenset(STATES),
    "done": frozenset(("done",)),
    "open": frozenset(("in_progress", "not_started", "impossible")),
    "in_progress": frozenset(("in_progress",)),
    "not_started": frozenset(("not_started", "impossible")),
    "impossible": frozenset(("impossible",)),
}
EVERY_STANCE = ("aim", "condition", "other time", "other body", "exception", "denied")


@hears("[MRD]", *EVERY_STANCE)
def months_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: months in which a plan is told to be scheduled."""
    at = match.start()
    when = sentence.tokens[at].when
    fact, since = _subject(sentence, at, truth)
    if when and fact is None:
        yield from _months_of_element(sentence, at, when, truth)
    if when is None or fact is None or not fact.plan.months or not _is_scheduled(sentence, at, since, fact):
        return
    if fact.plan.completion and _is_behind(when.first, truth):
        return
    months = {(month.year, month.number) for month in fact.plan.months}
    ends = (when.first, when.last)
    right = all((moment.year or _year(moment.month, fact.plan.months), moment.month) in months for moment in ends)
    value = months_text(fact.plan.months)
    given = f"RTL “{fact.name}” ({fact.number} {fact.point}) dijadwalkan pada {value}"
    yield Told(at, at, right, "K53", value, given)


def _is_misspelt(told: str, name: str) -> bool:
    """Whether every word that is not the name's own is nearly one of them."""
    own = name.split()
    return all(get_close_matches(word, own, 1, 0.85) for word in told.split() if word not in own)


def _tokens(sentence: Scanned, mention: PlanMention) -> tuple[int, int]:
    """The first and last token of a mention."""
    inside = [
        number
        for number, token in enumerate(sentence.tokens)
        if token.start < mention.end and token.end > mention.start
    ]
    return inside[0], inside[-1]


def _is_ours(sentence: Scanned, at: int) -> bool:
    return sentence.stances[at] not in {"other time", "other body"} and not _NOT_OURS.search(sentence.text.lower())


def _is_named(sentence: Scanned, first: int, mention: PlanMention) -> bool:
    """Whether the mention stands alone, not in a list whose state is told of others."""
    return mention.whole or sentence.types[first - 1 : first] not in {"&"}


def _state_told(sentence: Scanned, first: int, last: int, fact: PlanFact) -> Iterator[Told]:
    end = sentence.clause(last)[1]
    behind = sentence.text[sentence.tokens[last].end : sentence.tokens[end - 1].end].lower()
    aside = _ASIDE.match(behind)
    until_aside = aside.end() if aside else 0
    behind = behind[until_aside:]
    behind = re.split(r"[:;(]|, (?:dan|serta|yang|sedangkan)\b", behind)[0]
    told = status_in(behind)
    if told is None or len(behind[: told[1]].split()) > _LEAST:
        return
    until = sentence.tokens[last].end + until_aside + told[2]
    at = next((here for here in range(last + 1, end) if sentence.tokens[here].end >= until), last)
    said = told[0]
    is_certain = said != "done" or _SAYS_DONE.search(behind[: told[2]])
    if sentence.stances[at] != "asserted" or not is_certain or (said == "open" and "belum" not in behind[: told[2]]):
        return
    status = fact.plan.realisation.status
    right = status in _FITS[said]
    yield _judged_state(first, last, fact, said, right=right)


def _judged_state(first: int, last: int, fact: PlanFact, said: Said, *, right: bool) -> Told:
    state = STATES[fact.plan.realisation.status]
    rule = "K54" if fact.done else "S1" if said == "done" else "K54"
    given = f"status RTL “{fact.name}” ({fact.number} {fact.point}) adalah {state}"
    return Told(first, last, right, rule, state, given)


@hears("U", "aim")
def unit_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K86: a unit that is told to answer for a plan and does not, by Tabel 2.2 and 4.1."""
    at = match.start()
    token = sentence.tokens[at]
    fact, since = _subject(sentence, at, truth)
    if fact is None:
        return
    answering = (*fact.plan.units, *(fact.plan.completion.units if fact.plan.completion else ()))
    if not answering or "*" in answering or not token.key:
        return
    words = sentence.text[since : token.start].lower()
    behind = sentence.text[token.end : token.end + 60].lower()
    doing = list(_DOES.finditer(words))
    claimed = re.match(r" (?:selaku|sebagai) (?:pelaksana|penanggung jawab)", behind)
    if not doing and not claimed:
        return
    between = words[doing[-1].end() :] if doing else ""
    parted = set(between) & set(",;") or len(between.split()) > _LEAST
    if not claimed and (parted or _ONLY_HELPS.search(words) or _HELPS.search(between)):
        return
    if sentence.where.plan and not (claimed or _ANSWERS.search(words)):
        return
    if sentence.stances[at] in {"denied", "other time", "exception"} or "bukan penanggung" in words:
        return
    lead = fact.plan.lead if _LEADS.search(words) and fact.plan.lead else ""
    right = token.key == lead if lead else token.key in answering
    names = truth.facts.unit_names((lead,) if lead else fact.plan.units)
    yield Told(at, at, right, "K86", join_list(names), _answers(fact, names, truth))


def _is_whole(low: str, told: tuple[Said, int, int]) -> bool:
    """Whether a sentence says nothing but a state: *Belum dimulai.*"""
    return not low[: told[1]].strip() and not low[told[2] :].strip(" .") and told[0] != "open"


@hears("^", *EVERY_STANCE)
def plan_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """M4, M8 for a name with strange words; K54, S1 for the state in which a named plan is told to be."""
    for mention in mentions_in(sentence, truth):
        fact = truth.facts.plans[mention.key]
        first, last = _tokens(sentence, mention)
        if mention.strange:
            if mention.begins and mention.matched >= _LEAST and _is_ours(sentence, first):
                given = f"nama RTL itu ({fact.number} {fact.point}) adalah “{fact.name}”"
                told = sentence.words(first, last).lower()
                rule = "M4" if _is_misspelt(told, fact.name.lower()) else "M8"
                yield Told(first, last, right=False, rule=rule, value=fact.name, given=given)
        elif mention.begins and _is_named(sentence, first, mention):
            yield from _state_told(sentence, first, last, fact)


def _months_of_element(sentence: Scanned, at: int, when: When, truth: Truth) -> Iterator[Told]:
    """*RTL pada unsur Persyaratan dijadwalkan pada Agustus 2025*."""
    left = sentence.left(at, "E")
    noun = sentence.left(left, "p") if left >= 0 else -1
    if noun < 0 or mentions_in(sentence, truth) or sentence.types.count("E") > 1:
        return
    words = sentence.text[sentence.tokens[left].end : sentence.tokens[at].start].lower()
    told = list(_SCHEDULED.finditer(words))
    scope = of_element(sentence.tokens[left].key, truth)
    months = tuple(sorted({month for fact in scope.plans for month in fact.plan.months}))
    if told and months and _AT.fullmatch(words[told[-1].end() :]) and not _is_behind(when.first, truth):
        numbers = {month.number for month in months}
        right = {when.first.month, when.last.month} <= numbers and when.first.year in (
            None,
            months[0].year,
            months[-1].year,
        )
        value = months_text(months)
        yield Told(at, at, right, "K53", value, f"RTL{scope.of} dijadwalkan pada {value}")


def _is_scheduled(sentence: Scanned, at: int, since: int, fact: PlanFact) -> bool:
    """Whether a month stands right behind *dijadwalkan* that speaks of this plan; a strategy tells when it will end."""
    words = sentence.text[since : sentence.tokens[at].start].lower()
    told = list(_SCHEDULED.finditer(words))
    if sentence.where.place.printed == STRATEGY:
        return False
    if not told:
        announced = since and _SCHEDULED.search(sentence.text[:since].lower()) and len(words.split()) <= _MANY
        return bool(announced) and not _MOVED.search(words)
    if not _AT.fullmatch(words[told[-1].end() :]):
        return False
    own = content_of(f"{fact.name} {fact.plan.indicator or ''} {fact.plan.target or ''}") | _OF_IT
    return not sentence.where.plan or content_of(words[: told[-1].start()]) <= own


def _is_behind(moment: Moment, truth: Truth) -> bool:
    """Whether a time lies behind the months of the follow-up."""
    end = truth.facts.cycle.followup.end
    return moment.year is not None and Month(moment.year, moment.month) > end


def _year(month: int, months: tuple[Month, ...]) -> int:
    return next((each.year for each in months if each.number == month), 0)


def _subject(sentence: Scanned, at: int, truth: Truth) -> tuple[PlanFact | None, int]:
    """The plan named last before a token in its clause, else the field's own; and where its mention ends."""
    first = sentence.tokens[sentence.clause(at)[0]].start
    end = sentence.tokens[at].start
    named = [each for each in mentions_in(sentence, truth) if first <= each.start and each.end <= end]
    if sentence.where.plan:
        return sentence.where.plan, first
    return (truth.facts.plans[named[-1].key], named[-1].end) if named else (None, 0)


@hears("^", *EVERY_STANCE)
def own_state_told(sentence: Scanned, _match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K54, S1: the state in which a field of a plan tells *kegiatan ini* to be."""
    fact = sentence.where.plan
    low = sentence.text.lower()
    own = list(_OWN.finditer(low))
    if fact and not own and sentence.before is None and (whole := status_in(low)) and _is_whole(low, whole):
        last = max(n for n, token in enumerate(sentence.tokens) if token.start < whole[2])
        yield _judged_state(0, last, fact, whole[0], right=fact.plan.realisation.status in _FITS[whole[0]])
    if fact is None or not own:
        return
    told = status_in(low[own[-1].end() :])
    if told is None or len(low[own[-1].end() : own[-1].end() + told[1]].split()) > _LEAST + 1:
        return
    start, end = own[-1].start(), own[-1].end() + told[2]
    inside = [n for n, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    said = told[0]
    is_certain = said != "done" or _SAYS_DONE.search(low[own[-1].end() : end])
    if not is_certain or sentence.stances[inside[-1]] != "asserted":
        return
    if said == "open" and "belum" not in low[own[-1].end() : end]:
        return
    right = fact.plan.realisation.status in _FITS[said]
    yield _judged_state(inside[0], inside[-1], fact, said, right=right)


def _answers(fact: PlanFact, names: tuple[str, ...], truth: Truth) -> str:
    units = [f"{unit.name} ({unit.short_name})" for unit in truth.facts.cycle.office.units if unit.short_name in names]
    return f"penanggung jawab RTL “{fact.name}” ({fact.number} {fact.point}) adalah {join_list(units)}"

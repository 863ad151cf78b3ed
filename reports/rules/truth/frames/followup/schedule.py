"""When single plans are told to be scheduled, carried out, completed and promised, against their own months. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from followups.months import Month
from reports.document.facts import PlanFact
from reports.document.fields import CAPTION
from reports.rules.truth.frames.followup.coverage import plainly, unread
from reports.rules.truth.frames.followup.mentions import mentions_in
from reports.rules.truth.frames.followup.scope import of_element
from reports.rules.truth.frames.followup.single import Single, row_of, single_before, single_behind
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.times import is_day, is_month
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import stem
from reports.rules.truth.tokens.token import Moment, When
from reports.rules.words import word_set
from reports.words.language import date_text, month_text, months_text

Manner = Literal["scheduled", "begun", "held", "built", "done", "due"]
_WORDS: dict[Manner, str] = {
    "scheduled": "dijadwalkan terjadwal direncanakan jadwal jadwalnya rencananya semula diagendakan dirancang",
    "begun": "dimulai mulai bermula diawali sejak berawal",
    "done": "selesai tuntas rampung usai diselesaikan dituntaskan dirampungkan terselesaikan",
    "held": "dilaksanakan terlaksana dilakukan dikerjakan diselenggarakan diadakan berlangsung berjalan direalisasikan "
    "terealisasi dijalankan digarap",
    "due": "dijanjikan ditargetkan selambat-lambatnya tenggat tenggatnya",
}
_MANNERS: dict[str, Manner] = {word: manner for manner, words in _WORDS.items() for word in words.split()}
_HINTS = word_set("tuntas direncanakan ditetapkan tepat waktu oleh ditangani penanggung jawab utama utamanya juga")
_PARTS = re.compile(r"[,;]| (?:dan|tetapi|namun|lalu|kemudian|serta|walaupun|meskipun) ")
_BY_PLAN = re.compile(r"\b(?:menurut|sesuai|dalam|berdasarkan) (?:dengan )?(?:rencana|rtl|jadwal)(?:nya)?\b,?")
_AT_LATEST = re.compile(r"\b(?:paling lambat|selambat-lambatnya|selambatnya|tenggat\w*|paling akhir|sebelum)\b")
_PERFECT = re.compile(r"\b(?:telah|sudah|baru) \w+|\b(?:selesai|tuntas|rampung)\b")
EVERY_STANCE = ("aim", "condition", "other time", "other body", "definition")
_IF = re.compile(r"\b(?:apabila|jika|bila|bilamana|kalau|andai\w*|seandainya|sekiranya|misal\w*)\b")


@hears("[DMRQ]", *EVERY_STANCE)
def time_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53, K87: a day or run of months that is told of one plan."""
    at = match.start()
    when = sentence.tokens[at].when
    if when is None or sentence.where.place.printed is CAPTION or _group(sentence, at)[0] != at:
        return
    last = _group(sentence, at)[1]
    if (single := single_before(sentence, at, truth)) is None:
        yield from _time_ahead(sentence, at, truth)
        return
    words = plainly(sentence.text[single.end : sentence.tokens[at].start].lower())
    if manner := _manner(words, single, sentence):
        yield from _judged(sentence, at, last, single.fact, manner, words, truth)


def _time_ahead(sentence: Scanned, at: int, truth: Truth) -> Iterator[Told]:
    """*Per 12 Agustus 2025 penetapan standar layanan telah tuntas*."""
    single = single_behind(sentence, at, truth)
    if single is None or mentions_in(sentence, truth)[0].end <= sentence.tokens[at].start:
        return
    behind = sentence.text[single.end : sentence.tokens[sentence.clause(at)[1] - 1].end].lower()
    between = sentence.text[sentence.tokens[at].end : single.start].lower()
    ahead = sentence.text[: sentence.tokens[at].start].lower()
    told = {_manner_of(words, frozenset()) for words in (_PARTS.split(behind)[0], between)}
    if "done" in told and not unread(ahead) and not unread(between, _MANNERS):
        yield from _judged(sentence, at, at, single.fact, "done", ahead, truth)


def _group(sentence: Scanned, at: int) -> tuple[int, int]:
    """The first and last of times that are told together: *Agustus, September, dan November 2025*."""
    first = last = at
    while (before := _beside(sentence, first, -1)) >= 0:
        first = before
    while (behind := _beside(sentence, last, 1)) >= 0:
        last = behind
    return first, last


def _beside(sentence: Scanned, at: int, step: int) -> int:
    """The next month joined to one at a place, or -1."""
    if sentence.types[at] != "M":
        return -1
    here = at + step
    while 0 <= here < len(sentence.types) and sentence.types[here] in ",&":
        here += step
    found = here != at + step and 0 <= here < len(sentence.types) and sentence.types[here] == "M"
    return here if found else -1


def _manner(words: str, single: Single, sentence: Scanned) -> Manner | None:
    """How a time is told of a plan by the words between, if all of these are read."""
    verbs = {word for word in re.findall(r"[\w-]+", words) if word.startswith(("di", "ter"))}
    own = {stem(word) for word in re.findall(r"\w+", single.fact.name.lower())}
    deeds = frozenset(word for word in verbs if stem(word) in own)
    units = {
        word
        for token in sentence.tokens
        if token.kind == "U"
        for word in re.findall(r"[\w-]+", sentence.text[token.start : token.end].lower())
    }
    if unread(words.replace("paling lambat", ""), _MANNERS, deeds, single.words, units, _HINTS):
        return None
    return _manner_of(words, deeds)


def _manner_of(words: str, deeds: frozenset[str]) -> Manner | None:
    """The manner that stands nearest before a time; an intention told right before a deed rules it."""
    if _AT_LATEST.search(words):
        return "due"
    if _BY_PLAN.match(words.strip()) and not _PERFECT.search(words):
        return "scheduled"
    for part in reversed(_PARTS.split(words)):
        told: list[Manner] = [
            "built" if word in deeds else _MANNERS[word]
            for word in re.findall(r"[\w-]+", part)
            if word in deeds or word in _MANNERS
        ]
        if _BY_PLAN.search(part) and not _PERFECT.search(part):
            return "scheduled"
        if told:
            return next((manner for manner in told if manner in {"scheduled", "due"}), told[-1])
    return None


def _judged(
    sentence: Scanned, first: int, last: int, fact: PlanFact, manner: Manner, words: str, truth: Truth
) -> Iterator[Told]:
    if _IF.search(sentence.text.lower()):
        return
    times = [when for token in sentence.tokens[first : last + 1] if (when := token.when)]
    ends = When(times[0].first.in_year(times[-1].last.year), times[-1].last)
    stance = sentence.stances[first]
    behind = _behind_window(ends.last, truth)
    completion = fact.plan.completion
    if manner == "due" or (behind and not fact.done and manner in {"done", "scheduled", "built", "held"}):
        if completion and completion.latest and behind:
            yield _due(Told(first, last, True), fact, completion.earliest, completion.latest, ends, words)
        return
    if stance == "other body" or (manner != "scheduled" and stance not in {"asserted", "condition"}) or behind:
        return
    in_plans = sentence.where.section.startswith("2")
    if manner == "scheduled" or (in_plans and manner in {"held", "built", "begun"}):
        yield from _scheduled(sentence, first, last, fact, ends, begun=manner == "begun" or "mulai" in words)
    elif fact.plan.realisation.months or fact.plan.realisation.completed_on:
        yield from _realised(first, last, fact, ends, manner)


def _behind_window(moment: Moment, truth: Truth) -> bool:
    """Whether a time lies behind the months of the follow-up."""
    return moment.year is not None and Month(moment.year, moment.month) > truth.facts.cycle.followup.end


def _due(place: Told, fact: PlanFact, earliest: Month | None, latest: Month, ends: When, words: str) -> Told:
    told = Month(ends.last.year or latest.year, ends.last.month)
    if "sebelum" in words.split():
        right = told > latest
    elif _AT_LATEST.search(words) or not earliest:
        right = told == latest
    else:
        right = earliest <= told <= latest
    value = month_text(latest)
    given = f"target penyelesaian RTL {row_of(fact)} dalam Tabel 4.1 adalah {value}"
    return replace(place, right=right, rule="K87", value=value, given=given)


def _scheduled(sentence: Scanned, first: int, last: int, fact: PlanFact, ends: When, *, begun: bool) -> Iterator[Told]:
    months = fact.plan.months
    if not months:
        return
    told = _months_told(sentence, first, last, ends, months)
    spans = len(told) > 1 and sentence.types[first] != "Q"
    if begun and len(told) == 1:
        right = told[0] == months[0]
    elif sentence.types[first] == "Q":
        right = any(month in told for month in months)
    else:
        right = set(told) == set(months) if spans else set(told) <= set(months)
    value = months_text(months)
    yield Told(first, last, right, "K53", value, f"RTL {row_of(fact)} dijadwalkan pada {value}")


def _months_told(sentence: Scanned, first: int, last: int, ends: When, months: tuple[Month, ...]) -> tuple[Month, ...]:
    """The single months of a list, or all of a range; those without a year are of the plan's."""
    times = [token.when for token in sentence.tokens[first : last + 1] if token.when]
    if first == last:
        start = _month(ends.first, months)
        end = _month(ends.last, months)
        return tuple(start.plus(step) for step in range(max(1, start.months_to(end) + 1)))
    return tuple(_month(when.first.in_year(ends.last.year), months) for when in times)


def _month(moment: Moment, months: tuple[Month, ...]) -> Month:
    """A moment as a month; one without a year is of the year in which a plan has that month."""
    years = [each.year for each in months if each.number == moment.month]
    return Month(moment.year or next(iter(years), months[-1].year), moment.month)


def _realised(first: int, last: int, fact: PlanFact, ends: When, manner: Manner) -> Iterator[Told]:
    realisation = fact.plan.realisation
    day = realisation.completed_on
    months = tuple(sorted({*realisation.months, *((Month.of(day),) if day else ())}))
    is_single = first == last and ends.first == ends.last
    if manner == "begun":
        right = any(is_month(ends.first, month) for month in (months[0], *fact.plan.months[:1]))
        value = month_text(months[0])
        given = f"RTL {row_of(fact)} dilaksanakan mulai {value}"
    elif manner in {"done", "built"} and day and is_single:
        built = manner == "built" and any(is_month(ends.first, month) for month in months)
        right = built or is_day(ends.first, day)
        value = date_text(day)
        given = f"RTL {row_of(fact)} selesai pada {value}"
    else:
        known = {*months, *fact.plan.months} if manner == "held" else set(months)
        right = all(any(is_month(moment, month) for month in known) for moment in (ends.first, ends.last))
        value = months_text(months)
        given = f"RTL {row_of(fact)} dilaksanakan pada {value}"
    yield Told(first, last, right, "K53", value, given)


@hears("E [^|EP]* (?P<t>[DMR])", "aim", "other time")
def months_of_element(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: *RTL pada unsur Persyaratan dijadwalkan pada Agustus 2025*."""
    left = match.start()
    at = match.start("t")
    when = sentence.tokens[at].when
    if when is None or sentence.left(left, "p") < 0 or mentions_in(sentence, truth) or sentence.types.count("E") > 1:
        return
    words = sentence.text[sentence.tokens[left].end : sentence.tokens[at].start].lower()
    scope = of_element(sentence.tokens[left].key, truth)
    months = tuple(sorted({month for fact in scope.plans for month in fact.plan.months}))
    is_scheduled = not unread(words, _MANNERS) and _manner_of(words, frozenset()) == "scheduled"
    if is_scheduled and months and not _behind_window(when.first, truth):
        told = {_month(when.first, months), _month(when.last, months)}
        value = months_text(months)
        yield Told(at, at, told <= set(months), "K53", value, f"RTL{scope.of} dijadwalkan pada {value}")

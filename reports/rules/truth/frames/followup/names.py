"""Names of plans that are nearly, but not quite, those of the plans. Pure."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from reports.document.facts import PlanFact
from reports.rules.truth.frames.followup.mentions import mentions_in
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned, tokens_within
from reports.rules.truth.tokens.stems import content_of

_LEAST = 3
_NOT_OURS = re.compile(
    r"\b(?:serupa|(?:di|meng)?usul(?:kan|an)?|tidak termasuk|bukan|di luar rtl|periode lalu|sebelumnya|program lain"
    r"|mula-mula|semula|berjudul|berganti nama|diganti|dinamai|berbeda dari|seperti|sebagaimana|meniru|mengikuti|selain"
    r"|misalnya|milik|tahun depan)\b"
)
_QUOTED = re.compile(r"[“\"](?P<name>[^”\"]{8,160})[”\"]")
_AS_PLAN = re.compile(
    r"\b(?:rtl|rencana(?: tindak lanjut)?|program|kegiatan|aksi)(?:(?: \w+){0,2}|(?: \w+){1,6}, (?:yaitu|yakni)) $"
    r"|\bdilaksanakan(?:nya)? $|\bdan $"
)
EVERY_STANCE = ("aim", "condition", "other time", "other body", "exception", "denied", "quotation")


def _is_ours(sentence: Scanned, at: int) -> bool:
    return sentence.stances[at] not in {"other time", "other body"} and not _NOT_OURS.search(sentence.text.lower())


@hears("^", *EVERY_STANCE)
def name_quoted(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """M4, M8: *Program “Penyediaan pojok baca dan titik akses internet”*."""
    for match in _QUOTED.finditer(sentence.text):
        if not _AS_PLAN.search(sentence.text[: match.start()].lower()):
            continue
        first, last = tokens_within(sentence, match.start("name"), match.end("name"))
        fact = _nearest(match["name"], truth)
        if fact and _is_ours(sentence, first):
            yield _other_name(first, last, match["name"], fact)


def _nearest(told: str, truth: Truth) -> PlanFact | None:
    """The plan of whose name a told one has half the words and the first, and others in place of the rest."""
    words = content_of(told)
    head = told.lower().split()[0]
    shared = {
        fact: len(words & content_of(fact.name)) for fact in truth.facts.plans if fact.name.lower().split()[0] == head
    }
    most = max(shared.values(), default=0)
    best = [fact for fact, count in shared.items() if count == most]
    if len(best) != 1 or words <= content_of(best[0].name) or content_of(best[0].name) <= words:
        return None
    return best[0] if most > 1 and 2 * most >= len(content_of(best[0].name)) else None


def _other_name(first: int, last: int, told: str, fact: PlanFact) -> Told:
    own = fact.name.lower().split()
    strange = [word for word in told.lower().split() if word not in own]
    rule = "M4" if all(get_close_matches(word, own, 1, 0.85) for word in strange) else "M8"
    given = f"nama RTL itu ({fact.number} {fact.point}) adalah “{fact.name}”"
    return Told(first, last, right=False, rule=rule, value=fact.name, given=given)


@hears("^", *EVERY_STANCE)
def name_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """M4, M8: a name with strange words among its own, where the sentence does not name the plan besides."""
    mentions = mentions_in(sentence, truth)
    for mention in mentions:
        fact = truth.facts.plans[mention.key]
        first, last = tokens_within(sentence, mention.start, mention.end)
        alone = sum(each.key == mention.key for each in mentions) == 1
        if mention.strange and alone and mention.matched >= _LEAST and _is_ours(sentence, first):
            yield _other_name(first, last, sentence.words(first, last), fact)

"""Of which single plan a place in a sentence speaks, and with what words between. Pure."""

import re
from dataclasses import dataclass

from reports.document.facts import PlanFact
from reports.rules.truth.frames.followup.mentions import PlanMention, mentions_in
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import content_of

_POINTS = re.compile(r"^\W*(?:kegiatan|rencana|program|aksi|pekerjaan|rtl)(?: ini| itu| tersebut|nya)\b")


@dataclass(frozen=True, slots=True)
class Single:
    """A plan with the words by which it is known; named from ``start`` to ``end``, nowhere where both are 0.

    ``own``: it is that of the field, and the words before a place begin with the clause.
    """

    fact: PlanFact
    start: int
    end: int
    own: bool
    mention: PlanMention | None = None

    @property
    def words(self) -> frozenset[str]:
        """What the plan is about: by its name, in its own fields by indicator and target, too."""
        plan = self.fact.plan
        more = f"{plan.indicator or ''} {plan.target or ''}" if self.own else ""
        return content_of(f"{plan.programme} {more}")


def clause_start(sentence: Scanned, at: int) -> int:
    """Where in the text the clause around a token begins."""
    return sentence.tokens[sentence.clause(at)[0]].start


def single_before(sentence: Scanned, at: int, truth: Truth) -> Single | None:
    """The plan named last before a token in its clause, else the field's own, else the one that the clause points at.

    What is said behind *kegiatan ini* is of the plan that the sentence before named, if it named but one.
    """
    first = clause_start(sentence, at)
    end = sentence.tokens[at].start
    facts = truth.facts.plans
    named = [each for each in mentions_in(sentence, truth) if each.end <= end and is_name(each)]
    if own := sentence.where.plan:
        same = [each for each in named if facts[each.key] is own and each.start >= first]
        if any(facts[each.key] is not own for each in named):
            return None
        return Single(own, same[-1].start if same else 0, same[-1].end if same else first, own=True)
    if named and named[-1].start >= first:
        return Single(facts[named[-1].key], named[-1].start, named[-1].end, own=False, mention=named[-1])
    if points := _POINTS.match(sentence.text[first:end].lower()):
        told = {each.key for each in named} or _keys(sentence.before, truth)
        if len(told) == 1:
            return Single(facts[told.pop()], first, first + points.end(), own=False)
    return None


def single_behind(sentence: Scanned, at: int, truth: Truth) -> Single | None:
    """The plan named first behind a token in its clause."""
    start = sentence.tokens[at].end
    last = sentence.tokens[sentence.clause(at)[1] - 1].end
    named = [each for each in mentions_in(sentence, truth) if start <= each.start < last and is_name(each)]
    return Single(truth.facts.plans[named[0].key], named[0].start, named[0].end, False, named[0]) if named else None


def _keys(sentence: Scanned | None, truth: Truth) -> set[int]:
    return {each.key for each in mentions_in(sentence, truth) if is_name(each)} if sentence else set()


def is_name(mention: PlanMention) -> bool:
    """Whether so much is told that no other thing may be meant."""
    return not mention.strange and (mention.begins or mention.matched > 2)


def row_of(fact: PlanFact) -> str:
    """*“Penataan antrean” (1 a)*."""
    return f"“{fact.name}” ({fact.number} {fact.point})"

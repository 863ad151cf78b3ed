"""Of which plans a count or share in a sentence speaks: of an element's or of all. Pure."""

from dataclasses import dataclass

from reports.document.facts import PlanFact
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned

_INWARD = frozenset(("pada", "untuk", "bagi", "dari", "di", "dalam", "atas", "yang", "dirancang", "disusun"))
_PLANS_TOLD = ("2.3", "2.4", "3", "4", "kata_pengantar", "survei.4.2")


@dataclass(frozen=True, slots=True)
class Scope:
    """``named``: whether the text itself says of which plans it speaks."""

    plans: tuple[PlanFact, ...]
    of: str
    named: bool


def is_told_of_plans(sentence: Scanned) -> bool:
    """Whether a bare *kegiatan* in this field means an RTL."""
    return sentence.where.section.startswith(_PLANS_TOLD) or bool(sentence.where.element)


def scopes_of(sentence: Scanned, at: int, truth: Truth) -> tuple[Scope, ...]:
    """Of what plans a number at a place may speak, the likeliest first."""
    everything = Scope(truth.facts.plans, "", named=False)
    behind = _element_behind(sentence, at)
    if behind:
        return (of_element(behind, truth),)
    ahead = _element_ahead(sentence, at)
    if ahead:
        return (of_element(ahead, truth),)
    own = sentence.where.element
    if own and "unsur" in sentence.text[: sentence.tokens[at].start].lower():
        return of_element(own, truth), everything
    if own and not sentence.where.section:
        return everything, of_element(own, truth)
    before = sentence.before
    if before is None or before.types.count("E") != 1:
        return (everything,)
    key = before.tokens[before.types.find("E")].key
    return (everything, of_element(key, truth)) if key else (everything,)


def of_element(key: str, truth: Truth) -> Scope:
    plans = tuple(fact for fact in truth.facts.plans if fact.element == key)
    return Scope(plans, f" unsur {truth.facts.elements[key].name}", named=True)


def _element_behind(sentence: Scanned, at: int) -> str:
    """*dua kegiatan pada unsur X*, *tiga rencana selesai bagi unsur ini*: before the next number or comma."""
    end = sentence.clause(at)[1]
    for here in range(at + 1, min(end, at + 16)):
        kind = sentence.types[here]
        if kind == "e" and sentence.types[here - 1] in "pa":  # *tiga rencana sarana*
            return sentence.tokens[here].key
        if kind == "E":
            between = {sentence.low(word) for word in range(at + 1, here)}
            return sentence.tokens[here].key if between & _INWARD else ""
        if sentence.low(here) in {"unsur", "unsurnya"} and sentence.low(here + 1) in {"ini", "tersebut"}:
            return sentence.where.element
        if (kind in "NCF" and sentence.low(here - 1) != "dari") or kind in ",|":
            return ""
    return ""


def _element_ahead(sentence: Scanned, at: int) -> str:
    """The element that the clause named before; of several the last, where each has its own number."""
    first = sentence.clause(at)[0]
    named = [here for here in range(first, at) if sentence.types[here] == "E"]
    if not named:
        own = sentence.words(first, at).lower()
        return sentence.where.element if "unsur ini" in own or "unsur tersebut" in own else ""
    between = sentence.types[named[-1] : at]
    if len(named) > 1 and not set(sentence.types[named[-2] : named[-1]]) & set("NCFk"):
        return ""
    return "" if "h" in between else sentence.tokens[named[-1]].key

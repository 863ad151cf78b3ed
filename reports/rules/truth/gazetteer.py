"""The names of one report, as its texts may write them: elements, plans, units, offices, signatory, grades. Pure."""

from collections.abc import Iterator
from functools import lru_cache

from reports.document.facts import Facts
from reports.rules.truth.element_names import SHORT, UNOFFICIAL
from reports.rules.truth.tokens.atoms import phrase_of
from reports.rules.truth.tokens.words import BASIC, Entry, Lexicon

_WRITTEN_OUT = {
    "bag": "bagian",
    "subbag": "subbagian",
    "bid": "bidang",
    "inst": "instalasi",
    "sek": "seksi",
    "sekr": "sekretariat",
    "div": "divisi",
    "panmud": "panitera muda",
}
"""What the first word of a unit's short name is short for."""


def lexicon_for(facts: Facts) -> Lexicon:
    """Everything that may be looked up in a text of this report; its own names win over common words."""
    return _lexicon(tuple(_names(facts)))


@lru_cache(8)
def _lexicon(names: tuple[Entry, ...]) -> Lexicon:
    return BASIC.with_more(names)


def _names(facts: Facts) -> Iterator[Entry]:
    office = facts.cycle.office
    yield from _elements(facts)
    for grade in facts.source.instrument.grades:
        yield phrase_of(grade.label), "g", grade.letter
    for plan in facts.plans:
        yield phrase_of(plan.name), "P", f"{plan.number} {plan.point}"
    for unit in office.units:
        yield phrase_of(unit.name), "U", unit.key
        yield phrase_of(unit.short_name), "U", unit.key
        first, *rest = phrase_of(unit.short_name) or ("",)
        if first in _WRITTEN_OUT and rest:
            yield (_WRITTEN_OUT[first], *rest), "U", unit.key
    yield phrase_of(office.name), "O", ""
    yield phrase_of(office.short_name), "O", ""
    if office.parent:
        yield phrase_of(office.parent.name), "o", "parent"
        yield phrase_of(office.parent.short_name), "o", "parent"
    yield phrase_of(facts.cycle.signatory.name), "K", ""
    yield core_name(facts.cycle.signatory.name), "K", ""


def core_name(name: str) -> tuple[str, ...]:
    """A person's name without titles before and degrees behind it."""
    first = name.partition(",")[0]
    words = [word for word in first.split() if "." not in word]
    return phrase_of(" ".join(words if len(words) > 1 else first.split()))


def _elements(facts: Facts) -> Iterator[Entry]:
    """Official names first; one that is official for another element is no other's."""
    for key, element in facts.elements.items():
        yield phrase_of(element.name), "E", key
    for table, kind in ((UNOFFICIAL, "E"), (SHORT, "e")):
        for key, names in table.items():
            if key in facts.elements:
                yield from ((phrase_of(name), kind, key) for name in names)

"""What words a plan's name consists of, and how like it some words of a text are. Pure."""

import re
from dataclasses import dataclass

from reports.document.facts import PlanFact

_EMPTY = frozenset(
    [
        "dan",
        "serta",
        "atau",
        "yang",
        "untuk",
        "dengan",
        "pada",
        "di",
        "dari",
        "ke",
        "kepada",
        "terhadap",
        "dalam",
        "bagi",
        "oleh",
        "guna",
        "agar",
        "secara",
        "melalui",
        "atas",
        "para",
        "sebagai",
        "antara",
        "tentang",
        "terkait",
    ]
)


@dataclass(frozen=True, slots=True)
class PlanWords:
    """A plan with its name in small letters without marks, the words that carry it, and those that may begin it."""

    fact: PlanFact
    name: str
    words: frozenset[str]
    heads: frozenset[str]


def plan_words(fact: PlanFact) -> PlanWords:
    name = flat(fact.name)
    pair = re.match(r"(\w+) dan (\w+)", name)
    heads = pair.groups() if pair else name.split()[:1]
    return PlanWords(fact, name, frozenset(carrying(fact.name)), frozenset(heads))


def flat(text: str) -> str:
    """Small letters, words and blanks only."""
    return " ".join(re.findall(r"\w+", text.lower().replace("&", " dan ")))


def carrying(text: str) -> list[str]:
    return [word for word in flat(text).split() if word not in _EMPTY]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1: twice what both share, by what both have."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0

"""How a text calls the plans: each has one name, and what is nearly that name is not. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Self

from reports.rules.truth.known import Truth
from reports.rules.truth.sayings.plan_words import PlanWords, carrying, likeness
from reports.rules.truth.sayings.saying import Said
from reports.rules.truth.tokens.sentences import Sentence

_PLAN = (
    r"(?:rtl\b|rencana tindak lanjut\b(?: ?\(rtl\)|/rtl\b)?"
    r"|(?:kegiatan|program|program/kegiatan|butir) (?:rencana )?tindak lanjut\b)"
)
LIKE = 0.75
LIKE_IN_A_LIST = 0.6
FEWEST = 3
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.;:!?()]|/|&")
_HARD = frozenset(".;:!?()")
_LIST = re.compile(rf"{_PLAN}[^.;:]{{0,60}}?\b(?:yaitu|yakni|meliputi|adalah|antara lain|mencakup|:):? (?=\S)")
_ABOUT = re.compile(rf"{_PLAN}|\brealisasi tindak lanjut\b")
_PARTS = re.compile(r"[;,] (?:dan |serta )?| (?:serta|dan) (?=[a-z]*(?:an|si|asi|ing)\b)")
_ITEM_NAME = re.compile(r"^\s*(?:RTL )?[“\"]?(?P<name>[^:(.;”\"]+)")
_OTHER_LEAD = re.compile(
    r"\b(?:tujuan|maksud|strategi|langkah|manfaat|prinsip|ruang lingkup|tahap\w*|kendala|hambatan|tantangan"
    r"|unsur|hasil)\b"
)
_DOES = re.compile(r"^(?:\w+(?:an|si|asi|ing|ase)|rapat|survei|uji|kerja)$")
_HOW = {
    "M4": "ejaan nama RTL itu",
    "M5": "cakupan RTL itu",
    "M7": "nama RTL itu",
    "M8": "nama RTL itu",
    "M9": "nama lengkap RTL itu",
}


Token = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class ToldPlans:
    """A plan as a sentence calls it: by its name, or by words that are ``like`` it (0–1)."""

    plan: PlanWords
    start: int
    end: int
    like: float

    @property
    def exact(self) -> bool:
        return self.like >= 1

    @classmethod
    def by_name(cls, plan: PlanWords, tokens: Sequence[Token]) -> list[Self]:
        """Every place where the plan's very name stands."""
        said = [("dan" if word == "&" else word, start, end) for word, start, end in tokens if word not in "/.()"]
        whole = [(part, start, end) for word, start, end in said for part in word.split("-")]
        words = plan.name.split()
        places = range(len(whole) - len(words) + 1) if words else ()
        return [
            cls(plan, whole[at][1], whole[at + len(words) - 1][2], 1.0)
            for at in places
            if whole[at][0] == words[0] and [part for part, *_ in whole[at : at + len(words)]] == words
        ]

    @classmethod
    def by_likeness(cls, plan: PlanWords, tokens: Sequence[Token], least: float) -> Self | None:
        """The shortest words, from a first word of the plan's name on, that are most like it."""
        if 5 * len(plan.words & {word for word, *_ in tokens}) < 3 * len(plan.words):
            return None
        best: Self | None = None
        longest = len(plan.name.split()) + 4
        for first, (word, start, _end) in enumerate(tokens):
            if word not in plan.heads:
                continue
            for last in range(first + 1, min(first + longest, len(tokens))):
                if tokens[last][0] in plan.words:
                    words = carrying(" ".join(token[0] for token in tokens[first : last + 1]))
                    like = likeness(frozenset(_as_in(each, plan) for each in words), plan.words)
                    if like >= least and (best is None or like > best.like):
                        best = cls(plan, start, tokens[last][2], min(like, 0.99))
        return best


def plans_in(sentence: Sentence, truth: Truth, least: float = LIKE) -> list[ToldPlans]:
    """The plans that a sentence names, those by their exact names first; what is nearly a name, by ``least``."""
    shared = Counter(place for word in sentence.words for place in truth.bearing.get(word, ()))
    bearing = ((truth.plan_words[place], shared[place]) for place in sorted(shared))
    possible = [plan for plan, count in bearing if 5 * count >= 3 * len(plan.words)]
    if not possible:
        return []
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(sentence.low)]
    exact = [told for plan in possible for told in ToldPlans.by_name(plan, tokens)]
    named = {told.plan.name for told in exact}
    near = [p for p in possible if p.name not in named and len(p.words) >= FEWEST]
    free = [token for token in tokens if not any(told.start <= token[1] < told.end for told in exact)]
    # The words between marks that no name goes across.
    parts = [list(words) for is_mark, words in groupby(free, lambda token: token[0] in _HARD) if not is_mark]
    found = [told for plan in near for part in parts if (told := ToldPlans.by_likeness(plan, part, least))]
    # Of several plans that the same words are like, the one that they are most like.
    chosen: list[ToldPlans] = []
    for told in sorted(found, key=lambda t: -t.like):
        if all(told.end <= other.start or told.start >= other.end for other in chosen):
            chosen.append(told)
    return exact + chosen


def _as_in(word: str, plan: PlanWords) -> str:
    """A word as the plan's name spells it, if it is that word misspelt."""
    if word in plan.words or len(word) < 5:
        return word
    return next(
        (own for own in plan.words if own[:3] == word[:3] and SequenceMatcher(None, word, own).ratio() > 0.88), word
    )


def plan_names_told(sentence: Sentence, truth: Truth) -> Iterator[Said]:
    """M4, M5, M7–M9: nearly the name of a plan; M6: what is told as a plan and is none."""
    if "serupa" in sentence.words or "tidak termasuk" in sentence.low:
        return
    if not truth.plan_words:
        return
    listed = bool(_LIST.search(sentence.low)) or _is_listed_plan(sentence)
    told = plans_in(sentence, truth, LIKE_IN_A_LIST if listed else LIKE)
    names = _PlanNames(sentence, truth)
    if listed or _ABOUT.search(sentence.low) or _ABOUT.search(sentence.before):
        yield from (names.unlike(each) for each in told if not each.exact)
    yield from names.strangers(told)


def _is_listed_plan(sentence: Sentence) -> bool:
    """Whether the sentence is an item of a list that was announced as one of plans."""
    return bool(sentence.lead and re.search(_PLAN, sentence.lead)) and not _OTHER_LEAD.search(sentence.lead)


@dataclass(frozen=True, slots=True)
class _PlanNames:
    """What a sentence calls RTL, and how the plans are called."""

    sentence: Sentence
    truth: Truth

    def unlike(self, told: ToldPlans) -> Said:
        words = self.sentence.text[told.start : told.end]
        rule = _kind(words, told.plan)
        name = told.plan.fact.name
        row = f"{told.plan.fact.number} {told.plan.fact.point}"
        message = (
            f"Tertulis “{words}”, sedangkan {_HOW[rule]} ({row}) adalah “{name}”; tulis namanya seperti dalam rencana."
        )
        return Said(rule, told.start, told.end, message, name)

    def strangers(self, told: list[ToldPlans]) -> Iterator[Said]:
        for start, end in self._named_as_plans():
            words = self.sentence.text[start:end]
            overlaps = any(start < each.end and each.start < end for each in told)
            said = carrying(words)
            if overlaps or len(said) < FEWEST or len(said) > 12 or not _DOES.match(said[0]) or re.search(r"\d", words):
                continue
            if not any(likeness(frozenset(said), plan.words) >= LIKE_IN_A_LIST for plan in self.truth.plan_words):
                message = (
                    f"“{words.strip()}” disebut sebagai RTL, tetapi tidak ada dalam Tabel 2.2; tulis nama RTL-nya."
                )
                yield Said("M6", start, end, message)

    def _named_as_plans(self) -> Iterator[tuple[int, int]]:
        """The words that a sentence gives as names of plans."""
        if _is_listed_plan(self.sentence) and (match := _ITEM_NAME.match(self.sentence.text)):
            yield match.start("name"), match.start("name") + len(match["name"].rstrip())
        opener = _LIST.search(self.sentence.low)
        if opener and not _OTHER_LEAD.search(self.sentence.low[: opener.end()]) and "?" not in self.sentence.low:
            stop = re.search(
                r"[.;:]|\b(?:yang (?:akan|telah|sudah|belum)|agar|sehingga|karena|untuk)\b",
                self.sentence.low[opener.end() :],
            )
            end = opener.end() + stop.start() if stop else len(self.sentence.low)
            at = opener.end()
            for match in _PARTS.finditer(self.sentence.low, at, end):
                yield at, match.start()
                at = match.end()
            yield at, end


def _kind(words: str, plan: PlanWords) -> str:
    said = frozenset(carrying(words))
    extra = said - plan.words
    missing = plan.words - said
    if extra and all(_as_in(word, plan) in missing for word in extra):
        return "M4"
    if extra:
        return "M8" if missing else "M7"
    # Where the missing words are one side of an inner pair, ``internal dan eksternal``, less was told.
    pairs = re.findall(r"(?=\b(\w+) dan (\w+))", plan.name)
    head = plan.name.split()[0] if plan.name else ""
    return "M5" if any(missing & {one, other} for one, other in pairs if one != head) else "M9"

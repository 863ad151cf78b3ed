"""Reads every text of a report against its data: sentences to tokens, tokens to frames, frames to verdicts. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from reports.document.earlier import EarlierPeriod
from reports.document.facts import Facts
from reports.document.fields import CAPTION, PlanAt, PriorityAt, SectionAt, UpkeepAt
from reports.document.vocabulary import PASSAGES, words_of
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.album import figure_numbers
from reports.rules.truth.coverage import is_covered
from reports.rules.truth.frames.followup.themes import FOLLOWUP
from reports.rules.truth.frames.frame import Frame, Told
from reports.rules.truth.frames.names.themes import NAMES
from reports.rules.truth.frames.office.themes import OFFICE
from reports.rules.truth.frames.report.themes import REPORT
from reports.rules.truth.frames.survey.themes import SURVEY
from reports.rules.truth.gazetteer import lexicon_for
from reports.rules.truth.known import Truth
from reports.rules.truth.ledger import contradiction, mention_of, spot_of, unjudged
from reports.rules.truth.pairs import Spoken, contradicting_pairs, spoken_in
from reports.rules.truth.reading import Contradiction, Mention, Reading
from reports.rules.truth.sayings.themes import sayings_against
from reports.rules.truth.scanned import Scanned, SpeaksOf, scan, without_asides
from reports.rules.truth.tokens.sentences import ReadText, read
from reports.rules.truth.tokens.words import Lexicon

FRAMES: tuple[Frame, ...] = (*REPORT, *OFFICE, *FOLLOWUP, *SURVEY)
"""In the order in which they may take a token: what an earlier frame has judged, no later one does."""


_OF_ALL = frozenset(("K40", "K41", "K42", "K43", "K44"))
"""Rules on what all respondents together made of an element or of the service."""
_NOUNS = "EisrquzwhnK"


class WithTexts(Protocol):
    """What is asked of a case."""

    @property
    def facts(self) -> Facts: ...

    @property
    def earlier(self) -> tuple[EarlierPeriod, ...]: ...

    @property
    def texts(self) -> tuple[TypedText, ...]: ...

    @property
    def figure_numbers(self) -> dict[str, int]: ...


def read_truth(case: WithTexts) -> Reading:
    """Everything that the texts of a report mention, and what of it its data contradict."""
    reader = truth_reader(case.facts, case.earlier, case.figure_numbers)
    mentions: list[Mention] = []
    claims: list[Contradiction] = []
    spoken: list[Spoken] = []
    for text in case.texts:
        thing = text.place.thing
        read_text, sentences = reader.scanned(
            replace(text, text=case.facts.cycle.narrative[thing.key]) if isinstance(thing, SectionAt) else text
        )
        spoken += spoken_in(read_text, sentences)
        told: list[Contradiction] = []
        for mention, claim in reader.judged(read_text, sentences):
            mentions.append(mention)
            told += [claim] if claim else []
        claims += [*told, *reader.besides(read_text, text.place, told)]
    claims += contradicting_pairs(spoken, reader.truth)
    return Reading(tuple(mentions), tuple(claims))


def truth_reader(
    facts: Facts, earlier: tuple[EarlierPeriod, ...], figures: Mapping[str, int] | None = None
) -> "TruthReader":
    """Reads texts against these facts, what earlier surveys found, and the numbers of photos by their names."""
    words = {name: value(facts) for name, (_meaning, value) in words_of(facts).items()}
    return TruthReader(Truth(facts, earlier, figures or figure_numbers(facts)), lexicon_for(facts), words)


@dataclass(frozen=True, slots=True)
class TruthReader:
    """Reads texts against one report; ``values`` are those of the placeholders."""

    truth: Truth
    lexicon: Lexicon
    values: Mapping[str, str]

    def read(self, text: TypedText) -> Iterator[tuple[Mention, Contradiction | None]]:
        """Each mention of a text, a wrong one with what is said of it."""
        return self.judged(*self.scanned(text))

    def judged(
        self, read_text: ReadText, sentences: Iterable[Scanned]
    ) -> Iterator[tuple[Mention, Contradiction | None]]:
        """The same of a text that has been scanned."""
        for sentence in sentences:
            yield from self._judged(read_text, sentence)

    def besides(self, read_text: ReadText, place: Place, told: Iterable[Contradiction]) -> Iterator[Contradiction]:
        """What whole sentences of it say against the data, unless it was told of the same words by the same rule."""
        for claim in sayings_against(read_text, place, self.truth):
            if not any(claim.rule == each.rule and claim.start < each.end and each.start < claim.end for each in told):
                yield claim

    def scanned(self, text: TypedText) -> tuple[ReadText, tuple[Scanned, ...]]:
        """A text as it will be read, and the tokens of its sentences."""
        where = self._where(text.place)
        if text.place.printed is CAPTION:
            where = replace(where, photo=text.thing[-1])
        read_text = read(where.section, text.text, self.values, frozenset(PASSAGES))
        return read_text, tuple(self._sentences(read_text, where))

    def _sentences(self, read_text: ReadText, where: SpeaksOf) -> Iterator[Scanned]:
        before: Scanned | None = None
        paragraph = -1
        for sentence in read_text.sentences:
            if sentence.paragraph != paragraph:
                before, paragraph = None, sentence.paragraph
            before = scan(sentence.text, sentence.low, sentence.start, self.lexicon, self.truth.own, where, before)
            yield before

    def _judged(self, read_text: ReadText, sentence: Scanned) -> Iterator[tuple[Mention, Contradiction | None]]:
        judged: set[int] = set()
        bare = without_asides(sentence.text)
        plain = self._scan(bare, sentence) if bare != sentence.text else None
        for each in (plain, sentence):
            for told in self._told(each, FRAMES) if each else ():
                span = range(each.tokens[told.first].start, each.tokens[told.last].end) if each else range(0)
                if each is None or judged & {span[0], span[-1]}:
                    continue
                judged |= set(span)
                if spot := spot_of(read_text, each, told.first, told.last):
                    yield mention_of(spot, told), None if told.right else contradiction(spot, sentence, told)
        for told in self._told(sentence, NAMES):
            if spot := spot_of(read_text, sentence, told.first, told.last):
                yield mention_of(spot, told), contradiction(spot, sentence, told)
                judged |= set(range(sentence.tokens[told.first].start, sentence.tokens[told.last].end))
        taken = {at for at, token in enumerate(sentence.tokens) if token.start in judged}
        for mention in unjudged(read_text, sentence, taken):
            yield mention, None

    def _scan(self, text: str, like: Scanned) -> Scanned:
        """A sentence once more, with another text of the same length."""
        return scan(text, text.lower(), like.start, self.lexicon, self.truth.own, like.where, like.before)

    def _told(self, sentence: Scanned, frames: tuple[Frame, ...]) -> Iterator[Told]:
        for frame in frames:
            for match in frame.pattern.finditer(sentence.types):
                for told in frame.judge(sentence, match, self.truth):
                    if sentence.stances[told.first] in ("asserted", *frame.allows) and (
                        told.right or not frame.strict or self._is_covered(sentence, match, told)
                    ):
                        yield told

    def _is_covered(self, sentence: Scanned, match: re.Match[str], told: Told) -> bool:
        """A frame of one token looks for its noun itself: the nearest before it."""
        first = min(match.start(), told.first)
        last = max(match.end() - 1, told.last)
        if first == last:
            first = max(sentence.left(first, _NOUNS), sentence.clause(first)[0])
        if told.rule in _OF_ALL:
            start, end = sentence.clause(first)
            named = bool(set("Eiu") & set(sentence.types[start:end])) or "unsur" in sentence.words(start, last).lower()
            implied = not named and not sentence.where.is_of_element
            first = start if implied else first
            if "κ" in sentence.types[start:last]:
                return False
        return is_covered(sentence, first, last, self.truth)

    def _where(self, place: Place) -> SpeaksOf:
        """Of what a text speaks where it names nothing."""
        facts = self.truth.facts
        match place.thing:
            case SectionAt(key=key):
                return SpeaksOf(place, section=key)
            case PriorityAt(element=key):
                return SpeaksOf(place, element=key)
            case PlanAt(number=number, point=point):
                plan = next(plan for plan in facts.plans if (plan.number, plan.point) == (number, point))
                return SpeaksOf(place, element=plan.element, plan=plan)
            case UpkeepAt(number=number):
                upkeep = facts.upkeep[number - 1]
                return SpeaksOf(place, element=upkeep.element.key, upkeep=upkeep)
        return SpeaksOf(place)

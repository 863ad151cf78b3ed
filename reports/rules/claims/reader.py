"""What an office's own text claims, compared with the data: everything in it that they contradict.

Placeholders are right by construction. How a text is read is in truth/tokens/sentences.py; each theme has a module.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reports.document.earlier import EarlierPeriod
from reports.document.facts import Facts
from reports.document.fields import TEXT, SectionAt
from reports.document.vocabulary import PASSAGES, words_of
from reports.rules.claims.followup import coverage, effects, plans, promises, statuses, units
from reports.rules.claims.grammar.known import Known, known_of
from reports.rules.claims.grammar.saying import Claim, Said, Theme
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.reader import TruthReader, truth_reader
from reports.rules.truth.reading import Contradiction
from reports.rules.truth.tokens.sentences import Sentence, read

THEMES: tuple[Theme, ...] = (
    units.units_told,
    units.kinds_told,
    plans.plan_names_told,
    statuses.activities_told,
    effects.effects_told,
    promises.targets_told,
    promises.titles_told,
)


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads texts against one report's data."""

    known: Known
    values: Mapping[str, str]
    truth: TruthReader

    def claims(self, key: str, text: str) -> tuple[Claim, ...]:
        """Everything in a section's own text that the data contradict, in its order."""
        typed = TypedText(Place(TEXT, SectionAt(key, "")), text, (key,), is_whole=False)
        return self.with_truth(key, text, [claim for _mention, claim in self.truth.read(typed) if claim])

    def with_truth(self, key: str, text: str, found: Iterable[Contradiction]) -> tuple[Claim, ...]:
        """The same, where what contradicts the data has been found already; of the same words it is told once."""
        said = [
            Claim(
                each.rule,
                key,
                each.start,
                each.end,
                each.words,
                each.sentence,
                each.message,
                each.suggestion,
                each.severity,
            )
            for each in found
        ]
        rest = [
            claim
            for claim in self._by_patterns(key, text)
            if not any(claim.rule == each.rule and claim.start < each.end and each.start < claim.end for each in said)
        ]
        return tuple(sorted({*said, *rest}, key=lambda claim: (claim.start, claim.end, claim.rule)))

    def _by_patterns(self, key: str, text: str) -> set[Claim]:
        reading = read(key, text, self.values, frozenset(PASSAGES))
        said = [(sentence, each) for sentence in reading.sentences for each in self._said(sentence)]
        said += [*coverage.elements_left_out(reading, self.known), *coverage.plans_left_out(reading, self.known)]
        claims = set()
        for sentence, each in said:
            if span := reading.typed_span(sentence.start + each.start, sentence.start + each.end):
                words = sentence.text[each.start : each.end].strip()
                whole = sentence.text.strip()
                claims.add(
                    Claim(each.rule, reading.key, *span, words, whole, each.message, each.suggestion, each.severity)
                )
        return claims

    def _said(self, sentence: Sentence) -> Iterator[Said]:
        for theme in THEMES:
            yield from theme(sentence, self.known)


def reader_of(facts: Facts, earlier: tuple[EarlierPeriod, ...] = ()) -> TextReader:
    """Reads texts against these facts and what earlier periods of the office said."""
    return TextReader(
        known_of(facts, earlier),
        {name: value(facts) for name, (_meaning, value) in words_of(facts).items()},
        truth_reader(facts, earlier),
    )

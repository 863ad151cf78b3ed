"""What whole sentences say, in words that no token carries: names near those of plans, effects, what is left out. Pure.

To add one: a function of (sentence, truth) in a module of this folder, entered in THEMES.
"""

from collections.abc import Iterator

from reports.document.fields import SectionAt
from reports.rules.finding import Place
from reports.rules.truth.known import Truth
from reports.rules.truth.reading import Contradiction
from reports.rules.truth.sayings import activities, effects, left_out, plans, promises, units
from reports.rules.truth.sayings.saying import Said, Theme
from reports.rules.truth.tokens.sentences import ReadText, Sentence

THEMES: tuple[Theme, ...] = (
    units.units_told,
    units.kinds_told,
    plans.plan_names_told,
    activities.activities_told,
    effects.effects_told,
    promises.targets_told,
    promises.titles_told,
)


def sayings_against(read_text: ReadText, place: Place, truth: Truth) -> Iterator[Contradiction]:
    """What the sentences of a section say against the data; other fields are too short to be read so."""
    if not isinstance(place.thing, SectionAt):
        return
    for sentence, said in _said(read_text, truth):
        if span := read_text.typed_span(sentence.start + said.start, sentence.start + said.end):
            words = sentence.text[said.start : said.end].strip()
            whole = sentence.text.strip()
            yield Contradiction(said.rule, said.severity, place, *span, words, whole, said.message, said.suggestion)


def _said(read_text: ReadText, truth: Truth) -> Iterator[tuple[Sentence, Said]]:
    for sentence in read_text.sentences:
        for theme in THEMES:
            yield from ((sentence, said) for said in theme(sentence, truth))
    yield from left_out.elements_left_out(read_text, truth)
    yield from left_out.plans_left_out(read_text, truth)

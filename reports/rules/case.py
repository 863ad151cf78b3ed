"""What rules judge: one report with the facts from which it was built, and what is read of both once. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from reports.cycle.model import Cycle
from reports.document.build import build_from
from reports.document.earlier import EarlierPeriod
from reports.document.facts import Facts, facts_of
from reports.document.fields import SectionAt
from reports.document.model import ReportDocument
from reports.document.shapes import Section
from reports.document.source import Source
from reports.rules.faults import Proven
from reports.rules.texts import TypedText, typed_texts
from reports.rules.truth.album import figure_numbers
from reports.rules.truth.reader import read_truth
from reports.rules.truth.reading import Contradiction, Reading
from surveys.ikm import Grade


@dataclass(frozen=True)
class Case:
    """A report before the rules. What many of them ask for is drawn together at the first question.

    ``earlier``: the office's surveys before this one, the latest first. ``damaged``: what is wrong with the stored file
    of a photo, by the photo's name. ``today``: the day on which it is judged, where that matters. ``of_survey``: the
    office's own sections of the survey report, which are read in place of those of the document.
    """

    document: ReportDocument
    facts: Facts
    earlier: tuple[EarlierPeriod, ...]
    damaged: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    of_survey: tuple[Section, ...] | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """Those of which the office's own are read."""
        return self.document.sections if self.of_survey is None else self.of_survey

    @property
    def cycle(self) -> Cycle:
        return self.document.source

    @property
    def element_names(self) -> dict[str, str]:
        """Names by key, in the instrument's order."""
        return self.document.element_names

    @property
    def grades(self) -> tuple[Grade, ...]:
        return self.document.grades

    @cached_property
    def score_texts(self) -> dict[str, str]:
        """The scores as the report prints them, by the key of their element."""
        return {row.key: row.score_text for row in self.document.plans.results.rows}

    @property
    def proven(self) -> tuple[Proven, ...]:
        """Everything that evidence belongs to, in the order of the annex."""
        return (*self.facts.plans, *self.facts.upkeep)

    @cached_property
    def figure_numbers(self) -> dict[str, int]:
        """The number of each photo's figure, by the photo's name."""
        return figure_numbers(self.facts)

    @cached_property
    def texts(self) -> tuple[TypedText, ...]:
        """Every text that people typed into the cycle and that is not empty."""
        texts = typed_texts(self.facts, self.sections)
        return tuple(text for text in texts if text.text)

    @cached_property
    def claims(self) -> tuple[tuple[Section, Contradiction], ...]:
        """What the data contradict in the office's own sections, in their order."""
        return tuple(
            (section, claim)
            for section in self.sections
            if section.own
            for claim in sorted(
                {each for each in self.reading.claims if _is_of(each, section)},
                key=lambda claim: (claim.start, claim.end, claim.rule),
            )
        )

    @cached_property
    def reading(self) -> Reading:
        """What all texts mention, and what of it the data contradict."""
        return read_truth(self)


def _is_of(claim: Contradiction, section: Section) -> bool:
    thing = claim.place.thing
    return isinstance(thing, SectionAt) and thing.key == section.key


def case_of(source: Source, damaged: Mapping[str, str] | None = None, today: date | None = None) -> Case:
    """The report that a source gives, to be judged."""
    facts = facts_of(source)
    return Case(build_from(facts), facts, source.earlier, damaged or {}, today)

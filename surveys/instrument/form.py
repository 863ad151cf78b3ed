"""An instrument and its questionnaires as values: how labels score, how questions make elements and the index. Pure.

document.py reads them from a file, rows.py from the database.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from offices.invisible import alike
from surveys.ikm import Grade


@dataclass(frozen=True, slots=True)
class Question:
    """One statement. ``labels``: what may be answered, from score 1 to 4; ``also``: other words with their score."""

    code: str
    text: str
    labels: tuple[str, ...]
    texts: tuple[str, ...] = ()
    also: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ElementMapping:
    """Which questions make which element: element key to codes."""

    key: str
    name: str
    elements: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire of an instrument, for a channel; ``methods``: how its index may be taken."""

    key: str
    name: str
    instrument: str
    channel: str
    questions: tuple[Question, ...]
    mappings: tuple[ElementMapping, ...]
    methods: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    """Element key to what offices call it in their files."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(question.code for question in self.questions)

    @property
    def code_of_cost(self) -> str:
        """The question that asks what the service costs, empty where none does."""
        return self.mappings[0].elements.get("biaya", ("",))[0]

    def mapping(self, key: str) -> ElementMapping:
        """Raises KeyError for a mapping that the form does not have."""
        return {mapping.key: mapping for mapping in self.mappings}[key]


@dataclass(frozen=True, slots=True)
class ElementText:
    """An element as an instrument lays it down; ``names``: what else offices call it in their files."""

    key: str
    name: str
    definition: str
    names: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Its own name among them, once."""
        own = alike(self.name)
        return self.names if own in map(alike, self.names) else (*self.names, self.name)


@dataclass(frozen=True, slots=True)
class InstrumentText:
    """What a regulation lays down, in force from a day on. ``elements``: in the order of its questionnaire."""

    key: str
    name: str
    valid_from: date
    elements: tuple[ElementText, ...]
    grades: tuple[Grade, ...]

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        return {element.key: element.all_names for element in self.elements}


@dataclass(frozen=True, slots=True)
class InstrumentDocument:
    """A whole file. ``instrument`` is None where its forms are of an instrument that is there already."""

    key: str
    instrument: InstrumentText | None
    forms: Sequence[Form]

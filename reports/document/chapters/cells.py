"""What cells and captions of the report's tables say in the same way, whatever the table. Pure."""

from collections.abc import Iterable

from reports.document.facts import ElementFact, Facts
from reports.words.language import decimal_text
from surveys.ikm import converted

NOT_FILLED_IN = "(belum diisi)"
NONE = "–"


def whose(facts: Facts) -> str:
    """The office and the period, as the captions of tables name them."""
    return f"{facts.cycle.office.short_name} {facts.period}"


def converted_text(element: ElementFact) -> str:
    """What a calculator shows for the printed score × 25."""
    return NONE if element.score is None else decimal_text(converted(element.score))


def unit_legend(facts: Facts, keys: Iterable[str]) -> tuple[str, ...]:
    """What the short names of units that a table uses stand for, in the office's order."""
    used = set(keys)
    return tuple(
        f"{unit.short_name}: {unit.name}"
        for unit in facts.cycle.office.units
        if unit.key in used and unit.short_name != unit.name
    )

"""The standard texts of the report's sections, ours, one module per part of the report."""

from collections.abc import Callable

from reports.document.facts import Facts
from reports.document.standard import conclusion, introduction, plans, preface, realisation

STANDARD: dict[str, Callable[[Facts], str]] = {
    "kata_pengantar": preface.preface,
    "1.1": introduction.background,
    "1.2": introduction.legal_bases,
    "1.3": introduction.purpose,
    "1.4": introduction.scope,
    "2.1": plans.results,
    "2.2": plans.priorities,
    "2.3": plans.plans,
    "2.4": plans.upkeep,
    "3": realisation.introduction,
    "3.1": realisation.priorities,
    "3.2": realisation.upkeep,
    "3.3": realisation.evaluation,
    "4": conclusion.opening,
    "4.penutup": conclusion.closing,
}


def standard_text(key: str, facts: Facts) -> str:
    """The standard text of a section in our small markup, its placeholders still in it."""
    return STANDARD[key](facts)

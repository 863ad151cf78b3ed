"""What rules judge of a survey report, and where it prints that: by its own chapters and tables. Pure."""

from dataclasses import replace

from reports.document import fields as printed
from reports.document.facts import Facts
from reports.document.fields import Printed
from reports.document.placeholders import resolve
from reports.document.sections import SURVEY_SECTIONS
from reports.document.shapes import Section
from reports.rules.case import Case
from reports.rules.finding import Place
from reports.survey_report.parts import own_text
from surveys.fields import OWN_SECTIONS

_IN_OWN_TABLES = {
    ("Bab II", "Tabel 2.1"): (printed.SURVEY_TIME,),
    ("Bab II", "Tabel 2.2"): (printed.RESPONDENTS, printed.POPULATION),
    ("Bab III", "Tabel 3.2"): (printed.INDEX, printed.ALL_SCORES, printed.SCORE, printed.GRADE),
    ("Bab V", ""): (
        printed.REPORT_DATE,
        printed.SIGNATORY_NAME,
        printed.SIGNATORY_NIP,
        printed.SIGNATORY_TITLE,
    ),
}


def _at(of_follow_up: Printed, chapter: str, table: str) -> Printed:
    return replace(of_follow_up, chapter=chapter, tables=dict.fromkeys(of_follow_up.tables, table))


HERE: dict[Printed, Printed] = {
    field: _at(field, chapter, table) for (chapter, table), fields in _IN_OWN_TABLES.items() for field in fields
}
"""What the follow-up report prints elsewhere, as this one prints it."""


def place_here(place: Place) -> Place:
    """A place of the follow-up report, whose rules hold for this one, too, as this one numbers it."""
    return replace(place, printed=HERE.get(place.printed, place.printed))


def as_survey_report(case: Case) -> Case:
    """The same case, of which the office's own sections in the survey report are read."""
    facts = case.facts
    own = {key: text for key in OWN_SECTIONS if (text := own_text(key, facts))}
    cycle = replace(facts.cycle, narrative=own)
    of_survey = tuple(_own_section(key, text, facts) for key, text in own.items())
    return replace(case, facts=replace(facts, source=replace(facts.source, cycle=cycle)), of_survey=of_survey)


def _own_section(key: str, text: str, facts: Facts) -> Section:
    """What the office wrote, without what is computed above it."""
    name = SURVEY_SECTIONS[key]
    resolved = resolve(text, facts)
    return Section(
        key, name.number, name.title or "Bab V", key, resolved.blocks, own=True, unknown_placeholders=resolved.unknown
    )

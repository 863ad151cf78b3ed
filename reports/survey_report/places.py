"""Where a survey report prints what rules speak of: by its own chapters and tables. Pure."""

from dataclasses import replace

from reports.document import fields as printed
from reports.document.fields import Printed
from reports.rules.finding import Place

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

"""What strangers are told of a period whose survey report alone is signed: no follow-up yet. Pure.

Its document keeps what is printed, so that counts are read as they stand there, hidden where they are hidden.
"""

from collections.abc import Iterator

from publishing.open.period import Behind, OpenClass, OpenElement, OpenMargin, OpenPeriod, open_services
from reports.document.chapters.profile import MARK
from reports.document.source import InstrumentData
from reports.printing.html import EXAMPLE_MARK, running_mark
from reports.survey_report.chapters.collection import ANSWERED
from reports.survey_report.model import SurveyReportDocument
from surveys.ikm import converted, grade_of_score
from surveys.periods import Period
from surveys.profiles import MARGINS


def open_period_of_survey(
    document: SurveyReportDocument, behind: Behind, instrument: InstrumentData
) -> OpenPeriod | None:
    """None where it has no index. ``instrument``: its own, of which it keeps no grades."""
    results = document.found.results
    if results.index is None:
        return None
    return OpenPeriod(
        period=Period.parse(document.period),
        start=None,
        end=None,
        respondents=_count(dict(document.collection.sample).get(ANSWERED, "")),
        index=results.index.printed,
        grade=results.index.grade,
        grades=instrument.grades,
        elements=tuple(
            OpenElement(
                row.key, row.element, row.score, converted(row.score), grade_of_score(row.score, instrument.grades)
            )
            for row in results.rows
            if row.score is not None
        ),
        margins=tuple(_margins(document)),
        services=tuple(open_services(document.found.services)),
        plans=(),
        photos=(),
        behind=behind,
        is_example=running_mark(document) == EXAMPLE_MARK,
        instrument=instrument.name,
    )


def _count(text: str) -> int | None:
    """Of ``1.234 orang``; None where nobody was counted, or the count is hidden."""
    digits = text.removesuffix(" orang").replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _margins(document: SurveyReportDocument) -> Iterator[OpenMargin]:
    margins = {margin.label: (key, margin) for key, margin in MARGINS.items()}
    for told in document.found.characteristics:
        key, margin = margins[told.name]
        names = {label: name for name, label in margin.classes.items()}
        counts = ((row.label, None if row.count == MARK else _count(row.count)) for row in told.rows)
        yield OpenMargin(key, told.name, tuple(OpenClass(names[label], label, count) for label, count in counts))

"""A finding of the scene's cycle that can be answered."""

from reports.cycle.read import find_survey
from reports.document.gather import document_of
from reports.findings.answers import judged


def a_warning():
    """The subject of the first warning that stands."""
    survey = find_survey("3521", "2025-S1")
    found = judged(survey, document_of(survey), at_signing=True)
    return next(item.finding.subject for item in found if item.finding.severity == "warn")

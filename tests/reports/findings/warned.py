"""A finding of the scene's cycle that can be answered."""

from reports.cycle.read import find_survey
from reports.findings.answers import case_now, judged


def a_warning():
    """The subject of the first warning that stands."""
    survey = find_survey("3521", "2025-S1")
    found = judged(survey, case_now(survey), at_signing=True)
    return next(item.finding.subject for item in found if item.finding.severity == "warn")

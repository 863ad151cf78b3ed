"""A prepared survey report is read again as it was frozen, and its shape does not change silently."""

import json

import pytest

from reports.document.frozen import FrozenDataError, freeze
from reports.survey_report.frozen import thaw
from reports.survey_report.model import SCHEMA, SurveyReportDocument
from tests.make_cycle import make_cycle, make_source
from tests.reports import shapes
from tests.reports.document.documents import shape
from tests.reports.issued import make_signing
from tests.reports.survey_report.made import before, survey_report, whole_survey

SHAPE_OF = {1: "b3e31ba85df66edc", 2: "1b28755e6f7f195e"}


def test_the_shape_changes_only_with_its_number():
    assert SHAPE_OF.get(SCHEMA) == shape(SurveyReportDocument), shape(SurveyReportDocument)


@pytest.mark.parametrize("cycle", [shapes.young(), shapes.mixed(), make_cycle(survey=whole_survey())])
def test_it_comes_back_as_it_was(cycle):
    document = survey_report(source=make_source(cycle, signing=make_signing()), followed=before())
    assert thaw(json.loads(json.dumps(freeze(document)))) == document


def test_one_of_a_newer_portal_is_refused_in_words():
    with pytest.raises(FrozenDataError, match="portal yang lebih baru"):
        thaw(freeze(survey_report()) | {"schema": SCHEMA + 1})

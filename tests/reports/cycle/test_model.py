"""The cycle file has the keys of the tables of fields, in their order, and parts beside them."""

import pytest

from followups import fields
from offices.fields import CONTACT_FIELDS
from reports.cycle.model import (
    CompletionData,
    Evidence,
    FieldworkData,
    OfficeData,
    Photo,
    Plan,
    Realisation,
    Signatory,
    SurveyData,
    UpkeepData,
)
from surveys.fields import FIELDWORK_FIELDS, SIGNATORY_FIELDS, SOURCE_FIELDS, STATED_FIELDS, SURVEY_FIELDS


@pytest.mark.parametrize(
    ("shape", "table", "parts"),
    [
        (Plan, fields.PLAN_FIELDS, ["realisation", "evidence", "completion", "services", "continues"]),
        (Realisation, fields.REALISATION_FIELDS, []),
        (CompletionData, fields.COMPLETION_FIELDS, []),
        (UpkeepData, fields.UPKEEP_FIELDS, ["evidence"]),
        (Evidence, fields.EVIDENCE_FIELDS, []),
        (Photo, fields.PHOTO_FIELDS, []),
        (Signatory, SIGNATORY_FIELDS, []),
        (FieldworkData, FIELDWORK_FIELDS, []),
    ],
)
def test_keys_are_those_of_the_table(shape, table, parts):
    assert list(shape.__dataclass_fields__) == [*(field.key for field in table), *parts]


def test_a_survey_has_its_fields_after_instrument_and_period():
    assert list(SurveyData.__dataclass_fields__) == [
        "instrument",
        "period",
        *(f.key for f in SURVEY_FIELDS),
        "basis",
        "services",
        "profile",
        "answers",
        *(f.key for f in (*SOURCE_FIELDS, *STATED_FIELDS)),
        "fieldwork",
    ]


def test_an_office_has_its_contact():
    assert {field.key for field in CONTACT_FIELDS} <= set(OfficeData.__dataclass_fields__)

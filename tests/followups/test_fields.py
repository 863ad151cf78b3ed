"""The tables of fields: each row is a column and an input of its form, under one key and one label."""

from types import SimpleNamespace

import pytest

from followups import fields
from followups.earlier.forms import RecordedForm
from followups.evidence.forms import NoteForm, PhotoForm
from followups.evidence.web.forms import WebProofForm
from followups.models import ActionPlan, Completion, EvidenceGroup, EvidencePhoto, RecordedPeriod, Upkeep, WebProof
from followups.planning.forms import PlanForm
from followups.planning.plans import Promise
from followups.realising.form import RealisationForm
from followups.upkeep.forms import UpkeepForm
from offices.fields import Kind

STORED_ELSEWHERE = {Kind.MONTHS, Kind.FILES, Kind.FILE}
"""In rows of their own."""


@pytest.mark.parametrize(
    ("table", "model"),
    [
        (fields.PLAN_FIELDS, ActionPlan),
        (fields.REALISATION_FIELDS, ActionPlan),
        (fields.COMPLETION_FIELDS, Completion),
        (fields.UPKEEP_FIELDS, Upkeep),
        (fields.EVIDENCE_FIELDS, EvidenceGroup),
        (fields.PHOTO_FIELDS, EvidencePhoto),
        (fields.WEB_PAGE_FIELDS, WebProof),
        (fields.EARLIER_FIELDS, RecordedPeriod),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_a_key_is_a_column(table, model):
    columns = {column.name: column for column in model._meta.get_fields()}
    for field in table:
        if field.kind not in STORED_ELSEWHERE:
            assert field.key in columns, field
            assert field.kind is not Kind.TEXT or columns[field.key].blank is not field.required, field


@pytest.mark.parametrize(
    ("table", "form"),
    [
        (fields.PLAN_FIELDS, PlanForm),
        (fields.REALISATION_FIELDS + fields.COMPLETION_FIELDS, RealisationForm),
        (fields.UPKEEP_FIELDS, UpkeepForm),
        (fields.EVIDENCE_FIELDS[:1], NoteForm),
        (fields.PHOTO_FIELDS[1:], PhotoForm),
        (fields.WEB_PAGE_FIELDS, WebProofForm),
        (fields.EARLIER_FIELDS[1:], RecordedForm),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_a_key_is_an_input_under_that_label(table, form):
    inputs = {name: str(field.label) for name, field in form.base_fields.items()}
    both = [field for field in table if field.key not in ("months", "units")]
    assert {field.key: field.label for field in both}.items() <= inputs.items()
    assert {field.key for field in table} <= set(inputs)


def test_what_stands_beside_each_other_has_names_of_its_own():
    of_plan = (*fields.PLAN_FIELDS, *fields.REALISATION_FIELDS, *fields.COMPLETION_FIELDS, fields.NOTE)
    names = [field.name for field in of_plan]
    assert len(set(names)) == len(names)
    assert all(name[0].islower() for name in names)


def test_every_text_of_a_plan_is_promised():
    assert {field.key for field in fields.PLAN_TEXTS} <= set(Promise.__dataclass_fields__)
    assert [field.key for field in fields.PLAN_TEXTS] == ["programme", "indicator", "target"]


def test_details_are_told_with_their_label_where_there_are_any():
    plan = SimpleNamespace(programme="Menata loket", indicator="Loket ditata", target="")
    assert fields.details_of(plan) == (("Indikator", "Loket ditata"),)
    assert fields.details_of(SimpleNamespace(indicator=None, target=None)) == ()

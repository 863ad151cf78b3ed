"""How a survey was carried out travels in the second version of the cycle file, each key with its default."""

import json
from dataclasses import fields

import pytest
from django.core.management import call_command

from offices.fields import Kind
from reports.cycle.dump import cycle_json
from reports.cycle.faults import CycleFaults
from reports.cycle.model import FieldworkData
from reports.cycle.parse import parse_cycle
from reports.cycle.read import read_cycle
from reports.document.frozen import freeze, thaw
from surveys.fields import FIELDWORK_FIELDS
from surveys.models import Fieldwork, Survey
from tests.reports.cycle.files import GONE, INSTRUMENTS, changed
from tests.reports.document.documents import frozen

KEY = "survey.fieldwork"
TOLD = {
    "team": "Sari Utami\nBudi",
    "collection_start": "2025-06-02",
    "collection_end": "2025-06-13",
    "processing_days": 0,
}


def second(value=GONE):
    data = json.loads(changed(KEY, value)) if value is not GONE else json.loads(changed("format", "skm-cycle/2"))
    return json.dumps(data | {"format": "skm-cycle/2"})


def test_version_2_may_leave_it_out_and_version_1_has_no_key_for_it():
    cycle = parse_cycle(second(), INSTRUMENTS)
    assert cycle.survey.fieldwork == FieldworkData()
    assert '"fieldwork"' not in cycle_json(cycle, INSTRUMENTS) or '"skm-cycle/2"' in cycle_json(cycle, INSTRUMENTS)
    with pytest.raises(CycleFaults) as refused:
        parse_cycle(changed(KEY, TOLD), INSTRUMENTS)
    assert KEY in {fault.path for fault in refused.value.faults}


def test_what_is_said_of_it_asks_for_version_2_and_comes_back():
    cycle = parse_cycle(second(TOLD), INSTRUMENTS)
    assert cycle.survey.fieldwork.processing_days == 0
    written = json.loads(cycle_json(cycle, INSTRUMENTS))
    assert written["format"] == "skm-cycle/2" and written["survey"]["fieldwork"]["collection_end"] == "2025-06-13"
    assert parse_cycle(json.dumps(written), INSTRUMENTS) == cycle


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (TOLD | {"collection_end": "2025-06-01"}, f"{KEY}.collection_end"),
        (TOLD | {"processing_days": 401}, f"{KEY}.processing_days"),
        (TOLD | {"team": "x" * 5001}, f"{KEY}.team"),
        (TOLD | {"leader": "Sari"}, f"{KEY}.leader"),
    ],
)
def test_what_cannot_be_is_named_by_its_path(value, path):
    with pytest.raises(CycleFaults) as refused:
        parse_cycle(second(value), INSTRUMENTS)
    assert path in {fault.path for fault in refused.value.faults}


@pytest.mark.django_db
def test_it_is_loaded_read_again_and_taken_away(tmp_path):
    file = tmp_path / "cycle.json"
    for value, rows in ((TOLD, 1), (GONE, 0)):
        file.write_text(second(value), encoding="utf-8")
        call_command("load_cycle", str(file), replace=True, placeholder_photos=True)
        survey = Survey.objects.get()
        assert Fieldwork.objects.count() == rows
        assert read_cycle(survey).survey.fieldwork == parse_cycle(second(value), INSTRUMENTS).survey.fieldwork


def test_a_document_from_before_knows_nothing_of_it():
    document = thaw(frozen(18))
    assert document.source.survey.fieldwork == FieldworkData()
    data = freeze(document) | {"schema": 18}
    del data["source"]["survey"]["fieldwork"]
    assert thaw(data) == document


VALUES = {Kind.TEXT: "Satu\nDua {{ ikm }} *tiga*", Kind.DAY: "2025-06-03", Kind.COUNT: 3}


@pytest.mark.parametrize("field", FIELDWORK_FIELDS, ids=lambda field: field.key)
def test_each_field_comes_back_alone_as_it_was_written(field):
    value = VALUES[field.kind]
    cycle = parse_cycle(second({field.key: value}), INSTRUMENTS)
    told = json.loads(cycle_json(cycle, INSTRUMENTS))["survey"]["fieldwork"]
    assert told[field.key] == value
    assert {key: kept for key, kept in told.items() if kept not in ("", None)} == {field.key: value}
    assert parse_cycle(second(told), INSTRUMENTS) == cycle


@pytest.mark.parametrize("field", FIELDWORK_FIELDS, ids=lambda field: field.key)
def test_each_field_of_another_kind_is_refused_by_its_path(field):
    with pytest.raises(CycleFaults) as refused:
        parse_cycle(second({field.key: ["x"]}), INSTRUMENTS)
    assert {fault.path for fault in refused.value.faults} == {f"{KEY}.{field.key}"}


def test_every_field_of_the_row_travels():
    assert {field.key for field in FIELDWORK_FIELDS} == {each.name for each in fields(FieldworkData)}

"""What is kept of a prepared version: the document itself, exactly, through any database's JSON."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from reports.document.build import build
from reports.document.frozen import FrozenDataError, freeze, thaw
from reports.document.model import SCHEMA, digest_of
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.mass import examples
from tests.reports.document.test_build import SIGNED
from tests.reports.shapes import SHAPES, mixed
from tests.strategies import cycles


def through_a_database(data):
    """As PostgreSQL keeps JSON: the order of keys is its own."""
    return json.loads(json.dumps(data, sort_keys=True))


def same(document):
    back = thaw(through_a_database(freeze(document)))
    assert back == document
    assert digest_of(back) == digest_of(document)
    return back


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_of_report_comes_back_as_it_was(shape):
    same(build(make_source(shape(), signing=SIGNED)))


@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(cycle=cycles())
def test_any_cycle_comes_back_as_it_was(cycle):
    same(build(make_source(cycle)))


def test_the_order_of_a_mapping_survives():
    document = build(make_source(mixed()))
    back = same(document)
    assert list(back.source.survey.scores) == list(document.source.survey.scores)
    assert list(back.element_names) == list(document.element_names)


def test_the_moment_of_preparation_keeps_its_time_zone():
    document = build(make_source(mixed(), signing=SIGNED))
    back = same(document)
    assert back.signing.prepared_at.utcoffset() == SIGNED.prepared_at.utcoffset()
    other = replace(SIGNED, prepared_at=datetime(2026, 1, 9, 3, 0, tzinfo=UTC))
    assert same(build(make_source(mixed(), signing=other))) != back


def broken(change):
    data = freeze(build(make_source(mixed(), signing=SIGNED)))
    change(data)
    return data


@in_one_test(
    "change",
    [
        lambda data: data.update(schema=0),
        lambda data: data.update(schema="2"),
        lambda data: data.pop("schema"),
        lambda data: data["contents"][0].pop("level"),
        lambda data: data["source"]["office"].update(units=[["kul"]]),
        lambda data: data["office"].update(contact=[["Telepon", "1", "lebih"]]),
        lambda data: data.update(extra="lebih"),
        lambda data: data.pop("title"),
        lambda data: data.update(title=5),
        lambda data: data.update(contents={}),
        lambda data: data["signing"].update(way="besok"),
        lambda data: data["signing"].update(dated="kemarin"),
        lambda data: data["conclusion"]["signature"].update(remark=None),
        lambda data: data["plans"]["results"]["index"].update(printed="delapan"),
        lambda data: data.update(element_names=[["satu"]]),
    ],
)
def test_data_that_are_no_document_are_refused_in_words(change):
    with pytest.raises(FrozenDataError, match="tidak lengkap atau rusak") as refused:
        thaw(broken(change))
    assert refused.value.__cause__


@pytest.mark.parametrize("data", [None, [], "laporan", {}, 2])
def test_what_is_no_document_at_all_is_refused_in_words(data):
    with pytest.raises(FrozenDataError, match="rusak"):
        thaw(data)


def test_what_a_newer_portal_froze_is_refused_and_not_called_broken():
    with pytest.raises(FrozenDataError, match=f"lebih baru .bentuk data 99, .* sampai bentuk {SCHEMA}"):
        thaw(broken(lambda data: data.update(schema=99)))


@pytest.mark.parametrize(
    "forget",
    [
        lambda data: data["source"].pop("narrative"),
        lambda data: data["source"]["followup"]["priorities"][0]["plans"][0]["realisation"].pop("obstacle"),
        lambda data: data["source"]["followup"]["upkeep"][0]["evidence"].pop("note"),
        lambda data: data["preface"]["section"]["blocks"][0].pop("start"),
        lambda data: data["preface"]["section"]["blocks"][0]["lines"][0][0].pop("page_of"),
    ],
    ids=["narrative", "obstacle", "note", "start", "page_of"],
)
def test_what_a_class_may_leave_out_when_it_is_built_is_not_left_out_of_a_frozen_document(forget):
    with pytest.raises(FrozenDataError):
        thaw(broken(forget))


@pytest.mark.parametrize("name", ["place_and_date", "title", "name", "nip", "anchor", "remark", "seal", "ink"])
def test_no_field_of_a_frozen_document_is_filled_in_silently(name):
    with pytest.raises(FrozenDataError):
        thaw(broken(lambda data: data["conclusion"]["signature"].pop(name)))


def test_a_value_without_a_frozen_form_is_the_builders_fault():
    with pytest.raises(TypeError):
        freeze(replace(build(make_source(mixed())), title={"a", "set"}))

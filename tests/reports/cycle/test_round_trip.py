"""Load, dump, load again is the identity: on generated cycles, on the files of tests/data, on the reference."""

import dataclasses
import json
import typing
from types import UnionType
from zipfile import ZipFile

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from reports.cycle.archive import open_package
from reports.cycle.dump import cycle_json, dump_cycle
from reports.cycle.load import load_cycle
from reports.cycle.model import Cycle
from reports.cycle.parse import parse_cycle
from reports.cycle.read import known_instruments, read_cycle
from tests.mass import in_full
from tests.reports.cycle.files import INSTRUMENTS, REFERENCE, files_of, full_zip, text_of
from tests.strategies import continuing_cycles, cycles

pytestmark = pytest.mark.django_db
generated = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def load_file(path, **options):
    with open_package(path) as package:
        cycle = parse_cycle(package.text, known_instruments())
        return load_cycle(cycle, package.file, **options)


def entries_of(path):
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@in_full
def test_a_generated_cycle_survives_dump_and_load(tmp_path, in_full):
    @settings(generated, max_examples=60 if in_full else 5)
    @given(cycle=cycles())
    def survives(cycle):
        photos = files_of(cycle)
        with transaction.atomic():
            dump_cycle(load_cycle(cycle, photos.get), tmp_path / "first.zip")
            transaction.set_rollback(True)
        with transaction.atomic():
            again = load_file(tmp_path / "first.zip")
            assert read_cycle(again) == cycle
            dump_cycle(again, tmp_path / "second.zip")
            transaction.set_rollback(True)
        assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
        entries = entries_of(tmp_path / "first.zip")
        assert entries.pop("cycle.json").decode() == cycle_json(cycle, INSTRUMENTS)
        assert entries == photos

    survives()


@in_full
def test_what_a_plan_continues_is_read_as_it_was_written(in_full):
    @settings(generated, max_examples=60 if in_full else 5)
    @given(cycle=continuing_cycles())
    def survives(cycle):
        assert parse_cycle(cycle_json(cycle, INSTRUMENTS), INSTRUMENTS) == cycle

    survives()


@pytest.mark.prove
def test_the_generated_cycles_have_every_key_both_set_and_null():
    seen = set()

    @settings(generated, max_examples=200)
    @given(cycle=continuing_cycles())
    def look(cycle):
        seen.update(_what_is_there(json.loads(cycle_json(cycle, INSTRUMENTS))))

    look()
    assert [case for case in _cases(Cycle) if case not in seen] == []


def _what_is_there(value, path=""):
    """(path, "set"), (path, "null") or (path, "empty") for every key of a JSON value."""
    inner = value.items() if isinstance(value, dict) else [("", item) for item in value]
    for key, item in inner:
        place = f"{path}.{key}".strip(".")
        yield place, "null" if item is None else "empty" if item in ([], {}) else "set"
        if isinstance(item, dict | list):
            yield from _what_is_there(item, place)


def _cases(kind, path=""):
    """What a cycle's types allow for each key, in the same form."""
    for name, hint in typing.get_type_hints(kind).items():
        place = f"{path}.{name}".strip(".")
        parts = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
        yield place, "set"
        if type(None) in parts:
            yield place, "null"
        if typing.get_origin(parts[0]) in (tuple, dict):
            yield place, "empty"
        inner = typing.get_args(parts[0])[:1] if typing.get_origin(parts[0]) is tuple else parts[:1]
        if dataclasses.is_dataclass(inner[0]) and inner[0].__module__ == Cycle.__module__:
            yield from _cases(inner[0], place)


@pytest.mark.parametrize("name", ["full", "young"])
def test_the_files_of_these_tests_survive(name, tmp_path):
    cycle = parse_cycle(text_of(name), INSTRUMENTS)
    dump_cycle(load_cycle(cycle, files_of(cycle).get), tmp_path / "out.zip")
    assert entries_of(tmp_path / "out.zip")["cycle.json"].decode() == text_of(name)


def test_loading_its_own_dump_in_place_changes_nothing(tmp_path):
    dump_cycle(load_file(full_zip(tmp_path / "in.zip")), tmp_path / "out.zip")
    dump_cycle(load_file(tmp_path / "out.zip", replace=True), tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "out.zip").read_bytes()


def test_a_photo_already_in_shape_travels_byte_for_byte(tmp_path):
    survey = load_file(full_zip(tmp_path / "in.zip"))
    dump_cycle(survey, tmp_path / "out.zip")
    came, left = entries_of(tmp_path / "in.zip"), entries_of(tmp_path / "out.zip")
    assert {name: came[name] for name in came if name != "cycle.json"} == {
        name: left[name] for name in left if name != "cycle.json"
    }


@pytest.mark.prove
def test_the_reference_survives_with_placeholders(tmp_path):
    if not REFERENCE.is_file():
        pytest.skip("the reference case does not lie beside this checkout")
    survey = load_file(REFERENCE, placeholders=True)
    dump_cycle(survey, tmp_path / "out.zip")
    entries = entries_of(tmp_path / "out.zip")
    assert entries["cycle.json"].decode().replace("CONTOH-", "").rstrip() == REFERENCE.read_text().rstrip()
    assert len(entries) == 26
    dump_cycle(load_file(tmp_path / "out.zip", replace=True), tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "out.zip").read_bytes()

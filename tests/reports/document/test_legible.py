"""What is read of a frozen document whose shape nobody knows any more."""

import json

import pytest

from reports.document.build import build
from reports.document.frozen import freeze
from reports.document.legible import text_at, texts_of, value_at
from reports.document.shapes import SectionText
from tests.make_cycle import make_source
from tests.reports.document.test_build import SIGNED
from tests.reports.shapes import SHAPES, mixed


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_texts_are_those_of_the_document_in_its_order(shape):
    document = build(make_source(shape()))
    stored = json.loads(json.dumps(freeze(document), sort_keys=True))
    assert texts_of(stored) == tuple(section for section in document.texts if section.text)


def test_texts_are_found_wherever_another_shape_has_them():
    section = {"key": "2.1", "number": "2.1", "title": "Hasil", "blocks": [{"lines": [[{"text": "Baik"}]], "new": 1}]}
    data = {"schema": 99, "chapters": [{"parts": [section]}, {"deep": {"title": "Tabel"}}]}
    assert texts_of(data) == (SectionText("2.1", "2.1 Hasil", "Baik"),)


def test_sections_of_another_release_stand_last():
    def section(key):
        return {"key": key, "number": key, "title": "Judul", "blocks": [{"lines": [[{"text": key}]]}]}

    found = texts_of([section("9.9"), section("4.penutup"), section("1.1")])
    assert [section.text for section in found] == ["1.1", "4.penutup", "9.9"]


@pytest.mark.parametrize("blocks", [None, 3, "teks", [{}], [{"lines": [["teks"]]}], [{"lines": [[{"text": 4}]]}], []])
def test_a_section_that_cannot_be_read_is_left_out(blocks):
    assert texts_of({"section": {"key": "1.1", "title": "Latar Belakang", "blocks": blocks}}) == ()


@pytest.mark.parametrize("data", [None, [], 3, "laporan", {}])
def test_what_is_no_document_has_no_texts(data):
    assert texts_of(data) == ()


def test_single_values_are_read_by_their_way():
    data = freeze(build(make_source(mixed(), signing=SIGNED)))
    assert text_at(data, "source", "office", "place") == "Contoh"
    assert value_at(data, "signing", "demo") is False


@pytest.mark.parametrize("data", [None, [], {"source": None}, {"source": []}, {"source": {"office": {"place": 3}}}])
def test_a_value_that_is_not_there_is_told_as_none(data):
    assert text_at(data, "source", "office", "place") == ""
    assert value_at(data, "source", "office", "name") is None

"""The lists at the front name every part once, under the heading that the part itself has."""

import re
from dataclasses import MISSING, fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from reports.document.build import build
from reports.document.model import ReportDocument
from reports.printing.html import print_html
from tests.make_cycle import make_source
from tests.reports.shapes import SHAPES, mixed, young


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_heading_of_the_first_rank_is_in_the_contents_as_it_is_printed(shape):
    document = build(make_source(shape()))
    page = print_html(document)
    printed = [
        " ".join(re.sub(r"<[^>]+>", "", heading).split()) for heading in re.findall(r"<h1 id=.*?</h1>", page, re.DOTALL)
    ]
    listed = [f"{entry.label} {entry.title}".strip() for entry in document.contents if entry.level == 1]
    assert sorted(printed) == sorted(listed)


def test_a_report_without_photos_has_no_list_of_figures():
    titles = [entry.title for entry in build(make_source(young())).contents]
    assert titles[:4] == ["KATA PENGANTAR", "DAFTAR ISI", "DAFTAR TABEL", "PENDAHULUAN"]
    assert titles[-1] == "LAMPIRAN"


def test_tables_are_listed_as_far_as_they_are_printed():
    tables = [entry.label for entry in build(make_source(mixed())).tables]
    assert tables == ["Tabel 2.1", "Tabel 2.2", "Tabel 3.1", "Tabel 3.2", "Tabel 3.3", "Tabel 4.1"]
    assert [entry.label for entry in build(make_source(young())).tables] == tables[:3]


def test_figures_are_listed_with_their_captions():
    document = build(make_source(mixed()))
    first, _second, *others = document.annex.figures
    assert [entry.label for entry in document.figures] == ["Gambar 1–2", "Gambar 3", "Gambar 4"]
    assert [entry.title for entry in document.figures] == [figure.caption for figure in (first, *others)]
    assert [entry.anchor for entry in document.figures] == ["gambar-1", "gambar-3", "gambar-4"]


def test_no_shape_of_the_document_fills_in_a_field_that_its_builder_forgot():
    shapes = set(_shapes(ReportDocument))
    assert len(shapes) > 25
    filled = [f"{shape.__name__}.{field.name}" for shape in shapes for field in fields(shape) if _has_default(field)]
    assert filled == []


def _has_default(field):
    return field.default is not MISSING or field.default_factory is not MISSING


def _shapes(kind):
    if is_dataclass(kind) and kind.__module__.startswith("reports.document."):
        yield kind
        kinds = list(get_type_hints(kind).values())
    else:
        kinds = get_args(kind)
    for inner in kinds:
        yield from _shapes(inner)

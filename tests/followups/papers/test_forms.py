"""The forms of papers: what is said of one, what is refused at which field, and which pages are wanted."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from time_machine import travel

from followups.models import PAPER_KINDS
from followups.papers.forms import PagesForm, PaperForm
from followups.papers.kept import LARGEST, TOO_LARGE, Described
from followups.papers.views import Room
from tests.cases import in_one_test
from tests.conftest import jpeg
from tests.followups.papers.papers import pdf

SAID = {"kind": "minutes", "number": "12/2025", "dated_on": "3-7-2025"}


@pytest.fixture(autouse=True)
def _march():
    with travel("2026-03-04T05:00Z", tick=False):
        yield


def form(content=None, **changes):
    file = SimpleUploadedFile("notulen.pdf", pdf(1) if content is None else content)
    return PaperForm(SAID | changes, {"file": file})


def test_a_paper_is_what_is_said_of_it_and_its_bytes():
    made = form()
    assert made.is_valid(), made.errors
    assert made.said() == Described("minutes", "12/2025", date(2025, 7, 3))
    assert (made.cleaned_data["file"].data, made.cleaned_data["file"].pages) == (pdf(1), 1)


def test_a_number_is_kept_in_one_line_and_may_be_missing_as_the_day_may():
    made = form(number="  12 / 2025\tKPU ", dated_on="")
    assert made.is_valid(), made.errors
    assert made.said() == Described("minutes", "12 / 2025 KPU", None)
    bare = form(jpeg(), number="")
    assert bare.is_valid(), bare.errors
    assert bare.said().number == ""


@in_one_test("kind", [kind for kind, _words in PAPER_KINDS])
def test_each_kind_is_offered(kind):
    assert kind in dict(PaperForm().fields["kind"].choices)


@in_one_test(
    ("changes", "field", "words"),
    [
        ({"kind": "letter"}, "kind", ""),
        ({"kind": ""}, "kind", ""),
        ({"number": "1" * 101}, "number", "100"),
        ({"dated_on": "5-3-2026"}, "dated_on", ""),
        ({"dated_on": "31-2-2025"}, "dated_on", ""),
        ({"content": b""}, "file", "Berkas ini kosong."),
        ({"content": b"halo"}, "file", ""),
    ],
)
def test_what_cannot_be_is_said_at_its_field(changes, field, words):
    errors = form(**changes).errors
    assert list(errors) == [field]
    assert words in errors[field][0]


def test_without_a_file_one_is_asked_for():
    assert PaperForm(SAID).errors == {"file": ["Pilih berkasnya."]}


def test_a_file_that_is_too_large_is_not_read():
    heavy = SimpleUploadedFile("notulen.pdf", b"")
    heavy.size = LARGEST + 1
    assert PaperForm(SAID, {"file": heavy}).errors == {"file": [TOO_LARGE]}


def test_pages_go_only_to_places_that_are_offered():
    places = [("rtl/1", "RTL 1.a: Program 1")]
    assert PagesForm({"pages": "1", "to": "rtl/1"}, places=places).is_valid()
    assert PagesForm({"pages": "", "to": "rtl/1"}, places=places).is_valid()
    assert list(PagesForm({"pages": "1", "to": "rtl/2"}, places=places).errors) == ["to"]
    assert list(PagesForm({"pages": "1" * 101, "to": "rtl/1"}, places=places).errors) == ["pages"]


@pytest.mark.parametrize(("papers", "is_full"), [(0, False), (59, False), (60, True), (61, True)])
def test_the_shelf_is_full_with_sixty(papers, is_full):
    assert Room(papers, 0).is_full is is_full
    assert Room(papers, 0).most_megabytes == 200

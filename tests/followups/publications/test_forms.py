"""What may be typed of a publication, and how it is understood."""

from datetime import date

import pytest

from followups.models import Medium, Publication, Published
from followups.publications.forms import EXAMPLES, PublicationForm, stored_values
from followups.publications.noting import Announced
from tests.followups.publications.log import typed


def said(**other):
    form = PublicationForm(typed(**other))
    assert form.is_valid(), form.errors
    return form.said()


def faults(**other):
    form = PublicationForm(typed(**other))
    assert not form.is_valid()
    return form.errors


def test_what_is_typed_is_what_is_announced():
    assert said() == Announced(
        "results", "website", "Laman KPU Ngawi", "https://kab-ngawi.kpu.go.id/skm", date(2025, 7, 15)
    )


@pytest.mark.parametrize("day", ["15-7-2025", "15/07/2025", "15 Juli 2025", "2025-07-15"])
def test_a_day_is_read_as_people_write_it(day):
    assert said(published_on=day).published_on == date(2025, 7, 15)


def test_blanks_around_and_within_a_place_are_one():
    assert said(place="  Laman \t KPU   Ngawi ").place == "Laman KPU Ngawi"


@pytest.mark.parametrize("address", ["", "   "])
def test_a_place_need_have_no_address(address):
    assert said(address=address).address == ""


def test_an_address_is_kept_as_browsers_send_it():
    assert said(address="HTTPS://KPU.go.id/é").address in ("https://kpu.go.id/%C3%A9", "HTTPS://kpu.go.id/%C3%A9")


@pytest.mark.parametrize(
    "address", ["kpu.go.id", "javascript:alert(1)", "https://localhost/skm", "https://kpu.go.id/a b"]
)
def test_an_address_that_nobody_else_can_open_is_refused_at_its_field(address):
    assert list(faults(address=address)) == ["address"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("what", ""), ("what", "siaran"), ("medium", ""), ("medium", "radio"), ("place", ""), ("place", "x" * 201)],
)
def test_what_cannot_be_chosen_or_has_no_room_is_refused_at_its_field(name, value):
    assert list(faults(**{name: value})) == [name]


def test_every_kind_of_medium_is_offered_with_an_example_that_tells_it_apart():
    offered = dict(PublicationForm().fields["medium"].choices)
    assert list(offered) == [medium.value for medium in Medium]
    assert all(example in offered[medium.value] for medium, example in EXAMPLES.items())
    assert len(set(EXAMPLES.values())) == len(Medium)


def test_three_things_can_be_published():
    assert dict(PublicationForm().fields["what"].choices) == dict(Published.choices)


def test_a_row_opens_its_form_as_it_was_noted():
    row = Publication(
        what="report", medium="social", place="Instagram", address="", published_on=date(2026, 1, 12), sha256="a" * 64
    )
    form = PublicationForm(initial=stored_values(row))
    assert form["medium"].value() == "social"
    assert "12" in form["published_on"].as_widget()
    assert "sha256" not in stored_values(row)

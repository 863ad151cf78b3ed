"""Where a photo can stand: how a place is addressed, who reaches it, and what is no place."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from followups.evidence.places import TRAY, Place, PlaceConverter, fetch_place
from followups.models import Upkeep
from offices.permissions import Action


@pytest.fixture
def upkeep(followup):
    return Upkeep.objects.create(
        followup=followup, element=followup.survey.instrument.elements.get(key="biaya"), position=1
    )


def reached(user, address, code="3521", period="2025-S1"):
    return fetch_place(user, Action.EDIT_EVIDENCE, code, period, address)


def test_a_place_is_found_under_its_own_address(people, followup, place, upkeep):
    for wanted in (place, Place(followup, upkeep=upkeep), Place(followup)):
        assert reached(people.admin, wanted.address) == wanted
        assert wanted.anchor == f"bukti-{wanted.address.replace('/', '-')}"


def test_only_the_tray_is_the_tray(followup, place, upkeep):
    assert [each.is_tray for each in (Place(followup), place, Place(followup, upkeep=upkeep))] == [True, False, False]
    assert Place(followup).address == TRAY
    assert place.survey == followup.survey


@pytest.mark.parametrize(
    "address", ["rtl/0", "rtl/999999", "rtl/", "rtl/x", "rtl/٣", "pemeliharaan/999999", "lain/1", "", "belum", "rtl"]
)
def test_where_there_is_no_place_none_is_found(people, followup, address):
    with pytest.raises(Http404):
        reached(people.admin, address)


@pytest.mark.parametrize(("code", "period"), [("3520", "2025-S1"), ("3521", "2025-S2")])
def test_the_place_of_another_cycle_is_none_of_this(people, place, upkeep, followup, code, period):
    for wanted in (place, Place(followup, upkeep=upkeep), Place(followup)):
        with pytest.raises(Http404):
            reached(people.admin, wanted.address, code, period)


def test_a_unit_reaches_the_plans_that_it_answers_for_and_nothing_else(people, place, other, followup, upkeep):
    assert reached(people.staff, place.address) == place
    for refused in (other, Place(followup, upkeep=upkeep), Place(followup)):
        with pytest.raises(PermissionDenied, match="Hanya "):
            reached(people.staff, refused.address)


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_of_another_office_nothing_is_there(people, place, who):
    with pytest.raises(Http404):
        reached(getattr(people, who), place.address)


@pytest.mark.parametrize("address", ["rtl/1", "pemeliharaan/12", TRAY])
def test_an_address_stands_in_a_path_as_it_is(address):
    converter = PlaceConverter()
    assert converter.to_url(converter.to_python(address)) == address

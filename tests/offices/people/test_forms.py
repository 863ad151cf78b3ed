"""The form of a person: which units are offered, which roles it reads, and what a new user name may be."""

from datetime import date

import pytest

from offices.models import UNIT_ROLES, Role
from offices.people.forms import ROLE_HELP, NewPersonForm, PersonForm
from offices.people.roster import Details, Grant

WHO = {"name": "Budi", "employment": "pns"}


@pytest.fixture
def units(ngawi):
    return {unit.key: unit for unit in ngawi.units.all()}


def close(unit):
    unit.closed_on = date(2025, 1, 1)
    unit.save()


def names_in(form, field="staff"):
    return [name for _pk, name in form.fields[field].choices]


def test_each_open_unit_is_offered_for_both_roles(ngawi):
    form = PersonForm(office=ngawi)
    for role in UNIT_ROLES:
        assert names_in(form, role.value) == ["Subbag kul", "Subbag rendatin", "Subbag tekhum"]


def test_a_closed_unit_is_offered_only_to_whom_it_still_belongs_and_says_so(ngawi, units):
    close(units["kul"])
    assert "Subbag kul (ditutup)" not in names_in(PersonForm(office=ngawi))
    held = frozenset({Grant(Role.HEAD, units["kul"].pk)})
    assert "Subbag kul (ditutup)" in names_in(PersonForm(office=ngawi, grants=held))


def test_roles_that_somebody_has_are_ticked(ngawi, units):
    grants = frozenset({Grant(Role.ADMIN), Grant(Role.STAFF, units["kul"].pk), Grant(Role.HEAD, units["tekhum"].pk)})
    form = PersonForm(office=ngawi, grants=grants)
    assert form["office_roles"].value() == ["admin"]
    assert form["staff"].value() == [str(units["kul"].pk)]
    assert form["head"].value() == [str(units["tekhum"].pk)]
    assert [field.name for field in form.roles()] == ["office_roles", "staff", "head"]


def test_what_is_ticked_is_read_as_grants(ngawi, units):
    kul, tekhum = str(units["kul"].pk), str(units["tekhum"].pk)
    form = PersonForm(WHO | {"office_roles": ["admin"], "staff": [kul, tekhum], "head": [kul]}, office=ngawi)
    assert form.is_valid(), form.errors
    assert form.grants() == {
        Grant("admin"),
        Grant("staff", int(kul)),
        Grant("staff", int(tekhum)),
        Grant("head", int(kul)),
    }
    assert form.details() == Details("Budi", "pns", "", "", "")


def test_nothing_ticked_is_no_role(ngawi):
    form = PersonForm(WHO, office=ngawi)
    assert form.is_valid() and form.grants() == frozenset()


def test_a_unit_of_another_office_cannot_be_ticked(ngawi, magetan):
    form = PersonForm(WHO | {"staff": [str(magetan.units.all()[0].pk)]}, office=ngawi)
    assert list(form.errors) == ["staff"]


def test_a_role_of_a_unit_cannot_be_had_in_the_whole_office(ngawi):
    assert list(PersonForm(WHO | {"office_roles": ["staff"]}, office=ngawi).errors) == ["office_roles"]
    assert set(ROLE_HELP) == set(Role) - set(UNIT_ROLES)


@pytest.mark.parametrize(
    ("employment", "nip", "fault"),
    [
        ("pns", "19830503 200902 1 002", None),
        ("pns", "", None),
        ("pns", "198305032023212001", "nip"),
        ("pppk", "198305032023212001", None),
        ("other", "", None),
        ("other", "198305032009021002", "nip"),
    ],
)
def test_a_number_fits_the_way_in_which_somebody_is_employed(ngawi, employment, nip, fault):
    form = PersonForm(WHO | {"employment": employment, "nip": nip}, office=ngawi)
    assert list(form.errors) == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("username", "fits"),
    [
        ("budi.santoso", True),
        ("budi_7", True),
        ("b@kpu-ngawi", True),
        ("dua kata", False),
        ("budi!", False),
        ("", False),
    ],
)
def test_a_user_name_has_letters_numbers_and_few_signs(ngawi, username, fits):
    form = NewPersonForm(WHO | {"username": username}, office=ngawi)
    assert ("username" not in form.errors) is fits
    assert next(iter(form.fields)) == "username"

"""Roles as an office calls them, people as they are named, and what ends with a password or an epoch."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from offices.models import Membership, Office, Role, User, role_choices, role_name
from tests.cases import in_one_test
from tests.conftest import make_user

OWN = Office(staff_called="Petugas", head_called="Kasubbag", admin_called="", secretary_called="Panitera")


@in_one_test(
    ("role", "plain", "own"),
    [
        (Role.STAFF, "Operator", "Petugas"),
        (Role.HEAD, "Kepala Unit", "Kasubbag"),
        (Role.ADMIN, "Admin", "Admin"),
        (Role.SECRETARY, "Sekretaris", "Panitera"),
        (Role.SUPERVISOR, "Pemantau", "Pemantau"),
    ],
)
def test_a_role_is_called_by_the_word_of_the_office_or_else_by_the_portals(role, plain, own):
    assert (role_name(role, Office()), role_name(role.value, OWN)) == (plain, own)
    assert dict(role_choices(OWN))[role] == own


def test_every_role_can_be_chosen_in_its_order():
    assert [role for role, _name in role_choices(Office())] == list(Role)


def test_a_membership_speaks_as_its_office():
    held = Membership(user=User(name="Rina"), office=OWN, role=Role.HEAD)
    assert (held.called, str(held)) == ("Kasubbag", "Rina – Kasubbag")


@in_one_test(("name", "shown"), [("Rina Contoh", "Rina Contoh"), ("", "rina")])
def test_a_person_is_shown_by_name_or_else_by_user_name(name, shown):
    user = User(username="rina", name=name)
    assert str(user) == shown
    assert user.get_full_name() == user.get_short_name() == name


@in_one_test(("seconds", "lapsed"), [(None, False), (60, False), (0, True), (-60, True)])
def test_a_temporary_password_lapses_at_its_moment(seconds, lapsed):
    until = None if seconds is None else timezone.now() + timedelta(seconds=seconds)
    assert User(temporary_until=until).temporary_has_lapsed is lapsed


def test_another_password_or_epoch_ends_every_session():
    user = User(password="a")
    marks = {user.get_session_auth_hash()}
    user.session_epoch = 1
    marks.add(user.get_session_auth_hash())
    user.password = "b"
    marks.add(user.get_session_auth_hash())
    assert len(marks) == 3
    assert User(password="a").get_session_auth_hash() in marks


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "unit", "fits"),
    [
        (Role.STAFF, "kul", True),
        (Role.STAFF, None, False),
        (Role.HEAD, None, False),
        (Role.ADMIN, None, True),
        (Role.ADMIN, "kul", False),
        (Role.SUPERVISOR, "kul", False),
        ("lain", None, False),
    ],
)
def test_operators_and_heads_have_a_unit_and_nobody_else_has(ngawi, role, unit, fits):
    """The database holds it, whoever writes."""
    place = ngawi.units.get(key=unit) if unit else None
    user = make_user("rina")
    try:
        with transaction.atomic():
            Membership.objects.create(user=user, office=ngawi, role=role, unit=place)
    except IntegrityError:
        assert not fits
    else:
        assert fits


@pytest.mark.django_db
def test_a_role_is_had_once_in_an_office_and_once_in_each_unit(ngawi):
    user = make_user("rina", Role.ADMIN, ngawi)
    for key in ("kul", "tekhum"):
        Membership.objects.create(user=user, office=ngawi, role=Role.STAFF, unit=ngawi.units.get(key=key))
    for again in ({"role": Role.ADMIN}, {"role": Role.STAFF, "unit": ngawi.units.get(key="kul")}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=user, office=ngawi, **again)
    assert user.memberships.count() == 3

"""The offices to which the navigation leads: where somebody works, each once, with the trail where they may read it."""

from offices.models import Membership, Office, Role
from offices.templatetags.people import own_offices
from tests.cases import in_one_test

NGAWI, MAGETAN = Office(pk=1, code="3521", short_name="Ngawi"), Office(pk=2, code="3520", short_name="Magetan")


def offices_of(*roles):
    return [
        (own.office, own.trail, own.only) for own in own_offices(Membership(office=at, role=role) for at, role in roles)
    ]


@in_one_test(("role", "trail"), [(Role.STAFF, False), (Role.HEAD, False), (Role.ADMIN, True), (Role.SECRETARY, True)])
def test_where_somebody_works_is_their_only_office(role, trail):
    assert offices_of((NGAWI, role)) == [(NGAWI, trail, True)]


def test_an_office_stands_there_once_whatever_the_roles_in_it_and_their_order():
    for roles in ([Role.STAFF, Role.ADMIN], [Role.ADMIN, Role.STAFF], [Role.STAFF, Role.STAFF, Role.SECRETARY]):
        assert offices_of(*((NGAWI, role) for role in roles)) == [(NGAWI, True, True)]


def test_of_several_offices_none_is_the_only_one():
    assert offices_of((NGAWI, Role.STAFF), (MAGETAN, Role.ADMIN)) == [(NGAWI, False, False), (MAGETAN, True, False)]


def test_who_watches_over_offices_has_none_of_their_own():
    assert offices_of((NGAWI, Role.SUPERVISOR)) == []
    assert offices_of((NGAWI, Role.SUPERVISOR), (MAGETAN, Role.STAFF)) == [(MAGETAN, False, True)]
    assert offices_of() == []

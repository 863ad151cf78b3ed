"""Where a person is: own offices and those below, whose admin, and where keys wait for them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from duties.places import places_of
from offices.models import Membership, Role, User
from reports.issuing import keep_key
from tests.conftest import make_office, make_user
from tests.reports.issuing.issuing import PASSPHRASE, container, guard

pytestmark = pytest.mark.usefixtures("own_media")


def codes(offices):
    return [office.code for office in offices]


@pytest.mark.parametrize(
    ("role", "own", "below", "admin_of", "has_tasks"),
    [
        ("staff", ["3521"], [], [], True),
        ("head", ["3521"], [], [], True),
        ("admin", ["3521"], [], ["3521"], False),
        ("secretary", ["3521"], [], [], False),
        ("supervisor", [], ["3520", "3521"], [], False),
        ("stranger", ["3520"], [], ["3520"], False),
        ("nobody", [], [], [], False),
    ],
)
def test_each_role_is_somewhere(people, role, own, below, admin_of, has_tasks):
    places = places_of(getattr(people, role))
    assert (codes(places.own), codes(places.below), codes(places.admin_of)) == (own, below, admin_of)
    assert places.has_tasks is has_tasks
    assert places.keys_wait_in == ()


def test_of_several_roles_each_counts_where_it_is_held(people, ngawi, magetan, province):
    person = make_user("banyak", Role.ADMIN, magetan)
    Membership.objects.create(user=person, office=ngawi, role=Role.STAFF, unit=ngawi.units.get(key="kul"))
    Membership.objects.create(user=person, office=province, role=Role.SUPERVISOR)
    places = places_of(person)
    assert (codes(places.own), codes(places.below)) == (["3520", "3521"], [])
    assert (codes(places.admin_of), places.has_tasks) == (["3520"], True)


@pytest.fixture
def waiting(people):
    guard(people.secretary)
    return keep_key(people.secretary, container(), PASSPHRASE)


def test_a_key_waits_in_the_office_of_its_holder_and_for_the_office_above(people, waiting):
    assert codes(places_of(people.admin).keys_wait_in) == ["3521"]
    assert codes(places_of(people.supervisor).keys_wait_in) == ["3521"]
    assert codes(places_of(people.stranger).keys_wait_in) == []
    assert codes(places_of(people.nobody).keys_wait_in) == []


@pytest.mark.parametrize(("role", "told"), [(Role.ADMIN, ["3521"]), (Role.SUPERVISOR, ["3521"]), (Role.SECRETARY, [])])
def test_of_the_office_above_those_are_asked_who_may_confirm_below(people, province, waiting, role, told):
    assert codes(places_of(make_user("atas", role, province)).keys_wait_in) == told


@pytest.mark.parametrize("role", ["admin", "supervisor"])
def test_it_costs_the_same_with_few_and_with_many_offices(people, province, role, django_assert_num_queries):
    person = getattr(people, role)
    with CaptureQueriesContext(connection) as few:
        places_of(User.objects.get(pk=person.pk))
    for number in range(3):
        make_office(f"37{number:02}", f"Kota {number}", province)
    with django_assert_num_queries(len(few)):
        places_of(User.objects.get(pk=person.pk))

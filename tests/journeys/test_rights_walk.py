"""Every address and method, asked about a real object by everybody: the owner gets through where the others fail.

In the usual run a third of those who must fail ask; of those who get through, the owner, whose reading of
every page is asked in test_access.py.
"""

from itertools import product

import pytest

from tests.journeys.routes import ROUTES, names_of_all_routes
from tests.journeys.row import PEOPLE
from tests.journeys.scene import address_of, at_the_door, client_of, data_of, given, outcome, sent_by, typed_on
from tests.mass import in_full, in_full_of

pytestmark = pytest.mark.any_database

OUTSIDERS = ("stranger", "nobody")
OF_ALLAUTH = tuple(name for name in ROUTES if name.startswith(("account_", "mfa_")))
OURS = tuple(name for name in ROUTES if name not in OF_ALLAUTH)


def expected(row, method, name):
    """What the table says: this one may, nobody may, or why not."""
    allowed = {"get": row.get, "head": row.get, "post": row.post}.get(method)
    if allowed is not None and name in allowed.split():
        return "ok"
    if name == "anonymous" and "anonymous" not in (row.get or ""):
        return "login"
    if allowed is None:
        return "405"
    return row.outside if name in OUTSIDERS else "403"


def askers(name, method, in_full):
    """In the usual run every third of those who must fail, at the next address others."""
    if in_full:
        return PEOPLE
    row = ROUTES[name]
    refused = [person for person in PEOPLE if expected(row, method, person) != "ok"]
    some = refused[list(ROUTES).index(name) % 3 :: 3]
    return some if method == "get" and some else [row.owner, *some]


def asked(scene, row, method, name, data=None):
    with given(scene, row):
        return answered(scene, row, method, name, data)


def answered(scene, row, method, name, data=None):
    with at_the_door(scene, row, name) as client:
        return outcome(getattr(client, method)(address_of(row, scene), data or {}))


def owners_form(scene, row):
    """What the owner would send: a refusal must not come from a poor form."""
    with at_the_door(scene, row, row.owner) as client:
        return typed_on(client, row, scene)


def test_every_address_has_its_row():
    assert set(ROUTES) == names_of_all_routes()


@in_full
@pytest.mark.parametrize("name", ROUTES)
def test_reading(scene, name, in_full):
    row = ROUTES[name]
    people = askers(name, "get", in_full)
    with given(scene, row):
        found = {person: answered(scene, row, "get", person) for person in people}
    assert found == {person: expected(row, "get", person) for person in people}
    if in_full:
        assert asked(scene, row, "head", row.owner) == expected(row, "head", row.owner)


@in_full
@pytest.mark.parametrize("name", OURS)
def test_writing(scene, name, in_full):
    row = ROUTES[name]
    people = askers(name, "post", in_full)
    with given(scene, row):
        typed = owners_form(scene, row) if row.post else {}
        found = {person: answered(scene, row, "post", person, typed | sent_by(row, scene)) for person in people}
    assert found == {person: expected(row, "post", person) for person in people}


@pytest.mark.parametrize("name", OF_ALLAUTH)
def test_writing_to_the_pages_of_the_account(scene, name):
    """They concern nobody but whoever sends the form."""
    row = ROUTES[name]
    if row.post:
        with client_of(scene, row, row.owner) as client:
            assert outcome(client.post(address_of(row, scene), data_of(client, row, scene))) == "ok"
    if "anonymous" not in (row.get or ""):
        assert asked(scene, row, "post", "anonymous") == "login"


@pytest.mark.parametrize(("name", "in_full"), in_full_of(OURS, every=6))
def test_other_methods_are_refused(scene, name, in_full):
    row = ROUTES[name]
    methods, people = ("put", "patch", "delete"), (row.owner, "stranger", "anonymous")
    with given(scene, row):
        for method, person in product(methods, people) if in_full else zip(methods, people, strict=True):
            found = answered(scene, row, method, person)
            assert (method, person, found) == (method, person, expected(row, method, person))


def test_the_walk_itself_notices_a_wrong_table(scene):
    """A negative control: a row that promises too much, or too little, would fail."""
    people, trail = ROUTES["people"], ROUTES["audit_trail"]
    assert (asked(scene, people, "get", "secretary"), expected(trail, "get", "secretary")) == ("403", "ok")
    assert (asked(scene, trail, "get", "secretary"), expected(people, "get", "secretary")) == ("ok", "403")

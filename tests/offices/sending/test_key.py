"""The key of a form: one for a showing of a page, of whoever sees it, and of nobody where the portal never gave it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.test import RequestFactory

from offices.models import User
from offices.sending.key import FIELD, LONGEST, holder_of, key_for, key_sent


def shown_to(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


def sent(**fields):
    return RequestFactory().post("/", fields)


def test_all_forms_of_one_showing_have_one_key_and_each_showing_its_own():
    user = User(pk=7)
    page = shown_to(user)
    assert key_for(page) == key_for(page) != key_for(shown_to(user))


@pytest.mark.parametrize("user", [AnonymousUser(), None])
def test_who_is_not_logged_in_has_none(user):
    assert key_for(shown_to(user)) == ""
    assert key_for(RequestFactory().get("/")) == ""


def test_a_key_that_was_sent_is_taken_unless_it_is_longer_than_one_can_be():
    key = key_for(shown_to(User(pk=2**62)))
    assert len(key) <= LONGEST
    assert key_sent(sent(**{FIELD: key})) == key
    assert key_sent(sent()) == ""
    assert key_sent(sent(**{FIELD: "x" * LONGEST})) == "x" * LONGEST
    assert key_sent(sent(**{FIELD: "x" * (LONGEST + 1)})) == ""


def test_a_key_says_whose_form_it_was(people):
    key = key_for(shown_to(people.staff))
    assert holder_of(key) == people.staff
    User.objects.filter(pk=people.staff.pk).update(is_active=False)
    assert holder_of(key) is None


def test_a_key_that_the_portal_never_gave_out_is_nobodys(people):
    key = key_for(shown_to(people.staff))
    forged = [
        "",
        "x",
        key[:-1],
        key + "x",
        signing.dumps([people.staff.pk, "x"], salt="lain"),
        signing.dumps(people.staff.pk, salt="offices.sending.key"),
        signing.dumps([people.staff.pk], salt="offices.sending.key"),
        signing.dumps([0, "x"], salt="offices.sending.key"),
    ]
    assert [holder_of(each) for each in forged] == [None] * len(forged)

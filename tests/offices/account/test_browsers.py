"""A browser is known by what it keeps: for each person apart, until the password changes, and never by its own word."""

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import RequestFactory

from offices.account.browsers import COOKIE, KEPT_SECONDS, MOST_PEOPLE, SALT, browser_of, knows, remember
from offices.models import User


def person(number, password="sandi"):
    return User(pk=number, username=f"orang-{number}", password=password)


class Kept:
    """A browser that keeps what it is given."""

    def __init__(self, cookie=""):
        self.cookie = cookie

    @property
    def request(self):
        request = RequestFactory().get("/")
        request.COOKIES |= {COOKIE: self.cookie} if self.cookie else {}
        return request

    def lets_in(self, user):
        response = HttpResponse()
        remember(self.request, response, user)
        self.cookie = response.cookies[COOKIE].value
        return response.cookies[COOKIE]

    def knows(self, user):
        return knows(browser_of(self.request), user)


@pytest.fixture
def browser():
    return Kept()


def test_a_browser_knows_who_came_in_and_nobody_else(browser):
    assert not browser.knows(person(1))
    browser.lets_in(person(1))
    assert (browser.knows(person(1)), browser.knows(person(2))) == (True, False)


def test_another_password_is_not_known_any_more(browser):
    browser.lets_in(person(1))
    assert not browser.knows(person(1, "sandi-baru"))
    browser.lets_in(person(1, "sandi-baru"))
    assert (browser.knows(person(1)), browser.knows(person(1, "sandi-baru"))) == (False, True)


def test_several_people_may_share_one_and_it_stays_the_same_browser(browser):
    browser.lets_in(person(1))
    key = browser_of(browser.request).key
    browser.lets_in(person(2))
    assert (browser.knows(person(1)), browser.knows(person(2))) == (True, True)
    assert browser_of(browser.request).key == key


def test_those_who_came_in_last_are_kept(browser):
    for number in range(MOST_PEOPLE + 1):
        browser.lets_in(person(number))
    browser.lets_in(person(1))
    browser.lets_in(person(99))
    known = [number for number in (*range(MOST_PEOPLE + 1), 99) if browser.knows(person(number))]
    assert known == [1, *range(3, MOST_PEOPLE + 1), 99]
    assert len(known) == MOST_PEOPLE


def test_the_mark_of_one_browser_is_nothing_in_another(browser):
    browser.lets_in(person(1))
    stolen = browser_of(browser.request).marks
    other = Kept(signing.dumps({"key": "lain", "marks": stolen}, salt=SALT, compress=True))
    assert not other.knows(person(1))


@pytest.mark.parametrize(
    ("told", "salt"), [({"key": "x", "marks": {}}, "lain"), ({"key": "x"}, SALT), (["x"], SALT), (None, SALT)]
)
def test_a_cookie_that_is_not_ours_is_that_of_a_new_browser(told, salt):
    found = browser_of(Kept(signing.dumps(told, salt=salt)).request)
    assert (found.key not in ("", "x"), found.marks) == (True, {})


def test_nor_is_one_that_nobody_signed():
    assert browser_of(Kept("bukan-kuki").request).key not in ("", "x")


def test_two_new_browsers_are_not_the_same():
    assert browser_of(Kept().request).key != browser_of(Kept().request).key


@pytest.mark.parametrize(("days", "known"), [(364, True), (366, False)])
def test_it_is_known_for_a_year(browser, time_machine, days, known):
    time_machine.move_to("2026-01-01T08:00:00+07:00", tick=False)
    browser.lets_in(person(1))
    time_machine.shift(days * 24 * 60 * 60)
    assert browser.knows(person(1)) is known


@pytest.mark.parametrize("secure", [True, False])
def test_no_script_reads_it_and_it_travels_as_safely_as_the_session(browser, settings, secure):
    settings.SESSION_COOKIE_SECURE = secure
    cookie = browser.lets_in(person(1))
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", KEPT_SECONDS)
    assert bool(cookie["secure"]) is secure
    assert "sandi" not in str(signing.loads(cookie.value, salt=SALT))

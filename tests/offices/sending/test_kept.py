"""What was typed after a session had ended: kept for its person, offered on its page alone, and forgotten in time."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils import timezone

from offices.models import KeptForm
from offices.sending.kept import DAYS, LONGEST_ADDRESS, MARK, forget, forget_saved, keep, offered_on, remember
from offices.sending.key import FIELD, key_for

pytestmark = pytest.mark.django_db
TEXT = "Menjaga agar biaya layanan diumumkan"
PAGE = "/pemeliharaan/3521/2025-S1/baru/"


def shown_to(user, address=PAGE):
    request = RequestFactory().get(address)
    request.user = user
    request.session = {MARK: True}
    return request


def sent_by_nobody(key, address=PAGE, **fields):
    request = RequestFactory().post(address, {FIELD: key, "plan": TEXT, **fields})
    request.user = AnonymousUser()
    return request


@pytest.fixture
def key(people):
    return key_for(shown_to(people.admin))


def kept():
    return list(KeptForm.objects.values_list("address", "page"))


def test_a_form_of_somebodys_is_kept_under_its_page(people, key):
    assert keep(sent_by_nobody(key, units=["1", "2"]))
    assert kept() == [(PAGE, PAGE)]
    (offered,) = offered_on(shown_to(people.admin))
    assert (offered.address, offered.key, offered.texts) == (PAGE, key, [TEXT])
    assert [pair for pair in offered.fields if pair[0] == "units"] == [("units", "1"), ("units", "2")]


def test_of_one_address_the_last_one_is_kept(people, key):
    for text in (TEXT, "Satu kalimat yang lain"):
        assert keep(sent_by_nobody(key, plan=text))
    (offered,) = offered_on(shown_to(people.admin))
    assert offered.texts == ["Satu kalimat yang lain"]


@pytest.mark.parametrize(
    "fields",
    [
        {"password": "rahasia"},
        {"passphrase": "rahasia"},
        {"konfirmasi-code": "123456"},
        {"foto": SimpleUploadedFile("a.jpg", b"x")},
    ],
)
def test_secrets_and_files_are_not_kept(key, fields):
    assert not keep(sent_by_nobody(key, **fields))
    assert kept() == []


@pytest.mark.parametrize("forged", ["", "x", "a" * 300])
def test_nothing_is_kept_that_came_from_no_form_of_the_portal(people, forged):
    assert not keep(sent_by_nobody(forged))
    assert kept() == []


def test_an_address_that_is_too_long_is_not_kept(key):
    longest = "/" + "a" * (LONGEST_ADDRESS - 1)
    assert keep(sent_by_nobody(key, longest))
    assert not keep(sent_by_nobody(key, longest + "a"))
    assert [address for address, _page in kept()] == [longest]


def test_it_is_offered_on_its_page_to_its_person_and_nowhere_else(people, key):
    keep(sent_by_nobody(key))
    assert len(offered_on(shown_to(people.admin, f"{PAGE}?a=1"))) == 1
    assert offered_on(shown_to(people.admin, "/")) == []
    assert offered_on(shown_to(people.secretary)) == []
    assert offered_on(shown_to(AnonymousUser())) == []


def test_pages_ask_the_database_only_where_there_is_something(people, key, django_assert_num_queries):
    request = shown_to(people.admin)
    remember(request, people.admin)
    assert request.session[MARK] is False
    with django_assert_num_queries(0):
        assert offered_on(request) == []
    keep(sent_by_nobody(key))
    remember(request, people.admin)
    assert request.session[MARK] is True
    assert len(offered_on(request)) == 1


def test_after_some_days_it_is_neither_offered_nor_kept(people, key):
    keep(sent_by_nobody(key))
    KeptForm.objects.update(at=timezone.now() - timedelta(days=DAYS, seconds=1))
    assert offered_on(shown_to(people.admin)) == []
    keep(sent_by_nobody(key, "/lain/"))
    assert [address for address, _page in kept()] == ["/lain/"]


def test_it_is_forgotten_by_its_key_by_its_number_or_with_all_others(people, key):
    def fill():
        KeptForm.objects.all().delete()
        for address in ("/a/", "/b/"):
            keep(sent_by_nobody(key, address))
        keep(sent_by_nobody(key_for(shown_to(people.admin)), "/c/"))
        keep(sent_by_nobody(key_for(shown_to(people.secretary)), "/d/"))

    def left():
        return sorted(address for address, _page in kept())

    fill()
    forget(people.admin, key=key)
    assert left() == ["/c/", "/d/"]
    fill()
    forget(people.admin, number=KeptForm.objects.get(address="/a/").pk)
    assert left() == ["/b/", "/c/", "/d/"]
    forget(people.admin, number=KeptForm.objects.get(address="/d/").pk)
    assert left() == ["/b/", "/c/", "/d/"]
    forget(people.admin)
    assert left() == ["/d/"]


@pytest.mark.parametrize(
    ("fields", "left"), [({}, [PAGE]), ({"revision": "3"}, []), ({"seen": ""}, []), ({"revision": ""}, [PAGE])]
)
def test_what_was_saved_of_one_version_overtakes_all_that_was_typed_there(people, key, fields, left):
    """Of what makes something new only the very same form is done."""
    keep(sent_by_nobody(key))
    keep(sent_by_nobody(key_for(shown_to(people.secretary))))
    request = RequestFactory().post(PAGE, {FIELD: key_for(shown_to(people.admin)), **fields})
    forget_saved(people.admin, request)
    assert [form.address for form in KeptForm.objects.filter(user=people.admin)] == left
    assert KeptForm.objects.filter(user=people.secretary).count() == 1

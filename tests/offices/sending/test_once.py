"""What is kept of an answer, and what is said when the same form comes again; who creates is tried in the walks."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages, info
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.test import RequestFactory
from django.utils import timezone

from offices.models import SentForm
from offices.sending.key import FIELD
from offices.sending.once import LARGEST_ANSWER, ONCE, answered_once, prune
from tests.conftest import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db):
    return make_user("operator")


class Form:
    """A form of somebody, sent as often as one likes, to a view that counts what it does."""

    def __init__(self, user):
        self.user, self.done = user, 0

    def sent(self, answer, *, address="/rtl/3521/2025-S1/baru/", method="post", **fields):
        request = getattr(RequestFactory(), method)(address, {FIELD: "kunci"} | fields)
        request.user = self.user
        request._messages = CookieStorage(request)

        def view():
            self.done += 1
            return answer(request) if callable(answer) else answer

        response = answered_once(request, view)
        return response, [str(message) for message in get_messages(request)]


@pytest.fixture
def form(user):
    return Form(user)


def page(body="<p>Tersimpan.</p>", status=200, **headers):
    return HttpResponse(body, status=status, headers={name.replace("_", "-"): told for name, told in headers.items()})


def test_the_same_form_gets_the_same_page_and_is_done_once(form):
    first, _told = form.sent(page(status=201, HX_Retarget="#isi", HX_Reswap="outerHTML", X_Other="tidak"))
    second, _told = form.sent(page("lain"))
    assert form.done == 1
    assert (second.status_code, second.content) == (first.status_code, first.content) == (201, b"<p>Tersimpan.</p>")
    assert (second.headers["HX-Retarget"], second.headers["HX-Reswap"]) == ("#isi", "outerHTML")
    assert "X-Other" not in second.headers


def test_a_way_to_another_page_is_told_again_with_what_was_said(form):
    def answer(request):
        info(request, "RTL tersimpan.")
        return HttpResponseRedirect("/rtl/3521/2025-S1/7/")

    first, told = form.sent(answer)
    second, again = form.sent(answer)
    assert form.done == 1
    assert (
        (second.status_code, second.url, again)
        == (302, first.url, told)
        == (302, "/rtl/3521/2025-S1/7/", ["RTL tersimpan."])
    )


@pytest.mark.parametrize(
    "answer",
    [
        lambda _request: page("kata sandi sementara: …", Cache_Control="private, no-store"),
        lambda _request: page("x" * (LARGEST_ANSWER + 1)),
        lambda _request: StreamingHttpResponse([b"berkas"]),
    ],
    ids=["secret", "large", "streaming"],
)
def test_what_may_not_be_kept_is_not_shown_twice_and_it_is_said_that_it_arrived(form, answer):
    form.sent(answer)
    assert SentForm.objects.get().answer["body"] is None
    second, told = form.sent(answer)
    assert (form.done, second.status_code, told) == (1, 302, [ONCE])


def test_where_it_names_the_page_of_its_result_one_is_led_there(form):
    form.sent(lambda _request: page("sandi", 201, Cache_Control="no-store", Location="/satuan-kerja/3521/pengguna/7/"))
    second, _told = form.sent(page())
    assert (second.status_code, second.url) == (302, "/satuan-kerja/3521/pengguna/7/")


def test_an_answer_of_the_largest_size_is_kept(form):
    form.sent(page("x" * LARGEST_ANSWER))
    second, told = form.sent(page())
    assert (len(second.content), told) == (LARGEST_ANSWER, [])


@pytest.mark.parametrize("status", [400, 403, 404, 409, 422, 429, 500])
def test_what_was_refused_may_be_sent_again(form, status):
    form.sent(page(status=status))
    assert not SentForm.objects.exists()
    second, _told = form.sent(page())
    assert (form.done, second.status_code) == (2, 200)


def test_a_view_that_breaks_leaves_the_form_to_be_sent_again(form):
    def answer(_request):
        raise RuntimeError("rusak")

    with pytest.raises(RuntimeError, match="rusak"):
        form.sent(answer)
    assert (form.sent(page())[0].status_code, form.done) == (200, 2)


@pytest.mark.parametrize(
    "other", [{"programme": "Lain"}, {FIELD: "kunci-lain"}, {"address": "/rtl/3521/2025-S2/baru/"}], ids=str
)
def test_another_text_key_or_address_is_another_form(form, other):
    form.sent(page(), programme="Papan")
    form.sent(page(), **{"programme": "Papan"} | other)
    assert form.done == 2


def test_of_another_person_it_is_another_form(form):
    form.sent(page())
    form.user = make_user("kasubbag")
    form.sent(page())
    assert form.done == 2


@pytest.mark.parametrize("changed", [{"method": "get"}, {FIELD: ""}, {FIELD: "k" * 201}], ids=["read", "none", "long"])
def test_what_is_only_read_or_has_no_key_is_done_whenever_it_comes(form, changed):
    for _time in range(2):
        form.sent(page(), **changed)
    assert (form.done, SentForm.objects.count()) == (2, 0)


def test_a_form_is_known_for_a_day(form):
    form.sent(page())
    SentForm.objects.update(at=timezone.now() - timedelta(hours=23))
    prune()
    assert SentForm.objects.exists()
    SentForm.objects.update(at=timezone.now() - timedelta(hours=25))
    prune()
    assert not SentForm.objects.exists()

"""What accounts do by themselves is in the trail of the office where the person came first, once it really happened."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from offices.account.browsers import COOKIE
from offices.account.events import keeping_browser, note, noted
from offices.models import AuditEvent, Membership, Notice, NoticeKind, Role
from tests.journeys.routes import SECRET

pytestmark = pytest.mark.django_db


def asked_by(user):
    request = RequestFactory().post("/akun/")
    request.user = user
    return request


def told():
    return list(AuditEvent.objects.order_by("pk").values_list("action", "office_code", "actor_id"))


def test_an_event_is_that_of_the_first_office_of_the_person(people, province):
    Membership.objects.create(user=people.staff, office=province, role=Role.SUPERVISOR)
    note(people.staff, "account.confirm")
    assert told() == [("account.confirm", "3521", people.staff.pk)]


def test_who_has_no_office_has_an_event_of_none_and_who_is_nobody_has_none(people):
    note(people.nobody, "account.confirm")
    note(AnonymousUser(), "account.confirm")
    assert told() == [("account.confirm", "", people.nobody.pk)]


def factor_on(request):
    TOTP.activate(request.user, SECRET)
    return HttpResponse("aktif")


def refused(_request):
    return HttpResponse("kode salah", status=422)


def torn(request):
    TOTP.activate(request.user, SECRET)
    raise RuntimeError("rusak")


def switching(view):
    return noted(view, "account.second_factor_on", NoticeKind.FACTOR_ON)


def test_a_second_factor_that_was_switched_on_is_noted_and_told(people):
    assert switching(factor_on)(asked_by(people.staff)).content == b"aktif"
    assert told() == [("account.second_factor_on", "3521", people.staff.pk)]
    notice = Notice.objects.get()
    assert (notice.user, notice.kind, notice.actor) == (people.staff, NoticeKind.FACTOR_ON, people.staff)


def test_a_page_that_only_showed_or_refused_is_not(people):
    assert switching(refused)(asked_by(people.staff)).status_code == 422
    assert (told(), Notice.objects.count()) == ([], 0)


def test_what_broke_leaves_neither_factor_nor_event(people):
    with pytest.raises(RuntimeError, match="rusak"):
        switching(torn)(asked_by(people.staff))
    assert (told(), people.staff.authenticator_set.count()) == ([], 0)


def test_who_is_not_logged_in_has_no_factor_to_note():
    assert switching(refused)(asked_by(AnonymousUser())).status_code == 422
    assert told() == []


@pytest.mark.parametrize(("password", "kept"), [("sandi-baru-7!", True), (None, False)])
def test_a_browser_stays_known_only_where_the_password_became_another(people, password, kept):
    def view(request):
        if password:
            request.user.set_password(password)
        return HttpResponse()

    answer = keeping_browser(view)(asked_by(people.staff))
    assert (COOKIE in answer.cookies) is kept


def test_a_log_out_keeps_no_browser(people):
    def view(request):
        request.user = AnonymousUser()
        return HttpResponse()

    assert COOKIE not in keeping_browser(view)(asked_by(people.staff)).cookies

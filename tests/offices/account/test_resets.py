"""Who set somebody's password, and when, whatever way it went."""

import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context
from django.core.management import call_command

from offices.account.resets import password_was_reset
from offices.models import AuditEvent, Notice, ResetWay, User
from offices.notices.words import sentence_of
from offices.people.roster import Details, Grant, add_person, reset_password
from tests.conftest import PASSWORD

OWN = "ganti-sandi-sendiri-9"


def test_nobody_reset_what_was_never_reset(people):
    assert people.secretary.password_reset_at is None


def test_an_admins_reset_is_known_with_who_and_when(people, ngawi, time_machine):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    reset_password(ngawi, people.admin, people.secretary)
    told = User.objects.get(pk=people.secretary.pk)
    assert (told.password_reset_by, told.password_reset_way, told.password_reset_at.isoformat()) == (
        people.admin,
        ResetWay.ADMIN,
        "2026-03-02T02:00:00+00:00",
    )
    notice = Notice.objects.get(user=people.secretary)
    assert sentence_of(notice) == "Kata sandi akun Anda disetel ulang oleh Admin (admin) pada 2 Maret 2026, 09.00 WIB."


def test_a_new_account_was_set_up_by_somebody_and_needs_no_notice(people, ngawi):
    details = Details("Budi", "other", "", "", "")
    user, _password = add_person(ngawi, people.admin, "budi", details, frozenset({Grant("secretary")}))
    assert (user.password_reset_by, user.password_reset_way) == (people.admin, ResetWay.NEW)
    assert not Notice.objects.filter(user=user).exists()


def test_who_is_moved_by_the_operator_of_the_server_has_a_reset_of_nobody(people, magetan):
    call_command("move_person", "sekretaris", "3520", role=["secretary"])
    told = User.objects.get(pk=people.secretary.pk)
    assert (told.password_reset_by, told.password_reset_way) == (None, ResetWay.SERVER)
    assert "oleh pengelola server pada" in sentence_of(Notice.objects.get(user=people.secretary))


def test_changing_the_own_password_resets_nothing_and_stands_in_the_list(as_user, people):
    answer = as_user(people.secretary).post(
        "/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": OWN, "password2": OWN}
    )
    assert answer.status_code == 302
    assert User.objects.get(pk=people.secretary.pk).password_reset_at is None
    notice = Notice.objects.get(user=people.secretary)
    assert (notice.kind, notice.understood_at is None) == ("password_changed", False)


def test_a_password_set_by_a_link_in_a_mail_is_a_reset(people, rf):
    """The door through which the library's own reset by mail would come."""
    request = rf.post("/")
    request.user = None
    with context.request_context(request):
        get_adapter(request).set_password(people.secretary, OWN)
    assert people.secretary.password_reset_way == ResetWay.MAIL
    assert AuditEvent.objects.get().action == "account.reset_password"
    assert "oleh pemegang alamat surel akun ini pada" in sentence_of(Notice.objects.get())


@pytest.mark.parametrize("way", [ResetWay.MAIL, ResetWay.PROVIDER])
def test_a_later_reset_takes_the_place_of_an_earlier_one(people, way):
    password_was_reset(people.secretary, people.admin, ResetWay.ADMIN)
    password_was_reset(people.secretary, None, way)
    assert (people.secretary.password_reset_by, people.secretary.password_reset_way) == (None, way)

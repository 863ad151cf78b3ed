"""The secret of a calendar: long, one at a time, kept as a digest, nobody's once its person may not come in."""

import pytest
from django.utils import timezone

from offices.account.calendar.key import digest_of, holder_of, renew, revoke
from offices.models import AuditEvent, CalendarKey, User

pytestmark = pytest.mark.django_db


def actions():
    return list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))


def test_a_secret_leads_to_its_person_and_only_its_digest_is_kept(people):
    secret = renew(people.staff)
    assert holder_of(secret) == people.staff
    assert len(secret) == 43
    assert CalendarKey.objects.get().digest == digest_of(secret) != secret
    assert holder_of(digest_of(secret)) is None


def test_a_new_one_takes_the_place_of_the_one_before_and_of_nobody_elses(people):
    before, others = renew(people.staff), renew(people.head)
    after = renew(people.staff)
    assert [holder_of(secret) for secret in (before, after, others)] == [None, people.staff, people.head]
    assert CalendarKey.objects.count() == 2


def test_what_is_revoked_is_nobodys_and_that_is_told_once(people):
    secret, others = renew(people.staff), renew(people.head)
    for _time in range(2):
        revoke(people.staff)
    assert [holder_of(each) for each in (secret, others)] == [None, people.head]
    assert actions() == ["account.calendar_on", "account.calendar_on", "account.calendar_off"]


def test_who_may_not_come_in_has_none_until_they_may_again(people):
    secret = renew(people.staff)
    shut = {"is_active": False}
    temporary = {"must_change_password": True, "temporary_until": timezone.now()}
    for change in (shut, temporary):
        User.objects.filter(pk=people.staff.pk).update(**change)
        assert holder_of(secret) is None
        User.objects.filter(pk=people.staff.pk).update(is_active=True, must_change_password=False, temporary_until=None)
        assert holder_of(secret) == people.staff


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "\0", "é"])
def test_what_was_never_given_out_is_nobodys(people, token):
    renew(people.staff)
    assert holder_of(token) is None

"""Nobody makes a signatory of himself, but in an office that said that it has no second person."""

import pytest
from django.utils import timezone

from offices.models import AuditEvent, Membership, Role, User
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def grant(client, user, *roles):
    typed = {"name": user.name, "employment": "other", "office_roles": roles, "konfirmasi-password": PASSWORD}
    return client.post(f"/satuan-kerja/3521/pengguna/{user.pk}/", typed)


def test_an_admin_does_not_give_himself_the_role_of_secretary(people, as_user):
    answer = grant(as_user(people.admin), people.admin, "admin", "secretary")
    assert (answer.status_code, "tidak dapat memberi diri sendiri peran Sekretaris" in answer.content.decode()) == (
        422,
        True,
    )
    assert not Membership.objects.filter(user=people.admin, role=Role.SECRETARY).exists()


def test_to_another_it_is_given_and_who_has_it_keeps_it(people, as_user):
    assert grant(as_user(people.admin), people.staff, "secretary").status_code == 302
    Membership.objects.create(user=people.admin, office=people.admin.memberships.get().office, role=Role.SECRETARY)
    assert grant(as_user(people.admin), people.admin, "admin", "secretary").status_code == 302


def test_in_a_small_office_it_is_allowed_and_told(people, ngawi, as_user):
    others = User.objects.filter(memberships__office=ngawi).exclude(pk=people.admin.pk)
    others.update(is_active=False)
    ngawi.small_since = timezone.now()
    ngawi.save()
    assert grant(as_user(people.admin), people.admin, "admin", "secretary").status_code == 302
    event = AuditEvent.objects.get(action="person.change")
    assert (event.actor_id, event.object_id, event.after["to_oneself"]) == (people.admin.pk, str(people.admin.pk), True)

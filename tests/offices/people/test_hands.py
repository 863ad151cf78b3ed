"""Through whose hands an account went, and which offices are small."""

from datetime import timedelta

import pytest
from django.utils import timezone

from offices.declining import Declined
from offices.models import AuditEvent, Role
from offices.people.hands import Handling, behind, lately, was_taken_over
from offices.people.roster import change_person, details_of, disable_person, enable_person, grants_of, reset_password
from offices.people.small import declare_small, is_small, people_count
from offices.recording.names import told_by
from tests.conftest import make_user

A, B, C, D = 1, 2, 3, 4


def test_who_touched_who_touched_it_is_behind_it_as_well():
    handlings = (Handling(A, B), Handling(B, C))
    assert behind(C, handlings) == {A, B, C}
    assert behind(B, handlings) == {A, B}
    assert behind(D, handlings) == {D}


def test_a_circle_ends():
    assert behind(A, (Handling(A, B), Handling(B, A))) == {A, B}


def test_only_what_others_did_takes_an_account_over():
    assert was_taken_over(B, (Handling(A, B),))
    assert not was_taken_over(B, (Handling(A, C), Handling(B, B)))


@pytest.mark.django_db
class TestTheTrail:
    def test_resets_and_changes_of_roles_name_and_mail_are_told(self, people, ngawi):
        reset_password(ngawi, people.admin, people.secretary)
        disable_person(ngawi, people.admin, people.staff)
        enable_person(ngawi, people.admin, people.staff)
        assert set(lately()) == {
            Handling(people.admin.pk, people.secretary.pk),
            Handling(people.admin.pk, people.staff.pk),
        }

    @pytest.mark.parametrize(("field", "counts"), [("email", True), ("name", True), ("job_title", False)])
    def test_only_what_makes_one_another_counts_of_a_change(self, people, ngawi, field, counts):
        from dataclasses import replace

        details = replace(details_of(people.head), **{field: "lain@contoh.id" if field == "email" else "Lain"})
        change_person(ngawi, people.admin, people.head, details, grants_of(people.head, ngawi))
        assert bool(lately()) == counts

    def test_after_thirty_days_nobody_is_behind(self, people, ngawi):
        reset_password(ngawi, people.admin, people.secretary)
        assert lately(timezone.now() + timedelta(days=29))
        assert not lately(timezone.now() + timedelta(days=31))


@pytest.mark.django_db
class TestSmallOffices:
    def test_it_is_declared_once_by_an_office_of_two_and_ends_with_the_third(self, province):
        admin = make_user("kepala", Role.ADMIN, province)
        make_user("sekretaris-prov", Role.SECRETARY, province)
        assert not is_small(province)
        declare_small(province, admin)
        province.refresh_from_db()
        assert is_small(province)
        event = AuditEvent.objects.get(action="office.declare_small")
        assert (event.office_code, event.after) == ("35", {"people": 2, "both_roles": []})
        with pytest.raises(Declined, match="sudah dinyatakan"):
            declare_small(province, admin)
        make_user("ketiga", Role.SECRETARY, province)
        assert not is_small(province)

    def test_one_person_in_both_roles_is_said_in_the_trail(self, province):
        both = make_user("berdua", Role.ADMIN, province)
        both.memberships.create(office=province, role=Role.SECRETARY)
        declare_small(province, both)
        event = AuditEvent.objects.get(action="office.declare_small")
        assert told_by([event]).said(event.after["both_roles"]) == ["Berdua"]

    def test_a_larger_office_is_not_small_nor_made_so_by_shutting_people_out(self, people, ngawi):
        with pytest.raises(Declined, match="memiliki 4 pengguna"):
            declare_small(ngawi, people.admin)
        for other in (people.staff, people.head):
            disable_person(ngawi, people.admin, other)
        assert people_count(ngawi) == 4
        with pytest.raises(Declined):
            declare_small(ngawi, people.admin)

"""The accounts of the example: each has its role and the password that the start prints, however often it starts."""

import pytest

from offices.models import Membership, Role, User
from skm_portal.demo import content
from tests.conftest import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(ngawi):
    return content.ensure_account(content.ACCOUNTS[0]).user


def test_an_account_says_that_it_is_an_example(operator):
    assert (operator.name, operator.job_title, operator.is_demo) == ("Operator (akun contoh)", "Operator", True)
    assert operator.check_password(content.PASSWORD)
    (role,) = operator.memberships.all()
    assert (role.role, role.office.code, role.unit.key) == (Role.STAFF, "3521", "rendatin")


def test_a_second_start_changes_nothing(operator):
    before = User.objects.values().get()
    assert content.ensure_account(content.ACCOUNTS[0]).user == operator
    assert User.objects.values().get() == before
    assert Membership.objects.count() == 1


def test_a_password_that_a_visitor_changed_is_the_printed_one_again(operator):
    operator.set_password("milik-pengunjung-9")
    operator.name = "Nama dari pengunjung"
    operator.save()
    content.ensure_account(content.ACCOUNTS[0])
    operator.refresh_from_db()
    assert operator.check_password(content.PASSWORD)
    assert operator.name == "Nama dari pengunjung"


def test_an_empty_database_is_nobodys(db):
    assert not content.holds_other_people()


def test_a_person_by_the_name_of_an_example_makes_it_somebodys(operator):
    assert not content.holds_other_people()
    make_user("admin")
    assert content.holds_other_people()


def test_every_role_has_its_account_and_the_one_who_watches_sits_above():
    assert [account.role for account in content.ACCOUNTS] == [
        Role.STAFF,
        Role.HEAD,
        Role.ADMIN,
        Role.SECRETARY,
        Role.SUPERVISOR,
    ]
    assert {account.office for account in content.ACCOUNTS if account.role == Role.SUPERVISOR} == {content.PARENT}
    assert [account.username for account in content.ACCOUNTS if account.unit] == ["operator", "kasubbag"]

"""The accounts of the example, which have role and printed password at each start; and its cycles by name."""

import pytest
from django.utils import timezone

from followups.models import EvidencePhoto
from offices.models import AuditEvent, Membership, Role, User
from reports.models import Report
from skm_portal.demo import content
from skm_portal.demo.dating import cycle_on
from surveys.models import Survey
from tests.conftest import make_survey, make_user

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


# --- cycles ---------------------------------------------------------------------------------------


ANEW = "rm -rf var/demo*"


def test_its_cycles_are_called_as_commands_name_them(ngawi):
    today = timezone.localdate()
    before, current = (content.period_on(today, name) for name in (content.BEFORE, content.CURRENT))
    for period in (before, current, "2025-T1"):
        make_survey(ngawi, period)
    said = content.describe_cycles()
    assert f"3521 {current}   siklus yang sedang berjalan" in said
    assert f"3521 {before}   siklus yang laporannya sudah ditandatangani" in said
    assert "2025-T1" not in said and ANEW not in said


@pytest.mark.parametrize("periods", [("2024-S2", "2025-S1"), ("2025-S1",)], ids=["older", "of an older release"])
def test_one_of_another_half_year_says_how_to_begin_anew(ngawi, periods):
    for period in periods:
        make_survey(ngawi, period)
    said = content.describe_cycles()
    assert f"3521 {periods[-1]}   siklus yang sedang berjalan" in said and ANEW in said


def test_an_example_of_an_older_release_starts_as_it_is(ngawi, province, settings, tmp_path):
    settings.SIGNING_TRUST = str(tmp_path / "otoritas.pem")
    make_survey(ngawi)
    content.ensure_content()
    assert [survey.period for survey in Survey.objects.all()] == ["2025-S1"]
    assert Membership.objects.count() == len(content.ACCOUNTS)
    assert not Report.objects.exists() and (tmp_path / "demo-sekretaris.p12").is_file()


def test_a_cycle_is_loaded_as_any_office_could_load_it(own_media):
    content.load_file(cycle_on(timezone.localdate(), content.NEIGHBOUR))
    survey = Survey.objects.get()
    assert (survey.office.short_name, survey.office.parent.code) == ("KPU Kota Contoh", content.PARENT)
    assert list(EvidencePhoto.objects.values_list("is_placeholder", flat=True)) == [True] * 3
    assert AuditEvent.objects.get(action="cycle.load").actor_id is None

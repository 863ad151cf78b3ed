"""The accounts of the example, which have role and printed password at each start; and its cycles by name."""

import pytest
from django.utils import timezone

from followups.models import EvidencePhoto
from offices.audit import record
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


def loaded(office, *periods):
    """Surveys of these periods, and that a file of them was loaded now."""
    for period in periods:
        record(None, "cycle.load", make_survey(office, period), office)


@pytest.fixture
def in_august(time_machine):
    time_machine.move_to("2027-08-17 09:00+07:00")


def test_its_cycles_are_called_as_commands_name_them(ngawi, in_august):
    loaded(ngawi, "2026-S2", "2027-S1", "2025-T1")
    assert content.describe_cycles() == (
        "  3521 2027-S1   siklus yang sedang berjalan\n  3521 2026-S2   siklus yang laporannya sudah ditandatangani"
    )


def test_what_has_aged_says_how_to_begin_anew(ngawi, in_august, time_machine, settings):
    settings.SIGNING_TRUST = "/srv/contoh/demo-ca.pem"
    loaded(ngawi, "2026-S2", "2027-S1")
    time_machine.move_to("2027-09-01 00:00+07:00")
    said = content.describe_cycles()
    assert "Data contoh ini dari Agustus 2027," in said and said.endswith("rm -rf /srv/contoh/demo*")


def test_so_does_what_an_older_release_loaded(ngawi, in_august):
    loaded(ngawi, "2025-S1")
    said = content.describe_cycles()
    assert "3521 2025-S1   siklus yang sedang berjalan" in said and "ditandatangani" not in said
    assert "Untuk memulai dari awal" in said


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

"""What the operator of the server does for second factors, and what each command says where nothing can be done."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from offices.account.secrets import unlock
from offices.models import AuditEvent
from tests.journeys.routes import SECRET

pytestmark = pytest.mark.django_db


@pytest.fixture
def locked(people):
    """Two people with a second factor each."""
    for user in (people.admin, people.secretary):
        TOTP.activate(user, SECRET)
    return Authenticator.objects.order_by("pk")


def stored():
    return list(Authenticator.objects.order_by("pk").values_list("data", flat=True))


def test_without_being_told_to_it_only_counts(locked, settings, capsys):
    before = stored()
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    call_command("lock_second_factors")
    assert capsys.readouterr().out == "2 rahasia dapat dibuka.\n"
    assert stored() == before


def test_where_one_secret_cannot_be_opened_none_is_locked_anew(locked, settings, capsys):
    lost = locked[0]
    other = Fernet(Fernet.generate_key()).encrypt(SECRET.encode()).decode()
    lost.data = {"secret": f"fernet:{other}"}
    lost.save()
    before = stored()
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    with pytest.raises(CommandError, match="FIELD_KEY tidak membuka rahasia langkah kedua yang tersimpan"):
        call_command("lock_second_factors", "--anew")
    assert stored() == before and capsys.readouterr().out == ""


def test_what_is_locked_by_the_newest_key_needs_no_other(locked, settings):
    newest = Fernet.generate_key().decode()
    settings.FIELD_KEYS = [newest, *settings.FIELD_KEYS]
    call_command("lock_second_factors", "--anew")
    settings.FIELD_KEYS = [newest]
    assert [unlock(data["secret"]) for data in stored()] == [SECRET, SECRET]


def test_nothing_stored_is_no_fault(people, capsys):
    call_command("lock_second_factors", "--anew")
    assert capsys.readouterr().out == "0 rahasia dapat dibuka.\n"


@pytest.mark.parametrize("name", ["siapa", "operator"])
def test_who_is_not_there_or_has_none_is_refused_and_nothing_is_told(locked, people, name):
    with pytest.raises(CommandError, match="tidak ada" if name == "siapa" else "langkah"):
        call_command("remove_second_factor", name)
    assert locked.count() == 2
    assert not AuditEvent.objects.exists()


def test_a_name_is_taken_in_any_case_and_only_that_persons_goes(locked, people, capsys):
    call_command("remove_second_factor", "SEKRETARIS")
    assert capsys.readouterr().out == "verifikasi dua langkah sekretaris dihapus\n"
    assert [row.user for row in locked] == [people.admin]

"""Secrets of second factors: locked in the database, opened by the keys of the server, exchanged without harm."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from offices.account.secrets import UnknownKeyError, locked_anew, unlock
from tests.journeys.routes import SECRET, code_now

OTHER, NEWEST = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def factor(people):
    TOTP.activate(people.admin, SECRET)
    RecoveryCodes.activate(people.admin)
    return Authenticator.objects.get(user=people.admin, type="totp")


def test_the_database_alone_tells_no_secret(factor):
    assert SECRET not in str(list(Authenticator.objects.values()))
    assert unlock(factor.data["secret"]) == SECRET
    assert all("fernet:" in str(row.data) for row in Authenticator.objects.all())


def test_a_code_is_still_checked(factor):
    assert factor.wrap().validate_code(code_now())
    assert not factor.wrap().validate_code("000000")


def test_what_was_stored_in_plain_text_is_read_and_locked(factor):
    assert unlock(SECRET) == SECRET
    stored = locked_anew({"secret": SECRET})
    assert SECRET not in str(stored)
    assert unlock(stored["secret"]) == SECRET


def test_another_key_opens_nothing_and_the_command_says_so(factor, settings):
    settings.FIELD_KEYS = [OTHER]
    with pytest.raises(UnknownKeyError):
        unlock(factor.data["secret"])
    with pytest.raises(CommandError, match="FIELD_KEY"):
        call_command("lock_second_factors")


def test_a_key_is_exchanged(factor, settings, capsys):
    settings.FIELD_KEYS = [NEWEST, *settings.FIELD_KEYS]
    call_command("lock_second_factors", "--anew")
    settings.FIELD_KEYS = [NEWEST]
    factor.refresh_from_db()
    assert unlock(factor.data["secret"]) == SECRET
    assert "2 rahasia dapat dibuka" in capsys.readouterr().out

"""Each rule for a password that Django knows and the portal keeps is told in the portal's words, when it is broken."""

import pytest
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core.exceptions import ValidationError

from offices.account.password_words import BROKEN, RULES_IN_WORDS, broken_rule
from offices.models import User
from tests.cases import in_one_test

PERSON = User(username="rina.contoh", name="Rina Contoh", email="rina.c@example.go.id", nip="198703122010011002")


def faults(password):
    """The rules that it breaks, and what is said of each."""
    try:
        validate_password(password, PERSON)
    except ValidationError as refused:
        return {each.code: broken_rule(each).messages for each in refused.error_list}
    return {}


@in_one_test(
    ("password", "broken"),
    [
        ("kuda9hijau", set()),
        ("kuda hijau terbang", set()),
        ("pendek7", {"password_too_short"}),
        ("9182736455", {"password_entirely_numeric"}),
        ("password123", {"password_too_common"}),
        ("rina.contoh1", {"password_too_similar"}),
        ("198703122010011002", {"password_too_similar", "password_entirely_numeric"}),
        ("123456", {"password_too_short", "password_too_common", "password_entirely_numeric"}),
    ],
)
def test_what_a_password_breaks_is_said_in_words(password, broken):
    found = faults(password)
    assert set(found) == broken
    assert found == {code: [BROKEN[code]] for code in broken}


def test_every_rule_of_the_settings_has_its_words():
    kept = {type(rule).__name__ for rule in get_default_password_validators()}
    assert len(kept) == len(BROKEN) == 4
    assert RULES_IN_WORDS.count(";") == len(BROKEN) - 1


def test_the_number_in_words_is_that_of_the_rule():
    (shortest,) = [rule.min_length for rule in get_default_password_validators() if hasattr(rule, "min_length")]
    assert f"Minimal {shortest} karakter" in RULES_IN_WORDS
    assert f"minimal {shortest} karakter" in BROKEN["password_too_short"]


@pytest.mark.parametrize("code", ["lain", None])
def test_a_fault_of_another_kind_says_what_it_said(code):
    told = broken_rule(ValidationError("Isian %(name)s keliru.", code=code, params={"name": "sandi"}))
    assert (told.code, told.messages) == (code, ["Isian sandi keliru."])

"""Temporary passwords: easily read out, taken up within their time, and whom one asks for another."""

import re
from datetime import UTC, datetime

import pytest

from offices.account.invitations import LETTERS, invite, lapse_day, lapse_in_words, take_up, temporary_password
from offices.models import Role, User
from tests.conftest import make_user


def test_a_temporary_password_has_three_groups_and_nothing_that_is_taken_for_another():
    found = {temporary_password() for _ in range(200)}
    assert len(found) == 200
    assert all(re.fullmatch(rf"([{LETTERS}]{{4}}-){{2}}[{LETTERS}]{{4}}", each) for each in found)
    assert not set("ilo01") & set(LETTERS)
    assert set("".join(found)) - {"-"} == set(LETTERS)


def test_who_is_invited_has_to_choose_a_password_of_their_own_within_some_days(settings, time_machine):
    settings.TEMPORARY_PASSWORD_DAYS = 3
    time_machine.move_to("2026-01-02 20:00+07:00", tick=False)
    user = User(username="budi")
    password = invite(user)
    assert user.check_password(password) and user.must_change_password
    assert user.temporary_until == datetime(2026, 1, 5, 13, tzinfo=UTC)
    assert lapse_day(user) == "5 Januari 2026"


@pytest.mark.parametrize(("now", "lapsed"), [("19:59:59", False), ("20:00", True), ("20:01", True)])
def test_it_opens_nothing_from_that_moment_on(settings, time_machine, now, lapsed):
    settings.TEMPORARY_PASSWORD_DAYS = 3
    time_machine.move_to("2026-01-02 20:00+07:00", tick=False)
    user = User(username="budi")
    invite(user)
    time_machine.move_to(f"2026-01-05 {now}+07:00", tick=False)
    assert user.temporary_has_lapsed is lapsed


def test_a_password_of_ones_own_does_not_lapse():
    user = User(username="budi")
    invite(user)
    take_up(user)
    assert (user.must_change_password, user.temporary_until, user.temporary_has_lapsed) == (False, None, False)


def test_whose_invitation_lapsed_is_told_whom_to_ask(people, ngawi, magetan):
    invite(people.staff)
    assert "kepada admin satuan kerja Anda (Admin)." in lapse_in_words(people.staff)
    make_user("wati", Role.ADMIN, ngawi)
    make_user("pensiun", Role.ADMIN, ngawi, is_active=False)
    assert "satuan kerja Anda (Admin, Wati)." in lapse_in_words(people.staff)


def test_the_only_admin_asks_who_runs_the_server(people):
    for person in (people.admin, people.nobody):
        invite(person)
        assert lapse_in_words(person).endswith("kepada pengelola server portal ini.")

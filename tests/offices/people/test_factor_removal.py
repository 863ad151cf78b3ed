"""The ways back for a lost telephone: own admin for the many, the office above for who manages, then the server."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.test import Client

from offices.models import AuditEvent, Membership, Notice, Role
from offices.notices.words import sentence_of
from tests.conftest import just_confirmed, make_user
from tests.journeys.routes import SECRET

LOST = "/satuan-kerja/3521/ponsel-hilang/"


@pytest.fixture
def locked_out(people):
    TOTP.activate(people.secretary, SECRET)
    return people.secretary


@pytest.fixture
def above(as_user, people):
    """The supervisor of the office above, with a factor of their own."""
    TOTP.activate(people.supervisor, SECRET)
    return as_user(people.supervisor)


def has_factor(user):
    return Authenticator.objects.filter(user=user).exists()


def text(response):
    return response.content.decode()


def test_the_office_above_opens_the_way_ends_the_sessions_and_it_is_told(above, people, locked_out):
    theirs = Client()
    theirs.force_login(locked_out)
    assert locked_out.name in text(above.get(LOST))
    assert above.post(f"{LOST}{locked_out.pk}/").status_code == 302
    assert not has_factor(locked_out)
    assert theirs.get("/skm/").url.startswith("/akun/masuk/")
    event = AuditEvent.objects.get(action="person.release_second_factor")
    assert (event.actor_id, event.office_code, event.object_id) == (
        people.supervisor.pk,
        "3521",
        str(locked_out.pk),
    )
    assert "dihapus oleh Pemantau (pemantau)" in sentence_of(Notice.objects.get(user=locked_out))


def test_an_admin_of_the_office_above_may_too(as_user, people, province, locked_out):
    chief = make_user("admin-provinsi", Role.ADMIN, province)
    TOTP.activate(chief, SECRET)
    client = as_user(chief)
    assert LOST in text(client.get("/satuan-kerja/35/pengguna/"))
    assert client.post(f"{LOST}{locked_out.pk}/").status_code == 302


def test_whoever_opens_it_has_a_second_factor_and_is_asked_first(client, people, locked_out):
    client.force_login(people.supervisor)
    assert "Pastikan ini Anda" in text(client.post(f"{LOST}{locked_out.pk}/"))
    just_confirmed(client, people.supervisor)
    refused = client.post(f"{LOST}{locked_out.pk}/")
    assert (refused.status_code, "akun Anda sendiri" in text(refused)) == (422, True)
    assert has_factor(locked_out)


def test_only_admins_and_secretaries_are_listed_and_opened_from_above(above, people):
    TOTP.activate(people.staff, SECRET)
    assert people.staff.name not in text(above.get(LOST)).partition("<main")[2]
    assert above.post(f"{LOST}{people.staff.pk}/").status_code == 404


def test_an_account_that_reaches_beyond_the_offices_below_is_left_to_the_server(above, province, locked_out):
    Membership.objects.create(user=locked_out, office=province, role=Role.SECRETARY)
    refused = above.post(f"{LOST}{locked_out.pk}/")
    assert (refused.status_code, "pengelola server" in text(refused)) == (422, True)
    assert has_factor(locked_out)


@pytest.mark.parametrize("person", ["admin", "secretary"])
def test_a_colleague_cannot_open_the_account_of_who_signs_or_manages(as_user, people, person):
    user = getattr(people, person)
    TOTP.activate(user, SECRET)
    client = as_user(people.admin)
    refused = client.post(f"/satuan-kerja/3521/pengguna/{user.pk}/dua-langkah/")
    assert (refused.status_code, "satuan kerja di atasnya" in text(refused)) == (422, True)
    assert has_factor(user)


def test_the_operator_of_the_server_is_the_last_way(people, locked_out):
    said = StringIO()
    call_command("remove_second_factor", "Sekretaris", stdout=said)
    assert said.getvalue() == "verifikasi dua langkah sekretaris dihapus\n"
    assert not has_factor(locked_out)
    assert "dihapus oleh pengelola server" in sentence_of(Notice.objects.get())
    assert AuditEvent.objects.get().actor_id is None


@pytest.mark.parametrize("name", ["siapa", "operator"])
def test_it_says_when_there_is_nothing_to_remove(people, name):
    with pytest.raises(CommandError):
        call_command("remove_second_factor", name)

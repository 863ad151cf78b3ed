"""Names are erased by law: all that name the person, in trail and account, while every event stays as it was."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command

from offices.audit import record
from offices.models import AuditEvent, AuditName, Employment, NoticeKind, Role, User
from offices.notices.telling import notify
from offices.people.roster import Details, Grant, add_person, change_person, disable_person
from offices.trail.entries import entries_of

NIP = "198703122010011002"
TEXTS = ("Budi", "budi", NIP, "Sekretaris KPU", "budi@contoh.id")


def erase(*args):
    said = StringIO()
    call_command("erase_person_names", *args, stdout=said)
    return said.getvalue()


@pytest.fixture
def budi(people, ngawi):
    """Somebody who came, was renamed, signed, acted, was named by the office, and left."""
    roles = frozenset({Grant(Role.SECRETARY)})
    first = Details("Budi Santoso", Employment.PNS, NIP, "Sekretaris KPU", "budi@contoh.id")
    user, _password = add_person(ngawi, people.admin, "budi", first, roles)
    later = Details("Budi Santoso, S.H.", Employment.PNS, NIP, "Sekretaris KPU", "budi@contoh.id")
    change_person(ngawi, people.admin, user, later, roles)
    record(user, "office.change", ngawi, ngawi, after={"signatory_name": "Budi Santoso", "signatory_nip": NIP})
    record(user, "report.sign", "v1", ngawi, after={"signer": "Budi Santoso, S.H."})
    EmailAddress.objects.create(user=user, email="budi@contoh.id")
    notify(user, NoticeKind.KEY_KEPT, user, holder="Budi Santoso")
    return user


@pytest.fixture
def gone(people, ngawi, budi):
    disable_person(ngawi, people.admin, budi)
    return budi


def trail():
    return list(AuditEvent.objects.exclude(action="person.erase_names").order_by("id").values())


def told():
    names = list(AuditName.objects.values_list("text", flat=True))
    return f"{names} {list(User.objects.values())} {list(EmailAddress.objects.values())}"


@pytest.mark.parametrize("by", ["budi", "ID"])
def test_nothing_names_the_person_any_more_and_no_event_changed(people, ngawi, gone, by):
    before = trail()
    assert "nama dihapus" in erase(str(gone.pk) if by == "ID" else by)
    assert trail() == before
    assert [text for text in TEXTS if text in told()] == []
    assert not gone.notices.exists()
    shown = str(entries_of(AuditEvent.objects.all()))
    assert [text for text in TEXTS if text in shown] == []
    assert "(nama dihapus)" in shown
    assert "Admin (admin)" in shown


def test_it_is_an_event_of_its_own_in_the_trail_of_the_office(as_user, people, ngawi, gone):
    erase("budi")
    event = AuditEvent.objects.get(action="person.erase_names")
    assert (event.office_code, event.actor_id, event.object_kind, event.object_id) == (
        "3521",
        None,
        "user",
        str(gone.pk),
    )
    assert event.after["names"] > 5
    assert "Menghapus nama orang dari riwayat" in as_user(people.admin).get("/riwayat/3521/").content.decode()


def test_who_is_active_keeps_the_name(budi):
    before = told()
    with pytest.raises(CommandError, match="Nonaktifkan dahulu"):
        erase("budi")
    assert told() == before
    assert not AuditEvent.objects.filter(action="person.erase_names").exists()


def test_an_account_that_is_gone_is_erased_by_its_number(gone):
    number = gone.pk
    User.objects.filter(pk=number).delete()
    erase(str(number))
    assert [text for text in TEXTS if text in told()] == []


def test_nobody_else_loses_a_name_but_by_a_spelling_that_is_given(people, ngawi, gone):
    record(people.admin, "office.change", ngawi, ngawi, after={"signatory_name": "B. Santoso"})
    record(people.admin, "office.change", ngawi, ngawi, after={"signatory_name": "Siti Aminah"})
    erase("budi")
    assert "B. Santoso" in told()
    erase(f"nama-dihapus-{gone.pk}", "--also", "B. Santoso")
    assert "B. Santoso" not in told()
    assert "Siti Aminah" in told()


@pytest.mark.parametrize("who", ["tidak-ada", "987654"])
def test_who_is_not_there_is_named_as_such(people, who):
    with pytest.raises(CommandError, match=r"(?i)tidak ada"):
        erase(who)
    assert not AuditEvent.objects.exists()

"""Names of persons are no part of the trail's rows, and are told as if they were."""

import json
from dataclasses import replace

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from offices.audit import record
from offices.models import AuditEvent, AuditName, Employment, Office, Role, User
from offices.people.roster import Details, Grant, add_person, change_person
from offices.recording.names import ERASED
from offices.trail.entries import entries_of, people_in

TRAIL = "/riwayat/3521/"
NIP = "198703122010011002"
BUDI = Details("Budi Santoso", Employment.PNS, NIP, "Sekretaris KPU", "budi@contoh.id")
SECRETARY = frozenset({Grant(Role.SECRETARY)})


def rows():
    return json.dumps(list(AuditEvent.objects.values("object_label", "before", "after")))


def changes_of(event):
    return {change.label: (change.before, change.after) for change in entries_of([event])[0].changes}


@pytest.fixture
def budi(people, ngawi):
    user, _password = add_person(ngawi, people.admin, "budi", BUDI, SECRETARY)
    return user


def test_a_row_holds_no_name_and_the_page_tells_all_of_them(as_user, people, budi):
    for text in ("Budi", "budi", NIP, "Sekretaris KPU", "Admin (admin)"):
        assert text not in rows()
    page = as_user(people.admin).get(TRAIL).content.decode()
    for text in ("Admin (admin)", "Budi Santoso (budi)", NIP, "Sekretaris KPU", "budi@contoh.id"):
        assert text in page


def test_who_did_it_is_told_by_the_name_of_today(people, ngawi, budi):
    record(budi, "office.change", ngawi, ngawi)
    User.objects.filter(pk=budi.pk).update(name="Budi Santoso, S.H.")
    record(User.objects.get(pk=budi.pk), "office.change", ngawi, ngawi)
    assert {entry.person for entry in entries_of(AuditEvent.objects.filter(actor_id=budi.pk))} == {
        "Budi Santoso, S.H. (budi)"
    }
    assert AuditName.objects.filter(key=f"user:{budi.pk}").count() == 1


def test_a_change_tells_both_names_and_only_what_differs(people, ngawi, budi):
    change_person(ngawi, people.admin, budi, replace(BUDI, name="Budi S."), SECRETARY)
    event = AuditEvent.objects.get(action="person.change")
    assert changes_of(event) == {"Nama lengkap": ("Budi Santoso", "Budi S.")}
    assert event.before["nip"] == event.after["nip"] != NIP


@pytest.mark.parametrize("key", ["signatory_name", "signatory_nip", "both_roles", "signer"])
def test_values_that_name_somebody_else_are_apart_too(people, ngawi, key):
    value = ["Siti Aminah"] if key == "both_roles" else "Siti Aminah"
    event = record(people.admin, "office.change", ngawi, ngawi, after={"name": "Kantor", key: value, "phone": ""})
    assert "Siti Aminah" not in rows()
    assert (event.after["name"], event.after["phone"]) == ("Kantor", "")
    assert ("Siti Aminah") in {after for _before, after in changes_of(event).values()}


def test_an_erased_name_is_told_as_such_and_the_change_remains_visible(as_user, people, ngawi, budi):
    change_person(ngawi, people.admin, budi, replace(BUDI, name="Budi S."), SECRETARY)
    AuditName.objects.all().delete()
    (entry,) = entries_of(AuditEvent.objects.filter(action="person.change"))
    assert (entry.person, entry.thing) == (ERASED, ERASED)
    assert [(change.before, change.after) for change in entry.changes] == [(ERASED, ERASED)]
    assert ERASED in as_user(people.admin).get(TRAIL).content.decode()


def test_the_filter_lists_people_by_name_and_the_erased_by_number(people, ngawi):
    for actor in (people.staff, people.admin, people.head, people.admin):
        record(actor, "office.change", ngawi, ngawi)
    record(None, "office.change", ngawi, ngawi)
    AuditName.objects.filter(person_id=people.head.pk).delete()
    assert people_in(ngawi) == [
        (people.head.pk, f"(nama dihapus) no. {people.head.pk}"),
        (people.admin.pk, "Admin (admin)"),
        (people.staff.pk, "Operator (operator)"),
    ]


def test_a_person_is_found_as_the_thing_of_an_event(as_user, people, ngawi, budi):
    record(people.admin, "office.change", ngawi, ngawi)
    response = as_user(people.admin).get(f"{TRAIL}?objek=santoso")
    assert [entry.thing for entry in response.context["entries"]] == ["Budi Santoso (budi)"]


def test_the_page_costs_the_same_for_many_persons(as_user, people, ngawi, django_assert_num_queries):
    client = as_user(people.admin)
    client.get(TRAIL)

    def cost():
        with connection.execute_wrapper(lambda run, *args: counted.append(1) or run(*args)):
            client.get(TRAIL)
        return len(counted)

    counted = []
    record(people.admin, "person.disable", people.staff, ngawi, before={"name": "Nama"}, after={"name": "Lain"})
    few = cost()
    for number in range(40):
        actor = User.objects.create(username=f"orang{number}", name=f"Orang {number}")
        record(actor, "person.disable", actor, ngawi, before={"name": f"Nama {number}"}, after={"name": "Lain"})
    counted = []
    assert cost() == few


def test_an_event_by_somebody_known_writes_no_name_anew(people, ngawi, django_assert_num_queries):
    record(people.admin, "office.change", ngawi, ngawi)
    with django_assert_num_queries(2):  # the names known already; the event
        record(people.admin, "office.change", ngawi, ngawi, after={"phone": "0351"})


def migrate_to(name):
    executor = MigrationExecutor(connection)
    executor.migrate([("offices", name)])
    return executor.loader.project_state([("offices", name)]).apps


def migrate_to_the_last():
    """Of every room: what builds on this one went back with it."""
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.mark.prove
@pytest.mark.usefixtures("committed_db")
def test_the_names_of_before_are_brought_over_and_the_trail_is_guarded_again(guard):
    old = migrate_to("0013_offices_that_are_small").get_model("offices", "AuditEvent").objects
    try:
        gone = {"actor_id": 7, "actor_label": "Tini (tini)", "office_code": "3521"}
        old.create(**gone, action="signing_key.keep", object_kind="signingkey", object_id="3", object_label="Tini")
        details = {"before": {"name": "Joko", "nip": NIP}, "after": {"name": "Joko W.", "nip": NIP}}
        old.create(**gone, action="person.change", object_kind="user", object_id="8", object_label="Joko W.", **details)
        signed = {"version": 1, "signer": "Tini, S.H."}
        old.create(**gone, action="report.sign", object_kind="report", object_id="1", object_label="v1", after=signed)
    finally:
        migrate_to_the_last()
    for text in ("Tini", "Joko", NIP):
        assert text not in rows()
    kept, changed, sign = entries_of(AuditEvent.objects.order_by("id"))
    assert (kept.person, kept.thing) == ("Tini (tini)", "Tini")
    assert (changed.person, changed.thing) == ("Tini (tini)", "Joko W.")
    assert [(change.before, change.after) for change in changed.changes] == [("Joko", "Joko W.")]
    assert sign.thing == "v1"
    assert {change.after for change in sign.changes} == {"1", "Tini, S.H."}
    assert set(AuditName.objects.filter(person_id=7).values_list("text", flat=True)) == {"Tini (tini)", "Tini"}
    assert guard()


def test_offices_are_told_by_their_own_labels(people, magetan):
    event = record(people.admin, "office.change", magetan, magetan, after={"name": "X", "email": "a@b.id"})
    assert event.object_label == str(magetan)
    assert event.after == {"name": "X", "email": "a@b.id"}
    assert Office.objects.count() == 3

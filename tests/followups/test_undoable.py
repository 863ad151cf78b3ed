"""What one did last: kept in one's own session, offered on its own page, undone once and by nobody else."""

import pytest
from django.test import RequestFactory

from followups.models import ActionPlan
from followups.undoable import (
    GONE,
    KEY,
    events_to_undo,
    last_step,
    meanwhile,
    remember,
    remembering,
    services_named,
    undo_events,
    units_named,
)
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent
from surveys.locking import CycleLockedError
from surveys.models import Lock, Survey
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db
TABLE = "plan_table"


@pytest.fixture
def plans(survey):
    return list(ActionPlan.objects.order_by("position"))


def asked(user, session=None, **sent):
    request = RequestFactory().post("/", sent)
    request.user, request.session = user, {} if session is None else session
    return request


def changed(user, *rows, action="plan.change"):
    for row in rows:
        record(user, action, row, row.priority.followup.survey.office)


def test_the_latest_event_of_each_row_is_one_step(people, survey, plans):
    changed(people.admin, *plans, plans[0])
    request = asked(people.admin)
    remember(request, survey, TABLE, "RTL tersimpan.", plans)
    step = last_step(request.session, survey, TABLE)
    numbers = list(AuditEvent.objects.order_by("pk").values_list("pk", flat=True))
    assert (step.told, step.events, step.key) == ("RTL tersimpan.", tuple(numbers[1:]), str(numbers[-1]))


def test_what_others_did_or_what_was_long_ago_is_no_step(people, survey, plans, time_machine):
    changed(people.staff, *plans)
    request = asked(people.admin)
    remember(request, survey, TABLE, "RTL tersimpan.", plans)
    assert request.session == {}
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    changed(people.admin, *plans)
    time_machine.shift(61)
    remember(request, survey, TABLE, "RTL tersimpan.", plans)
    assert request.session == {}


def test_what_a_block_records_under_its_actions_is_one_step(people, survey, plans):
    request = asked(people.admin)
    changed(people.admin, plans[0])
    with remembering(request, survey, TABLE, {"plan.add": "RTL ditambah."}):
        changed(people.admin, plans[1], action="plan.add")
        changed(people.admin, plans[1])
        changed(people.staff, plans[0], action="plan.add")
    event = AuditEvent.objects.get(action="plan.add", actor_id=people.admin.pk)
    assert last_step(request.session, survey, TABLE).events == (event.pk,)


def test_a_block_that_records_nothing_leaves_the_step_of_before(people, survey, plans):
    request = asked(people.admin, {KEY: "sebelumnya"})
    with remembering(request, survey, TABLE, {"plan.add": "RTL ditambah."}):
        changed(people.admin, plans[0])
    assert request.session == {KEY: "sebelumnya"}


@pytest.fixture
def session(people, survey, plans):
    changed(people.admin, *plans)
    request = asked(people.admin)
    remember(request, survey, TABLE, "RTL tersimpan.", plans)
    return request.session


def test_a_step_is_offered_on_its_own_page_of_its_own_cycle(session, survey, magetan):
    assert last_step(session, survey, TABLE)
    assert last_step(session, survey, "upkeep") is None
    assert last_step(session, make_survey(magetan), TABLE) is None
    assert last_step({}, survey, TABLE) is None


def test_it_is_undone_once_the_latest_first(people, session, survey):
    key = last_step(session, survey, TABLE).key
    events = events_to_undo(asked(people.admin, session, langkah=key), survey, TABLE)
    assert [event.pk for event in events] == sorted((event.pk for event in events), reverse=True)
    assert len(events) == 2
    with pytest.raises(Declined, match=GONE[:30]):
        events_to_undo(asked(people.admin, session, langkah=key), survey, TABLE)


@pytest.mark.parametrize("key", ["", "0", "x"])
def test_a_button_of_another_step_undoes_nothing_and_leaves_it(people, session, survey, key):
    with pytest.raises(Declined):
        events_to_undo(asked(people.admin, session, langkah=key), survey, TABLE)
    assert last_step(session, survey, TABLE)


def test_the_events_of_somebody_else_are_none_to_undo(people, session, survey):
    key = last_step(session, survey, TABLE).key
    assert events_to_undo(asked(people.staff, session, langkah=key), survey, TABLE) == []


# --- undoing


def test_each_event_is_undone_by_the_verb_of_its_action_or_none_is(people, session, survey):
    events = list(AuditEvent.objects.order_by("-pk"))
    done = []

    def undo(held, actor, event):
        ActionPlan.objects.filter(pk=event.object_id).update(programme="Diurungkan")
        done.append((held.pk, actor, event.pk))
        if len(done) == 4:
            raise Declined("sudah diubah")

    undo_events(survey, people.admin, events, {"plan.change": undo})
    assert done == [(survey.pk, people.admin, event.pk) for event in events]
    ActionPlan.objects.update(programme="Semula")
    with pytest.raises(Declined, match="sudah diubah"):
        undo_events(survey, people.admin, events, {"plan.change": undo})
    assert set(ActionPlan.objects.values_list("programme", flat=True)) == {"Semula"}


def test_nothing_is_undone_in_a_cycle_that_is_closed(people, session, survey):
    Survey.objects.update(lock=Lock.SIGNED)
    with pytest.raises(CycleLockedError):
        undo_events(survey, people.admin, AuditEvent.objects.all(), {"plan.change": lambda *_: None})


def test_units_are_found_by_the_names_that_the_trail_has_or_it_is_said_that_they_changed(survey, ngawi, magetan):
    wanted = {unit.short_name: unit.pk for unit in ngawi.units.all()}
    assert units_named(survey, ["Subbag tekhum", "Subbag kul"]) == tuple(
        sorted([wanted["Subbag kul"], wanted["Subbag tekhum"]])
    )
    assert units_named(survey, []) == services_named(survey, []) == ()
    with pytest.raises(Declined, match="nama unitnya sudah berubah"):
        units_named(survey, ["Subbag kul", "Subbag lama"])
    with pytest.raises(Declined, match="nama layanannya sudah berubah"):
        services_named(survey, ["Loket"])


@pytest.mark.parametrize(("change", "told"), [("terakhir oleh Sari", " (terakhir oleh Sari)"), ("", "")])
def test_who_changed_it_meanwhile_is_said_where_it_is_known(change, told):
    assert str(meanwhile("RTL", change)) == (
        f"Perubahan Anda tidak diurungkan, karena RTL ini diubah lagi sesudahnya{told}. Periksa isinya."
    )

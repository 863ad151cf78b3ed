"""What is carried into a new cycle besides plans: upkeep as it was planned, priorities behind others, who signs."""

from datetime import date

import pytest

from followups.carrying.continuing import add_priorities, carry_upkeep, take_signatory
from followups.models import FollowUp, Priority, Upkeep
from offices.declining import Declined
from offices.models import AuditEvent
from surveys.locking import CycleLockedError, set_lock
from surveys.models import Lock, Survey
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(survey, ngawi):
    """Semester II, with the one priority that the cast has."""
    return make_survey(ngawi, "2025-S2")


@pytest.fixture
def kept(survey):
    """An upkeep by two units, of which something was done."""
    element = survey.instrument.elements.get(key="biaya")
    followup = FollowUp.objects.get(survey=survey)
    row = Upkeep.objects.create(
        followup=followup, element=element, position=1, plan="Mengumumkan.", activity="Dipasang."
    )
    row.units.set(survey.office.units.filter(key__in=("kul", "rendatin")))
    return row


def carried(survey):
    return Upkeep.objects.get(followup__survey=survey)


def test_upkeep_is_planned_again_and_what_was_done_stays_where_it_was(new, kept, people):
    carry_upkeep(new, people.admin, kept)
    assert (carried(new).element, carried(new).plan, carried(new).activity) == (kept.element, "Mengumumkan.", "")
    assert [unit.key for unit in carried(new).units.all()] == ["kul", "rendatin"]
    kept.refresh_from_db()
    assert kept.activity == "Dipasang."


def test_by_the_units_that_are_still_open(new, kept, people, ngawi):
    ngawi.units.filter(key="kul").update(closed_on=date(2025, 8, 1))
    carry_upkeep(new, people.admin, kept)
    assert [unit.key for unit in carried(new).units.all()] == ["rendatin"]


def priorities_of(survey):
    return list(Priority.objects.filter(followup__survey=survey).values_list("element__key", "position"))


def test_elements_become_priorities_once_and_behind_those_that_are(new, people):
    add_priorities(new, people.admin, ["biaya", "waktu", "biaya", "sarana"])
    assert [key for key, _position in priorities_of(new)] == ["waktu", "biaya", "sarana"]
    events = AuditEvent.objects.count()
    add_priorities(new, people.admin, ["waktu", "sarana"])
    assert AuditEvent.objects.count() == events


def test_why_a_priority_was_chosen_stays(new, people):
    Priority.objects.filter(followup__survey=new).update(rationale="Antrean panjang.")
    add_priorities(new, people.admin, ["biaya"])
    assert list(Priority.objects.filter(followup__survey=new).values_list("rationale", flat=True)) == [
        "Antrean panjang.",
        "",
    ]


def test_an_element_that_the_instrument_does_not_know_is_declined(new, people):
    with pytest.raises(Declined):
        add_priorities(new, people.admin, ["tidak-ada"])
    assert [key for key, _position in priorities_of(new)] == ["waktu"]


def test_who_signed_the_earlier_cycle_signs_this_one(new, survey, people):
    Survey.objects.filter(pk=survey.pk).update(signatory_name="Dewi", signatory_title="Plt.", signatory_nip="1")
    take_signatory(new, people.admin, Survey.objects.get(pk=survey.pk))
    new.refresh_from_db()
    assert (new.signatory_name, new.signatory_title, new.signatory_nip) == ("Dewi", "Plt.", "1")
    event = AuditEvent.objects.get()
    assert event.object_id == str(new.pk)


def test_nothing_is_carried_into_a_cycle_that_is_frozen(new, survey, kept, people):
    set_lock(new, Lock.SIGNED)
    for carry in (
        lambda: carry_upkeep(new, people.admin, kept),
        lambda: add_priorities(new, people.admin, ["biaya"]),
        lambda: take_signatory(new, people.admin, survey),
    ):
        with pytest.raises(CycleLockedError):
            carry()
    assert (Upkeep.objects.count(), AuditEvent.objects.count()) == (1, 0)

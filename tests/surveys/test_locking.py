"""A cycle that is prepared or signed is written to by nobody, and who may not write is told why."""

import pytest
from django.db import connection

from offices.permissions import Action
from surveys.locking import REASONS, CycleLockedError, held_cycle, lock_reason, obstacle, open_cycle, set_lock
from surveys.models import Lock, Survey

pytestmark = pytest.mark.each_database


def locked(survey, lock):
    set_lock(survey, lock)
    return Survey.objects.get(pk=survey.pk)


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_a_frozen_cycle_says_what_to_do(survey, lock):
    assert lock_reason(locked(survey, lock)) == REASONS[lock].format("Admin atau Sekretaris")
    with pytest.raises(CycleLockedError, match="tidak dapat diubah"), open_cycle(survey):
        raise AssertionError("it was opened")


def test_a_draft_is_open(survey):
    assert lock_reason(survey) == ""
    with open_cycle(survey) as held:
        assert (held, held.office) == (survey, survey.office)
        assert connection.in_atomic_block


def test_what_counts_is_the_row_and_not_what_was_read_before(survey):
    locked(survey, Lock.PREPARED)
    assert survey.lock == Lock.OPEN
    with pytest.raises(CycleLockedError), open_cycle(survey):
        raise AssertionError("it was opened")
    with held_cycle(survey) as held:
        assert held.lock == Lock.PREPARED


def test_whoever_may_not_is_told_who_may(survey, people):
    assert obstacle(people.admin, Action.EDIT_PLAN, survey) == ""
    assert obstacle(people.staff, Action.EDIT_PLAN, survey) == "Hanya Admin yang dapat mengubah rencana tindak lanjut."
    assert obstacle(people.stranger, Action.EDIT_PLAN, survey).startswith("Hanya Admin")


def test_that_a_cycle_is_frozen_comes_first(survey, people):
    frozen = locked(survey, Lock.SIGNED)
    for person in (people.admin, people.staff):
        assert obstacle(person, Action.EDIT_PLAN, frozen) == REASONS[Lock.SIGNED]


def test_only_the_one_cycle_is_locked(survey, magetan):
    other = Survey.objects.create(
        office=magetan,
        instrument=survey.instrument,
        year=2025,
        kind=6,
        number=1,
        signatory_name="A",
        signatory_title="B",
    )
    locked(survey, Lock.SIGNED)
    with open_cycle(other) as held:
        assert held.lock == Lock.OPEN

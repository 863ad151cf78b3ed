from datetime import date

import pytest

from followups.evidence.proofs import guard_last_proof
from followups.models import ActionPlan, Completion, EvidenceUse, MonthKind, Review, Status
from followups.months import Month
from followups.realising.realisation import (
    Realisation,
    approve,
    realisation_of,
    realise,
    send_back,
)
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent
from surveys.locking import CycleLockedError
from surveys.models import Lock
from tests.conftest import make_photo

SAID = Realisation(status=Status.DONE, description="Jadwal ditempel di loket.", months=(Month(2025, 10),))


@pytest.fixture(autouse=True)
def in_december(time_machine):
    time_machine.move_to("2025-12-10 09:00+07:00", tick=False)


@pytest.fixture
def done(survey):
    """A plan with a proof, in progress until a test says otherwise."""
    plan = ActionPlan.objects.get(position=1)
    ActionPlan.objects.filter(pk=plan.pk).update(status=Status.IN_PROGRESS, description="")
    return fresh(plan)


@pytest.fixture
def unproven(survey):
    return ActionPlan.objects.get(position=2)


def fresh(plan):
    return ActionPlan.objects.get(pk=plan.pk)


def save(actor, plan, **changes):
    values = {name: getattr(SAID, name) for name in SAID.__dataclass_fields__}
    return realise(actor, plan, Realisation(**(values | changes)), fresh(plan).revision)


def test_sudah_counts_at_once_and_waits_for_a_second_person(people, done):
    save(people.staff, done)
    plan = fresh(done)
    assert (plan.status, plan.review, plan.submitted_by) == (Status.DONE, Review.PENDING, people.staff)
    assert plan.revision == 2


def test_what_was_filled_in_is_what_is_stored(people, done, ngawi):
    said = Realisation(
        status=Status.IN_PROGRESS,
        description="Sedang disusun.",
        obstacle="Ruang terbatas.",
        months=(Month(2025, 9), Month(2025, 11)),
        completed_on=None,
        reason="Pelaksana bertugas di lapangan.",
        strategy="Menugaskan pengganti.",
        earliest=Month(2026, 1),
        latest=Month(2026, 4),
        units=tuple(sorted(ngawi.units.values_list("pk", flat=True)[:2])),
    )
    realise(people.staff, done, said, 1)
    assert realisation_of(fresh(done)) == said
    everybody = Realisation(status=Status.IN_PROGRESS, all_units=True)
    realise(people.staff, done, everybody, 2)
    assert realisation_of(fresh(done)) == everybody


def test_planned_months_stay_when_real_ones_are_written(people, done):
    save(people.staff, done)
    assert [row.month for row in done.months.filter(kind=MonthKind.PLANNED)] == [date(2025, 10, 1)]


@pytest.mark.parametrize(
    ("missing", "field"),
    [({"description": ""}, "description"), ({"months": ()}, "months")],
)
def test_sudah_asks_for_a_description_and_for_when(people, done, missing, field):
    with pytest.raises(Declined) as refused:
        save(people.staff, done, **missing)
    assert set(refused.value.faults) == {field}
    assert fresh(done).status == Status.IN_PROGRESS
    assert not AuditEvent.objects.exists()


def test_a_date_says_when_as_well_as_months_do(people, done):
    save(people.staff, done, months=(), completed_on=date(2025, 12, 10))
    assert fresh(done).completed_on == date(2025, 12, 10)


def test_sudah_asks_for_proof_which_other_states_do_not(people, unproven):
    with pytest.raises(Declined, match="bukti dukung"):
        save(people.admin, unproven)
    save(people.admin, unproven, status=Status.IN_PROGRESS)


@pytest.mark.parametrize("sign", [{"completed_on": date(2025, 11, 11)}, {"months": (Month(2025, 10),)}])
def test_what_has_not_begun_was_carried_out_at_no_time(people, done, sign):
    nothing = {"status": Status.NOT_STARTED, "months": (), "completed_on": None}
    with pytest.raises(Declined, match="yang belum dimulai tidak mempunyai"):
        save(people.staff, done, **nothing | sign)
    assert save(people.staff, done, **nothing).status == Status.NOT_STARTED


@pytest.mark.parametrize("late", [{"completed_on": date(2025, 12, 11)}, {"months": (Month(2026, 1),)}])
def test_nothing_is_done_in_the_future(people, done, late):
    with pytest.raises(Declined, match="belum tiba"):
        save(people.staff, done, **late)


def test_what_cannot_be_done_asks_for_a_reason_and_no_strategy(people, done):
    with pytest.raises(Declined) as refused:
        save(people.staff, done, status=Status.IMPOSSIBLE)
    assert set(refused.value.faults) == {"reason"}
    save(people.staff, done, status=Status.IMPOSSIBLE, reason="Aturannya dicabut.")
    assert fresh(done).completion.reason == "Aturannya dicabut."


def test_the_latest_target_is_not_before_the_earliest(people, done):
    with pytest.raises(Declined, match="Target selesai"):
        save(people.staff, done, status=Status.IN_PROGRESS, earliest=Month(2026, 3), latest=Month(2026, 1))
    save(people.staff, done, status=Status.IN_PROGRESS, earliest=Month(2026, 3), latest=Month(2026, 3))


def test_why_it_was_open_stays_as_history(people, done):
    save(people.staff, done, status=Status.IN_PROGRESS, reason="Menunggu anggaran.", latest=Month(2026, 2))
    save(people.staff, done, reason="Menunggu anggaran.", latest=Month(2026, 2))
    assert fresh(done).completion.reason == "Menunggu anggaran."


def test_no_empty_completion_is_made(people, done):
    save(people.staff, done)
    assert not Completion.objects.exists()


def test_a_plan_that_is_no_longer_sudah_has_nothing_to_approve(people, done):
    save(people.staff, done)
    approve(people.head, done, 2)
    save(people.staff, done, status=Status.IN_PROGRESS)
    plan = fresh(done)
    assert (plan.review, plan.submitted_by, plan.reviewed_by, plan.reviewed_at) == (Review.NONE, None, None, None)


def test_what_changes_after_approval_waits_again(people, done):
    save(people.staff, done)
    approve(people.head, done, 2)
    save(people.staff, done, description="Lebih lengkap.")
    assert fresh(done).review == Review.PENDING


def test_saving_without_a_change_leaves_the_approval(people, done):
    save(people.staff, done)
    approve(people.head, done, 2)
    save(people.staff, done)
    assert (fresh(done).review, fresh(done).revision) == (Review.APPROVED, 3)


def test_the_second_of_two_writers_is_told_what_the_first_one_stored(people, done):
    save(people.staff, done)
    with pytest.raises(Overtaken) as changed:
        realise(people.admin, done, Realisation(status=Status.NOT_STARTED), 1)
    assert (changed.value.revision, changed.value.stored) == (2, SAID)
    assert fresh(done).status == Status.DONE


def test_approval_is_by_a_second_person(people, done):
    save(people.head, done)
    with pytest.raises(Declined, match="Anda sendiri"):
        approve(people.head, done, 2)
    with pytest.raises(Declined, match="Anda sendiri"):
        send_back(people.head, done, 2, "Lengkapi.")
    approve(people.admin, done, 2)
    plan = fresh(done)
    assert (plan.review, plan.reviewed_by) == (Review.APPROVED, people.admin)
    assert plan.reviewed_at is not None


def test_what_is_returned_is_in_progress_with_a_note_until_mended(people, done):
    save(people.staff, done)
    send_back(people.head, done, 2, " Foto belum jelas. ")
    plan = fresh(done)
    assert (plan.status, plan.review, plan.review_note) == (Status.IN_PROGRESS, Review.RETURNED, "Foto belum jelas.")
    save(people.staff, done, status=Status.IN_PROGRESS, description="Sedang diperbaiki.")
    assert fresh(done).review == Review.RETURNED
    save(people.staff, done, description="Sudah diperbaiki.")
    assert (fresh(done).review, fresh(done).review_note) == (Review.PENDING, "Foto belum jelas.")
    approve(people.head, done, 5)
    assert (fresh(done).review, fresh(done).review_note) == (Review.APPROVED, "")


def test_a_return_says_why(people, done):
    save(people.staff, done)
    with pytest.raises(Declined, match="Tulis apa"):
        send_back(people.head, done, 2, "  ")
    assert fresh(done).review == Review.PENDING


def test_only_what_waits_is_decided_and_only_as_it_was_read(people, done):
    with pytest.raises(Declined, match="tidak sedang menunggu"):
        approve(people.head, done, 1)
    save(people.staff, done)
    with pytest.raises(Declined, match="berubah"):
        approve(people.head, done, 1)
    approve(people.head, done, 2)


def test_the_last_proof_of_a_sudah_stays(people, done, survey):
    save(people.staff, done)
    group = fresh(done).evidence
    with pytest.raises(Declined, match="bukti dukung terakhir"):
        guard_last_proof(group)
    EvidenceUse.objects.create(group=group, photo=make_photo(group.followup, "kedua.jpg"), position=2)
    guard_last_proof(group)


def test_the_last_proof_of_what_is_open_can_go(done):
    guard_last_proof(done.evidence)


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_it_refuses_once_the_cycle_is_locked(people, done, survey, lock):
    save(people.staff, done)
    survey.lock = lock
    survey.save()
    for verb in (
        lambda: realise(people.staff, done, Realisation(status=Status.NOT_STARTED), 2),
        lambda: approve(people.head, done, 2),
        lambda: send_back(people.head, done, 2, "Lengkapi."),
    ):
        with pytest.raises(CycleLockedError):
            verb()
    assert fresh(done).revision == 2


def test_every_verb_leaves_one_event_with_before_and_after(people, done):
    save(people.staff, done)
    send_back(people.head, done, 2, "Foto belum jelas.")
    save(people.staff, done)
    approve(people.head, done, 4)
    events = AuditEvent.objects.order_by("id")
    assert [event.action for event in events] == ["plan.realise", "plan.return", "plan.realise", "plan.approve"]
    first, returned = events[0], events[1]
    assert (first.before["status"], first.after["status"]) == ("in_progress", "done")
    assert (first.before["months"], first.after["months"]) == ([], ["2025-10"])
    assert returned.after == {"status": "in_progress", "review": "returned", "note": "Foto belum jelas."}
    assert {event.office_code for event in events} == {"3521"}

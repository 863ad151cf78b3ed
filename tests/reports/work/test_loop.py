"""What a worker does next, how long it rests, and how it ends: jobs first, errands before letters, nothing lost."""

import logging
import os
import signal
import threading

import pytest
from django.db import OperationalError

from reports.models import Job, JobKind, JobState, WorkerBeat
from reports.work import loop
from reports.work.drafts import request_draft
from reports.work.jobs import WORK
from reports.work.leases import claim, finish


@pytest.fixture
def errands(monkeypatch):
    """The errands of rooms above, in place of which tests put their own."""
    found = []
    monkeypatch.setattr(loop, "ERRANDS", found)
    return found


@pytest.fixture
def pauses(monkeypatch):
    """How long the worker would have slept, each time; it does not."""
    slept = []
    monkeypatch.setattr("time.sleep", slept.append)
    return slept


@pytest.fixture
def done(monkeypatch):
    """The jobs that were done, in their order; what they make is not of interest."""
    found = []

    def make(lease):
        found.append(lease.job_id)
        finish(lease, b"%PDF-1.7 berkas")

    for kind in (JobKind.DRAFT_PDF, JobKind.MARGIN_PDF):
        monkeypatch.setitem(WORK, kind, make)
    return found


def test_where_nothing_waits_there_is_nothing_to_do(db, errands):
    assert not loop.do_next()


def test_a_job_goes_before_every_errand(survey, people, errands, done, own_media):
    run = []
    errands.append(lambda: bool(run.append("tugas")) or True)
    job = request_draft(survey, people.admin)
    assert loop.do_next()
    assert (done, run) == ([job.pk], [])
    assert loop.do_next()
    assert run == ["tugas"]


def test_the_first_errand_that_had_something_is_enough_for_one_turn(db, errands):
    run = []
    errands.extend([lambda: run.append("kosong"), lambda: run.append("ada") or True, lambda: run.append("lain")])
    assert loop.do_next()
    assert run == ["kosong", "ada"]


def test_what_is_wrong_with_one_errand_does_not_keep_the_others_waiting(db, errands, caplog):
    def broken():
        raise KeyError("rusak")

    errands.extend([broken, lambda: True])
    with caplog.at_level(logging.ERROR):
        assert loop.do_next()
    assert "an errand could not be done" in caplog.text


def test_a_database_that_is_away_is_no_fault_of_the_errand(db, errands):
    def away():
        raise OperationalError("server closed the connection")

    errands.append(away)
    with pytest.raises(OperationalError):
        loop.do_next()


def test_all_that_waits_is_worked_off_the_oldest_first(survey, people, errands, done, own_media):
    first = request_draft(survey, people.admin)
    second = request_draft(survey, people.admin, JobKind.MARGIN_PDF)
    loop.work_off()
    assert done == [first.pk, second.pk]
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}


def test_a_job_whose_worker_fell_silent_is_taken_up_before_anything_is_looked_for(
    survey, people, errands, done, own_media
):
    job = request_draft(survey, people.admin)
    claim(job.pk)
    Job.objects.update(lease_until="2001-01-01T00:00Z")
    assert loop.do_next()
    assert done == [job.pk]


def ending(errands, turns):
    """An errand that has something in the turns that say so, and asks the worker to end in the one after them."""
    left = iter(turns)

    def errand():
        found = next(left, None)
        if found is None:
            signal.raise_signal(signal.SIGTERM)
        if isinstance(found, Exception):
            raise found
        return found

    errands.append(errand)


def test_a_worker_looks_again_at_once_after_work_and_rests_where_there_was_none(committed_db, errands, pauses):
    ending(errands, [True, False, False, True])
    loop.work(7.0)
    assert pauses == [0.0, 0.0, 7.0, 7.0, 0.0]


def test_a_database_that_stays_away_is_asked_less_and_less_often(committed_db, errands, pauses, caplog):
    ending(errands, [OperationalError("tidak menjawab")] * 6 + [True])
    with caplog.at_level(logging.WARNING):
        loop.work(0.1)
    assert pauses == [0.0, 1.0, 2.0, 4.0, 8.0, 10.0, 10.0, 0.0]
    assert caplog.text.count("the database does not answer") == 6


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_at_either_signal_and_leaves_them_as_they_were(number):
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    reached = False
    with loop.stop_on_signals() as asked_to_end:
        assert not asked_to_end.is_set()
        signal.raise_signal(number)
        reached = True
    assert not reached and asked_to_end.is_set()
    assert {each: signal.getsignal(each) for each in before} == before


def test_signals_are_as_they_were_after_a_fault_too_and_the_fault_is_told():
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(ZeroDivisionError), loop.stop_on_signals():
        raise ZeroDivisionError
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_worker_that_ended_beats_no_longer(committed_db, errands, pauses):
    ending(errands, [])
    before = threading.active_count()
    loop.work(0.1)
    assert threading.active_count() == before
    assert WorkerBeat.objects.get().name.endswith(f":{os.getpid()}")

"""Kills, only to prove; and in the usual run the judge of them, who has to notice each kind of damage."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse
from offices.models import AuditEvent
from reports.models import Job, JobState
from reports.work.drafts import request_draft
from tests.conftest import make_photo
from tests.torture.clients import Ledger
from tests.torture.invariants import (
    broken_figures,
    incomplete_trail,
    lost_photos,
    lost_writes,
    unfinished_jobs,
    writes_under_a_lock,
)

ROOT = Path(__file__).parents[2]


def torture(*options):
    """A run in a process of its own, on a database of its own."""
    plain = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "MEDIA_ROOT")}
    command = ["bin/torture", "--seed", "1", *options]
    return subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False, timeout=1500)


def kills_in(done):
    return int(re.search(r": (\d+) kills in", done.stdout)[1])


@pytest.mark.prove
@pytest.mark.any_database
def test_three_kills_lose_nothing():
    done = torture("--kills", "3", "--minutes", "0.3", "--pause", "4")
    assert done.returncode == 0, done.stdout + done.stderr
    assert 1 <= kills_in(done) <= 3


@pytest.mark.prove
@pytest.mark.any_database
def test_many_kills_lose_nothing():
    done = torture("--kills", "300", "--minutes", "5", "--pause", "1.5")
    assert done.returncode == 0, done.stdout + done.stderr
    assert kills_in(done) > 20
    assert int(re.search(r"texts acknowledged (\d+)", done.stdout)[1]) > 5


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=1)


def say(plan, text, event=True):
    ActionPlan.objects.filter(pk=plan.pk).update(description=text)
    if event:
        AuditEvent.objects.create(action="plan.realise", object_id=str(plan.pk), after={"description": text})


def test_a_lost_write_is_noticed_and_one_that_was_only_tried_may_stand(plan):
    ledger = Ledger(written={plan.pk: [("a", True), ("b", False)]})
    for stands in ("a", "b"):
        say(plan, stands)
        assert list(lost_writes(ledger)) == []
    say(plan, "lama")
    assert len(list(lost_writes(ledger))) == 1


def test_a_write_without_its_event_or_with_two_is_noticed(plan):
    ledger = Ledger(written={plan.pk: [("a", True)]})
    say(plan, "a", event=False)
    assert list(incomplete_trail(ledger))
    say(plan, "a")
    assert list(incomplete_trail(ledger)) == []
    say(plan, "a")
    assert list(incomplete_trail(ledger))


def test_a_change_behind_the_trail_is_noticed(plan):
    say(plan, "a")
    say(plan, "b", event=False)
    assert list(incomplete_trail(Ledger(written={plan.pk: [("a", True), ("b", False)]})))


def test_a_photo_too_few_or_too_many_is_noticed(survey):
    assert EvidencePhoto.objects.count() == 1
    assert list(lost_photos(Ledger(photos={b"1": True}))) == []
    assert list(lost_photos(Ledger(photos={b"1": True, b"2": True})))
    assert list(lost_photos(Ledger()))


@pytest.mark.usefixtures("own_media")
def test_a_missing_a_changed_file_and_a_gap_are_noticed(followup):
    EvidencePhoto.objects.update(sha256="ab" * 32)
    assert any("is not what its row says" in fault for fault in broken_figures())
    photo = EvidencePhoto.objects.get()
    photo.file.storage.delete(photo.file.name)
    assert any("is missing" in fault for fault in broken_figures())
    EvidenceUse.objects.all().delete()
    EvidencePhoto.objects.all().delete()
    group = EvidenceGroup.objects.get()
    EvidenceUse.objects.create(group=group, photo=make_photo(followup, "lain.jpg"), position=2)
    assert any("counts [2]" in fault for fault in broken_figures())


def tell(*actions):
    for action in actions:
        AuditEvent.objects.create(action=action)


def test_a_write_between_preparing_and_returning_is_noticed(db):
    tell("plan.realise", "report.prepare", "report.return", "plan.realise", "report.prepare")
    assert list(writes_under_a_lock()) == []
    tell("plan.realise")
    assert len(list(writes_under_a_lock())) == 1


@pytest.mark.parametrize("opening", ["report.reopen", "report.withdraw"])
def test_a_write_after_signing_is_noticed_until_the_cycle_is_open_again(db, opening):
    tell("report.prepare", "report.sign", opening, "text.write", "report.prepare", "report.sign")
    assert list(writes_under_a_lock()) == []
    tell("evidence.upload")
    assert len(list(writes_under_a_lock())) == 1


def test_withdrawing_beside_a_prepared_version_opens_nothing(db):
    tell("report.prepare", "report.sign", "report.reopen", "report.prepare", "report.withdraw", "report.sign")
    assert list(writes_under_a_lock()) == []
    tell("report.reopen", "report.prepare", "report.withdraw", "plan.realise")
    assert len(list(writes_under_a_lock())) == 1


@pytest.mark.parametrize(
    "steps",
    [
        ("report.sign",),
        ("report.prepare", "report.prepare"),
        ("report.prepare", "report.sign", "report.sign"),
        ("report.prepare", "report.sign", "report.return"),
        ("report.prepare", "report.reopen"),
    ],
)
def test_a_step_that_the_lock_does_not_allow_is_noticed(db, steps):
    tell(*steps)
    assert len(list(writes_under_a_lock())) == 1


def test_a_job_that_never_ended_or_lost_its_file_is_noticed(survey, people):
    job = request_draft(survey, people.admin)
    assert list(unfinished_jobs()) == [f"job {job.pk} is queued"]
    Job.objects.update(state=JobState.DONE, file="jobs/tidak/ada.pdf")
    assert list(unfinished_jobs()) == [f"job {job.pk} is done and has no file"]
    Job.objects.update(state=JobState.FAILED, error="Coba lagi.")
    assert list(unfinished_jobs()) == []

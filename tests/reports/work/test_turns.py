"""Whose job is next: preparing before drafts, then whose office was served least, then who waits longest."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from followups.models import FollowUp
from reports.models import Job, JobKind
from reports.work.jobs import next_in_turn, request
from reports.work.leases import claim, finish
from tests.conftest import make_survey


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


def wished(survey, people, digest, kind=JobKind.DRAFT_PDF):
    return request(FollowUp.objects.get(survey=survey), kind, digest * 64, people.admin)


def test_preparing_goes_before_drafts(survey, people):
    wished(survey, people, "a")
    preparing = wished(survey, people, "b", JobKind.PREPARE)
    assert next_in_turn() == preparing.pk


def served_in_order():
    while job := next_in_turn():
        finish(claim(job), b"%PDF")
        yield Job.objects.get(pk=job)


def test_an_office_that_asks_for_much_does_not_keep_another_waiting(survey, magetan, people, own_media):
    many = [wished(survey, people, digest) for digest in "abcd"]
    one = wished(make_survey(magetan), people, "e")
    assert list(served_in_order()) == [many[0], one, *many[1:]]


def test_what_was_served_long_ago_counts_no_more(survey, magetan, people, clock, own_media):
    finish(claim(wished(survey, people, "a").pk), b"%PDF")
    clock.shift(timedelta(minutes=11))
    older, younger = wished(survey, people, "b"), wished(make_survey(magetan), people, "c")
    assert list(served_in_order()) == [older, younger]


def test_among_preparations_and_among_offices_served_alike_the_longest_waiting_is_next(survey, magetan, people, clock):
    later = wished(make_survey(magetan), people, "a", JobKind.PREPARE)
    Job.objects.update(queued_at=timezone.now() + timedelta(seconds=5))
    first = wished(survey, people, "b", JobKind.PREPARE)
    assert next_in_turn() == first.pk != later.pk


def test_an_office_whose_job_is_at_work_waits_behind_one_whose_is_not(survey, magetan, people):
    claim(wished(survey, people, "a").pk)
    wished(survey, people, "b")
    of_another = wished(make_survey(magetan), people, "c")
    assert next_in_turn() == of_another.pk

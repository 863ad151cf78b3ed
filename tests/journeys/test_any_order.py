"""A semester in any order of steps: nothing acknowledged is lost, and what was signed stays what it was."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.journeys.semester import Semester

pytestmark = pytest.mark.usefixtures("own_media")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def run(people, survey, examples, steps):
    run_state_machine_as_test(
        lambda: Semester(people, survey),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=SLOW,
            derandomize=examples < 20,
            print_blob=True,
        ),
    )


@pytest.mark.prove
def test_a_few_semesters_in_any_order(people, survey):
    run(people, survey, examples=3, steps=14)


@pytest.mark.prove
def test_many_semesters_in_any_order(people, survey):
    run(people, survey, examples=50, steps=40)

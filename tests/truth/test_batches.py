"""What is read of the trial texts stays read: a tenth in the usual run, all where it is proven.

``held.json`` has by batch the trials that are still missed or accused; ``python -m tests.truth.hold`` writes it anew.
"""

import json
import re

import pytest

from tests.mass import in_full
from tests.truth.hold import BATCHES, HELD, README, outcome, row

TENTH = 10


def trials(batch):
    return json.loads((BATCHES / f"{batch}-writer.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("batch", HELD)
@in_full
def test_what_was_found_is_found_and_what_was_let_go_is_let_go(batch, in_full):
    drawn = trials(batch)[:: 1 if in_full else TENTH]
    known = set(HELD[batch]["missed"]) | set(HELD[batch]["accused"])
    worse = [
        (trial["id"], trial["text"], outcome(trial)) for trial in drawn if trial["id"] not in known and outcome(trial)
    ]
    assert worse == []


def test_the_page_says_what_is_held():
    told = re.findall(
        r"^\| (\w+)-writer \| \d+ \| .*$", README.read_text().partition("## What is read by now")[2], re.M
    )
    assert told == list(HELD)
    for batch in HELD:
        assert row(batch, trials(batch)) in README.read_text()


def test_every_trial_that_is_known_to_fail_is_one_of_its_batch():
    for batch, known in HELD.items():
        right = {trial["id"]: trial["right"] for trial in trials(batch)}
        assert all(not right[each] for each in known["missed"]), batch
        assert all(right[each] for each in known["accused"]), batch

"""That a call costs the same however deep it stands: no depth at which each one asks the system for memory."""

import resource
from concurrent.futures import ThreadPoolExecutor

from tests.calls import called_with_room

CALLS = 1_000
NOTHING = -1


def asked_at_the_worst_depth(deepest=250):
    """How often pages of memory were fetched for so many calls in a loop, at the depth where that was most."""
    return max(asked_at(depth) for depth in range(deepest))


def asked_at(depth):
    """The calls of the loop are of this function too, for a smaller frame might fit where its own just did."""
    if depth == NOTHING:
        return 0
    if depth > 0:
        return asked_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _turn in range(CALLS):
        asked_at(NOTHING)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_no_depth_of_a_test_makes_calls_dear():
    assert asked_at_the_worst_depth() < CALLS / 10


def test_without_room_there_is_such_a_depth():
    """A negative control, on a thread, whose frames lie elsewhere. Once it fails, Python needs ``calls.py`` no more."""
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(asked_at_the_worst_depth).result() >= CALLS
        assert thread.submit(called_with_room, asked_at_the_worst_depth).result() < CALLS / 10

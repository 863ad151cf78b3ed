"""Who may have a file compared just now: each sender once, and no more than there are seats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.verification.seats import Seats


@pytest.mark.parametrize("most", [1, 2, 5])
def test_as_many_senders_are_seated_as_there_are_seats(most):
    seats = Seats(most)
    held = [seats.taken_by(f"10.0.0.{number}") for number in range(most + 1)]
    assert [each.__enter__() for each in held] == [True] * most + [False]


def test_a_sender_has_one_seat_at_a_time_and_another_afterwards():
    seats = Seats(3)
    with seats.taken_by("10.0.0.1") as first, seats.taken_by("10.0.0.1") as second:
        assert (first, second) == (True, False)
    with seats.taken_by("10.0.0.1") as again:
        assert again


def test_who_was_refused_takes_nobodys_seat_when_leaving():
    seats = Seats(2)
    with seats.taken_by("10.0.0.1"):
        with seats.taken_by("10.0.0.1"):
            pass
        with seats.taken_by("10.0.0.1") as still:
            assert not still


def test_a_seat_is_free_again_after_a_failure():
    seats = Seats(1)
    with pytest.raises(ValueError, match="rusak"), seats.taken_by("10.0.0.1"):
        raise ValueError("rusak")
    with seats.taken_by("10.0.0.2") as seated:
        assert seated


@given(st.integers(1, 3), st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=20))
def test_whoever_comes_and_goes_no_more_sit_than_there_are_seats_and_none_is_lost(most, moves):
    """A model: the set of those who sit."""
    seats = Seats(most)
    sitting = {}
    for sender, comes in moves:
        if comes:
            visit = seats.taken_by(str(sender))
            seated = visit.__enter__()
            assert seated == (sender not in sitting and len(sitting) < most)
            if seated:
                sitting[sender] = visit
            else:
                visit.__exit__(None, None, None)
        elif sender in sitting:
            sitting.pop(sender).__exit__(None, None, None)
    for visit in sitting.values():
        visit.__exit__(None, None, None)
    with seats.taken_by("baru") as seated:
        assert seated

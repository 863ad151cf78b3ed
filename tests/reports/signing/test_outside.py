"""What is told of a version that came back from another service: only what was kept of it, each in one sentence."""

import pytest

from reports.signing.outside import (
    BLANK,
    CONFORMS,
    CONFORMS_NO_MORE,
    MOST_NAMED,
    OUTSIDE,
    REWRITTEN,
    sentences_of,
)
from tests.cases import in_one_test

PLAIN = {"rewritten": False, "conforms": True}


@pytest.mark.parametrize("signer", [None, {}, {"holder": "Sri Contoh"}, {"conforms": True, "stamped": [1]}])
def test_of_what_was_signed_here_or_by_hand_nothing_is_told(signer):
    assert sentences_of(signer) == ()


@in_one_test(
    ("kept", "told"),
    [
        ({}, (OUTSIDE, CONFORMS)),
        ({"conforms": False}, (OUTSIDE, CONFORMS_NO_MORE)),
        ({"rewritten": True}, (OUTSIDE, REWRITTEN, CONFORMS)),
        ({"blank_added": True}, (OUTSIDE, CONFORMS, BLANK)),
        ({"blank_added": False, "stamped": []}, (OUTSIDE, CONFORMS)),
        ({"rewritten": True, "conforms": False, "blank_added": True}, (OUTSIDE, REWRITTEN, CONFORMS_NO_MORE, BLANK)),
    ],
)
def test_what_is_so_is_told_in_one_order_and_what_is_not_is_left_out(kept, told):
    assert sentences_of(PLAIN | kept) == told


@in_one_test(
    ("pages", "where"),
    [
        ([3], "halaman 3"),
        ([1, 2], "halaman 1, 2"),
        (list(range(1, MOST_NAMED + 1)), "halaman 1, 2, 3, 4, 5"),
        (list(range(1, MOST_NAMED + 2)), "6 halaman"),
    ],
)
def test_the_pages_with_a_look_are_named_as_long_as_they_are_few(pages, where):
    told = sentences_of(PLAIN | {"stamped": pages})
    assert told == (
        OUTSIDE,
        f"Layanan itu membubuhkan tampilannya pada {where}, di tempat yang disediakan.",
        CONFORMS,
    )

"""Which characters nobody sees, and what two texts have in common without them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offices.invisible import alike, visible
from tests.cases import in_one_test

GONE = [
    *("\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\u2061", "\u2062", "\u2063", "\u2064"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\ufeff"),
    *("\u2065", "\u2066", "\u2067", "\u2068", "\u2069", "\u206a", "\u206f", "\ufff9", "\ufffa", "\ufffb"),
    *(
        "\x01",
        "\x07",
        "\x08",
        "\x0e",
        "\x1b",
        "\x1f",
        "\x7f",
        "\x80",
        "\x9f",
        "\ufdd0",
        "\ufffe",
        "\uffff",
        "\U0001fffe",
    ),
]
BLANKS = ["\u00a0", "\x0b", "\x0c", "\x85"]


@in_one_test("mark", GONE)
def test_what_nobody_sees_is_taken_out_wherever_it_stands(mark):
    assert visible(f"{mark}Loket{mark} {mark}satu{mark}") == "Loket satu"


@in_one_test("blank", BLANKS)
def test_a_blank_that_does_not_break_or_breaks_in_its_own_way_is_a_blank(blank):
    assert visible(f"Subbagian{blank}Hukum") == "Subbagian Hukum"


def test_a_zero_is_left_for_who_refuses_it():
    assert visible("Lo\0ket\tsatu\r\n") == "Lo\0ket\tsatu\r\n"


SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cn"], exclude_characters=[*GONE, *BLANKS])


@given(st.text(SEEN))
def test_nothing_else_is_touched(text):
    assert visible(text) == text


@given(st.text())
def test_what_was_seen_once_stays_as_it_is(text):
    assert visible(visible(text)) == visible(text)


@in_one_test(
    "other",
    [
        *("Subbagian Hukum dan SDM\u200b", "Subbagian\u00a0Hukum dan SDM", "\ufeffSubbagian Hukum dan SDM"),
        *("SUBBAGIAN HUKUM DAN SDM", "Subbagian  Hukum\tdan SDM ", "Sub\u00adbagian Hukum dan SDM"),
        *("Subbagian Hukum dan SDM\u180e", "Subbagian\u034f Hukum dan SDM\ufe0f", "Subbagian\u2800Hukum dan SDM\u3164"),
        *("\u202dSubbagian Hukum dan SDM\u202c", "Ｓubbagian Hukum dan SDM", "Subbagian\u2003Hukum dan SDM"),
    ],
)
def test_these_are_one_name(other):
    assert alike(other) == alike("Subbagian Hukum dan SDM")


@pytest.mark.parametrize("other", ["Subbagian Hukum, dan SDM", "Subbagian Hukum dan SDM 2", "SubbagianHukum dan SDM"])
def test_these_are_two(other):
    assert alike(other) != alike("Subbagian Hukum dan SDM")

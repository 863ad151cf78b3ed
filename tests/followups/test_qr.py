"""An address drawn as a code: module by module what the library made, with a quiet margin around it."""

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from followups.qr import QUIET, code_of

STRETCH = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def drawn(code):
    """The dark modules that the path covers; each stretch is closed where it began."""
    stretches = [tuple(map(int, found)) for found in STRETCH.findall(code.path)]
    assert STRETCH.sub("", code.path) == ""
    assert all(width == back > 0 for _x, _y, width, back in stretches)
    return [(x + more, y) for x, y, width, _back in stretches for more in range(width)]


@pytest.mark.parametrize("text", ["https://skm.example.go.id/u/abc", "a", "https://skm.example.go.id/" + "x" * 200])
def test_what_is_drawn_is_the_code_and_nothing_is_drawn_twice(text):
    made = segno.make(text, error="m", micro=False, boost_error=False)
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(made.matrix) for x, module in enumerate(row) if module}
    places = drawn(code_of(text))
    assert len(places) == len(set(places))
    assert set(places) == dark


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1, max_size=120))
def test_a_margin_of_four_modules_stays_empty_on_each_side(text):
    code = code_of(text)
    inside = range(QUIET, code.size - QUIET)
    places = drawn(code)
    assert all(x in inside and y in inside for x, y in places)
    assert {(QUIET, QUIET), (code.size - QUIET - 1, QUIET), (QUIET, code.size - QUIET - 1)} <= set(places)


def test_a_longer_text_makes_no_smaller_code_and_the_same_text_the_same():
    sizes = [code_of("x" * length).size for length in (1, 20, 60, 200)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 21 + 2 * QUIET
    assert code_of("x") == code_of("x")

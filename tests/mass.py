"""What is proven by mass: a sample of it in the usual run, the whole of it by ``make prove``."""

import os

import pytest

in_full = pytest.mark.parametrize(
    "in_full", [False, pytest.param(True, marks=pytest.mark.prove)], ids=["sample", "in full"]
)
"""For a test that draws its own sample: ``def test_…(in_full)``."""


def sampled(cases, every=10):
    """For ``parametrize``: one case of so many stays in the usual run, spread over all; the others only prove.

    A tuple holds the values of several names; where it is the value of one, it comes as ``pytest.param``.
    """
    return [case if at % every == 0 else _only_proves(case) for at, case in enumerate(cases)]


def in_full_of(cases, every):
    """For ``parametrize(("case", "in_full"), …)``: one case of so many draws its own sample; each is proven in full."""
    usual = [pytest.param(case, False, id=f"{case}-sample") for case in cases[::every]]
    return usual + [pytest.param(case, True, id=f"{case}-in full", marks=pytest.mark.prove) for case in cases]


def examples(many):
    """For ``max_examples`` of a property: a fifth of them in the usual run, all where ``bin/prove`` sets PROVING."""
    return many if "PROVING" in os.environ else max(5, many // 5)


def _only_proves(case):
    known = case if hasattr(case, "marks") else pytest.param(*(case if isinstance(case, tuple) else [case]))
    return pytest.param(*known.values, marks=(*known.marks, pytest.mark.prove), id=known.id)

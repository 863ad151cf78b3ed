"""What is proven by mass: a sample of it in the usual run, the whole of it by ``make prove``.

What only proves is not even collected where PROVING is not set, as ``bin/prove`` and ``-m prove`` do: it is thousands.
"""

import os

import pytest


def sampled(cases, every=10, ids=()):
    """For ``parametrize``: one case of so many stays in the usual run, spread over all; the others only prove.

    A tuple holds the values of several names; where it is the value of one, it comes as ``pytest.param``.
    """
    named = [_case(case, name) for case, name in zip(cases, ids, strict=True)] if ids else cases
    marked = [case if at % every == 0 else _case(case, None, pytest.mark.prove) for at, case in enumerate(named)]
    return marked if proving() else marked[::every]


def in_full_of(cases, every):
    """For ``parametrize(("case", "in_full"), …)``: one case of so many draws its own sample; each is proven in full."""
    usual = [pytest.param(case, False, id=f"{case}-sample") for case in cases[::every]]
    whole = [pytest.param(case, True, id=f"{case}-in full", marks=pytest.mark.prove) for case in cases]
    return usual + whole if proving() else usual


def examples(many):
    """For ``max_examples`` of a property: a fifth of them in the usual run, all where it is proven."""
    return many if proving() else max(5, many // 5)


def proving():
    return "PROVING" in os.environ


def sample_and_whole():
    whole = [pytest.param(True, id="in full", marks=pytest.mark.prove)] if proving() else []
    return pytest.mark.parametrize("in_full", [pytest.param(False, id="sample"), *whole])


in_full = sample_and_whole()
"""For a test that draws its own sample: ``def test_…(in_full)``."""


def _case(case, name, *marks):
    known = case if hasattr(case, "marks") else pytest.param(*(case if isinstance(case, tuple) else [case]))
    return pytest.param(*known.values, marks=(*known.marks, *marks), id=name or known.id)

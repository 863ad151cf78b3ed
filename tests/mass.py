"""What is proven by mass: a sample of it in the usual run, the whole of it by ``make prove``."""

import pytest

in_full = pytest.mark.parametrize(
    "in_full", [False, pytest.param(True, marks=pytest.mark.prove)], ids=["sample", "in full"]
)
"""For a test that draws its own sample: ``def test_…(in_full)``."""


def sampled(cases, every=10):
    """For ``parametrize``: one case of so many stays in the usual run, spread over all; the others only prove."""
    return [case if at % every == 0 else _only_proves(case) for at, case in enumerate(cases)]


def _only_proves(case):
    values = case.values if hasattr(case, "values") and hasattr(case, "marks") else (case,)
    marks = getattr(case, "marks", ())
    return pytest.param(*values, marks=(*marks, pytest.mark.prove), id=getattr(case, "id", None))

"""Many cases in one test, where each takes less time than pytest needs to begin one."""

import pytest


def in_one_test(names, cases):
    """In place of ``pytest.mark.parametrize``, for a test without fixtures: all are tried, what fails is named."""
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    rows = [dict(zip(keys, case if len(keys) > 1 else (case,), strict=True)) for case in cases]

    def decorate(test):
        def over_all_cases():
            assert rows, "there is no case"
            faults = [f"{row}: {fault}" for row in rows if (fault := _fault(test, row))]
            assert not faults, "\n\n".join([f"{len(faults)} of {len(rows)} cases", *faults])

        over_all_cases.__name__ = test.__name__
        over_all_cases.__doc__ = test.__doc__
        return over_all_cases

    return decorate


def _fault(test, row):
    try:
        test(**row)
    except (Exception, pytest.fail.Exception) as error:
        return f"{type(error).__name__}: {error}"
    return ""

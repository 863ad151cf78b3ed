from fnmatch import fnmatch

import pytest

from tests import unused


@pytest.mark.prove
def test_nothing_lies_unused():
    """Before each change, ``bin/check`` asks the same."""
    assert list(unused.unused()) == []


@pytest.mark.prove
def test_a_reason_is_not_kept_for_what_is_gone(monkeypatch):
    reasons = {name for name in unused.KEPT_FOR if name != "fault_of"}
    monkeypatch.setattr(unused, "KEPT_FOR", {})
    names = [line.rsplit(" ", 1)[1] for line in unused.unused()]
    assert {pattern for pattern in reasons if not any(fnmatch(name, pattern) for name in names)} == set()


def test_what_pages_and_settings_name_is_used():
    assert "excerpt" in set(unused.named_by_pages())
    assert "VisibleTextMiddleware" in set(unused.named_by_settings())

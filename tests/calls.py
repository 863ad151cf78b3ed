"""Room for the frames of all calls of a run in one piece.

Python keeps frames in pieces of 16 kB and gives each back to the system as soon as its first call returns. Where the
end of a piece falls into a loop, every turn of it asks for memory anew: that was a quarter of a run.
"""

import pytest

SLOTS = 70_000
"""Of eight bytes: of the megabyte that a frame of this size is given, nearly a half is left for the calls within."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    """All tests, run by the plugin that runs them, but called from a frame that claims that much."""
    plugins = session.config.pluginmanager
    run = plugins.subset_hook_caller("pytest_runtestloop", [plugins.get_plugin(__name__)])
    return called_with_room(lambda: run(session=session))


def called_with_room(function):
    return function()


called_with_room.__code__ = called_with_room.__code__.replace(co_stacksize=SLOTS)

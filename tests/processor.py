"""Seconds of the processor: what a limit can be held to on a machine that others use too."""

import resource
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace


def _used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def processor():
    """``with processor() as used: …``, then ``used.seconds``: of this process and of those that ended in it."""
    before = _used()
    used = SimpleNamespace(seconds=None)
    yield used
    used.seconds = _used() - before


def children():
    """The processes that this one has started and that are still there."""
    lists = Path("/proc/self/task").glob("*/children")
    return {int(number) for path in lists for number in path.read_text().split()}

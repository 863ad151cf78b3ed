"""Large pages for what a run holds in memory, so that the processes which the fence forks cost little.

A fork copies an entry for each page of 4 kB: of a run that holds 400 MB for 25 ms, again and again. An older Linux does
not know these requests, another system is not asked.
"""

import ctypes
import sys
from pathlib import Path

import pytest

LARGE = 2 * 2**20
GROWTH = 32 * 2**20
"""So much more than at the last time is worth asking again."""
_MAY_BE_LARGE, _NOW = 14, 25  # MADV_HUGEPAGE, MADV_COLLAPSE


class Held:
    """How much there was when large pages were asked for, and in which module the run has been since."""

    size = 0
    module = None


def pytest_collection_finish(session):
    if session.items:
        ask_for_large_pages()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """At most once for each module."""
    if item.path != Held.module:
        Held.module = item.path
        if sys.platform == "linux" and _size() > Held.size + GROWTH:
            ask_for_large_pages()


def ask_for_large_pages():
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    for begin, end in _own_memory():
        first = -(-begin // LARGE) * LARGE
        length = end // LARGE * LARGE - first
        if length > 0:
            for request in (_MAY_BE_LARGE, _NOW):
                libc.madvise(ctypes.c_void_p(first), ctypes.c_size_t(length), request)
    Held.size = _size()


def _own_memory():
    """Where memory of no file lies that this process may write to."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        place, rights, _offset, _device, _inode, *name = line.split()
        if rights == "rw-p" and name in ([], ["[heap]"]):
            begin, end = place.split("-")
            yield int(begin, 16), int(end, 16)


def _size():
    """Bytes in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

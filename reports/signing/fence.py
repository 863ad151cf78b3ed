"""Work on what a stranger sent, in a child process with little time and memory; nothing of PDF in here.

Whatever the work does (loops, eats memory, crashes), the caller has an answer or UnfinishedError in time.
"""

import gc
import json
import logging
import os
import resource
import select
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

SECONDS = 4  # by the clock, and of the processor
MEMORY = 512 * 2**20  # bytes beyond what the process has
MOST_ANSWER = 2**20
_END = b"\n"
_DONE = _END + _END


class UnfinishedError(Exception):
    """The work came to no end in its time and memory, or failed in a way of its own."""


def fenced(work: Callable[[], Iterator[Any]], seconds: int = SECONDS) -> Any:
    """The last answer that ``work`` yields in time, each being better than the one before; JSON can say it.

    Raises UnfinishedError where there was none. The child is a fork, so what is imported before costs it nothing.
    """
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_leave(work, there, seconds)
    os.close(there)
    try:
        return json.loads(_answers(here, time.monotonic() + seconds)[-1])
    except (ValueError, IndexError) as error:
        raise UnfinishedError from error
    finally:
        os.close(here)
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _answers(pipe: int, deadline: float) -> list[bytes]:
    """The answers that came whole, until the child says that it is done, dies, or time is over."""
    found = b""
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    while not found.endswith(_DONE) and len(found) < MOST_ANSWER:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            break
        part = os.read(pipe, 65536)
        if not part:
            break
        found += part
    return [line for line in found.split(_END)[:-1] if line]


def _work_and_leave(work: Callable[[], Iterator[Any]], pipe: int, seconds: int) -> NoReturn:
    """In the child: nothing of the parent's is ended, flushed or answered in its name."""
    try:
        _shut_in(pipe, seconds)
        for answer in work():
            _write(pipe, json.dumps(answer).encode() + _END)
        _write(pipe, _END)
    finally:
        os._exit(0)


def _write(pipe: int, content: bytes) -> None:
    while content:
        content = content[os.write(pipe, content) :]


def _shut_in(pipe: int, seconds: int) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_DFL)
    _close_all_but(pipe)
    logging.disable(logging.CRITICAL)
    gc.disable()
    for kind, limit in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, _memory_in_use() + MEMORY),
    ):
        _limit(kind, limit)


def _limit(kind: int, limit: int) -> None:
    _soft, hard = resource.getrlimit(kind)
    most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(kind, (most, most))


def _close_all_but(pipe: int) -> None:
    """Sockets and databases of the parent are not for the child; its own words go nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    highest = max(int(entry.name) for entry in Path("/proc/self/fd").iterdir()) + 1
    os.closerange(3, pipe)
    os.closerange(pipe + 1, highest)


def _memory_in_use() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()

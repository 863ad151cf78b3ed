"""Work on what a stranger sent, in a child process with little time and memory; of no format in particular.

Whatever the work does (loops, eats memory, crashes), the caller has an answer or UnfinishedError in time.
"""

import gc
import json
import logging
import os
import resource
import select
import signal
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

SECONDS = 4  # of the processor
PATIENCE = 4  # times as long by the clock, where others keep the processor
LONGEST_WAIT = 30  # seconds more by the clock, at most
MEMORY = 512 * 2**20  # bytes beyond what the process has
MOST_ANSWER = 64 * 2**20  # bytes of one answer
_HEAD = struct.Struct(">cI")  # what an answer is, and its length
_JSON, _BYTES, _DONE = b"j", b"b", b"."


class UnfinishedError(Exception):
    """The work came to no end in its time and memory, or failed in a way of its own."""


class OutOfTimeError(UnfinishedError):
    """The clock ended it before the processor's time was used up: the machine is busy, and nothing is known."""


def fenced(
    work: Callable[[], Iterator[Any]],
    seconds: int = SECONDS,
    *,
    memory: int = MEMORY,
    by_clock: float | None = None,
) -> Any:
    """The last answer that ``work`` yields in time, each being better than the one before: bytes, or what JSON can say.

    ``seconds`` of the processor; ``by_clock``: of waiting, else PATIENCE times as many, LONGEST_WAIT more at most.
    Raises UnfinishedError where there was none. The child is a fork, so what is imported before costs it nothing.
    """
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        _Cell(there, seconds, memory).work_and_leave(work)
    os.close(there)
    try:
        wait = min(seconds * PATIENCE, seconds + LONGEST_WAIT) if by_clock is None else by_clock
        return _last_answer(here, time.monotonic() + wait)
    finally:
        os.close(here)
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _last_answer(pipe: int, deadline: float) -> Any:
    last = None
    for answer in _answers(pipe, deadline):
        last = answer
    if last is None:
        raise OutOfTimeError if time.monotonic() >= deadline else UnfinishedError
    kind, content = last
    if kind == _BYTES:
        return content
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnfinishedError from error


def _answers(pipe: int, deadline: float) -> Iterator[tuple[bytes, bytes]]:
    """What kind it is, and its bytes: each that came whole, until the child is done, dies, or time is over."""
    while len(head := _read(pipe, _HEAD.size, deadline)) == _HEAD.size:
        kind, length = _HEAD.unpack(head)
        if kind == _DONE or length > MOST_ANSWER:
            return
        content = _read(pipe, length, deadline)
        if len(content) < length:
            return
        yield kind, content


def _read(pipe: int, length: int, deadline: float) -> bytes:
    """That many bytes, or as many as came."""
    found = bytearray()
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    while len(found) < length:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            break
        part = os.read(pipe, min(length - len(found), 65536))
        if not part:
            break
        found += part
    return bytes(found)


@dataclass(frozen=True, slots=True)
class _Cell:
    """The child: what it may take, and where it answers."""

    pipe: int
    seconds: int
    memory: int

    def work_and_leave(self, work: Callable[[], Iterator[Any]]) -> NoReturn:
        """In the child: nothing of the parent's is ended, flushed or answered in its name."""
        try:
            self._shut_in()
            for answer in work():
                if isinstance(answer, bytes):
                    _say(self.pipe, _BYTES, answer)
                else:
                    _say(self.pipe, _JSON, json.dumps(answer).encode())
            _say(self.pipe, _DONE, b"")
        finally:
            os._exit(0)

    def _shut_in(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGXCPU):
            signal.signal(number, signal.SIG_DFL)
        self._close_the_rest()
        logging.disable(logging.CRITICAL)
        gc.disable()
        os.nice(10)  # who only wants a page goes first
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        for kind, limit in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CPU, self.seconds),
            (resource.RLIMIT_AS, pages * resource.getpagesize() + self.memory),
        ):
            _soft, hard = resource.getrlimit(kind)
            most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(kind, (most, most))

    def _close_the_rest(self) -> None:
        """Sockets and databases of the parent are not for the child; its own words go nowhere."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nowhere, standard)
        highest = max(int(entry.name) for entry in Path("/proc/self/fd").iterdir()) + 1
        os.closerange(3, self.pipe)
        os.closerange(self.pipe + 1, highest)


def _say(pipe: int, kind: bytes, content: bytes) -> None:
    left = memoryview(_HEAD.pack(kind, len(content)) + content)
    while left:
        left = left[os.write(pipe, left) :]

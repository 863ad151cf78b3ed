"""Processes that live and die together: started, watched, and ended with all their children."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PAUSE, PATIENCE = 0.2, 10.0  # seconds
_SET_SIGNAL_AT_PARENTS_END = 1  # PR_SET_PDEATHSIG of Linux

Crew = dict[str, "subprocess.Popen[bytes]"]


class ProcessEndedError(Exception):
    """One of the processes ended by itself; its name is the argument."""


def run_together(
    commands: Mapping[str, Sequence[str]], is_ready: Callable[[], bool], announce: Callable[[], None]
) -> None:
    """Start all ``commands``, ``announce`` when ready, and stay until asked to stop.

    Raises ProcessEndedError when one of them ends before that. In every case none is left behind.
    """
    try:
        with stop_signals_raise(), crew_of(commands) as crew:
            wait_while(crew, lambda: not is_ready())
            announce()
            wait_while(crew, lambda: True)
    except KeyboardInterrupt:
        return


@contextmanager
def stop_signals_raise() -> Iterator[None]:
    """Make any stop signal a KeyboardInterrupt, once: a second one must not cut the end short."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def crew_of(commands: Mapping[str, Sequence[str]]) -> Iterator[Crew]:
    """The running processes, each leading a group of its own, all ended on the way out."""
    crew: Crew = {}
    try:
        for name, command in commands.items():
            crew[name] = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 (nothing else runs in this process)
            )
        yield crew
    finally:
        end(crew)


def _end_with_parent() -> None:
    """Where the system can do that, a process also ends when the one that started it was killed."""
    if prctl := getattr(ctypes.CDLL(None), "prctl", None):
        prctl(_SET_SIGNAL_AT_PARENTS_END, signal.SIGTERM)


def wait_while(crew: Crew, condition: Callable[[], bool]) -> None:
    """Wait while ``condition`` holds and all live."""
    while condition():
        for name, process in crew.items():
            if process.poll() is not None:
                raise ProcessEndedError(name)
        time.sleep(PAUSE)


def end(crew: Crew) -> None:
    """Ask every group to end, and after some patience make it."""
    for process in crew.values():
        _signal_group(process, signal.SIGTERM)
    limit = time.monotonic() + PATIENCE
    for process in crew.values():
        try:
            process.wait(max(0.0, limit - time.monotonic()))
        except subprocess.TimeoutExpired:
            continue
    for process in crew.values():
        _signal_group(process, signal.SIGKILL)
        process.wait()


def _signal_group(process: "subprocess.Popen[bytes]", number: int) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return

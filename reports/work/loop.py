"""What a worker does until it is asked to end: takes up what was abandoned, does what waits, sends letters.

A database that is away, also at the start, is waited for.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from django.db import Error, connection

from offices.notices.mail import mail_next
from reports.work.beats import beating
from reports.work.jobs import next_in_turn, reclaim_expired, run_job

ERRANDS: list[Callable[[], bool]] = []
"""What rooms above have a worker do where neither job nor letter waits; each says whether there was anything."""
LONGEST_PAUSE = 10.0
log = logging.getLogger(__name__)


def work(interval: float) -> None:
    """Work until a signal asks to end; between looks at an empty queue ``interval`` seconds pass."""
    with stop_on_signals() as asked_to_end, beating():
        pause = 0.0
        while not asked_to_end.is_set():
            time.sleep(pause)
            pause = _round(interval, pause)


def work_off() -> None:
    """Do what waits, then return; a database that is away is told by its error."""
    while do_next():
        pass


def do_next() -> bool:
    """Free what was abandoned, then do one job; where none waits, one errand or letter. Whether there was any.

    Errands come first: what they write may take the place of a letter that waits.
    """
    reclaim_expired()
    if job := next_in_turn():
        run_job(job)
        return True
    return any(_run(errand) for errand in ERRANDS) or mail_next()


def _run(errand: Callable[[], bool]) -> bool:
    """Whatever is wrong with one errand, the worker has other things to do."""
    try:
        return errand()
    except Error:
        raise
    except Exception:
        log.exception("an errand could not be done")
        return False


def _round(interval: float, paused: float) -> float:
    """One thing to do, and the seconds after which to look again."""
    try:
        busy = do_next()
    except Error as error:
        pause = min(max(2 * paused, 1.0), LONGEST_PAUSE)
        log.warning("the database does not answer, looking again in %d seconds: %s", pause, str(error).strip())
        connection.close()
        return pause
    return 0.0 if busy else interval


@contextmanager
def stop_on_signals() -> Iterator[threading.Event]:
    """Make SIGTERM end the work the way Ctrl-C does: with the job in hand given back.

    The event is for an interruption that fell into a library's callback, where no exception leads out.
    """
    asked_to_end = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        asked_to_end.set()
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield asked_to_end
    except KeyboardInterrupt:
        return
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

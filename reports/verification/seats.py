"""Who may have a file compared just now: few at once in this process, and of each address one.

So the threads of a server answer others whatever is sent, and no two senders take all that there is.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Seats:
    """At most ``most`` senders at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._seated: set[str] = set()

    @contextmanager
    def taken_by(self, sender: str) -> Iterator[bool]:
        """Whether there was a seat for the sender, who has it until the block ends."""
        with self._lock:
            seated = sender not in self._seated and len(self._seated) < self._most
            if seated:
                self._seated.add(sender)
        try:
            yield seated
        finally:
            if seated:
                with self._lock:
                    self._seated.discard(sender)

"""What every verb raises that does not do what it was asked for. How a view answers it is in requests.py."""

from collections.abc import Mapping
from typing import Any


class Declined(Exception):
    """The portal declines: nothing was done, and ``str`` says why and what to do, in Indonesian.

    ``faults``: what is to be said where, by the name of the field; under "" what concerns the whole.
    """

    def __init__(self, said: str | Mapping[str, str], field: str = "") -> None:
        self.faults = {field: said} if isinstance(said, str) else dict(said)
        super().__init__(" ".join(self.faults.values()))


class Overtaken(Exception):
    """Somebody else saved meanwhile; nothing was done.

    ``revision`` and ``stored`` are what is there now, for a page that shows both versions.
    """

    def __init__(self, revision: int = 0, stored: Any = None) -> None:
        super().__init__("Data ini disimpan lagi sejak Anda membukanya.")
        self.revision = revision
        self.stored = stored

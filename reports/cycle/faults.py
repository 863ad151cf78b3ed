"""What is wrong with a cycle file: each fault with its path and what was expected, in Indonesian."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class CycleFault:
    """``path`` like ``followup.priorities[0].element``; empty for the file as a whole."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or 'berkas'}: {self.message}"


class CycleFaults(ValueError):
    """A cycle was refused; ``faults`` has every reason that was found, never none."""

    def __init__(self, faults: Iterable[CycleFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def refusal(path: str, message: str) -> CycleFaults:
    """A refusal with one reason."""
    return CycleFaults([CycleFault(path, message)])


def quoted(text: str) -> str:
    """A foreign text within quotation marks, short and on one line, so that it can be shown anywhere."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    marks = json.dumps(short, ensure_ascii=False)
    return "".join(
        mark if mark.isprintable() else mark.encode("ascii", "backslashreplace").decode("ascii") for mark in marks
    )


def listed(known: Iterable[str]) -> str:
    """Known keys for the end of a message; a dash if there are none."""
    return ", ".join(known) or "–"

"""Posts and persons that answer for something beside the units of an office, as texts. Pure."""

from collections.abc import Iterable

from offices.invisible import alike, tidied

MOST = 10
LONGEST = 100


def others_in(text: str) -> tuple[str, ...]:
    """Those of a text, each once: with semicolons between them as one types, or one a line as rows keep them."""
    first: dict[str, str] = {}
    for part in tidied(text).replace(";", "\n").split("\n"):
        if name := " ".join(part.split()):
            first.setdefault(alike(name), name)
    return tuple(first.values())


def as_typed(others: Iterable[str]) -> str:
    return "; ".join(others)


def as_kept(others: Iterable[str]) -> str:
    return "\n".join(others)


def fault_of(others: Iterable[str]) -> str:
    """What is wrong with them, as a sentence; empty for nothing."""
    named = tuple(others)
    if len(named) > MOST:
        return f"Tulis paling banyak {MOST} jabatan atau orang; di sini ada {len(named)}."
    too_long = next((name for name in named if len(name) > LONGEST), "")
    return f"“{too_long[:40]}…” terlalu panjang; paling banyak {LONGEST} karakter." if too_long else ""

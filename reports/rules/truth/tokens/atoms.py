"""A sentence cut into words, numbers and marks, before anything is known of what they mean. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

_ATOM = re.compile(
    r"[A-Za-z0-9.-]*\d[\w.-]*/[\w./-]*\w"  # a document's number, 84/ORT.07/2025
    r"|\brp(?=\d)"
    r"|\d+(?:[.,]\d+)*(?![^\W_])"
    r"|\brp(?=\.?\s?\d)"
    r"|\bs\.?\s?[/.]\s?d\b\.?"
    r"|\bke-?\s?\d+\b(?![.,]\d)"
    r"|[^\W_]+(?:['’][^\W_]+|-[^\W\d_]+)*"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, number or mark in small letters, and where it stands."""

    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.low[0].isalpha()


def atoms_of(low: str) -> tuple[Atom, ...]:
    return tuple(Atom(match[0], match.start(), match.end()) for match in _ATOM.finditer(low))


@lru_cache(4096)
def phrase_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are looked for: small, without commas and brackets, *dan* for an ampersand."""
    words = (atom.low for atom in atoms_of(name.lower()))
    return tuple("dan" if word == "&" else word for word in words if word not in {",", "(", ")", "."})

"""What the trail's actions and values are called, as each room says of its own events (trail_words.py there).

Also which values name persons, and which things are told by the name of one: names.py keeps those apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """What one room says of its events; all words are Indonesian.

    ``groups``: by the first word of an action. ``kinds``: of which kind a thing was that no longer has a row, by the
    same. ``fields``: values that are no column of the thing. ``personal``: values that name or number a person, those
    of one kind of thing only as ``user.name``. ``persons``: kinds of things whose label is a person's name, with the
    attribute that holds the person's key. ``unnamed``: who did it, by those actions that need no account.
    """

    actions: Mapping[str, str]
    groups: Mapping[str, str]
    kinds: Mapping[str, str]
    fields: Mapping[str, str]
    personal: frozenset[str] = frozenset()
    persons: Mapping[str, str] = field(default_factory=dict)
    unnamed: Mapping[str, str] = field(default_factory=dict)


WORDS: dict[str, Words] = {}
"""By the name of the room; filled when the rooms are ready."""

ACTION_NAMES: dict[str, str] = {}
GROUP_NAMES: dict[str, str] = {}
KINDS: dict[str, str] = {}
FIELD_NAMES: dict[str, str] = {}
PERSONS: dict[str, str] = {}
PERSONAL: set[str] = set()
UNNAMED: dict[str, str] = {}


def register(room: str, words: Words) -> None:
    """Take up the words of a room; ValueError where two rooms call one thing by different words."""
    _add(ACTION_NAMES, words.actions)
    _add(GROUP_NAMES, words.groups)
    _add(KINDS, words.kinds)
    _add(FIELD_NAMES, words.fields)
    _add(PERSONS, words.persons)
    _add(UNNAMED, words.unnamed)
    PERSONAL.update(words.personal)
    WORDS[room] = words


def _add(known: dict[str, str], words: Mapping[str, str]) -> None:
    for key, word in words.items():
        if known.setdefault(key, word) != word:
            raise ValueError(f"{key} is called {known[key]} already, not {word}")

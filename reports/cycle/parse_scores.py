"""Scores, index and grades in a cycle file, held to the keys of an instrument. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reports.cycle.model import tidy
from reports.cycle.shape import Node

LARGEST_INTEGER = 2_147_483_647
_SCORE = re.compile(r"[1-4]\.\d{2,6}", re.ASCII)
_INDEX = re.compile(r"[1-9]\d{1,2}(\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FormKeys:
    """The keys of a questionnaire's mappings, and the index methods that it allows."""

    mappings: tuple[str, ...]
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentKeys:
    """The element keys of an instrument in the questionnaire's order, the letters of its grades, its forms by key."""

    elements: tuple[str, ...]
    grades: tuple[str, ...]
    forms: Mapping[str, FormKeys] = field(default_factory=dict)


def count(node: Node) -> int:
    return node.integer(0, LARGEST_INTEGER)


def index(node: Node) -> Decimal:
    return tidy(node.decimal(_INDEX, 25, 100, 'teks angka "25.00" sampai "100.00", paling banyak 6 desimal'))


def grades(node: Node, keys: InstrumentKeys | None) -> dict[str, str]:
    members = _by_element(node, keys)
    if keys is None:
        return {}
    return {key: member.choice(keys.grades, "mutu instrumen ini") for key, member in members.items()}


def scores(node: Node, keys: InstrumentKeys | None, version: int) -> dict[str, Decimal]:
    """The scores in the instrument's order; in version 1 each element once, or none at all."""
    members = _by_element(node, keys)
    expected = 'teks angka "1.00" sampai "4.00" dengan 2–6 desimal'
    found = {key: tidy(member.decimal(_SCORE, 1, 4, expected)) for key, member in members.items()}
    for key in keys.elements if keys and found and version == 1 else ():
        if key not in found:
            node.faults.add(f"{node.path}.{key}", f"kunci ini tidak ada; seharusnya {expected}")
    return found


def answers_behind(node: Node, found: Mapping[str, Decimal]) -> dict[str, int]:
    """How many answers are behind scores, in their order; ``found``: those scores, for no other element has any."""
    members = node.members()
    for key in members.keys() - found.keys():
        members[key].fault("unsur ini tidak mempunyai nilai; seharusnya hanya unsur yang mempunyai nilai")
    return {key: members[key].integer(1, LARGEST_INTEGER) for key in found if key in members}


def _by_element(node: Node, keys: InstrumentKeys | None) -> dict[str, Node]:
    """The members whose keys are elements of the instrument, in its order; other keys are faults."""
    members = node.members()
    if keys is None:
        return members
    for key in [key for key in members if key not in keys.elements]:
        members[key].fault(f"unsur tidak dikenal; yang dikenal: {', '.join(keys.elements)}")
    return {key: members[key] for key in keys.elements if key in members}
